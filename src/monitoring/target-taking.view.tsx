import { writeNumber } from "../platform/money.ts";
import type { Frame } from "../web/frame.ts";
import { ButtonLink, Card, DataTable, EmptyState, Page } from "../web/kit.ts";
import type { PlannedTarget } from "./target-setting.ts";

interface TakingProps {
  frame: Frame;
  movement: { readonly id: number; readonly name: string };
  planned: readonly PlannedTarget[];
}

/** The targets of a movement's plan, to be taken over one by one with their provenance. */
export const TakingPage = ({ frame, movement, planned }: TakingProps) => (
  <Page
    frame={frame}
    title="Chỉ tiêu trong kế hoạch phong trào"
    lead={movement.name}
    crumbs={[
      { label: "Theo dõi chỉ tiêu", href: "/theo-doi" },
      { label: "Chỉ tiêu trong kế hoạch phong trào" },
    ]}
  >
    <Card title="Đưa vào theo dõi" lead="Mỗi chỉ tiêu được xem lại cách đo, mức và kỳ trước khi lập" flush>
      <DataTable<PlannedTarget>
        id="chi-tieu-ke-hoach"
        caption="Chỉ tiêu trong kế hoạch phong trào"
        rows={planned}
        rowKey={({ position }) => `${position}`}
        empty={
          <EmptyState title="Kế hoạch này không ghi chỉ tiêu nào">
            Vẫn có thể lập chỉ tiêu riêng rồi gắn với phong trào này.
          </EmptyState>
        }
        columns={[
          { key: "noi-dung", label: "Chỉ tiêu", head: true, cell: ({ words }) => words },
          {
            key: "muc",
            label: "Mức",
            cell: ({ value, unit }) =>
              value === null ? "Chưa ghi số" : `${writeNumber(value)} ${unit ?? ""}`,
          },
          {
            key: "viec",
            label: "Việc",
            kind: "actions",
            cell: (one) =>
              one.taken ? (
                <a href={`/theo-doi/chi-tieu/${one.taken}`}>Đang theo dõi</a>
              ) : (
                <ButtonLink
                  href={`/theo-doi/moi?phong-trao=${movement.id}&chi-tieu=${one.position}`}
                  kind="secondary"
                  small
                >
                  Đưa vào theo dõi
                </ButtonLink>
              ),
          },
        ]}
      />
    </Card>
  </Page>
);
