import type { PanelOffer } from "../platform/offers.ts";
import { Bars, Card } from "../web/kit.ts";

/** What later stages show beside a unit or a cluster: how far their work is. */
export const PanelCards = ({ panels }: { panels: readonly PanelOffer[] }) => (
  <>
    {panels.map((panel) => (
      <Card title={panel.title} more={panel.href ? <a href={panel.href}>Xem đầy đủ</a> : undefined}>
        <Bars
          label={panel.title}
          bars={panel.rows.map((row) => ({
            label: row.label,
            value: row.done,
            of: Math.max(1, row.total),
            text: `${row.done}/${row.total}`,
          }))}
        />
      </Card>
    ))}
  </>
);
