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
  TextField,
} from "../web/kit.ts";
import { EndForm } from "./council.form.ts";
import { mayCompose } from "./council.may.ts";
import { endCouncil } from "./ending.acts.ts";
import { seenCouncil } from "./seen.pages.ts";

/** A council ends by a decision. */
export function endingPages() {
  const ending = pages();

  ending.get("/hoi-dong/:id{[0-9]+}/ket-thuc", async (c) => show(c, await endPage(c, emptyForm)));

  ending.post("/hoi-dong/:id{[0-9]+}/ket-thuc", async (c) => {
    const form = await read(c, EndForm);
    if (hasErrors(form)) return show(c, await endPage(c, form), 422);
    const outcome = await endCouncil(actorOf(c), { councilId: idOf(c), ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await endPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/${outcome}`, { title: "Đã ghi việc kết thúc Hội đồng" });
  });

  return ending;
}

async function endPage(c: Context, state: FormState) {
  const { council } = await seenCouncil(c);
  if (isRefusal(mayCompose(actorOf(c), council))) throw new NotFound();
  const home = `/hoi-dong/${council.id}`;
  return (
    <Page
      frame={await frameOf(c)}
      title="Kết thúc Hội đồng"
      failed={Object.keys(state.errors).length > 0}
      crumbs={[
        { label: "Hội đồng", href: "/hoi-dong" },
        { label: council.name, href: home },
        { label: "Kết thúc" },
      ]}
      lead="Mọi thành viên thôi tham gia cùng ngày. Phiên họp, phiếu và biên bản giữ nguyên; Hội đồng mới thành lập bằng quyết định khác."
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={`${home}/ket-thuc`} formKey={newKey()} guard>
          <DayField
            {...shown(state, "on")}
            label="Kết thúc từ ngày"
            hint="Ngày đầu tiên Hội đồng không còn"
          />
          <TextField {...shown(state, "endSymbol")} label="Số, ký hiệu quyết định" width="medium" />
          <Actions>
            <Button>Ghi việc kết thúc</Button>
            <ButtonLink href={home} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}
