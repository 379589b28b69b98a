import type { Block, OfficialDocument, Signature } from "../documents/tree.ts";
import {
  aligned,
  annex,
  bold,
  heading,
  list,
  officialDocument,
  paragraph,
  table,
} from "../documents/tree-build.ts";
import { clockOf, type Instant, onDay, writeDay } from "../platform/day.ts";
import { grouped } from "./base32.ts";
import { outcomeOf, shareOf } from "./canonical.ts";
import { isTeller } from "./holding.ts";
import type { OfficerDraft, Poll, PollResult, QuestionCount } from "./poll.ts";
import { thresholdWords } from "./threshold.ts";

/** What count minutes are written from. */
export interface CountFacts {
  readonly poll: Poll;
  readonly result: PollResult;
  /** Tracking codes, sorted. */
  readonly codes: readonly string[];
  /** Head of the journal's chain at the count; null when nothing was sealed yet. */
  readonly anchor: { readonly position: number; readonly hash: string } | null;
  /** What happened besides: to paper, withdrawals, conflicts found; in words. */
  readonly happened: readonly string[];
}

/** Minutes of the count (biên bản kiểm phiếu), in the layout of Nghị định 30/2020/NĐ-CP. */
export const countMinutes = (facts: CountFacts): OfficialDocument =>
  officialDocument({
    letterhead: {
      superior: facts.poll.body.superior?.toLocaleUpperCase("vi") ?? null,
      issuer: facts.poll.body.name.toLocaleUpperCase("vi"),
      number: null,
      symbol: null,
      place: facts.poll.body.place,
      day: facts.poll.on,
    },
    title: {
      kind: "named",
      name: "BIÊN BẢN KIỂM PHIẾU",
      abstract: `${facts.poll.title}${facts.poll.round > 1 ? ` (vòng ${facts.poll.round})` : ""}`,
    },
    body: [...openingBlocks(facts), ...countBlocks(facts), ...closingBlocks(facts)],
    signatures: signaturesOf(facts.poll),
    annexes: [
      annex({
        label: "Phụ lục I",
        name: "KẾT QUẢ KIỂM PHIẾU",
        abstract: "Nguyên văn để kiểm lại",
        body: canonicalBlocks(facts.result.canonical),
      }),
      ...(facts.codes.length > 0
        ? [
            annex({
              label: "Phụ lục II",
              name: "MÃ THEO DÕI CÁC LÁ PHIẾU ĐÃ ĐẾM",
              body: [codeTable(facts.codes)],
            }),
          ]
        : []),
    ],
  });

const modeWords = {
  secret: "bỏ phiếu kín",
  paper: "bỏ phiếu bằng phiếu giấy",
  hands: "biểu quyết giơ tay",
} as const;

function openingBlocks({ poll, result }: CountFacts): Block[] {
  return [
    paragraph(
      `Ngày ${writeDay(poll.on)}, ${poll.body.name} tiến hành ${modeWords[poll.mode]}${poll.papers === "none" ? "" : ", có phiếu giấy"}. ${momentWords("Mở", poll.openedAt)} ${momentWords("Khép", poll.closedAt)} ${momentWords("Kiểm phiếu", result.countedAt)}`,
    ),
    paragraph(
      `Tổng số thành viên: ${poll.members}. Người trong danh sách bỏ phiếu: ${poll.roll.length}, trong đó gửi ý kiến bằng phiếu: ${poll.roll.filter(({ way }) => way === "letter").length}.`,
    ),
    paragraph("Tổ kiểm phiếu gồm:"),
    list(
      poll.officers
        .filter(isTeller)
        .map(({ name, post, role }) => `${name}, ${post}${role === "teller-head" ? " (tổ trưởng)" : ""}`),
    ),
  ];
}

const momentWords = (what: string, at: Instant | null): string =>
  at === null ? "" : `${what} lúc ${clockOf(at)} ngày ${writeDay(onDay(at))}.`;

/** The count itself, as session minutes embed it. */
export const countBlocks = ({ poll, result }: CountFacts): Block[] => [
  heading(1, "I.", "Số phiếu"),
  table(
    [
      { title: "TT", share: 7, alignment: "centre" },
      { title: "Nội dung", share: 45 },
      { title: "Phát ra", share: 12, alignment: "centre" },
      { title: "Thu về", share: 12, alignment: "centre" },
      { title: "Hợp lệ", share: 12, alignment: "centre" },
      { title: "Không hợp lệ", share: 12, alignment: "centre" },
    ],
    result.questions.map((one) => [
      `${one.ordinal}`,
      one.title,
      `${one.issued}`,
      `${one.returned}`,
      `${one.valid}`,
      `${one.invalid}`,
    ]),
  ),
  heading(1, "II.", "Kết quả"),
  ...(result.questions.every(({ kind }) => kind === "approve")
    ? [approvalTable(result.questions, poll.members)]
    : result.questions.flatMap((one) => [
        paragraph(bold(`${one.ordinal}. ${one.title}`)),
        one.kind === "approve" ? approvalTable([one], poll.members) : choiceTable(one, poll.members),
      ])),
  ...thresholdBlocks(result.questions, poll.members),
];

const approvalTable = (questions: readonly QuestionCount[], members: number): Block =>
  table(
    [
      { title: "TT", share: 6, alignment: "centre" },
      { title: "Đề cử", share: 30 },
      { title: "Đồng ý", share: 10, alignment: "centre" },
      { title: "Tỷ lệ trên tổng số thành viên", share: 16, alignment: "centre" },
      { title: "Không đồng ý", share: 11, alignment: "centre" },
      { title: "Không ghi ý kiến", share: 11, alignment: "centre" },
      { title: "Kết quả", share: 16, alignment: "centre" },
    ],
    questions.flatMap((one) =>
      one.nominees.map((nominee) => [
        `${one.ordinal}`,
        nominee.name,
        `${nominee.yes}`,
        shareOf(nominee.yes, members),
        `${nominee.no}`,
        `${nominee.blank}`,
        outcomeOf(one.kind, nominee),
      ]),
    ),
  );

const choiceTable = (one: QuestionCount, members: number): Block =>
  table(
    [
      { title: "TT", share: 7, alignment: "centre" },
      { title: "Đề cử", share: 43 },
      { title: "Số phiếu", share: 13, alignment: "centre" },
      {
        title: one.kind === "rank" ? "Điểm" : "Tỷ lệ trên tổng số thành viên",
        share: 17,
        alignment: "centre",
      },
      { title: "Kết quả", share: 20, alignment: "centre" },
    ],
    one.nominees.map((nominee) => [
      `${nominee.ordinal}`,
      nominee.name,
      `${nominee.yes}`,
      one.kind === "rank" ? `${nominee.points}` : shareOf(nominee.yes, members),
      outcomeOf(one.kind, nominee),
    ]),
  );

/** Each share that had to be reached, once, with its article. */
function thresholdBlocks(questions: readonly QuestionCount[], members: number): Block[] {
  const words = questions.flatMap(({ threshold, ordinal }) =>
    threshold === null
      ? []
      : [
          {
            ordinal,
            text: `cần ${thresholdWords(threshold, members)} (${threshold.basis}${threshold.verified ? "" : "; chưa kiểm chứng"})`,
          },
        ],
  );
  return [...new Set(words.map(({ text }) => text))].map((text) => {
    const ordinals = words.filter((one) => one.text === text).map(({ ordinal }) => ordinal);
    return paragraph(`Nội dung ${ordinals.join(", ")}: ${text}.`);
  });
}

const closingBlocks = ({ happened, anchor, poll }: CountFacts): Block[] => [
  ...(happened.length > 0 ? [heading(1, "III.", "Diễn biến cần ghi nhận"), list(happened)] : []),
  paragraph("Nguyên văn kết quả ở Phụ lục I là bản để kiểm lại bằng tệp xuất của cuộc bỏ phiếu."),
  aligned("left", `Dấu của cuộc bỏ phiếu: ${poll.mark}`),
  ...(anchor === null
    ? []
    : [aligned("left", `Mắt xích nhật ký khi kiểm phiếu: số ${anchor.position}, ${anchor.hash}`)]),
  paragraph("Biên bản được lập xong, đọc cho mọi người cùng nghe và nhất trí ký tên."),
];

const canonicalBlocks = (canonical: string): Block[] =>
  canonical
    .trimEnd()
    .split("\n")
    .map((line) => aligned("left", line === "" ? "\u00a0" : line));

const CODES_A_ROW = 4;

function codeTable(codes: readonly string[]): Block {
  const printed = [...codes].sort().map((code) => grouped(code, 4));
  const rows = Array.from({ length: Math.ceil(printed.length / CODES_A_ROW) }, (_, row) =>
    Array.from({ length: CODES_A_ROW }, (_unused, at) => printed[row * CODES_A_ROW + at] ?? ""),
  );
  const columns = Array.from({ length: CODES_A_ROW }, () => ({
    title: "Mã",
    share: 25,
    alignment: "centre" as const,
  }));
  return table(columns, rows, { size: 11 });
}

const signatureOffices: Readonly<Record<OfficerDraft["role"], string>> = {
  teller: "TỔ VIÊN TỔ KIỂM PHIẾU",
  "teller-head": "TỔ TRƯỞNG TỔ KIỂM PHIẾU",
  secretary: "THƯ KÝ",
  chair: "CHỦ TỌA",
};

const signaturesOf = ({ officers }: Poll): Signature[] =>
  (["teller", "teller-head", "secretary", "chair"] as const).flatMap((role) =>
    officers
      .filter((officer) => officer.role === role)
      .map(({ name }) => ({ acting: [], office: signatureOffices[role], name, signed: false })),
  );
