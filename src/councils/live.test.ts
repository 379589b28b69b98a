import { beforeAll, expect, test } from "vitest";
import {
  aSession,
  awardItem,
  buildCouncil,
  type SmallCouncil,
  sitting,
  sure,
  theDay,
} from "../../test/councils-world.ts";
import { world } from "../../test/world.ts";
import { noteAttendance } from "./attendance.acts.ts";
import { openItem } from "./item.acts.ts";
import { callSession, openSession } from "./session.acts.ts";
import { watch } from "./watching.pages.ts";

const small = world();
let council: SmallCouncil;
beforeAll(async () => {
  council = await buildCouncil(small);
});

/** What goes down the line. */
interface Told {
  readonly item: { readonly id: number; readonly label: string } | null;
  readonly members: readonly { readonly standingWords: string }[];
}

/** Somebody who watches; `until` answers with the first state told that fits. */
function watching(session: number, person: number) {
  const told: Told[] = [];
  let wake: () => void = () => undefined;
  const stop = watch(session, theDay, {
    person,
    tell: (event) => {
      const line = new TextDecoder().decode(event).split("\n")[2]!;
      told.push(JSON.parse(line.slice("data: ".length)) as Told);
      wake();
    },
  });
  const until = async (fits: (state: Told) => boolean): Promise<Told> => {
    for (;;) {
      const found = told.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { told, until, stop };
}

test("watchers hear who came and which item is open; its nominee hears only that it is shut to him", async () => {
  const own = council.nominees[2]!;
  const { session, items } = await aSession(council, [awardItem(own), awardItem(council.nominees[0]!)]);
  const secretary = await sitting(council.secretary);
  sure(await callSession(secretary, { sessionId: session }));
  const colleague = watching(session, council.voters[3]!);
  const nominee = watching(session, own);
  try {
    const noted = council.voters.slice(0, 14).map((person) => ({
      person,
      standing: "present" as const,
      reason: null,
    }));
    sure(await noteAttendance(secretary, { sessionId: session, noted }));
    const there = await colleague.until(({ members }) => members[0]!.standingWords === "Có mặt");
    expect(there.members.map(({ standingWords }) => standingWords)).toEqual([
      ...noted.map(() => "Có mặt"),
      "Chưa điểm danh",
    ]);
    sure(await openSession(secretary, { sessionId: session }));
    sure(await openItem(secretary, { sessionId: session, itemId: items[0]! }));
    expect((await colleague.until(({ item }) => item !== null)).item!.label).toBe("Mục 1: Ủy viên F");
    expect((await nominee.until(({ item }) => item !== null)).item!.label).toBe("Hồ sơ của chính đồng chí");
    sure(await openItem(secretary, { sessionId: session, itemId: items[1]! }));
    const next = (state: Told) => state.item?.id === items[1];
    expect((await nominee.until(next)).item).toEqual((await colleague.until(next)).item);
  } finally {
    colleague.stop();
    nominee.stop();
  }
}, 20_000);
