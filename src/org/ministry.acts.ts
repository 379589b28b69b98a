import { act } from "../platform/act.ts";
import { isSystem } from "../platform/actor.ts";
import { mayNot, type Refusal, refuse } from "../platform/refusal.ts";
import { organisationExists, saveMinistry } from "./ministry.store.ts";
import type { FixtureAccount, Ministry } from "./ministry.ts";

/** What the demo brought: ids by code and key, and the accounts to be made for its people. */
export interface Seeded {
  readonly units: Readonly<Record<string, number>>;
  readonly people: Readonly<Record<string, number>>;
  readonly accounts: readonly (FixtureAccount & { readonly personId: number })[];
}

/** Loads the demo ministry into an empty house; done twice it changes nothing and says so. */
export const seedOrganisation = act<Ministry, Seeded>({
  name: "organisation.seed",
  async run(work, ministry): Promise<Seeded | Refusal> {
    if (!isSystem(work.actor)) return mayNot("system-only", "Dữ liệu trình diễn chỉ do hệ thống nạp.");
    if (await organisationExists(work.tx))
      return refuse("already-seeded", "Đã có dữ liệu tổ chức; không nạp dữ liệu trình diễn chồng lên.");
    const saved = await saveMinistry(work.tx, ministry, work.at);
    const people = Object.fromEntries(saved.people);
    work.record("organisation.seeded", "organisation", {
      units: saved.units.size,
      people: ministry.people.length,
      clusters: ministry.clusters.length,
    });
    return {
      units: Object.fromEntries(saved.units),
      people,
      accounts: ministry.accounts.map((account) => ({ ...account, personId: people[account.person]! })),
    };
  },
});
