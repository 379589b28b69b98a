import { writeDay } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import { Columns, DayField, Notice, NumberField, TextArea, TextField } from "../web/kit.ts";
import type { SectionFacts } from "./section-facts.view.tsx";

const SPARE_ROWS = 3;

/** How many rows a form shows: those that stand, those typed, and some to fill. */
const rowsShown = (state: FormState, list: string, stored: number): number => {
  const typed = Object.keys(state.typed)
    .map((name) => new RegExp(`^${list}\\.(\\d+)\\.`).exec(name)?.[1])
    .flatMap((index) => (index === undefined ? [] : [Number(index) + 1]));
  return Math.max(stored + SPARE_ROWS, ...typed);
};

const indexes = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Targets, each in its row, with some rows to fill. */
export function TargetFields({ facts }: { facts: SectionFacts }) {
  const { movement, state } = facts;
  return (
    <>
      <p class="hint">Để trống cả dòng nếu không dùng; lưu xong sẽ có thêm dòng mới.</p>
      {indexes(rowsShown(state, "targets", movement.targets.length)).map((index) => {
        const target = movement.targets[index];
        const name = (field: string) => `targets.${index}.${field}`;
        return (
          <fieldset class="field-group">
            <legend>Chỉ tiêu {index + 1}</legend>
            <input
              type="hidden"
              name={name("id")}
              value={state.typed[name("id")]?.[0] ?? `${target?.id ?? ""}`}
            />
            <TextArea {...shown(state, name("words"), target?.words)} label="Chỉ tiêu" rows={2} optional />
            <Columns even>
              <NumberField
                {...shown(state, name("value"), decimalText(target?.value))}
                label="Mức"
                decimal
                optional
              />
              <TextField
                {...shown(state, name("unit"), target?.unit ?? "")}
                label="Đơn vị tính"
                hint="%, vụ, người…"
                width="short"
                optional
              />
            </Columns>
            <TextField {...shown(state, name("measure"), target?.measure ?? "")} label="Cách đo" optional />
            <TextField
              {...shown(state, name("base"), target?.base ?? "")}
              label="Tính trên"
              hint="Tổng số hoặc mốc so sánh"
              optional
            />
          </fieldset>
        );
      })}
    </>
  );
}

const decimalText = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : `${value}`.replace(".", ",");

/** Peak phases, each in its row. */
export function PhaseFields({ facts }: { facts: SectionFacts }) {
  const { movement, state } = facts;
  return (
    <>
      <p class="hint">Để trống cả dòng nếu không dùng. Ngày kết thúc là ngày cuối cùng của đợt.</p>
      {indexes(rowsShown(state, "phases", movement.phases.length)).map((index) => {
        const phase = movement.phases[index];
        const name = (field: string) => `phases.${index}.${field}`;
        const impossible = [
          phase?.from === null ? phase.fromWording : null,
          phase?.to === null ? phase.toWording : null,
        ].filter(Boolean);
        return (
          <fieldset class="field-group">
            <legend>Đợt {index + 1}</legend>
            {impossible.length > 0 && (
              <Notice
                tone="watch"
                title={`Bản trước ghi “${impossible.join("”, “")}”; hãy nhập ngày đúng.`}
              />
            )}
            <TextField {...shown(state, name("name"), phase?.name)} label="Tên đợt" optional />
            <Columns even>
              <DayField
                {...shown(state, name("from"), phase?.from ? writeDay(phase.from) : "")}
                label="Từ ngày"
                optional
              />
              <DayField
                {...shown(state, name("to"), phase?.to ? writeDay(phase.to) : "")}
                label="Đến hết ngày"
                optional
              />
            </Columns>
          </fieldset>
        );
      })}
    </>
  );
}
