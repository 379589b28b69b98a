import type { Frame } from "../web/frame.ts";
import { Card, type Column, DataTable, EmptyState, Notice, Page } from "../web/kit.ts";
import type { NumberedCriterion } from "./criteria.ts";
import { writePoints } from "./rule-words.ts";
import { pointsBySide, type ScoreEntry, type Sheet } from "./sheet.ts";
import type { WholeYear } from "./whole-sheet.store.ts";
import { sheetHref, yearCrumbs } from "./year-tags.view.tsx";

interface FieldPageProps {
  frame: Frame;
  whole: WholeYear;
  leaves: readonly NumberedCriterion[];
  sheets: readonly Sheet[];
  entries: ReadonlyMap<number, readonly ScoreEntry[]>;
  open: boolean;
}

/** What a ministry unit judges: the criteria of its own field on every sheet sent, and nothing else of them. */
export function FieldPage({ frame, whole, leaves, sheets, entries, open }: FieldPageProps) {
  const columns: readonly Column<Sheet>[] = [
    { key: "unit", label: "Đơn vị", head: true, cell: ({ unitName }) => unitName },
    ...leaves.map((leaf) => ({
      ...{ key: `${leaf.id}`, label: `${leaf.number}. ${leaf.name}`, kind: "number" as const },
      cell: (sheet: Sheet) =>
        writePoints(pointsBySide(entries.get(sheet.id) ?? [], "self").get(leaf.id) ?? null, leaf.max),
    })),
    {
      ...{ key: "say", label: "Ý kiến", kind: "actions" },
      cell: (sheet) => (
        <a href={sheetHref(sheet.id, "/y-kien")}>
          Cho ý kiến<span class="unseen"> về phiếu của {sheet.unitName}</span>
        </a>
      ),
    },
  ];
  return (
    <Page
      frame={frame}
      title="Ý kiến theo lĩnh vực"
      crumbs={yearCrumbs(whole.scoring, { label: "Ý kiến theo lĩnh vực" })}
      lead="Đơn vị thuộc Bộ cho ý kiến về tiêu chí thuộc lĩnh vực chuyên môn của mình (Thông tư 05/2018/TT-BTP, Điều 6)."
    >
      {!open && (
        <Notice tone="info" title="Điểm của đơn vị khác còn đóng">
          <p>Điểm chỉ mở sau khi đơn vị của Ông/Bà gửi phiếu tự chấm.</p>
        </Notice>
      )}
      <Card flush>
        <DataTable
          id="linh-vuc"
          caption="Điểm tự chấm theo lĩnh vực"
          columns={columns}
          rows={sheets}
          rowKey={({ id }) => `${id}`}
          empty={<EmptyState title="Chưa có phiếu nào để cho ý kiến" />}
        />
      </Card>
    </Page>
  );
}
