import { bodiesServing } from "../movements/movement-reach.store.ts";
import { yearOf } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  formOf,
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
import { namesOn } from "./reporting.store.ts";
import { NewTemplateForm, TemplateForm } from "./review.form.ts";
import { mayKeepTemplates } from "./review.may.ts";
import { receivesFor, reviewReachOf } from "./review-reach.store.ts";
import { BASE } from "./tags.view.tsx";
import { draftTemplate, issueTemplate, writeTemplate } from "./template.acts.ts";
import { findTemplate, listTemplates } from "./template.store.ts";
import { inOrder, type Template } from "./template.ts";
import { IssueTemplatePage, TemplatePage, TemplatesPage } from "./template.view.tsx";

const HOME = `${BASE}/mau` as const;

/** The templates of the year: edited by the standing body, sent down, frozen, copied to a new year. */
export function templatePages() {
  const templates = pages();
  const one = `${HOME}/:id{[0-9]+}` as const;

  templates.get(HOME, async (c) => show(c, await listPage(c, emptyForm)));

  templates.post(HOME, async (c) => {
    const form = await read(c, NewTemplateForm);
    if (hasErrors(form)) return show(c, await listPage(c, form), 422);
    const outcome = await draftTemplate(actorOf(c), form.values);
    return isRefusal(outcome)
      ? refused(c, outcome, await listPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `${HOME}/${outcome}`);
  });

  templates.get(one, async (c) => show(c, await templatePage(c, await keptTemplate(c), emptyForm)));

  templates.post(one, async (c) => {
    const template = await keptTemplate(c);
    const form = await read(c, TemplateForm);
    if (hasErrors(form)) return show(c, await templatePage(c, template, form), 422);
    const outcome = await writeTemplate(actorOf(c), {
      templateId: template.id,
      name: form.values.name,
      dueOn: form.values.dueOn,
      sections: inOrder(form.values.sections),
    });
    if (isRefusal(outcome))
      return refused(c, outcome, await templatePage(c, template, refusedForm(outcome, form.typed)));
    const then = (await formOf(c)).get("then") === "gui" ? "/ban-hanh" : "";
    return seeOther(c, `${HOME}/${outcome}${then}`, { title: "Đã lưu mẫu" });
  });

  templates.get(`${one}/ban-hanh`, async (c) => {
    const template = await keptTemplate(c);
    if (template.issuedAt) return seeOther(c, `${HOME}/${template.id}`);
    return show(c, <IssueTemplatePage frame={await frameOf(c)} template={template} formKey={newKey()} />);
  });

  templates.post(`${one}/ban-hanh`, async (c) => {
    const template = await keptTemplate(c);
    await formOf(c);
    const outcome = await issueTemplate(actorOf(c), { templateId: template.id });
    return isRefusal(outcome)
      ? seeOther(c, `${HOME}/${template.id}`, { tone: "bad", title: outcome.sentence })
      : seeOther(c, `${HOME}/${outcome}`, { title: "Đã gửi mẫu đến các đơn vị" });
  });

  return templates;
}

async function bodiesKept(c: Context): Promise<number[]> {
  const actor = actorOf(c);
  const bodies = receivesFor(await reviewReachOf(readerOf(c), actor), actor);
  if (bodies.length === 0) throw new NotFound();
  return bodies;
}

async function listPage(c: Context, state: FormState) {
  const { day } = actorOf(c);
  const bodies = await bodiesKept(c);
  const [templates, names] = await Promise.all([
    listTemplates(readerOf(c), bodies, day),
    namesOn(readerOf(c), bodies, day),
  ]);
  return (
    <TemplatesPage
      frame={await frameOf(c)}
      templates={templates}
      bodies={[...names].map(([id, name]) => ({ id, name }))}
      year={yearOf(day)}
      state={state}
      formKey={newKey()}
    />
  );
}

async function keptTemplate(c: Context): Promise<Template> {
  const actor = actorOf(c);
  const template = found(await findTemplate(readerOf(c), idOf(c), actor.day));
  const keptBy = await bodiesServing(readerOf(c), template.body, actor.day);
  if (isRefusal(mayKeepTemplates(actor, { id: template.body, keptBy }))) throw new NotFound();
  return template;
}

const templatePage = async (c: Context, template: Template, state: FormState) => (
  <TemplatePage frame={await frameOf(c)} template={template} state={state} formKey={newKey()} />
);
