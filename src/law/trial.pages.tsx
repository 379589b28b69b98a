import { emptyForm, hasErrors, readForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  download,
  frameOf,
  NotFound,
  pages,
  readerOf,
  seeOther,
  show,
} from "../web/http.ts";
import { readCase } from "./case.command.ts";
import { isCode } from "./catalogue.ts";
import { judgeBy } from "./judge-by.ts";
import { loadNumbers } from "./number.store.ts";
import { caseText, TrialForm } from "./trial.form.ts";
import { caseTemplate } from "./trial.ts";
import { TrialView, type Tried, VerdictSheet } from "./trial.view.tsx";
import { TrialFormView } from "./trial-form.view.tsx";

const LONGEST_CASE = 12_000;

/** The try-it page: asks the law about a case that nobody keeps. */
export function trialPages() {
  const trial = pages();

  trial.get("/phap-luat/thu", async (c) => {
    const actor = actorOf(c);
    const asked = c.req.query("mau") ?? "";
    const text =
      c.req.query("truong-hop") ??
      caseTemplate(isCode(asked) ? asked : "GRASSROOTS_EMULATION_FIGHTER", actor.day);
    const judged = c.req.query("truong-hop") === undefined ? null : await judgedCase(c, text);
    const faults = judged && "faults" in judged ? judged.faults : [];
    return show(
      c,
      <TrialView
        frame={await frameOf(c)}
        text={text}
        faults={faults}
        tried={judged && !("faults" in judged) ? judged : null}
      />,
      faults.length > 0 ? 422 : 200,
    );
  });

  trial.get("/phap-luat/thu/dien", async (c) => {
    const actor = actorOf(c);
    const form = c.req.query("xet") === undefined ? emptyForm : readForm(TrialForm, formFromQuery(c));
    if (hasErrors(form))
      return show(
        c,
        <TrialFormView frame={await frameOf(c)} state={form} today={actor.day} />,
        form === emptyForm ? 200 : 422,
      );
    return seeOther(c, `/phap-luat/thu?${new URLSearchParams({ "truong-hop": caseText(form.values) })}`);
  });

  trial.get("/phap-luat/thu/ban-in", async (c) => {
    const judged = await judgedCase(c, c.req.query("truong-hop") ?? "");
    if ("faults" in judged) throw new NotFound();
    return show(c, <VerdictSheet frame={await frameOf(c)} tried={judged} today={actorOf(c).day} />);
  });

  trial.get("/phap-luat/thu.json", async (c) => {
    actorOf(c);
    const judged = await judgedCase(c, c.req.query("truong-hop") ?? "");
    if ("faults" in judged) return c.json({ faults: judged.faults }, 422);
    const bytes = new TextEncoder().encode(`${JSON.stringify(judged.verdict, null, 2)}\n`);
    return download(c, bytes, `ket-luan-${judged.verdict.ask}.json`, "application/json");
  });

  return trial;
}

function formFromQuery(c: Context): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(c.req.queries()))
    for (const value of values) form.append(name, value);
  return form;
}

async function judgedCase(c: Context, text: string): Promise<Tried | { readonly faults: readonly string[] }> {
  if (text.length > LONGEST_CASE)
    return { faults: [`Trường hợp dài quá ${LONGEST_CASE} ký tự; hãy bỏ bớt những gì không cần.`] };
  const read = readCase(text, "Trường hợp");
  if ("faults" in read) return read;
  return { asked: read.asked, verdict: judgeBy(read.asked, await loadNumbers(readerOf(c))) };
}
