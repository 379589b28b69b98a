import type { Block, OfficialDocument } from "../documents/tree.ts";
import {
  aligned,
  annex,
  bold,
  heading,
  list,
  officialDocument,
  paragraph,
  recipient,
  recipients,
  signedBy,
  table,
} from "../documents/tree-build.ts";
import { placeOfPapers } from "../org/place.ts";
import { type Day, writeDay } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import { type LineChain, lineChainNames } from "./chain.ts";
import type { Line } from "./line.ts";
import type { Registration } from "./registration.ts";
import type { Target } from "./target.ts";
import { titleName } from "./title.ts";

/** A body on paper: who stands above it, its code for the symbol, its place, who signs. */
export interface Signatory {
  readonly superior: string | null;
  readonly body: string;
  readonly code: string;
  readonly office: string;
  readonly name: string | null;
}

interface ListFacts {
  readonly registration: Pick<Registration, "year" | "movementName" | "receiverName">;
  readonly lines: readonly Line[];
  readonly targets: readonly Target[];
  /** Only what goes up one chain; null for the whole list. */
  readonly chain: LineChain | null;
  readonly signatory: Signatory;
}

/** The list for signature (bản đăng ký), in the layout of Nghị định 30/2020/NĐ-CP. */
export function registrationDocument(facts: ListFacts): OfficialDocument {
  const { registration, signatory, chain } = facts;
  const lines = facts.lines.filter(
    (line) => line.state === "listed" && (chain === null || line.chain === chain),
  );
  return officialDocument({
    letterhead: {
      superior: signatory.superior?.toLocaleUpperCase("vi") ?? null,
      issuer: signatory.body.toLocaleUpperCase("vi"),
      number: null,
      symbol: `ĐK-${signatory.code}`,
      place: placeOfPapers(signatory.body),
      day: { year: registration.year },
    },
    title: {
      kind: "named",
      name: "BẢN ĐĂNG KÝ",
      abstract: `Danh hiệu thi đua, hình thức khen thưởng và chỉ tiêu thi đua năm ${registration.year}`,
    },
    body: [
      paragraph(
        `Thực hiện “${registration.movementName}”, ${signatory.body} đăng ký các danh hiệu thi đua, hình thức khen thưởng và chỉ tiêu sau:`,
      ),
      ...sectionsOf(lines, facts.targets),
    ],
    recipients: recipients([recipient(addresseeOf(registration, chain), "để tổng hợp")], "VT"),
    signatures: [signedBy(signatory.office.toLocaleUpperCase("vi"), signatory.name)],
  });
}

const addresseeOf = (registration: ListFacts["registration"], chain: LineChain | null): string =>
  chain === "territorial" ? "Ủy ban nhân dân cấp tỉnh (qua Sở Nội vụ)" : registration.receiverName;

const roman = ["I", "II", "III", "IV"] as const;

function sectionsOf(lines: readonly Line[], targets: readonly Target[]): readonly Block[] {
  const sections: { title: string; blocks: readonly Block[] }[] = [];
  const individuals = lines.filter(({ subject }) => subject.kind === "individual");
  const collectives = lines.filter(({ subject }) => subject.kind === "collective");
  const households = lines.filter(({ subject }) => subject.kind === "household");
  if (collectives.length > 0)
    sections.push({ title: "Tập thể", blocks: [linesTable(collectives, "Tên tập thể")] });
  if (individuals.length > 0)
    sections.push({ title: "Cá nhân", blocks: [linesTable(individuals, "Họ và tên")] });
  if (households.length > 0)
    sections.push({ title: "Hộ gia đình", blocks: [linesTable(households, "Hộ gia đình")] });
  if (targets.length > 0)
    sections.push({ title: "Chỉ tiêu thi đua", blocks: [list(targets.map(writeTarget))] });
  return sections.flatMap(({ title, blocks }, at) => [heading(1, `${roman[at]}.`, title), ...blocks]);
}

const linesTable = (lines: readonly Line[], naming: string): Block => {
  const withPlace = lines.some((line) => placeInUnit(line) !== "");
  return table(
    [
      { title: "TT", share: 5, alignment: "centre" },
      { title: naming, share: 28 },
      ...(withPlace ? [{ title: "Chức vụ, đơn vị", share: 30 }] : []),
      { title: "Danh hiệu, hình thức đăng ký", share: 27 },
      { title: "Nơi trình", share: 18 },
    ],
    lines.map((line, at) => [
      `${at + 1}`,
      line.subject.name,
      ...(withPlace ? [placeInUnit(line)] : []),
      titleName(line.title, line.chain),
      lineChainNames[line.chain],
    ]),
  );
};

export const placeInUnit = ({ subject, gatheredFrom }: Line): string => {
  if (subject.kind !== "individual") return gatheredFrom?.unitName ?? "";
  return [subject.post, subject.unitName].filter(Boolean).join(", ");
};

/** “Tỷ lệ hòa giải thành: 85 % (theo báo cáo thống kê)”. */
export const writeTarget = ({ words, value, valueUnit, measure }: Target): string => {
  const amount = value === null ? "" : `: ${writeNumber(value)} ${valueUnit}`;
  return `${words}${amount}${measure ? ` (${measure})` : ""}`;
};

interface UrgingFacts {
  readonly movementName: string;
  /** In words, when one deadline holds for all. */
  readonly deadline: string | null;
  readonly debtors: readonly string[];
  readonly signatory: Signatory;
  readonly today: Day;
}

const MOST_ADDRESSEES = 8;

/** The letter that urges those who have not sent (công văn đôn đốc). */
export function urgingDocument({
  movementName,
  deadline,
  debtors,
  signatory,
  today,
}: UrgingFacts): OfficialDocument {
  const named = debtors.length <= MOST_ADDRESSEES;
  return officialDocument({
    letterhead: {
      superior: signatory.superior?.toLocaleUpperCase("vi") ?? null,
      issuer: signatory.body.toLocaleUpperCase("vi"),
      number: null,
      symbol: signatory.code,
      place: placeOfPapers(signatory.body),
      day: { year: Number(today.slice(0, 4)) },
    },
    title: { kind: "letter", abstract: "đôn đốc gửi đăng ký thi đua" },
    addressees: named ? debtors : ["Các đơn vị theo danh sách kèm theo"],
    body: [
      paragraph(
        `Thực hiện “${movementName}”, đến ngày ${writeDay(today)} còn ${debtors.length} đơn vị chưa gửi đăng ký thi đua${deadline ? ` (hạn ${deadline})` : ""}.`,
      ),
      paragraph(
        "Đề nghị Thủ trưởng đơn vị chỉ đạo hoàn thành việc đăng ký và gửi ngay sau khi nhận được Công văn này; trường hợp có khó khăn, vướng mắc, đề nghị phản ánh kịp thời để được hướng dẫn.",
      ),
      paragraph("Trân trọng."),
    ],
    recipients: recipients([recipient("Như trên")], "VT"),
    signatures: [signedBy(signatory.office.toLocaleUpperCase("vi"), signatory.name)],
    annexes: named
      ? []
      : [
          annex({
            label: "Phụ lục",
            name: "Danh sách đơn vị chưa gửi đăng ký thi đua",
            reference: "(Kèm theo Công văn đôn đốc gửi đăng ký thi đua)",
            body: [
              table(
                [
                  { title: "TT", share: 8, alignment: "centre" },
                  { title: "Đơn vị", share: 92 },
                ],
                debtors.map((debtor, at) => [`${at + 1}`, debtor]),
              ),
            ],
          }),
        ],
  });
}

export interface SummaryRow {
  readonly unitName: string;
  readonly standing: string;
  readonly sentOn: Day | null;
  readonly counts: readonly number[];
}

export interface SummaryFacts {
  readonly movementName: string;
  readonly year: number;
  readonly titles: readonly string[];
  readonly rows: readonly SummaryRow[];
  readonly signatory: Signatory;
}

/** The summary of all registrations (bảng tổng hợp), units down, titles across. */
export function summaryDocument({
  movementName,
  year,
  titles,
  rows,
  signatory,
}: SummaryFacts): OfficialDocument {
  const totals = titles.map((_title, at) => rows.reduce((sum, row) => sum + (row.counts[at] ?? 0), 0));
  const body = [
    table(
      [
        { title: "TT", share: 5, alignment: "centre" },
        { title: "Đơn vị", share: 30 },
        { title: "Tình trạng", share: 16 },
        { title: "Ngày gửi", share: 12, alignment: "centre" },
        ...titles.map((title) => ({ title, share: 10, alignment: "right" as const })),
      ],
      [
        ...rows.map((row, at) => [
          `${at + 1}`,
          row.unitName,
          row.standing,
          row.sentOn ? writeDay(row.sentOn) : "",
          ...row.counts.map((count) => (count === 0 ? "" : writeNumber(count))),
        ]),
        ["", bold("Tổng số"), "", "", ...totals.map((total) => bold(writeNumber(total)))],
      ],
      { size: 11 },
    ),
  ];
  return officialDocument({
    letterhead: {
      superior: signatory.superior?.toLocaleUpperCase("vi") ?? null,
      issuer: signatory.body.toLocaleUpperCase("vi"),
      number: null,
      symbol: null,
      place: placeOfPapers(signatory.body),
      day: { year },
    },
    title: {
      kind: "named",
      name: "BẢNG TỔNG HỢP",
      abstract: `Đăng ký danh hiệu thi đua, hình thức khen thưởng năm ${year}`,
    },
    body: [aligned("centre", movementName), paragraph("Chi tiết theo bảng kèm theo.")],
    signatures: [signedBy(signatory.office.toLocaleUpperCase("vi"), signatory.name)],
    annexes: [
      annex({
        label: "Phụ lục",
        name: `Tổng hợp đăng ký thi đua năm ${year}`,
        orientation: "landscape",
        body,
      }),
    ],
  });
}
