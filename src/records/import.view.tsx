import { clockOf, type Day, onDay, writeDay } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Columns,
  EmptyState,
  ErrorSummary,
  type Frame,
  Lines,
  Notice,
  NumberField,
  Page,
  Progress,
  RadioField,
  SelectField,
  Stack,
  Tag,
  TextArea,
  Upload,
} from "../web/kit.ts";
import type { Awards } from "./award.ts";
import { factNames } from "./fact.ts";
import type { ImportLine } from "./import.store.ts";
import {
  importFields,
  importKinds,
  importStateNames,
  outcomeOf,
  type PlannedLine,
  type RecordImport,
} from "./import.ts";
import { ImportRows } from "./import-rows.view.tsx";

interface FormProps {
  frame: Frame;
  state: FormState;
  formKey: string;
}

const home = [
  { label: "Hồ sơ thành tích", href: "/ho-so" },
  { label: "Nhập từ bảng", href: "/ho-so/nhap" },
];

const subjectChoices = [
  { value: "person", label: "Của cá nhân" },
  { value: "unit", label: "Của tập thể" },
];

/** Bringing a list, and the lists brought before. */
export const BringView = ({
  frame,
  state,
  formKey,
  before,
}: FormProps & { before: readonly ImportLine[] }) => (
  <Page
    frame={frame}
    title="Nhập hồ sơ từ bảng"
    lead="Từ Excel, CSV hoặc dán thẳng các ô; chưa ghi gì cho đến khi bạn xác nhận, ghi rồi vẫn hoàn tác được cả danh sách"
    crumbs={[home[0]!, { label: "Nhập từ bảng" }]}
    failed={Object.keys(state.errors).length > 0}
  >
    <ErrorSummary errors={state.errors} />
    <Columns>
      <Card>
        <ActionForm action="/ho-so/nhap" formKey={formKey} files guard>
          <RadioField
            {...shown(state, "kind", "honour")}
            label="Nội dung"
            choices={importKinds.map((kind) => ({ value: kind, label: factNames[kind] }))}
          />
          <RadioField {...shown(state, "subject", "person")} label="Của ai" choices={subjectChoices} inline />
          <Upload
            name="file"
            label="Tệp danh sách"
            accept=".xlsx,.csv,.txt"
            hint=".xlsx hoặc .csv, nhiều nhất 20 MB và 20.000 dòng"
            error={state.errors.file}
            optional
          />
          <TextArea
            {...shown(state, "pasted")}
            label="Hoặc dán từ Excel"
            rows={6}
            hint="Chép cả dòng tiêu đề"
            optional
          />
          <Actions>
            <Button>Đọc danh sách</Button>
          </Actions>
        </ActionForm>
      </Card>
      <Card title="Đã nhập gần đây" flush={before.length > 0}>
        {before.length === 0 ? (
          <EmptyState title="Chưa có danh sách nào" />
        ) : (
          <Lines
            lines={before.map((list) => ({
              main: <a href={`/ho-so/nhap/${list.id}`}>{list.fileName || "Nội dung dán vào"}</a>,
              detail: `${factNames[list.kind]} · ${list.recorderName} · ${whenOf(list.uploadedAt)}`,
              end: importStateNames[list.state],
            }))}
          />
        )}
      </Card>
    </Columns>
  </Page>
);

const whenOf = (at: Date): string => `${clockOf(at)} ngày ${writeDay(onDay(at))}`;

interface ReviewProps extends FormProps {
  list: RecordImport;
  lines: readonly PlannedLine[];
  awards: Awards;
  bodyName: string;
  /** The day on which the same file was brought before. */
  sameFile: Day | null;
}

/** The list as read: its columns, and what would become of each line. */
export function ReviewView(props: ReviewProps) {
  const { frame, list, lines, state } = props;
  const counts = outcomeOf(lines, {});
  const doubtful = lines.filter(({ fate }) => fate.kind === "doubtful").length;
  const differing = lines.filter(({ fate }) => fate.kind === "differs").length;
  return (
    <Page
      frame={frame}
      title={`Xem lại: ${factNames[list.kind].toLocaleLowerCase("vi")}`}
      lead={`${list.fileName || "Nội dung dán vào"}: ${writeNumber(lines.length)} dòng, nhập cho ${props.bodyName}`}
      crumbs={[...home, { label: "Xem lại" }]}
      failed={Object.keys(state.errors).length > 0}
    >
      <ErrorSummary errors={state.errors} />
      {props.sameFile && (
        <Notice tone="info" title={`Chính tệp này đã nhập ngày ${writeDay(props.sameFile)}`}>
          <p>Những dòng đã có sẽ không ghi thêm lần nữa.</p>
        </Notice>
      )}
      <Stack>
        <Mapping {...props} />
        <Card
          title="Kết quả đọc từng dòng"
          lead={`${counts.written} mới, ${counts.same} đã có, ${doubtful} cần chọn người, ${differing} khác với hồ sơ, ${counts.wrong} có lỗi`}
        >
          {lines.length === 0 ? (
            <EmptyState title="Chưa đọc được dòng nào">
              Hãy chỉ lại dòng tiêu đề và các cột ở trên.
            </EmptyState>
          ) : (
            <ActionForm action={`/ho-so/nhap/${list.id}/xac-nhan`} formKey={props.formKey}>
              <ImportRows lines={shownLines(lines)} awards={props.awards} />
              {lines.length > MOST_SHOWN && (
                <p class="small soft">
                  Đang hiện {writeNumber(MOST_SHOWN)} dòng, những dòng cần xem trước; các dòng còn lại được
                  ghi như đã đếm ở trên.
                </p>
              )}
              <Actions>
                <Button>Xác nhận ghi {writeNumber(counts.written)} dòng mới và các lựa chọn</Button>
              </Actions>
            </ActionForm>
          )}
        </Card>
        <ActionForm action={`/ho-so/nhap/${list.id}/hoan-tac`} formKey={`${props.formKey}-bo`} inline>
          <Button kind="quiet">Bỏ danh sách này, không ghi gì</Button>
        </ActionForm>
      </Stack>
    </Page>
  );
}

const MOST_SHOWN = 1000;
const attention: readonly string[] = ["doubtful", "differs", "wrong", "new", "same"];

/** All lines in their order; of a very long list those that need somebody first. */
const shownLines = (lines: readonly PlannedLine[]): readonly PlannedLine[] =>
  lines.length <= MOST_SHOWN
    ? lines
    : lines
        .toSorted((left, right) => attention.indexOf(left.fate.kind) - attention.indexOf(right.fate.kind))
        .slice(0, MOST_SHOWN);

function Mapping({ list, state, formKey }: ReviewProps) {
  const headings = list.cells[list.header] ?? [];
  const width = Math.max(...list.cells.slice(0, 50).map((row) => row.length), 0);
  const choices = Array.from({ length: width }, (_, index) => ({
    value: `${index}`,
    label: `${columnLetter(index)}: ${headings[index]?.trim() || "(trống)"}`,
  }));
  return (
    <Card title="Cột nào là gì" lead="Sửa nếu hệ thống nhận chưa đúng">
      <ActionForm action={`/ho-so/nhap/${list.id}/cot`} formKey={`${formKey}-cot`}>
        <NumberField
          {...shown(state, "header", `${list.header + 1}`)}
          label="Dòng tiêu đề"
          hint="0 khi bảng không có dòng tiêu đề"
        />
        {importFields(list.kind, list.subject).map((field) => (
          <SelectField
            {...shown(
              state,
              `columns.${field.name}`,
              list.columns[field.name] === undefined ? "" : `${list.columns[field.name]}`,
            )}
            label={field.label}
            choices={choices}
            prompt="Không có trong bảng"
            optional={!field.required}
          />
        ))}
        <NumberField
          {...shown(state, "usualYear", `${list.usualYear ?? ""}`)}
          label="Năm khi ô trống"
          optional
        />
        <Actions>
          <Button kind="secondary">Đọc lại theo các cột này</Button>
        </Actions>
      </ActionForm>
    </Card>
  );
}

const columnLetter = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${columnLetter(Math.floor(index / 26) - 1)}${columnLetter(index % 26)}`;

/** A list once confirmed: how far it has come, what came of it, and the way back. */
export function AppliedView({
  frame,
  state,
  formKey,
  list,
  bodyName,
}: FormProps & { list: RecordImport; bodyName: string }) {
  const { outcome } = list;
  const running = list.state === "applying";
  return (
    <Page
      frame={frame}
      title={`Danh sách ${factNames[list.kind].toLocaleLowerCase("vi")}`}
      lead={`${list.fileName || "Nội dung dán vào"}, ${list.recorderName} nhập cho ${bodyName} lúc ${whenOf(list.uploadedAt)}`}
      crumbs={[...home, { label: importStateNames[list.state] }]}
      failed={Object.keys(state.errors).length > 0}
    >
      <ErrorSummary errors={state.errors} />
      <Stack>
        {running && (
          <Progress
            id="ghi-danh-sach"
            title="Đang ghi vào hồ sơ"
            state="running"
            done={list.done}
            total={list.planned.length}
            noun="dòng"
          />
        )}
        <Card title="Kết quả" tag={<StateTag list={list} />} flush>
          <Lines
            lines={[
              { main: "Dòng ghi vào hồ sơ", end: writeNumber(list.state === "dropped" ? 0 : list.done) },
              { main: "Dòng đã có từ trước, không ghi lại", end: writeNumber(outcome.same ?? 0) },
              { main: "Dòng để lại, chưa ghi", end: writeNumber(outcome.left ?? 0) },
              { main: "Dòng có lỗi, không ghi", end: writeNumber(outcome.wrong ?? 0) },
              ...(list.state === "undone"
                ? [
                    {
                      main: `Dòng đã rút khi hoàn tác (${list.endedBy})`,
                      end: writeNumber(outcome.undone ?? 0),
                    },
                  ]
                : []),
            ]}
          />
        </Card>
        {(list.state === "applied" || running) && (
          <Card
            title="Hoàn tác cả danh sách"
            lead="Mọi dòng của danh sách được rút; dòng đã bị danh sách sửa trở lại như trước"
          >
            <ActionForm action={`/ho-so/nhap/${list.id}/hoan-tac`} formKey={formKey}>
              <TextArea {...shown(state, "reason")} label="Lý do hoàn tác" rows={2} />
              <Button kind="secondary">Hoàn tác cả danh sách</Button>
            </ActionForm>
          </Card>
        )}
        <Actions>
          <ButtonLink href="/ho-so/nhap" kind="secondary">
            Nhập danh sách khác
          </ButtonLink>
        </Actions>
      </Stack>
    </Page>
  );
}

const StateTag = ({ list }: { list: RecordImport }) => (
  <Tag tone={list.state === "applied" ? "good" : list.state === "applying" ? "action" : "plain"}>
    {importStateNames[list.state]}
  </Tag>
);
