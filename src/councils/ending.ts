import { type Day, writeDay } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import type { Council } from "./council.ts";
import type { Membership } from "./member.ts";
import type { Session } from "./session.ts";

/** Whether a council may end on a day, and which seats end with it; no session may be left hanging. */
export function decideEnding(
  council: Council,
  members: readonly Membership[],
  sessions: readonly Pick<Session, "state" | "title" | "day">[],
  asked: { readonly on: Day; readonly endSymbol: string },
): { readonly seats: readonly Membership[] } | Refusal {
  if (council.endedOn !== null)
    return movedOn("council-ended", `Hội đồng đã kết thúc từ ngày ${writeDay(council.endedOn)}.`);
  if (!tidy(asked.endSymbol))
    return refuse("no-paper", "Hãy nhập số, ký hiệu quyết định.", { field: "endSymbol" });
  if (asked.on <= council.foundedOn)
    return refuse("ends-before-it-begins", `Ngày kết thúc phải sau ngày ${writeDay(council.foundedOn)}.`, {
      field: "on",
    });
  const hanging = sessions.find(({ state }) => state !== "closed" && state !== "cancelled");
  if (hanging)
    return movedOn(
      "session-hanging",
      `Phiên “${hanging.title}” ngày ${writeDay(hanging.day)} chưa bế mạc; hãy bế mạc hoặc hủy phiên đó trước.`,
    );
  const held = sessions.find(({ state, day }) => state === "closed" && day >= asked.on);
  if (held)
    return refuse("held-after", `Hội đồng còn họp ngày ${writeDay(held.day)}, nên kết thúc sau ngày đó.`, {
      field: "on",
    });
  const seats = members.filter(({ validity }) => validity.to === null || validity.to > asked.on);
  const later = seats.find(({ validity }) => validity.from !== null && validity.from >= asked.on);
  return later
    ? refuse(
        "seated-after",
        `${later.personName} tham gia từ ngày ${writeDay(later.validity.from!)}; ngày kết thúc phải sau ngày đó.`,
        { field: "on" },
      )
    : { seats };
}
