import type { OfficialDocument } from "../documents/tree.ts";
import {
  officialDocument,
  paragraph,
  recipient,
  recipients,
  signedBy,
  table,
} from "../documents/tree-build.ts";
import { type Day, writeDay, yearOf } from "../platform/day.ts";

import { type ClusterRecord, recordKindNames, writeResult } from "./cluster-record.ts";

interface RecordFacts {
  readonly cluster: string;
  readonly body: string;
  readonly year: number | null;
  readonly records: readonly ClusterRecord[];
  readonly today: Day;
}

/** What we sent to a cluster led outside and what it gave us, for the file (bảng tổng hợp). */
export const recordDocument = ({ cluster, body, year, records, today }: RecordFacts): OfficialDocument =>
  officialDocument({
    letterhead: {
      superior: null,
      issuer: body.toLocaleUpperCase("vi"),
      number: null,
      symbol: null,
      place: "Hà Nội",
      day: { year: yearOf(today) },
    },
    title: {
      kind: "named",
      name: "BẢNG TỔNG HỢP",
      abstract: `Văn bản đã gửi và kết quả tham gia ${cluster}${year === null ? "" : ` năm ${year}`}`,
    },
    body: [
      paragraph(`Đến ngày ${writeDay(today)}, ${body} có các văn bản đã gửi và kết quả sau:`),
      table(
        [
          { title: "TT", share: 6, alignment: "centre" },
          { title: "Năm", share: 8, alignment: "centre" },
          { title: "Đơn vị", share: 20 },
          { title: "Nội dung", share: 30 },
          { title: "Ngày", share: 13, alignment: "centre" },
          { title: "Kết quả", share: 23 },
        ],
        records.map((record, at) => [
          `${at + 1}`,
          `${record.year}`,
          record.unitName,
          `${recordKindNames[record.kind]}: ${record.title}${record.symbol ? ` (${record.symbol})` : ""}`,
          writeDay(record.on),
          [writeResult(record), record.note].filter(Boolean).join("; "),
        ]),
      ),
    ],
    recipients: recipients([recipient("Lãnh đạo cơ quan", "để báo cáo")], "VT"),
    signatures: [signedBy("NGƯỜI LẬP", null)],
  });
