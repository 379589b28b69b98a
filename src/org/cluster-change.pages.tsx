import { addDays, firstDayOf, yearOf } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
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
import { clusterYears, findCluster } from "./cluster.store.ts";
import { RotationView } from "./cluster-change.view.tsx";
import { endedMembers, headsOf, ledOver, rotationMembers } from "./cluster-history.store.ts";
import { keepPlace } from "./cluster-place.acts.ts";
import { PlaceForm } from "./cluster-place.form.ts";
import { PlaceView } from "./cluster-place.view.tsx";
import { proposeRotation } from "./cluster-rotation.ts";
import { ancestorsOf } from "./scope.store.ts";
import { mayDrawClusters } from "./unit.may.ts";

/** Rotation proposed for next year, and places kept by units that follow an ended member. */
export function clusterChangePages() {
  const changes = pages();

  changes.get("/to-chuc/cum/:id{[0-9]+}/luan-phien", async (c) => {
    const [cluster, reader] = [await drawn(c), readerOf(c)];
    const year = yearIn(c) ?? yearOf(actorOf(c).day) + 1;
    const { members, past, base, proposal } = await rotationFor(c, cluster.id, year);
    const units = [proposal.head, ...proposal.deputies].flatMap((rank) => (rank ? [rank.unit] : []));
    return show(
      c,
      <RotationView
        frame={await frameOf(c)}
        {...{ cluster, year, base, members, past, proposal }}
        heads={await headsOf(reader, units, year)}
      />,
    );
  });

  changes.get("/to-chuc/cum/:id{[0-9]+}/giu-cho", async (c) => show(c, await placeView(c, emptyForm)));
  changes.post("/to-chuc/cum/:id{[0-9]+}/giu-cho", async (c) => {
    const cluster = await drawn(c);
    const form = await read(c, PlaceForm);
    if (hasErrors(form)) return show(c, await placeView(c, form), 422);
    const outcome = await keepPlace(actorOf(c), { cluster: cluster.id, ...form.values });
    if (isRefusal(outcome)) return refused(c, outcome, await placeView(c, refusedForm(outcome, form.typed)));
    return seeOther(c, `/to-chuc/cum/${outcome}?nam=${form.values.year}`, {
      title: "Đã ghi đơn vị giữ chỗ trong cụm.",
    });
  });

  return changes;
}

const yearIn = (c: Context, name = "nam"): number | null => {
  const text = c.req.query(name) ?? "";
  return /^(19|20|21)\d{2}$/.test(text) ? Number(text) : null;
};

/** The cluster in the address, for somebody who draws its rosters. */
async function drawn(c: Context) {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const cluster = found(await findCluster(reader, idOf(c), actor.day));
  if (isRefusal(mayDrawClusters(actor, await ancestorsOf(reader, cluster.id, actor.day))))
    throw new NotFound();
  return cluster;
}

/** The rotation for a year from the roster nearest before it. */
export async function rotationFor(c: Context, cluster: number, year: number) {
  const reader = readerOf(c);
  const years = await clusterYears(reader, cluster);
  const base = years.find((one) => one <= year) ?? years[0] ?? year;
  const today = actorOf(c).day;
  const eve = addDays(firstDayOf(year), -1);
  // A roster of years ahead is known only as it stands today.
  const known = [eve, today].toSorted()[0] ?? today;
  const [members, past] = await Promise.all([
    rotationMembers(reader, cluster, base, known),
    ledOver(reader, cluster),
  ]);
  const before = past.filter((led) => led.year < year);
  return { base, members, past: before, proposal: proposeRotation(members, before) };
}

async function placeView(c: Context, state: FormState) {
  const cluster = await drawn(c);
  const year = yearIn(c) ?? Number(state.typed.year?.[0] ?? yearOf(actorOf(c).day));
  const [from, to] = [idIn(c, state, "tu", "from"), idIn(c, state, "den", "to")];
  const ended = await endedMembers(readerOf(c), cluster.id, year, actorOf(c).day);
  const place = ended.find((one) => one.unit === from && one.to === to);
  return (
    <PlaceView
      frame={await frameOf(c)}
      {...{ cluster, year, state }}
      place={place ?? null}
      formKey={newKey()}
    />
  );
}

const idIn = (c: Context, state: FormState, query: string, field: string): number =>
  Number(state.typed[field]?.[0] ?? c.req.query(query)) || 0;
