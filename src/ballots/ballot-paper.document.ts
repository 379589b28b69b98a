import type { Block, OfficialDocument } from "../documents/tree.ts";
import { aligned, annex, bold, italic, officialDocument, paragraph, table } from "../documents/tree-build.ts";
import type { Poll, Question } from "./poll.ts";

const letterheadOf = (poll: Poll) => ({
  superior: poll.body.superior?.toLocaleUpperCase("vi") ?? null,
  issuer: poll.body.name.toLocaleUpperCase("vi"),
  number: null,
  symbol: null,
  place: poll.body.place,
  day: poll.on,
});

/**
 * The ballot paper (phiếu bầu). No law prescribes its form; it names the nominees, says how to write, and leaves
 * room for the seal. Where somebody does not vote on every question each stands on a paper of its own, so that no
 * paper can be told by what is missing on it.
 */
export function ballotPaper(poll: Poll): OfficialDocument {
  const open = poll.questions.map((question) => ({
    ...question,
    nominees: question.nominees.filter(({ withdrawn }) => withdrawn === null),
  }));
  const asked = open.filter(({ nominees }) => nominees.length > 0);
  const apart = poll.roll.some(({ excluded }) => excluded.length > 0);
  const [first, ...others] = apart ? asked.map((one) => [one]) : [asked];
  return officialDocument({
    letterhead: letterheadOf(poll),
    title: { kind: "named", name: "PHIẾU BỎ PHIẾU", abstract: poll.title },
    body: paperBody(poll, first ?? []),
    annexes: others.map((questions) =>
      annex({
        letterhead: true,
        name: "PHIẾU BỎ PHIẾU",
        abstract: poll.title,
        body: paperBody(poll, questions),
      }),
    ),
  });
}

const paperBody = (poll: Poll, questions: readonly Question[]): Block[] => [
  aligned("left", italic(`(Dấu của ${poll.body.name})`)),
  ...questions.flatMap(questionBlocks),
  paragraph(
    italic(
      "Phiếu hợp lệ: phiếu do tổ kiểm phiếu phát, có dấu, ghi đúng cách. Không ký tên, không viết gì thêm.",
    ),
  ),
];

function questionBlocks(question: Question): Block[] {
  const title = paragraph(bold(`${question.ordinal}. ${question.title}`));
  if (question.kind === "approve")
    return [
      title,
      table(
        [
          { title: "Đề cử", share: 52 },
          { title: "Đồng ý", share: 24, alignment: "centre" },
          { title: "Không đồng ý", share: 24, alignment: "centre" },
        ],
        question.nominees.map((nominee) => [nomineeWords(nominee), "☐", "☐"]),
      ),
      paragraph(italic("Đánh dấu × vào một ô; để trống cả hai ô là không ghi ý kiến.")),
    ];
  const ranked = question.kind === "rank";
  return [
    title,
    table(
      [
        { title: "TT", share: 8, alignment: "centre" },
        { title: "Đề cử", share: 67 },
        { title: ranked ? "Thứ hạng" : "Chọn", share: 25, alignment: "centre" },
      ],
      question.nominees.map((nominee) => [
        `${nominee.ordinal}`,
        nomineeWords(nominee),
        ranked ? "......" : "☐",
      ]),
    ),
    paragraph(
      italic(
        ranked
          ? `Ghi thứ hạng từ 1 đến ${question.pick}, mỗi thứ hạng cho một đề cử. ${question.points.map((worth, place) => `Thứ ${place + 1}: ${worth} điểm`).join("; ")}.`
          : `Đánh dấu × vào nhiều nhất ${question.pick} ô; chọn quá thì phiếu không hợp lệ.`,
      ),
    ),
  ];
}

const nomineeWords = ({ name, note }: { readonly name: string; readonly note: string }): string =>
  note === "" ? name : `${name}, ${note}`;

/** The sheet on which the counting team strikes its tallies (bảng kiểm phiếu). */
export function tallySheet(poll: Poll): OfficialDocument {
  return officialDocument({
    letterhead: letterheadOf(poll),
    title: { kind: "named", name: "BẢNG KIỂM PHIẾU", abstract: poll.title },
    body: poll.questions.flatMap((question) => [
      paragraph(bold(`${question.ordinal}. ${question.title}`)),
      paragraph("Phiếu phát ra: ......; thu về: ......; hợp lệ: ......; không hợp lệ: ......"),
      table(
        [
          { title: "Đề cử", share: 34 },
          {
            title: question.kind === "approve" ? "Ý kiến" : question.kind === "rank" ? "Thứ hạng" : "",
            share: 18,
          },
          { title: "Đếm (mỗi phiếu một gạch)", share: 36 },
          { title: "Cộng", share: 12, alignment: "centre" },
        ],
        question.nominees
          .filter(({ withdrawn }) => withdrawn === null)
          .flatMap(({ name }) => rowsOf(question).map((row) => [name, row, "", ""])),
      ),
    ]),
    signatures: poll.officers
      .filter(({ role }) => role === "teller" || role === "teller-head")
      .map(({ name, role }) => ({
        acting: [],
        office: role === "teller-head" ? "TỔ TRƯỞNG" : "TỔ VIÊN",
        name,
        signed: false,
      })),
  });
}

const rowsOf = (question: Question): readonly string[] => {
  if (question.kind === "approve") return ["Đồng ý", "Không đồng ý", "Không ghi ý kiến"];
  return question.kind === "rank" ? question.points.map((_, place) => `Thứ ${place + 1}`) : ["Được chọn"];
};
