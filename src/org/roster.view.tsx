import { writeDay } from "../platform/day.ts";
import { shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckAnswers,
  Columns,
  DayField,
  EmptyState,
  ErrorSummary,
  type Frame,
  NumberField,
  Page,
  type PickOption,
  RadioField,
  SelectField,
  Stack,
  TextArea,
  UnitPicker,
  Upload,
} from "../web/kit.ts";
import { categoryNames } from "./person.ts";
import { type PickFormState, shownPick } from "./pick.form.ts";
import { type Roster, type RosterKind, rosterFields, rosterKindNames } from "./roster.ts";
import type { PlannedPerson, PlannedUnit } from "./roster-plan.store.ts";
import { PeopleTable, UnitsTable } from "./roster-rows.view.tsx";
import type { Unit } from "./unit.ts";
import { kindChoices } from "./unit-form.view.tsx";

interface FormProps {
  frame: Frame;
  state: PickFormState;
  formKey: string;
}

const crumbs = (last: string) => [
  { label: "Tổ chức", href: "/to-chuc" },
  { label: "Nhập danh sách", href: "/to-chuc/nhap" },
  { label: last },
];

export const BringView = ({ frame, state, formKey }: FormProps) => (
  <Page
    frame={frame}
    title="Nhập danh sách"
    lead="Từ Excel, CSV hoặc dán thẳng các ô; chưa lưu gì cho đến khi bạn xác nhận"
    crumbs={[{ label: "Tổ chức", href: "/to-chuc" }, { label: "Nhập danh sách" }]}
    failed={Object.keys(state.errors).length > 0}
  >
    <ErrorSummary errors={state.errors} />
    <Columns>
      <Card>
        <ActionForm action="/to-chuc/nhap" formKey={formKey} files guard>
          <RadioField
            {...shown(state, "kind", "people")}
            label="Danh sách gì"
            choices={Object.entries(rosterKindNames).map(([value, label]) => ({ value, label }))}
            inline
          />
          <Upload
            name="file"
            label="Tệp danh sách"
            accept=".xlsx,.csv,.txt"
            hint=".xlsx hoặc .csv, nhiều nhất 20 MB"
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
      <Card title="Tệp mẫu">
        <p>
          <a href="/to-chuc/nhap/mau/ca-nhan.xlsx" data-turbo="false">
            Mẫu danh sách cá nhân (.xlsx)
          </a>
        </p>
        <p>
          <a href="/to-chuc/nhap/mau/don-vi.xlsx" data-turbo="false">
            Mẫu danh sách đơn vị (.xlsx)
          </a>
        </p>
        <p class="small soft">
          Tệp có sẵn của bạn cũng đọc được: hệ thống tìm dòng tiêu đề trong 20 dòng đầu và nhận cột theo tên.
        </p>
      </Card>
    </Columns>
  </Page>
);

interface RosterViewProps extends FormProps {
  roster: Roster;
  unit: PickOption | undefined;
  plan: RosterPlan;
  units: ReadonlyMap<number, Unit>;
}

export type RosterPlan =
  | { readonly kind: "people"; readonly rows: readonly PlannedPerson[] }
  | { readonly kind: "units"; readonly rows: readonly PlannedUnit[] };

/** The list as read: its columns, and what would become of each row. */
export function RosterView(props: RosterViewProps) {
  const { frame, roster, plan, state } = props;
  const counts = countsOf(plan);
  return (
    <Page
      frame={frame}
      title={`Xem lại danh sách ${rosterKindNames[roster.kind].toLocaleLowerCase("vi")}`}
      lead={`${roster.fileName || "Nội dung dán vào"}: ${counts.all} dòng`}
      crumbs={crumbs("Xem lại")}
      failed={Object.keys(state.errors).length > 0}
    >
      <ErrorSummary errors={state.errors} />
      <Stack>
        <Mapping {...props} />
        <Card
          title="Kết quả đọc từng dòng"
          lead={`${counts.new} mới, ${counts.same} đã có, ${counts.doubtful} cần bạn quyết định, ${counts.wrong} có lỗi`}
        >
          {counts.all === 0 ? (
            <EmptyState title="Chưa đọc được dòng nào">
              Hãy chỉ lại dòng tiêu đề và các cột ở trên.
            </EmptyState>
          ) : (
            <ActionForm action={`/to-chuc/nhap/${roster.id}/ban-nhap`} formKey={props.formKey}>
              {plan.kind === "people" ? (
                <PeopleTable rows={rowsToShow(plan.rows)} units={props.units} />
              ) : (
                <UnitsTable rows={rowsToShow(plan.rows)} units={props.units} />
              )}
              {hiddenRows(plan) > 0 && (
                <p class="small soft">
                  Còn {hiddenRows(plan)} dòng không hiện ở đây; dòng mới trong đó vẫn được nhập, dòng chưa rõ
                  là ai thì bỏ qua.
                </p>
              )}
              <Actions>
                <Button>Xác nhận nhập {counts.new} dòng mới</Button>
                {counts.wrong > 0 && (
                  <ButtonLink href={`/to-chuc/nhap/${roster.id}/loi.xlsx`} kind="secondary" download>
                    Tải tệp lỗi để sửa
                  </ButtonLink>
                )}
              </Actions>
            </ActionForm>
          )}
        </Card>
      </Stack>
    </Page>
  );
}

const MOST_ROWS = 300;

/** Of a long list first what needs a person: faults and doubts, then the rest as far as a page bears. */
function rowsToShow<Row extends PlannedPerson | PlannedUnit>(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= MOST_ROWS) return rows;
  const plain = (row: Row) => row.match.kind === "new" || row.match.kind === "same";
  return [...rows.filter((row) => !plain(row)), ...rows.filter(plain)].slice(0, MOST_ROWS);
}

/** How many rows of a long list are not drawn; they are read and confirmed with the others. */
const hiddenRows = (plan: RosterPlan): number => Math.max(0, plan.rows.length - MOST_ROWS);

const countsOf = ({ rows }: RosterPlan) => {
  const count = (...kinds: string[]) => rows.filter((row) => kinds.includes(row.match.kind)).length;
  return {
    all: rows.length,
    new: count("new"),
    same: count("same"),
    doubtful: count("doubtful"),
    wrong: count("wrong", "elsewhere", "differs"),
  };
};

function Mapping({ roster, state, formKey, unit }: RosterViewProps) {
  const headings = roster.rows[roster.header] ?? [];
  const complete = rosterFields(roster.kind).every(
    (field) => !field.required || roster.columns[field.name] !== undefined,
  );
  const width = Math.max(...roster.rows.slice(0, 50).map((row) => row.length), 0);
  const choices = Array.from({ length: width }, (_, index) => ({
    value: `${index}`,
    label: `${columnLetter(index)}: ${headings[index]?.trim() || "(trống)"}`,
  }));
  return (
    <Card title="Cột nào là gì" lead={namedColumns(roster)}>
      <details open={!complete || Object.keys(state.errors).length > 0}>
        <summary>Sửa cách đọc các cột</summary>
        <ActionForm action={`/to-chuc/nhap/${roster.id}/cot`} formKey={`${formKey}-cot`}>
          <NumberField
            {...shown(state, "header", `${roster.header + 1}`)}
            label="Dòng tiêu đề"
            hint="0 khi bảng không có dòng tiêu đề"
          />
          {rosterFields(roster.kind).map((field) => (
            <SelectField
              {...shown(
                state,
                `columns.${field.name}`,
                roster.columns[field.name] === undefined ? "" : `${roster.columns[field.name]}`,
              )}
              label={field.label}
              choices={choices}
              prompt="Không có trong bảng"
              optional={!field.required}
            />
          ))}
          <UnitPicker
            {...shownPick(state, "unit", unit)}
            label={roster.kind === "people" ? "Đơn vị khi ô trống" : "Trực thuộc khi ô trống"}
            optional
          />
          <DayField {...shown(state, "from", writeDay(roster.defaults.from))} label="Từ ngày khi ô trống" />
          {roster.kind === "people" ? (
            <SelectField
              {...shown(state, "category", roster.defaults.category)}
              label="Đối tượng khi ô trống"
              choices={Object.entries(categoryNames).map(([value, label]) => ({ value, label }))}
              prompt={null}
            />
          ) : (
            <SelectField
              {...shown(state, "kind", roster.defaults.kind)}
              label="Loại đơn vị khi ô trống"
              choices={kindChoices}
              prompt={null}
            />
          )}
          <Actions>
            <Button kind="secondary">Đọc lại theo các cột này</Button>
          </Actions>
        </ActionForm>
      </details>
    </Card>
  );
}

/** “Họ và tên: cột B; Giới tính: cột C”. */
const namedColumns = (roster: Roster): string =>
  rosterFields(roster.kind)
    .flatMap((field) => {
      const column = roster.columns[field.name];
      return column === undefined ? [] : [`${field.label}: cột ${columnLetter(column)}`];
    })
    .join("; ") || "Chưa nhận ra cột nào";

/** 0 → A, 25 → Z, 26 → AA, as Excel names its columns. */
const columnLetter = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);

/** What came of a list once it was applied. */
export const AppliedView = ({ frame, roster }: { frame: Frame; roster: Roster }) => (
  <Page
    frame={frame}
    title="Đã nhập danh sách"
    lead={roster.fileName}
    crumbs={crumbs("Kết quả")}
    actions={<ButtonLink href="/to-chuc/nhap">Nhập danh sách khác</ButtonLink>}
  >
    <Card>
      <CheckAnswers
        answers={[
          { label: "Thêm mới", value: `${roster.outcome?.added ?? 0} dòng` },
          { label: "Bổ sung số định danh", value: `${roster.outcome?.completed ?? 0} dòng` },
          { label: "Đã có, không thay đổi", value: `${roster.outcome?.same ?? 0} dòng` },
          { label: "Bỏ qua", value: `${roster.outcome?.skipped ?? 0} dòng` },
        ]}
      />
      <p class="small soft">
        Nội dung danh sách đã được xóa khỏi hệ thống; nhập lại cùng tệp sẽ không thêm gì.
      </p>
    </Card>
  </Page>
);

export const rosterKindOf = (noun: string): RosterKind | null =>
  noun === "ca-nhan" ? "people" : noun === "don-vi" ? "units" : null;
