import { openAndCount } from "../src/ballots/count.cipher.ts";
import { makePair, placeOf, sealerFor, sealSlip } from "../src/ballots/envelope.cipher.ts";
import type { Countable } from "../src/ballots/export.ts";
import { codesOf, newOwnCode } from "../src/ballots/tracking.cipher.ts";
import { day } from "../src/platform/day.ts";

/**
 * A council of 15 votes on 50 nominees: 750 slips sealed, opened, counted and counted again from the export.
 * `node --import tsx bench/ballots.ts`
 */
const MEMBERS = 15;
const NOMINEES = 50;
const mark = "đo";

const questions: Countable["questions"] = Array.from({ length: NOMINEES }, (_, at) => ({
  ordinal: at + 1,
  kind: "approve",
  title: `Đề cử ${at + 1}`,
  nominees: [{ ordinal: 1, name: `Đề cử ${at + 1}`, note: "", key: `${at}`, withdrawn: null }],
  pick: 1,
  seats: 1,
  points: [],
  threshold: { percent: 90, rule: "at-least", needed: 14, basis: "đo", verified: true },
}));
const ordinals = questions.map(({ ordinal }) => ordinal);

const begun = performance.now();
const pair = await makePair();
const seal = await sealerFor(pair.publicKey);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const cast = await Promise.all(
  Array.from({ length: MEMBERS }, async (_, voter) => ({
    codes: await codesOf(newOwnCode(), mark, ordinals),
    sealed: await Promise.all(
      ordinals.map((question) =>
        sealSlip(seal, placeOf(mark, question), (voter + question) % 11 === 0 ? "no" : "yes"),
      ),
    ),
  })),
);
const sealed = performance.now();
const what: Countable = {
  format: "thidua-kiem-phieu/1",
  title: "Đo",
  body: "Hội đồng",
  mark,
  on: day("2026-01-01"),
  round: 1,
  members: MEMBERS,
  roll: MEMBERS,
  unopened: 0,
  questions,
  publicKey: base64(pair.publicKey),
  sessionKey: base64(pair.secretKey),
  ballots: cast.flatMap((one) =>
    one.sealed.map((slip, at) => ({ question: ordinals[at]!, sealed: base64(slip) })),
  ),
  codes: cast.flatMap((one) => one.codes.map((code, at) => ({ question: ordinals[at]!, code }))),
  papers: null,
};
const counted = await openAndCount(what);
const opened = performance.now();
const again = await openAndCount(what);
const ended = performance.now();

if (again.canonical !== counted.canonical) throw new Error("the recount differs");
const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(2)} s`;
console.log(
  `${what.ballots.length} slips: sealed ${seconds(begun, sealed)}, opened and counted ${seconds(sealed, opened)}, counted again ${seconds(opened, ended)}; in all ${seconds(begun, ended)}`,
);
