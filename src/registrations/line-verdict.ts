import { lastDossierDay, rulingOn, withoutRestricted } from "../law/case-of.ts";
import type { Facts } from "../law/facts.ts";
import { judgeBy } from "../law/judge-by.ts";
import type { Numbers } from "../law/numbers.ts";
import type { Verdict } from "../law/verdict.ts";
import { type Day, lastDayOf } from "../platform/day.ts";
import type { Line } from "./line.ts";

type Judged = Pick<Line, "title" | "subject">;

/**
 * The law's verdict on a line while it is written (điều kiện hôm nay), from what is known so far. A title of
 * a year is put up when the year ends, so the text of its last day judges it, on the last day on which its
 * dossier may come. Unknown is not failure.
 */
const verdictOn = ({ title, subject }: Judged, year: number, facts: Facts, numbers: Numbers): Verdict =>
  judgeBy(
    {
      ask: title,
      for: subject.kind,
      basis: "merit",
      year,
      receivedOn: dossierDay(title, subject.kind, year),
      moreFavourable: false,
      facts,
    },
    numbers,
  );

/** Chiến sĩ thi đua toàn quốc, for one, comes by 31/10 in the regime of 2003 (Nghị định 91/2017/NĐ-CP, Điều 48). */
function dossierDay(title: Judged["title"], kind: Judged["subject"]["kind"], year: number): Day {
  const ruling = rulingOn(title, kind, lastDayOf(year));
  return ruling ? lastDossierDay(ruling, year) : lastDayOf(year);
}

/**
 * The verdict as somebody may read it. Who may not know of discipline and pending matters reads “Tạm dừng xét”
 * without its reason, and otherwise what the open facts alone would give.
 */
export function verdictRead(
  line: Judged,
  year: number,
  facts: Facts,
  numbers: Numbers,
  knowsRestricted: boolean,
): Verdict {
  const verdict = verdictOn(line, year, facts, numbers);
  if (knowsRestricted) return verdict;
  if (verdict.outcome === "suspended") return { ...verdict, reason: null, findings: [], needs: [] };
  return verdictOn(line, year, withoutRestricted(facts), numbers);
}

export interface Standing {
  readonly tone: "good" | "watch" | "plain";
  readonly words: string;
}

/** A word or two beside the line; why a line is suspended is never among them. */
export function standingOf(verdict: Verdict): Standing {
  const unmet = verdict.findings.filter(({ state }) => state === "unmet").length;
  switch (verdict.outcome) {
    case "eligible":
      return { tone: "good", words: "Có thể đạt" };
    case "ineligible":
      return { tone: "watch", words: unmet > 0 ? `Chưa đủ: còn ${unmet} điều kiện` : "Chưa đủ điều kiện" };
    case "suspended":
      return { tone: "plain", words: "Tạm dừng xét" };
    case "refused":
      return { tone: "plain", words: "Chưa có quy định để xét" };
    case "unknown":
      return { tone: "plain", words: "Chưa đủ thông tin" };
  }
}
