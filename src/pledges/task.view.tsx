import { isRefusal } from "../platform/refusal.ts";
import { type FormState, shown, versionShown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckAnswers,
  DataTable,
  DayField,
  DeadlineTag,
  DeadlineText,
  EmptyState,
  RadioField,
  SelectField,
  Tag,
  TextArea,
  TextField,
} from "../web/kit.ts";
import { mayRun } from "./pledge.may.ts";
import { PledgePage, type PledgeProps } from "./pledge-frame.view.tsx";
import { deadlineOfTask, type Task, type TaskState, taskStateNames } from "./task.ts";

interface FormProps extends PledgeProps {
  state: FormState;
  formKey: string;
}

const tones = { open: "action", reported: "watch", done: "good" } as const;

const TaskTag = ({ state }: { state: TaskState }) => <Tag tone={tones[state]}>{taskStateNames[state]}</Tag>;

export function TasksView(props: PledgeProps & { tasks: readonly Task[] }) {
  const { pledge, tasks, actor } = props;
  const base = `/giao-uoc/${pledge.id}`;
  const runs = !isRefusal(mayRun(actor, pledge));
  return (
    <PledgePage
      {...props}
      side="tasks"
      title="Chỉ đạo của lãnh đạo dự hội nghị"
      lead={pledge.conference.leader ?? "Chưa ghi lãnh đạo dự hội nghị"}
      actions={runs && <ButtonLink href={`${base}/chi-dao/moi`}>Ghi chỉ đạo, giao nhiệm vụ</ButtonLink>}
    >
      <Card title="Nhiệm vụ" flush>
        <DataTable<Task>
          id="chi-dao"
          caption="Nhiệm vụ theo chỉ đạo"
          rows={tasks}
          rowKey={({ id }) => `${id}`}
          columns={[
            {
              key: "viec",
              label: "Nội dung",
              head: true,
              cell: (task) => (
                <>
                  <a href={`${base}/chi-dao/${task.id}`}>{task.words}</a>
                  <small class="soft"> {task.directedBy}</small>
                </>
              ),
            },
            { key: "don-vi", label: "Đơn vị", cell: ({ unitName }) => unitName },
            { key: "han", label: "Hạn", cell: (task) => <TaskDeadline task={task} at={actor.at} /> },
            {
              key: "trang-thai",
              label: "Tình trạng",
              kind: "tag",
              cell: (task) => (
                <>
                  <TaskTag state={task.state} />{" "}
                  {runs && task.state === "reported" && (
                    <a href={`${base}/chi-dao/${task.id}/xac-nhan`}>
                      Xem xét<span class="unseen"> kết quả: {task.words}</span>
                    </a>
                  )}
                </>
              ),
            },
          ]}
          empty={
            <EmptyState title="Chưa có nhiệm vụ nào">
              Chỉ đạo tại hội nghị được ghi thành nhiệm vụ của từng đơn vị, có hạn và kết quả.
            </EmptyState>
          }
        />
      </Card>
    </PledgePage>
  );
}

function TaskDeadline({ task, at }: { task: Task; at: Date }) {
  const deadline = deadlineOfTask(task);
  if (!deadline) return <span class="soft">{task.wording ?? "Không đặt hạn"}</span>;
  return (
    <>
      <DeadlineText deadline={deadline} />{" "}
      {task.state === "open" && <DeadlineTag deadline={deadline} at={at} />}
    </>
  );
}

export function NewTaskView(props: FormProps) {
  const { pledge, state } = props;
  const base = `/giao-uoc/${pledge.id}`;
  return (
    <PledgePage {...props} side="tasks" title="Ghi chỉ đạo thành nhiệm vụ" below="Giao nhiệm vụ">
      <Card>
        <ActionForm action={`${base}/chi-dao/moi`} formKey={props.formKey} guard>
          <TextField
            {...shown(state, "directedBy", pledge.conference.leader ?? "")}
            label="Lãnh đạo chỉ đạo"
            hint="Họ tên, chức vụ"
          />
          <TextArea {...shown(state, "words")} label="Nội dung chỉ đạo" rows={4} />
          <SelectField
            {...shown(state, "unit")}
            label="Đơn vị thực hiện"
            choices={pledge.members.map(({ unit, name }) => ({ value: `${unit}`, label: name }))}
          />
          <DayField {...shown(state, "dueOn")} label="Hạn" hint="Tính cả ngày này" optional />
          <TextField
            {...shown(state, "wording")}
            label="Hạn theo lời chỉ đạo"
            hint="Khi chưa có ngày, ví dụ “trước hội nghị sơ kết”"
            optional
          />
          <Actions>
            <Button>Giao nhiệm vụ</Button>
            <ButtonLink href={`${base}/chi-dao`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </PledgePage>
  );
}

const TaskFacts = ({ task, at }: { task: Task; at: Date }) => (
  <CheckAnswers
    answers={[
      { label: "Nội dung", value: task.words },
      { label: "Lãnh đạo chỉ đạo", value: task.directedBy },
      { label: "Đơn vị thực hiện", value: task.unitName },
      { label: "Hạn", value: <TaskDeadline task={task} at={at} /> },
      { label: "Tình trạng", value: <TaskTag state={task.state} /> },
      ...(task.result ? [{ label: "Kết quả", value: `${task.result} (${task.reportedBy})` }] : []),
      ...(task.remarks ? [{ label: "Ý kiến của cụm", value: task.remarks }] : []),
    ]}
  />
);

export function TaskView(props: FormProps & { task: Task; reports: boolean }) {
  const { pledge, state, task } = props;
  const base = `/giao-uoc/${pledge.id}`;
  return (
    <PledgePage {...props} side="tasks" title="Nhiệm vụ theo chỉ đạo" below="Nhiệm vụ">
      <Card>
        <TaskFacts task={task} at={props.actor.at} />
      </Card>
      {props.reports && task.state !== "done" && (
        <Card title="Báo cáo kết quả">
          <ActionForm action={`${base}/chi-dao/${task.id}`} formKey={props.formKey} guard>
            <input type="hidden" name="version" value={versionShown(state, task.version)} />
            <TextArea {...shown(state, "result", task.result ?? "")} label="Kết quả thực hiện" rows={5} />
            <Actions>
              <Button>Gửi kết quả</Button>
              <ButtonLink href={`${base}/chi-dao`} kind="secondary">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
      )}
    </PledgePage>
  );
}

export function ClosingView(props: FormProps & { task: Task }) {
  const { pledge, state, task } = props;
  const base = `/giao-uoc/${pledge.id}`;
  return (
    <PledgePage {...props} side="tasks" title="Xem xét kết quả nhiệm vụ" below="Xem xét kết quả">
      <Card>
        <TaskFacts task={task} at={props.actor.at} />
      </Card>
      {task.state === "reported" && (
        <Card title="Ý kiến của cụm">
          <ActionForm action={`${base}/chi-dao/${task.id}/xac-nhan`} formKey={props.formKey} guard>
            <input type="hidden" name="version" value={versionShown(state, task.version)} />
            <RadioField
              {...shown(state, "verdict")}
              label="Kết quả này"
              choices={[
                { value: "done", label: "Xác nhận đã hoàn thành" },
                { value: "open", label: "Đề nghị thực hiện tiếp" },
              ]}
            />
            <TextArea
              {...shown(state, "remarks")}
              label="Ý kiến"
              hint="Phải có khi đề nghị thực hiện tiếp"
              rows={3}
              optional
            />
            <Actions>
              <Button>Ghi ý kiến</Button>
              <ButtonLink href={`${base}/chi-dao`} kind="secondary">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
      )}
    </PledgePage>
  );
}
