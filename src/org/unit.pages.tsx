import { journalOf } from "../platform/audit.store.ts";
import { addDays, type Day, parseDay, readTypedDay } from "../platform/day.ts";
import { panelsOn, tabsOn } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  found,
  frameOf,
  idOf,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { clustersWith, findCluster } from "./cluster.store.ts";
import { mayGivePost, mayKeepPeople, maySeeDetails } from "./person.may.ts";
import { makeUpOfUnit, peopleOfUnit } from "./person.store.ts";
import { type PickFormState, personOption, settlePicks, unitOption } from "./pick.form.ts";
import { postsInUnit } from "./post.store.ts";
import { ancestorsOf } from "./scope.store.ts";
import { searchPeople, searchUnits } from "./search.store.ts";
import { successionsOf } from "./succession.store.ts";
import { treeOf } from "./tree.ts";
import { addUnit } from "./unit.acts.ts";
import { UnitForm } from "./unit.form.ts";
import { mayAddUnit, mayChangeUnit } from "./unit.may.ts";
import { childrenOf, contactOf, findUnit, namesOf, placesOf, unitTreeOn } from "./unit.store.ts";
import { usualTraits } from "./unit.ts";
import { type UnitFacts, UnitView } from "./unit.view.tsx";
import { NewUnitView } from "./unit-form.view.tsx";
import { UnitTreeView } from "./unit-list.view.tsx";

const OPTIONS = 12;
const HITS = 30;
const LONGEST_QUERY = 100;

export function unitPages(gathered: Gathered) {
  const units = pages();

  units.get("/to-chuc", async (c) => {
    const actor = actorOf(c);
    const typedDay = c.req.query("ngay");
    const day = dayIn(c, actor.day);
    const words = (c.req.query("q") ?? "").slice(0, LONGEST_QUERY).trim();
    const [all, hits] = await Promise.all([
      unitTreeOn(readerOf(c), day ?? actor.day),
      searchUnits(readerOf(c), actor, words, HITS),
    ]);
    const drawn = (
      <UnitTreeView
        frame={await frameOf(c)}
        day={day ?? actor.day}
        today={actor.day}
        typedDay={day === null ? typedDay : undefined}
        dayError={day === null ? `Ngày “${typedDay}” không có thật; đang xem ngày hôm nay.` : undefined}
        branches={treeOf(all)}
        words={words}
        hits={hits}
        mayAdd={!isRefusal(mayAddUnit(actor))}
      />
    );
    return show(c, drawn, day === null ? 422 : 200);
  });

  units.get("/to-chuc/don-vi/moi", async (c) => {
    const above = await findUnit(readerOf(c), Number(c.req.query("thuoc")) || 0, actorOf(c).day);
    const stored = above ? { id: `${above.id}`, label: above.name } : undefined;
    return show(
      c,
      <NewUnitView frame={await frameOf(c)} state={emptyForm} formKey={newKey()} above={stored} />,
    );
  });
  units.post("/to-chuc/don-vi/moi", async (c) => {
    const form = await read(c, UnitForm);
    const view = async (state: PickFormState) => (
      <NewUnitView frame={await frameOf(c)} state={state} formKey={newKey()} above={undefined} />
    );
    if (hasErrors(form)) return show(c, view(form), 422);
    const { parent, guidedBy, small, noAccounts, ...request } = form.values;
    const picks = await settlePicks(readerOf(c), actorOf(c), {
      parent: { of: "unit", picked: parent },
      guidedBy: { of: "unit", picked: guidedBy },
    });
    if ("errors" in picks) return show(c, view({ ...picks, typed: form.typed }), 422);
    const usual = usualTraits[request.kind];
    const outcome = await addUnit(actorOf(c), {
      ...request,
      ...picks.ids,
      traits: {
        ...usual,
        smallCollective: small || usual.smallCollective,
        hasAccounts: usual.hasAccounts && !noAccounts,
      },
    });
    if (isRefusal(outcome)) return refused(c, outcome, await view(refusedForm(outcome, form.typed)));
    return seeOther(c, `/to-chuc/don-vi/${outcome}`, { title: "Đã thêm đơn vị." });
  });

  units.get("/to-chuc/don-vi/:id{[0-9]+}", async (c) => {
    const actor = actorOf(c);
    const day = await dayOf(c, idOf(c));
    if (await findCluster(readerOf(c), idOf(c), day)) return c.redirect(`/to-chuc/cum/${idOf(c)}`, 303);
    const facts = await factsOf(c, gathered, idOf(c), day);
    return show(c, <UnitView frame={await frameOf(c)} facts={facts} day={day} today={actor.day} />);
  });

  units.get("/to-chuc/tim-don-vi", async (c) => {
    const hits = await searchUnits(readerOf(c), actorOf(c), wordsIn(c), OPTIONS);
    return c.json({ options: hits.map(unitOption) });
  });
  units.get("/to-chuc/tim-nguoi", async (c) => {
    const hits = await searchPeople(readerOf(c), actorOf(c), wordsIn(c), OPTIONS);
    return c.json({ options: hits.map(personOption) });
  });

  return units;
}

const wordsIn = (c: Context): string => (c.req.query("q") ?? "").slice(0, LONGEST_QUERY);

/** The day the address asks for, today when it asks for none, null when there is no such day. */
function dayIn(c: Context, today: Day): Day | null {
  const text = c.req.query("ngay");
  return text ? (readTypedDay(text) ?? parseDay(text)) : today;
}

/** The day asked for; else today, or the last day of a unit that has ended. */
async function dayOf(c: Context, id: number): Promise<Day> {
  const today = actorOf(c).day;
  if (c.req.query("ngay")) return dayIn(c, today) ?? today;
  const { validity } = found(await findUnit(readerOf(c), id, today));
  return validity.to !== null && validity.to <= today ? addDays(validity.to, -1) : today;
}

async function factsOf(c: Context, gathered: Gathered, id: number, day: Day): Promise<UnitFacts> {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const unit = found(await findUnit(reader, id, day));
  const within = await ancestorsOf(reader, id, actor.day);
  const thing = { noun: "unit", id };
  const [
    parent,
    guide,
    names,
    places,
    successions,
    posts,
    people,
    makeUp,
    children,
    clusters,
    contact,
    tabs,
    panels,
  ] = await Promise.all([
    unit.parent === null ? null : findUnit(reader, unit.parent, day),
    unit.guidedBy === null ? null : findUnit(reader, unit.guidedBy, day),
    namesOf(reader, id),
    placesOf(reader, id),
    successionsOf(reader, id),
    postsInUnit(reader, id, day),
    peopleOfUnit(reader, id, day),
    makeUpOfUnit(reader, id, day),
    childrenOf(reader, [id], day),
    clustersWith(reader, id),
    contactOf(reader, id),
    tabsOn(gathered, reader, actor, thing),
    panelsOn(gathered, reader, actor, thing),
  ]);
  const seesDetails = !isRefusal(maySeeDetails(actor, 0, within));
  return {
    ...{
      unit,
      parent,
      guide,
      names,
      places,
      successions,
      posts,
      people,
      makeUp,
      children,
      clusters,
      contact,
    },
    tabs,
    panels,
    mayChange: !isRefusal(mayChangeUnit(actor, unit, within)),
    mayKeepPeople: !isRefusal(mayKeepPeople(actor, within)),
    mayName: !isRefusal(mayGivePost(actor, "unit-officer", within)),
    seesDetails,
    journal: seesDetails ? await journalOf(reader, "unit", id) : [],
  };
}
