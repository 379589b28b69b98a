import type { Day } from "../platform/day.ts";
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
  DataTable,
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
  Tag,
  TextArea,
  UnitPicker,
  Upload,
} from "../web/kit.ts";
import { categoryNames, genderNames } from "./person.ts";
import { type PickFormState, shownPick } from "./pick.form.ts";
import { worksAsNames } from "./post.ts";
import { type Roster, type RosterKind, rosterFields, rosterKindNames } from "./roster.ts";
import type { PlannedPerson, PlannedUnit } from "./roster-plan.store.ts";
import { type Unit, unitKindNames } from "./unit.ts";
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
                <PeopleTable rows={plan.rows} units={props.units} />
              ) : (
                <UnitsTable rows={plan.rows} units={props.units} />
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

export const countsOf = ({ rows }: RosterPlan) => {
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
  const width = Math.max(...roster.rows.slice(0, 50).map((row) => row.length), 0);
  const choices = Array.from({ length: width }, (_, index) => ({
    value: `${index}`,
    label: `${columnLetter(index)}: ${headings[index]?.trim() || "(trống)"}`,
  }));
  return (
    <Card title="Cột nào là gì" lead="Sửa nếu hệ thống nhận chưa đúng">
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
    </Card>
  );
}

/** 0 → A, 25 → Z, 26 → AA, as Excel names its columns. */
export const columnLetter = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);

const PeopleTable = ({
  rows,
  units,
}: {
  rows: readonly PlannedPerson[];
  units: ReadonlyMap<number, Unit>;
}) => (
  <DataTable
    id="dong"
    caption="Từng dòng của danh sách"
    rows={rows}
    rowKey={({ read }) => `${read.row}`}
    columns={[
      { key: "dong", label: "Dòng", kind: "number", cell: ({ read }) => read.row },
      { key: "ten", label: "Họ và tên", head: true, cell: ({ read }) => read.name || "(trống)" },
      {
        key: "nhan-than",
        label: "Giới tính, năm sinh",
        cell: ({ read }) =>
          [read.gender ? genderNames[read.gender] : "chưa rõ", read.birthYear ?? "chưa rõ"].join(", "),
      },
      {
        key: "don-vi",
        label: "Đơn vị",
        cell: ({ read }) => (read.unit === null ? "" : (units.get(read.unit)?.name ?? "")),
      },
      {
        key: "chuc-danh",
        label: "Chức danh",
        cell: ({ read }) => `${read.title} (${worksAsNames[read.worksAs].toLocaleLowerCase("vi")})`,
      },
      { key: "doi-tuong", label: "Đối tượng", cell: ({ read }) => categoryNames[read.category] },
      { key: "ket-qua", label: "Kết quả", cell: (row) => <PersonVerdict row={row} /> },
    ]}
  />
);

function PersonVerdict({ row: { read, match } }: { row: PlannedPerson }) {
  switch (match.kind) {
    case "new":
      return <Tag tone="action">Mới</Tag>;
    case "same":
      return (
        <>
          <Tag tone="good">Đã có</Tag> <a href={`/to-chuc/nguoi/${match.person}`}>xem</a>
        </>
      );
    case "elsewhere":
      return (
        <>
          <Tag tone="watch">Ở đơn vị khác</Tag>{" "}
          <a href={`/to-chuc/nguoi/${match.person.id}/dieu-dong`}>Điều động {match.person.name}</a> (
          {match.person.detail})
        </>
      );
    case "doubtful":
      return <Doubt row={read.row} candidates={match.candidates} />;
    default:
      return <Faults errors={read.errors} />;
  }
}

/** Who may be meant, side by side; nothing is chosen beforehand but to leave the row out. */
const Doubt = ({
  row,
  candidates,
}: {
  row: number;
  candidates: readonly { id: number; name: string; birthYear: number | null; detail: string }[];
}) => (
  <fieldset class="field field-group">
    <legend>Có phải người đã có không? (dòng {row})</legend>
    <div class="choices">
      {[
        ...candidates.map((known) => ({
          value: `${known.id}`,
          label: `Là ${known.name}, ${known.birthYear ? `sinh năm ${known.birthYear}` : "chưa rõ năm sinh"}, ${known.detail}`,
        })),
        { value: "new", label: "Là người khác: thêm mới" },
        { value: "skip", label: "Chưa rõ: bỏ qua dòng này" },
      ].map((choice, index) => (
        <div class="choice">
          <label class="choice-label" for={`dong-${row}-${index}`}>
            <input
              id={`dong-${row}-${index}`}
              type="radio"
              name={`choice.r${row}`}
              value={choice.value}
              checked={choice.value === "skip"}
            />
            <span>{choice.label}</span>
          </label>
        </div>
      ))}
    </div>
  </fieldset>
);

const Faults = ({ errors }: { errors: readonly string[] }) => (
  <>
    <Tag tone="bad">Có lỗi</Tag>
    <ul>
      {errors.map((error) => (
        <li>{error}</li>
      ))}
    </ul>
  </>
);

const UnitsTable = ({ rows, units }: { rows: readonly PlannedUnit[]; units: ReadonlyMap<number, Unit> }) => (
  <DataTable
    id="dong"
    caption="Từng dòng của danh sách"
    rows={rows}
    rowKey={({ read }) => `${read.row}`}
    columns={[
      { key: "dong", label: "Dòng", kind: "number", cell: ({ read }) => read.row },
      { key: "ten", label: "Tên đơn vị", head: true, cell: ({ read }) => read.name || "(trống)" },
      { key: "ma", label: "Mã", kind: "code", cell: ({ read }) => read.code },
      { key: "loai", label: "Loại", cell: ({ read }) => unitKindNames[read.kind] },
      { key: "thuoc", label: "Trực thuộc", cell: ({ read }) => aboveText(read.parent, units) },
      { key: "tu", label: "Từ ngày", kind: "day", cell: ({ read }) => writeDay(read.from as Day) },
      { key: "ket-qua", label: "Kết quả", cell: (row) => <UnitVerdict row={row} /> },
    ]}
  />
);

const aboveText = (above: PlannedUnit["read"]["parent"], units: ReadonlyMap<number, Unit>): string => {
  if (above === null) return "không";
  return typeof above === "number" ? (units.get(above)?.name ?? "") : `mã ${above.code} trong danh sách`;
};

function UnitVerdict({ row: { read, match } }: { row: PlannedUnit }) {
  if (match.kind === "new") return <Tag tone="action">Mới</Tag>;
  if (match.kind === "same") return <Tag tone="good">Đã có</Tag>;
  if (match.kind === "differs") return <Faults errors={[match.what]} />;
  return <Faults errors={read.errors} />;
}

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
