import { readdirSync, readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { expect, test } from "vitest";
import { readLines } from "../documents/read.ts";
import { officialCalendar } from "../platform/holidays.ts";
import { isRefusal } from "../platform/refusal.ts";
import { readPlan } from "./plan-assembly.ts";
import type { PlanReading } from "./plan-reading.ts";

/** Invented papers of many bodies; what a reader finds in each of them is written down in `fixtures/expected/plans`. */
const EXPECTED = "fixtures/expected/plans";
const PAPERS = readdirSync(EXPECTED).map((file) => basename(file, ".json"));
const FILES = new Map(readdirSync("fixtures/plans").map((file) => [basename(file, extname(file)), file]));

async function reading(name: string): Promise<PlanReading> {
  const lines = await readLines(readFileSync(`fixtures/plans/${FILES.get(name)}`));
  if (isRefusal(lines)) throw new Error(lines.sentence);
  return readPlan(lines, officialCalendar());
}

/** What is written down for a paper: its fields without their lines, and what a person must look at. */
const inShort = (found: PlanReading) => ({
  nature: found.nature,
  documents: found.documents.map(({ grounds, recipients, signatory, lines: _, ...document }) => ({
    ...document,
    grounds: grounds.length,
    recipients: recipients.map(({ name, purpose }) => [name, purpose]),
    signatory: [signatory.capacity, signatory.role, signatory.name],
  })),
  movement: {
    year: found.movement.year,
    from: found.movement.from,
    to: found.movement.to,
    theme: found.movement.theme,
    themeOwner: found.movement.themeOwner,
    name: found.movement.name,
    motto: found.movement.motto,
  },
  outline: found.contents.map(({ label, level }) => `${level}:${label}`).join(" "),
  phases: found.phases.map(({ name, from, to }) => [name, from, to]),
  deadlines: found.deadlines.map(({ raw, date, inclusive, impossible, audience, what }) => [
    raw,
    date,
    inclusive,
    impossible,
    audience,
    what,
  ]),
  findings: found.findings
    .filter(({ severity }) => severity !== "info")
    .map(({ line, severity, code, raw }) => `${line} ${severity} ${code} ${raw}`),
});

test.each(PAPERS)("%s gives what is written down for it", async (name) => {
  const expected = JSON.parse(readFileSync(`${EXPECTED}/${name}.json`, "utf8"));
  expect(inShort(await reading(name))).toEqual(expected);
});
