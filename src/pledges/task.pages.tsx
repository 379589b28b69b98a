import { isRefusal, permit } from "../platform/refusal.ts";
import { found, frameOf, idOf, newKey, pages, show } from "../web/http.ts";
import { mountForm } from "./form-page.pages.tsx";
import { ClosingForm, ReportForm, TaskForm } from "./pledge.form.ts";
import { mayRun, mayWriteFor } from "./pledge.may.ts";
import { propsOf } from "./pledge-frame.view.tsx";
import { type Seen, seenPledge } from "./seen.pages.tsx";
import { closeTask, reportTask, setTask } from "./task.acts.ts";
import { findTask, tasksOf } from "./task.store.ts";
import { ClosingView, NewTaskView, TasksView, TaskView } from "./task.view.tsx";

/** What the leader attending directed, as tasks of units. */
export function taskPages() {
  const tasks = pages();

  tasks.get("/giao-uoc/:id{[0-9]+}/chi-dao", async (c) => {
    const seen = await seenPledge(c);
    const list = await tasksOf(seen.reader, seen.pledge.id);
    return show(c, <TasksView {...propsOf(await frameOf(c), seen)} tasks={list} />);
  });

  mountForm(tasks, {
    path: "/chi-dao/moi",
    schema: TaskForm,
    may: ({ actor, pledge }) => mayRun(actor, pledge),
    draw: async (seen, { state }) => (
      <NewTaskView {...propsOf(await frameOf(seen.c), seen)} state={state} formKey={newKey()} />
    ),
    take: ({ actor, pledge }, values) => setTask(actor, { pledgeId: pledge.id, ...values }),
    done: { to: "/chi-dao", title: "Đã giao nhiệm vụ" },
  });

  mountForm(tasks, {
    path: "/chi-dao/:task{[0-9]+}",
    schema: ReportForm,
    // The list shows it to everybody who sees the pledge; only the unit's own people find the form on it.
    may: () => permit("sees the pledge"),
    draw: async (seen, { state }) => {
      const task = await taskIn(seen);
      const reports = !isRefusal(mayWriteFor(seen.actor, seen.pledge, task.unit));
      return (
        <TaskView
          {...propsOf(await frameOf(seen.c), seen)}
          task={task}
          reports={reports}
          state={state}
          formKey={newKey()}
        />
      );
    },
    take: ({ actor, pledge, c }, values) =>
      reportTask(actor, { pledgeId: pledge.id, taskId: idOf(c, "task"), ...values }),
    done: { to: "/chi-dao", title: "Đã báo cáo kết quả" },
  });

  mountForm(tasks, {
    path: "/chi-dao/:task{[0-9]+}/xac-nhan",
    schema: ClosingForm,
    may: ({ actor, pledge }) => mayRun(actor, pledge),
    draw: async (seen, { state }) => (
      <ClosingView
        {...propsOf(await frameOf(seen.c), seen)}
        task={await taskIn(seen)}
        state={state}
        formKey={newKey()}
      />
    ),
    take: ({ actor, pledge, c }, { version, verdict, remarks }) =>
      closeTask(actor, {
        pledgeId: pledge.id,
        taskId: idOf(c, "task"),
        version,
        done: verdict === "done",
        remarks,
      }),
    done: { to: "/chi-dao", title: "Đã ghi ý kiến về kết quả" },
  });

  return tasks;
}

const taskIn = async ({ c, reader, pledge }: Seen) =>
  found(await findTask(reader, pledge.id, idOf(c, "task")));
