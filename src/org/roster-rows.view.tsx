import type { Day } from "../platform/day.ts";
import { writeDay } from "../platform/day.ts";
import { DataTable, Tag } from "../web/kit.ts";
import { categoryNames, genderNames } from "./person.ts";
import { worksAsNames } from "./post.ts";
import type { PlannedPerson, PlannedUnit } from "./roster-plan.store.ts";
import { type Unit, unitKindNames } from "./unit.ts";

/** What would become of each row of people. */
export const PeopleTable = ({
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
    {errors.map((error) => (
      <p>{error}</p>
    ))}
  </>
);

/** What would become of each row of units. */
export const UnitsTable = ({
  rows,
  units,
}: {
  rows: readonly PlannedUnit[];
  units: ReadonlyMap<number, Unit>;
}) => (
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
