import { act } from "../platform/act.ts";
import { keepFile, readKept, safeName, type Upload } from "../platform/files.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import type { ParentItem } from "./coverage.ts";
import { readLaunchDocument } from "./plan-read.thread.ts";
import { loadForWriting } from "./unit-plan.acts.ts";
import { loadUnitPlan, savePlanStep, saveTexts, touchPlan } from "./unit-plan.store.ts";
import { saveAnswers, saveItems } from "./unit-plan-items.store.ts";
import { parentSideOf } from "./unit-plan-parent.store.ts";
import { readingOf, savePlanFile, savePlanReading } from "./unit-plan-reading.store.ts";
import { planReadingOf, waitingReading } from "./unit-plan-reading.ts";

/** Keeps the unit's own document, whatever it is, and has it read. */
export const uploadUnitPlan = act({
  name: "unit-plan.upload",
  async run(work, { planId, file }: { planId: number; file: Upload }): Promise<number | Refusal> {
    const plan = await loadForWriting(work, planId, null);
    if (isRefusal(plan)) return plan;
    const kept = await keepFile(work.tx, file, work.at);
    if (isRefusal(kept)) return { ...kept, field: "file" };
    const name = safeName(file.name);
    await savePlanFile(work.tx, planId, { hash: kept.hash, name }, waitingReading);
    const step = { kind: "read", movement: null, remarks: name } as const;
    await savePlanStep(work.tx, planId, step, work.actor, work.at);
    work.enqueue("unit-plan.read", { planId }, { key: `unit-plan.read:${planId}` });
    work.record("unit-plan.uploaded", planId, { file: kept.hash, name });
    return planId;
  },
});

/** Reads a kept document once; what cannot be read stays, with the reason. */
export const readUnitPlan = act({
  name: "unit-plan.read",
  async run(work, { planId }: { planId: number }): Promise<string | Refusal> {
    const plan = await loadUnitPlan(work.tx, planId, work.day);
    const waiting = await readingOf(work.tx, planId);
    if (!plan?.file || waiting?.state !== "waiting") return waiting?.state ?? "none";
    const read = await readLaunchDocument(await readKept(plan.file), plan.fileName ?? "");
    if (isRefusal(read)) {
      await savePlanReading(work.tx, planId, {
        ...waitingReading,
        state: "unreadable",
        sentence: read.sentence,
      });
      work.record("unit-plan.unreadable", planId, { why: read.refusal });
      return "unreadable";
    }
    const reading = planReadingOf(read.reading, read.lines);
    await savePlanReading(work.tx, planId, reading);
    work.record("unit-plan.read", planId, { items: reading.items.length, findings: reading.findings.length });
    return "read";
  },
});

interface TakeReadInput {
  readonly planId: number;
  /** For each item taken: its place in the reading, and what it answers, when it answers something. */
  readonly taken: readonly {
    readonly index: number;
    readonly answers: { readonly movement: number; readonly key: string } | null;
  }[];
}

/**
 * Puts into the plan what a person chose of the reading, matched as that person said. Purpose and requirements
 * go where the plan has none yet.
 */
export const takeReading = act({
  name: "unit-plan.take-reading",
  async run(work, { planId, taken }: TakeReadInput): Promise<number | Refusal> {
    const plan = await loadForWriting(work, planId, null);
    if (isRefusal(plan)) return plan;
    const reading = await readingOf(work.tx, planId);
    if (reading?.state !== "read")
      return movedOn("not-read", "Bản đọc này đã được đưa vào kế hoạch hoặc chưa đọc xong.");
    const chosen = taken.flatMap(({ index, answers }) => {
      const item = reading.items[index];
      return item ? [{ item, answers }] : [];
    });
    if (chosen.length === 0) return refuse("nothing-chosen", "Hãy chọn ít nhất một mục.", { field: "" });
    const keys = chosen.flatMap(({ answers }) => (answers ? `${answers.movement}|${answers.key}` : []));
    if (new Set(keys).size < keys.length)
      return refuse(
        "matched-twice",
        "Có mục của cấp trên được ghép với hai mục của đơn vị; mỗi mục chỉ ghép một lần.",
      );
    const ids = await saveItems(
      work.tx,
      planId,
      chosen.map(({ item }) => item),
    );
    const asked = new Map<number, readonly ParentItem[]>();
    for (const { movement } of plan.parents)
      asked.set(movement, (await parentSideOf(work.tx, movement, plan.unit, work.day))?.asked ?? []);
    const answers = chosen.flatMap(({ item, answers: to }, at) => {
      const parent = to && asked.get(to.movement)?.find(({ key }) => key === to.key);
      return to && parent && parent.kind === item.kind
        ? [{ ...to, verdict: "adapted" as const, reason: null, item: ids[at]!, parent }]
        : [];
    });
    await saveAnswers(work.tx, planId, answers);
    const { name, goal, requirements, arrangements } = plan;
    await saveTexts(work.tx, planId, {
      name,
      goal: goal ?? reading.texts.goal,
      requirements: requirements ?? reading.texts.requirements,
      arrangements,
    });
    await savePlanReading(work.tx, planId, { ...reading, state: "taken" });
    await touchPlan(work.tx, planId, work.at);
    work.record("unit-plan.reading-taken", planId, { items: ids.length, matched: answers.length });
    return planId;
  },
});
