import { readLines } from "../documents/read.ts";
import { findFile, findStagedFile } from "../platform/files.store.ts";
import { readKept } from "../platform/files.ts";
import { isRefusal, permit, type Refusal, refuse } from "../platform/refusal.ts";
import { found, frameOf, idOf, newKey, pages, show } from "../web/http.ts";
import { mountForm } from "./form-page.pages.tsx";
import { answerComment, commentOnPlan, draftPlan } from "./plan.acts.ts";
import { commentsOf, plansOf } from "./plan.store.ts";
import { type Section, sectionsOf, usualSections } from "./plan.ts";
import {
  AnswerView,
  CommentView,
  OpeningView,
  PlanFormView,
  PlanVersionView,
  PlanView,
  ReadView,
} from "./plan.view.tsx";
import { openForComments } from "./pledge.acts.ts";
import { AnswerForm, CommentForm, NothingForm, PlanForm } from "./pledge.form.ts";
import { mayRun, unitsWritten } from "./pledge.may.ts";
import { planIsOpen } from "./pledge.ts";
import { propsOf } from "./pledge-frame.view.tsx";
import { type Seen, seenPledge } from "./seen.pages.tsx";

/** The cluster's plan: drafted here or read from a file, talked over, every version kept. */
export function planPages() {
  const plan = pages();

  plan.get("/giao-uoc/:id{[0-9]+}/ke-hoach", async (c) => {
    const seen = await seenPledge(c);
    const [plans, comments] = await Promise.all([
      plansOf(seen.reader, seen.pledge.id),
      commentsOf(seen.reader, seen.pledge.id),
    ]);
    return show(c, <PlanView {...propsOf(await frameOf(c), seen)} plans={plans} comments={comments} />);
  });

  plan.get("/giao-uoc/:id{[0-9]+}/ke-hoach/phien-ban/:number{[0-9]+}", async (c) => {
    const seen = await seenPledge(c);
    const plans = await plansOf(seen.reader, seen.pledge.id);
    const shown = found(plans.find(({ number }) => number === idOf(c, "number")));
    const before = plans.find(({ number }) => number === shown.number - 1) ?? null;
    return show(c, <PlanVersionView {...propsOf(await frameOf(c), seen)} plan={shown} before={before} />);
  });

  mountForm(plan, {
    path: "/ke-hoach/soan",
    schema: PlanForm,
    may: ({ actor, pledge }) => mayRun(actor, pledge),
    open: ({ pledge }) => planIsOpen(pledge.state),
    keeps: async (seen) => ({ field: "from", now: (await sectionsToShow(seen)).from }),
    draw: async (seen, { state, saving }) => (
      <PlanFormView
        {...propsOf(await frameOf(seen.c), seen)}
        {...(await sectionsToShow(seen))}
        {...{ state, saving }}
        formKey={newKey()}
      />
    ),
    take: ({ actor, pledge }, { from, sections }) =>
      draftPlan(actor, { pledgeId: pledge.id, from, sections, source: null }),
    done: { to: "/ke-hoach", title: "Đã lưu dự thảo kế hoạch" },
  });

  mountForm(plan, {
    path: "/ke-hoach/doc-tep",
    schema: NothingForm,
    files: "document",
    may: ({ actor, pledge }) => mayRun(actor, pledge),
    open: ({ pledge }) => planIsOpen(pledge.state),
    draw: async (seen, { state, files }) => (
      <ReadView
        {...propsOf(await frameOf(seen.c), seen)}
        state={state}
        kept={files.kept}
        formKey={newKey()}
      />
    ),
    take: async (seen, _values, files) => {
      const token = files.tokens.at(-1);
      const read = token ? await sectionsIn(seen, token) : null;
      if (read === null) return refuse("no-file", "Hãy chọn tệp dự thảo.", { field: "document" });
      if (isRefusal(read)) return { ...read, field: "document" };
      const [latest] = await plansOf(seen.reader, seen.pledge.id);
      return draftPlan(seen.actor, {
        pledgeId: seen.pledge.id,
        from: latest?.number ?? 0,
        sections: read.sections,
        source: read.source,
      });
    },
    done: { to: "/ke-hoach/soan", title: "Đã đọc tệp thành một phiên bản dự thảo; hãy xem lại từng mục" },
  });

  mountForm(plan, {
    path: "/ke-hoach/lay-y-kien",
    schema: NothingForm,
    may: ({ actor, pledge }) => mayRun(actor, pledge),
    open: ({ pledge }) => pledge.state === "drafting",
    draw: async (seen, { state }) => (
      <OpeningView {...propsOf(await frameOf(seen.c), seen)} state={state} formKey={newKey()} />
    ),
    take: ({ actor, pledge }) => openForComments(actor, { pledgeId: pledge.id }),
    done: { to: "/ke-hoach", title: "Đã gửi dự thảo lấy ý kiến các đơn vị thành viên" },
  });

  mountForm(plan, {
    path: "/gop-y",
    schema: CommentForm,
    may: ({ actor, pledge }) =>
      unitsWritten(actor, pledge).length > 0 ? permit("member") : mayRun(actor, pledge),
    open: ({ pledge }) => pledge.state === "in-comment",
    draw: async (seen, { state }) => {
      const [latest] = await plansOf(seen.reader, seen.pledge.id);
      const runs = !isRefusal(mayRun(seen.actor, seen.pledge));
      const units = runs ? seen.pledge.members : unitsWritten(seen.actor, seen.pledge);
      return (
        <CommentView
          {...propsOf(await frameOf(seen.c), seen)}
          units={units}
          sections={latest?.sections ?? []}
          state={state}
          formKey={newKey()}
        />
      );
    },
    take: ({ actor, pledge }, values) => commentOnPlan(actor, { pledgeId: pledge.id, ...values }),
    done: { to: "/ke-hoach", title: "Đã ghi ý kiến góp ý" },
  });

  mountForm(plan, {
    path: "/gop-y/:comment{[0-9]+}",
    schema: AnswerForm,
    may: ({ actor, pledge }) => mayRun(actor, pledge),
    draw: async (seen, { state }) => {
      const comments = await commentsOf(seen.reader, seen.pledge.id);
      const comment = found(comments.find(({ id }) => id === idOf(seen.c, "comment")));
      return (
        <AnswerView
          {...propsOf(await frameOf(seen.c), seen)}
          comment={comment}
          state={state}
          formKey={newKey()}
        />
      );
    },
    take: ({ actor, pledge, c }, values) =>
      answerComment(actor, { pledgeId: pledge.id, commentId: idOf(c, "comment"), ...values }),
    done: { to: "/ke-hoach", title: "Đã trả lời góp ý" },
  });

  return plan;
}

/** The latest version to go on from, or the usual headings to begin with. */
async function sectionsToShow(seen: Seen): Promise<{ from: number; sections: readonly Section[] }> {
  const [latest] = await plansOf(seen.reader, seen.pledge.id);
  const usual = usualSections.map((title) => ({ title, text: "" }));
  return { from: latest?.number ?? 0, sections: latest?.sections ?? usual };
}

interface ReadPlan {
  readonly sections: readonly Section[];
  readonly source: { readonly file: string; readonly fileName: string };
}

/** Reads a staged document into sections, by its headings. */
async function sectionsIn(seen: Seen, token: string): Promise<ReadPlan | Refusal | null> {
  const dayBefore = new Date(seen.actor.at.getTime() - 24 * 60 * 60 * 1000);
  const staged = await findStagedFile(seen.reader, seen.actor.account ?? "", token, dayBefore);
  if (!staged || !(await findFile(seen.reader, staged.hash))) return null;
  const lines = await readLines(new Uint8Array(await readKept(staged.hash)));
  if (isRefusal(lines)) return lines;
  const sections = sectionsOf(lines.map(({ text }) => text));
  return { sections, source: { file: staged.hash, fileName: staged.name } };
}
