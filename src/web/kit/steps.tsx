import type { Child } from "hono/jsx";
import { Icon } from "./icons.tsx";

export interface Step {
  readonly label: string;
  readonly state: "done" | "current" | "waiting" | "stopped";
  readonly detail?: Child;
}

const words = { done: "Đã xong", current: "Đang ở đây", waiting: "Chưa đến", stopped: "Đã dừng" } as const;

/** The way a thing goes, and where on it the thing is. */
export const Steps = ({ steps, label }: { steps: readonly Step[]; label: string }) => (
  <ol class="steps" aria-label={label}>
    {steps.map((step) => (
      <li class={`step step-${step.state}`} aria-current={step.state === "current" ? "step" : undefined}>
        <span class="step-sign" aria-hidden="true">
          {step.state === "done" && <Icon name="met" size={20} />}
          {step.state === "stopped" && <Icon name="unmet" size={20} />}
        </span>
        <span class="step-words">
          <span class="unseen">{words[step.state]}: </span>
          <span class="step-label">{step.label}</span>
          {step.detail && <small>{step.detail}</small>}
        </span>
      </li>
    ))}
  </ol>
);
