import type { Actor } from "../platform/actor.ts";
import { isRefusal, type Permit, type Refusal } from "../platform/refusal.ts";
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
import { DelegationForm, EndingForm, FocalForm, PostForm } from "./person.form.ts";
import { mayDelegate, mayGivePost } from "./person.may.ts";
import { findPerson } from "./person.store.ts";
import { type PickFormState, settlePicks } from "./pick.form.ts";
import { delegate, endPost, givePost, nameFocalOfficer } from "./post.acts.ts";
import { findPost, holdersOf, withinPerson } from "./post.store.ts";
import { plainPost } from "./post.ts";
import { DelegationView, EndingView, FocalView, GivingView } from "./post-form.view.tsx";
import { ancestorsOf } from "./scope.store.ts";
import { findUnit } from "./unit.store.ts";

/** Posts and delegations: given, passed on, ended; and the focal officer of a unit. */
export function postPages() {
  const posts = pages();

  posts.get("/to-chuc/nguoi/:id{[0-9]+}/chuc-trach", async (c) => show(c, await givingView(c, emptyForm)));
  posts.post("/to-chuc/nguoi/:id{[0-9]+}/chuc-trach", async (c) => {
    const person = idOf(c);
    const form = await read(c, PostForm);
    const view = (state: PickFormState) => givingView(c, state);
    if (hasErrors(form)) return show(c, view(form), 422);
    const { unit, kind, title, from, to, ...paper } = form.values;
    const picks = await settlePicks(readerOf(c), actorOf(c), { unit: { of: "unit", picked: unit } });
    if ("errors" in picks) return show(c, view({ ...picks, typed: form.typed }), 422);
    const outcome = await givePost(actorOf(c), {
      ...plainPost(person, picks.ids.unit!, kind, title, from, to),
      ...paper,
    });
    return answer(c, isRefusal(outcome) ? outcome : person, form.typed, view, "Đã giao chức trách.");
  });

  posts.get("/to-chuc/nguoi/:id{[0-9]+}/uy-quyen", async (c) => show(c, await delegationView(c, emptyForm)));
  posts.post("/to-chuc/nguoi/:id{[0-9]+}/uy-quyen", async (c) => {
    const person = idOf(c);
    const form = await read(c, DelegationForm);
    const view = (state: PickFormState) => delegationView(c, state);
    if (hasErrors(form)) return show(c, view(form), 422);
    const { unit, principal, principalTitle, ...request } = form.values;
    const picks = await settlePicks(readerOf(c), actorOf(c), {
      unit: { of: "unit", picked: unit },
      principal: { of: "person", picked: principal },
    });
    if ("errors" in picks) return show(c, view({ ...picks, typed: form.typed }), 422);
    const outcome = await delegate(actorOf(c), {
      ...request,
      ...{ person, unit: picks.ids.unit! },
      principal:
        picks.ids.principal === null ? null : { person: picks.ids.principal, title: principalTitle ?? "" },
    });
    return answer(c, isRefusal(outcome) ? outcome : person, form.typed, view, "Đã ghi việc giao quyền.");
  });

  posts.get("/to-chuc/chuc-trach/:id{[0-9]+}/ket-thuc", async (c) => show(c, await endingView(c, emptyForm)));
  posts.post("/to-chuc/chuc-trach/:id{[0-9]+}/ket-thuc", async (c) => {
    const form = await read(c, EndingForm);
    const view = (state: FormState) => endingView(c, state);
    if (hasErrors(form)) return show(c, view(form), 422);
    const outcome = await endPost(actorOf(c), { post: idOf(c), on: form.values.on });
    return answer(c, outcome, form.typed, view, "Đã kết thúc chức trách.");
  });

  posts.get("/to-chuc/don-vi/:id{[0-9]+}/dau-moi", async (c) => show(c, await focalView(c, emptyForm)));
  posts.post("/to-chuc/don-vi/:id{[0-9]+}/dau-moi", async (c) => {
    const unit = idOf(c);
    const form = await read(c, FocalForm);
    const view = (state: PickFormState) => focalView(c, state);
    if (hasErrors(form)) return show(c, view(form), 422);
    const picks = await settlePicks(readerOf(c), actorOf(c), {
      person: { of: "person", picked: form.values.person },
    });
    if ("errors" in picks) return show(c, view({ ...picks, typed: form.typed }), 422);
    const outcome = await nameFocalOfficer(actorOf(c), { ...form.values, unit, person: picks.ids.person! });
    if (isRefusal(outcome)) return refused(c, outcome, await view(refusedForm(outcome, form.typed)));
    return seeOther(c, `/to-chuc/don-vi/${unit}`, { title: "Đã cử đầu mối thi đua, khen thưởng." });
  });

  return posts;
}

async function answer(
  c: Context,
  outcome: number | Refusal,
  typed: FormState["typed"],
  view: (state: FormState) => Promise<Parameters<typeof refused>[2]>,
  title: string,
): Promise<Response> {
  if (isRefusal(outcome)) return refused(c, outcome, await view(refusedForm(outcome, typed)));
  return seeOther(c, `/to-chuc/nguoi/${outcome}`, { title });
}

type Right = (actor: Actor, within: readonly number[]) => Permit | Refusal;

async function personFor(c: Context, may: Right) {
  const actor = actorOf(c);
  const person = found(await findPerson(readerOf(c), idOf(c)));
  if (isRefusal(may(actor, await withinPerson(readerOf(c), person.id, actor.day)))) throw new NotFound();
  return person;
}

async function givingView(c: Context, state: PickFormState) {
  const person = await personFor(c, (actor, within) => mayGivePost(actor, "unit-officer", within));
  return <GivingView frame={await frameOf(c)} state={state} formKey={newKey()} person={person} />;
}

async function delegationView(c: Context, state: PickFormState) {
  const person = await personFor(c, (actor, within) => mayDelegate(actor, null, within));
  return <DelegationView frame={await frameOf(c)} state={state} formKey={newKey()} person={person} />;
}

async function endingView(c: Context, state: FormState) {
  const actor = actorOf(c);
  const post = found(await findPost(readerOf(c), idOf(c), actor.day));
  const within = await ancestorsOf(readerOf(c), post.unit, actor.day);
  const may =
    post.delegation === null
      ? mayGivePost(actor, post.kind, within)
      : mayDelegate(actor, post.onBehalfOf, within);
  if (isRefusal(may)) throw new NotFound();
  return <EndingView frame={await frameOf(c)} state={state} formKey={newKey()} post={post} />;
}

async function focalView(c: Context, state: PickFormState) {
  const actor = actorOf(c);
  const unit = found(await findUnit(readerOf(c), idOf(c), actor.day));
  const within = await ancestorsOf(readerOf(c), unit.id, actor.day);
  if (isRefusal(mayGivePost(actor, "unit-officer", within))) throw new NotFound();
  const before = await holdersOf(readerOf(c), unit.id, ["unit-officer"], actor.day);
  return <FocalView frame={await frameOf(c)} state={state} formKey={newKey()} unit={unit} before={before} />;
}
