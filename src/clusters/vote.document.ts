import { type CountFacts, countBlocks } from "../ballots/count.document.ts";
import type { Block, OfficialDocument } from "../documents/tree.ts";
import {
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
import { writeDay } from "../platform/day.ts";
import { writeHundredths } from "./points.ts";
import type { PublishedResult } from "./results.ts";
import type { ScoringYear } from "./scoring-year.ts";
import { type ClusterNomination, type ClusterVote, type MemberVoter, purposeNames } from "./vote.ts";

interface MinutesFacts {
  readonly scoring: ScoringYear;
  readonly vote: ClusterVote;
  readonly members: number;
  /** Who stood on the roll, in the order of the poll. */
  readonly voters: readonly Pick<MemberVoter, "name" | "post">[];
  readonly results: readonly PublishedResult[];
  /** Null until it is counted. */
  readonly count: CountFacts | null;
  readonly nomination: ClusterNomination | null;
}

/** Minutes of the cluster's meeting (biên bản họp cụm), in the layout of Nghị định 30/2020/NĐ-CP. */
export function meetingMinutes(facts: MinutesFacts): OfficialDocument {
  const { scoring, vote, nomination } = facts;
  return officialDocument({
    letterhead: {
      superior: scoring.founderName.toLocaleUpperCase("vi"),
      issuer: scoring.clusterName.toLocaleUpperCase("vi"),
      number: null,
      symbol: null,
      place: placeOfPapers(scoring.clusterName, scoring.founderName),
      day: vote.metOn,
    },
    title: {
      kind: "named",
      name: "BIÊN BẢN",
      abstract: `Họp ${scoring.clusterName} suy tôn: ${purposeNames[vote.purpose]} năm ${scoring.year}${vote.round > 1 ? ` (vòng ${vote.round})` : ""}`,
    },
    body: [
      ...attendance(facts),
      heading(1, "II.", "Kết quả chấm điểm"),
      resultTable(facts.results),
      heading(1, "III.", "Ý kiến thảo luận"),
      paragraph(vote.opinions ?? "Không có ý kiến nào được ghi lại."),
      heading(1, "IV.", "Kết quả suy tôn"),
      ...(facts.count ? countBlocks(facts.count) : [paragraph("Chưa kiểm phiếu.")]),
      heading(1, "V.", "Kết luận"),
      paragraph(
        nomination
          ? `${scoring.clusterName} suy tôn ${nomination.unitName} với ${nomination.votes} phiếu trên ${nomination.base} (cần ${nomination.needed} phiếu): ${purposeNames[vote.purpose].toLocaleLowerCase("vi")} năm ${scoring.year}.`
          : "Chưa đơn vị nào được suy tôn ở cuộc này.",
      ),
    ],
    recipients: recipients(
      [recipient(scoring.founderName, "để báo cáo"), recipient("Các đơn vị thành viên")],
      "Cụm",
    ),
    signatures: [signedBy("THƯ KÝ", vote.secretaryName), signedBy("CHỦ TRÌ", vote.chairName)],
  });
}

function attendance({ scoring, vote, voters, members }: MinutesFacts): Block[] {
  return [
    heading(1, "I.", "Thời gian, địa điểm, thành phần"),
    paragraph(
      `Ngày ${writeDay(vote.metOn)}, tại ${vote.place}, ${scoring.clusterName} họp suy tôn năm ${scoring.year}.`,
    ),
    paragraph(`Chủ trì: ${vote.chairName}, ${vote.chairTitle}. Thư ký: ${vote.secretaryName}.`),
    paragraph(`Có mặt ${vote.present} trên ${members} đơn vị thành viên, mỗi đơn vị một phiếu:`),
    list(voters.map(({ name, post }) => `${name}, ${post}`)),
  ];
}

const resultTable = (results: readonly PublishedResult[]): Block =>
  table(
    [
      { title: "Hạng", share: 10, alignment: "centre" },
      { title: "Đơn vị", share: 56 },
      { title: "Điểm", share: 17, alignment: "right" },
      { title: "Loại", share: 17, alignment: "centre" },
    ],
    results.map(({ rank, unitName, total, grade }) => [
      `${rank}`,
      unitName,
      writeHundredths(total),
      grade ?? "",
    ]),
  );
