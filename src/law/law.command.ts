import { readFile } from "node:fs/promises";
import { bonusCommand } from "./bonus.command.ts";
import { nameOf } from "./catalogue.ts";
import { codesCommand } from "./codes.command.ts";
import { judgeCase } from "./judge.command.ts";
import { type Faults, isFaults, Reading, readOptions } from "./options.command.ts";
import { markOf, type Sheet } from "./sheet.command.ts";
import { type Finding, outcomeNames, stateNames, type Verdict } from "./verdict.ts";
import { voteCommand } from "./vote.command.ts";

/**
 * `./thidua law judge|bonus|vote|codes`: asks the law without a database. JSON with `--json`, else lines
 * to read, on standard output and 0 whatever the answer; 2 and one sentence per fault on standard error
 * when the question itself is malformed.
 */
export async function law(argv: string[]): Promise<number> {
  const [verb = "", ...rest] = argv;
  const command = commands.get(verb);
  if (!command) return malformed([usage(verb)]);
  const answer = await command(rest);
  if (isFaults(answer)) return malformed(answer.faults);
  console.log(answer.json ? JSON.stringify(answer.answer, null, 2) : answer.lines.join("\n"));
  return 0;
}

type Command = (argv: readonly string[]) => Sheet | Faults | Promise<Sheet | Faults>;

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["judge", judgeCommand],
  ["bonus", bonusCommand],
  ["vote", voteCommand],
  ["codes", codesCommand],
]);

const usage = (verb: string): string => {
  const known = [...commands.keys()].join(", ");
  return verb === ""
    ? `Thiếu lệnh sau “law”; được dùng: ${known}.`
    : `Không có lệnh “law ${verb}”; được dùng: ${known}.`;
};

function malformed(faults: readonly string[]): number {
  for (const fault of faults) console.error(fault);
  return 2;
}

/** `./thidua law judge CASE.yaml`: the verdict on one case. */
async function judgeCommand(argv: readonly string[]): Promise<Sheet | Faults> {
  const options = readOptions(argv, []);
  if (isFaults(options)) return options;
  const [path, ...more] = options.positionals;
  if (path === undefined) return { faults: ["Thiếu tên tệp: law judge CASE.yaml."] };
  const reading = new Reading({ ...options, positionals: more });
  reading.noPositionals();
  if (reading.faults.length > 0) return { faults: reading.faults };
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return { faults: [`Không đọc được tệp ${path}.`] };
  const judged = judgeCase(text, path);
  return "faults" in judged
    ? judged
    : { json: options.json, answer: judged.verdict, lines: linesOf(judged.verdict) };
}

const linesOf = (verdict: Verdict): readonly string[] => [
  `${nameOf(verdict.ask, verdict.regime ?? undefined)}: ${outcomeNames[verdict.outcome]} (${markOf(verdict.verified)})`,
  ...(verdict.reason ? [verdict.reason] : []),
  ...verdict.findings.flatMap((finding) => linesOfFinding(finding, "")),
  ...verdict.needs.map((need) => `→ ${need}`),
];

const linesOfFinding = (finding: Finding, indent: string): readonly string[] => [
  `${indent}- [${stateNames[finding.state]}] ${finding.words} (${finding.basis}; ${markOf(finding.verified)})`,
  ...(finding.parts ?? []).flatMap((part) => linesOfFinding(part, `${indent}  `)),
];
