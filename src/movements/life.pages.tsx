import type { z } from "zod";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  type App,
  type Context,
  frameOf,
  NotFound,
  newKey,
  pages,
  read,
  seeOther,
  show,
  statusOf,
} from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { copied } from "./drafting.pages.tsx";
import { findingsOf } from "./looking.pages.ts";
import { RemarksForm } from "./movement.form.ts";
import { elsewhere, issuing, numbering, signing } from "./paper-steps.pages.tsx";
import { nextYear, remarkSteps, type StepPage } from "./remark-steps.pages.tsx";
import { type Seen, seenMovement } from "./seen.pages.ts";
import { StepView } from "./steps.view.tsx";
import { closeForm, keepForm, openForm } from "./typed.pages.ts";

/** Every step of the life of a movement: a page that says what will happen, then the step. */
export function lifePages(gathered: Gathered): App {
  const life = pages();
  const mount = <Schema extends z.ZodType>(step: StepPage<Schema>) => {
    const address = `/phong-trao/:id/${step.path}`;
    life.get(address, async (c) => {
      const seen = await launchersOnly(c, gathered);
      if (step.proves && !provedNow(seen)) return toProof(c);
      const { state } = await openForm(seen.actor, c.req.path);
      return showStep(c, seen, step, state);
    });
    life.post(address, async (c) => {
      const seen = await launchersOnly(c, gathered);
      const form = await read(c, step.schema);
      if (hasErrors(form)) return showStep(c, seen, step, form, 422);
      const outcome = await step.take(c, seen, form.values);
      if (!isRefusal(outcome)) {
        await closeForm(seen.actor, c.req.path);
        return seeOther(c, `/phong-trao/${outcome}`, { title: step.done });
      }
      if (outcome.refusal === "not-proved") {
        await keepForm(c, seen.actor, c.req.path);
        return toProof(c);
      }
      return showStep(c, seen, step, refusedForm(outcome, form.typed), statusOf(outcome));
    });
  };
  for (const step of remarkSteps) mount(step);
  mount(signing);
  mount(numbering);
  mount(issuing);
  mount(elsewhere);

  life.get("/phong-trao/:id/nam-sau", async (c) => {
    const seen = await launchersOnly(c, gathered);
    return showStep(c, seen, nextYear, emptyForm);
  });
  life.post("/phong-trao/:id/nam-sau", async (c) => {
    const { movement } = await launchersOnly(c, gathered);
    await read(c, RemarksForm);
    return copied(c, movement.id, movement.fromYear + 1, {});
  });

  return life;
}

/** These pages are for the launcher's people; for others they are not there. */
async function launchersOnly(c: Context, gathered: Gathered): Promise<Seen> {
  const seen = await seenMovement(c, gathered);
  if (!seen.ofLauncher) throw new NotFound();
  return seen;
}

const provedNow = ({ actor }: Seen): boolean => actor.provedUntil !== null && actor.provedUntil > actor.at;

const toProof = (c: Context) => seeOther(c, `/xac-thuc-lai?tiep=${encodeURIComponent(c.req.path)}`);

async function showStep<Schema extends z.ZodType>(
  c: Context,
  seen: Seen,
  step: StepPage<Schema>,
  state: FormState,
  status: 200 | 403 | 409 | 422 = 200,
) {
  const findings = step.looks ? await findingsOf(seen) : [];
  const blocking = findings.filter((finding) => finding.severity === "block").length;
  return show(
    c,
    <StepView
      frame={await frameOf(c)}
      movement={seen.movement}
      words={await step.words(seen)}
      state={state}
      formKey={newKey()}
      findings={findings}
      closed={blocking > 0 ? `Còn ${blocking} điểm phải xử lý ở trên` : undefined}
    >
      {await step.fields(seen, state)}
    </StepView>,
    status,
  );
}
