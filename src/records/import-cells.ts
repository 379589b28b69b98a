import type { ListRow } from "../org/sheet-columns.ts";
import { type Day, readTypedDay, yearOf } from "../platform/day.ts";
import { fold, tidy } from "../platform/vietnamese.ts";
import type { Awards } from "./award.ts";
import type { DisciplineForm, FactKind, Grade, NewFact, Paper, Scope, Work } from "./fact.ts";
import type { ReadLine } from "./import.ts";

/** What stands for what a sheet does not say, and by which names awards are known. */
export interface Reading {
  readonly kind: FactKind;
  readonly usualYear: number | null;
  readonly awards: Awards;
}

type Note = (sentence: string) => null;

/** Reads a row of the sheet: one line, or one for each award when a cell names several. */
export function readLines(row: ListRow, reading: Reading): ReadLine[] {
  const errors: string[] = [];
  const note: Note = (sentence) => {
    errors.push(sentence);
    return null;
  };
  const cell = (name: string) => row.cells[name] ?? "";
  const birthYear = bornIn(cell("birthYear"), note);
  const facts = factsIn(cell, reading, note);
  const who = { row: row.number, name: cell("name"), birthYear, unitText: cell("unit") || row.heading || "" };
  if (errors.length > 0 || facts.length === 0) return [{ ...who, key: `r${row.number}`, fact: null, errors }];
  return facts.map((fact, index) => ({
    ...who,
    key: index === 0 ? `r${row.number}` : `r${row.number}-${index + 1}`,
    fact,
    errors: [],
  }));
}

function factsIn(cell: (name: string) => string, reading: Reading, note: Note): NewFact[] {
  const paper: Paper = {
    paperSymbol: cell("paperSymbol") || null,
    paperDay: dayIn(cell("paperDay"), note),
    decidedBy: cell("decidedBy") || null,
    remarks: cell("remarks") || null,
  };
  const year = () => yearIn(cell("year"), reading.usualYear, note);
  switch (reading.kind) {
    case "grade": {
      const [when, grade] = [year(), gradeIn(cell("grade"), note)];
      return when !== null && grade !== null ? [{ kind: "grade", ...paper, year: when, grade }] : [];
    }
    case "honour":
      return honoursIn(cell, paper, year(), reading.awards, note);
    case "initiative": {
      const when = year();
      const title = tidy(cell("title")) || note("Chưa ghi tên sáng kiến, đề tài.");
      const scope = scopeIn(cell("scope"), note);
      if (when === null || title === null || scope === null) return [];
      const work: Work = /de tai|de an|khoa hoc|cong trinh/.test(fold(cell("work")))
        ? "scientific"
        : "initiative";
      const recognised = recognisedIn(cell("recognised"));
      return [{ kind: "initiative", ...paper, year: when, title, work, scope, recognised, usedFor: [] }];
    }
    case "discipline": {
      const form = disciplineIn(cell("form"), note);
      const fromDay =
        dayIn(cell("fromDay"), note) ?? (cell("fromDay") ? null : note("Chưa ghi ngày bắt đầu."));
      const toDay = dayIn(cell("toDay"), note);
      if (form === null || fromDay === null) return [];
      return [{ kind: "discipline", ...paper, year: yearOf(fromDay), form, fromDay, toDay }];
    }
    case "absence": {
      const when = year();
      const days = /^\d{1,3}$/.test(cell("days"))
        ? Number(cell("days"))
        : note(`Số ngày nghỉ “${cell("days")}” không đọc được.`);
      if (when === null || days === null) return [];
      const countsAsWork = /thai san|sinh con|cuu nguoi|cuu tai san|chien dau/.test(
        fold(cell("countsAsWork")),
      );
      return [{ kind: "absence", ...paper, year: when, days, countsAsWork }];
    }
    case "service": {
      const fromDay = dayIn(cell("fromDay"), note) ?? (cell("fromDay") ? null : note("Chưa ghi ngày."));
      return fromDay === null ? [] : [{ kind: "service", ...paper, year: yearOf(fromDay), fromDay }];
    }
    default:
      return [];
  }
}

function honoursIn(
  cell: (name: string) => string,
  paper: Paper,
  year: number | null,
  awards: Awards,
  note: Note,
): NewFact[] {
  const fromYear = cell("fromYear") === "" ? null : yearIn(cell("fromYear"), null, note);
  const codes = awardsIn(cell("code"), awards, note);
  if (year === null) return [];
  return codes.map((code) => ({
    ...{
      kind: "honour",
      ...paper,
      year,
      code,
      fromYear,
      posthumous: false,
      revokedOn: null,
      revokedBy: null,
    },
  }));
}

/** How people write awards besides their names in the catalogue. */
const aliases: readonly (readonly [RegExp, string])[] = [
  [/^(cstd|csttd|chien si thi dua) ?(cs|co so)$/, "GRASSROOTS_EMULATION_FIGHTER"],
  [
    /^(cstd|chien si thi dua) ?(nganh|bo|nganh tu phap|cap bo|tinh|cap tinh|bo nganh)$/,
    "MINISTRY_EMULATION_FIGHTER",
  ],
  [/^(cstd|chien si thi dua) ?(tq|toan quoc)$/, "NATIONAL_EMULATION_FIGHTER"],
  [/^(ldtt|lao dong tien tien|chien si tien tien)$/, "ADVANCED_WORKER"],
  [/^(tt ?ldxs|tap the lao dong xuat sac|ldxs)$/, "EXCELLENT_LABOR_COLLECTIVE"],
  [/^(tt ?ldtt|tap the lao dong tien tien)$/, "ADVANCED_LABOR_COLLECTIVE"],
  [/^co thi dua (nganh|bo|nganh tu phap|cua bo tu phap)$/, "MINISTRY_EMULATION_FLAG"],
  [/^co thi dua (cua )?chinh phu$/, "GOVERNMENT_EMULATION_FLAG"],
  [/^(bk|bang khen) (cua )?(bo truong|bo tu phap|bt)( bo tu phap)?$/, "MINISTER_CERTIFICATE_OF_MERIT"],
  [/^(bk|bang khen) (cua )?(thu tuong|thu tuong chinh phu|ttcp)$/, "PM_CERTIFICATE_OF_MERIT"],
  [
    /^(bk|bang khen) (cua )?(ubnd tinh|chu tich ubnd tinh|tinh|ubnd thanh pho)$/,
    "PROVINCE_CERTIFICATE_OF_MERIT",
  ],
  [/^giay khen( cua .*)?$/, "CERTIFICATE_OF_COMMENDATION"],
  [/^(hcld|huan chuong lao dong) hang (ba|3|iii)$/, "LABOR_ORDER_3"],
  [/^(hcld|huan chuong lao dong) hang (nhi|2|ii)$/, "LABOR_ORDER_2"],
  [/^(hcld|huan chuong lao dong) hang (nhat|1|i)$/, "LABOR_ORDER_1"],
  [/^(kn?c|ky niem chuong)( vi su nghiep tu phap)?$/, "JUSTICE_COMMEMORATIVE_MEDAL"],
];

const plain = (text: string): string =>
  fold(tidy(text))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** The code of an award as people write it: its code, its name or short name, or a usual abbreviation. */
export function awardIn(text: string, awards: Awards): string | null {
  const known = awards.find(
    ({ code, name, shortName }) =>
      code === text.trim() || plain(name) === plain(text) || plain(shortName) === plain(text),
  );
  if (known) return known.code;
  const alias = aliases.find(([way]) => way.test(plain(text)))?.[1];
  return awards.find(({ code }) => code === alias)?.code ?? null;
}

function awardsIn(text: string, awards: Awards, note: Note): string[] {
  if (!text.trim()) {
    note("Chưa ghi danh hiệu, hình thức khen thưởng.");
    return [];
  }
  const whole = awardIn(text, awards);
  if (whole !== null) return [whole];
  const parts = text
    .split(/[;,\n+]/u)
    .map(tidy)
    .filter(Boolean);
  return parts.flatMap((part) => {
    const code = awardIn(part, awards);
    if (code === null) note(`Không nhận ra danh hiệu, hình thức “${part}”.`);
    return code === null ? [] : [code];
  });
}

function gradeIn(text: string, note: Note): Grade | null {
  const words = plain(text);
  if (/^(khong hoan thanh|khtnv|kht)/.test(words)) return "notCompleted";
  if (/xuat sac|^htxs/.test(words)) return "excellent";
  if (/hoan thanh tot|^htt(nv)?$|^tot$/.test(words)) return "good";
  if (/^hoan thanh|^ht(nv)?$/.test(words)) return "completed";
  return note(text ? `Không nhận ra mức xếp loại “${text}”.` : "Chưa ghi mức xếp loại.");
}

function scopeIn(text: string, note: Note): Scope | null {
  const words = plain(text);
  if (/toan quoc|nha nuoc/.test(words)) return "national";
  if (/bo|nganh|tinh|thanh pho/.test(words)) return "ministry";
  if (words === "" || /co so|don vi/.test(words)) return "grassroots";
  return note(`Không nhận ra phạm vi “${text}”; hãy ghi cơ sở, bộ ngành hoặc toàn quốc.`);
}

const recognisedIn = (text: string): boolean | null => {
  const words = plain(text);
  if (words === "") return null;
  return !/^khong|chua/.test(words);
};

function disciplineIn(text: string, note: Note): DisciplineForm | null {
  const words = plain(text);
  if (/khien trach/.test(words)) return "reprimand";
  if (/canh cao/.test(words)) return "warning";
  if (/giang chuc|cach chuc|ha bac/.test(words)) return "demotion";
  if (/thoi viec/.test(words)) return "dismissal";
  return note(text ? `Không nhận ra hình thức kỷ luật “${text}”.` : "Chưa ghi hình thức kỷ luật.");
}

function yearIn(text: string, usual: number | null, note: Note): number | null {
  const found = /(?<!\d)(\d{4})(?!\d)/.exec(text);
  if (found) return Number(found[1]);
  if (text.trim() === "" && usual !== null) return usual;
  return note(text.trim() ? `Năm “${text}” không đọc được.` : "Chưa ghi năm.");
}

function dayIn(text: string, note: Note): Day | null {
  if (text.trim() === "") return null;
  return readTypedDay(text) ?? note(`Ngày “${text}” không có thật hoặc không theo dạng dd/mm/yyyy.`);
}

function bornIn(text: string, note: Note): number | null {
  if (text.trim() === "") return null;
  const day = readTypedDay(text);
  if (day) return yearOf(day);
  return /^\d{4}$/.test(text.trim()) ? Number(text) : note(`Không đọc được năm sinh “${text}”.`);
}
