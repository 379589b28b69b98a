import type { Block, OfficialDocument } from "../documents/tree.ts";
import {
  heading,
  officialDocument,
  paragraph,
  recipient,
  recipients,
  signedBy,
  signedFor,
  table,
} from "../documents/tree-build.ts";
import { writeDay } from "../platform/day.ts";
import { type ShownFigure, valueIn, writeValue } from "./figures.ts";
import { writePeriod } from "./period.ts";
import type { Review, Signatory } from "./review.ts";
import { paragraphsOf, type Section } from "./section.ts";

/** The body on paper: who stands above it, its code for the symbol. */
export interface Letterhead {
  readonly superior: string | null;
  readonly body: string;
  readonly code: string;
}

interface SectionFacts extends Pick<Section, "heading" | "kind" | "words"> {
  readonly figures: readonly ShownFigure[];
  readonly quotes: readonly { readonly words: string; readonly sourceUnitName: string }[];
}

export interface ReportFacts {
  readonly review: Pick<
    Review,
    "kind" | "year" | "from" | "to" | "movementName" | "unitName" | "receiverName" | "state"
  >;
  readonly sections: readonly SectionFacts[];
  readonly letterhead: Letterhead;
  readonly signatory: Omit<Signatory, "person"> | null;
  /** What the record calls the place a figure comes from. */
  readonly sourceNames: (code: string) => string;
}

const provinceOf = /(?:tỉnh|[Tt]hành phố|TP\.)\s+(\p{Lu}[\p{L} .-]+)$/u;

/** “Điện Biên” of a provincial body; the Ministry's own units are in Hà Nội. */
const placeOf = (body: string): string => provinceOf.exec(body)?.[1] ?? "Hà Nội";

/** The report (báo cáo) in the layout of Nghị định 30/2020/NĐ-CP, its figures in tables with their source. */
export function reviewDocument(facts: ReportFacts): OfficialDocument {
  const { review, letterhead, signatory } = facts;
  const what = review.kind === "interim" ? "Sơ kết" : "Tổng kết";
  const about = review.movementName ?? "phong trào thi đua và công tác khen thưởng";
  const written = facts.sections.filter((section) => blocksOf(section, facts).length > 0);
  return officialDocument({
    letterhead: {
      superior: letterhead.superior?.toLocaleUpperCase("vi") ?? null,
      issuer: letterhead.body.toLocaleUpperCase("vi"),
      number: null,
      symbol: `BC-${letterhead.code}`,
      place: placeOf(letterhead.body),
      day: { year: review.year },
    },
    title: {
      kind: "named",
      name: "BÁO CÁO",
      abstract: `${what} ${inSentence(about)} ${writePeriod(review)}`,
    },
    draft: review.state === "draft" || review.state === "returned" ? "DỰ THẢO" : null,
    body: [
      paragraph(
        `Thực hiện “${about}”, ${letterhead.body} báo cáo kết quả ${writePeriod(review)} (từ ngày ${writeDay(review.from)} đến ngày ${writeDay(review.to)}) như sau:`,
      ),
      ...written.flatMap((section, at) => [
        heading(1, `${roman(at + 1)}.`, section.heading.toLocaleUpperCase("vi")),
        ...blocksOf(section, facts),
      ]),
      paragraph(
        `Trên đây là báo cáo ${what.toLocaleLowerCase("vi")} ${writePeriod(review)} của ${letterhead.body}.`,
      ),
    ],
    recipients: recipients(
      [...(review.receiverName ? [recipient(review.receiverName, "để báo cáo")] : [recipient("Các đơn vị")])],
      "VT",
    ),
    signatures: [signatureOf(signatory)],
  });
}

const upper = (office: string): string => office.toLocaleUpperCase("vi");

const signatureOf = (signatory: ReportFacts["signatory"]): OfficialDocument["signatures"][number] =>
  signatory?.signsFor
    ? signedFor(
        signatory.signsFor.capacity,
        upper(signatory.signsFor.office),
        upper(signatory.title),
        signatory.name,
      )
    : signedBy(upper(signatory?.title ?? "Thủ trưởng đơn vị"), signatory?.name ?? null);

/** “phong trào thi đua …” in the middle of a sentence, without the years that its period says again. */
const inSentence = (name: string): string =>
  (name.startsWith("Phong trào") ? `p${name.slice(1)}` : name).replace(YEARS_AT_END, "");

const YEARS_AT_END = /,? (?:năm \d{4}|giai đoạn \d{4}\s*[-–]\s*\d{4})$/u;

const romans: readonly (readonly [number, string])[] = [
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** I, II, III … as headings are numbered. */
export function roman(number: number): string {
  const step = romans.find(([value]) => value <= number);
  return step ? `${step[1]}${roman(number - step[0])}` : "";
}

function blocksOf(section: SectionFacts, facts: ReportFacts): readonly Block[] {
  const listed = section.kind === "faults" || section.kind === "lessons" || section.kind === "proposals";
  const words = paragraphsOf(section.words).map((line, at) =>
    paragraph(listed ? `${at + 1}. ${line.replace(/^(?:[-+•]|\d+[.)])\s*/u, "")}` : line),
  );
  const taken = section.quotes.map(({ words: quoted, sourceUnitName }) =>
    paragraph(`${quoted} (${sourceUnitName})`),
  );
  return [...words, ...taken, ...tableOf(section.figures, facts.sourceNames)];
}

const tableOf = (figures: readonly ShownFigure[], sourceOf: ReportFacts["sourceNames"]): readonly Block[] =>
  figures.length === 0
    ? []
    : [
        table(
          [
            { title: "TT", share: 6, alignment: "centre" },
            { title: "Nội dung", share: 46 },
            { title: "Kết quả", share: 22, alignment: "right" },
            { title: "Nguồn số liệu", share: 26 },
          ],
          figures.map((figure, at) => [
            `${at + 1}`,
            figure.label,
            writeValue(valueIn(figure), figure.measure),
            figure.own
              ? `Đơn vị báo cáo; hệ thống: ${writeValue(figure.value, figure.measure)}. Lý do: ${figure.own.reason}`
              : sourceOf(figure.code),
          ]),
        ),
      ];
