import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { day } from "../platform/day.ts";
import { bonusOf } from "./bonus.ts";
import type { Code, SubjectKind } from "./codes.ts";

/** The cases of bonus money that a lawyer can read. */
interface Written {
  readonly code: Code;
  readonly subject: SubjectKind;
  readonly on: string;
  readonly level?: "commune";
  readonly coefficient?: string;
  readonly amount?: number;
  readonly ceiling?: boolean;
  readonly verified?: boolean;
  readonly refused?: string;
}

const cases: readonly Written[] = parse(readFileSync(new URL("./cases/bonus.yaml", import.meta.url), "utf8"));

test.each(cases)("$code, $subject, $on", (written) => {
  const bonus = bonusOf({ ...written, on: day(written.on), level: written.level ?? null });
  expect({
    coefficient: bonus.coefficient,
    amount: bonus.amount,
    ceiling: bonus.ceiling,
    verified: bonus.verified,
    refused: bonus.outcome === "refused" ? bonus.words : null,
  }).toEqual({
    coefficient: written.coefficient ?? null,
    amount: written.amount ?? null,
    ceiling: written.ceiling ?? false,
    verified: written.verified ?? false,
    refused: written.refused ?? null,
  });
});
