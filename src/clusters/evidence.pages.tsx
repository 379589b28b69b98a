import { z } from "zod";
import { readKept } from "../platform/files.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm, shown } from "../web/form.ts";
import { optionalText } from "../web/form-fields.ts";
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
  EmptyState,
  ErrorSummary,
  InstantText,
  type KeptFile,
  Lines,
  Page,
  TextField,
  Upload,
} from "../web/kit.ts";
import { stagedFiles } from "../web/staged.ts";
import { leavesOf, type NumberedCriterion } from "./criteria.ts";
import { addEvidence, removeEvidence } from "./evidence.acts.ts";
import { type Evidence, evidenceOf } from "./evidence.store.ts";
import { writeHundredths } from "./points.ts";
import { writeRule } from "./rule-words.ts";
import { writesFor } from "./score.may.ts";
import { seenSheet, sheetBase } from "./sheet.pages.tsx";
import { refuseWriting } from "./sheet.ts";
import { sheetCrumbs } from "./sheet.view.tsx";
import type { WholeSheet } from "./whole-sheet.store.ts";
import { sheetHref } from "./year-tags.view.tsx";

const base = `${sheetBase}/muc/:muc{[0-9]+}`;

const EvidenceForm = z.object({
  link: optionalText(500).refine((link) => link === null || /^https?:\/\/\S+$/i.test(link), {
    message: "Đường dẫn bắt đầu bằng http:// hoặc https://.",
  }),
  words: optionalText(300),
});

const RemoveForm = z.object({ evidence: z.coerce.number().int().min(1) });

/** One criterion of a sheet with the files and links it rests on. */
export function evidencePages() {
  const evidence = pages();

  evidence.get(base, async (c) => show(c, await page(c, emptyForm, [])));

  evidence.post(`${base}/minh-chung`, async (c) => {
    const { whole, leaf } = await seenLeaf(c);
    if (isRefusal(writesFor(actorOf(c), whole.sheet.unit))) throw new NotFound();
    const staged = await stagedFiles(c, "file");
    const form = await read(c, EvidenceForm);
    if (hasErrors(form) || staged.error) {
      const errors = {
        ...(hasErrors(form) ? form.errors : {}),
        ...(staged.error ? { file: staged.error } : {}),
      };
      return show(c, await page(c, { errors, typed: form.typed }, staged.kept), 422);
    }
    const input = {
      sheetId: whole.sheet.id,
      criterion: leaf.id,
      file: staged.tokens[0] ?? null,
      ...form.values,
    };
    const outcome = await addEvidence(actorOf(c), input);
    return isRefusal(outcome)
      ? refused(c, outcome, await page(c, refusedForm(outcome, form.typed), staged.kept))
      : seeOther(c, sheetHref(whole.sheet.id, `/muc/${leaf.id}`), { title: "Đã thêm minh chứng" });
  });

  evidence.get(`${base}/minh-chung`, back);
  evidence.get(`${base}/go-minh-chung`, back);

  evidence.post(`${base}/go-minh-chung`, async (c) => {
    const { whole, leaf } = await seenLeaf(c);
    const form = await read(c, RemoveForm);
    const page = sheetHref(whole.sheet.id, `/muc/${leaf.id}`);
    if (hasErrors(form)) return seeOther(c, page);
    const input = { sheetId: whole.sheet.id, evidenceId: form.values.evidence };
    const outcome = await removeEvidence(actorOf(c), input);
    return isRefusal(outcome)
      ? seeOther(c, page, { tone: "bad", title: outcome.sentence })
      : seeOther(c, page, { title: "Đã gỡ minh chứng" });
  });

  evidence.get(`${sheetBase}/tep/:tep{[0-9]+}`, async (c) => {
    const whole = await seenSheet(c);
    const one = found(
      (await evidenceOf(readerOf(c), whole.sheet.id)).find(({ id }) => id === idOf(c, "tep")),
    );
    if (one.file === null) throw new NotFound();
    return download(c, await readKept(one.file), one.fileName!, one.mediaType!);
  });

  return evidence;
}

/** A form's address leads back to its page, for whoever may see that. */
async function back(c: Context) {
  const { whole, leaf } = await seenLeaf(c);
  return seeOther(c, sheetHref(whole.sheet.id, `/muc/${leaf.id}`));
}

async function seenLeaf(c: Context): Promise<{ whole: WholeSheet; leaf: NumberedCriterion }> {
  const whole = await seenSheet(c);
  const leaf = found(leavesOf(whole.table.criteria).find(({ id }) => id === idOf(c, "muc")));
  return { whole, leaf };
}

async function page(c: Context, state: FormState, kept: readonly KeptFile[]) {
  const { whole, leaf } = await seenLeaf(c);
  const actor = actorOf(c);
  const writes =
    !isRefusal(writesFor(actor, whole.sheet.unit)) &&
    refuseWriting(whole.sheet, whole.scoring, actor.day) === null;
  const all = (await evidenceOf(readerOf(c), whole.sheet.id)).filter(
    ({ criterion }) => criterion === leaf.id,
  );
  const title = `Mục ${leaf.number}`;
  return (
    <Page
      frame={await frameOf(c)}
      title={`${title}: ${leaf.name}`}
      failed={Object.keys(state.errors).length > 0}
      crumbs={sheetCrumbs(whole, { label: title })}
      lead={`Tối đa ${writeHundredths(leaf.max)} điểm. ${writeRule(leaf.rule)}.`}
    >
      <ErrorSummary errors={state.errors} />
      <Card title="Minh chứng" flush>
        {all.length === 0 ? (
          <EmptyState title="Chưa có minh chứng nào" />
        ) : (
          <EvidenceLines whole={whole} leaf={leaf} all={all} writes={writes} />
        )}
      </Card>
      {writes && (
        <Card title="Thêm minh chứng">
          <ActionForm
            action={sheetHref(whole.sheet.id, `/muc/${leaf.id}/minh-chung`)}
            formKey={newKey()}
            files
          >
            <Upload
              name="file"
              label="Tệp"
              hint="Không quá 20 MB"
              error={state.errors.file}
              kept={kept}
              optional
            />
            <TextField {...shown(state, "link")} label="Hoặc đường dẫn" hint="Ví dụ https://…" optional />
            <TextField
              {...shown(state, "words")}
              label="Nội dung"
              hint="Số, ký hiệu văn bản; trang nào"
              optional
            />
            <Actions>
              <Button>Thêm minh chứng</Button>
              <ButtonLink href={sheetHref(whole.sheet.id)} kind="secondary">
                Về phiếu
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
      )}
    </Page>
  );
}

const EvidenceLines = (props: {
  whole: WholeSheet;
  leaf: NumberedCriterion;
  all: readonly Evidence[];
  writes: boolean;
}) => (
  <Lines
    lines={props.all.map((one) => ({
      main: one.file ? (
        <a href={sheetHref(props.whole.sheet.id, `/tep/${one.id}`)} data-turbo="false">
          {one.fileName}
        </a>
      ) : (
        <a href={one.link!} rel="noreferrer noopener" target="_blank">
          {one.link}
        </a>
      ),
      detail: (
        <>
          {one.words ? `${one.words} · ` : ""}
          {one.actorName} · <InstantText at={one.at} />
        </>
      ),
      end: props.writes ? (
        <ActionForm
          action={sheetHref(props.whole.sheet.id, `/muc/${props.leaf.id}/go-minh-chung`)}
          formKey={newKey()}
          inline
        >
          <input type="hidden" name="evidence" value={one.id} />
          <Button kind="quiet" small>
            Gỡ<span class="unseen"> {one.fileName ?? one.link}</span>
          </Button>
        </ActionForm>
      ) : undefined,
    }))}
  />
);
