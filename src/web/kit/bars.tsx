import { writeNumber } from "../../platform/money.ts";

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly of: number;
  /** What stands at the right; `value/of` by default. */
  readonly text?: string | undefined;
  readonly href?: string | undefined;
  readonly tone?: "action" | "watch" | "good" | undefined;
}

/** Parts of wholes, each a labelled bar with its numbers in words. */
export const Bars = ({ bars, label }: { bars: readonly Bar[]; label: string }) => (
  <ul class="bars" aria-label={label}>
    {bars.map((bar) => {
      const text = bar.text ?? `${writeNumber(bar.value)}/${writeNumber(bar.of)}`;
      return (
        <li>
          <span class="bar-words">
            {bar.href ? <a href={bar.href}>{bar.label}</a> : <span>{bar.label}</span>}
            <b>{text}</b>
          </span>
          <BarLine label={`${bar.label}: ${text}`} value={bar.value} of={bar.of} tone={bar.tone} />
        </li>
      );
    })}
  </ul>
);

export interface BarLineProps {
  label: string;
  value: number;
  of: number;
  tone?: Bar["tone"] | undefined;
}

/** One bar alone; its label is heard, not seen. */
export const BarLine = ({ label, value, of, tone }: BarLineProps) => (
  <progress class={`bar bar-${tone ?? "action"}`} value={value} max={of} aria-label={label}>
    {label}
  </progress>
);
