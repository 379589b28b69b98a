import { loadNumbers } from "../law/number.store.ts";
import type { Actor } from "../platform/actor.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
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
import { refusedWithWords } from "../web/refused-words.tsx";
import { strangersAmong } from "./candidate.store.ts";
import { gatherLines } from "./gather.acts.ts";
import { linesBelow, registrationsBelow } from "./gather.store.ts";
import { gather } from "./gather.ts";
import { faultsOf } from "./line.ts";
import { verdictsRead } from "./line-verdicts.store.ts";
import { liveQuotas } from "./live-quota.ts";
import { findRegisteringUnit } from "./registering.store.ts";
import {
  acceptRegistration,
  returnRegistration,
  startRegistration,
  submitRegistration,
  withdrawRegistration,
} from "./registration.acts.ts";
import { AcceptForm, ReturnForm, StartForm, SubmitForm, WithdrawForm } from "./registration.form.ts";
import { mayReceive, maySubmit, mayWithdraw, mayWrite, type SeenRegistration } from "./registration.may.ts";
import { isOpen } from "./registration.ts";
import { RegistrationPage } from "./registration.view.tsx";
import { seenForChange, seenRegistration } from "./seen.pages.tsx";
import { AcceptPage, CheckPage, ReturnPage, WithdrawPage } from "./steps.view.tsx";
import { titleAsked } from "./title.ts";
import { type WholeRegistration, wholeRegistration } from "./whole.store.ts";

/** The registration itself and the steps of its life. */
export function registrationPage() {
  const registration = pages();

  registration.post("/dang-ky", async (c) => {
    const form = await read(c, StartForm);
    if (hasErrors(form)) return seeOther(c, "/dang-ky");
    const { movement, unit } = form.values;
    const outcome = await startRegistration(actorOf(c), { movementId: movement, unitId: unit });
    return isRefusal(outcome)
      ? seeOther(c, "/dang-ky", { tone: "bad", title: outcome.sentence })
      : seeOther(c, `/dang-ky/${outcome}`);
  });

  registration.get("/dang-ky/:id{[0-9]+}", async (c) => show(c, await drawn(c, await seenRegistration(c))));

  registration.get("/dang-ky/:id{[0-9]+}/kiem-tra", async (c) => {
    const seen = await seenRegistration(c);
    return stepOf(c, seen, isOpen(seen.state) && !isRefusal(maySubmit(actorOf(c), seen)), () =>
      checkPage(c, seen, emptyForm),
    );
  });

  registration.post("/dang-ky/:id{[0-9]+}/ban-nop", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const form = await read(c, SubmitForm);
    if (hasErrors(form)) return show(c, await checkPage(c, seen, form), 422);
    const { version, lateReason, remarks } = form.values;
    const outcome = await submitRegistration(actorOf(c), {
      registrationId: seen.id,
      version,
      lateReason: lateReason ?? "",
      remarks,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await checkPage(c, await seenRegistration(c), refusedForm(outcome, form.typed)))
      : seeOther(c, `/dang-ky/${outcome}`, { title: `Đã gửi đăng ký đến ${seen.receiverName}` });
  });

  registration.get("/dang-ky/:id{[0-9]+}/ban-rut", async (c) => {
    const seen = await seenRegistration(c);
    return stepOf(
      c,
      seen,
      seen.state === "submitted" && !isRefusal(mayWithdraw(actorOf(c), seen)),
      async () => (
        <WithdrawPage frame={await frameOf(c)} registration={seen} state={emptyForm} formKey={newKey()} />
      ),
    );
  });

  registration.post("/dang-ky/:id{[0-9]+}/ban-rut", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const form = await read(c, WithdrawForm);
    const draw = async (state: FormState) => (
      <WithdrawPage frame={await frameOf(c)} registration={seen} state={state} formKey={newKey()} />
    );
    if (hasErrors(form)) return show(c, await draw(form), 422);
    const outcome = await withdrawRegistration(actorOf(c), { registrationId: seen.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await draw(refusedForm(outcome, form.typed)))
      : seeOther(c, `/dang-ky/${outcome}`, { title: "Đã rút đăng ký; có thể sửa rồi gửi lại" });
  });

  registration.get("/dang-ky/:id{[0-9]+}/ban-tra-lai", async (c) => {
    const seen = await seenRegistration(c);
    const possible = seen.state === "submitted" || seen.state === "accepted";
    return stepOf(c, seen, possible && !isRefusal(mayReceive(actorOf(c), seen)), async () => (
      <ReturnPage frame={await frameOf(c)} registration={seen} state={emptyForm} formKey={newKey()} />
    ));
  });

  registration.post("/dang-ky/:id{[0-9]+}/ban-tra-lai", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const form = await read(c, ReturnForm);
    const draw = async (state: FormState) => (
      <ReturnPage frame={await frameOf(c)} registration={seen} state={state} formKey={newKey()} />
    );
    if (hasErrors(form)) return show(c, await draw(form), 422);
    const outcome = await returnRegistration(actorOf(c), { registrationId: seen.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await draw(refusedForm(outcome, form.typed)))
      : seeOther(c, `/dang-ky/${outcome}`, { title: `Đã trả lại đăng ký cho ${seen.unitName}` });
  });

  registration.get("/dang-ky/:id{[0-9]+}/tiep-nhan", async (c) => {
    const seen = await seenRegistration(c);
    return stepOf(c, seen, seen.state === "submitted" && !isRefusal(mayReceive(actorOf(c), seen)), () =>
      acceptPage(c, seen, emptyForm),
    );
  });

  registration.post("/dang-ky/:id{[0-9]+}/tiep-nhan", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const form = await read(c, AcceptForm);
    if (hasErrors(form)) return show(c, await acceptPage(c, seen, form), 422);
    const outcome = await acceptRegistration(actorOf(c), { registrationId: seen.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await acceptPage(c, await seenRegistration(c), refusedForm(outcome, form.typed)))
      : seeOther(c, `/dang-ky/${outcome}`, { title: `Đã tiếp nhận đăng ký của ${seen.unitName}` });
  });

  registration.get("/dang-ky/:id{[0-9]+}/ban-nop", (c) => seeOther(c, `/dang-ky/${idOf(c)}/kiem-tra`));
  registration.get("/dang-ky/:id{[0-9]+}/tong-hop", (c) => seeOther(c, `/dang-ky/${idOf(c)}`));

  registration.post("/dang-ky/:id{[0-9]+}/tong-hop", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const outcome = await gatherLines(actorOf(c), { registrationId: seen.id });
    if (isRefusal(outcome))
      return seeOther(c, `/dang-ky/${seen.id}`, { tone: "bad", title: outcome.sentence });
    const standing = outcome.standing > 0 ? `; ${outcome.standing} dòng đã có từ trước nên giữ nguyên` : "";
    return seeOther(c, `/dang-ky/${seen.id}`, { title: `Đã tổng hợp ${outcome.taken} dòng${standing}` });
  });

  return registration;
}

/** A step that is not open to this person now leads back to the registration. */
async function stepOf(
  c: Context,
  seen: SeenRegistration,
  open: boolean,
  draw: () => Promise<Awaited<ReturnType<typeof checkPage>>>,
) {
  return open ? show(c, await draw()) : seeOther(c, `/dang-ky/${seen.id}`);
}

async function drawn(c: Context, seen: SeenRegistration) {
  const actor = actorOf(c);
  const whole = await wholeRegistration(readerOf(c), actor, seen);
  return (
    <RegistrationPage
      frame={await frameOf(c)}
      actor={actor}
      whole={whole}
      verdicts={await verdictsRead(readerOf(c), actor, whole.registration, whole.lines)}
      quotas={liveQuotas(
        whole.lines,
        whole.lines.map(({ title }) => title),
        seen.year,
        await loadNumbers(readerOf(c)),
      )}
      asked={Number(c.req.query("dong")) || null}
      toGather={await toGatherIn(c, actor, whole)}
      formKey={newKey()}
    />
  );
}

async function toGatherIn(
  c: Context,
  actor: Actor,
  { registration, lines }: WholeRegistration,
): Promise<number> {
  if (!isOpen(registration.state) || isRefusal(mayWrite(actor, registration))) return 0;
  const below = await registrationsBelow(readerOf(c), registration);
  return gather(lines, await linesBelow(readerOf(c), below, actor.day)).taken.length;
}

async function checkPage(c: Context, seen: SeenRegistration, state: FormState) {
  const actor = actorOf(c);
  const whole = await wholeRegistration(readerOf(c), actor, seen);
  const unit = await findRegisteringUnit(readerOf(c), seen.unit, actor.day);
  const strangers = await strangersAmong(readerOf(c), seen, actor.day);
  const faults = faultsOf(
    whole.lines,
    strangers,
    (line) => titleAsked(line.title, line.chain),
    unit!,
    seen.year,
  );
  return (
    <CheckPage
      frame={await frameOf(c)}
      actor={actor}
      whole={whole}
      verdicts={await verdictsRead(readerOf(c), actor, whole.registration, whole.lines)}
      faults={faults}
      state={state}
      formKey={newKey()}
    />
  );
}

async function acceptPage(c: Context, seen: SeenRegistration, state: FormState) {
  const whole = await wholeRegistration(readerOf(c), actorOf(c), seen);
  return <AcceptPage frame={await frameOf(c)} whole={whole} state={state} formKey={newKey()} />;
}
