import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { shapeCase } from "./case.command.ts";
import { judge } from "./judge.ts";
import type { Finding, State, Verdict } from "./verdict.ts";

/** The cases a lawyer can read: each verdict reasoned by hand from the catalogue of the law. */
interface Written {
  readonly name: string;
  readonly case: object;
  readonly expect: {
    readonly outcome: string;
    readonly regime: string | null;
    readonly rule?: string | null;
    readonly unmet: readonly string[];
    readonly unknown: readonly string[];
    readonly verified: boolean;
    readonly evidence?: readonly string[];
  };
}

const folder = new URL("./cases/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml") && !/^(bonus|vote)/.test(name));
const casesOf = (file: string): readonly Written[] => parse(readFileSync(new URL(file, folder), "utf8"));

const codesOf = (findings: readonly Finding[], state: State): string[] =>
  findings.filter((finding) => finding.state === state).map(({ code }) => code);

const asWritten = (verdict: Verdict, written: Written["expect"]): Written["expect"] => ({
  outcome: verdict.outcome,
  regime: verdict.regime,
  ...(written.rule === undefined ? {} : { rule: verdict.rule }),
  unmet: codesOf(verdict.findings, "unmet"),
  unknown: codesOf(verdict.findings, "unknown"),
  verified: verdict.verified,
  ...(written.evidence === undefined
    ? {}
    : { evidence: verdict.findings.flatMap(({ evidence }) => evidence) }),
});

const verdictOf = (written: Written): Verdict => {
  const shaped = shapeCase(written.case, written.name);
  if ("faults" in shaped) throw new Error(shaped.faults.join("\n"));
  return judge(shaped.asked);
};

for (const file of files)
  describe(file, () => {
    test.each(casesOf(file).map((written) => [written.name, written] as const))("%s", (_, written) => {
      expect(asWritten(verdictOf(written), written.expect)).toEqual(written.expect);
    });
  });

test("every case has a name of its own within its file", () => {
  for (const file of files) {
    const names = casesOf(file).map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  }
});

test("every finding names its article, and what is not met says what is needed", () => {
  for (const file of files)
    for (const written of casesOf(file)) {
      const { findings, needs, outcome } = verdictOf(written);
      expect(findings.filter(({ basis, words }) => basis === "" || words === "")).toEqual([]);
      expect(findings.filter(({ state, needs: wanted }) => (state === "met") !== (wanted === null))).toEqual(
        [],
      );
      expect(outcome === "eligible" || outcome === "refused").toBe(needs.length === 0);
    }
});
