import { type Day, writeDay } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import { type Awards, awardName, awardShortName } from "./award.ts";
import {
  type CollectiveFact,
  disciplineNames,
  type FactValues,
  gradeNames,
  matterNames,
  type NewFact,
  scopeNames,
  workNames,
} from "./fact.ts";

/** What a fact says, in one line. */
export function wordsOf(fact: FactValues, awards: Awards): string {
  switch (fact.kind) {
    case "grade":
      return gradeNames[fact.grade];
    case "honour":
      return [
        awardName(awards, fact.code),
        fact.fromYear === null ? null : `giai đoạn ${fact.fromYear}–${fact.year}`,
        fact.posthumous ? "truy tặng" : null,
      ]
        .filter(Boolean)
        .join(", ");
    case "initiative":
      return `${workNames[fact.work]}: ${fact.title}`;
    case "discipline":
      return `${disciplineNames[fact.form]}, ${spanWords(fact.fromDay, fact.toDay)}`;
    case "pending":
      return `${matterNames[fact.matter]}, ${spanWords(fact.since, fact.endedOn)}`;
    case "absence":
      return `Nghỉ ${writeNumber(fact.days)} ngày${fact.countsAsWork ? ", được tính là thời gian công tác" : ""}`;
    case "service":
      return `Bắt đầu công tác từ ngày ${writeDay(fact.fromDay)}`;
    case "collective":
      return collectiveWords(fact);
  }
}

/** What there is to add in a second line; null when nothing. */
export function detailOf(fact: FactValues, awards: Awards): string | null {
  if (fact.kind === "initiative")
    return [
      `phạm vi ${scopeNames[fact.scope].toLocaleLowerCase("vi")}`,
      recognisedWords(fact.recognised),
      fact.usedFor.length > 0
        ? `đã dùng xét ${fact.usedFor.map((code) => awardShortName(awards, code)).join(", ")}`
        : null,
    ]
      .filter(Boolean)
      .join(" · ");
  if (fact.kind === "honour" && fact.revokedOn !== null)
    return `đã hủy bỏ theo ${fact.revokedBy ?? "quyết định"} ngày ${writeDay(fact.revokedOn)}`;
  if (fact.kind === "pending" && fact.cleared !== null)
    return fact.cleared ? "kết luận không vi phạm" : "kết luận có vi phạm";
  return null;
}

const recognisedWords = (recognised: boolean | null): string => {
  if (recognised === null) return "chưa rõ việc công nhận";
  return recognised ? "đã được công nhận" : "không được công nhận";
};

const spanWords = (from: Day, to: Day | null): string =>
  to === null ? `từ ngày ${writeDay(from)}` : `từ ngày ${writeDay(from)} đến ngày ${writeDay(to)}`;

function collectiveWords(fact: CollectiveFact): string {
  const counts: [number | null, string][] = [
    [fact.total, "người"],
    [fact.completed, "hoàn thành nhiệm vụ"],
    [fact.advancedWorkers, "Lao động tiên tiến"],
    [fact.grassrootsFighters, "Chiến sĩ thi đua cơ sở"],
    [fact.warnedOrWorse, "bị kỷ luật từ cảnh cáo"],
    [fact.women, "nữ"],
  ];
  const said = counts.flatMap(([count, what]) => (count === null ? [] : [`${writeNumber(count)} ${what}`]));
  const states = [
    yesOrNo(fact.targetsExceeded, "vượt chỉ tiêu", "không vượt chỉ tiêu"),
    yesOrNo(
      fact.cleanBodies,
      "tổ chức Đảng, đoàn thể trong sạch, vững mạnh",
      "tổ chức Đảng, đoàn thể chưa đạt trong sạch, vững mạnh",
    ),
    yesOrNo(fact.clusterVoted, "được cụm suy tôn", "không được cụm suy tôn"),
    fact.clusterRank === null ? null : `xếp thứ ${fact.clusterRank} trong cụm`,
  ];
  return [...said, ...states].filter(Boolean).join("; ");
}

const yesOrNo = (value: boolean | null, yes: string, no: string): string | null =>
  value === null ? null : value ? yes : no;

/** The paper behind a fact: symbol, day, who decided. */
export const paperWords = ({ paperSymbol, paperDay, decidedBy }: NewFact): string =>
  [paperSymbol, paperDay === null ? null : `ngày ${writeDay(paperDay)}`, decidedBy]
    .filter(Boolean)
    .join(", ");
