import { join } from "node:path";
import { beforeAll } from "vitest";
import { loadActor } from "../src/org/actor.store.ts";
import { type Seeded, seedOrganisation } from "../src/org/ministry.acts.ts";
import { readMinistry } from "../src/org/ministry.files.ts";
import { saveAccount } from "../src/org/person.store.ts";
import { type Actor, systemActor } from "../src/platform/actor.ts";
import { type Instant, onDay } from "../src/platform/day.ts";
import { reader } from "../src/platform/db.ts";
import { isRefusal } from "../src/platform/refusal.ts";
import { checkoutFolder } from "../src/platform/settings.ts";
import type { World } from "./world.ts";

/** The demo ministry inside a test's world, with its people by key and its units by code. */
export interface MinistryWorld {
  unit(code: string): number;
  person(key: string): number;
  /** That person signed in at an instant, in their weightiest post or the one of a kind. */
  actor(key: string, at: Instant, postKind?: string): Promise<Actor>;
}

/** Seeds the demo ministry before the tests of a file. */
export function ministryIn(world: World): MinistryWorld {
  let seeded: Seeded | null = null;
  const known = () => {
    if (!seeded) throw new Error("the ministry is there only while tests run");
    return seeded;
  };
  const named = (map: Readonly<Record<string, number>>, name: string): number => {
    const id = map[name];
    if (id === undefined) throw new Error(`the demo ministry has no ${name}`);
    return id;
  };

  beforeAll(async () => {
    const at = new Date("2021-01-04T01:00:00Z");
    const ministry = await readMinistry(join(checkoutFolder(), "fixtures", "ministry"));
    const outcome = await seedOrganisation(systemActor("Nạp dữ liệu trình diễn", at, onDay(at)), ministry);
    if (isRefusal(outcome)) throw new Error(outcome.sentence);
    seeded = outcome;
    await world.arrange(async (tx) => {
      for (const [key, person] of Object.entries(outcome.people))
        await saveAccount(tx, person, `account-${key}`, at);
    });
  });

  return {
    unit: (code) => named(known().units, code),
    person: (key) => named(known().people, key),
    async actor(key, at, postKind) {
      named(known().people, key);
      // Proved anew, so that a case about a final step says when the proof is missing.
      const provedUntil = new Date(at.getTime() + 600_000);
      const actor = await loadActor(reader(), { account: `account-${key}`, provedUntil }, at, null);
      if (!actor) throw new Error(`${key} cannot sign in`);
      const post = postKind ? (actor.posts.find((held) => held.kind === postKind) ?? null) : actor.post;
      return { ...actor, post };
    },
  };
}
