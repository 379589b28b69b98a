import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  type App,
  actorOf,
  type Context,
  formOf,
  found,
  idOf,
  newKey,
  pages,
  read,
  readerOf,
  seeOther,
  show,
  statusOf,
} from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { answerComment, commentOnMovement } from "./comment.acts.ts";
import { commentsOn, findComment } from "./comment.store.ts";
import { CommentsView } from "./comments.view.tsx";
import { AnswerForm, CommentForm } from "./movement.form.ts";
import { mayComment } from "./movement.may.ts";
import { isInScope } from "./scope.store.ts";
import { type Seen, seenMovement } from "./seen.pages.ts";
import { settingOf } from "./setting.pages.ts";
import { closeForm, keepForm, openForm } from "./typed.pages.ts";

/** Comments on a draft and their answers. */
export function commentPages(gathered: Gathered): App {
  const comments = pages();

  comments.get("/phong-trao/:id/gop-y", async (c) => {
    const seen = await seenMovement(c, gathered);
    return showComments(c, seen, await openForm(seen.actor, draftName(seen)), null);
  });

  comments.post("/phong-trao/:id/gop-y", async (c) => {
    const seen = await seenMovement(c, gathered);
    const form = await read(c, CommentForm);
    if (hasErrors(form)) return showComments(c, seen, { state: form }, null, 422);
    const outcome = await commentOnMovement(actorOf(c), { movementId: seen.movement.id, ...form.values });
    if (isRefusal(outcome))
      return showComments(c, seen, { state: refusedForm(outcome, form.typed) }, null, statusOf(outcome));
    await closeForm(seen.actor, draftName(seen));
    return seeOther(c, `/phong-trao/${seen.movement.id}/gop-y`, { title: "Đã gửi góp ý." });
  });

  comments.get("/phong-trao/:id/gop-y/ban-nhap", (c) =>
    c.redirect(`/phong-trao/${c.req.param("id")}/gop-y`, 303),
  );
  comments.post("/phong-trao/:id/gop-y/ban-nhap", async (c) => {
    const seen = await seenMovement(c, gathered);
    return keepForm(c, seen.actor, draftName(seen));
  });

  comments.get("/phong-trao/:id/gop-y/:comment/tra-loi", (c) =>
    c.redirect(`/phong-trao/${c.req.param("id")}/gop-y`, 303),
  );
  comments.post("/phong-trao/:id/gop-y/:comment/tra-loi", async (c) => {
    const seen = await seenMovement(c, gathered);
    const id = idOf(c, "comment");
    found(await findComment(readerOf(c), seen.movement.id, id));
    c.set("form", withoutSuffix(await formOf(c), id));
    const form = await read(c, AnswerForm);
    if (hasErrors(form)) return showComments(c, seen, { state: suffixed(form, id) }, id, 422);
    const outcome = await answerComment(actorOf(c), {
      movementId: seen.movement.id,
      commentId: id,
      ...form.values,
    });
    if (isRefusal(outcome)) {
      const state = suffixed(refusedForm(outcome, form.typed), id);
      return showComments(c, seen, { state }, id, statusOf(outcome));
    }
    return seeOther(c, `/phong-trao/${seen.movement.id}/gop-y#y-kien-${id}`, { title: "Đã trả lời." });
  });

  return comments;
}

const draftName = (seen: Seen): string => `phong-trao-${seen.movement.id}-gop-y`;

/** Answer forms stand side by side, so that their fields carry the comment's number in the browser only. */
function withoutSuffix(form: FormData, id: number): FormData {
  const plain = new FormData();
  for (const [name, value] of form) plain.append(name.replace(new RegExp(`-${id}$`), ""), value);
  return plain;
}

const suffixed = (state: FormState, id: number): FormState => ({
  errors: Object.fromEntries(
    Object.entries(state.errors).map(([name, sentence]) => [name === "" ? "" : `${name}-${id}`, sentence]),
  ),
  typed: state.typed,
});

interface Given {
  readonly state: FormState;
  readonly savedAt?: string | undefined;
}

async function showComments(
  c: Context,
  seen: Seen,
  given: Given,
  answering: number | null,
  status: 200 | 403 | 409 | 422 = 200,
) {
  const { reader, movement, actor, within } = seen;
  const [setting, comments, inScope] = await Promise.all([
    settingOf(c, seen),
    commentsOn(reader, movement.id),
    isInScope(reader, movement.id, within),
  ]);
  return show(
    c,
    <CommentsView
      setting={setting}
      comments={comments}
      mayComment={!isRefusal(mayComment(actor, movement, inScope))}
      state={given.state ?? emptyForm}
      answering={answering}
      formKey={newKey}
      savedAt={given.savedAt}
    />,
    status,
  );
}
