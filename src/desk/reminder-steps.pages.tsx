import { descendantsOf } from "../org/scope.store.ts";
import { addDays, yearOf } from "../platform/day.ts";
import { withExtensions } from "../platform/extensions.store.ts";
import { isRefusal } from "../platform/refusal.ts";
import { type ReminderSteps, usualSteps } from "../platform/reminder.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  found,
  frameOf,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { unitNames } from "./lateness.store.ts";
import { dueOn } from "./reminder.ts";
import { setReminderSteps } from "./reminder-steps.acts.ts";
import { StepsForm } from "./reminder-steps.form.ts";
import { settableBodies, stepsFor, stepsHistory, stepsSet } from "./reminder-steps.store.ts";
import { writeSteps } from "./reminder-steps.ts";
import { StepsView } from "./reminder-steps.view.tsx";

/** “Lịch nhắc hạn”: when a body reminds its units, and what it would send tomorrow. */
export function stepsPages(gathered: Gathered) {
  const steps = pages();

  steps.get("/don-doc/lich-nhac", async (c) => show(c, await stepsView(c, gathered, emptyForm)));
  steps.post("/don-doc/lich-nhac", async (c) => {
    const form = await read(c, StepsForm);
    if (hasErrors(form)) return show(c, await stepsView(c, gathered, form), 422);
    const outcome = await setReminderSteps(actorOf(c), form.values);
    if (isRefusal(outcome))
      return refused(c, outcome, await stepsView(c, gathered, refusedForm(outcome, form.typed)));
    return seeOther(c, `/don-doc/lich-nhac?co-quan=${outcome}`, { title: "Đã đặt lịch nhắc hạn." });
  });

  return steps;
}

async function stepsView(c: Context, gathered: Gathered, state: FormState) {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const bodies = await settableBodies(reader, actor);
  const asked = Number(state.typed.body?.[0] ?? c.req.query("co-quan"));
  const body = found(bodies.find(({ id }) => id === asked) ?? bodies[0]);
  const [history, tomorrow] = await Promise.all([
    stepsHistory(reader, body.id),
    sentTomorrow(c, gathered, body.id),
  ]);
  const inForce: ReminderSteps = history[0]?.steps ?? (await inheritedSteps(c, body.id));
  return (
    <StepsView
      frame={await frameOf(c)}
      {...{ bodies, body, history, inForce, tomorrow, state }}
      day={addDays(actor.day, 1)}
      year={yearOf(actor.day)}
      own={history.length > 0}
      formKey={newKey()}
    />
  );
}

/** What holds for a body that has set nothing itself. */
async function inheritedSteps(c: Context, body: number): Promise<ReminderSteps> {
  const steps = await stepsFor(readerOf(c), [body], actorOf(c).day);
  return steps.get(body) ?? usualSteps;
}

const MOST_SHOWN = 200;

/** What the engine would send tomorrow to units below that body, by what is owed today. */
async function sentTomorrow(c: Context, { offers }: Gathered, body: number) {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const tomorrow = addDays(actor.day, 1);
  const [below, asked] = await Promise.all([
    descendantsOf(reader, body, actor.day),
    Promise.all(offers.map((offer) => offer.owed?.(reader, tomorrow) ?? [])),
  ]);
  const within = new Set(below);
  const owed = (await withExtensions(reader, asked.flat())).filter(({ unit }) => within.has(unit));
  const steps = await stepsFor(reader, [...new Set(owed.map(({ unit }) => unit))], actor.day);
  const due = dueOn(owed, tomorrow, steps);
  const names = await unitNames(reader, [...new Set(due.map(({ item }) => item.unit))], actor.day);
  return {
    total: due.length,
    shown: due.slice(0, MOST_SHOWN).map((one) => ({ ...one, unitName: names.get(one.item.unit) ?? "" })),
    bodiesWithOwn: (await stepsSet(reader)).filter((one) => one.body !== body && within.has(one.body)).length,
    words: writeSteps(usualSteps),
  };
}
