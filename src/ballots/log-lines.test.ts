import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { aPoll, counted, type Member, members, opened } from "../../test/ballots-world.ts";
import { as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { log } from "../platform/log.ts";
import { pages } from "../web/http.ts";
import { requestLog } from "../web/middleware.ts";
import { votingPages } from "./ballots.part.ts";

const small = world();
let ministry: SmallMinistry;
const written: string[] = [];
const inner = log as unknown as Record<symbol, { write(line: string): void }>;
const before = { level: log.level, stream: inner[pino.symbols.streamSym]! };

beforeAll(async () => {
  ministry = await buildMinistry(small);
  log.level = "debug";
  inner[pino.symbols.streamSym] = { write: (line) => void written.push(line) };
});

afterAll(() => {
  log.level = before.level;
  inner[pino.symbols.streamSym] = before.stream;
});

const voters = members.slice(0, 4);

/** A browser of one person whose requests are logged as the program logs them. */
async function logged(who: Member) {
  const around = pages();
  around.use(requestLog);
  return browse([around, votingPages()], await as(ministry, who));
}

/** Votes through the pages; answers all that the log held at its most talkative, clocks taken out. */
async function linesOf(yes: readonly Member[]): Promise<string[]> {
  const pollId = await aPoll(ministry);
  await opened(ministry, pollId);
  written.length = 0;
  for (const who of voters) {
    const browser = await logged(who);
    const { html } = await browser.get(`/bo-phieu/${pollId}`);
    const ownCode = /name="ma-rieng" value="([^"]+)"/.exec(html)![1]!;
    const [first, second] = yes.includes(who) ? ["yes", "no"] : ["no", "yes"];
    const typed = { "ma-rieng": ownCode, "cau-1": first!, "cau-2": second! };
    expect((await browser.post(`/bo-phieu/${pollId}/la-phieu`, typed)).status).toBe(303);
    await browser.post(`/bo-phieu/${pollId}/kiem-tra`, { ma: ownCode });
  }
  const lines = written.map((line) => line.replace(/"time":\d+/, '"time"').replace(/"ms":\d+/, '"ms"'));
  await counted(ministry, pollId);
  return lines;
}

test("log lines are the same whatever was voted, and hold no name, no vote's number and no code", async () => {
  const [one, other] = [await linesOf(voters.slice(0, 1)), await linesOf(voters.slice(1))];
  expect(one).toHaveLength(voters.length * 3);
  expect(other).toEqual(one);
  expect(new Set(one)).toEqual(
    new Set([
      '{"level":20,"time","method":"GET","route":"/bo-phieu/:id{[0-9]+}","status":200,"ms"}\n',
      '{"level":20,"time","method":"POST","route":"/bo-phieu/:id{[0-9]+}/la-phieu","status":303,"ms"}\n',
      '{"level":20,"time","method":"POST","route":"/bo-phieu/:id{[0-9]+}/kiem-tra","status":200,"ms"}\n',
    ]),
  );
}, 120_000);
