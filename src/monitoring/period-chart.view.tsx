import { type ChartBar, layOutPeriods } from "./period-chart.ts";

interface ChartProps {
  label: string;
  bars: readonly ChartBar[];
  goal: number | null;
  goalText: string;
}

const WIDE = 680;
const NARROW = 330;

/** A bar for each period with the goal as a line; the same numbers stand in the table beside it. */
export const PeriodChart = (props: ChartProps) => (
  <figure class="period-chart">
    <Drawing {...props} width={WIDE} />
    <Drawing {...props} width={NARROW} />
  </figure>
);

function Drawing({ label, bars, goal, goalText, width }: ChartProps & { width: number }) {
  const chart = layOutPeriods(bars, goal, width);
  return (
    <svg
      class={width === WIDE ? "chart-wide" : "chart-narrow"}
      viewBox={`0 0 ${chart.width} ${chart.height}`}
      role="img"
      aria-label={label}
    >
      <line class="chart-ground" x1={0} x2={chart.width} y1={chart.ground} y2={chart.ground} />
      {chart.bars.map((bar) => (
        <>
          <rect
            class={bar.running ? "chart-bar chart-bar-running" : "chart-bar"}
            x={bar.x}
            y={bar.y}
            width={bar.width}
            height={bar.height}
          />
          {chart.roomForText && (
            <text class="chart-number" x={bar.middle} y={bar.y - 6} text-anchor="middle">
              {bar.text}
            </text>
          )}
          <text class="chart-label" x={bar.middle} y={chart.height - 6} text-anchor="middle">
            {bar.label}
          </text>
        </>
      ))}
      {chart.goal !== null && (
        <>
          <line class="chart-goal" x1={0} x2={chart.width} y1={chart.goal} y2={chart.goal} />
          <text class="chart-goal-words" x={0} y={12}>
            {goalText}
          </text>
        </>
      )}
    </svg>
  );
}
