import { ActionPieces, DocumentPieces, FinalPiece } from "./gallery/acts.tsx";
import { FieldPieces } from "./gallery/fields.tsx";
import { RecordPieces } from "./gallery/records.tsx";
import { TablePieces } from "./gallery/tables.tsx";
import { type Frame, Page } from "./kit.ts";

/** Every piece of the kit in its states, on one page: for looking at, and for the checks of accessibility. */
export const Gallery = ({ frame }: { frame: Frame }) => (
  <Page
    frame={frame}
    title="Bộ mảnh ghép"
    crumbs={[{ label: "Việc của tôi", href: "/" }, { label: "Bộ mảnh ghép" }]}
    lead="Mọi mảnh dùng để dựng trang, trong mọi trạng thái"
    notice={{ title: "Đã gửi; mã biên nhận 2021-0117.", children: <p>Nơi nhận được báo ngay.</p> }}
  >
    <div class="stack">
      <RecordPieces />
      <TablePieces />
      <FieldPieces />
      <ActionPieces />
      <DocumentPieces />
      <FinalPiece />
    </div>
  </Page>
);
