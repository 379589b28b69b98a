import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  answers,
  aPoll,
  aPollDraft,
  bothPassphrases,
  counted,
  firstTeller,
  type Member,
  opened,
  passphrases,
  secondTeller,
  secretary,
  sure,
  votes,
} from "../../test/ballots-world.ts";
import { as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { reader } from "../platform/db.ts";
import { votingPages } from "./ballots.part.ts";
import { boxKey, unwrap, wrap } from "./box.files.ts";
import { castBallot } from "./cast.acts.ts";
import { closePoll, countPoll, type Opening } from "./counting.acts.ts";
import { makePair, openerFor, openSlip, placeOf, sealerFor, sealSlip } from "./envelope.cipher.ts";
import { faultOfDraft } from "./holding.ts";
import { lockShare, openPoll } from "./opening.acts.ts";
import { pollOf, resultOf, turnoutOf } from "./poll.store.ts";

const small = world();
let ministry: SmallMinistry;
beforeAll(async () => {
  ministry = await buildMinistry(small);
});

const both = () => aPollDraft(ministry).questions;

/** Slips for the two questions of a vote, as a browser of the attacker's own making would send them. */
async function slipsFor(pollId: number, places: readonly string[], codes: readonly string[]) {
  const { publicKey } = (await pollOf(reader(), pollId))!;
  const seal = await sealerFor(Buffer.from(publicKey!, "base64"));
  return Promise.all(
    places.map(async (place, at) => ({
      question: at + 1,
      envelope: await sealSlip(seal, place, "yes"),
      code: codes[at]!,
    })),
  );
}

const cast = async (who: Member, pollId: number, slips: Awaited<ReturnType<typeof slipsFor>>) =>
  castBallot(await as(ministry, who), { pollId, slips });

const CODES = [
  "ABCDEFGHJKMN",
  "ABCDEFGHJKMP",
  "BBCDEFGHJKMN",
  "BBCDEFGHJKMP",
  "CBCDEFGHJKMN",
  "CBCDEFGHJKMP",
];

describe("sealed envelopes", () => {
  test("copied from another voter are refused, and the vote can still be closed and counted", async () => {
    const pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    const { mark } = (await pollOf(reader(), pollId))!;
    const slips = await slipsFor(pollId, [placeOf(mark, 1), placeOf(mark, 2)], CODES);
    sure(await cast("minister", pollId, slips));
    const copied = slips.map((slip, at) => ({ ...slip, code: CODES[at + 2]! }));
    expect(await cast("lawHead", pollId, copied)).toMatchObject({ refusal: "cast-before" });
    expect(await turnoutOf(reader(), pollId)).toMatchObject({ voted: 1 });
    await votes(ministry, pollId, "lawHead", answers(both(), ["no", "no"]));
    await counted(ministry, pollId);
    const yes = (await resultOf(reader(), pollId))!.questions.map(({ nominees }) => nominees[0]!.yes);
    expect(yes).toEqual([1, 1]);
  });

  test("made for another question or another vote count as invalid, never for anybody", async () => {
    const pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    const { mark } = (await pollOf(reader(), pollId))!;
    sure(
      await cast(
        "minister",
        pollId,
        await slipsFor(pollId, [placeOf(mark, 2), placeOf("dau-khac", 2)], CODES),
      ),
    );
    await counted(ministry, pollId);
    const counts = (await resultOf(reader(), pollId))!.questions;
    expect(counts.map(({ valid, invalid }) => [valid, invalid])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  test("altered in any bit open to nothing, so that a copy cannot be dressed up as another ballot", async () => {
    const pair = await makePair();
    const sealed = await sealSlip(await sealerFor(pair.publicKey), "nơi", "yes");
    const open = await openerFor(pair);
    expect(await openSlip(open, "nơi", sealed)).toBe("yes");
    for (const at of [0, 31, 32, sealed.length - 1]) {
      const altered = Uint8Array.from(sealed);
      altered[at]! ^= 0x80;
      expect(await openSlip(open, "nơi", altered), `byte ${at}`).toBe(null);
    }
  });

  test("lie as the same bytes when they are the same, as others under another vote's key", () => {
    const [key, other, envelope] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2), Buffer.alloc(240, 7)];
    expect(wrap(key, envelope)).toEqual(wrap(key, envelope));
    expect(wrap(other, envelope)).not.toEqual(wrap(key, envelope));
    expect(unwrap(key, wrap(key, envelope))).toEqual(envelope);
  });

  test("of another person's codes, or with a code taken, are refused whole", async () => {
    const pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    const { mark } = (await pollOf(reader(), pollId))!;
    const places = [placeOf(mark, 1), placeOf(mark, 2)];
    sure(await cast("minister", pollId, await slipsFor(pollId, places, CODES)));
    expect(await cast("lawHead", pollId, await slipsFor(pollId, places, CODES))).toMatchObject({
      refusal: "code-taken",
    });
    expect(await turnoutOf(reader(), pollId)).toMatchObject({ voted: 1 });
    // The same voter with the same codes hears the same answer, and nothing is replaced.
    expect(await cast("minister", pollId, await slipsFor(pollId, places, CODES))).toBe(pollId);
    expect(await cast("minister", pollId, await slipsFor(pollId, places, CODES.slice(4)))).toMatchObject({
      refusal: "already-voted",
    });
    expect(await boxKey(pollId)).not.toBe(null);
  });
});

describe("one teller alone", () => {
  test("who keeps a share does not open the vote, for whoever opens it holds the recovery share", async () => {
    const pollId = await aPoll(ministry);
    for (const teller of [firstTeller, secondTeller] as const)
      sure(await lockShare(await as(ministry, teller), { pollId, passphrase: passphrases[teller] }));
    expect(await openPoll(await as(ministry, firstTeller), { pollId })).toMatchObject({
      refusal: "holder-opens",
      kind: "may-not",
    });
    const page = await browse([votingPages()], await as(ministry, firstTeller)).get(
      `/bo-phieu/${pollId}/to-kiem-phieu`,
    );
    expect(page.html).not.toContain(`action="/bo-phieu/${pollId}/mo"`);
    sure(await openPoll(await as(ministry, secretary), { pollId }));
  });

  test("a vote that only share holders could open cannot be made", () => {
    const draft = aPollDraft(ministry);
    const officers = draft.officers.filter(({ holdsShare }) => holdsShare);
    expect(faultOfDraft({ ...draft, officers })).toMatchObject({ refusal: "nobody-to-open" });
  });

  test("may guess the other's passphrase ten times, then no more for a while; another of the team may go on", async () => {
    const pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    await votes(ministry, pollId, "minister", answers(both(), ["yes", "no"]));
    sure(await closePoll(await as(ministry, secretary), { pollId }));
    const right = { passphrases: bothPassphrases(ministry), recovery: null };
    const wrong = {
      passphrases: right.passphrases.map((one, at) =>
        at === 1 ? { ...one, passphrase: "đoán mò thử xem" } : one,
      ),
      recovery: null,
    };
    const by = async (who: Member, opening: Opening) =>
      countPoll(await as(ministry, who), { pollId, opening });
    for (let tried = 0; tried < 10; tried++)
      expect(await by(firstTeller, wrong)).toMatchObject({ refusal: "wrong-passphrase" });
    expect(await by(firstTeller, right)).toMatchObject({ refusal: "too-many-openings", kind: "moved-on" });
    expect(await by(secondTeller, right)).toBe(pollId);
  }, 120_000);
});
