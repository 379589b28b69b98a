import { type Instant, onDay, writeDay } from "../platform/day.ts";
import type { Extension } from "../platform/extension.ts";
import { Card, Columns, DataTable, type Frame, Lines, Page, Stack } from "../web/kit.ts";
import { type DueRow, type DueUnit, dueKey, type OnTime, writeOnTime } from "./lateness.ts";
import { opensFor, ShortDeadline, StandingTag } from "./lateness.view.tsx";
import { ExtensionHistory } from "./lateness-extension.view.tsx";
import type { Forecast } from "./lateness-forecast.ts";
import { ForecastText } from "./lateness-groups.view.tsx";

interface UnitLatenessViewProps {
  frame: Frame;
  unit: DueUnit;
  year: number;
  rows: readonly DueRow[];
  onTime: OnTime;
  past: readonly { readonly year: number; readonly onTime: OnTime }[];
  /** Bodies for which the reader is a standing officer. */
  stands: readonly number[];
  forecasts: ReadonlyMap<string, Forecast | null>;
  extensions: readonly Extension[];
  at: Instant;
}

/** What one unit owes and has kept: for the unit itself and its standing officer. */
export function UnitLatenessView({ unit, year, rows, ...props }: UnitLatenessViewProps) {
  const whats = new Map(rows.map(({ key, item }) => [key, item.what]));
  return (
    <Page
      frame={props.frame}
      title={unit.name}
      lead={`Việc có hạn năm ${year}`}
      crumbs={[{ label: "Theo dõi hạn, đôn đốc", href: `/don-doc?nam=${year}` }, { label: unit.name }]}
      actions={<a href={`/nam-cong-tac?don-vi=${unit.id}&nam=${year}`}>Xem cả năm trên một trang</a>}
    >
      <Columns>
        <Card title="Từng việc" flush>
          <DataTable<DueRow>
            id="viec"
            caption={`Việc có hạn của ${unit.name}`}
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              {
                key: "viec",
                label: "Việc",
                head: true,
                cell: ({ item, key }) => {
                  const forecast = props.forecasts.get(key);
                  return (
                    <>
                      {opensFor(props, item, unit) ? <a href={item.href}>{item.what}</a> : item.what}
                      {forecast && (
                        <div>
                          <ForecastText forecast={forecast} />
                        </div>
                      )}
                    </>
                  );
                },
              },
              {
                key: "han",
                label: "Hạn",
                kind: "day",
                cell: ({ item }) => <ShortDeadline deadline={item.deadline} />,
              },
              {
                key: "tinh-trang",
                label: "Tình trạng",
                kind: "tag",
                cell: ({ standing }) => <StandingTag standing={standing} />,
              },
              {
                key: "xong",
                label: "Xong ngày",
                kind: "day",
                cell: ({ item }) => (item.doneAt ? writeDay(onDay(item.doneAt)) : ""),
              },
              ...(unit.overseen
                ? [
                    {
                      key: "gia-han",
                      label: "Gia hạn",
                      kind: "actions" as const,
                      cell: ({ item, key }: DueRow) =>
                        item.doneAt === null && (
                          <a href={`/don-doc/gia-han?nam=${year}&viec=${encodeURIComponent(key)}`}>
                            {"Gia\u00a0hạn"}
                            <span class="unseen"> {item.what}</span>
                          </a>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        </Card>
        <Stack>
          <Card title="Tỷ lệ đúng hạn" flush>
            <Lines
              lines={[{ year, onTime: props.onTime }, ...props.past].map((one) => ({
                main: <a href={`/don-doc/don-vi/${unit.id}?nam=${one.year}`}>Năm {one.year}</a>,
                end: writeOnTime(one.onTime),
              }))}
            />
          </Card>
          {props.extensions.length > 0 && (
            <ExtensionHistory
              extensions={props.extensions}
              whatOf={(extension) => whats.get(dueKey({ ...extension, unit: unit.id })) ?? ""}
            />
          )}
        </Stack>
      </Columns>
    </Page>
  );
}
