import { day } from "../../platform/day.ts";
import { datedDeadline, undatedDeadline } from "../../platform/deadline.ts";
import {
  Bars,
  Card,
  Columns,
  DeadlineTag,
  DeadlineText,
  Evidence,
  Lines,
  Plate,
  Stack,
  Steps,
  Tabs,
  Tag,
  Timeline,
  UnitLine,
  Verdict,
  YearLine,
} from "../kit.ts";

const now = new Date("2021-06-21T03:42:00Z");

/** A record's plate, its year, its findings, its way and its history. */
export const RecordPieces = () => (
  <>
    <Plate
      title="Tên của một hồ sơ có thể dài hơn một dòng và vẫn đọc được trọn vẹn"
      theme="Đoàn kết, kỷ cương, hành động, sáng tạo"
      tag={<Tag tone="good">Đang thực hiện</Tag>}
      facts={[
        { label: "Loại", value: "Thường xuyên" },
        { label: "Văn bản", value: "252/QĐ-VP ngày 22/02/2021" },
        { label: "Tiếp nối", value: <a href="/mau/2020">Hồ sơ năm 2020</a> },
      ]}
    />
    <Tabs
      label="Các mặt của hồ sơ"
      tabs={[
        { href: "/mau", label: "Tổng quan", current: true },
        { href: "/mau/noi-dung", label: "Nội dung", count: "9" },
        { href: "/mau/da-gui", label: "Đã gửi", count: "117/119" },
        { href: "/mau/nhat-ky", label: "Nhật ký" },
      ]}
    />
    <YearLine
      label="Các đợt, hạn và hôm nay trong năm 2021"
      from={day("2021-01-01")}
      to={day("2021-12-31")}
      today={day("2021-06-21")}
      phases={[
        { label: "Đợt 1 · đến 30/6", from: day("2021-01-01"), to: day("2021-06-30") },
        { label: "Đợt 2 · 01/7 đến 31/12", from: day("2021-07-01"), to: day("2021-12-31") },
      ]}
      marks={[
        { label: "Ban hành", day: day("2021-02-22") },
        { label: "Gửi kế hoạch", day: day("2021-02-27"), tone: "good", above: true, state: "đã gửi" },
        { label: "Kế hoạch của cụm", day: day("2021-03-01"), tone: "good", above: true, state: "đã gửi" },
        { label: "Báo cáo của đơn vị", day: day("2021-06-30"), tone: "bad", above: true, state: "chưa gửi" },
        { label: "Báo cáo của cụm", day: day("2021-07-05"), tone: "watch", state: "chưa gửi" },
        { label: "Tổng kết", day: day("2021-12-20"), above: true },
      ]}
    />
    <Columns>
      <Stack>
        <Card title="Trạng thái và hạn">
          <p>
            <Tag>Bản nháp</Tag> <Tag tone="good">Đã nhận</Tag> <Tag tone="watch">Cần xem</Tag>{" "}
            <Tag tone="bad">Bị trả</Tag> <Tag tone="gold">Danh hiệu</Tag> <Tag tone="action">7 việc</Tag>
          </p>
          {[
            datedDeadline("chậm nhất ngày 30/6/2021", day("2021-06-30"), true),
            datedDeadline("trước ngày 24/6/2021", day("2021-06-24"), false),
            datedDeadline("chậm nhất ngày 20/6/2021", day("2021-06-20"), true),
            undatedDeadline("trước ngày 30/02/2021", "impossible"),
            undatedDeadline("cùng với tổng kết công tác năm", "event-bound"),
          ].map((deadline) => (
            <p>
              <DeadlineText deadline={deadline} /> <DeadlineTag deadline={deadline} at={now} />
            </p>
          ))}
        </Card>
        <Card title="Đường đi">
          <Steps
            label="Các bước"
            steps={[
              { label: "Soạn", state: "done", detail: "22/02" },
              { label: "Lấy ý kiến", state: "done" },
              { label: "Trình ký", state: "current", detail: "chờ 2 ngày" },
              { label: "Ban hành", state: "waiting" },
            ]}
          />
        </Card>
        <Card title="Nhật ký">
          <Timeline
            label="Nhật ký"
            entries={[
              {
                at: now,
                who: "Lê Minh",
                onBehalfOf: "Trần Hồng Quyên",
                what: "trả lại bản gửi",
                why: "thiếu chữ ký ở phụ lục 2",
              },
              { at: new Date("2021-06-20T08:00:00Z"), who: "Phạm Thị Hường", what: "gửi lần đầu" },
            ]}
          />
        </Card>
      </Stack>
      <Stack>
        <Card title="Lò Thị Ước" lead="Xét theo quy định hôm nay">
          <Verdict
            label="Từng điều kiện"
            findings={[
              {
                state: "unknown",
                words: "03 lần liên tục",
                fact: "Đã có 2022, 2023",
                basis: { label: "Luật 06/2022/QH15, Điều 22", href: "/phap-luat" },
              },
              {
                state: "unmet",
                words: "Có kết quả được công nhận",
                fact: "Có 1 kết quả cấp cơ sở (2023)",
                evidence: { label: "Đề nghị công nhận phạm vi…", href: "/mau/de-nghi" },
              },
              {
                state: "met",
                words: "Hoàn thành nhiệm vụ",
                unverified: true,
                basis: { label: "Nghị định 98/2023/NĐ-CP" },
                wanted: "any",
                inside: [
                  { state: "met", words: "Hoàn thành xuất sắc nhiệm vụ" },
                  { state: "unmet", words: "Hoàn thành tốt nhiệm vụ" },
                ],
              },
            ]}
          />
        </Card>
        <Card title="Minh chứng">
          <Evidence
            label="Minh chứng"
            items={[
              {
                label: "Quyết định công nhận",
                href: "/tep/1",
                bytes: 348_160,
                detail: "số 118/QĐ-VP, 12/12/2023",
              },
              { label: "Nhận xét của đơn vị", detail: "chỉ có bản giấy" },
            ]}
          />
        </Card>
        <Card title="Tôi đang chờ" flush>
          <Lines
            lines={[
              {
                main: <b>Báo cáo của 58 đơn vị</b>,
                detail: "đã có 61 trên 119 · hạn 30/6/2021",
                bar: { label: "Đã có 61 trên 119 báo cáo", value: 61, of: 119 },
              },
              {
                main: (
                  <UnitLine
                    name="Phòng Tổng hợp"
                    href="/mau/4"
                    path={["Khối cơ quan", "Văn phòng"]}
                    thenCalled="Phòng Hành chính"
                  />
                ),
                end: <Tag tone="watch">Hôm nay</Tag>,
              },
            ]}
          />
        </Card>
        <Card title="Cơ cấu" tone="watch">
          <Bars
            label="Cơ cấu"
            bars={[
              { label: "Người trực tiếp", value: 71, of: 100, text: "71%" },
              { label: "Nữ", value: 54, of: 100, text: "54%", tone: "good" },
              { label: "Cụm số I", value: 8, of: 9, href: "/mau/cum-1", tone: "watch" },
            ]}
          />
        </Card>
      </Stack>
    </Columns>
  </>
);
