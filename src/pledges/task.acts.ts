import { act } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { writeDay } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { loadFor, loadSeen } from "./loading.acts.ts";
import { mayRun, mayWriteFor } from "./pledge.may.ts";
import { findTask, saveClosing, saveNewTask, saveReport } from "./task.store.ts";
import { decideClosing, decideReport } from "./task.ts";
import { tellCluster, tellUnit } from "./telling.acts.ts";

interface TaskInput {
  readonly pledgeId: number;
  readonly unit: number;
  readonly directedBy: string;
  readonly words: string;
  readonly wording: string | null;
  readonly dueOn: Day | null;
}

/** A direction given at the conference becomes a unit's task. */
export const setTask = act({
  name: "pledge.set-task",
  async run(work, input: TaskInput): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayRun(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    const member = pledge.members.find(({ unit }) => unit === input.unit);
    if (!member) return refuse("not-a-member", "Hãy chọn đơn vị thành viên của cụm.", { field: "unit" });
    const [words, directedBy] = [tidy(input.words), tidy(input.directedBy)];
    if (!directedBy) return refuse("no-leader", "Hãy ghi lãnh đạo đã chỉ đạo.", { field: "directedBy" });
    if (!words) return refuse("no-words", "Hãy ghi nội dung chỉ đạo.", { field: "words" });
    const held = pledge.conference.heldOn;
    if (input.dueOn !== null && held !== null && input.dueOn < held)
      return refuse("due-before-it-was-said", `Hạn ${writeDay(input.dueOn)} trước ngày hội nghị.`, {
        field: "dueOn",
      });
    const task = { ...input, unitName: member.name, words, directedBy };
    await saveNewTask(work.tx, pledge.id, task, work.actor, work.at);
    work.record("pledge.task-set", pledge.id, { unit: member.unit, dueOn: input.dueOn });
    const due = input.dueOn ? `, hạn ${writeDay(input.dueOn)}` : "";
    const sentence = `Nhiệm vụ theo chỉ đạo tại hội nghị ${pledge.clusterName}: ${words}${due}.`;
    await tellUnit(work, pledge, member.unit, sentence, "/chi-dao");
    return pledge.id;
  },
});

interface ReportInput {
  readonly pledgeId: number;
  readonly taskId: number;
  readonly version: number;
  readonly result: string;
}

/** The unit reports what came of its task. */
export const reportTask = act({
  name: "pledge.report-task",
  async run(work, input: ReportInput): Promise<number | Refusal> {
    const pledge = await loadSeen(work, input.pledgeId);
    if (isRefusal(pledge)) return pledge;
    const task = await findTask(work.tx, pledge.id, input.taskId);
    if (!task) return movedOn("no-such-task", "Không có nhiệm vụ này.");
    const allowed = mayWriteFor(work.actor, pledge, task.unit);
    if (isRefusal(allowed)) return allowed;
    const result = decideReport(task, input.version, input.result);
    if (isRefusal(result)) return result;
    await saveReport(work.tx, task.id, result, work.actor.name, work.at);
    work.record("pledge.task-reported", pledge.id, { task: task.id });
    await tellCluster(work, pledge, `${task.unitName} báo cáo kết quả nhiệm vụ: ${task.words}.`, "/chi-dao");
    return pledge.id;
  },
});

interface ClosingInput {
  readonly pledgeId: number;
  readonly taskId: number;
  readonly version: number;
  readonly done: boolean;
  readonly remarks: string;
}

/** The cluster's head confirms that a task is done, or asks for more. */
export const closeTask = act({
  name: "pledge.close-task",
  async run(work, input: ClosingInput): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayRun(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    const task = await findTask(work.tx, pledge.id, input.taskId);
    if (!task) return movedOn("no-such-task", "Không có nhiệm vụ này.");
    const state = decideClosing(task, input.version, input.done, input.remarks);
    if (isRefusal(state)) return state;
    await saveClosing(work.tx, task.id, state, tidy(input.remarks) || null, work.at);
    work.record("pledge.task-closed", pledge.id, { task: task.id, state });
    const answer = state === "done" ? "đã xác nhận hoàn thành" : "đề nghị thực hiện tiếp";
    await tellUnit(work, pledge, task.unit, `${pledge.clusterName} ${answer}: ${task.words}.`, "/chi-dao");
    return pledge.id;
  },
});
