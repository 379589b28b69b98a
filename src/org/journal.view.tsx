import type { JournalEntry } from "../platform/audit.store.ts";
import { Card, Timeline } from "../web/kit.ts";

/** What was done, in words; an event not listed here is shown by nobody. */
const deeds: Readonly<Record<string, string>> = {
  "unit.added": "thêm đơn vị",
  "unit.renamed": "đổi tên đơn vị",
  "unit.facts-changed": "sửa thông tin đơn vị",
  "unit.transferred": "điều chuyển đơn vị",
  "unit.merged": "sáp nhập đơn vị vào đơn vị khác",
  "unit.took-in": "tiếp nhận đơn vị sáp nhập",
  "unit.split": "chia, tách đơn vị",
  "unit.dissolved": "giải thể đơn vị",
  "unit.focal-officer-named": "cử đầu mối thi đua, khen thưởng",
  "person.added": "thêm vào danh sách",
  "person.changed": "sửa thông tin",
  "person.moved": "điều động",
  "post.given": "giao chức trách",
  "post.ended": "kết thúc chức trách",
  "post.delegated": "ghi việc giao quyền",
  "account.opened": "mở tài khoản",
  "account.password-reset": "đặt mật khẩu tạm",
  "account.closed": "đóng tài khoản",
  "cluster.founded": "thành lập",
  "cluster.year-appointed": "lập thành phần, cử Trưởng, Phó Trưởng của năm",
};

/** The journal of a unit, a person or a cluster, newest first. */
export function JournalCard({ entries }: { entries: readonly JournalEntry[] }) {
  const told = entries.filter((entry) => deeds[entry.kind] !== undefined);
  if (told.length === 0) return null;
  return (
    <Card title="Nhật ký">
      <Timeline
        label="Nhật ký thay đổi"
        entries={told.map((entry) => ({
          at: entry.at,
          who: entry.postTitle ? `${entry.actorName} (${entry.postTitle})` : entry.actorName,
          onBehalfOf: entry.onBehalfOf ?? undefined,
          what: deeds[entry.kind],
        }))}
      />
    </Card>
  );
}
