import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { answers, aPoll, aPollDraft, counted, opened, votes } from "../../test/ballots-world.ts";
import { buildMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { reader } from "../platform/db.ts";
import { exportOf } from "./count.store.ts";
import { makePair } from "./envelope.cipher.ts";
import type { PollExport } from "./export.ts";
import { pollOf } from "./poll.store.ts";
import { recount } from "./recount.command.ts";

const small = world();
let whole: PollExport;
beforeAll(async () => {
  const ministry = await buildMinistry(small);
  const pollId = await aPoll(ministry);
  await opened(ministry, pollId);
  for (const who of ["minister", "lawHead", "lawOfficer"] as const)
    await votes(ministry, pollId, who, answers(aPollDraft(ministry).questions, ["yes", "no"]));
  await counted(ministry, pollId);
  whole = (await exportOf(reader(), (await pollOf(reader(), pollId))!))!;
});

/** What the command says of a file: its exit code and its sentences. */
async function told(content: string | object): Promise<{ code: number; said: string }> {
  const file = join(small.folder, "hostile.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return toldOf(file);
}

async function toldOf(file: string) {
  const [write, error] = [process.stdout.write, console.error];
  const said: string[] = [];
  process.stdout.write = () => true;
  console.error = (sentence: string) => void said.push(sentence);
  try {
    return { code: await recount([file]), said: said.join(" ") };
  } finally {
    process.stdout.write = write;
    console.error = error;
  }
}

const NOT_AN_EXPORT = /không phải tệp xuất của một cuộc bỏ phiếu\.$/;

test.each<[string, string | ((sound: PollExport) => object)]>([
  ["nothing", ""],
  ["no JSON", "PK\u0003\u0004 đây là tệp nén"],
  ["JSON nested without end", "[".repeat(200_000)],
  ["a list", "[1,2,3]"],
  ["a key that is too short", (sound) => ({ ...sound, publicKey: "AAAA" })],
  ["one half of the key", (sound) => ({ ...sound, sessionKey: null })],
  [
    "an approve question without a nominee",
    (sound) => ({ ...sound, questions: sound.questions.map((one) => ({ ...one, nominees: [] })) }),
  ],
  ["questions out of their order", (sound) => ({ ...sound, questions: [...sound.questions].reverse() })],
  [
    "papers for one question only",
    (sound) => ({ ...sound, papers: [{ issued: 1, returned: 1, valid: 1, invalid: 0, nominees: [] }] }),
  ],
  [
    "a share of a hundred and one",
    (sound) => ({
      ...sound,
      questions: sound.questions.map((one) => ({ ...one, threshold: { ...one.threshold, percent: 101 } })),
    }),
  ],
])("a file with %s is unreadable: 2, in a sentence", async (_, content) => {
  const { code, said } = await told(typeof content === "string" ? content : content(whole));
  expect(code).toBe(2);
  expect(said).toMatch(NOT_AN_EXPORT);
});

test.each<[string, (sound: PollExport) => Promise<object> | object, string]>([
  [
    "another session key",
    async (sound) => ({ ...sound, sessionKey: Buffer.from((await makePair()).secretKey).toString("base64") }),
    "Kết quả kiểm lại khác",
  ],
  [
    "an altered ballot",
    (sound) => ({
      ...sound,
      ballots: sound.ballots.map((one, at) =>
        at === 0 ? { ...one, sealed: Buffer.alloc(240, 9).toString("base64") } : one,
      ),
    }),
    "Kết quả kiểm lại khác",
  ],
  [
    "an envelope of three bytes",
    (sound) => ({ ...sound, ballots: [{ question: 1, sealed: "AAAA" }, ...sound.ballots.slice(1)] }),
    "Kết quả kiểm lại khác",
  ],
  [
    "a ballot twice",
    (sound) => ({ ...sound, ballots: [sound.ballots[0], ...sound.ballots] }),
    "Có hai lá phiếu niêm phong giống hệt nhau.",
  ],
  [
    "a code twice",
    (sound) => ({ ...sound, codes: [sound.codes[0], ...sound.codes] }),
    "Có hai mã theo dõi trùng nhau.",
  ],
  [
    "a ballot of no question",
    (sound) => ({ ...sound, ballots: [...sound.ballots, { question: 9, sealed: "AAAA" }] }),
    "Có lá phiếu không thuộc nội dung nào.",
  ],
])("a file with %s differs: 1, and says in what", async (_, altered, sentence) => {
  const { code, said } = await told(await altered(whole));
  expect(code).toBe(1);
  expect(said).toContain(sentence);
});

test("a file larger than any vote is not read; a folder is no file; the sound one agrees", async () => {
  const huge = join(small.folder, "huge.json");
  writeFileSync(huge, "{");
  truncateSync(huge, 65 * 1024 * 1024);
  expect(await toldOf(huge)).toEqual({
    code: 2,
    said: `Tệp ${huge} quá lớn (65 MB), không phải tệp xuất.`,
  });
  expect(await toldOf(small.folder)).toEqual({ code: 2, said: `Không đọc được tệp ${small.folder}.` });
  expect(await told(whole)).toEqual({ code: 0, said: "Khớp từng ký tự với biên bản kiểm phiếu." });
});
