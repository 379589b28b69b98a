import { type Day, writeDay } from "../platform/day.ts";

/** What became of a share's unit. */
export interface EndedUnit {
  readonly endedOn: Day | null;
  readonly followers: readonly string[];
  /** No follower has a part of its own, so that they go on in this one. */
  readonly carried: boolean;
}

/**
 * Where the results of an ended unit are counted, in words; null while the unit is there. One follower takes them
 * over. Of several nobody has said whose they are, so that they stay, counted once, where the target was given.
 */
export function endedWords(unitName: string, { endedOn, followers, carried }: EndedUnit): string | null {
  if (endedOn === null) return null;
  const ended = `${unitName} đã kết thúc hoạt động từ ngày ${writeDay(endedOn)}`;
  if (followers.length === 0)
    return `${ended}, không có đơn vị kế tục: kết quả đến ngày đó vẫn tính ở đơn vị giao chỉ tiêu.`;
  const names = followers.join(", ");
  if (carried)
    return `${ended}; ${names} chưa có phần riêng nên nhập tiếp ở đây, và kết quả vẫn là một dãy số.`;
  if (followers.length === 1) return `${ended}; kết quả đến ngày đó được cộng vào ${names}.`;
  return `${ended} và được chia thành ${names}. Việc chia tách không nói kết quả cũ thuộc đơn vị nào, nên kết quả đến ngày đó giữ ở tên cũ và tính một lần ở đơn vị giao chỉ tiêu, không cộng vào đơn vị kế tục. Muốn chuyển một phần cho đơn vị kế tục: sửa số của kỳ đó ở đây, nhập phần chuyển ở đơn vị kế tục, và ghi lý do ở cả hai nơi.`;
}
