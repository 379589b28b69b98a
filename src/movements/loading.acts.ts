import type { Work } from "../platform/act.ts";
import { movedOn, type Refusal } from "../platform/refusal.ts";
import { loadMovement } from "./movement.store.ts";
import type { Movement } from "./movement.ts";

/** The movement for change, as the form saw it: another version means that somebody changed it meanwhile. */
export async function loadAsSeen(
  work: Work,
  id: number,
  version: number | null,
): Promise<Movement | Refusal> {
  const movement = await loadMovement(work.tx, id, work.day);
  if (!movement) return movedOn("no-such-movement", "Không còn phong trào này.");
  if (version !== null && version !== movement.version)
    return movedOn(
      "changed-meanwhile",
      "Nội dung này vừa được người khác hoặc cửa sổ khác sửa. Những gì bạn nhập vẫn còn dưới đây; hãy mở trang ở cửa sổ mới để đối chiếu rồi lưu lại.",
    );
  return movement;
}
