import { printDocx } from "../documents/print-docx.ts";
import { DocumentPage } from "../documents/print-html.tsx";
import { printPdf } from "../documents/print-pdf.ts";
import { readKept } from "../platform/files.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm, shown } from "../web/form.ts";
import {
  actorOf,
  type Context,
  download,
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
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DayField,
  DocumentPreview,
  ErrorSummary,
  type KeptFile,
  Notice,
  Page,
  TextField,
  Upload,
} from "../web/kit.ts";
import { stagedFiles } from "../web/staged.ts";
import { NoForm, SignedMinutesForm } from "./council.form.ts";
import { mayPrepare } from "./council.may.ts";
import { attachSignedMinutes, issueMinutes } from "./minutes.acts.ts";
import { minutesDocument } from "./minutes.document.ts";
import { minutesFactsOf } from "./minutes.store.ts";
import { minutesOf } from "./paper.store.ts";
import { seenSession } from "./seen.pages.ts";
import { crumbsOf } from "./session.view.tsx";
import { itemsOpenTo } from "./whole.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Minutes of a session: drafted from the record, issued once, their signed copy scanned back. */
export function minutesPages() {
  const minutes = pages();

  minutes.get("/hoi-dong/phien/:id{[0-9]+}/bien-ban", async (c) => {
    const { whole, council, actor, session, document, issued, readsAll } = await minuted(c);
    const issues =
      !isRefusal(mayPrepare(actor, council)) && session.state === "closed" && !issued && readsAll;
    const files = `/hoi-dong/phien/${session.id}/bien-ban`;
    return show(
      c,
      <Page
        frame={await frameOf(c)}
        title="Biên bản họp"
        crumbs={crumbsOf(council, whole.session, "Biên bản")}
        lead={issued ? "Bản đã lập, giữ nguyên từng byte." : "Bản dự thảo, lập từ những gì đã ghi."}
        actions={
          <>
            {issues && (
              <ActionForm action={files} formKey={newKey()} inline>
                <Button>Lập biên bản</Button>
              </ActionForm>
            )}
            <ButtonLink href={`${files}.docx`} kind="secondary" download>
              Tải DOCX
            </ButtonLink>
            <ButtonLink href={`${files}.pdf`} kind="secondary" download>
              Tải PDF
            </ButtonLink>
          </>
        }
      >
        {!readsAll && (
          <Notice tone="info" title="Có mục đóng với đồng chí">
            <p>Bản hiển thị ở đây không có nội dung và kết quả của mục đó.</p>
          </Notice>
        )}
        <DocumentPreview label="Biên bản họp" draft={!issued}>
          <DocumentPage document={document} />
        </DocumentPreview>
      </Page>,
    );
  });

  minutes.post("/hoi-dong/phien/:id{[0-9]+}/bien-ban", async (c) => {
    await read(c, NoForm);
    const outcome = await issueMinutes(actorOf(c), { sessionId: idOf(c) });
    return seeOther(
      c,
      `/hoi-dong/phien/${idOf(c)}/bien-ban`,
      isRefusal(outcome)
        ? { tone: "bad", title: outcome.sentence }
        : { title: "Đã lập biên bản", children: "In, ký rồi đính bản đã ký vào phiên." },
    );
  });

  minutes.get("/hoi-dong/phien/:id{[0-9]+}/bien-ban.pdf", async (c) => {
    const { document, issued, readsAll } = await minuted(c);
    const bytes = issued && readsAll ? await readKept(issued.pdf) : (await printPdf(document)).bytes;
    return download(c, bytes, "Biên bản họp.pdf", "application/pdf");
  });

  minutes.get("/hoi-dong/phien/:id{[0-9]+}/bien-ban.docx", async (c) => {
    const { document, issued, readsAll } = await minuted(c);
    const bytes = issued?.docx && readsAll ? await readKept(issued.docx) : await printDocx(document);
    return download(c, bytes, "Biên bản họp.docx", DOCX);
  });

  minutes.get("/hoi-dong/phien/:id{[0-9]+}/ban-ky", async (c) => show(c, await signedPage(c, emptyForm, [])));

  minutes.post("/hoi-dong/phien/:id{[0-9]+}/ban-ky", async (c) => {
    const staged = await stagedFiles(c, "scan");
    const form = await read(c, SignedMinutesForm);
    const [file] = staged.tokens;
    const scan = staged.error ?? (file ? null : "Hãy chọn bản quét đã ký.");
    if (hasErrors(form) || scan || !file) {
      const errors = { ...(hasErrors(form) ? form.errors : {}), ...(scan ? { scan } : {}) };
      return show(c, await signedPage(c, { errors, typed: form.typed }, staged.kept), 422);
    }
    const outcome = await attachSignedMinutes(actorOf(c), { sessionId: idOf(c), ...form.values, file });
    return isRefusal(outcome)
      ? refused(c, outcome, await signedPage(c, refusedForm(outcome, form.typed), staged.kept))
      : seeOther(c, `/hoi-dong/phien/${outcome}`, { title: "Đã đính biên bản đã ký" });
  });

  minutes.get("/hoi-dong/phien/:id{[0-9]+}/ban-ky/:paper{[0-9]+}", async (c) => {
    const { whole, actor } = await seenSession(c);
    // The scan holds every item, so whoever an item is shut to does not read it here.
    if (itemsOpenTo(whole, actor.person).length < whole.items.length) throw new NotFound();
    const papers = await minutesOf(readerOf(c), whole.session.id);
    const paper = papers.find(({ id, kind }) => kind === "signed" && id === idOf(c, "paper"));
    if (!paper) throw new NotFound();
    return download(c, await readKept(paper.pdf), paper.fileName, paper.mediaType);
  });

  return minutes;
}

async function minuted(c: Context) {
  const seen = await seenSession(c);
  const { whole, actor, session } = seen;
  if (session.state !== "open" && session.state !== "closed") throw new NotFound();
  const facts = await minutesFactsOf(readerOf(c), whole, actor.person);
  const issued = (await minutesOf(readerOf(c), session.id)).find(({ kind }) => kind === "issued");
  return {
    ...seen,
    document: minutesDocument(facts),
    issued,
    readsAll: facts.open.size === whole.items.length,
  };
}

async function signedPage(c: Context, state: FormState, kept: readonly KeptFile[]) {
  const { council, session, actor } = await seenSession(c);
  if (isRefusal(mayPrepare(actor, council))) throw new NotFound();
  return (
    <Page
      frame={await frameOf(c)}
      title="Đính biên bản đã ký"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsOf(council, session, "Biên bản đã ký")}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={`/hoi-dong/phien/${session.id}/ban-ky`} formKey={newKey()} files guard>
          <TextField
            {...shown(state, "number")}
            label="Số, ký hiệu biên bản"
            hint="Ví dụ 05/BB-HĐ"
            width="medium"
          />
          <DayField {...shown(state, "day")} label="Ngày biên bản" />
          <Upload
            name="scan"
            label="Bản quét đã ký"
            hint="PDF hoặc ảnh, không quá 20 MB"
            accept=".pdf,.jpg,.jpeg,.png"
            error={state.errors.scan}
            kept={kept}
          />
          <Actions>
            <Button>Đính bản đã ký</Button>
            <ButtonLink href={`/hoi-dong/phien/${session.id}`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}
