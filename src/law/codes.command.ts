import { catalogue, type Entry, subjectNames } from "./catalogue.ts";
import { levelNames } from "./catalogue-entry.ts";
import { type Faults, isFaults, Reading, readOptions } from "./options.command.ts";
import type { Sheet } from "./sheet.command.ts";

/** `./thidua law codes`: every title and form with its code, names, subjects and regimes. */
export function codesCommand(argv: readonly string[]): Sheet | Faults {
  const options = readOptions(argv, []);
  if (isFaults(options)) return options;
  const reading = new Reading(options);
  reading.noPositionals();
  if (reading.faults.length > 0) return { faults: reading.faults };
  return { json: options.json, answer: catalogue.map(written), lines: catalogue.map(lineOf) };
}

const written = ({ deciders: _, existence, ...entry }: Entry) => ({
  ...entry,
  regimes: existence.regimes,
});

const WIDEST = 40;

const lineOf = ({ code, name, subjects, level }: Entry): string =>
  `${code.padEnd(WIDEST)}${name} (${levelNames[level]}; ${subjects.map((kind) => subjectNames[kind]).join(", ")})`;
