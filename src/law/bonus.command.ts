import { readFile } from "node:fs/promises";
import { writeDong } from "../platform/money.ts";
import { type Bonus, bonusOf } from "./bonus.ts";
import { readAwards } from "./bonus-list.command.ts";
import { type BonusLine, type BonusList, bonusesOf } from "./bonus-list.ts";
import { subjectNames } from "./codes.ts";
import {
  type Faults,
  isFaults,
  Reading,
  readCode,
  readDay,
  readLevel,
  readOptions,
  readSubject,
} from "./options.command.ts";
import { markOf, type Sheet } from "./sheet.command.ts";

const ofOneAward = ["code", "subject", "on", "level"] as const;

/**
 * `./thidua law bonus --code CODE --subject KIND --on YYYY-MM-DD [--level commune]` reckons one award;
 * `./thidua law bonus --file LIST.yaml` says which of several is paid and why.
 */
export async function bonusCommand(argv: readonly string[]): Promise<Sheet | Faults> {
  const options = readOptions(argv, [...ofOneAward, "file"]);
  if (isFaults(options)) return options;
  const reading = new Reading(options);
  reading.noPositionals();
  const sheet = reading.has("file") ? await bonusOfFile(reading) : bonusOfOptions(reading);
  return reading.faults.length > 0 || sheet === null
    ? { faults: reading.faults }
    : { ...sheet, json: options.json };
}

type Answer = Pick<Sheet, "answer" | "lines">;

function bonusOfOptions(reading: Reading): Answer | null {
  const code = reading.read("code", readCode);
  const subject = reading.read("subject", readSubject);
  const on = reading.read("on", readDay);
  const level = reading.has("level") ? reading.read("level", readLevel) : null;
  if (code === null || subject === null || on === null) return null;
  const bonus = bonusOf({ code, subject, on, level });
  return { answer: bonus, lines: linesOfBonus(bonus) };
}

async function bonusOfFile(reading: Reading): Promise<Answer | null> {
  for (const name of ofOneAward.filter((option) => reading.has(option)))
    reading.faults.push(`--${name} không dùng cùng --file.`);
  const path = reading.text("file");
  const text = path === null ? null : await readFile(path, "utf8").catch(() => null);
  if (text === null) {
    reading.faults.push(`Không đọc được tệp ${path}.`);
    return null;
  }
  const awards = readAwards(text);
  if (isFaults(awards)) {
    reading.faults.push(...awards.faults);
    return null;
  }
  const list = bonusesOf(awards);
  return { answer: writtenList(list), lines: linesOfList(list) };
}

/** The list as printed: each line with its award's own sum beside what is paid. */
const writtenList = (list: BonusList) => ({
  lines: list.lines.map(({ bonus, ...line }) => ({
    ...line,
    code: bonus.code,
    name: bonus.name,
    subject: bonus.subject,
    on: bonus.on,
    regime: bonus.regime,
    coefficient: bonus.coefficient,
    baseSalary: bonus.baseSalary,
    amount: bonus.amount,
    ceiling: bonus.ceiling,
    basis: bonus.basis,
  })),
  total: list.total,
  verified: list.verified,
});

const linesOfBonus = (bonus: Bonus): readonly string[] => [
  `${bonus.name} (${subjectNames[bonus.subject]})`,
  bonus.words,
  ...(bonus.basis ? [`Căn cứ: ${bonus.basis} (${markOf(bonus.verified)})`] : []),
];

const linesOfList = (list: BonusList): readonly string[] => [
  ...list.lines.flatMap(linesOfLine),
  `Tổng cộng: ${writeDong(list.total)} (${markOf(list.verified)})`,
];

const linesOfLine = ({ line, bonus, paidAmount, why }: BonusLine): readonly string[] => [
  `${line}. ${bonus.name} (${subjectNames[bonus.subject]}): ${writeDong(paidAmount)}`,
  `   ${why}`,
];
