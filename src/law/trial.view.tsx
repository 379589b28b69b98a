import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Columns,
  ErrorSummary,
  type Frame,
  Page,
  SelectField,
  Stack,
  TextArea,
} from "../web/kit.ts";
import { catalogue } from "./catalogue.ts";
import type { Case } from "./facts.ts";
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
          <ButtonLink
            href={`/phap-luat/thu.json?${new URLSearchParams({ "truong-hop": text })}`}
            kind="secondary"
            download
          >
            Tải JSON
          </ButtonLink>
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
        </Card>
      </Columns>
    </Page>
  );
}
