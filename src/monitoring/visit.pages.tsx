import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { hasErrors, refusedForm, type Typed } from "../web/form.ts";
import {
  type App,
  actorOf,
  type Context,
  formOf,
  found,
  idOf,
  pages,
  read,
  readerOf,
  seeOther,
  show,
  statusOf,
} from "../web/http.ts";
import type { KeptFile } from "../web/kit.ts";
import { stagedFiles } from "../web/staged.ts";
import { cancelVisit, noteFinding, noteVisit } from "./check.acts.ts";
import { CancelForm, FaultForm, HoldingForm, PracticeForm, RefuseForm, ShowForm } from "./check.form.ts";
import { seenVisit, visitPage } from "./check.pages.tsx";
import { findVisit } from "./check.store.ts";
import type { Visit } from "./check.ts";
import { acceptCorrection, refuseCorrection, showCorrection } from "./correction.acts.ts";
import type { VisitReply } from "./visit.view.tsx";

const HOME = "/theo-doi/kiem-tra";

/** What is done on a visit's page: its result, its findings, their corrections. */
export function visitPages(): App {
  const visits = pages();
  for (const step of ["ket-qua", "huy", "phat-hien", "cach-lam-hay"])
    visits.get(`${HOME}/:id{[0-9]+}/${step}`, (c) => c.redirect(`${HOME}/${idOf(c)}`, 303));
  for (const step of ["khac-phuc", "xac-nhan", "chua-dat"])
    visits.get(`${HOME}/:id{[0-9]+}/phat-hien/:finding{[0-9]+}/${step}`, (c) =>
      c.redirect(`${HOME}/${idOf(c)}#phat-hien-${idOf(c, "finding")}`, 303),
    );

  visits.post(`${HOME}/:id{[0-9]+}/ket-qua`, async (c) => {
    const visit = await seenVisit(c);
    const staged = await stagedFiles(c, "files");
    const form = await read(c, HoldingForm);
    if (hasErrors(form) || staged.error) {
      const errors = {
        ...(hasErrors(form) ? form.errors : {}),
        ...(staged.error ? { files: staged.error } : {}),
      };
      return again(c, visit, {
        state: { errors, typed: form.typed },
        finding: null,
        kept: staged.kept,
      });
    }
    const { heldOn: on, summary } = form.values;
    const outcome = await noteVisit(actorOf(c), { visitId: visit.id, on, summary, files: staged.tokens });
    return after(c, visit, outcome, { title: "Đã ghi kết quả", typed: form.typed, kept: staged.kept });
  });

  visits.post(`${HOME}/:id{[0-9]+}/huy`, async (c) => {
    const visit = await seenVisit(c);
    const form = await read(c, CancelForm);
    if (hasErrors(form)) return again(c, visit, { state: form, finding: null, kept: [] });
    const outcome = await cancelVisit(actorOf(c), { visitId: visit.id, why: form.values.why });
    return after(c, visit, outcome, { title: "Đã hủy cuộc kiểm tra", typed: form.typed });
  });

  visits.post(`${HOME}/:id{[0-9]+}/phat-hien`, async (c) => {
    const visit = await seenVisit(c);
    const form = await read(c, FaultForm);
    if (hasErrors(form)) return again(c, visit, { state: form, finding: null, kept: [] });
    const outcome = await noteFinding(actorOf(c), { visitId: visit.id, kind: "fault", ...form.values });
    return after(c, visit, outcome, { title: "Đã ghi tồn tại", typed: form.typed });
  });

  visits.post(`${HOME}/:id{[0-9]+}/cach-lam-hay`, async (c) => {
    const visit = await seenVisit(c);
    const form = await read(c, PracticeForm);
    if (hasErrors(form)) return again(c, visit, { state: form, finding: null, kept: [] });
    const practice = { severity: null, words: form.values.practice, demand: null, dueOn: null };
    const finding = { visitId: visit.id, kind: "good-practice", ...practice } as const;
    const outcome = await noteFinding(actorOf(c), finding);
    return after(c, visit, outcome, { title: "Đã ghi cách làm hay", typed: form.typed });
  });

  correctionAddresses(visits);
  return visits;
}

function correctionAddresses(visits: App): void {
  const path = `${HOME}/:id{[0-9]+}/phat-hien/:finding{[0-9]+}`;

  visits.post(`${path}/khac-phuc`, async (c) => {
    const [visit, finding] = [await seenVisit(c), await plainForm(c)];
    const staged = await stagedFiles(c, "files");
    const form = await read(c, ShowForm);
    if (hasErrors(form) || staged.error) {
      const errors = {
        ...(hasErrors(form) ? form.errors : {}),
        ...(staged.error ? { files: staged.error } : {}),
      };
      return again(c, visit, { state: { errors, typed: form.typed }, finding, kept: staged.kept });
    }
    const shown = { visitId: visit.id, findingId: finding, words: form.values.shown, files: staged.tokens };
    const outcome = await showCorrection(actorOf(c), shown);
    const reply = { title: "Đã báo cáo khắc phục", typed: form.typed, kept: staged.kept, finding };
    return after(c, visit, outcome, reply);
  });

  visits.post(`${path}/xac-nhan`, async (c) => {
    const [visit, finding] = [await seenVisit(c), await plainForm(c)];
    const outcome = await acceptCorrection(actorOf(c), { visitId: visit.id, findingId: finding });
    return after(c, visit, outcome, { title: "Đã xác nhận khắc phục", typed: {}, finding });
  });

  visits.post(`${path}/chua-dat`, async (c) => {
    const [visit, finding] = [await seenVisit(c), await plainForm(c)];
    const form = await read(c, RefuseForm);
    if (hasErrors(form)) return again(c, visit, { state: form, finding, kept: [] });
    const refusing = {
      visitId: visit.id,
      findingId: finding,
      why: form.values.refusal,
      dueOn: form.values.newDueOn,
    };
    const outcome = await refuseCorrection(actorOf(c), refusing);
    return after(c, visit, outcome, { title: "Đã đề nghị khắc phục tiếp", typed: form.typed, finding });
  });
}

/** Forms of several findings stand on one page; their fields carry the finding's number in the browser only. */
async function plainForm(c: Context): Promise<number> {
  const finding = idOf(c, "finding");
  const plain = new FormData();
  for (const [name, value] of await formOf(c))
    plain.append(name.replace(new RegExp(`-${finding}(-kept)?$`), "$1"), value);
  c.set("form", plain);
  return finding;
}

const again = async (c: Context, visit: Visit, reply: VisitReply) =>
  show(c, await visitPage(c, visit, reply), 422);

interface After {
  readonly title: string;
  readonly typed: Typed;
  readonly kept?: readonly KeptFile[];
  readonly finding?: number;
}

async function after(c: Context, visit: Visit, outcome: number | Refusal, done: After) {
  if (!isRefusal(outcome)) return seeOther(c, `${HOME}/${visit.id}`, { title: done.title });
  const now = found(await findVisit(readerOf(c), visit.id));
  const reply = {
    state: refusedForm(outcome, done.typed),
    finding: done.finding ?? null,
    kept: done.kept ?? [],
  };
  return show(c, await visitPage(c, now, reply), statusOf(outcome));
}
