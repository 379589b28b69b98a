import { printDocx } from "../documents/print-docx.ts";
import { DocumentPage } from "../documents/print-html.tsx";
import { printPdf } from "../documents/print-pdf.ts";
import { readKept } from "../platform/files.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  actorOf,
  type Context,
  download,
  found,
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
  Page,
  RadioField,
  TextField,
  Upload,
} from "../web/kit.ts";
import { refusedWithWords } from "../web/refused-words.tsx";
import { stagedFiles } from "../web/staged.ts";
import type { LineChain } from "./chain.ts";
import { linesOf } from "./line.store.ts";
import { crumbsTo } from "./line.view.tsx";
import { attachPaper } from "./paper.acts.ts";
import { papersOf } from "./paper.store.ts";
import { registrationDocument } from "./registration.document.ts";
import { PaperForm } from "./registration.form.ts";
import { linesSeen, mayAttachPaper, maySeeWholeList, type SeenRegistration } from "./registration.may.ts";
import { seenForChange, seenRegistration } from "./seen.pages.tsx";
import { signatoryOf } from "./signatory.store.ts";
import { targetsOf } from "./target.store.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The list for signature, and the same list once it was signed and sealed. */
export function paperPages() {
  const papers = pages();

  papers.get("/dang-ky/:id{[0-9]+}/ban-in", async (c) => {
    const { seen, document, chain } = await printed(c);
    const files = `/dang-ky/${seen.id}/ban-in`;
    const query = chain ? `?tuyen=${chain}` : "";
    return show(
      c,
      <Page
        frame={await frameOf(c)}
        title="Bản in đăng ký"
        crumbs={crumbsTo(seen, "Bản in")}
        lead="Bản để trình ký; ký, đóng dấu xong thì đính bản quét vào đăng ký."
        actions={
          <>
            <ButtonLink href={`${files}.docx${query}`} kind="secondary" download>
              Tải DOCX
            </ButtonLink>
            <ButtonLink href={`${files}.pdf${query}`} download>
              Tải PDF
            </ButtonLink>
          </>
        }
      >
        <p>
          <a href={files}>Toàn bộ</a> · <a href={`${files}?tuyen=vertical`}>Phần trình Bộ Tư pháp</a> ·{" "}
          <a href={`${files}?tuyen=territorial`}>Phần trình tỉnh, thành phố</a>
        </p>
        <DocumentPreview label="Bản đăng ký" draft>
          <DocumentPage document={document} />
        </DocumentPreview>
      </Page>,
    );
  });

  papers.get("/dang-ky/:id{[0-9]+}/ban-in.pdf", async (c) => {
    const { seen, document } = await printed(c);
    const { bytes } = await printPdf(document);
    return download(c, bytes, `Bản đăng ký ${seen.year} - ${seen.unitName}.pdf`, "application/pdf");
  });

  papers.get("/dang-ky/:id{[0-9]+}/ban-in.docx", async (c) => {
    const { seen, document } = await printed(c);
    return download(c, await printDocx(document), `Bản đăng ký ${seen.year} - ${seen.unitName}.docx`, DOCX);
  });

  papers.get("/dang-ky/:id{[0-9]+}/ban-ky", async (c) => {
    const seen = await seenRegistration(c);
    if (isRefusal(mayAttachPaper(actorOf(c), seen))) throw new NotFound();
    return show(c, await attachPage(c, seen, emptyForm, []));
  });

  papers.post("/dang-ky/:id{[0-9]+}/ban-ky", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const staged = await stagedFiles(c, "scan");
    const form = await read(c, PaperForm);
    const scanError = staged.error ?? (staged.tokens[0] ? null : "Hãy chọn tệp bản quét đã ký, đóng dấu.");
    if (hasErrors(form) || scanError) {
      const errors = { ...(hasErrors(form) ? form.errors : {}), ...(scanError ? { scan: scanError } : {}) };
      return show(c, await attachPage(c, seen, { errors, typed: form.typed }, staged.kept), 422);
    }
    const outcome = await attachPaper(actorOf(c), {
      registrationId: seen.id,
      ...form.values,
      file: staged.tokens[0]!,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await attachPage(c, seen, refusedForm(outcome, form.typed), staged.kept))
      : seeOther(c, `/dang-ky/${seen.id}`, { title: "Đã đính bản ký, đóng dấu" });
  });

  papers.get("/dang-ky/:id{[0-9]+}/ban-ky/:paper{[0-9]+}", async (c) => {
    const seen = await seenRegistration(c);
    if (isRefusal(maySeeWholeList(actorOf(c), seen))) throw new NotFound();
    const paper = found((await papersOf(readerOf(c), seen.id)).find(({ id }) => id === idOf(c, "paper")));
    return download(c, await readKept(paper.file), paper.fileName, paper.mediaType);
  });

  return papers;
}

async function printed(c: Context) {
  const actor = actorOf(c);
  const seen = await seenRegistration(c);
  if (isRefusal(maySeeWholeList(actor, seen))) throw new NotFound();
  const asked = c.req.query("tuyen");
  const chain: LineChain | null = asked === "vertical" || asked === "territorial" ? asked : null;
  const document = registrationDocument({
    registration: seen,
    lines: linesSeen(actor, seen, await linesOf(readerOf(c), seen.id, actor.day)),
    targets: await targetsOf(readerOf(c), seen.id),
    chain,
    signatory: await signatoryOf(readerOf(c), seen.unit, actor.day),
  });
  return { seen, document, chain };
}

const attachPage = async (
  c: Context,
  seen: SeenRegistration,
  state: FormState,
  kept: readonly KeptFile[],
) => <AttachPage frame={await frameOf(c)} registration={seen} state={state} kept={kept} formKey={newKey()} />;

interface AttachPageProps {
  frame: Frame;
  registration: SeenRegistration;
  state: FormState;
  kept: readonly KeptFile[];
  formKey: string;
}

const AttachPage = ({ frame, registration, state, kept, formKey }: AttachPageProps) => (
  <Page
    frame={frame}
    title="Đính bản đã ký, đóng dấu"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsTo(registration, "Bản đã ký")}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`/dang-ky/${registration.id}/ban-ky`} formKey={formKey} files guard>
        <TextField {...shown(state, "number")} label="Số, ký hiệu" hint="Ví dụ 45/ĐK-STP" width="medium" />
        <DayField {...shown(state, "day")} label="Ngày văn bản" />
        <RadioField
          name="chain"
          label="Bản này trình"
          error={state.errors.chain}
          value={state.typed.chain?.[0] ?? "both"}
          choices={[
            { value: "both", label: "Toàn bộ đăng ký" },
            { value: "vertical", label: "Phần trình Bộ Tư pháp" },
            { value: "territorial", label: "Phần trình Ủy ban nhân dân cấp tỉnh" },
          ]}
        />
        <Upload
          name="scan"
          label="Bản quét đã ký, đóng dấu"
          hint="PDF hoặc ảnh, không quá 20 MB"
          accept=".pdf,.jpg,.jpeg,.png"
          error={state.errors.scan}
          kept={kept}
        />
        <Actions>
          <Button>Đính bản ký</Button>
          <ButtonLink href={`/dang-ky/${registration.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
