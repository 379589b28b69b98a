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
import { type Day, writeDay } from "../platform/day.ts";
import { writeDeadline } from "../platform/deadline.ts";
import { writeNumber } from "../platform/money.ts";
import type { PlanContent, PlanIssue, PlanItem } from "./unit-plan.ts";

/** What the paper needs besides the plan. */
interface UnitPlanFacts {
  readonly unitName: string;
  /** The office of the unit's head, when nobody has signed yet. */
  readonly headOffice: string;
  readonly superior: string | null;
  /** The usual symbol: `KH-STP`. */
  readonly symbol: string;
  readonly place: string;
  readonly today: Day;
  readonly issue: PlanIssue | null;
  readonly launches: readonly LaunchAnswered[];
}

/** A launch as the plan names it. */
interface LaunchAnswered {
  readonly name: string;
  readonly launcherName: string;
  /** “1518/QĐ-BTP ngày 15/11/2026”; null without a number. */
  readonly paper: string | null;
}

const upper = (text: string): string => text.toLocaleUpperCase("vi");
const ROMAN = ["I", "II", "III", "IV", "V"];

/** The unit's plan as a paper of its own, in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export function unitPlanDocument(content: PlanContent, facts: UnitPlanFacts): OfficialDocument {
  const { issue } = facts;
  return officialDocument({
    letterhead: {
      superior: facts.superior === null ? null : upper(facts.superior),
      issuer: upper(facts.unitName),
      number: issue?.number ?? null,
      symbol: issue?.symbol ?? facts.symbol,
      place: issue?.place ?? facts.place,
      day: issue?.on ?? { year: Number(facts.today.slice(0, 4)) },
    },
    title: {
      kind: "named",
      name: "KẾ HOẠCH",
      abstract: content.name.replace(/^Kế hoạch\s+/u, "").replace(/^./u, upper),
    },
    draft: issue === null ? "DỰ THẢO" : null,
    body: [
      paragraph(openingOf(facts)),
      ...partsOf(content)
        .filter(({ blocks }) => blocks.length > 0)
        .flatMap(({ title, blocks }, index) => [heading(1, `${ROMAN[index]}.`, title), ...blocks]),
    ],
    recipients: recipients(
      [
        ...facts.launches.map(({ launcherName }) => recipient(launcherName, "để báo cáo")),
        recipient("Các phòng, đơn vị trực thuộc", "để thực hiện"),
      ],
      "VT",
    ),
    signatures: [signatureOf(facts)],
  });
}

function openingOf({ unitName, launches }: UnitPlanFacts): string {
  const named = launches.map(
    ({ name, launcherName, paper }) =>
      `“${name}” của ${launcherName}${paper === null ? "" : ` (văn bản số ${paper})`}`,
  );
  return `Thực hiện ${named.join("; ")}, ${unitName} xây dựng kế hoạch như sau:`;
}

function signatureOf({ issue, headOffice }: UnitPlanFacts): OfficialDocument["signatures"][number] {
  if (issue === null) return signedBy(upper(headOffice), null);
  const office = upper(issue.signerOffice);
  return issue.signerCapacity?.startsWith("KT.")
    ? signedFor("KT.", upper(headOffice), office, issue.signerName)
    : signedBy(office, issue.signerName);
}

interface Titled {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const paragraphs = (text: string | null): Block[] =>
  (text ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => paragraph(line));

const purposeOf = ({ goal, requirements }: PlanContent): Block[] =>
  [
    { title: "Mục đích", blocks: paragraphs(goal) },
    { title: "Yêu cầu", blocks: paragraphs(requirements) },
  ]
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, index) => [heading(2, `${index + 1}.`, title), ...blocks]);

const partsOf = (content: PlanContent): Titled[] => [
  { title: "MỤC ĐÍCH, YÊU CẦU", blocks: purposeOf(content) },
  { title: "NỘI DUNG THI ĐUA", blocks: contentsOf(content.items) },
  { title: "CHỈ TIÊU", blocks: targetsOf(content.items) },
  { title: "THỜI HẠN", blocks: deadlinesOf(content.items) },
  { title: "TỔ CHỨC THỰC HIỆN", blocks: paragraphs(content.arrangements) },
];

/** Contents below their headings, numbered anew. */
function contentsOf(items: readonly PlanItem[]): Block[] {
  const contents = items.filter(({ kind }) => kind === "content");
  const headings = [...new Set(contents.map(({ grouping, words }) => grouping ?? words))];
  return headings.flatMap((title, index): Block[] => {
    const under = contents.filter(({ grouping }) => grouping === title);
    const own = contents.filter(({ grouping, words }) => grouping === null && words === title);
    return [
      heading(2, `${index + 1}.`, title),
      ...own.flatMap(({ responsible }) => (responsible ? [paragraph(`Chủ trì: ${responsible}.`)] : [])),
      ...under.map(({ words, responsible }, below) =>
        paragraph(`${index + 1}.${below + 1}. ${words}${responsible ? ` (chủ trì: ${responsible})` : ""}`),
      ),
    ];
  });
}

function targetsOf(items: readonly PlanItem[]): Block[] {
  const targets = items.filter(({ kind }) => kind === "target");
  if (targets.length === 0) return [];
  return [
    table(
      [
        { title: "TT", share: 6, alignment: "centre" },
        { title: "Chỉ tiêu", share: 54 },
        { title: "Mức", share: 16, alignment: "centre" },
        { title: "Cách đo", share: 24 },
      ],
      targets.map((target, index) => [
        `${index + 1}`,
        target.base ? `${target.words} (trên ${target.base})` : target.words,
        target.value === null
          ? ""
          : `${target.direction === "at-most" ? "≤ " : ""}${writeNumber(target.value)}${target.valueUnit === "%" ? "%" : ` ${target.valueUnit ?? ""}`}`,
        target.measure ?? "",
      ]),
    ),
  ];
}

const deadlinesOf = (items: readonly PlanItem[]): Block[] =>
  items
    .filter(({ kind }) => kind === "deadline")
    .map(({ words, deadline }, index) =>
      paragraph(`${index + 1}. ${words}: ${deadline ? writeDeadline(deadline) : ""}.`),
    );

/** “1518/QĐ-BTP ngày 15/11/2026”. */
export const paperInWords = (symbol: string | null, on: Day | null): string | null =>
  symbol === null ? null : `${symbol}${on === null ? "" : ` ngày ${writeDay(on)}`}`;
