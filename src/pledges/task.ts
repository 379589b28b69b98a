import type { Day, Instant } from "../platform/day.ts";
import { type Deadline, datedDeadline } from "../platform/deadline.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/** What the leader attending has directed (chỉ đạo của lãnh đạo dự hội nghị), for one unit to do by a day. */
export interface Task {
  readonly id: number;
  readonly pledge: number;
  readonly unit: number;
  readonly unitName: string;
  readonly directedBy: string;
  readonly words: string;
  /** The deadline as it was said. */
  readonly wording: string | null;
  readonly dueOn: Day | null;
  readonly state: TaskState;
  readonly result: string | null;
  readonly reportedAt: Instant | null;
  readonly reportedBy: string | null;
  readonly closedAt: Instant | null;
  readonly remarks: string | null;
  readonly version: number;
}

export type TaskState = "open" | "reported" | "done";

export const taskStateNames: Readonly<Record<TaskState, string>> = {
  open: "Đang thực hiện",
  reported: "Đã báo cáo, chờ xác nhận",
  done: "Đã hoàn thành",
};

export const deadlineOfTask = ({ wording, dueOn }: Pick<Task, "wording" | "dueOn">): Deadline | null =>
  dueOn === null ? null : datedDeadline(wording ?? "", dueOn, true);

/** The unit reports what it did. */
export function decideReport(task: Task, version: number, words: string): string | Refusal {
  if (task.state === "done") return movedOn("task-closed", "Nhiệm vụ này đã được xác nhận hoàn thành.");
  if (task.version !== version)
    return movedOn("stale", "Nhiệm vụ vừa thay đổi ở cửa sổ khác; hãy xem lại rồi gửi lại.");
  const result = tidy(words);
  return result || refuse("no-result", "Hãy ghi kết quả thực hiện.", { field: "result" });
}

/** The cluster's head confirms, or gives it back for more. */
export function decideClosing(
  task: Task,
  version: number,
  done: boolean,
  remarks: string,
): TaskState | Refusal {
  if (task.state !== "reported") return movedOn("not-reported", "Nhiệm vụ này không ở bước chờ xác nhận.");
  if (task.version !== version)
    return movedOn("stale", "Nhiệm vụ vừa thay đổi ở cửa sổ khác; hãy xem lại rồi gửi lại.");
  if (!done && !tidy(remarks))
    return refuse("no-reason", "Hãy ghi lý do đề nghị thực hiện tiếp.", { field: "remarks" });
  return done ? "done" : "open";
}
