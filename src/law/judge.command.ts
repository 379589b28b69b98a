import { readCase } from "./case.command.ts";
import { judge } from "./judge.ts";
import type { Verdict } from "./verdict.ts";

/** `./thidua law judge CASE.yaml`: the verdict on the case in that text, or its faults. */
export function judgeCase(text: string, name: string): { verdict: Verdict } | { faults: string[] } {
  const read = readCase(text, name);
  return "faults" in read ? read : { verdict: judge(read.asked) };
}
