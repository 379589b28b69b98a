import { settlePicks } from "../org/pick.form.ts";
import { type Day, writeDay } from "../platform/day.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  type App,
  actorOf,
  type Context,
  found,
  frameOf,
  idOf,
  NotFound,
  newKey,
  pages,
  read,
  seeOther,
  show,
  statusOf,
} from "../web/http.ts";
import type { PickOption } from "../web/kit.ts";
import type { Gathered } from "../web/part.ts";
import { DeadlineFormView, SettlementView, WithdrawalView } from "./deadline-form.view.tsx";
import type { MovementDeadline, Purpose } from "./deadlines.ts";
import { DeadlinesView } from "./deadlines.view.tsx";
import { dropDeadline, putDeadline } from "./drafting.acts.ts";
import { isBeingWritten } from "./life.ts";
import { DeadlineForm, SettlementForm, WithdrawalForm } from "./movement.form.ts";
import { reachableUnits, unitNamesOf } from "./scope.store.ts";
import { mayEditNow, type Seen, seenMovement } from "./seen.pages.ts";
import { settingOf } from "./setting.pages.ts";
import { settleDeadline } from "./settlement.acts.ts";
import { closeForm, keepForm, openForm } from "./typed.pages.ts";

/** Deadlines: seen by all in scope, written and settled by the launcher's officer. */
export function deadlinePages(gathered: Gathered): App {
  const deadlines = pages();
  const editable = async (c: Context): Promise<Seen> => {
    const seen = await seenMovement(c, gathered);
    if (!mayEditNow(seen)) throw new NotFound();
    return seen;
  };

  deadlines.get("/phong-trao/:id/han", async (c) => {
    const seen = await seenMovement(c, gathered);
    const named = seen.movement.deadlines.flatMap((deadline) => deadline.named);
    const [setting, names] = await Promise.all([
      settingOf(c, seen),
      unitNamesOf(seen.reader, named, seen.actor.day),
    ]);
    return show(c, <DeadlinesView setting={setting} unitNames={names} at={c.get("at")} />);
  });

  const paths = ["/phong-trao/:id/han/moi", "/phong-trao/:id/han/:deadline{[0-9]+}/sua"] as const;
  for (const path of paths) {
    deadlines.get(path, async (c) => {
      const seen = await editable(c);
      const deadline = deadlineOf(c, seen);
      return showForm(c, seen, deadline, await openForm(seen.actor, draftName(seen, deadline)));
    });
    deadlines.post(path, async (c) => {
      const seen = await editable(c);
      return saveForm(c, seen, deadlineOf(c, seen));
    });
    deadlines.get(`${path}/ban-nhap`, (c) => c.redirect(c.req.path.replace(/\/ban-nhap$/, ""), 303));
    deadlines.post(`${path}/ban-nhap`, async (c) => {
      const seen = await editable(c);
      return keepForm(c, seen.actor, draftName(seen, deadlineOf(c, seen)));
    });
  }

  deadlines.get("/phong-trao/:id/han/:deadline/xu-ly", async (c) =>
    showSettlement(c, await editable(c), emptyForm),
  );
  deadlines.post("/phong-trao/:id/han/:deadline/xu-ly", async (c) => {
    const seen = await editable(c);
    const deadline = found(deadlineOf(c, seen));
    const form = await read(c, SettlementForm);
    if (hasErrors(form)) return showSettlement(c, seen, form, 422);
    const { question, reason, inclusive, ...given } = form.values;
    const outcome = await settleDeadline(actorOf(c), {
      ...given,
      movementId: seen.movement.id,
      deadlineId: deadline.id,
      inclusive: inclusive === "co",
      reason: given.way === "left-open" ? question : reason,
    });
    if (isRefusal(outcome))
      return showSettlement(c, seen, refusedForm(atField(outcome), form.typed), statusOf(outcome));
    return seeOther(c, `/phong-trao/${seen.movement.id}/han#han-${deadline.id}`, {
      title: "Đã lưu cách xử lý hạn.",
    });
  });

  deadlines.get("/phong-trao/:id/han/:deadline/bo", async (c) =>
    showWithdrawal(c, await editable(c), emptyForm),
  );
  deadlines.post("/phong-trao/:id/han/:deadline/bo", async (c) => {
    const seen = await editable(c);
    const form = await read(c, WithdrawalForm);
    if (hasErrors(form)) return showWithdrawal(c, seen, form, 422);
    const deadlineId = found(deadlineOf(c, seen)).id;
    const outcome = await dropDeadline(actorOf(c), {
      ...form.values,
      movementId: seen.movement.id,
      deadlineId,
    });
    if (isRefusal(outcome))
      return showWithdrawal(c, seen, refusedForm(outcome, form.typed), statusOf(outcome));
    return seeOther(c, `/phong-trao/${seen.movement.id}/han`, { title: "Đã bỏ hạn." });
  });

  return deadlines;
}

/** A question left open has its own field on the form. */
const atField = (refusal: Refusal): Refusal =>
  refusal.refusal === "no-question" ? { ...refusal, field: "question" } : refusal;

/** The deadline of the address; null where a new one is written. */
function deadlineOf(c: Context, seen: Seen): MovementDeadline | null {
  if (c.req.param("deadline") === undefined) return null;
  const id = idOf(c, "deadline");
  return found(seen.movement.deadlines.find((deadline) => deadline.id === id && !deadline.withdrawn));
}

const draftName = (seen: Seen, deadline: MovementDeadline | null): string =>
  `phong-trao-${seen.movement.id}-han-${deadline?.id ?? "moi"}`;

interface FormGiven {
  readonly state: FormState;
  readonly savedAt?: string | undefined;
  readonly namesakes?: Readonly<Record<string, readonly PickOption[]>> | undefined;
}

type Status = 200 | 403 | 409 | 422;

async function showForm(
  c: Context,
  seen: Seen,
  deadline: MovementDeadline | null,
  given: FormGiven,
  status: Status = 200,
) {
  const { reader, movement, actor } = seen;
  if (deadline && !isBeingWritten(movement.state)) throw new NotFound();
  const ids = [...(deadline?.named ?? []), ...(given.state.typed.named ?? []).map(Number)].filter(
    Number.isSafeInteger,
  );
  const [reachable, names] = await Promise.all([
    reachableUnits(reader, movement.launcher.id, actor.day),
    unitNamesOf(reader, ids, actor.day),
  ]);
  return show(
    c,
    <DeadlineFormView
      frame={await frameOf(c)}
      movement={movement}
      deadline={deadline}
      state={given.state}
      savedAt={given.savedAt}
      namesakes={given.namesakes}
      formKey={newKey()}
      reachable={[...new Set(reachable.map((unit) => unit.audience))]}
      units={[...names].map(([id, name]) => ({ id, name }))}
    />,
    status,
  );
}

async function saveForm(c: Context, seen: Seen, deadline: MovementDeadline | null) {
  const form = await read(c, DeadlineForm);
  if (hasErrors(form)) return showForm(c, seen, deadline, { state: form }, 422);
  const { version, amendment, day, event, inclusive, purpose, add, ...given } = form.values;
  if (day === null && event === null) {
    const errors = { day: "Hãy nhập ngày, hoặc sự kiện mà hạn gắn vào." };
    return showForm(c, seen, deadline, { state: { errors, typed: form.typed } }, 422);
  }
  const settled = await settlePicks(seen.reader, seen.actor, { add: { of: "unit", picked: add } });
  if ("errors" in settled)
    return showForm(
      c,
      seen,
      deadline,
      { state: { errors: settled.errors, typed: form.typed }, namesakes: settled.namesakes },
      422,
    );
  const outcome = await putDeadline(actorOf(c), {
    movementId: seen.movement.id,
    version,
    deadlineId: deadline?.id ?? null,
    amendment,
    deadline: {
      ...given,
      named: [...new Set([...given.named, ...(settled.ids.add === null ? [] : [settled.ids.add])])],
      purpose: purpose as Purpose,
      ...dayOrEvent(day, inclusive === "co", event),
      line: deadline?.line ?? null,
    },
  });
  if (isRefusal(outcome)) {
    const typed = { ...form.typed, version: [`${seen.movement.version}`] };
    return showForm(c, seen, deadline, { state: refusedForm(outcome, typed) }, statusOf(outcome));
  }
  await closeForm(seen.actor, draftName(seen, deadline));
  return seeOther(c, `/phong-trao/${outcome}/han`, { title: "Đã lưu hạn." });
}

const dayOrEvent = (day: Day | null, inclusive: boolean, event: string | null) =>
  day === null
    ? { kind: "event-bound" as const, day: null, inclusive: true, wording: event ?? "" }
    : {
        kind: "dated" as const,
        day,
        inclusive,
        wording: `${inclusive ? "chậm nhất ngày" : "trước ngày"} ${writeDay(day)}`,
      };

async function showSettlement(c: Context, seen: Seen, state: FormState, status: Status = 200) {
  const deadline = found(deadlineOf(c, seen));
  return show(
    c,
    <SettlementView
      frame={await frameOf(c)}
      movement={seen.movement}
      deadline={deadline}
      state={state}
      formKey={newKey()}
    />,
    status,
  );
}

async function showWithdrawal(c: Context, seen: Seen, state: FormState, status: Status = 200) {
  const deadline = found(deadlineOf(c, seen));
  return show(
    c,
    <WithdrawalView
      frame={await frameOf(c)}
      movement={seen.movement}
      deadline={deadline}
      state={state}
      formKey={newKey()}
    />,
    status,
  );
}
