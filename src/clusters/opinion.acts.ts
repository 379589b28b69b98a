import { act } from "../platform/act.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { leavesOf } from "./criteria.ts";
import { type NewOpinion, saveOpinion } from "./opinion.store.ts";
import { writeHundredths } from "./points.ts";
import { mayOpine, mayOpineOnField, writesFor } from "./score.may.ts";
import { fieldUnitsOf } from "./scoring-year.store.ts";
import { phaseOf } from "./scoring-year.ts";
import { noSuchSheet } from "./sheet.acts.ts";
import { loadWholeSheet, type WholeSheet } from "./whole-sheet.store.ts";

/** A member, or a ministry unit in its own professional field, says what it holds of a sent sheet. */
export const giveOpinion = act({
  name: "score-opinion.give",
  async run(work, input: Omit<NewOpinion, "unitName"> & { sheetId: number }): Promise<number | Refusal> {
    const whole = await loadWholeSheet(work.tx, input.sheetId, work.day);
    if (!whole) return noSuchSheet;
    const { seen, sheet, scoring, table, members } = whole;
    const field = (await fieldUnitsOf(work.tx, table.id, work.day)).find(({ unit }) => unit === input.unit);
    const member = members.find(({ unit }) => unit === input.unit);
    const speaks = writesFor(work.actor, input.unit);
    if (isRefusal(speaks)) return noSuchSheet;
    const asMember = member ? mayOpine(work.actor, seen, sheet) : noSuchSheet;
    const asField = field ? mayOpineOnField(work.actor, seen, sheet, input.unit) : noSuchSheet;
    if (isRefusal(asMember) && isRefusal(asField))
      return asMember.refusal === "own-sheet" ? asMember : noSuchSheet;
    const closed = refuseOpinion(whole, input, isRefusal(asMember) ? (field?.code ?? null) : null);
    if (closed) return closed;
    if (phaseOf(scoring, work.day) !== "self" && phaseOf(scoring, work.day) !== "opinions")
      return movedOn("opinions-closed", "Thời hạn cho ý kiến đã kết thúc.");
    const unitName = member?.name ?? field?.name ?? "";
    const id = await saveOpinion(work.tx, sheet.id, { ...input, unitName }, work.actor, work.at);
    work.record("score-opinion.given", sheet.id, { unit: input.unit });
    return id;
  },
});

/** An opinion is about a criterion of the table and within its maximum; a ministry unit keeps to its field. */
function refuseOpinion(
  { table }: WholeSheet,
  input: Pick<NewOpinion, "criterion" | "points">,
  onlyField: string | null,
): Refusal | null {
  const leaf = leavesOf(table.criteria).find(({ id }) => id === input.criterion);
  if (input.criterion !== null && !leaf)
    return movedOn("no-such-criterion", "Tiêu chí này không còn trong bảng.");
  if (onlyField !== null && leaf?.field !== onlyField)
    return refuse("another-field", "Chỉ cho ý kiến về tiêu chí thuộc lĩnh vực của đơn vị mình.", {
      field: "criterion",
    });
  if (input.points !== null && !leaf)
    return refuse("points-on-the-whole", "Đề nghị số điểm thì phải chọn tiêu chí.", { field: "criterion" });
  if (leaf && input.points !== null && input.points > leaf.max)
    return refuse("over-maximum", `Số điểm đề nghị vượt mức tối đa ${writeHundredths(leaf.max)}.`, {
      field: "points",
    });
  return null;
}
