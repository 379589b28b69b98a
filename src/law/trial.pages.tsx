import { actorOf, type Context, download, frameOf, pages, readerOf, show } from "../web/http.ts";
import { readCase } from "./case.command.ts";
import { isCode } from "./catalogue.ts";
import { judgeBy } from "./judge-by.ts";
import { loadNumbers } from "./number.store.ts";
import { caseTemplate } from "./trial.ts";
import { TrialView, type Tried } from "./trial.view.tsx";

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
        tried={judged && "verdict" in judged ? judged : null}
      />,
      faults.length > 0 ? 422 : 200,
    );
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

async function judgedCase(c: Context, text: string): Promise<Tried | { readonly faults: readonly string[] }> {
  if (text.length > LONGEST_CASE)
    return { faults: [`Trường hợp dài quá ${LONGEST_CASE} ký tự; hãy bỏ bớt những gì không cần.`] };
  const read = readCase(text, "Trường hợp");
  if ("faults" in read) return read;
  return { asked: read.asked, verdict: judgeBy(read.asked, await loadNumbers(readerOf(c))) };
}
