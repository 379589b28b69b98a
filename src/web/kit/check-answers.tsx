import type { Child } from "hono/jsx";

export interface Answer {
  readonly label: string;
  readonly value: Child;
  /** Where this answer can be changed. */
  readonly changeHref?: string | undefined;
}

/** What was answered, to be looked over before it is sent; also the facts of a record. */
export const CheckAnswers = ({ answers }: { answers: readonly Answer[] }) => (
  <dl class="answers">
    {answers.map((answer) => (
      <div class="answer">
        <dt>{answer.label}</dt>
        <dd>{answer.value}</dd>
        {answer.changeHref && (
          <dd class="answer-change">
            <a href={answer.changeHref}>
              Sửa<span class="unseen"> {answer.label}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
