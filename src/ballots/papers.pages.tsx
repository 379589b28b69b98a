import { printDocx } from "../documents/print-docx.ts";
import { printPdf } from "../documents/print-pdf.ts";
import type { OfficialDocument } from "../documents/tree.ts";
import { isRefusal } from "../platform/refusal.ts";
import {
  emptyForm,
  type FieldErrors,
  type FormReading,
  type FormState,
  hasErrors,
  refusedForm,
} from "../web/form.ts";
import {
  actorOf,
  type Context,
  download,
  frameOf,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { HandsForm, PaperGivenForm, PapersForm } from "./ballot.form.ts";
import { ballotPaper, tallySheet } from "./ballot-paper.document.ts";
import { papersOf } from "./count.store.ts";
import { enterPapers, issuePaper } from "./paper.acts.ts";
import { handsAsPapers, type PaperCounts } from "./papers.ts";
import { PapersPage } from "./papers.view.tsx";
import { can, mayCount, mayRun } from "./poll.may.ts";
import type { Poll } from "./poll.ts";
import { seenBy } from "./seen.pages.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Ballot papers and tally sheets to print, papers handed out, the numbers counted. */
export function papersPages() {
  const papers = pages();
  const home = (poll: Poll): string => `/bo-phieu/${poll.id}/phieu-giay`;

  papers.get("/bo-phieu/:id{[0-9]+}/phieu-giay", async (c) => show(c, await drawn(c, emptyForm)));

  papers.post("/bo-phieu/:id{[0-9]+}/phieu-giay", async (c) => {
    const poll = await seenBy(c, mayRun);
    const form = poll.mode === "hands" ? await handsIn(c, poll) : await papersIn(c);
    if (hasErrors(form)) return show(c, await drawn(c, { ...form, errors: byQuestion(form.errors) }), 422);
    const outcome = await enterPapers(actorOf(c), { pollId: poll.id, counts: form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await drawn(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/bo-phieu/${poll.id}/to-kiem-phieu`, { title: "Đã ghi số phiếu; các số khớp nhau" });
  });

  papers.get("/bo-phieu/:id{[0-9]+}/phat-phieu-giay", async (c) =>
    seeOther(c, home(await seenBy(c, mayRun))),
  );

  papers.post("/bo-phieu/:id{[0-9]+}/phat-phieu-giay", async (c) => {
    const poll = await seenBy(c, mayRun);
    const form = await read(c, PaperGivenForm);
    if (hasErrors(form)) return show(c, await drawn(c, form), 422);
    const outcome = await issuePaper(actorOf(c), { pollId: poll.id, person: form.values.person });
    return isRefusal(outcome)
      ? refused(c, outcome, await drawn(c, refusedForm(outcome, {})))
      : seeOther(c, home(poll), { title: "Đã ghi phát phiếu giấy" });
  });

  const printed = (noun: string, name: string, of: (poll: Poll) => OfficialDocument) => {
    papers.get(`/bo-phieu/:id{[0-9]+}/${noun}.docx`, async (c) =>
      download(c, await printDocx(of(await seenBy(c, mayRun))), `${name}.docx`, DOCX),
    );
    papers.get(`/bo-phieu/:id{[0-9]+}/${noun}.pdf`, async (c) => {
      const { bytes } = await printPdf(of(await seenBy(c, mayRun)));
      return download(c, bytes, `${name}.pdf`, "application/pdf");
    });
  };
  printed("la-phieu", "Mẫu phiếu", ballotPaper);
  printed("bang-kiem", "Bảng kiểm phiếu", tallySheet);

  return papers;
}

/** One sentence a question, at its first field at fault: a sheet of a hundred empty fields stays readable. */
function byQuestion(errors: FieldErrors): FieldErrors {
  const faults = new Map<string, string[]>();
  for (const field of Object.keys(errors)) {
    const question = /^cau\.\d+/.exec(field)?.[0] ?? field;
    faults.set(question, [...(faults.get(question) ?? []), field]);
  }
  return Object.fromEntries(
    [...faults].map(([question, fields]) => [
      fields[0]!,
      fields.length === 1
        ? errors[fields[0]!]!
        : `Nội dung ${Number(question.slice("cau.".length)) + 1}: ${fields.length} ô chưa có số hoặc ghi chưa đúng; ô không có phiếu nào thì ghi 0.`,
    ]),
  );
}

async function papersIn(c: Context): Promise<FormReading<PaperCounts>> {
  const form = await read(c, PapersForm);
  return hasErrors(form) ? form : { values: form.values.cau, typed: form.typed };
}

async function handsIn(c: Context, poll: Poll): Promise<FormReading<PaperCounts>> {
  const form = await read(c, HandsForm);
  if (hasErrors(form)) return form;
  const values = form.values.cau.flatMap((hands, at) => {
    const question = poll.questions[at];
    return question ? [handsAsPapers(question, hands)] : [];
  });
  return { values, typed: form.typed };
}

async function drawn(c: Context, state: FormState) {
  const poll = await seenBy(c, mayRun);
  const entered = await papersOf(readerOf(c), poll.id);
  return (
    <PapersPage
      frame={await frameOf(c)}
      poll={poll}
      counts={can(mayCount(actorOf(c), poll))}
      entered={entered?.counts ?? null}
      state={state}
      formKey={newKey()}
    />
  );
}
