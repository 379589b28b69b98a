import { DataTable, Tag } from "../web/kit.ts";
import type { Awards } from "./award.ts";
import { paperWords, wordsOf } from "./fact-words.ts";
import type { Candidate, PlannedLine } from "./import.ts";

/** What would become of each line, with the choices that only a person can make. */
export const ImportRows = ({ lines, awards }: { lines: readonly PlannedLine[]; awards: Awards }) => (
  <DataTable
    id="dong"
    caption="Từng dòng của danh sách"
    rows={lines}
    rowKey={({ read }) => read.key}
    columns={[
      { key: "dong", label: "Dòng", kind: "number", cell: ({ read }) => read.row },
      {
        key: "ai",
        label: "Trong bảng",
        head: true,
        cell: ({ read }) =>
          [read.name, read.birthYear, read.unitText].filter(Boolean).join(", ") || "(trống)",
      },
      {
        key: "noi-dung",
        label: "Nội dung",
        cell: ({ read: { fact } }) =>
          fact === null
            ? ""
            : [`Năm ${fact.year}: ${wordsOf(fact, awards)}`, paperWords(fact)].filter(Boolean).join("; "),
      },
      { key: "ket-qua", label: "Kết quả", cell: (line) => <Fate line={line} awards={awards} /> },
    ]}
  />
);

function Fate({ line: { read, fate }, awards }: { line: PlannedLine; awards: Awards }) {
  switch (fate.kind) {
    case "new":
      return (
        <>
          <Tag tone="action">Mới</Tag> {whoWords(fate.who)}
        </>
      );
    case "same":
      return (
        <>
          <Tag tone="good">Đã có</Tag> {whoWords(fate.who)}
        </>
      );
    case "doubtful":
      return (
        <ChoiceOf
          name={read.key}
          legend={`Là ai? (dòng ${read.row})`}
          choices={[
            ...fate.candidates.map((known) => ({ value: `${known.id}`, label: whoWords(known) })),
            { value: "skip", label: "Chưa rõ: bỏ qua dòng này" },
          ]}
        />
      );
    case "differs":
      return (
        <>
          {whoWords(fate.who)}
          <ChoiceOf
            name={read.key}
            legend={`Hồ sơ đang ghi khác (dòng ${read.row})`}
            choices={[
              { value: "correct", label: "Sửa hồ sơ theo bảng" },
              {
                value: "skip",
                label: `Giữ như hồ sơ: ${[wordsOf(fate.standing, awards), paperWords(fate.standing)].filter(Boolean).join("; ")}`,
              },
            ]}
          />
        </>
      );
    case "wrong":
      return (
        <>
          <Tag tone="bad">Có lỗi</Tag>
          <ul>
            {fate.errors.map((error) => (
              <li>{error}</li>
            ))}
          </ul>
        </>
      );
  }
}

const whoWords = ({ name, birthYear, detail }: Candidate): string =>
  [name, birthYear === null ? null : `sinh năm ${birthYear}`, detail].filter(Boolean).join(", ");

/** Nothing is chosen beforehand but to leave the line out. */
const ChoiceOf = ({
  name,
  legend,
  choices,
}: {
  name: string;
  legend: string;
  choices: readonly { value: string; label: string }[];
}) => (
  <fieldset class="field field-group">
    <legend>{legend}</legend>
    <div class="choices">
      {choices.map((choice, index) => (
        <div class="choice">
          <label class="choice-label" for={`chon-${name}-${index}`}>
            <input
              id={`chon-${name}-${index}`}
              type="radio"
              name={`choice.${name}`}
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
