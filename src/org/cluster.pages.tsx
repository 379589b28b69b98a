import { type Day, yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { type Gathered, panelsOn, type TabOffer, tabsOn } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  found,
  frameOf,
  idOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { appointClusterYear, foundCluster } from "./cluster.acts.ts";
import { ClusterForm, ClusterYearForm } from "./cluster.form.ts";
import {
  clustersOf,
  clusterYears,
  findCluster,
  leadersOf,
  memberUnitOf,
  rostersOf,
} from "./cluster.store.ts";
import type { Cluster, ClusterLeader } from "./cluster.ts";
import { ClustersView, ClusterView } from "./cluster.view.tsx";
import { rotationFor } from "./cluster-change.pages.tsx";
import { ClusterYearView, type LeaderInForm, NewClusterView } from "./cluster-form.view.tsx";
import { endedMembers, headsOf, historyOf, placesKept } from "./cluster-history.store.ts";
import { maySeeRecords } from "./cluster-record.may.ts";
import { type PickFormState, settlePicks } from "./pick.form.ts";
import { ancestorsOf, ancestorsOfAll } from "./scope.store.ts";
import { mayDrawClusters } from "./unit.may.ts";

/** Clusters of emulation with their rosters and heads by year. */
export function clusterPages(gathered: Gathered) {
  const clusters = pages();

  clusters.get("/to-chuc/cum", async (c) => {
    const [actor, reader] = [actorOf(c), readerOf(c)];
    const years = await clusterYears(reader, null);
    const year = yearIn(c) ?? latestYear(years, yearOf(actor.day));
    const drawn = await clustersOf(reader, null, year);
    const ids = drawn.map((cluster) => cluster.id);
    const [members, leaders] = await Promise.all([
      rostersOf(reader, ids, year),
      leadersOf(reader, ids, year),
    ]);
    return show(
      c,
      <ClustersView
        frame={await frameOf(c)}
        year={year}
        years={[...new Set([year, ...years])].sort((left, right) => right - left)}
        clusters={drawn.map((cluster) => ({
          cluster,
          members: members.filter((member) => member.cluster === cluster.id),
          leaders: leaders.filter((leader) => leader.cluster === cluster.id),
        }))}
        mayDraw={
          !isRefusal(
            mayDrawClusters(
              actor,
              actor.posts.map((post) => post.unit),
            ),
          )
        }
      />,
    );
  });

  clusters.get("/to-chuc/cum/moi", async (c) => {
    const post = actorOf(c).post;
    const founder = post ? { id: `${post.unit}`, label: post.unitName } : undefined;
    return show(
      c,
      <NewClusterView frame={await frameOf(c)} state={emptyForm} formKey={newKey()} founder={founder} />,
    );
  });
  clusters.post("/to-chuc/cum/moi", async (c) => {
    const form = await read(c, ClusterForm);
    const view = async (state: PickFormState) => (
      <NewClusterView frame={await frameOf(c)} state={state} formKey={newKey()} founder={undefined} />
    );
    if (hasErrors(form)) return show(c, view(form), 422);
    const picks = await settlePicks(readerOf(c), actorOf(c), {
      founder: { of: "unit", picked: form.values.founder },
    });
    if ("errors" in picks) return show(c, view({ ...picks, typed: form.typed }), 422);
    const outcome = await foundCluster(actorOf(c), {
      ...form.values,
      founder: picks.ids.founder!,
      shortName: null,
    });
    if (isRefusal(outcome)) return refused(c, outcome, await view(refusedForm(outcome, form.typed)));
    return seeOther(c, `/to-chuc/cum/${outcome}/thanh-phan`, {
      title: "Đã thành lập; hãy lập thành phần của năm.",
    });
  });

  clusters.get("/to-chuc/cum/:id{[0-9]+}", async (c) => {
    const [actor, reader] = [actorOf(c), readerOf(c)];
    const cluster = found(await findCluster(reader, idOf(c), actor.day));
    const years = await clusterYears(reader, cluster.id);
    const year = yearIn(c) ?? latestYear(years, yearOf(actor.day));
    const thing = { noun: "cluster", id: cluster.id };
    const [members, leaders, tabs, panels] = await Promise.all([
      rostersOf(reader, [cluster.id], year),
      leadersOf(reader, [cluster.id], year),
      tabsOn(gathered, reader, actor, thing),
      panelsOn(gathered, reader, actor, thing),
    ]);
    const mayDraw = !isRefusal(await rightToDraw(c, cluster));
    const records = cluster.outside ? await recordsTab(c, cluster, members) : [];
    const [history, kept, ended] = await Promise.all([
      historyOf(reader, cluster.id),
      placesKept(reader, cluster.id),
      endedMembers(reader, cluster.id, year, actor.day),
    ]);
    return show(
      c,
      <ClusterView
        frame={await frameOf(c)}
        {...{ cluster, members, leaders, year, mayDraw, panels, history, kept, ended }}
        tabs={[...records, ...tabs]}
        nextYear={yearOf(actor.day) + 1}
      />,
    );
  });

  clusters.get("/to-chuc/cum/:id{[0-9]+}/thanh-phan", async (c) => show(c, await yearView(c, emptyForm)));
  clusters.post("/to-chuc/cum/:id{[0-9]+}/thanh-phan", async (c) => {
    const form = await read(c, ClusterYearForm);
    const view = (state: PickFormState) => yearView(c, state);
    if (hasErrors(form)) return show(c, view(form), 422);
    const { members, more, head, deputies, symbol, signed, year, on } = form.values;
    const picks = await settlePicks(readerOf(c), actorOf(c), {
      ...Object.fromEntries(more.map((picked, index) => [`more.${index}`, { of: "unit" as const, picked }])),
      ...Object.fromEntries(
        deputies.map((picked, index) => [`deputies.${index}`, { of: "person" as const, picked }]),
      ),
      head: { of: "person", picked: head },
    });
    if ("errors" in picks) return show(c, view({ ...picks, typed: form.typed }), 422);
    const ids = Object.entries(picks.ids as Readonly<Record<string, number | null>>);
    const chosen = (prefix: string) =>
      ids.flatMap(([name, id]) => (name.startsWith(prefix) && id !== null ? [id] : []));
    const roster = [...members, ...chosen("more.")];
    const leads = (people: readonly number[]) => leadersFrom(readerOf(c), roster, people, on);
    const outcome = await appointClusterYear(actorOf(c), {
      ...{ cluster: idOf(c), year, on, members: roster, paper: { symbol, day: signed } },
      head: (await leads(chosen("head")))[0] ?? null,
      deputies: await leads(chosen("deputies.")),
    });
    if (isRefusal(outcome)) return refused(c, outcome, await view(refusedForm(outcome, form.typed)));
    return seeOther(c, `/to-chuc/cum/${outcome}?nam=${year}`, { title: `Đã lưu thành phần năm ${year}.` });
  });

  return clusters;
}

/** The last roster in force by this year; the next one where none was drawn before. */
const latestYear = (years: readonly number[], thisYear: number): number =>
  years.find((year) => year <= thisYear) ?? years.at(-1) ?? thisYear;

const yearIn = (c: Context): number | null => {
  const text = c.req.query("nam") ?? "";
  return /^(19|20|21)\d{2}$/.test(text) ? Number(text) : null;
};

/** The way to what is kept of a cluster led outside, for those of our units that take part. */
async function recordsTab(
  c: Context,
  cluster: Cluster,
  members: readonly { unit: number }[],
): Promise<TabOffer[]> {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const above = await ancestorsOfAll(
    reader,
    members.map(({ unit }) => unit),
    actor.day,
  );
  const sees = members.some(
    ({ unit }) => !isRefusal(maySeeRecords(actor, { unit, within: above.get(unit) ?? [] })),
  );
  if (!sees) return [];
  return [{ label: "Hồ sơ, kết quả", href: `/to-chuc/cum/${cluster.id}/ho-so`, count: null }];
}

const rightToDraw = async (c: Context, cluster: Cluster) =>
  mayDrawClusters(actorOf(c), await ancestorsOf(readerOf(c), cluster.id, actorOf(c).day));

/** The member unit each person comes from; 0 stands for none, which the decision refuses. */
async function leadersFrom(
  reader: Reader,
  roster: readonly number[],
  people: readonly number[],
  on: Day,
): Promise<ClusterLeader[]> {
  return Promise.all(
    people.map(async (person) => ({
      person,
      unit: (await memberUnitOf(reader, person, roster, on)) ?? 0,
      title: "",
    })),
  );
}

/** Who leads that year already; with the rotation asked for, the heads of the units proposed. */
async function leadersInForm(c: Context, cluster: Cluster, year: number): Promise<LeaderInForm[]> {
  const named = await leadersOf(readerOf(c), [cluster.id], year);
  if (named.length > 0 || c.req.query("luan-phien") === undefined) return named;
  const { proposal } = await rotationFor(c, cluster.id, year);
  const ranks = [proposal.head, ...proposal.deputies].filter((rank) => rank !== null);
  const heads = await headsOf(
    readerOf(c),
    ranks.map(({ unit }) => unit),
    year,
  );
  return ranks.flatMap(({ unit }) => {
    const person = heads.get(unit);
    const kind = unit === proposal.head?.unit ? "cluster-head" : "cluster-deputy";
    return person ? [{ person: person.id, name: person.name, kind }] : [];
  });
}

async function yearView(c: Context, state: PickFormState) {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const cluster = found(await findCluster(reader, idOf(c), actor.day));
  if (isRefusal(await rightToDraw(c, cluster))) throw new NotFound();
  const years = await clusterYears(reader, cluster.id);
  const year = yearIn(c) ?? yearOf(actor.day);
  const base = years.find((one) => one <= year) ?? years[0] ?? year;
  const before = await rostersOf(reader, [cluster.id], base);
  const leaders = await leadersInForm(c, cluster, year);
  return (
    <ClusterYearView
      frame={await frameOf(c)}
      state={state}
      formKey={newKey()}
      cluster={cluster}
      year={year}
      members={before.map((member) => ({ id: member.unit, name: member.name }))}
      leaders={leaders}
    />
  );
}
