import { type PickFormState, settlePicks } from "../org/pick.form.ts";
import { findUnit } from "../org/unit.store.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
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
import { endMember, foundCouncil, seatMember, writeRules } from "./council.acts.ts";
import { FoundForm, LeaveForm, RulesForm, SeatForm } from "./council.form.ts";
import { mayCompose } from "./council.may.ts";
import { CouncilPage } from "./council.view.tsx";
import { FoundPage, LeavePage, RulesPage, SeatPage } from "./founding.view.tsx";
import { rulesOf } from "./rules.store.ts";
import { rulesOn } from "./rules.ts";
import { seenCouncil } from "./seen.pages.ts";
import { sessionsOf } from "./session.store.ts";

/** A council: founded, its members by day, its rules by version, its sessions. */
export function councilPages() {
  const council = pages();

  council.get("/hoi-dong/moi", async (c) => show(c, await foundPage(c, emptyForm)));

  council.post("/hoi-dong/moi", async (c) => {
    const form = await read(c, FoundForm);
    if (hasErrors(form)) return show(c, await foundPage(c, form), 422);
    const { body: picked, ...values } = form.values;
    const settled = await settlePicks(readerOf(c), actorOf(c), { body: { of: "unit", picked } });
    if ("errors" in settled) return show(c, await foundPage(c, { ...settled, typed: form.typed }), 422);
    const outcome = await foundCouncil(actorOf(c), { ...values, body: settled.ids.body! });
    return isRefusal(outcome)
      ? refused(c, outcome, await foundPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/${outcome}`, {
          title: "Đã thành lập Hội đồng",
          children: "Việc tiếp theo: ghi quy chế làm việc và các thành viên theo quyết định.",
        });
  });

  council.get("/hoi-dong/:id{[0-9]+}", async (c) => {
    const seen = await seenCouncil(c);
    const versions = await rulesOf(readerOf(c), seen.council.id);
    return show(
      c,
      <CouncilPage
        frame={await frameOf(c)}
        actor={actorOf(c)}
        council={seen.council}
        members={seen.members}
        versions={versions}
        rules={rulesOn(versions, actorOf(c).day)}
        bodyKind={(await findUnit(readerOf(c), seen.council.body, actorOf(c).day))?.kind ?? null}
        sessions={await sessionsOf(readerOf(c), seen.council.id)}
      />,
    );
  });

  council.get("/hoi-dong/:id{[0-9]+}/thanh-vien/moi", async (c) => show(c, await seatPage(c, emptyForm)));

  council.post("/hoi-dong/:id{[0-9]+}/thanh-vien/moi", async (c) => {
    const form = await read(c, SeatForm);
    if (hasErrors(form)) return show(c, await seatPage(c, form), 422);
    const { person: picked, ...values } = form.values;
    const settled = await settlePicks(readerOf(c), actorOf(c), { person: { of: "person", picked } });
    if ("errors" in settled) return show(c, await seatPage(c, { ...settled, typed: form.typed }), 422);
    const councilId = idOf(c);
    const outcome = await seatMember(actorOf(c), { ...values, councilId, person: settled.ids.person! });
    return isRefusal(outcome)
      ? refused(c, outcome, await seatPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/${councilId}`, { title: "Đã thêm thành viên Hội đồng" });
  });

  council.get("/hoi-dong/:id{[0-9]+}/thanh-vien/:member{[0-9]+}/thoi", async (c) =>
    show(c, await leavePage(c, emptyForm)),
  );

  council.post("/hoi-dong/:id{[0-9]+}/thanh-vien/:member{[0-9]+}/thoi", async (c) => {
    const form = await read(c, LeaveForm);
    if (hasErrors(form)) return show(c, await leavePage(c, form), 422);
    const outcome = await endMember(actorOf(c), { memberId: idOf(c, "member"), ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await leavePage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/${idOf(c)}`, { title: "Đã ghi việc thôi tham gia Hội đồng" });
  });

  council.get("/hoi-dong/:id{[0-9]+}/quy-che/moi", async (c) => show(c, await rulesPage(c, emptyForm)));

  council.post("/hoi-dong/:id{[0-9]+}/quy-che/moi", async (c) => {
    const form = await read(c, RulesForm);
    if (hasErrors(form)) return show(c, await rulesPage(c, form), 422);
    const outcome = await writeRules(actorOf(c), { councilId: idOf(c), ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await rulesPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/${idOf(c)}`, { title: "Đã ghi quy chế làm việc" });
  });

  return council;
}

/** Found only by those who stand for some body or head it. */
async function foundPage(c: Context, state: PickFormState) {
  const composes = actorOf(c).posts.some(({ kind }) => kind === "standing-officer" || kind === "unit-head");
  if (!composes) throw new NotFound();
  return <FoundPage frame={await frameOf(c)} state={state} formKey={newKey()} />;
}

async function composing(c: Context) {
  const seen = await seenCouncil(c);
  if (isRefusal(mayCompose(actorOf(c), seen.council))) throw new NotFound();
  return seen;
}

async function seatPage(c: Context, state: PickFormState) {
  const { council } = await composing(c);
  return <SeatPage frame={await frameOf(c)} council={council} state={state} formKey={newKey()} />;
}

async function leavePage(c: Context, state: FormState) {
  const { council, members } = await composing(c);
  const member = members.find(({ id }) => id === idOf(c, "member"));
  if (!member) throw new NotFound();
  return (
    <LeavePage frame={await frameOf(c)} council={council} member={member} state={state} formKey={newKey()} />
  );
}

async function rulesPage(c: Context, state: PickFormState) {
  const { council } = await composing(c);
  const before = rulesOn(await rulesOf(readerOf(c), council.id), actorOf(c).day);
  return (
    <RulesPage frame={await frameOf(c)} council={council} before={before} state={state} formKey={newKey()} />
  );
}
