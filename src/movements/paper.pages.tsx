import { printDocx } from "../documents/print-docx.ts";
import { printPdf } from "../documents/print-pdf.ts";
import { unprintableIn } from "../documents/printable.ts";
import type { OfficialDocument } from "../documents/tree.ts";
import { isRefusal, refuse } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  type App,
  actorOf,
  type Context,
  download,
  formOf,
  newKey,
  pages,
  read,
  seeOther,
  show,
  statusOf,
} from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { fileNameOf, launchDecision, launchPlan, type PaperFacts, wordsOf } from "./movement.document.ts";
import { ServedForm } from "./movement.form.ts";
import { mayServe } from "./movement.may.ts";
import type { Movement } from "./movement.ts";
import { paperFactsOf } from "./paper-facts.store.ts";
import { PapersView } from "./papers.view.tsx";
import { type Seen, seenMovement } from "./seen.pages.ts";
import { attachSignedPaper, noteServed } from "./service.acts.ts";
import { servicesOf } from "./service.store.ts";
import { settingOf } from "./setting.pages.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The papers of a launch: shown, taken away, attached, served. */
export function paperPages(gathered: Gathered): App {
  const papers = pages();

  papers.get("/phong-trao/:id/van-ban", async (c) =>
    showPapers(c, await seenMovement(c, gathered), emptyForm),
  );

  papers.post("/phong-trao/:id/van-ban", async (c) => {
    const seen = await seenMovement(c, gathered);
    const file = (await formOf(c)).get("file");
    if (!(file instanceof File) || file.size + file.name.length === 0)
      return showPapers(c, seen, { errors: { file: "Hãy chọn tệp bản đã ký." }, typed: {} }, 422);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await attachSignedPaper(actorOf(c), {
      movementId: seen.movement.id,
      file: { name: file.name, bytes },
    });
    if (isRefusal(outcome)) return showPapers(c, seen, refusedForm(outcome, {}), statusOf(outcome));
    return seeOther(c, `/phong-trao/${outcome}/van-ban`, { title: "Đã đính kèm bản đã ký." });
  });

  papers.get("/phong-trao/:id/noi-nhan", (c) => c.redirect(`/phong-trao/${c.req.param("id")}/van-ban`, 303));
  papers.post("/phong-trao/:id/noi-nhan", async (c) => {
    const seen = await seenMovement(c, gathered);
    const form = await read(c, ServedForm);
    if (hasErrors(form)) return showPapers(c, seen, form, 422);
    const outcome = await noteServed(actorOf(c), { movementId: seen.movement.id, ...form.values });
    if (isRefusal(outcome)) return showPapers(c, seen, refusedForm(outcome, form.typed), statusOf(outcome));
    return seeOther(c, `/phong-trao/${outcome}/van-ban`, { title: "Đã ghi nhận nơi nhận." });
  });

  papers.get("/phong-trao/:id/van-ban/quyet-dinh.docx", (c) => leaves(c, gathered, launchDecision, "docx"));
  papers.get("/phong-trao/:id/van-ban/quyet-dinh.pdf", (c) => leaves(c, gathered, launchDecision, "pdf"));
  papers.get("/phong-trao/:id/van-ban/ke-hoach.docx", (c) => leaves(c, gathered, launchPlan, "docx"));
  papers.get("/phong-trao/:id/van-ban/ke-hoach.pdf", (c) => leaves(c, gathered, launchPlan, "pdf"));

  return papers;
}

type Writer = (movement: Movement, facts: PaperFacts) => OfficialDocument;

async function leaves(c: Context, gathered: Gathered, write: Writer, kind: "docx" | "pdf") {
  const seen = await seenMovement(c, gathered);
  const { movement, actor, reader } = seen;
  const strange = unprintableIn(wordsOf(movement));
  if (strange.length > 0) {
    const refusal = refuse(
      "unprintable",
      `Chưa in được: nội dung có ký tự mà phông văn bản không có (${strange.slice(0, 5).join(" ")}). Hãy sửa rồi tải lại.`,
    );
    return showPapers(c, seen, refusedForm(refusal, {}), 422);
  }
  const document = write(movement, await paperFactsOf(reader, movement.launcher.id, actor.day));
  const name = fileNameOf(movement, kind);
  if (kind === "docx") return download(c, await printDocx(document), name, DOCX);
  return download(c, (await printPdf(document)).bytes, name, "application/pdf");
}

async function showPapers(c: Context, seen: Seen, state: FormState, status: 200 | 403 | 409 | 422 = 200) {
  const { reader, movement, actor } = seen;
  const [setting, services, facts] = await Promise.all([
    settingOf(c, seen),
    servicesOf(reader, movement.id),
    paperFactsOf(reader, movement.launcher.id, actor.day),
  ]);
  return show(
    c,
    <PapersView
      setting={setting}
      document={launchDecision(movement, facts)}
      services={services}
      mayServe={!isRefusal(mayServe(actor, movement))}
      state={state}
      formKey={newKey()}
      attachKey={newKey()}
    />,
    status,
  );
}
