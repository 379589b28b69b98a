import { parseArgs } from "node:util";
import { type Day, parseDay } from "../platform/day.ts";
import { type Code, codes, isCode, subjectKinds } from "./codes.ts";

/**
 * Reads the options of a law command. Every fault becomes one Vietnamese sentence, so that somebody who
 * mistyped two things learns of both at once.
 */
export interface Options {
  readonly values: ReadonlyMap<string, string>;
  readonly json: boolean;
  readonly positionals: readonly string[];
}

export interface Faults {
  readonly faults: readonly string[];
}

export const isFaults = (value: object): value is Faults => "faults" in value;

/** The options named in `allowed` take a value; `--json` takes none. */
export function readOptions(argv: readonly string[], allowed: readonly string[]): Options | Faults {
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries([
      ["json", { type: "boolean" as const }],
      ...allowed.map((name) => [name, { type: "string" as const }] as const),
    ]),
  });
  const values = new Map<string, string>();
  const faults: string[] = [];
  let json = false;
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (token.name === "json" && token.value === undefined) json = true;
    else if (token.name === "json") faults.push("--json không nhận giá trị.");
    else if (!allowed.includes(token.name)) faults.push(unknownOption(token.rawName, allowed));
    else if (token.value === undefined || token.value.startsWith("--") || token.value === "")
      faults.push(`Thiếu giá trị cho --${token.name}.`);
    else if (values.has(token.name)) faults.push(`--${token.name} được ghi hai lần.`);
    else values.set(token.name, token.value);
  }
  return faults.length > 0 ? { faults } : { values, json, positionals };
}

const unknownOption = (rawName: string, allowed: readonly string[]): string =>
  `Không có tùy chọn ${rawName}; được dùng: ${[...allowed.map((name) => `--${name}`), "--json"].join(", ")}.`;

/** Collects faults while a command reads its options one after another. */
export class Reading {
  readonly faults: string[] = [];
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** The option's text; a fault and null where it is missing. */
  text(name: string): string | null {
    const value = this.#options.values.get(name);
    if (value === undefined) this.faults.push(`Thiếu --${name}.`);
    return value ?? null;
  }

  has(name: string): boolean {
    return this.#options.values.has(name);
  }

  /** A word left over that belongs to no option is a fault. */
  noPositionals(): void {
    for (const word of this.#options.positionals) this.faults.push(`Thừa “${word}”.`);
  }

  /** What `read` makes of the option's text; a sentence it answers becomes a fault. */
  read<Value>(name: string, read: (text: string, name: string) => Value | Fault): Value | null {
    const text = this.text(name);
    if (text === null) return null;
    const value = read(text, `--${name}`);
    if (!isFault(value)) return value;
    this.faults.push(value.fault);
    return null;
  }
}

export interface Fault {
  readonly fault: string;
}

export const isFault = (value: unknown): value is Fault =>
  typeof value === "object" && value !== null && "fault" in value;

export const readDay = (text: string, name: string): Day | Fault =>
  parseDay(text) ?? { fault: `${name}: “${text}” không phải là ngày có thật, viết dạng yyyy-mm-dd.` };

export const readCode = (text: string, name: string): Code | Fault =>
  isCode(text) ? text : { fault: `${name}: không có mã “${text}”; được dùng: ${codes.join(", ")}.` };

/** One of a few words. */
const readOneOf =
  <Word extends string>(words: readonly Word[]) =>
  (text: string, name: string): Word | Fault =>
    words.find((word) => word === text) ?? {
      fault: `${name}: không có “${text}”; được dùng: ${words.join(", ")}.`,
    };

export const readSubject = readOneOf(subjectKinds);
export const readLevel = readOneOf(["commune"]);

const MOST = 9_999;

/** A whole number from `least` to 9999. */
export const readWhole =
  (least: number) =>
  (text: string, name: string): number | Fault => {
    const value = /^\d{1,4}$/.test(text) ? Number(text) : null;
    if (value === null || value < least)
      return { fault: `${name}: “${text}” không phải là số nguyên từ ${least} đến ${MOST}.` };
    return value;
  };
