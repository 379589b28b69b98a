import { DayText } from "./lines.tsx";
import {
  flag,
  layOutYear,
  type MarkTone,
  type PlacedMark,
  phaseHeight,
  type YearLineFacts,
} from "./year-line-layout.ts";

export type { MarkTone, YearLineFacts, YearMark, YearPhase } from "./year-line-layout.ts";

const WIDE = 1060;
const NARROW = 350;

/** The year on one line: months, phases, deadlines, today; and the same as a table. */
export function YearLine(props: YearLineFacts & { label: string }) {
  return (
    <figure class="year-line">
      <Drawing facts={props} label={props.label} width={WIDE} />
      <Drawing facts={props} label={props.label} width={NARROW} />
      <figcaption>
        <details>
          <summary>Xem dạng bảng</summary>
          <YearTable facts={props} label={props.label} />
        </details>
      </figcaption>
    </figure>
  );
}

interface DrawingProps {
  facts: YearLineFacts;
  label: string;
  width: number;
}

function Drawing({ facts, label, width }: DrawingProps) {
  const year = layOutYear(facts, width);
  return (
    <svg
      class={width === WIDE ? "year-wide" : "year-narrow"}
      viewBox={`0 0 ${year.width} ${year.height}`}
      role="img"
      aria-label={label}
    >
      {year.months.map((month) => (
        <>
          <line class="year-grid" x1={month.x} x2={month.x} y1={year.top} y2={year.bottom} />
          <text class="year-month" x={month.textX} y={year.height - 6} text-anchor="middle">
            {month.text}
          </text>
        </>
      ))}
      {year.phases.map((phase) => (
        <>
          <rect
            class={phase.current ? "year-phase year-phase-current" : "year-phase"}
            x={phase.x}
            y={phase.y}
            width={phase.width}
            height={phaseHeight}
            rx="4"
          />
          <text
            class={phase.current ? "year-phase-words year-phase-words-current" : "year-phase-words"}
            x={phase.x + 9}
            y={phase.y + 19}
          >
            {phase.text}
          </text>
        </>
      ))}
      {year.today && (
        <line
          class="year-today"
          x1={year.today.x}
          x2={year.today.x}
          y1={flag.height - 1}
          y2={year.bottom}
          stroke-width="2"
        />
      )}
      {year.marks.map((mark) => (
        <Leader mark={mark} />
      ))}
      {year.marks.map((mark) => (
        <Mark mark={mark} />
      ))}
      {year.today && (
        <>
          <rect class="year-flag" x={year.today.flagX} y="0" width={flag.width} height={flag.height} rx="4" />
          <text class="year-flag-words" x={year.today.flagX + flag.width / 2} y="15.5" text-anchor="middle">
            {year.today.text}
          </text>
        </>
      )}
    </svg>
  );
}

/** Each tone has its own shape, so that colour is not the only difference. */
const shapes: Record<MarkTone, (x: number, y: number) => string> = {
  plain: (x, y) => `M${x} ${y - 5}l5 5-5 5-5-5z`,
  good: (x, y) => `M${x - 5} ${y}a5 5 0 1 0 10 0 5 5 0 1 0-10 0z`,
  watch: (x, y) => `M${x} ${y - 5.5}l5.5 10h-11z`,
  bad: (x, y) => `M${x - 4.5} ${y - 4.5}h9v9h-9z`,
};

/** All thin lines come before all words, so that none runs through them. */
const Leader = ({ mark }: { mark: PlacedMark }) =>
  mark.leaderTo === null ? null : (
    <g class={`year-mark year-mark-${mark.tone ?? "plain"}`}>
      <line class="year-leader" x1={mark.x} x2={mark.x} y1={mark.y} y2={mark.leaderTo} />
    </g>
  );

function Mark({ mark }: { mark: PlacedMark }) {
  const tone = mark.tone ?? "plain";
  return (
    <g class={`year-mark year-mark-${tone}`}>
      <path d={shapes[tone](mark.x, mark.y)} />
      <text x={mark.textX} y={mark.y + 4.8} text-anchor={mark.anchor}>
        {mark.text}
      </text>
    </g>
  );
}

function YearTable({ facts, label }: { facts: YearLineFacts; label: string }) {
  const marks = [...facts.marks].sort((left, right) => (left.day < right.day ? -1 : 1));
  return (
    <table class="table">
      <caption class="unseen">{label}</caption>
      <thead>
        <tr>
          <th scope="col">Việc</th>
          <th scope="col">Ngày</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {facts.phases.map((phase) => (
          <tr>
            <th scope="row" class="cell-head">
              {phase.label}
            </th>
            <td data-label="Ngày">
              <DayText day={phase.from} /> đến <DayText day={phase.to} />
            </td>
            <td data-label="Tình trạng">
              {phase.to < facts.today ? "đã qua" : phase.from > facts.today ? "chưa đến" : "đang diễn ra"}
            </td>
          </tr>
        ))}
        {marks.map((mark) => (
          <tr>
            <th scope="row" class="cell-head">
              {mark.label}
            </th>
            <td data-label="Ngày">
              <DayText day={mark.day} />
            </td>
            <td data-label="Tình trạng">{mark.state ?? (mark.day < facts.today ? "đã qua" : "chưa đến")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
