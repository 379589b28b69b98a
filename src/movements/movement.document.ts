import type { Block, Capacity, OfficialDocument } from "../documents/tree.ts";
import {
  annex,
  article,
  bold,
  heading,
  officialDocument,
  paragraph,
  recipient,
  recipients,
  signedBy,
  signedFor,
  table,
} from "../documents/tree-build.ts";
import { audienceNames } from "../org/scope.ts";
import type { UnitKind } from "../org/unit.ts";
import { type Day, writeDay, writeLegalDay } from "../platform/day.ts";
import { writeDeadline } from "../platform/deadline.ts";
import { asDeadline } from "./deadlines.ts";
import { launchPaperOf, type Movement } from "./movement.ts";
import { writePhase, writeTarget } from "./sections.ts";

/** What the papers need besides the movement. */
export interface PaperFacts {
  /** The body above the launcher that the letterhead names. */
  readonly superior: string | null;
  readonly code: string;
  readonly place: string;
  readonly today: Day;
}

/** The head's office of a body of that kind, as a paper signs it. */
export const headOffices: Readonly<Partial<Record<UnitKind, string>>> = {
  ministry: "BỘ TRƯỞNG",
  department: "VỤ TRƯỞNG",
  agency: "CỤC TRƯỞNG",
  "general-department": "TỔNG CỤC TRƯỞNG",
  office: "CHÁNH VĂN PHÒNG",
  inspectorate: "CHÁNH THANH TRA",
  "provincial-department": "GIÁM ĐỐC",
  "enforcement-province": "TRƯỞNG THI HÀNH ÁN DÂN SỰ",
  school: "HIỆU TRƯỞNG",
  press: "TỔNG BIÊN TẬP",
  room: "TRƯỞNG PHÒNG",
  cluster: "TRƯỞNG CỤM",
};

const headOffice = (movement: Movement): string => headOffices[movement.launcher.kind] ?? "THỦ TRƯỞNG";

const upper = (text: string): string => text.toLocaleUpperCase("vi");
const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);

/** `QĐ-BTP`: the symbol a body usually gives its decisions. */
export const usualSymbol = (code: string, kind: "QĐ" | "KH"): string =>
  `${kind}-${code.split("-")[0] ?? code}`;

/** The launch decision with its plan, in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export function launchDecision(movement: Movement, facts: PaperFacts): OfficialDocument {
  const paper = launchPaperOf(movement);
  const subject = lowerFirst(movement.name);
  return officialDocument({
    letterhead: letterheadOf(movement, facts, "QĐ"),
    title: { kind: "named", name: "QUYẾT ĐỊNH", abstract: `Ban hành Kế hoạch phát động ${subject}` },
    draft: paper?.number ? null : "DỰ THẢO",
    decider: upper(`${headOffice(movement)} ${movement.launcher.name}`),
    grounds: movement.grounds.map((ground) => ground.words.replace(/[;.]+$/u, "")),
    verb: "QUYẾT ĐỊNH:",
    body: [
      article(1, `Ban hành kèm theo Quyết định này Kế hoạch phát động ${subject}.`),
      article(2, "Quyết định này có hiệu lực kể từ ngày ký."),
      article(3, `${boundBy(movement)} chịu trách nhiệm thi hành Quyết định này.`),
    ],
    recipients: recipientsOf(movement, "Như Điều 3"),
    signatures: [signatureOf(movement)],
    annexes: [
      annex({
        letterhead: true,
        name: "KẾ HOẠCH",
        abstract: `Phát động ${subject}`,
        reference: referenceOf(movement, facts),
        body: planBody(movement),
        closed: true,
      }),
    ],
  });
}

/** The plan as a paper of its own, for a body that launches by plan. */
export const launchPlan = (movement: Movement, facts: PaperFacts): OfficialDocument =>
  officialDocument({
    letterhead: letterheadOf(movement, facts, "KH"),
    title: { kind: "named", name: "KẾ HOẠCH", abstract: `Phát động ${lowerFirst(movement.name)}` },
    draft: launchPaperOf(movement)?.number ? null : "DỰ THẢO",
    body: [...movement.grounds.map((ground) => paragraph(ground.words)), ...planBody(movement)],
    recipients: recipientsOf(movement, null),
    signatures: [signatureOf(movement)],
  });

function letterheadOf(
  movement: Movement,
  facts: PaperFacts,
  kind: "QĐ" | "KH",
): OfficialDocument["letterhead"] {
  const paper = launchPaperOf(movement);
  const numbered = paper?.number ? paper : null;
  return {
    superior: facts.superior === null ? null : upper(facts.superior),
    issuer: upper(movement.launcher.name),
    number: numbered?.number ?? null,
    symbol: numbered?.symbol ?? usualSymbol(facts.code, kind),
    place: numbered?.place ?? facts.place,
    day: numbered?.issuedOn ?? { year: Number(facts.today.slice(0, 4)) },
  };
}

/** Room for what is written by hand at signing. */
const BLANK = "\u00a0".repeat(8);

function referenceOf(movement: Movement, facts: PaperFacts): string {
  const paper = launchPaperOf(movement);
  const head = headOffice(movement);
  const by = `của ${head.charAt(0)}${head.slice(1).toLocaleLowerCase("vi")} ${movement.launcher.name}`;
  return paper?.number && paper.issuedOn
    ? `(Ban hành kèm theo Quyết định số ${paper.number}/${paper.symbol ?? ""} ${writeLegalDay(paper.issuedOn)} ${by})`
    : `(Ban hành kèm theo Quyết định số${BLANK}/${usualSymbol(facts.code, "QĐ")} ngày${BLANK}tháng${BLANK}năm ${facts.today.slice(0, 4)} ${by})`;
}

const boundBy = (movement: Movement): string => {
  const groups = movement.scope.groups
    .filter((group) => group !== "cluster")
    .map((group) => audienceNames[group]);
  const heads =
    groups.length > 0
      ? `Thủ trưởng các cơ quan, đơn vị (${groups.join("; ")})`
      : "Thủ trưởng các cơ quan, đơn vị";
  return movement.scope.groups.includes("cluster") || movement.scope.groups.length === 0
    ? `${heads}; Trưởng, Phó Trưởng các cụm, khối, khu vực thi đua`
    : heads;
};

function recipientsOf(movement: Movement, first: string | null): OfficialDocument["recipients"] {
  const given = movement.recipients.filter(({ name }) => !/^(Như Điều|Lưu)/u.test(name));
  const kept = movement.recipients.find(({ name }) => name.startsWith("Lưu"));
  return recipients(
    [
      ...(first === null ? [] : [recipient(first)]),
      ...given.map(({ name, purpose }) => recipient(name, purpose)),
    ],
    kept ? kept.name.replace(/^Lưu:?\s*/u, "").replace(/[.;]+$/u, "") : "VT",
  );
}

const capacities: readonly Capacity[] = ["TM.", "KT.", "TL.", "TUQ.", "Q."];

function signatureOf(movement: Movement): OfficialDocument["signatures"][number] {
  const { capacity, role, name } = launchPaperOf(movement)?.signatory ?? {
    capacity: null,
    role: null,
    name: null,
  };
  const prefix = capacities.find((one) => capacity?.startsWith(one));
  if (!prefix || capacity === null) return signedBy(upper(role ?? headOffice(movement)), name);
  return signedFor(
    prefix,
    upper(capacity.slice(prefix.length).trim() || headOffice(movement)),
    role === null ? null : upper(role),
    name,
  );
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

function planBody(movement: Movement): Block[] {
  const parts = planParts(movement).filter((part) => part.blocks.length > 0);
  return [
    ...opening(movement),
    ...parts.flatMap((part, index) => [heading(1, `${ROMAN[index]}.`, part.title), ...part.blocks]),
  ];
}

const opening = (movement: Movement): Block[] => [
  paragraph(
    `${movement.launcher.name} phát động ${lowerFirst(movement.name)}${
      movement.theme === null ? "" : ` với chủ đề “${movement.theme}”`
    }${movement.occasions.length === 0 ? "" : `, lập thành tích chào mừng ${movement.occasions.map((one) => lowerFirst(one.words)).join("; ")}`}, như sau:`,
  ),
];

const paragraphs = (text: string | null): Block[] =>
  (text ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => paragraph(line));

interface Titled {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const titled = (title: string, text: string | null): Titled => ({ title, blocks: paragraphs(text) });

/** Only those that are written, numbered one after the other. */
const numbered = (parts: readonly Titled[]): Block[] =>
  parts
    .filter((part) => part.blocks.length > 0)
    .flatMap((part, index) => [heading(2, `${index + 1}.`, part.title), ...part.blocks]);

const planParts = (movement: Movement): Titled[] => [
  {
    title: "MỤC ĐÍCH, YÊU CẦU",
    blocks: numbered([titled("Mục đích", movement.goal), titled("Yêu cầu", movement.requirements)]),
  },
  {
    title: "PHẠM VI, ĐỐI TƯỢNG",
    blocks: numbered([titled("Phạm vi", movement.scopeWords), titled("Đối tượng", movement.subjects)]),
  },
  {
    title: "NỘI DUNG THI ĐUA",
    blocks: [
      ...(movement.motto === null ? [] : [paragraph(`Khẩu hiệu: “${movement.motto}”.`)]),
      ...movement.contents.map(contentBlock),
    ],
  },
  {
    title: "CHỈ TIÊU",
    blocks: movement.targets.map((target, index) => paragraph(`${index + 1}. ${writeTarget(target)}.`)),
  },
  {
    title: "TIÊU CHÍ, KHEN THƯỞNG",
    blocks: numbered([
      titled("Tiêu chí", movement.criteria),
      titled("Khen thưởng", movement.expectedCommendation),
    ]),
  },
  { title: "GIẢI PHÁP", blocks: paragraphs(movement.solutions) },
  {
    title: "TỔ CHỨC THỰC HIỆN",
    blocks: numbered([
      {
        title: "Các đợt thi đua",
        blocks: movement.phases.map((phase) => paragraph(`- ${writePhase(phase)}.`)),
      },
      { title: "Thời hạn thực hiện", blocks: deadlineTable(movement) },
      {
        title: "Trách nhiệm thực hiện",
        blocks: movement.duties.map((duty) => paragraph(`- ${duty.who}: ${duty.what}`)),
      },
      titled("Kinh phí", movement.funding),
    ]),
  },
];

/** The plan numbers its own parts, so a heading of the first rank keeps its words and not its numeral. */
function contentBlock(content: Movement["contents"][number]): Block {
  const who = content.responsible === "" ? "" : ` (${content.responsible})`;
  if (/^[IVXLC]+\.?$/.test(content.label)) return paragraph(bold(`${content.heading}${who}`));
  return paragraph(`${[content.label, content.heading].filter((part) => part !== "").join(" ")}${who}`);
}

function deadlineTable(movement: Movement): Block[] {
  const standing = movement.deadlines.filter((deadline) => !deadline.withdrawn);
  if (standing.length === 0) return [];
  return [
    table(
      [
        { title: "TT", share: 1, alignment: "centre" },
        { title: "Việc", share: 5 },
        { title: "Đối tượng thực hiện", share: 5 },
        { title: "Thời hạn", share: 4 },
      ],
      standing.map((deadline, index) => [
        `${index + 1}`,
        deadline.what,
        deadline.audienceWords,
        deadline.day === null ? deadline.wording : writeDeadline(asDeadline(deadline)),
      ]),
    ),
  ];
}

/** Everything that would be printed, to look for characters no paper can show. */
export const wordsOf = (movement: Movement): string =>
  JSON.stringify([
    movement.name,
    movement.theme,
    movement.goal,
    movement.requirements,
    movement.contents,
    movement.targets,
  ]);

/** Name of the file that leaves: without accents it is still told from others. */
export const fileNameOf = (movement: Movement, extension: string): string => {
  const paper = launchPaperOf(movement);
  const number = paper?.number
    ? `${paper.number}-${paper.symbol ?? ""}-${paper.issuedOn ? writeDay(paper.issuedOn).replaceAll("/", "-") : ""}`
    : "du-thao";
  return `${number.replaceAll("/", "-")} ${movement.name}.${extension}`.slice(-180);
};
