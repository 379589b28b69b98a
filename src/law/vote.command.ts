import {
  type Faults,
  isFaults,
  Reading,
  readCode,
  readDay,
  readOptions,
  readWhole,
} from "./options.command.ts";
import { markOf, type Sheet } from "./sheet.command.ts";
import { type Vote, voteOn } from "./vote.ts";

/** `./thidua law vote --code CODE --members N --yes Y --on YYYY-MM-DD`: what a council's votes come to. */
export function voteCommand(argv: readonly string[]): Sheet | Faults {
  const options = readOptions(argv, ["code", "members", "yes", "on"]);
  if (isFaults(options)) return options;
  const reading = new Reading(options);
  const code = reading.read("code", readCode);
  const members = reading.read("members", readWhole(1));
  const yes = reading.read("yes", readWhole(0));
  const on = reading.read("on", readDay);
  if (members !== null && yes !== null && yes > members)
    reading.faults.push(`--yes: ${yes} phiếu đồng ý nhiều hơn ${members} thành viên Hội đồng.`);
  reading.noPositionals();
  if (code === null || members === null || yes === null || on === null || reading.faults.length > 0)
    return { faults: reading.faults };
  const vote = voteOn({ code, members, yes, on });
  return { json: options.json, answer: vote, lines: linesOf(vote) };
}

const linesOf = (vote: Vote): readonly string[] => [
  vote.name,
  vote.words,
  ...(vote.basis ? [`Căn cứ: ${vote.basis} (${markOf(vote.verified)})`] : []),
];
