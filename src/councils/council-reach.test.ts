import { expect, test } from "vitest";
import { buildCouncil, sitting, sure } from "../../test/councils-world.ts";
import { as } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { endMember, foundCouncil, seatMember } from "./council.acts.ts";
import { maySee } from "./council.may.ts";
import { councilReachOf, listCouncils } from "./council.store.ts";
import { membersOf } from "./member.store.ts";
import { findSeenCouncil } from "./whole.store.ts";

const small = world();

test("the list's SQL and the right to one council agree for everybody", async () => {
  const built = await buildCouncil(small);
  const { ministry, voters, secretary, nominees } = built;
  const standing = await as(ministry, "standing", { at: new Date("2026-03-01T03:00:00Z") });
  const paper = { paperSymbol: "60/QĐ", paperDay: day("2026-01-05") };
  const other = sure(
    await foundCouncil(await as(ministry, "departmentHead", { at: standing.at }), {
      body: ministry.department,
      kind: "initiative",
      name: "Hội đồng sáng kiến Sở Tư pháp",
      foundedOn: day("2026-01-05"),
      ...paper,
    }),
  );
  const head = await as(ministry, "departmentHead", { at: standing.at });
  sure(
    await seatMember(head, {
      councilId: other,
      person: nominees[0]!,
      role: "helper",
      from: day("2026-01-05"),
      ...paper,
    }),
  );
  const members = await membersOf(reader(), built.council, day("2026-03-02"));
  const ending = members.find(({ person }) => person === voters[14])!;
  sure(await endMember(standing, { memberId: ending.id, on: day("2026-02-01"), endSymbol: "61/QĐ" }));
  const people = [
    ...[voters[0]!, voters[6]!, voters[14]!, secretary, nominees[0]!, nominees[1]!],
    ...Object.values(ministry.people),
  ];
  const seen: Record<number, readonly number[]> = {};
  for (const person of people) {
    const actor = await sitting(person);
    const reach = await councilReachOf(reader(), actor);
    const { rows } = await listCouncils(reader(), reach, { offset: 0, limit: 50 });
    const allowed: number[] = [];
    for (const id of [built.council, other]) {
      const found = (await findSeenCouncil(reader(), id, actor))!;
      if (!isRefusal(maySee(actor, found.council))) allowed.push(id);
    }
    expect([person, rows.map(({ id }) => id).toSorted((a, b) => a - b)]).toEqual([person, allowed]);
    seen[person] = allowed;
  }
  const { standing: officer, minister, lawHead, departmentHead } = ministry.people;
  const asked = [
    voters[6]!,
    voters[14]!,
    secretary,
    nominees[0]!,
    officer,
    minister,
    lawHead,
    departmentHead,
  ];
  expect(asked.map((person) => seen[person])).toEqual([
    [built.council],
    [],
    [built.council],
    [other],
    [built.council],
    [built.council],
    [],
    [other],
  ]);
});
