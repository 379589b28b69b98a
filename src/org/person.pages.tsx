import { journalOf } from "../platform/audit.store.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { usernameOf } from "../platform/sign-in.store.ts";
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
import { pageIn, rowsOnAPage } from "../web/kit.ts";
import type { Gathered } from "../web/part.ts";
import { addPerson, changePerson, movePerson } from "./person.acts.ts";
import { MovingForm, NewPersonForm, PersonForm } from "./person.form.ts";
import { mayDelegate, mayGivePost, mayKeepAccounts, mayKeepPeople, maySeeDetails } from "./person.may.ts";
import { accountOf, findPerson } from "./person.store.ts";
import type { Person } from "./person.ts";
import { PeopleView, type PersonFacts, PersonView } from "./person.view.tsx";
import { ChangePersonView, MovingView, NewPersonView } from "./person-form.view.tsx";
import { type PickFormState, settlePicks } from "./pick.form.ts";
import { postsOfPerson, withinPerson } from "./post.store.ts";
import { listPeople } from "./search.store.ts";
import { findUnit } from "./unit.store.ts";

export function personPages(gathered: Gathered) {
  const people = pages();

  people.get("/to-chuc/nguoi", async (c) => {
    const actor = actorOf(c);
    const query = {
      q: c.req.query("q") ?? "",
      "don-vi": c.req.query("don-vi") ?? "",
      trang: c.req.query("trang") ?? "",
    };
    const address = { path: "/to-chuc/nguoi", query };
    const unit = /^\d{1,15}$/.test(query["don-vi"])
      ? await findUnit(readerOf(c), Number(query["don-vi"]), actor.day)
      : null;
    const page = pageIn(address);
    const filter = { words: query.q.slice(0, 100), unit: unit?.id ?? null, day: actor.day };
    const { rows, total } = await listPeople(readerOf(c), filter, { number: page, size: rowsOnAPage });
    const mayAdd = !isRefusal(
      mayKeepPeople(
        actor,
        actor.posts.map((post) => post.unit),
      ),
    );
    return show(
      c,
      <PeopleView
        frame={await frameOf(c)}
        address={address}
        rows={rows}
        total={total}
        page={page}
        unitName={unit?.name ?? null}
        mayAdd={mayAdd}
      />,
    );
  });

  people.get("/to-chuc/nguoi/moi", async (c) => {
    const unit = await findUnit(readerOf(c), Number(c.req.query("don-vi")) || 0, actorOf(c).day);
    const stored = unit ? { id: `${unit.id}`, label: unit.name } : undefined;
    return show(
      c,
      <NewPersonView frame={await frameOf(c)} state={emptyForm} formKey={newKey()} unit={stored} />,
    );
  });
  people.post("/to-chuc/nguoi/moi", async (c) => {
    const form = await read(c, NewPersonForm);
    const view = async (state: PickFormState) => (
      <NewPersonView frame={await frameOf(c)} state={state} formKey={newKey()} unit={undefined} />
    );
    if (hasErrors(form)) return show(c, view(form), 422);
    const picks = await settlePicks(readerOf(c), actorOf(c), {
      unit: { of: "unit", picked: form.values.unit },
    });
    if ("errors" in picks) return show(c, view({ ...picks, typed: form.typed }), 422);
    const outcome = await addPerson(actorOf(c), { ...form.values, unit: picks.ids.unit! });
    return answer(c, outcome, form.typed, view, "Đã thêm người.");
  });

  people.get("/to-chuc/nguoi/:id{[0-9]+}", async (c) => {
    const facts = await factsOf(c, gathered);
    return show(c, <PersonView frame={await frameOf(c)} facts={facts} today={actorOf(c).day} />);
  });

  people.get("/to-chuc/nguoi/:id{[0-9]+}/sua", async (c) => {
    const person = await personToKeep(c, mayKeepPeople);
    return show(
      c,
      <ChangePersonView frame={await frameOf(c)} state={emptyForm} formKey={newKey()} person={person} />,
    );
  });
  people.post("/to-chuc/nguoi/:id{[0-9]+}/sua", async (c) => {
    const person = await personToKeep(c, mayKeepPeople);
    const form = await read(c, PersonForm);
    const view = async (state: FormState) => (
      <ChangePersonView frame={await frameOf(c)} state={state} formKey={newKey()} person={person} />
    );
    if (hasErrors(form)) return show(c, view(form), 422);
    const outcome = await changePerson(actorOf(c), { ...form.values, person: person.id });
    return answer(c, outcome, form.typed, view, "Đã lưu.");
  });

  people.get("/to-chuc/nguoi/:id{[0-9]+}/dieu-dong", async (c) => show(c, await movingView(c, emptyForm)));
  people.post("/to-chuc/nguoi/:id{[0-9]+}/dieu-dong", async (c) => {
    const person = await personToKeep(c, mayKeepPeople);
    const form = await read(c, MovingForm);
    const view = (state: PickFormState) => movingView(c, state);
    if (hasErrors(form)) return show(c, view(form), 422);
    const picks = await settlePicks(readerOf(c), actorOf(c), {
      unit: { of: "unit", picked: form.values.unit },
    });
    if ("errors" in picks) return show(c, view({ ...picks, typed: form.typed }), 422);
    const outcome = await movePerson(actorOf(c), {
      ...form.values,
      unit: picks.ids.unit!,
      person: person.id,
    });
    return answer(c, outcome, form.typed, view, "Đã điều động.");
  });

  return people;
}

/** Back to the person, or to the form with what was refused. */
export async function answer(
  c: Context,
  outcome: number | Refusal,
  typed: FormState["typed"],
  view: (state: FormState) => Promise<Parameters<typeof refused>[2]>,
  title: string,
): Promise<Response> {
  if (isRefusal(outcome)) return refused(c, outcome, await view(refusedForm(outcome, typed)));
  return seeOther(c, `/to-chuc/nguoi/${outcome}`, { title });
}

/** The person, for somebody with that right over where they work; for others there is no such page. */
export async function personToKeep(c: Context, may: typeof mayKeepPeople): Promise<Person> {
  const actor = actorOf(c);
  const person = found(await findPerson(readerOf(c), idOf(c)));
  if (isRefusal(may(actor, await withinPerson(readerOf(c), person.id, actor.day)))) throw new NotFound();
  return person;
}

async function movingView(c: Context, state: PickFormState) {
  const person = await personToKeep(c, mayKeepPeople);
  const posts = await postsOfPerson(readerOf(c), person.id, actorOf(c).day);
  const memberships = posts.filter(
    (post) => post.kind === "member" && (post.validity.to === null || post.validity.to > actorOf(c).day),
  );
  return (
    <MovingView
      frame={await frameOf(c)}
      state={state}
      formKey={newKey()}
      person={person}
      memberships={memberships}
    />
  );
}

async function factsOf(c: Context, gathered: Gathered): Promise<PersonFacts> {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const person = found(await findPerson(reader, idOf(c)));
  const within = await withinPerson(reader, person.id, actor.day);
  const account = await accountOf(reader, person.id);
  const seesDetails = !isRefusal(maySeeDetails(actor, person.id, within));
  const journal = await Promise.all(
    ["person", "post", "account"].map((noun) => journalOf(reader, noun, person.id)),
  );
  const thing = { noun: "person", id: person.id };
  const tabs = await Promise.all(gathered.offers.map((offer) => offer.tabs?.(reader, actor, thing) ?? []));
  return {
    person,
    posts: await postsOfPerson(reader, person.id, actor.day),
    username: account === null ? null : await usernameOf(reader, account),
    tabs: tabs.flat(),
    seesDetails,
    journal: seesDetails
      ? journal.flat().toSorted((left, right) => right.at.getTime() - left.at.getTime())
      : [],
    mayKeep: !isRefusal(mayKeepPeople(actor, within)),
    mayGive:
      !isRefusal(mayGivePost(actor, "unit-head", within)) || !isRefusal(mayDelegate(actor, null, within)),
    mayKeepAccount: !isRefusal(mayKeepAccounts(actor, within)),
  };
}
