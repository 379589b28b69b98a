import { lastDayInTime } from "../platform/deadline.ts";
import type { YearStep } from "../platform/offered.ts";
import { type DueRow, kindsAmong } from "./lateness.ts";

/** What a body receives from its units in a year, as steps of its own year: one for each thing it asked for. */
export function receivedSteps(rows: readonly DueRow[], body: number, year: number): YearStep[] {
  const received = rows.filter(({ item }) => item.receiver === body);
  const names = new Map(kindsAmong(received.map(({ item }) => item)).map(({ kind, label }) => [kind, label]));
  const asked = Map.groupBy(received, ({ item }) => `${item.kind} ${item.movement ?? item.what}`);
  return [...asked.values()]
    .map((own) => stepOf(own, names.get(own[0]!.item.kind)!, year))
    .sort((left, right) => (lastOf(left) < lastOf(right) ? -1 : 1));
}

function stepOf(rows: readonly DueRow[], kindName: string, year: number): YearStep {
  const [{ item }] = rows as readonly [DueRow, ...DueRow[]];
  const done = rows.filter((row) => row.item.doneAt !== null).length;
  const late = rows.filter(({ standing }) => standing === "late").length;
  const what = rows.every((row) => row.item.what === item.what) ? item.what : kindName;
  const latest = rows
    .map((row) => row.item.deadline)
    .reduce((one, other) => (dayOf(one) < dayOf(other) ? other : one));
  return {
    label: `Tiếp nhận ${what.charAt(0).toLocaleLowerCase("vi")}${what.slice(1)}`,
    state: `${done}/${rows.length} nơi đã gửi${late > 0 ? ` · ${late} nơi quá hạn` : ""}`,
    tone: late > 0 ? "bad" : done === rows.length ? "good" : "plain",
    day: null,
    deadline: latest,
    href: `/don-doc?nam=${year}&loai=${item.kind}`,
  };
}

const dayOf = (deadline: DueRow["item"]["deadline"]): string => lastDayInTime(deadline) ?? "";

const lastOf = ({ deadline }: YearStep): string => (deadline ? dayOf(deadline) : "");
