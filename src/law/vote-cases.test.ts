import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { day } from "../platform/day.ts";
import type { Code } from "./codes.ts";
import { voteOn } from "./vote.ts";

/** The cases of council votes that a lawyer can read. */
interface Written {
  readonly code: Code;
  readonly on: string;
  readonly members: number;
  readonly yes: number;
  readonly threshold: number | null;
  readonly needed?: number;
  readonly passed?: boolean;
  readonly verified?: boolean;
  readonly refused?: string;
}

const cases: readonly Written[] = parse(readFileSync(new URL("./cases/vote.yaml", import.meta.url), "utf8"));

test.each(cases)("$code, $yes of $members on $on", (written) => {
  const vote = voteOn({ ...written, on: day(written.on) });
  expect({
    threshold: vote.threshold,
    needed: vote.needed,
    passed: vote.passed,
    verified: vote.verified,
    refused: vote.outcome === "refused" ? vote.words : null,
  }).toEqual({
    threshold: written.threshold,
    needed: written.needed ?? null,
    passed: written.passed ?? null,
    verified: written.verified ?? false,
    refused: written.refused ?? null,
  });
});
