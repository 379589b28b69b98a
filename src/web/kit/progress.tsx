import type { Child } from "hono/jsx";
import { writeNumber } from "../../platform/money.ts";
import { ActionForm, Button } from "./action.tsx";
import { Tag } from "./tag.tsx";

interface ProgressProps {
  id: string;
  title: string;
  state: "waiting" | "running" | "finished" | "failed" | "cancelled";
  done: number;
  /** Unknown until the work has been counted. */
  total: number | null;
  /** What is counted: “dòng”, “giấy chứng nhận”. */
  noun: string;
  /** What it is doing, what went wrong, where the result is. */
  children?: Child;
  cancel?: { readonly action: string; readonly formKey: string } | undefined;
}

const states = {
  waiting: <Tag icon="clock">Đang chờ đến lượt</Tag>,
  running: (
    <Tag tone="action" icon="clock">
      Đang làm
    </Tag>
  ),
  finished: <Tag tone="good">Đã xong</Tag>,
  failed: <Tag tone="bad">Không xong</Tag>,
  cancelled: <Tag>Đã hủy</Tag>,
};

/** A long piece of work: how far it is, and a way to stop it. Draws itself anew while it runs. */
export function Progress(props: ProgressProps) {
  const { id, title, done, total, noun, cancel } = props;
  const going = props.state === "waiting" || props.state === "running";
  const counted =
    total === null ? `${writeNumber(done)} ${noun}` : `${writeNumber(done)}/${writeNumber(total)} ${noun}`;
  return (
    <live-refresh id={id} data-going={going ? "" : undefined}>
      <section class="card job" aria-labelledby={`${id}-ten`}>
        <header class="card-head">
          <h2 id={`${id}-ten`}>{title}</h2>
          {states[props.state]}
        </header>
        <div class="card-body">
          <p class="bar-words">
            <span>Tiến độ</span>
            <b>{counted}</b>
          </p>
          <progress
            class="bar bar-action"
            aria-label={`${title}: ${counted}`}
            value={total === null ? undefined : done}
            max={total ?? undefined}
          />
          {props.children}
          {going && cancel && (
            <ActionForm action={cancel.action} formKey={cancel.formKey} inline>
              <Button kind="secondary" small>
                Dừng việc này
              </Button>
            </ActionForm>
          )}
        </div>
      </section>
    </live-refresh>
  );
}
