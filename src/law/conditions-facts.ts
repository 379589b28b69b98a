import { writeDay } from "../platform/day.ts";
import { nameOf } from "./catalogue.ts";
import { type Discipline, gradeNames, reaches } from "./facts.ts";
import type {
  AgeCondition,
  ClusterCondition,
  DisciplineCondition,
  FactCondition,
  GradeCondition,
  NotBesideCondition,
  QuotaCondition,
  ServiceCondition,
  TenureCondition,
} from "./rule.ts";
import { found, type Situation, touchesYear, twoDigits } from "./situation.ts";
import type { Finding } from "./verdict.ts";

/** Conditions that look at one fact of the year: registration, review, grade, tenure, discipline, quota, cluster. */
interface FactWords {
  readonly met: string;
  readonly unmet: string;
  readonly unknown: string;
  readonly needs: string;
}

const factWords: Readonly<Record<FactCondition["fact"], FactWords>> = {
  registered: {
    met: "Đã đăng ký thi đua",
    unmet: "Không đăng ký thi đua",
    unknown: "Chưa rõ có đăng ký thi đua hay không",
    needs: "Cần có đăng ký thi đua",
  },
  reviewed: {
    met: "Bình xét của đơn vị xác nhận các tiêu chuẩn chung (phẩm chất, đoàn kết, tham gia phong trào)",
    unmet:
      "Bình xét của đơn vị không xác nhận các tiêu chuẩn chung (phẩm chất, đoàn kết, tham gia phong trào)",
    unknown: "Chưa có bình xét của đơn vị về các tiêu chuẩn chung (phẩm chất, đoàn kết, tham gia phong trào)",
    needs: "Cần biên bản bình xét của đơn vị xác nhận các tiêu chuẩn chung",
  },
  targetsExceeded: {
    met: "Hoàn thành vượt mức các chỉ tiêu, nhiệm vụ",
    unmet: "Không hoàn thành vượt mức các chỉ tiêu, nhiệm vụ",
    unknown: "Chưa rõ có hoàn thành vượt mức các chỉ tiêu, nhiệm vụ hay không",
    needs: "Cần hoàn thành vượt mức các chỉ tiêu, nhiệm vụ",
  },
  cleanBodies: {
    met: "Tổ chức đảng, đoàn thể trong sạch, vững mạnh",
    unmet: "Tổ chức đảng, đoàn thể không đạt trong sạch, vững mạnh",
    unknown: "Chưa rõ tổ chức đảng, đoàn thể có trong sạch, vững mạnh hay không",
    needs: "Cần tổ chức đảng, đoàn thể được công nhận trong sạch, vững mạnh",
  },
};

export function judgeFact(condition: FactCondition, { facts, case: asked }: Situation): Finding | null {
  const value = facts[condition.fact];
  if (value === undefined && condition.ifGiven) return null;
  const state = value === undefined ? "unknown" : value ? "met" : "unmet";
  const words = factWords[condition.fact];
  return found(condition, {
    state,
    words: words[state],
    evidence: value === undefined ? [] : [condition.fact],
    needs: `${words.needs} năm ${asked.year}`,
  });
}

export function judgeGrade(condition: GradeCondition, { facts, case: asked }: Situation): Finding {
  const grade = facts.grades?.[asked.year];
  const floor = `“${gradeNames[condition.atLeast]}”${condition.atLeast === "excellent" ? "" : " trở lên"}`;
  const needs = `Cần xếp loại ${floor} năm ${asked.year}`;
  if (grade !== undefined)
    return found(condition, {
      state: reaches(grade, condition.atLeast) ? "met" : "unmet",
      words: `Năm ${asked.year} được xếp loại “${gradeNames[grade]}”; yêu cầu ${floor}`,
      evidence: [`grades.${asked.year}`],
      needs,
    });
  if (condition.reviewSuffices && facts.reviewed !== undefined)
    return found(condition, {
      state: facts.reviewed ? "met" : "unmet",
      words: `Bình xét của đơn vị ${facts.reviewed ? "xác nhận" : "không xác nhận"} ${floor} năm ${asked.year}`,
      evidence: ["reviewed"],
      needs,
    });
  return found(condition, {
    state: "unknown",
    words: `Chưa có kết quả xếp loại năm ${asked.year}; yêu cầu ${floor}`,
    evidence: [],
    needs,
  });
}

export function judgeTenure(condition: TenureCondition, { facts }: Situation): Finding | null {
  const months = facts.tenureMonths;
  const short = months !== undefined && months < condition.months;
  if (condition.shown === "unmet" && !short) return null;
  const needs = `Cần đủ ${condition.months} tháng công tác`;
  if (months === undefined)
    return found(condition, {
      state: "unknown",
      words: "Chưa rõ thời gian công tác",
      evidence: [],
      needs: `${needs}: bổ sung thời gian công tác`,
    });
  return found(condition, {
    state: short ? "unmet" : "met",
    words: `Công tác ${months} tháng; yêu cầu từ ${condition.months} tháng`,
    evidence: ["tenureMonths"],
    needs: `${needs}, còn thiếu ${condition.months - months} tháng`,
  });
}

/** The time of a measure does not count; how much of the service that takes away is left to a person. */
export function judgeService(condition: ServiceCondition, { facts }: Situation): Finding {
  const { tenureMonths, discipline } = facts;
  const enough = tenureMonths !== undefined && tenureMonths >= 12 * condition.years;
  const met = enough && discipline?.length === 0;
  const evidence = [
    ...(tenureMonths === undefined ? [] : ["tenureMonths"]),
    ...(enough && discipline !== undefined ? ["discipline"] : []),
  ];
  return found(condition, {
    state: met ? "met" : "unknown",
    words: met
      ? `Công tác ${tenureMonths} tháng; ${condition.years} năm là đủ cho mọi trường hợp (${condition.words})`
      : `Chưa rõ chức vụ và số năm công tác trong ngành được tính (${condition.words})`,
    evidence,
    needs: "Cần quá trình công tác trong ngành Tư pháp",
  });
}

export function judgeAge(condition: AgeCondition, { facts }: Situation): Finding {
  const months = facts.existsMonths;
  const needs = `Tập thể cần có quá trình hoạt động từ ${condition.months} tháng`;
  if (months === undefined)
    return found(condition, {
      state: "unknown",
      words: "Chưa rõ thời gian hoạt động của tập thể",
      evidence: [],
      needs,
    });
  return found(condition, {
    state: months >= condition.months ? "met" : "unmet",
    words: `Tập thể đã hoạt động ${months} tháng; yêu cầu từ ${condition.months} tháng`,
    evidence: ["existsMonths"],
    needs: `${needs}, còn thiếu ${condition.months - months} tháng`,
  });
}

export function judgeDiscipline(
  condition: DisciplineCondition,
  { facts, case: asked }: Situation,
): Finding | null {
  const counts = (one: Discipline): boolean =>
    condition.counts === "imposed" ? one.from.startsWith(`${asked.year}-`) : touchesYear(one, asked.year);
  const measures = facts.discipline?.map((one, index) => ({ one, index })).filter(({ one }) => counts(one));
  if (condition.shown === "unmet" && !measures?.length) return null;
  const needs = `Cần một năm không bị kỷ luật; năm ${asked.year} không được tính`;
  if (measures === undefined)
    return found(condition, {
      state: "unknown",
      words: `Chưa rõ có bị kỷ luật trong năm ${asked.year} hay không`,
      evidence: [],
      needs: `Cần xác nhận không bị kỷ luật trong năm ${asked.year}`,
    });
  const first = measures[0]?.one;
  // Whether the rest of a year is enough for a yearly title, no text says.
  const endsWithin =
    condition.counts === "touching" && measures.every(({ one }) => endsInYear(one, asked.year));
  return found(endsWithin ? { ...condition, mark: "?" } : condition, {
    state: first ? "unmet" : "met",
    words: first
      ? `Bị ${disciplineNames[first.form]} từ ngày ${writeDay(first.from)}${endsWithin ? "; văn bản không nói phần năm còn lại có đủ để xét hay không" : ""}`
      : `Không bị kỷ luật trong năm ${asked.year}`,
    evidence: first ? measures.map(({ index }) => `discipline[${index}]`) : ["discipline"],
    needs,
  });
}

const endsInYear = ({ to }: Discipline, year: number): boolean => to !== undefined && to <= `${year}-12-31`;

export const disciplineNames = {
  reprimand: "khiển trách",
  warning: "cảnh cáo",
  demotion: "giáng chức, cách chức hoặc hạ bậc lương",
  dismissal: "buộc thôi việc",
} as const;

export function judgeQuota(condition: QuotaCondition, { facts, case: asked }: Situation): Finding {
  const { base, already } = facts.quota ?? {};
  const among = condition.of === "workers" ? "số đạt Lao động tiên tiến" : "số tập thể dẫn đầu cụm, khối";
  const title = nameOf(asked.ask);
  if (base === undefined || already === undefined)
    return found(condition, {
      state: "unknown",
      words: `Chưa rõ tỷ lệ: ${title} không quá ${condition.percent} % ${among}`,
      evidence: facts.quota ? ["quota"] : [],
      needs: `Cần ${among} và số đã đề nghị để tính tỷ lệ ${condition.percent} %`,
    });
  const most = Math.floor((base * condition.percent) / 100);
  return found(condition, {
    state: already + 1 <= most ? "met" : "unmet",
    words: `${condition.percent} % của ${base} là nhiều nhất ${twoDigits(most)}; đã đề nghị ${twoDigits(already)}`,
    evidence: ["quota"],
    needs: `Vượt tỷ lệ ${condition.percent} %: cần bớt ${twoDigits(already + 1 - most)} đề nghị ${title} năm ${asked.year}`,
  });
}

export function judgeCluster(condition: ClusterCondition, { facts, case: asked }: Situation): Finding {
  const { voted, rank } = facts.cluster ?? {};
  const needs = condition.leading
    ? `Cần dẫn đầu và được cụm, khối thi đua bình chọn, suy tôn năm ${asked.year}`
    : `Cần được cụm, khối thi đua bình chọn, suy tôn năm ${asked.year}`;
  const fails = voted === false || (condition.leading && rank !== undefined && rank > 1);
  const missing = voted === undefined || (condition.leading && rank === undefined);
  const evidence = [
    ...(voted === undefined ? [] : ["cluster.voted"]),
    ...(rank === undefined || !condition.leading ? [] : ["cluster.rank"]),
  ];
  if (fails)
    return found(condition, {
      state: "unmet",
      words:
        voted === false
          ? "Cụm, khối thi đua không suy tôn"
          : `Xếp thứ ${rank} trong cụm, khối thi đua, không dẫn đầu`,
      evidence,
      needs,
    });
  return found(condition, {
    state: missing ? "unknown" : "met",
    words: missing
      ? "Chưa rõ kết quả bình chọn, suy tôn của cụm, khối thi đua"
      : condition.leading
        ? "Dẫn đầu cụm, khối thi đua và được suy tôn"
        : "Được cụm, khối thi đua suy tôn",
    evidence,
    needs,
  });
}

export function judgeNotBeside(condition: NotBesideCondition, { held, case: asked }: Situation): Finding {
  const other = nameOf(condition.award);
  const beside = held?.find(({ code, year }) => code === condition.award && year === asked.year);
  if (held === undefined)
    return found(condition, {
      state: "unknown",
      words: `Chưa rõ có được đề nghị ${other} cùng năm ${asked.year} hay không`,
      evidence: [],
      needs: `Cần danh sách danh hiệu, hình thức đã được tặng để biết có ${other} năm ${asked.year} hay không`,
    });
  return found(condition, {
    state: beside ? "unmet" : "met",
    words: beside ? `Đã có ${other} năm ${asked.year}` : `Không có ${other} cùng năm ${asked.year}`,
    evidence: beside ? [beside.path] : ["honours"],
    needs: `Không tặng cùng một năm với ${other} (${condition.award}): chọn một trong hai`,
  });
}
