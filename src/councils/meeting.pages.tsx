import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  formOf,
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
import { noteAttendance } from "./attendance.acts.ts";
import { isStanding } from "./attendance.ts";
import { AbsencePage, AttendancePage } from "./attendance.view.tsx";
import { declareConflict, reportConflict, ruleOnConflict } from "./conflict.acts.ts";
import { declaredIn } from "./conflict.store.ts";
import { ConflictsPage } from "./conflict.view.tsx";
import { AbsenceForm, CallOffForm, DeclareForm, ReportForm, RulingForm, VoteForm } from "./council.form.ts";
import { mayConduct, mayTakePart } from "./council.may.ts";
import { OpinionsPage } from "./opinion.view.tsx";
import { giveOpinion } from "./paper.acts.ts";
import { opinionsOf } from "./paper.store.ts";
import { seenSession } from "./seen.pages.ts";
import type { Noted } from "./session.store.ts";
import { callOffVote, callVote } from "./vote.acts.ts";
import { votesOf } from "./vote.store.ts";
import { CallOffPage, VotePage } from "./vote.view.tsx";
import { itemsOpenTo } from "./whole.ts";

/** What happens around a meeting: attendance, letters, conflicts, calling a vote and calling it off. */
export function meetingPages() {
  const meeting = pages();

  meeting.get("/hoi-dong/phien/:id{[0-9]+}/diem-danh", async (c) =>
    show(c, await attendancePage(c, emptyForm)),
  );

  meeting.post("/hoi-dong/phien/:id{[0-9]+}/diem-danh", async (c) => {
    const typed = await typedWords(c);
    const noted = Object.entries(typed).flatMap(([name, [value = ""]]) => {
      const person = /^standing-(\d+)$/.exec(name)?.[1];
      if (!person || !isStanding(value)) return [];
      const reason = typed[`reason-${person}`]?.[0]?.trim() || null;
      return [{ person: Number(person), standing: value, reason }];
    });
    const rest = typed.rest?.[0] === "present" ? await unmarked(c, noted) : [];
    const outcome = await noteAttendance(actorOf(c), { sessionId: idOf(c), noted: [...noted, ...rest] });
    return isRefusal(outcome)
      ? refused(c, outcome, await attendancePage(c, refusedForm(outcome, typed)))
      : seeOther(c, `/hoi-dong/phien/${outcome}/diem-danh`, { title: "Đã lưu điểm danh" });
  });

  meeting.get("/hoi-dong/phien/:id{[0-9]+}/vang-mat", async (c) => show(c, await absencePage(c, emptyForm)));

  meeting.post("/hoi-dong/phien/:id{[0-9]+}/vang-mat", async (c) => {
    const form = await read(c, AbsenceForm);
    if (hasErrors(form)) return show(c, await absencePage(c, form), 422);
    const { actor } = await seenSession(c);
    const outcome = await noteAttendance(actorOf(c), {
      sessionId: idOf(c),
      noted: [{ person: actor.person ?? 0, ...form.values }],
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await absencePage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/phien/${outcome}`, { title: "Đã báo vắng mặt" });
  });

  meeting.get("/hoi-dong/phien/:id{[0-9]+}/bo-phieu", async (c) => show(c, await votePage(c, emptyForm)));

  meeting.post("/hoi-dong/phien/:id{[0-9]+}/bo-phieu", async (c) => {
    const form = await read(c, VoteForm);
    if (hasErrors(form)) return show(c, await votePage(c, form), 422);
    const { teller1, teller2, teller3, ...values } = form.values;
    const tellers = [teller1, teller2, teller3];
    const outcome = await callVote(actorOf(c), { sessionId: idOf(c), ...values, tellers });
    return isRefusal(outcome)
      ? refused(c, outcome, await votePage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/phien/${idOf(c)}`, {
          title: "Đã lập lượt bỏ phiếu",
          children: "Việc tiếp theo: tổ kiểm phiếu mở lượt bỏ phiếu.",
        });
  });

  meeting.get("/hoi-dong/phien/:id{[0-9]+}/huy-luot/:poll{[0-9]+}", async (c) =>
    show(c, await callOffPage(c, emptyForm)),
  );

  meeting.post("/hoi-dong/phien/:id{[0-9]+}/huy-luot/:poll{[0-9]+}", async (c) => {
    const form = await read(c, CallOffForm);
    if (hasErrors(form)) return show(c, await callOffPage(c, form), 422);
    const outcome = await callOffVote(actorOf(c), {
      sessionId: idOf(c),
      poll: idOf(c, "poll"),
      ...form.values,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await callOffPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/phien/${outcome}`, { title: "Đã hủy lượt bỏ phiếu; không phiếu nào được mở" });
  });

  meeting.get("/hoi-dong/phien/:id{[0-9]+}/xung-dot", async (c) =>
    show(c, await conflictsPage(c, emptyForm)),
  );

  meeting.post("/hoi-dong/phien/:id{[0-9]+}/xung-dot", async (c) => {
    const form = await read(c, DeclareForm);
    if (hasErrors(form)) return show(c, await conflictsPage(c, form), 422);
    const { item, ...told } = form.values;
    const outcome = await declareConflict(actorOf(c), { sessionId: idOf(c), itemId: item, ...told });
    return isRefusal(outcome)
      ? refused(c, outcome, await conflictsPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/phien/${idOf(c)}/xung-dot`, {
          title: "Đã khai báo; nội dung này được ghi vào biên bản",
          children: "Nếu phiếu đã phát, đồng chí để trống mục này trên phiếu.",
        });
  });

  meeting.post("/hoi-dong/phien/:id{[0-9]+}/xung-dot/phat-hien", async (c) => {
    const form = await read(c, ReportForm);
    if (hasErrors(form)) return show(c, await conflictsPage(c, form), 422);
    const { item, ...told } = form.values;
    const outcome = await reportConflict(actorOf(c), { sessionId: idOf(c), itemId: item, ...told });
    return isRefusal(outcome)
      ? refused(c, outcome, await conflictsPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/phien/${idOf(c)}/xung-dot`, { title: "Đã ghi nhận; không phiếu nào bị hủy" });
  });

  meeting.post("/hoi-dong/phien/:id{[0-9]+}/xung-dot/quyet-dinh", async (c) => {
    const form = await read(c, RulingForm);
    if (hasErrors(form)) return show(c, await conflictsPage(c, form), 422);
    const { conflict, ruling, reason } = form.values;
    const outcome = await ruleOnConflict(actorOf(c), {
      sessionId: idOf(c),
      conflictId: conflict,
      resultStands: ruling === "giu",
      reason,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await conflictsPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/phien/${idOf(c)}/xung-dot`, { title: "Đã ghi quyết định của chủ tọa" });
  });

  for (const step of ["phat-hien", "quyet-dinh"])
    meeting.get(`/hoi-dong/phien/:id{[0-9]+}/xung-dot/${step}`, (c) =>
      seeOther(c, `/hoi-dong/phien/${idOf(c)}/xung-dot`),
    );

  meeting.get("/hoi-dong/phien/:id{[0-9]+}/y-kien", async (c) => show(c, await opinionsPage(c, emptyForm)));

  meeting.post("/hoi-dong/phien/:id{[0-9]+}/y-kien", async (c) => {
    const typed = await typedWords(c);
    const opinions = Object.entries(typed).flatMap(([name, [words = ""]]) => {
      const item = /^words-(\d+|chung)$/.exec(name)?.[1];
      return item ? [{ item: item === "chung" ? null : Number(item), words }] : [];
    });
    const outcome = await giveOpinion(actorOf(c), { sessionId: idOf(c), opinions });
    return isRefusal(outcome)
      ? refused(c, outcome, await opinionsPage(c, refusedForm(outcome, typed)))
      : seeOther(c, `/hoi-dong/phien/${idOf(c)}/y-kien`, { title: "Đã gửi ý kiến bằng văn bản" });
  });

  return meeting;
}

/** What was typed in a form whose fields are as many as members or items. */
async function typedWords(c: Context): Promise<Record<string, string[]>> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of await formOf(c))
    if (typeof value === "string" && name !== "key") typed[name] = [value.normalize("NFC").slice(0, 4000)];
  return typed;
}

/** Members nobody has said anything of, as present. */
async function unmarked(c: Context, noted: readonly Noted[]): Promise<Noted[]> {
  const { whole } = await seenSession(c);
  return whole.voters
    .filter(({ person }) => !whole.attendance.has(person) && !noted.some((one) => one.person === person))
    .map(({ person }) => ({ person, standing: "present", reason: null }));
}

async function conducted(c: Context) {
  const seen = await seenSession(c);
  if (isRefusal(mayConduct(seen.actor, seen.council, seen.session))) throw new NotFound();
  return seen;
}

async function attendancePage(c: Context, state: FormState) {
  const { council, whole } = await conducted(c);
  return (
    <AttendancePage
      frame={await frameOf(c)}
      council={council}
      whole={whole}
      state={state}
      formKey={newKey()}
    />
  );
}

async function absencePage(c: Context, state: FormState) {
  const { council, whole } = await seenSession(c);
  if (isRefusal(mayTakePart(council))) throw new NotFound();
  return (
    <AbsencePage frame={await frameOf(c)} council={council} whole={whole} state={state} formKey={newKey()} />
  );
}

async function votePage(c: Context, state: FormState) {
  const { council, whole, actor } = await conducted(c);
  return (
    <VotePage
      frame={await frameOf(c)}
      council={council}
      whole={whole}
      person={actor.person}
      state={state}
      formKey={newKey()}
    />
  );
}

async function callOffPage(c: Context, state: FormState) {
  const { council, whole } = await conducted(c);
  const poll = idOf(c, "poll");
  if (!(await votesOf(readerOf(c), whole.session.id)).some((vote) => vote.poll === poll))
    throw new NotFound();
  return (
    <CallOffPage
      frame={await frameOf(c)}
      council={council}
      session={whole.session}
      poll={poll}
      state={state}
      formKey={newKey()}
    />
  );
}

async function conflictsPage(c: Context, state: FormState) {
  const { council, whole, actor, session } = await seenSession(c);
  const takesPart = !isRefusal(mayTakePart(council));
  const conducts = !isRefusal(mayConduct(actor, council, session));
  if (!takesPart && !conducts) throw new NotFound();
  const items = itemsOpenTo(whole, actor.person);
  const open = new Set(items.map(({ id }) => id));
  return (
    <ConflictsPage
      frame={await frameOf(c)}
      actor={actor}
      council={council}
      whole={whole}
      items={items}
      declared={(await declaredIn(readerOf(c), session.id)).filter(({ item }) => open.has(item))}
      takesPart={takesPart}
      conducts={conducts}
      state={state}
      formKey={newKey()}
    />
  );
}

async function opinionsPage(c: Context, state: FormState) {
  const { council, whole, actor } = await seenSession(c);
  if (isRefusal(mayTakePart(council))) throw new NotFound();
  const own = (await opinionsOf(readerOf(c), whole.session.id)).filter(
    ({ person }) => person === actor.person,
  );
  return (
    <OpinionsPage
      frame={await frameOf(c)}
      council={council}
      whole={whole}
      items={itemsOpenTo(whole, actor.person)}
      given={own}
      state={state}
      formKey={newKey()}
    />
  );
}
