import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { shapeCase } from "../src/law/case.command.ts";
import type { Case } from "../src/law/facts.ts";
import { judge } from "../src/law/judge.ts";

/** How long one verdict takes, over the law's own cases: `node --import tsx bench/law.ts`. */
const rounds = 200;
const folder = new URL("../src/law/cases/", import.meta.url);

const asked: readonly Case[] = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml") && !/^(bonus|vote)/.test(name))
  .flatMap((name) => parse(readFileSync(new URL(name, folder), "utf8")) as { name: string; case: object }[])
  .flatMap((written) => {
    const read = shapeCase(written.case, written.name);
    return "asked" in read ? [read.asked] : [];
  });

const judgeEvery = (): void => {
  for (const each of asked) judge(each);
};

for (let warm = 0; warm < 20; warm += 1) judgeEvery();
const started = performance.now();
for (let round = 0; round < rounds; round += 1) judgeEvery();
const spent = performance.now() - started;

const slowest = asked
  .map((each) => {
    const from = performance.now();
    for (let again = 0; again < 100; again += 1) judge(each);
    return { ask: each.ask, milliseconds: (performance.now() - from) / 100 };
  })
  .reduce((worst, one) => (one.milliseconds > worst.milliseconds ? one : worst));

console.log(`${asked.length} cases × ${rounds}: ${(spent / rounds / asked.length).toFixed(4)} ms a verdict`);
console.log(`slowest: ${slowest.ask}, ${slowest.milliseconds.toFixed(4)} ms`);
