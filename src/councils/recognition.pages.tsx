import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm, shown } from "../web/form.ts";
import {
  actorOf,
  type Context,
  frameOf,
  idOf,
  NotFound,
  newKey,
  pages,
  read,
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
  ErrorSummary,
  Page,
  RadioField,
  TextField,
} from "../web/kit.ts";
import { RecogniseForm } from "./council.form.ts";
import { mayPrepare } from "./council.may.ts";
import { askedFor } from "./item.ts";
import { recogniseInitiative } from "./recognition.acts.ts";
import { itemIn, seenSession } from "./seen.pages.ts";
import { crumbsOf } from "./session.view.tsx";

/** The decision of the competent head on an initiative that the council voted on. */
export function recognitionPages() {
  const recognition = pages();

  recognition.get("/hoi-dong/phien/:id{[0-9]+}/muc/:item{[0-9]+}/cong-nhan", async (c) =>
    show(c, await formPage(c, emptyForm)),
  );

  recognition.post("/hoi-dong/phien/:id{[0-9]+}/muc/:item{[0-9]+}/cong-nhan", async (c) => {
    const form = await read(c, RecogniseForm);
    if (hasErrors(form)) return show(c, await formPage(c, form), 422);
    const { recognised, ...decided } = form.values;
    const outcome = await recogniseInitiative(actorOf(c), {
      sessionId: idOf(c),
      itemId: idOf(c, "item"),
      recognised: recognised === "co",
      ...decided,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await formPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/phien/${idOf(c)}/muc/${outcome}`, {
          title: "Đã ghi quyết định; sáng kiến đã vào hồ sơ thành tích của các tác giả",
        });
  });

  return recognition;
}

async function formPage(c: Context, state: FormState) {
  const seen = await seenSession(c);
  const { item, shut } = itemIn(c, seen);
  if (shut !== null || item.kind !== "initiative" || isRefusal(mayPrepare(seen.actor, seen.council)))
    throw new NotFound();
  const base = `/hoi-dong/phien/${seen.session.id}/muc/${item.id}`;
  return (
    <Page
      frame={await frameOf(c)}
      title="Quyết định công nhận sáng kiến"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsOf(seen.council, seen.session, "Công nhận sáng kiến")}
      lead={`${item.title} · ${askedFor(item)}`}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={`${base}/cong-nhan`} formKey={newKey()} guard>
          <RadioField
            name="recognised"
            label="Người có thẩm quyền"
            error={state.errors.recognised}
            value={state.typed.recognised?.[0]}
            choices={[
              { value: "co", label: "Công nhận sáng kiến trong phạm vi đề nghị" },
              { value: "khong", label: "Không công nhận" },
            ]}
          />
          <TextField
            {...shown(state, "paperSymbol")}
            label="Số, ký hiệu quyết định, giấy chứng nhận"
            width="medium"
          />
          <DayField {...shown(state, "paperDay")} label="Ngày" />
          <TextField
            {...shown(state, "decidedBy")}
            label="Người quyết định"
            hint="Ví dụ Bộ trưởng Bộ Tư pháp"
          />
          <Actions>
            <Button>Ghi quyết định</Button>
            <ButtonLink href={base} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}
