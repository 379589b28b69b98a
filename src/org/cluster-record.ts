import { type Day, type Instant, writeDay, yearOf } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/**
 * What we exchange with a cluster led outside the sector (Khối thi đua nội chính Trung ương, a province's
 * bloc): papers we sent, and the points and rank they gave us. A correction is a new record beside the old.
 */
export type RecordKind = "sent" | "score";

export const recordKindNames: Readonly<Record<RecordKind, string>> = {
  sent: "Văn bản đã gửi",
  score: "Kết quả chấm điểm, xếp hạng",
};

export interface RecordRequest {
  readonly kind: RecordKind;
  readonly year: number;
  readonly title: string;
  /** The day of sending, or on which the result was announced. */
  readonly on: Day;
  readonly symbol: string | null;
  readonly points: number | null;
  readonly pointsOf: number | null;
  readonly rank: number | null;
  readonly rankOf: number | null;
  readonly note: string | null;
}

/** One of them as it is kept, with what the list of them shows. */
export interface ClusterRecord extends RecordRequest {
  readonly id: number;
  readonly unit: number;
  readonly unitName: string;
  readonly file: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly at: Instant;
  readonly actorName: string;
  /** Another record stands in its place. */
  readonly corrected: boolean;
}

/** A result says points or a rank, neither above its ceiling; a paper has neither. Nothing is of the future. */
export function decideRecord(request: RecordRequest, today: Day): RecordRequest | Refusal {
  const title = tidy(request.title);
  if (!title) return refuse("no-title", "Hãy ghi tên văn bản hoặc kết quả.", { field: "title" });
  if (request.on > today)
    return refuse("record-in-the-future", `Ngày ${writeDay(request.on)} chưa đến.`, { field: "on" });
  if (Math.abs(yearOf(request.on) - request.year) > 1)
    return refuse(
      "record-of-another-year",
      `Ngày ${writeDay(request.on)} không thuộc năm thi đua ${request.year} hoặc năm liền kề.`,
      { field: "on" },
    );
  if (request.kind === "sent")
    return { ...request, title, points: null, pointsOf: null, rank: null, rankOf: null };
  const { points, pointsOf, rank, rankOf } = request;
  if (points === null && rank === null)
    return refuse("no-result", "Hãy ghi điểm hoặc thứ hạng.", { field: "points" });
  if (points !== null && pointsOf !== null && points > pointsOf)
    return refuse(
      "points-above-ceiling",
      `Điểm ${writeNumber(points)} vượt điểm tối đa ${writeNumber(pointsOf)}.`,
      { field: "points" },
    );
  if (rank !== null && rankOf !== null && rank > rankOf)
    return refuse("rank-above-count", `Thứ hạng ${rank} vượt số đơn vị xếp hạng ${rankOf}.`, {
      field: "rank",
    });
  return { ...request, title };
}

/** “92,5/100 điểm, hạng 2/8”. */
export const writeResult = ({
  points,
  pointsOf,
  rank,
  rankOf,
}: Pick<RecordRequest, "points" | "pointsOf" | "rank" | "rankOf">): string =>
  [
    points === null
      ? null
      : `${writeNumber(points)}${pointsOf === null ? "" : `/${writeNumber(pointsOf)}`} điểm`,
    rank === null ? null : `hạng ${rank}${rankOf === null ? "" : `/${rankOf}`}`,
  ]
    .filter(Boolean)
    .join(", ");
