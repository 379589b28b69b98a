import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ruleId } from "./rule.ts";
import { rules } from "./rule-on.ts";

/**
 * A version that was used is never edited: a change of the law is a new version with its own day. When
 * this fails for a version that is only now being written, put its new line into rules.lock.
 */
const lockLine = (rule: (typeof rules)[number]): string => {
  const { to, ...frozen } = rule;
  return `${ruleId(rule)} ${createHash("sha256").update(JSON.stringify(frozen)).digest("hex")}`;
};

const locked = readFileSync(new URL("./rules.lock", import.meta.url), "utf8")
  .trim()
  .split("\n");

test("every version is the one that was locked, and none is missing", () => {
  expect(rules.map(lockLine).sort()).toEqual(locked);
});
