import type { Frame } from "../web/frame.ts";
import { Card, DataTable, Notice, Page, Stack } from "../web/kit.ts";
import {
  type CoverageLine,
  countCoverage,
  type Standing,
  standingNames,
  writeParentItem,
} from "./coverage.ts";
import { crumbsOf } from "./unit-plan.view.tsx";
import { pathWith, type SeenParent, type SeenPlan } from "./unit-plan-seen.pages.ts";
import { CoverageTag, kindNames, writeCoverage, writeItem } from "./unit-plan-tags.view.tsx";

interface CoverageRow {
  readonly line: CoverageLine;
  /** What the unit's plan says to it. */
  readonly own: string | null;
}

/** The coverage of one launch, narrowed to one standing when asked. */
export function coverageRows(
  { content }: SeenPlan,
  { parent, coverage }: SeenParent,
  asked: string | undefined,
): CoverageRow[] {
  const items = new Map(content.items.map((item) => [item.id, item]));
  const answered = new Map(
    content.answers
      .filter(({ movement }) => movement === parent.movement)
      .map(({ key, item }) => [key, item === null ? undefined : items.get(item)]),
  );
  return coverage
    .filter(({ standing }) => !asked || standing === asked)
    .map((line) => {
      const item = answered.get(line.parent.key);
      return { line, own: item ? writeItem(item) : null };
    });
}

interface CoveragePageProps {
  frame: Frame;
  seen: SeenPlan;
  beside: SeenParent;
  asked: string | undefined;
}

/** The launch and the unit's plan side by side. */
export function CoveragePage({ frame, seen, beside, asked }: CoveragePageProps) {
  const base = `${pathWith(seen.plan, beside.parent)}/doi-chieu`;
  const query: Record<string, string> = asked ? { "tinh-trang": asked } : {};
  const suffix = asked ? `?tinh-trang=${encodeURIComponent(asked)}` : "";
  const paperOnly =
    beside.parent.channel !== null && beside.parent.channel !== "online" && seen.content.items.length === 0;
  return (
    <Page
      frame={frame}
      title="Đối chiếu với cấp trên"
      crumbs={crumbsOf(seen, "Đối chiếu")}
      lead={`${seen.plan.unitName} · ${beside.parent.movementName}`}
    >
      <Stack>
        {paperOnly && (
          <Notice tone="info" title="Kế hoạch nhận bản giấy">
            <p>Nội dung xem ở bản quét; các mục dưới đây chưa được ghi vào hệ thống nên hiện là chưa có.</p>
          </Notice>
        )}
        <Card title={writeCoverage(countCoverage(beside.coverage))} flush>
          <DataTable
            id="doi-chieu"
            caption="Các mục của cấp trên và kế hoạch của đơn vị"
            address={{ path: base, query }}
            filters={[
              {
                kind: "choice",
                name: "tinh-trang",
                label: "Đối chiếu",
                choices: (Object.keys(standingNames) as Standing[]).map((value) => ({
                  value,
                  label: standingNames[value],
                })),
              },
            ]}
            rows={coverageRows(seen, beside, asked)}
            rowKey={({ line }) => line.parent.key}
            columns={[
              {
                key: "parent",
                label: "Cấp trên nêu",
                head: true,
                cell: ({ line }) => (
                  <>
                    {writeParentItem(line.parent)} <small class="soft">{kindNames[line.parent.kind]}</small>
                  </>
                ),
              },
              { key: "own", label: "Kế hoạch của đơn vị", cell: ({ own }) => own ?? "—" },
              {
                key: "standing",
                label: "Đối chiếu",
                kind: "tag",
                cell: ({ line }) => <CoverageTag standing={line.standing} />,
              },
              { key: "note", label: "Ghi chú", cell: ({ line }) => line.note ?? "" },
            ]}
            exports={[
              { label: "XLSX", href: `${base}.xlsx${suffix}` },
              { label: "CSV", href: `${base}.csv${suffix}` },
            ]}
          />
        </Card>
      </Stack>
    </Page>
  );
}
