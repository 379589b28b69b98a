import type { Instant } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import type { Figure } from "../platform/offered.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { fold, tidy } from "../platform/vietnamese.ts";

/** What a member promises in the pledge, and at the year's end what came of it. */
export interface Commitment {
  readonly id: number;
  readonly unit: number;
  readonly unitName: string;
  readonly words: string;
  /** Code of the title aimed at, when it is one. */
  readonly title: string | null;
  /** Code of the figure that tells what was done. */
  readonly figure: string | null;
  readonly measure: string | null;
  readonly target: number | null;
  readonly result: CommitmentResult | null;
  readonly resultValue: number | null;
  readonly evidence: string | null;
  readonly resultAt: Instant | null;
  readonly resultBy: string | null;
  readonly version: number;
}

export type CommitmentResult = "done" | "partly" | "not";

export const resultNames: Readonly<Record<CommitmentResult, string>> = {
  done: "Đã thực hiện",
  partly: "Thực hiện một phần",
  not: "Chưa thực hiện",
};

export const results = Object.keys(resultNames) as readonly CommitmentResult[];

export type Promised = Pick<Commitment, "words" | "title" | "figure" | "measure" | "target">;

/** “Tỷ lệ nhiệm vụ đúng hạn: 100 %”. */
export const writeCommitment = ({ words, measure, target }: Promised): string =>
  target === null ? words : `${words}: ${writeNumber(target)} ${measure ?? ""}`.trim();

/** A commitment says something, and a number says what it counts. */
export function decidePromise(promised: Promised): Promised | Refusal {
  const words = tidy(promised.words);
  if (!words) return refuse("no-words", "Hãy ghi nội dung cam kết.", { field: "words" });
  const measure = promised.measure === null ? null : tidy(promised.measure) || null;
  if (promised.target !== null && measure === null)
    return refuse("no-measure", "Đã ghi số thì phải ghi đơn vị tính, ví dụ % hoặc vụ việc.", {
      field: "measure",
    });
  if (promised.target !== null && promised.target < 0)
    return refuse("negative-target", "Số cam kết không thể âm.", { field: "target" });
  if (promised.target !== null && measure === "%" && promised.target > 100)
    return refuse("over-a-hundred", "Tỷ lệ cam kết không quá 100 %.", { field: "target" });
  return { ...promised, words, measure };
}

/**
 * What is promised by a figure of the record is counted as that figure is, so that the two can be laid side by side at
 * the year's end. `before` is the figure chosen earlier: it stays even when nobody offers it any more.
 */
export function tieToFigure(
  promised: Promised,
  figures: readonly Figure[],
  before: string | null,
): Promised | Refusal {
  if (promised.figure === null) return promised;
  const figure = figures.find(({ code }) => code === promised.figure);
  if (!figure)
    return promised.figure === before
      ? promised
      : refuse("no-such-figure", "Số liệu này không còn; hãy chọn lại.", { field: "figure" });
  const measure = tidy(promised.measure ?? "");
  if (measure && fold(measure) !== fold(figure.measure))
    return refuse(
      "other-measure",
      `“${figure.label}” tính bằng “${figure.measure}” nên đơn vị tính của cam kết phải như vậy; hãy sửa đơn vị tính hoặc chọn số liệu khác.`,
      { field: "measure" },
    );
  return { ...promised, measure: promised.target === null ? promised.measure : figure.measure };
}

export interface Outcome {
  readonly result: CommitmentResult;
  readonly value: number | null;
  readonly evidence: string;
}

/** A result rests on evidence, whatever it is; a number is given only where one was promised. */
export function decideOutcome(commitment: Commitment, version: number, outcome: Outcome): Outcome | Refusal {
  if (commitment.version !== version)
    return movedOn("stale", "Kết quả này vừa được ghi ở cửa sổ khác; hãy xem lại rồi gửi lại.");
  const evidence = tidy(outcome.evidence);
  if (!evidence)
    return refuse("no-evidence", "Hãy ghi minh chứng hoặc lý do, để người đọc kiểm tra được.", {
      field: "evidence",
    });
  if (outcome.value !== null && outcome.value < 0)
    return refuse("negative-value", "Số thực hiện không thể âm.", { field: "value" });
  if (commitment.target !== null && outcome.result === "done" && outcome.value === null)
    return refuse(
      "no-number",
      `Cam kết có số (${writeNumber(commitment.target)} ${commitment.measure}): hãy ghi số đã thực hiện.`,
      {
        field: "value",
      },
    );
  return { ...outcome, evidence };
}
