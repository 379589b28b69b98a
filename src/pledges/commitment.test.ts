import { describe, expect, test } from "vitest";
import { type Commitment, decideOutcome, decidePromise, tieToFigure, writeCommitment } from "./commitment.ts";

const aCommitment = (given: Partial<Commitment> = {}): Commitment => ({
  ...{
    id: 1,
    unit: 1,
    unitName: "Vụ A",
    words: "Đúng hạn",
    title: null,
    figure: null,
    measure: "%",
    target: 97.5,
  },
  ...{ result: null, resultValue: null, evidence: null, resultAt: null, resultBy: null, version: 1 },
  ...given,
});

describe("commitments", () => {
  test("read with their number", () => {
    expect(writeCommitment(aCommitment())).toBe("Đúng hạn: 97,5 %");
    expect(writeCommitment(aCommitment({ target: null }))).toBe("Đúng hạn");
  });

  test.each([
    ["no words", { words: "  " }, "no-words"],
    ["a number of nothing", { measure: null }, "no-measure"],
    ["a negative number", { target: -1 }, "negative-target"],
    ["more than the whole", { target: 101 }, "over-a-hundred"],
  ])("not with %s", (_what, change, refusal) => {
    expect(decidePromise({ ...aCommitment(), ...change })).toMatchObject({ refusal });
  });

  test("a result rests on evidence, and on a number where one was promised", () => {
    const outcome = { result: "done" as const, value: 98, evidence: "Báo cáo số 12" };
    expect(decideOutcome(aCommitment(), 1, outcome)).toEqual(outcome);
    expect(decideOutcome(aCommitment(), 1, { ...outcome, evidence: "" })).toMatchObject({
      refusal: "no-evidence",
    });
    expect(decideOutcome(aCommitment(), 1, { ...outcome, value: null })).toMatchObject({
      refusal: "no-number",
    });
    expect(decideOutcome(aCommitment(), 2, outcome)).toMatchObject({ refusal: "stale" });
    const missed = { result: "not" as const, value: null, evidence: "Chưa đủ nguồn lực" };
    expect(decideOutcome(aCommitment(), 1, missed)).toEqual(missed);
  });
});

describe("a commitment tied to a figure of the record", () => {
  const figure = { code: "x.on-time", label: "Hồ sơ đúng hạn", value: 97.5, measure: "%", href: "/x" };
  const tied = (given: Partial<Commitment>, before: string | null = null) =>
    tieToFigure(aCommitment({ figure: "x.on-time", ...given }), [figure], before);

  test("is counted as the figure is, whether the measure was typed or not", () => {
    expect(tied({ measure: null })).toMatchObject({ measure: "%", figure: "x.on-time" });
    expect(tied({ measure: " % " })).toMatchObject({ measure: "%" });
    expect(tied({ target: null, measure: null })).toMatchObject({ measure: null });
  });

  test("in another measure, or to a figure nobody offers, is refused; one chosen earlier stays", () => {
    expect(tied({ measure: "vụ việc" })).toMatchObject({ refusal: "other-measure", field: "measure" });
    expect(tied({ figure: "x.gone" })).toMatchObject({ refusal: "no-such-figure" });
    expect(tied({ figure: "x.gone" }, "x.gone")).toMatchObject({ figure: "x.gone" });
    expect(tied({ figure: null, measure: "vụ việc" })).toMatchObject({ figure: null, measure: "vụ việc" });
  });
});
