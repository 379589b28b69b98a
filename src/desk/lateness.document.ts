import type { OfficialDocument } from "../documents/tree.ts";
import {
  annex,
  officialDocument,
  paragraph,
  recipient,
  recipients,
  signedBy,
  table,
} from "../documents/tree-build.ts";
import { placeOfPapers } from "../org/place.ts";
import { type Day, writeDay, yearOf } from "../platform/day.ts";
import { writeDeadline } from "../platform/deadline.ts";
import type { Signatory } from "../registrations/registration.document.ts";
import type { DueRow } from "./lateness.ts";

interface UrgingFacts {
  /** What is still to be done, of units overseen. */
  readonly rows: readonly DueRow[];
  readonly signatory: Signatory;
  readonly today: Day;
}

const MOST_ADDRESSEES = 8;

/** The letter that urges units over all stages (công văn đôn đốc), with who owes what by when. */
export function urgingLetter({ rows, signatory, today }: UrgingFacts): OfficialDocument {
  const units = [...new Set(rows.map(({ unit }) => unit.name))];
  const named = units.length <= MOST_ADDRESSEES;
  const late = rows.filter(({ standing }) => standing === "late").length;
  const overdue = late > 0 ? `, trong đó ${late} việc đã quá hạn` : "";
  return officialDocument({
    letterhead: {
      superior: signatory.superior?.toLocaleUpperCase("vi") ?? null,
      issuer: signatory.body.toLocaleUpperCase("vi"),
      number: null,
      symbol: signatory.code,
      place: placeOfPapers(signatory.body),
      day: { year: yearOf(today) },
    },
    title: { kind: "letter", abstract: "đôn đốc thực hiện nhiệm vụ thi đua, khen thưởng" },
    addressees: named ? units : ["Các đơn vị theo danh sách kèm theo"],
    body: [
      paragraph(
        `Qua theo dõi việc thực hiện công tác thi đua, khen thưởng, đến ngày ${writeDay(today)} còn ${units.length} đơn vị với ${rows.length} việc chưa hoàn thành${overdue} (danh sách kèm theo).`,
      ),
      paragraph(
        "Đề nghị Thủ trưởng đơn vị chỉ đạo hoàn thành đúng thời hạn; đối với việc đã quá hạn, hoàn thành và gửi ngay sau khi nhận được Công văn này. Trường hợp có khó khăn, vướng mắc, đề nghị phản ánh kịp thời để được hướng dẫn hoặc xem xét gia hạn.",
      ),
      paragraph("Trân trọng."),
    ],
    recipients: recipients([recipient("Như trên")], "VT"),
    signatures: [signedBy(signatory.office.toLocaleUpperCase("vi"), signatory.name)],
    annexes: [
      annex({
        label: "Phụ lục",
        name: "Danh sách đơn vị và việc chưa hoàn thành",
        reference: "(Kèm theo Công văn đôn đốc thực hiện nhiệm vụ thi đua, khen thưởng)",
        body: [
          table(
            [
              { title: "TT", share: 7, alignment: "centre" },
              { title: "Đơn vị", share: 31 },
              { title: "Việc", share: 36 },
              { title: "Thời hạn", share: 26 },
            ],
            rows.map((row, at) => [
              `${at + 1}`,
              row.unit.name,
              row.item.what,
              `${writeDeadline(row.item.deadline)}${row.standing === "late" ? " (quá hạn)" : ""}`,
            ]),
          ),
        ],
      }),
    ],
  });
}

const MOST_NAMED = 30;

/** A short text to paste into a messenger: who owes what, until when. */
export function urgingText(rows: readonly DueRow[], body: string): string {
  const named = rows
    .slice(0, MOST_NAMED)
    .map(
      ({ unit, item, standing }, index) =>
        `${index + 1}. ${unit.name}: ${item.what}, ${writeDeadline(item.deadline)}${standing === "late" ? " (quá hạn)" : ""}`,
    );
  const more = rows.length - named.length;
  return [
    `${body} đề nghị các đơn vị hoàn thành những việc sau:`,
    ...named,
    ...(more > 0 ? [`… và ${more} việc khác.`] : []),
    "Đơn vị đã gửi xin bỏ qua tin này. Trân trọng cảm ơn.",
  ].join("\n");
}
