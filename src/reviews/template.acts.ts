import { bodiesServing } from "../movements/movement-reach.store.ts";
import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { kindNames, type ReviewKind } from "./period.ts";
import { mayKeepTemplates } from "./review.may.ts";
import type { AskedSection } from "./section.ts";
import {
  findTemplate,
  issueTemplateRow,
  loadTemplate,
  saveNewTemplate,
  saveTemplateRow,
  saveTemplateSections,
} from "./template.store.ts";
import { decideSections, refuseDueOn, refuseIssued, type Template, usualSections } from "./template.ts";

const mayKeep = async (work: Work, body: number) =>
  mayKeepTemplates(work.actor, { id: body, keptBy: await bodiesServing(work.tx, body, work.day) });

interface NewInput {
  readonly body: number;
  readonly year: number;
  readonly kind: ReviewKind;
  /** The template it begins as: last year's, another version; null begins with what is usually asked. */
  readonly from: number | null;
}

/** Begins a template, or the next version of one, from another or from what is usually asked. */
export const draftTemplate = act({
  name: "review.draft-template",
  async run(work, input: NewInput): Promise<number | Refusal> {
    const allowed = await mayKeep(work, input.body);
    if (isRefusal(allowed)) return allowed;
    const source = input.from === null ? null : await findTemplate(work.tx, input.from, work.day);
    if (input.from !== null && (!source || source.body !== input.body))
      return refuse("no-such-template", "Không có mẫu này.", { kind: "may-not" });
    const { body, year, kind } = input;
    const sections = source?.sections ?? usualSections(kind);
    const name = `Mẫu báo cáo ${kindNames[kind].toLocaleLowerCase("vi")} ${year}`;
    const dueOn = source?.year === year ? source.dueOn : null;
    const made = { body, year, kind, name, dueOn, sections };
    const id = await saveNewTemplate(work.tx, made, work.actor.name, work.at);
    work.record("review.template-drafted", id, { body, year, kind });
    return id;
  },
});

interface SaveInput {
  readonly templateId: number;
  readonly name: string;
  readonly dueOn: Day | null;
  readonly sections: readonly Omit<AskedSection, "position">[];
}

/** The sections of a version that was not sent yet. */
export const writeTemplate = act({
  name: "review.write-template",
  async run(work, input: SaveInput): Promise<number | Refusal> {
    const template = await loadKept(work, input.templateId);
    if (isRefusal(template)) return template;
    const name = tidy(input.name);
    if (!name) return refuse("no-name", "Hãy ghi tên mẫu.", { field: "name" });
    const sections = decideSections(input.sections);
    if (isRefusal(sections)) return sections;
    const wrongDay = refuseDueOn({ kind: template.kind, dueOn: input.dueOn }, work.day);
    if (wrongDay) return wrongDay;
    await saveTemplateSections(work.tx, template.id, sections);
    await saveTemplateRow(work.tx, template.id, { name, dueOn: input.dueOn }, work.at);
    work.record("review.template-written", template.id, { sections: sections.length });
    return template.id;
  },
});

/** Sends it down: reports begun from now on are written after it. */
export const issueTemplate = act({
  name: "review.issue-template",
  async run(work, { templateId }: { templateId: number }): Promise<number | Refusal> {
    const template = await loadKept(work, templateId);
    if (isRefusal(template)) return template;
    const sections = decideSections(template.sections);
    if (isRefusal(sections)) return sections;
    const passed = refuseDueOn(template, work.day);
    if (passed) return passed;
    await issueTemplateRow(work.tx, template.id, work.actor.name, work.at);
    const { body, year, kind, version } = template;
    work.record("review.template-issued", template.id, { body, year, kind, version });
    work.enqueue("review.tell-reporters", { templateId: template.id });
    return template.id;
  },
});

async function loadKept(work: Work, id: number): Promise<Template | Refusal> {
  const template = await loadTemplate(work.tx, id, work.day);
  if (!template) return refuse("no-such-template", "Không có mẫu này.", { kind: "may-not" });
  const allowed = await mayKeep(work, template.body);
  if (isRefusal(allowed)) return allowed;
  return refuseIssued(template) ?? template;
}
