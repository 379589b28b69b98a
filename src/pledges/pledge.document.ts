import type { Block, OfficialDocument } from "../documents/tree.ts";
import {
  aligned,
  annex,
  bold,
  heading,
  list,
  officialDocument,
  paragraph,
  signedBy,
  table,
} from "../documents/tree-build.ts";
import { clockOf, onDay, writeDay, writeLegalDay } from "../platform/day.ts";
import { type Attendance, attending, presenceNames } from "./attendance.ts";
import { type Commitment, writeCommitment } from "./commitment.ts";
import { type PlanComment, verdictNames } from "./plan.ts";
import type { Adoption, Pledge } from "./pledge.ts";
import type { Member, PledgeText, Signature } from "./signing.ts";

const upper = (text: string): string => text.toLocaleUpperCase("vi");

const lines = (text: string): Block[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => paragraph(line));

export interface MinutesFacts {
  /** Where the cluster's papers are written. */
  readonly place: string;
  readonly pledge: Pledge;
  readonly members: readonly Member[];
  readonly attendance: readonly Attendance[];
  readonly comments: readonly PlanComment[];
  readonly adoption: Pick<Adoption, "inFavour" | "against" | "abstained" | "onDay"> | null;
  readonly directions: readonly {
    readonly directedBy: string;
    readonly words: string;
    readonly unitName: string;
  }[];
}

/** Minutes of the cluster's conference (biên bản hội nghị), from the record, in the layout of Nghị định 30/2020/NĐ-CP. */
export function minutesDocument(facts: MinutesFacts): OfficialDocument {
  const { pledge, attendance, comments, adoption } = facts;
  const { conference } = pledge;
  return officialDocument({
    letterhead: {
      superior: pledge.receiverName ? upper(pledge.receiverName) : null,
      issuer: upper(pledge.clusterName),
      number: null,
      symbol: "BB",
      place: facts.place,
      day: conference.heldOn ?? { year: pledge.year },
    },
    title: {
      kind: "named",
      name: "BIÊN BẢN",
      abstract: `Hội nghị ${pledge.clusterName} năm ${pledge.year}`,
    },
    body: [
      paragraph(`Thời gian: ${whenOf(pledge)}.`),
      paragraph(`Địa điểm: ${conference.place ?? "……"}.`),
      heading(1, "I.", "Thành phần"),
      paragraph(`Chủ trì: ${conference.chair ?? "……"}.`),
      paragraph(`Thư ký: ${conference.secretary ?? "……"}.`),
      ...(conference.leader ? [paragraph(`Lãnh đạo dự và chỉ đạo: ${conference.leader}.`)] : []),
      paragraph(
        `Đơn vị thành viên: có ${attending(attendance)}/${facts.members.length} đơn vị dự, cụ thể như sau:`,
      ),
      attendanceTable(facts.members, attendance),
      ...(conference.guests ? [paragraph("Đại biểu mời:"), ...lines(conference.guests)] : []),
      heading(1, "II.", "Nội dung"),
      ...numbered([
        { title: "Chương trình", blocks: lines(conference.agenda ?? "") },
        { title: "Diễn biến", blocks: lines(conference.proceedings ?? "") },
        {
          title: "Ý kiến góp ý và trả lời",
          blocks:
            comments.length === 0 ? [paragraph("Không có ý kiến góp ý.")] : comments.flatMap(commentBlocks),
        },
        { title: "Chỉ đạo của lãnh đạo dự hội nghị", blocks: directionBlocks(facts.directions) },
      ]),
      heading(1, "III.", "Kết quả thông qua"),
      paragraph(adoptionWords(pledge, adoption)),
      paragraph("Biên bản được thông qua tại hội nghị./."),
    ],
    signatures: [
      signedBy("THƯ KÝ", nameOf(conference.secretary)),
      signedBy("CHỦ TRÌ", nameOf(conference.chair)),
    ],
  });
}

/** Parts that hold something, numbered on. */
const numbered = (parts: readonly { title: string; blocks: readonly Block[] }[]): Block[] =>
  parts
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, index) => [heading(2, `${index + 1}.`, title), ...blocks]);

const directionBlocks = (directions: MinutesFacts["directions"]): Block[] =>
  directions.length === 0
    ? []
    : [list(directions.map((one) => `${one.directedBy}: ${one.words} (${one.unitName} thực hiện)`))];

/** “Nguyễn Văn An, Trưởng Cụm” signs as Nguyễn Văn An. */
const nameOf = (words: string | null): string | null => words?.split(/[,(–-]/u)[0]?.trim() || null;

const whenOf = ({ conference }: Pledge): string =>
  conference.heldOn ? [conference.time, writeLegalDay(conference.heldOn)].filter(Boolean).join(", ") : "……";

const attendanceTable = (members: readonly Member[], attendance: readonly Attendance[]): Block => {
  const of = new Map(attendance.map((one) => [one.unit, one]));
  return table(
    [
      { title: "TT", share: 6, alignment: "centre" },
      { title: "Đơn vị", share: 44 },
      { title: "Dự", share: 18 },
      { title: "Người dự, chức vụ", share: 32 },
    ],
    members.map(({ unit, name }, index) => {
      const came = of.get(unit);
      return [
        `${index + 1}`,
        name,
        came ? presenceNames[came.presence] : "",
        [came?.name, came?.title].filter(Boolean).join(", "),
      ];
    }),
  );
};

const commentBlocks = (comment: PlanComment): Block[] => [
  paragraph(`- ${comment.unitName}${comment.section ? ` (mục “${comment.section}”)` : ""}: ${comment.words}`),
  ...(comment.verdict ? [paragraph(`  ${verdictNames[comment.verdict]}: ${comment.answer}`)] : []),
];

const adoptionWords = (pledge: Pledge, adoption: MinutesFacts["adoption"]): string =>
  adoption === null
    ? "Hội nghị chưa biểu quyết thông qua kế hoạch."
    : `Ngày ${writeDay(adoption.onDay)}, hội nghị biểu quyết bằng giơ tay thông qua Kế hoạch phát động phong trào thi đua năm ${pledge.year} của ${pledge.clusterName}: ${adoption.inFavour} đơn vị tán thành, ${adoption.against} không tán thành, ${adoption.abstained} không biểu quyết.`;

export interface PledgeFacts {
  readonly place: string;
  readonly pledge: Pledge;
  readonly members: readonly Member[];
  readonly commitments: readonly Commitment[];
  /** The text signed; null while none is closed. */
  readonly text: PledgeText | null;
  /** Signatures that stand under that text. */
  readonly signatures: readonly Signature[];
}

/** The pledge (giao ước thi đua) with every commitment and the table of who signed, when, and what they signed. */
export function pledgeDocument({
  place,
  pledge,
  members,
  commitments,
  text,
  signatures,
}: PledgeFacts): OfficialDocument {
  const complete = text !== null && members.every(({ unit }) => signatures.some((one) => one.unit === unit));
  return officialDocument({
    letterhead: {
      superior: pledge.receiverName ? upper(pledge.receiverName) : null,
      issuer: upper(pledge.clusterName),
      number: null,
      symbol: null,
      place,
      day: complete ? onDay(signatures.at(-1)!.at) : { year: pledge.year },
    },
    draft: complete ? null : "DỰ THẢO",
    title: {
      kind: "named",
      name: "GIAO ƯỚC THI ĐUA",
      abstract: `Năm ${pledge.year} của ${pledge.clusterName}`,
    },
    body: [
      ...lines(pledge.common),
      heading(1, "", "CAM KẾT CỦA TỪNG ĐƠN VỊ"),
      ...members.flatMap(({ unit, name }, index) =>
        memberBlocks(
          index,
          name,
          commitments.filter((one) => one.unit === unit),
        ),
      ),
    ],
    annexes:
      text === null
        ? []
        : [
            annex({
              label: "Phụ lục",
              name: "Chữ ký của người đứng đầu các đơn vị",
              reference: `(Văn bản ký bản thứ ${text.number}, mã băm SHA-256 ${text.hash})`,
              orientation: "landscape",
              body: [signatureTable(members, signatures)],
            }),
          ],
  });
}

const memberBlocks = (index: number, name: string, own: readonly Commitment[]): Block[] => [
  aligned("left", bold(`${index + 1}. ${name}`)),
  own.length === 0 ? paragraph("(Chưa ghi cam kết)") : list(own.map(writeCommitment)),
];

const signatureTable = (members: readonly Member[], signatures: readonly Signature[]): Block => {
  const of = new Map(signatures.map((one) => [one.unit, one]));
  return table(
    [
      { title: "TT", share: 5, alignment: "centre" },
      { title: "Đơn vị", share: 31 },
      { title: "Người ký, chức vụ", share: 30 },
      { title: "Thời điểm ký", share: 16, alignment: "centre" },
      { title: "Mã băm đã ký", share: 18 },
    ],
    members.map(({ unit, name }, index) => {
      const signed = of.get(unit);
      return signed
        ? [
            `${index + 1}`,
            name,
            `${signed.signerName}, ${postWords(signed)}`,
            whenSigned(signed),
            shortHash(signed.hash),
          ]
        : [`${index + 1}`, name, "Chưa ký", "", ""];
    }),
    { size: 11 },
  );
};

/** The first signs of a hash in groups, so that a narrow cell may break between them. */
const shortHash = (hash: string): string => `${(hash.slice(0, 16).match(/.{4}/g) ?? []).join(" ")} …`;

/** “Vụ trưởng”, or with whose power: “Phó Vụ trưởng, ký thay Trần Văn An, Vụ trưởng”. */
export const postWords = ({ postTitle, onBehalfOf, onBehalfTitle }: Signature): string =>
  onBehalfOf ? `${postTitle}, thay mặt ${[onBehalfOf, onBehalfTitle].filter(Boolean).join(", ")}` : postTitle;

/** The instant of what was signed here, the day of what was signed on paper. */
export const whenSigned = (signature: Signature): string =>
  signature.way === "paper"
    ? `${writeDay(signature.signedOn)} (bản giấy)`
    : `${clockOf(signature.at)} ${writeDay(signature.signedOn)}`;
