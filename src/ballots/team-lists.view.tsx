import { Card, Lines, Tag } from "../web/kit.ts";
import type { OfficerDraft, Poll } from "./poll.ts";

const roleNames = {
  chair: "Chủ tọa",
  secretary: "Thư ký",
  "teller-head": "Tổ trưởng tổ kiểm phiếu",
  teller: "Tổ viên tổ kiểm phiếu",
} as const;

/** Who may vote, and who has; never how. */
export const Roll = ({ poll }: { poll: Poll }) => (
  <Card title={`Danh sách bỏ phiếu (${poll.roll.length})`} flush>
    <Lines
      lines={poll.roll.map((voter) => ({
        main: voter.name,
        detail: [
          voter.post,
          ...(voter.way === "letter" ? ["vắng mặt, gửi ý kiến bằng phiếu"] : []),
          ...voter.excluded.map(({ reason, question }) => `Nội dung ${question}: ${reason}`),
          ...(voter.ended ? [voter.ended] : []),
        ].join(" · "),
        end: voter.voted ? (
          <Tag tone="good">{voter.voted === "paper" ? "Đã nhận phiếu giấy" : "Đã bỏ phiếu"}</Tag>
        ) : voter.ended ? (
          <Tag>Thôi bỏ phiếu</Tag>
        ) : undefined,
      }))}
    />
  </Card>
);

/** Who presides, writes and counts, and whether the keepers of the key have set their locks. */
export const Officers = ({ poll, locked }: { poll: Poll; locked: readonly number[] }) => (
  <Card title="Chủ tọa, thư ký, tổ kiểm phiếu" flush>
    <Lines
      lines={poll.officers.map((officer) => ({
        main: officer.name,
        detail: `${roleNames[officer.role]} · ${officer.post}`,
        end: shareTag(officer, locked),
      }))}
    />
  </Card>
);

const shareTag = ({ holdsShare, person }: OfficerDraft, locked: readonly number[]) => {
  if (!holdsShare) return undefined;
  return locked.includes(person) ? <Tag tone="good">Đã đặt khóa</Tag> : <Tag tone="watch">Chưa đặt khóa</Tag>;
};
