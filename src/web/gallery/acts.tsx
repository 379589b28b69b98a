import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckAnswers,
  ClosedAction,
  DocumentLines,
  DocumentPreview,
  FinalStep,
  Notice,
  Progress,
  SideBySide,
} from "../kit.ts";

/** What can be done, what cannot and why, what was answered, what is under way. */
export const ActionPieces = () => (
  <>
    <Card title="Hành động">
      <Actions>
        <ButtonLink href="/mau">Kiểm tra và gửi</ButtonLink>
        <ButtonLink href="/mau" kind="secondary">
          Xem bản in
        </ButtonLink>
        <ButtonLink href="/mau" kind="secondary" small>
          Đôn đốc 58 đơn vị…
        </ButtonLink>
        <ClosedAction id="lap" label="Lập từ văn bản" reason="Còn 1 điểm phải xử lý." />
      </Actions>
    </Card>
    <Notice tone="info" title="Ngày nhận được tính từ lúc hệ thống nhận." />
    <Notice tone="watch" title="Hạn là thứ Bảy; ngày này vẫn được tính." />
    <Notice tone="bad" title="Chưa gửi được: người khác vừa sửa bản này." />
    <Card title="Xem lại trước khi gửi">
      <CheckAnswers
        answers={[
          { label: "Tên gọi", value: "Đợt thi công mùa hè", changeHref: "/mau#o-title" },
          { label: "Ngày cuối", value: "30/6/2021, tính cả ngày này", changeHref: "/mau#o-closing" },
          { label: "Người gửi", value: "Lê Minh" },
        ]}
      />
    </Card>
    <Progress
      id="viec-nhap"
      title="Nhập 1.240 dòng từ tệp"
      state="running"
      done={430}
      total={1240}
      noun="dòng"
      cancel={{ action: "/mau/dung", formKey: "k2" }}
    >
      <p>Có thể rời trang này; việc vẫn chạy tiếp.</p>
    </Progress>
  </>
);

/** A document beside what was read in it, and a paper as its page. */
export const DocumentPieces = () => (
  <>
    <SideBySide
      document={
        <Card title="Văn bản" more="dòng 140–158" flush>
          <DocumentLines
            label="Văn bản"
            lines={[
              { number: 140, parts: [{ text: "III. TỔ CHỨC THỰC HIỆN", bold: true }] },
              {
                number: 146,
                parts: [
                  { text: "1.1. " },
                  { text: "Đợt thứ nhất", mark: "read" },
                  { text: ": thời gian " },
                  { text: "từ đầu năm đến 30/6/2021", mark: "read" },
                  { text: "…" },
                ],
              },
              {
                number: 156,
                here: true,
                parts: [
                  { text: "2.2.1. … gửi kết quả " },
                  { text: "chậm nhất là ngày 27/02/2021", mark: "watch" },
                  { text: " đối với các đơn vị và " },
                  { text: "trước ngày 30/02/2021", mark: "bad", target: "phai-xu-ly" },
                  { text: " đối với các cụm." },
                ],
              },
            ]}
          />
        </Card>
      }
      panel={
        <Card title="Phải xử lý" tone="bad" id="phai-xu-ly">
          <p>
            Ngày 30/02/2021 không có thật, <a href="#dong-156">dòng 156</a>.
          </p>
        </Card>
      }
    />
    <DocumentPreview label="Dự thảo quyết định" draft files={<a href="/mau.pdf">PDF</a>}>
      <p>
        <b>Điều 1.</b> Ban hành kèm theo Quyết định này Kế hoạch công tác năm 2021.
      </p>
      <p>
        <i>Nơi nhận: như Điều 3.</i>
      </p>
    </DocumentPreview>
  </>
);

/** The page before a step that counts. */
export const FinalPiece = () => (
  <FinalStep
    action="/mau/ban-hanh"
    formKey="k3"
    effects={["Văn bản được gửi ngay cho 119 đơn vị.", "Mỗi đơn vị có một việc mới, hạn 27/02/2021."]}
    touched={{ label: "Gửi tới 119 đơn vị", names: ["Văn phòng", "Phòng Tổng hợp", "và 117 đơn vị khác"] }}
    basis={[{ label: "Nghị định 30/2020/NĐ-CP, Điều 18", href: "/phap-luat/30-2020" }]}
    afterwards="Không thu hồi được; muốn sửa phải ban hành văn bản đính chính."
    verb="Ban hành"
    backHref="/mau"
  >
    <Button kind="secondary" name="then" value="print">
      Ban hành và in
    </Button>
  </FinalStep>
);
