import { writeNumber } from "../platform/money.ts";
import { Card, DataTable, DayText } from "../web/kit.ts";
import { writeMeasured } from "./forecast.ts";
import { shortLabel } from "./period-chart.ts";
import { PeriodChart } from "./period-chart.view.tsx";
import { isRatio, type Target } from "./target.ts";
import type { PeriodLine } from "./target-periods.ts";

interface PeriodsProps {
  target: Target;
  lines: readonly PeriodLine[];
  goal: number | null;
}

/** The year by period: a bar for each against the goal, and the same as a table. */
export function PeriodsCard({ target, lines, goal }: PeriodsProps) {
  const begun = lines.filter(({ state }) => state !== "to-come");
  return (
    <Card title="Tiến độ theo kỳ" lead="Cộng dồn từ đầu năm công tác đến hết từng kỳ, so với chỉ tiêu cả năm">
      {begun.length === 0 ? (
        <p class="soft">Năm công tác chưa bắt đầu.</p>
      ) : (
        <PeriodChart
          label={`Biểu đồ tiến độ theo kỳ của ${target.name}; số liệu ở bảng dưới`}
          bars={begun.map(({ period, soFar, state }) => ({
            label: shortLabel(period.label),
            value: soFar,
            text: soFar === null ? "chưa có" : writeNumber(soFar),
            running: state === "running",
          }))}
          goal={goal}
          goalText={goal === null ? "" : `Chỉ tiêu cả năm ${writeMeasured(goal, target)}`}
        />
      )}
      <PeriodTable target={target} lines={lines} />
    </Card>
  );
}

const states = { over: "hết", running: "đang diễn ra, hết", "to-come": "chưa đến, hết" } as const;

const PeriodTable = ({ target, lines }: Omit<PeriodsProps, "goal">) => (
  <DataTable<PeriodLine>
    id="theo-ky"
    caption="Số liệu theo kỳ"
    rows={lines}
    rowKey={({ period }) => period.to}
    columns={[
      {
        key: "ky",
        label: "Kỳ",
        head: true,
        cell: ({ period, state }) => (
          <>
            {period.label}
            <small>
              {states[state]} <DayText day={period.to} />
            </small>
          </>
        ),
      },
      ...(isRatio(target.measure)
        ? [
            {
              key: "tu",
              label: "Tử số / mẫu số",
              kind: "number" as const,
              cell: (line: PeriodLine) =>
                line.numerator === null
                  ? "Chưa có"
                  : `${writeNumber(line.numerator)} / ${writeNumber(line.denominator ?? 0)}`,
            },
          ]
        : []),
      { key: "ky-nay", label: "Trong kỳ", kind: "number", cell: ({ own }) => writeMeasured(own, target) },
      {
        key: "luy-ke",
        label: "Từ đầu năm",
        kind: "number",
        cell: ({ soFar }) => writeMeasured(soFar, target),
      },
    ]}
  />
);
