import { writeNumber } from "../platform/money.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  actorOf,
  type Context,
  found,
  frameOf,
  idOf,
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
  ErrorSummary,
  Page,
  TextArea,
  TextField,
} from "../web/kit.ts";
import { refusedWithWords } from "../web/refused-words.tsx";
import { crumbsTo } from "./line.view.tsx";
import { TargetForm } from "./registration.form.ts";
import type { SeenRegistration } from "./registration.may.ts";
import { seenForChange, seenForWriting } from "./seen.pages.tsx";
import { addTarget, changeTarget, removeTarget } from "./target.acts.ts";
import { targetsOf } from "./target.store.ts";
import type { Target } from "./target.ts";

/** The targets a unit commits to. */
export function targetPages() {
  const targets = pages();

  targets.get("/dang-ky/:id{[0-9]+}/chi-tieu/moi", async (c) =>
    show(c, await page(c, await seenForWriting(c), null, emptyForm)),
  );

  targets.post("/dang-ky/:id{[0-9]+}/chi-tieu/moi", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const form = await read(c, TargetForm);
    if (hasErrors(form)) return show(c, await page(c, seen, null, form), 422);
    const outcome = await addTarget(actorOf(c), { registrationId: seen.id, target: form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await page(c, seen, null, refusedForm(outcome, form.typed)))
      : seeOther(c, `/dang-ky/${seen.id}`, { title: "Đã thêm chỉ tiêu" });
  });

  targets.get("/dang-ky/:id{[0-9]+}/chi-tieu/:target{[0-9]+}", async (c) => {
    const seen = await seenForWriting(c);
    return show(c, await page(c, seen, await targetIn(c, seen), emptyForm));
  });

  targets.post("/dang-ky/:id{[0-9]+}/chi-tieu/:target{[0-9]+}", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const target = await targetIn(c, seen);
    const form = await read(c, TargetForm);
    if (hasErrors(form)) return show(c, await page(c, seen, target, form), 422);
    const { version, ...values } = form.values;
    const outcome = await changeTarget(actorOf(c), {
      registrationId: seen.id,
      targetId: target.id,
      version: version ?? target.version,
      target: values,
    });
    if (!isRefusal(outcome)) return seeOther(c, `/dang-ky/${seen.id}`, { title: "Đã lưu chỉ tiêu" });
    const typed =
      outcome.refusal === "stale" ? { ...form.typed, version: [`${target.version}`] } : form.typed;
    return refused(c, outcome, await page(c, seen, target, refusedForm(outcome, typed)));
  });

  targets.get("/dang-ky/:id{[0-9]+}/chi-tieu/:target{[0-9]+}/ban-bo", (c) =>
    seeOther(c, `/dang-ky/${idOf(c)}`),
  );
  targets.post("/dang-ky/:id{[0-9]+}/chi-tieu/:target{[0-9]+}/ban-bo", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const target = await targetIn(c, seen);
    const outcome = await removeTarget(actorOf(c), { registrationId: seen.id, targetId: target.id });
    return isRefusal(outcome)
      ? refused(c, outcome, await page(c, seen, target, refusedForm(outcome, {})))
      : seeOther(c, `/dang-ky/${seen.id}`, { title: "Đã bỏ chỉ tiêu" });
  });

  return targets;
}

async function targetIn(c: Context, seen: SeenRegistration): Promise<Target> {
  const id = idOf(c, "target");
  return found((await targetsOf(readerOf(c), seen.id)).find((target) => target.id === id));
}

const page = async (c: Context, registration: SeenRegistration, target: Target | null, state: FormState) => (
  <TargetPage
    frame={await frameOf(c)}
    registration={registration}
    target={target}
    state={state}
    formKey={newKey()}
  />
);

interface TargetPageProps {
  frame: Frame;
  registration: SeenRegistration;
  target: Target | null;
  state: FormState;
  formKey: string;
}

function TargetPage({ frame, registration, target, state, formKey }: TargetPageProps) {
  const title = target ? "Sửa chỉ tiêu" : "Thêm chỉ tiêu";
  const address = `/dang-ky/${registration.id}/chi-tieu/${target?.id ?? "moi"}`;
  return (
    <Page
      frame={frame}
      title={title}
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsTo(registration, title)}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={address} formKey={formKey} guard>
          {target && (
            <input type="hidden" name="version" value={state.typed.version?.[0] ?? target.version} />
          )}
          <TextArea {...shown(state, "words", target?.words)} label="Nội dung chỉ tiêu" rows={3} />
          <TextField
            {...shown(state, "value", target?.value == null ? "" : writeNumber(target.value))}
            label="Mức phấn đấu"
            hint="Chỉ ghi con số, ví dụ 85 hoặc 97,5"
            inputmode="decimal"
            width="short"
            optional
          />
          <TextField
            {...shown(state, "valueUnit", target?.valueUnit ?? "")}
            label="Đơn vị tính"
            hint="Ví dụ %, vụ việc"
            width="short"
            optional
          />
          <TextField
            {...shown(state, "measure", target?.measure ?? "")}
            label="Cách đo"
            hint="Ví dụ theo báo cáo thống kê năm"
            optional
          />
          <Actions>
            <Button>{target ? "Lưu chỉ tiêu" : "Thêm chỉ tiêu"}</Button>
            <ButtonLink href={`/dang-ky/${registration.id}`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
      {target && (
        <Card title="Bỏ chỉ tiêu">
          <ActionForm action={`${address}/ban-bo`} formKey={`${formKey}-bo`} inline>
            <Button kind="secondary">Bỏ chỉ tiêu này</Button>
          </ActionForm>
        </Card>
      )}
    </Page>
  );
}
