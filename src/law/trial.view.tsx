import { type Day, writeDay } from "../platform/day.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckAnswers,
  Columns,
  ErrorSummary,
  type Frame,
  Page,
  SelectField,
  Stack,
  TextArea,
} from "../web/kit.ts";
import { catalogue, nameOf, subjectNames } from "./catalogue.ts";
import { basisNames, type Case } from "./facts.ts";
import { regimes } from "./regimes.ts";
import type { Verdict } from "./verdict.ts";
import { VerdictCard } from "./verdict.view.tsx";

/** A case that was judged. */
export interface Tried {
  readonly asked: Case;
  readonly verdict: Verdict;
}

interface TrialViewProps {
  frame: Frame;
  text: string;
  faults: readonly string[];
  tried: Tried | null;
}

/** A case is pasted or filled in, and the law answers; nothing is kept. */
export function TrialView({ frame, text, faults, tried }: TrialViewProps) {
  const query = new URLSearchParams({ "truong-hop": text });
  const error = faults.length > 0 ? faults.join(" ") : undefined;
  return (
    <Page
      frame={frame}
      title="Xét thử một trường hợp"
      failed={faults.length > 0}
      crumbs={[{ label: "Pháp luật", href: "/phap-luat" }, { label: "Xét thử" }]}
      lead="Không lưu gì cả; kết luận như lệnh law judge."
      actions={
        tried && (
          <>
            <ButtonLink href={`/phap-luat/thu/ban-in?${query}`} kind="secondary">
              Bản in
            </ButtonLink>
            <ButtonLink href={`/phap-luat/thu.json?${query}`} kind="secondary" download>
              Tải JSON
            </ButtonLink>
          </>
        )
      }
    >
      <ErrorSummary
        errors={Object.fromEntries(
          faults.map((fault, index) => [index === 0 ? "truong-hop" : `truong-hop ${index}`, fault]),
        )}
        title={`Chưa xét được: còn ${faults.length} chỗ phải sửa`}
      />
      <Columns>
        <Stack>
          {tried && <VerdictCard id="ket-luan" verdict={tried.verdict} facts={tried.asked.facts} />}
          <Card title="Trường hợp">
            <form class="form" method="get" action="/phap-luat/thu" novalidate>
              <TextArea
                name="truong-hop"
                label="Trường hợp, dạng YAML hoặc JSON"
                hint="Bỏ dòng nào thì điều kiện cần dòng đó là “chưa rõ”, không phải “không đạt”"
                rows={20}
                value={text}
                error={error}
              />
              <Actions>
                <Button>Xét</Button>
              </Actions>
            </form>
          </Card>
        </Stack>
        <Card title="Lập mẫu">
          <form class="form" method="get" action="/phap-luat/thu">
            <SelectField
              name="mau"
              label="Danh hiệu, hình thức"
              choices={catalogue.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <Actions>
              <Button kind="secondary">Lập mẫu trường hợp</Button>
            </Actions>
          </form>
          <p class="small soft">Mẫu ghi đủ các mục có thể khai; hãy sửa cho đúng rồi bấm Xét.</p>
          <p>
            <a href="/phap-luat/thu/dien">Điền từng mục, không cần viết YAML</a>
          </p>
        </Card>
      </Columns>
    </Page>
  );
}

interface VerdictSheetProps {
  frame: Frame;
  tried: Tried;
  today: Day;
}

/** The verdict as a sheet to be printed: what was asked, by which text, and the answer. */
export const VerdictSheet = ({ frame, tried: { asked, verdict }, today }: VerdictSheetProps) => (
  <Page
    frame={frame}
    title={`Phiếu xét ${nameOf(asked.ask, verdict.regime ?? undefined)}`}
    crumbs={[
      { label: "Pháp luật", href: "/phap-luat" },
      { label: "Xét thử", href: "/phap-luat/thu" },
      { label: "Bản in" },
    ]}
    lead={`Xét thử ngày ${writeDay(today)}; in bằng lệnh in của trình duyệt (Ctrl+P).`}
  >
    <Stack>
      <Card title="Trường hợp">
        <CheckAnswers
          answers={[
            { label: "Đối tượng", value: subjectNames[asked.for] },
            { label: "Căn cứ xét", value: basisNames[asked.basis] },
            { label: "Năm thành tích", value: `${asked.year}` },
            { label: "Ngày nhận hồ sơ", value: writeDay(asked.receivedOn) },
            { label: "Quy định áp dụng", value: verdict.regime ? regimes[verdict.regime].words : "không có" },
          ]}
        />
      </Card>
      <VerdictCard verdict={verdict} facts={asked.facts} />
    </Stack>
  </Page>
);
