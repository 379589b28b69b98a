import type { CountFacts } from "../ballots/count.document.ts";
import { countBlocks } from "../ballots/count.document.ts";
import type { Block, OfficialDocument } from "../documents/tree.ts";
import { heading, list, officialDocument, paragraph, signedBy, table } from "../documents/tree-build.ts";
import { placeOfPapers } from "../org/place.ts";
import { clockOf, onDay, writeDay, writeLegalDay } from "../platform/day.ts";
import { capitalise } from "../platform/vietnamese.ts";
import type { Signatory } from "../registrations/registration.document.ts";
import { standingNames } from "./attendance.ts";
import { groundNames } from "./conflict.ts";
import { askedFor, type Item, nomineeName } from "./item.ts";
import { type Membership, roleNames } from "./member.ts";
import type { Outcome } from "./outcome.ts";
import type { SessionEvent } from "./session.ts";
import { presiderOf } from "./vote.ts";
import { conflictsIn, quorumIn, type WholeSession } from "./whole.ts";

/** What session minutes are written from: the record, nothing typed for them alone. */
export interface MinutesFacts {
  readonly whole: WholeSession;
  readonly events: readonly SessionEvent[];
  readonly outcomes: readonly Outcome[];
  readonly opinions: readonly {
    readonly item: number | null;
    readonly personName: string;
    readonly words: string;
  }[];
  readonly late: readonly LateConflict[];
  /** Votes that were counted, for the count's tables. */
  readonly counts: readonly CountFacts[];
  readonly secretary: Membership | null;
  readonly body: Signatory;
  /** The items that whoever reads may read; of the others only the number stands. */
  readonly open: ReadonlySet<number>;
}

export interface LateConflict {
  readonly item: number;
  readonly personName: string;
  readonly words: string;
  readonly ruling: {
    readonly resultStands: boolean;
    readonly reason: string;
    readonly actorName: string;
  } | null;
}

/** Minutes of a session (biên bản họp Hội đồng), in the layout of Nghị định 30/2020/NĐ-CP. */
export function minutesDocument(facts: MinutesFacts): OfficialDocument {
  const { whole, body, secretary } = facts;
  const { session, council } = whole;
  const chair = presiderOf(whole);
  return officialDocument({
    letterhead: {
      superior: body.body.toLocaleUpperCase("vi"),
      issuer: council.name.toLocaleUpperCase("vi"),
      number: null,
      symbol: "BB-HĐ",
      place: placeOfPapers(body.body),
      day: session.day,
    },
    title: { kind: "named", name: "BIÊN BẢN", abstract: session.title },
    body: [
      ...openingBlocks(facts),
      ...attendanceBlocks(facts),
      ...itemBlocks(facts),
      ...voteBlocks(facts),
      ...closingBlocks(facts),
    ],
    signatures: [
      signedBy("THƯ KÝ", secretary?.personName ?? null),
      signedBy("CHỦ TỌA", chair?.personName ?? null),
    ],
  });
}

function openingBlocks({ whole, events }: MinutesFacts): Block[] {
  const { session, council } = whole;
  const opened = events.find(({ kind }) => kind === "opened");
  const closed = events.find(({ kind }) => kind === "closed");
  const quorum = quorumIn(whole);
  const chair = presiderOf(whole);
  const at = (event: SessionEvent) => `${clockOf(event.at)} ngày ${writeDay(onDay(event.at))}`;
  const written = session.kind === "written";
  return [
    paragraph(
      `${capitalise(writeLegalDay(session.day))}, ${council.name} ${written ? "lấy phiếu xin ý kiến bằng văn bản" : `họp${session.place ? ` tại ${session.place}` : ""}`}.${opened ? ` Khai mạc lúc ${at(opened)}.` : ""}${closed ? ` Bế mạc lúc ${at(closed)}.` : ""}`,
    ),
    ...(chair
      ? [
          paragraph(
            `Chủ trì: ${chair.personName}, ${roleNames[chair.role]}; bỏ phiếu như các thành viên khác.`,
          ),
        ]
      : []),
    ...(written
      ? []
      : [
          paragraph(
            `${events.find(({ kind }) => kind === "opened")?.remarks ?? quorum.words} (${quorum.basis}).`,
          ),
        ]),
  ];
}

function attendanceBlocks({ whole, events }: MinutesFacts): Block[] {
  const rows = whole.voters.map((voter, index) => {
    const known = whole.attendance.get(voter.person);
    const words =
      whole.session.kind === "written"
        ? "Gửi phiếu"
        : known
          ? standingNames[known.standing]
          : "Không điểm danh";
    const more = [
      known?.cameLateAt ? `đến lúc ${clockOf(known.cameLateAt)}` : "",
      known?.standing === "left" ? `về lúc ${clockOf(known.at)}` : "",
      known?.reason ?? "",
    ].filter(Boolean);
    return [
      `${index + 1}`,
      voter.personName,
      `${roleNames[voter.role]}, ${voter.place}`,
      [words, ...more].join("; "),
    ];
  });
  const changes = events.filter(({ kind }) => kind === "quorum-lost" || kind === "quorum-regained");
  return [
    heading(1, "I.", "Thành phần"),
    table(
      [
        { title: "TT", share: 7, alignment: "centre" },
        { title: "Họ và tên", share: 26 },
        { title: "Vai trò, chức vụ", share: 40 },
        { title: "Dự họp", share: 27 },
      ],
      rows,
    ),
    ...(changes.length > 0
      ? [
          list(
            changes.map(
              (change) =>
                `${clockOf(change.at)}: ${change.kind === "quorum-lost" ? "không còn đủ thành viên" : "đủ lại thành viên"}. ${change.remarks ?? ""}`,
            ),
          ),
        ]
      : []),
  ];
}

function itemBlocks(facts: MinutesFacts): Block[] {
  const general = facts.opinions.filter(({ item }) => item === null);
  return [
    heading(1, "II.", "Nội dung"),
    ...facts.whole.items.flatMap((item) => blocksOfItem(facts, item)),
    ...(general.length > 0
      ? [
          paragraph("Ý kiến chung bằng văn bản:"),
          list(general.map(({ personName, words }) => `${personName}: ${words}`)),
        ]
      : []),
  ];
}

function blocksOfItem(facts: MinutesFacts, item: Item): Block[] {
  if (!facts.open.has(item.id))
    return [
      heading(2, `${item.position}.`, "Mục đóng với người đang đọc"),
      paragraph("Nội dung mục này không hiển thị với đồng chí."),
    ];
  const asked = askedFor(item);
  const outcome = facts.outcomes.find((one) => one.item === item.id);
  const withdrawn = facts.events.find((event) => event.kind === "item-withdrawn" && event.item === item.id);
  const opinions = facts.opinions.filter((opinion) => opinion.item === item.id);
  return [
    heading(2, `${item.position}.`, nomineeName(item) ?? item.title),
    ...(nomineeName(item)
      ? [
          paragraph(
            [item.title, item.place, asked].filter(Boolean).join("; "),
            item.authors.length > 0
              ? `. Đồng tác giả: ${item.authors.map(({ name }) => name).join(", ")}`
              : "",
            ".",
          ),
        ]
      : []),
    ...conflictBlocks(facts, item),
    ...(item.notes ? [paragraph(`Thảo luận: ${item.notes}`)] : []),
    ...(opinions.length > 0
      ? [list(opinions.map(({ personName, words }) => `Ý kiến bằng văn bản của ${personName}: ${words}`))]
      : []),
    ...(withdrawn ? [paragraph(`Rút khỏi chương trình: ${withdrawn.remarks ?? ""}`)] : []),
    ...(outcome
      ? [paragraph(`Kết quả bỏ phiếu: ${outcome.words}${outcome.basis ? ` (${outcome.basis})` : ""}`)]
      : []),
  ];
}

function conflictBlocks({ whole, late }: MinutesFacts, item: Item): Block[] {
  const nameOf = (person: number) => whole.voters.find((voter) => voter.person === person)?.personName ?? "";
  const lines = [
    ...conflictsIn(whole, item).map(
      (conflict) =>
        `${nameOf(conflict.person)}: ${conflict.source === "computed" ? groundNames[conflict.ground] : `khai báo ${conflict.words}`}; ${conflict.closes ? "không đọc hồ sơ, không bỏ phiếu mục này" : "vẫn bỏ phiếu theo quy chế"}`,
    ),
    ...late
      .filter((one) => one.item === item.id)
      .map(
        ({ personName, words, ruling }) =>
          `${personName}, phát hiện sau khi bỏ phiếu: ${words}${ruling ? `; ${ruling.actorName} quyết định ${ruling.resultStands ? "giữ kết quả" : "bỏ phiếu lại"}: ${ruling.reason}` : "; chưa có quyết định của chủ tọa"}`,
      ),
  ];
  return lines.length > 0 ? [paragraph("Xung đột lợi ích:"), list(lines)] : [];
}

/** The count's own tables; they name every nominee, so only who may read all items reads them here. */
function voteBlocks({ counts, open, whole }: MinutesFacts): Block[] {
  const readsAll = whole.items.every(({ id }) => open.has(id));
  if (counts.length === 0) return [];
  if (!readsAll)
    return [heading(1, "III.", "Kiểm phiếu"), paragraph("Bảng kiểm phiếu không hiển thị với đồng chí.")];
  return [
    heading(1, "III.", "Kiểm phiếu"),
    ...counts.flatMap((count, index) => [
      ...(counts.length > 1 ? [paragraph(`Lượt ${index + 1}`)] : []),
      ...countBlocks(count),
    ]),
  ];
}

const closingBlocks = ({ events }: MinutesFacts): Block[] =>
  events.some(({ kind }) => kind === "closed")
    ? [paragraph("Biên bản đã được thông qua tại phiên và lập để lưu hồ sơ Hội đồng.")]
    : [];
