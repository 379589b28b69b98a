import type { Delegation } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import type { ClusterKind } from "./cluster.ts";
import type { Category, Gender } from "./person.ts";
import type { PostKind, WorksAs } from "./post.ts";
import type { SuccessionKind } from "./succession.ts";
import type { UnitKind } from "./unit.ts";

/** The demo ministry as it is written in `fixtures/ministry/*.yaml`: codes and keys instead of ids. */
export interface Ministry {
  readonly provinces: readonly FixtureProvince[];
  readonly units: readonly FixtureUnit[];
  readonly successions: readonly FixtureSuccession[];
  readonly clusters: readonly FixtureCluster[];
  readonly people: readonly FixturePerson[];
  readonly accounts: readonly FixtureAccount[];
}

export interface FixtureProvince {
  readonly code: string;
  readonly abbreviation: string;
  readonly name: string;
  readonly short: string;
  readonly region: string;
  readonly mergedInto?: string | undefined;
  readonly renamed?: (FixtureRenaming & { readonly short: string }) | undefined;
}

export interface FixtureRenaming {
  readonly on: Day;
  readonly name: string;
  readonly short?: string | undefined;
  readonly symbol?: string | undefined;
  readonly signed?: Day | undefined;
}

export interface FixtureUnit {
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly short: string;
  readonly parent?: string | undefined;
  readonly guidedBy?: string | undefined;
  readonly province?: string | undefined;
  readonly from?: Day | undefined;
  readonly small?: boolean | undefined;
  readonly renamed?: readonly FixtureRenaming[] | undefined;
}

export interface FixtureSuccession {
  readonly kind: SuccessionKind;
  readonly from: readonly string[];
  readonly to?: readonly string[] | undefined;
  /** Where a transferred unit now stands. */
  readonly under?: string | undefined;
  /** Where the people go, when not to the unit that follows. */
  readonly people?: string | undefined;
  readonly on: Day;
  readonly symbol?: string | undefined;
  readonly signed?: Day | undefined;
  readonly remarks?: string | undefined;
}

export interface FixtureCluster {
  readonly code: string;
  readonly kind: ClusterKind;
  readonly founder: string;
  readonly name: string;
  readonly outside?: boolean | undefined;
  readonly from?: Day | undefined;
  readonly years: readonly FixtureRoster[];
}

export interface FixtureRoster {
  readonly year: number;
  readonly members?: readonly string[] | undefined;
  readonly region?: string | undefined;
  readonly provinces?: readonly string[] | undefined;
  readonly head?: FixtureLeader | undefined;
  readonly deputies?: readonly FixtureLeader[] | undefined;
}

export interface FixtureLeader {
  readonly person: string;
  readonly unit: string;
}

export interface FixturePerson {
  readonly name: string;
  readonly key?: string | undefined;
  readonly gender?: Gender | undefined;
  readonly born?: number | undefined;
  readonly category: Category;
  readonly posts: readonly FixturePost[];
}

export interface FixturePost {
  readonly in: string;
  readonly kind?: PostKind | undefined;
  readonly title: string;
  readonly as?: WorksAs | undefined;
  readonly from: Day;
  readonly to?: Day | undefined;
  readonly fullTime?: boolean | undefined;
  readonly training?: string | undefined;
  readonly trainedOn?: Day | undefined;
  readonly delegation?: Delegation | undefined;
  readonly onBehalfOf?: string | undefined;
  readonly onBehalfTitle?: string | undefined;
  readonly scope?: string | undefined;
}

export interface FixtureAccount {
  readonly username: string;
  readonly person: string;
  readonly role: string;
}
