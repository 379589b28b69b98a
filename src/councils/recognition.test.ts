import { beforeAll, expect, test } from "vitest";
import {
  aSession,
  atTen,
  buildCouncil,
  type SmallCouncil,
  sitting,
  sure,
} from "../../test/councils-world.ts";
import { world } from "../../test/world.ts";
import { closePoll, countPoll } from "../ballots/counting.acts.ts";
import { openPoll } from "../ballots/opening.acts.ts";
import { enterPapers } from "../ballots/paper.acts.ts";
import { systemActor } from "../platform/actor.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { factsAbout } from "../records/fact.store.ts";
import { noteAttendance } from "./attendance.acts.ts";
import type { NewItem } from "./item.ts";
import { recogniseInitiative } from "./recognition.acts.ts";
import { callSession, openSession } from "./session.acts.ts";
import { callVote, hearCount } from "./vote.acts.ts";
import { outcomesOf } from "./vote.store.ts";

const small = world();
let council: SmallCouncil;
beforeAll(async () => {
  council = await buildCouncil(small, { secret: false, tie: "not-passed" });
});

test("an initiative passes by more than half of all members; the decision enters the records of all its authors", async () => {
  const [author, fellow] = [council.nominees[0]!, council.nominees[1]!];
  const initiative: NewItem = {
    ...{ kind: "initiative", title: "Mẫu hóa hồ sơ thẩm định", person: author, unit: null, award: null },
    ...{ scope: "ministry", authors: [fellow], summary: null, dossier: null },
  };
  const { session, items } = await aSession(council, [initiative]);
  const secretary = await sitting(council.secretary);
  const decided = {
    ...{ sessionId: session, itemId: items[0]!, recognised: true, paperSymbol: "55/QĐ-BTP" },
    ...{ paperDay: day("2026-03-02"), decidedBy: "Bộ trưởng Bộ Tư pháp" },
  };
  expect(await recogniseInitiative(secretary, decided)).toMatchObject({ refusal: "not-voted" });
  sure(await callSession(secretary, { sessionId: session }));
  const noted = council.voters.map((person) => ({ person, standing: "present" as const, reason: null }));
  sure(await noteAttendance(secretary, { sessionId: session, noted }));
  sure(await openSession(secretary, { sessionId: session }));
  const tellers = council.voters.slice(7, 10);
  const call = { sessionId: session, items, mode: "hands" as const, tellers, knowing: false };
  const poll = sure(await callVote(secretary, call));
  sure(await openPoll(secretary, { pollId: poll }));
  sure(await closePoll(secretary, { pollId: poll }));
  const teller = await sitting(tellers[0]!);
  const nominee = { yes: 8, no: 7, blank: 0, places: [] };
  const counts = [{ issued: 15, returned: 15, valid: 15, invalid: 0, nominees: [nominee] }];
  sure(await enterPapers(teller, { pollId: poll, counts }));
  sure(await countPoll(teller, { pollId: poll, opening: { passphrases: [], recovery: null } }));
  sure(await hearCount(systemActor("Kiểm phiếu", atTen, onDay(atTen)), { poll }));
  expect(
    (await outcomesOf(reader(), session)).map(({ yes, needed, passed, basis }) => [
      yes,
      needed,
      passed,
      basis,
    ]),
  ).toEqual([[8, 8, true, "Quy chế làm việc 31/QĐ-HĐTĐKT"]]);

  expect(await recogniseInitiative(secretary, { ...decided, paperDay: day("2026-03-01") })).toMatchObject({
    refusal: "before-the-vote",
    field: "paperDay",
  });
  sure(await recogniseInitiative(secretary, decided));
  expect(await recogniseInitiative(secretary, decided)).toMatchObject({ refusal: "already-recognised" });
  for (const id of [author, fellow]) {
    const facts = await factsAbout(reader(), { kind: "person", id });
    expect(
      facts.map(
        (fact) => fact.kind === "initiative" && [fact.title, fact.scope, fact.recognised, fact.paperSymbol],
      ),
    ).toEqual([["Mẫu hóa hồ sơ thẩm định", "ministry", true, "55/QĐ-BTP"]]);
  }
});
