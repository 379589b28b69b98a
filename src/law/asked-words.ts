import { nameOf } from "./catalogue.ts";
import { type Grade, gradeNames, scopeNames } from "./facts.ts";
import { citedIn } from "./instruments.ts";
import type { Condition, FactCondition, Period, Sum } from "./rule.ts";
import { twoDigits } from "./situation.ts";

/** What a rule asks, in words, with its article: a condition before any case has been put to it. */
export interface AskedLine {
  readonly words: string;
  readonly basis: string;
  readonly verified: boolean;
  /** Symbols of the instruments of the article. */
  readonly instruments: readonly string[];
  /** Regimes in which alone it is asked. */
  readonly onlyIn: readonly string[] | null;
  /** What is inside: all of a standard, or the ways of which one is enough. */
  readonly ways: readonly (readonly AskedLine[])[];
}

/** A condition as a line a lawyer can read. */
export const askedLine = (condition: Condition): AskedLine => ({
  words: wordsOf(condition),
  basis: condition.basis,
  verified: condition.mark === "S",
  instruments: citedIn(condition.basis).map(({ symbol }) => symbol),
  onlyIn: condition.onlyIn ?? null,
  ways: waysOf(condition),
});

function waysOf(condition: Condition): AskedLine["ways"] {
  if (condition.kind === "any") return condition.ways.map((way) => way.map(askedLine));
  return condition.kind === "standard" ? [condition.all.map(askedLine)] : [];
}

const facts: Readonly<Record<FactCondition["fact"], string>> = {
  registered: "Đã đăng ký thi đua của năm",
  reviewed: "Bình xét của đơn vị xác nhận các tiêu chuẩn chung (phẩm chất, đoàn kết, tham gia phong trào)",
  targetsExceeded: "Hoàn thành vượt mức các chỉ tiêu, nhiệm vụ của năm",
  cleanBodies: "Tổ chức đảng, đoàn thể trong sạch, vững mạnh",
};

const graded = (grade: Grade): string => `“${gradeNames[grade]}”${grade === "excellent" ? "" : " trở lên"}`;

const orHolding = (title: Parameters<typeof nameOf>[0] | null): string =>
  title === null ? "" : ` hoặc đạt ${nameOf(title)}`;

function wordsOf(condition: Condition): string {
  switch (condition.kind) {
    case "fact":
      return facts[condition.fact];
    case "grade":
      return `Được xếp loại ${graded(condition.atLeast)}${condition.reviewSuffices ? " (bình xét của đơn vị có thể thay)" : ""}`;
    case "tenure":
      return `Công tác tại đơn vị ít nhất ${condition.months} tháng`;
    case "service":
      return `Số năm công tác trong ngành: ${condition.words}`;
    case "age":
      return `Tập thể được thành lập ít nhất ${condition.months} tháng`;
    case "discipline":
      return condition.counts === "imposed"
        ? "Không bị kỷ luật trong năm"
        : "Không trong thời gian chịu kỷ luật; thành tích tính từ khi hết thời hạn";
    case "initiatives":
      return `Có ${twoDigits(condition.count)} sáng kiến, đề tài khoa học được công nhận có phạm vi ảnh hưởng ${scopeNames[condition.scope]} ${periodWords(condition.period)}${condition.usedOnce ? ", chưa dùng để xét danh hiệu, hình thức khác" : ""}`;
    case "titles-in-a-row":
      return condition.count === 1
        ? `Đã đạt ${nameOf(condition.title)} của năm`
        : `Đạt ${nameOf(condition.title)} ${twoDigits(condition.count)} lần liên tục, lần cuối là năm xét`;
    case "year-after-second":
      return `Đạt ${nameOf(condition.title)} 02 lần liên tục; hồ sơ gửi trong năm liền kề sau ${condition.after === "title" ? "năm đạt lần thứ hai" : "quyết định lần thứ hai"}, chậm nhất ngày ${condition.until.split("-").reverse().join("/")}`;
    case "standard":
      return `Đạt ${nameOf(condition.title)} của năm hoặc đủ tiêu chuẩn danh hiệu đó`;
    case "any":
      return condition.words;
    case "quota":
      return `Không quá ${condition.percent} % ${condition.of === "workers" ? "số đạt Lao động tiên tiến của đơn vị" : "số tập thể dẫn đầu cụm, khối"}, phần lẻ bỏ`;
    case "share":
      return `${condition.strictly ? "Trên" : "Ít nhất"} ${condition.percent} % thành viên ${condition.part === "completed" ? "hoàn thành nhiệm vụ" : "đạt Lao động tiên tiến"}`;
    case "members":
      return `${condition.asks === "one" ? "Có ít nhất 01" : "Không có"} ${condition.part === "grassrootsFighters" ? "thành viên đạt Chiến sĩ thi đua cơ sở" : "thành viên bị kỷ luật từ cảnh cáo trở lên"}`;
    case "cluster":
      return condition.leading
        ? "Dẫn đầu và được cụm, khối thi đua bình chọn, suy tôn"
        : "Được cụm, khối thi đua bình chọn, suy tôn";
    case "not-beside":
      return `Không được tặng ${nameOf(condition.award)} cùng năm`;
    case "holds":
      return `Đã được tặng ${condition.awards.map((code) => nameOf(code)).join(" hoặc ")}`;
    case "once":
      return "Chưa được tặng lần nào";
    case "years":
      return `${twoDigits(condition.count)} năm liên tục được xếp loại ${graded(condition.atLeast)}${orHolding(condition.orTitle)} ${periodWords(condition.period)}${condition.upTo ? ", tính đến năm xét" : ""}`;
    case "every-year":
      return `Mọi năm được xếp loại ${graded(condition.atLeast)}${orHolding(condition.orTitle)} ${periodWords(condition.period)}`;
    case "graded-years":
      return `Có ${twoDigits(condition.count)} năm được xếp loại ${graded(condition.atLeast)} ${periodWords(condition.period)}`;
    case "times":
      return `Có ${twoDigits(condition.count)} lần đạt ${nameOf(condition.title)} ${periodWords(condition.period)}`;
    case "sums":
      return `Có ${condition.sums.map(sumWords).join(" hoặc ")} ${periodWords(condition.period)}`;
    case "one-state-form":
      return "Trong một năm không quá một hình thức khen thưởng cấp Nhà nước";
    case "medal-discipline":
      return "Không bị kỷ luật buộc thôi việc; đã qua 01 năm kể từ khi hết thời hạn kỷ luật khác";
    case "unrecorded":
      return condition.words;
  }
}

function periodWords(period: Period): string {
  switch (period.kind) {
    case "last":
      return period.years === 1 ? "trong năm xét" : `trong ${twoDigits(period.years)} năm gần nhất`;
    case "titles":
      return `trong thời gian đạt ${twoDigits(period.count)} lần ${nameOf(period.title)} gần nhất`;
    case "run":
      return `trong các năm liên tục được xếp loại ${graded(period.atLeast)}`;
    case "since":
      return `kể từ khi được tặng ${period.awards.map((code) => nameOf(code)).join(" hoặc ")}`;
  }
}

const sumWords = ({ government, ministry, certificates, onlyWithoutFlags }: Sum): string =>
  [
    government > 0 ? `${twoDigits(government)} Cờ thi đua của Chính phủ` : "",
    ministry > 0 ? `${twoDigits(ministry)} Cờ thi đua của bộ, ban, ngành, tỉnh` : "",
    certificates > 0 ? `${twoDigits(certificates)} Bằng khen của bộ, ban, ngành, tỉnh` : "",
  ]
    .filter(Boolean)
    .join(" và ") + (onlyWithoutFlags ? " (tập thể không thuộc đối tượng tặng cờ)" : "");
