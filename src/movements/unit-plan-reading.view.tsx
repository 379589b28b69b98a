import type { FormState } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  Lines,
  Notice,
  Page,
  SelectField,
  Stack,
  Upload,
} from "../web/kit.ts";
import { type ParentItem, writeParentItem } from "./coverage.ts";
import type { PlanItem } from "./unit-plan.ts";
import { crumbsOf } from "./unit-plan.view.tsx";
import { proposeMatches } from "./unit-plan-answers.ts";
import type { PlanDocumentReading } from "./unit-plan-reading.ts";
import { pathOf, type SeenPlan } from "./unit-plan-seen.pages.ts";
import { kindNames, writeItem } from "./unit-plan-tags.view.tsx";

interface ReadingPageProps {
  frame: Frame;
  seen: SeenPlan;
  reading: PlanDocumentReading | null;
  state: FormState;
  formKey: string;
}

const WAIT_SECONDS = 3;

/** The unit's own document: chosen, being read, read and waiting for a person, or not to be read. */
export function ReadingPage({ frame, seen, reading, state, formKey }: ReadingPageProps) {
  return (
    <Page
      frame={frame}
      title="Đọc kế hoạch từ văn bản của đơn vị"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsOf(seen, "Từ văn bản")}
      lead={seen.plan.fileName ?? undefined}
      refreshEvery={reading?.state === "waiting" ? WAIT_SECONDS : undefined}
    >
      <ErrorSummary errors={state.errors} />
      <Stack>
        {reading?.state === "waiting" && (
          <Notice tone="info" title="Đang đọc văn bản; trang tự mở kết quả sau vài giây" />
        )}
        {reading?.state === "unreadable" && (
          <Notice tone="bad" title="Văn bản này không đọc được">
            <p>
              {reading.sentence} Tệp vẫn được giữ cùng kế hoạch; hãy chọn tệp khác hoặc viết kế hoạch tại đây.
            </p>
          </Notice>
        )}
        {reading?.state === "read" && <ReadCard {...{ seen, reading, state, formKey }} />}
        <Card title={reading === null ? undefined : "Đọc văn bản khác"}>
          <ActionForm action={`${pathOf(seen.plan)}/van-ban`} formKey={`${formKey}-tep`} files>
            <Upload
              name="file"
              label="Kế hoạch của đơn vị"
              hint="DOCX, PDF hoặc văn bản thuần, không quá 20 MB"
              accept=".docx,.pdf,.txt"
              error={state.errors.file}
            />
            <Actions>
              <Button kind={reading?.state === "read" ? "secondary" : "primary"}>Đọc văn bản</Button>
              <ButtonLink href={pathOf(seen.plan)} kind="secondary">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
      </Stack>
    </Page>
  );
}

/** What was read, item by item; a person says what each answers, or leaves it out. */
function ReadCard({
  seen,
  reading,
  state,
  formKey,
}: Omit<ReadingPageProps, "frame" | "reading"> & { reading: PlanDocumentReading }) {
  const open = openItems(seen);
  const numbered = reading.items.map((item, index): PlanItem => ({ ...item, id: index }));
  const proposed = new Map(
    proposeMatches(
      open.map(({ item }) => item),
      numbered,
    ).map(({ parent, item, share }) => [item.id, { key: parent.key, share }]),
  );
  if (numbered.length === 0)
    return <EmptyState title="Văn bản không có đề mục, chỉ tiêu hay hạn nào đọc được" />;
  return (
    <Card
      title={`Đọc được ${numbered.length} mục`}
      lead="Chọn mỗi mục trả lời mục nào của cấp trên. Đề nghị ghép chỉ theo số từ giống nhau; không mục nào vào kế hoạch khi Ông/Bà chưa bấm nút ở cuối."
    >
      {reading.findings.length > 0 && (
        <Notice tone="watch" title={`${reading.findings.length} điểm nên xem trong văn bản`}>
          <Lines
            lines={reading.findings.map(({ message, line }) => ({ main: message, detail: `dòng ${line}` }))}
          />
        </Notice>
      )}
      {(reading.texts.goal ?? reading.texts.requirements) !== null && (
        <p>Mục đích, yêu cầu đọc được cũng vào lời văn của kế hoạch, ở chỗ đơn vị chưa viết.</p>
      )}
      <ActionForm action={`${pathOf(seen.plan)}/ban-doc`} formKey={formKey} guard>
        {numbered.map((item) => {
          const hit = proposed.get(item.id);
          const at = open.find((one) => one.item.key === hit?.key);
          const name = `muc.${item.id}`;
          return (
            <SelectField
              name={name}
              label={`${kindNames[item.kind]}: ${writeItem(item)}`}
              hint={hit ? `Đề nghị ghép: giống ${hit.share}% số từ` : undefined}
              prompt={null}
              value={state.typed[name]?.[0] ?? (at ? at.value : "rieng")}
              choices={[
                { value: "rieng", label: "Đưa vào, là mục riêng của đơn vị" },
                { value: "bo", label: "Không đưa vào" },
                ...open
                  .filter((one) => one.item.kind === item.kind)
                  .map((one) => ({
                    value: one.value,
                    label: `Trả lời: ${short(writeParentItem(one.item))}`,
                  })),
              ]}
            />
          );
        })}
        <Actions>
          <Button>Đưa vào kế hoạch như đã chọn</Button>
        </Actions>
      </ActionForm>
    </Card>
  );
}

const LONGEST_CHOICE = 110;
const short = (text: string): string =>
  text.length <= LONGEST_CHOICE ? text : `${text.slice(0, LONGEST_CHOICE - 1)}…`;

interface OpenItem {
  readonly value: string;
  readonly item: ParentItem;
}

/** Everything the launches ask that has no answer yet. */
const openItems = (seen: SeenPlan): OpenItem[] =>
  seen.parents.flatMap(({ parent, coverage }) =>
    coverage
      .filter(({ standing }) => standing === "missing")
      .map(({ parent: item }) => ({ value: `${parent.movement}|${item.key}`, item })),
  );
