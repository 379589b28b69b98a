import { firstDayOf } from "../platform/day.ts";
import { leaderTitle } from "./cluster.ts";
import type { FixtureCluster, FixturePerson, FixturePost, FixtureRoster, Ministry } from "./ministry.ts";
import { type Follows, found, type UnitsOverTime } from "./ministry-units.ts";
import { type NewPost, overlaps, type PostKind } from "./post.ts";
import { goesAlong } from "./succession.ts";

/** A post of the demo, still by key and code; everything else as it will stand. */
export type PostOverTime = Omit<NewPost, "person" | "unit" | "onBehalfOf"> & {
  readonly person: number;
  readonly unit: string;
  readonly onBehalfOf: string | null;
};

/** Posts of all people and of the clusters' leaders; `person` counts in the order of the fixture. */
export function postsOverTime(ministry: Ministry, time: UnitsOverTime): PostOverTime[] {
  const indexOf = new Map(
    ministry.people.flatMap((person, index) => (person.key ? [[person.key, index]] : [])),
  );
  const own = ministry.people.flatMap((person, index) => postsOf(person, index, time));
  const led = ministry.clusters.flatMap((cluster) =>
    cluster.years.flatMap((year) => leadersOf(cluster, year, indexOf)),
  );
  return [...own, ...led];
}

function postsOf(person: FixturePerson, index: number, time: UnitsOverTime): PostOverTime[] {
  const written = person.posts.map((post) => toPost(post, index));
  const after = new Map(time.successions.filter(endsUnit).map((succession) => [succession.from, succession]));
  const [still, later] = [
    written.map((post) => untilUnitEnds(post, after)),
    written.flatMap((post) => afterwards(post, after)),
  ];
  // What is written for the unit that follows stands before what would follow by itself.
  return [...still, ...later.filter((post) => !still.some((other) => collide(other, post)))];
}

const untilUnitEnds = (post: PostOverTime, after: ReadonlyMap<string, Follows>): PostOverTime => {
  const next = endingOf(post, after);
  return next ? { ...post, validity: { from: post.validity.from, to: next.on } } : post;
};

/** The same post in the unit that follows its own, and in the one that follows that, and so on. */
function afterwards(post: PostOverTime, after: ReadonlyMap<string, Follows>): PostOverTime[] {
  const next = endingOf(post, after);
  const unit = next?.people ?? next?.to;
  if (!next || !unit || !goesAlong(post.kind, post.delegation !== null)) return [];
  const rest = { ...post, unit, validity: { from: next.on, to: post.validity.to } };
  return [untilUnitEnds(rest, after), ...afterwards(rest, after)];
}

/** What ends the unit of a post while the post would still hold. */
function endingOf(post: PostOverTime, after: ReadonlyMap<string, Follows>): Follows | null {
  const next = after.get(post.unit);
  return next && (post.validity.to === null || post.validity.to > next.on) ? next : null;
}

const endsUnit = (succession: Follows): boolean => succession.to !== succession.from;

const collide = (other: PostOverTime, post: PostOverTime): boolean =>
  other.kind === post.kind && other.unit === post.unit && overlaps(other.validity, post.validity);

function toPost(post: FixturePost, person: number): PostOverTime {
  return {
    person,
    unit: post.in,
    kind: post.kind ?? "member",
    title: post.title,
    worksAs: post.as ?? null,
    fullTime: post.fullTime ?? null,
    training: post.training ?? null,
    trainedOn: post.trainedOn ?? null,
    delegation: post.delegation ?? null,
    onBehalfOf: post.onBehalfOf ?? null,
    onBehalfTitle: post.onBehalfTitle ?? null,
    scope: post.scope ?? null,
    paperSymbol: null,
    paperDay: null,
    validity: { from: post.from, to: post.to ?? null },
  };
}

function leadersOf(
  cluster: FixtureCluster,
  roster: FixtureRoster,
  indexOf: ReadonlyMap<string, number>,
): PostOverTime[] {
  const leads = (person: string, kind: PostKind, rank: "head" | "deputy"): PostOverTime => ({
    ...toPost(
      {
        in: cluster.code,
        kind,
        title: leaderTitle(cluster.kind, rank),
        from: firstDayOf(roster.year),
        to: firstDayOf(roster.year + 1),
      },
      found(indexOf, person),
    ),
  });
  const head = roster.head ? [leads(roster.head.person, "cluster-head", "head")] : [];
  return [
    ...head,
    ...(roster.deputies ?? []).map((deputy) => leads(deputy.person, "cluster-deputy", "deputy")),
  ];
}

/** Members of a roster: named one by one, or the Sở Tư pháp and the enforcement body of each province. */
export function membersOf(roster: FixtureRoster, ministry: Ministry): string[] {
  const provinces = ministry.provinces.filter(
    (province) =>
      roster.provinces?.includes(province.code) ||
      (roster.region !== undefined && province.region === roster.region),
  );
  return [
    ...(roster.members ?? []),
    ...provinces.flatMap((province) => [`STP-${province.abbreviation}`, `THADS-${province.abbreviation}`]),
  ];
}
