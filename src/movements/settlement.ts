import { type Day, writeDay } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { isUnsettled, type MovementDeadline, type SettlementWay } from "./deadlines.ts";

/** What a person says of a deadline whose day does not exist, is bound to an event, or is changed. */
export interface SettlementRequest {
  readonly way: SettlementWay;
  readonly day: Day | null;
  readonly inclusive: boolean;
  readonly instrumentSymbol: string | null;
  readonly instrumentDay: Day | null;
  readonly reason: string | null;
}

/** The ways open to a deadline as it stands. */
export function waysFor(deadline: MovementDeadline): readonly SettlementWay[] {
  if (deadline.kind === "impossible" && deadline.day === null)
    return isUnsettled(deadline) ? ["correction", "set-here", "left-open"] : ["correction", "set-here"];
  if (deadline.kind === "event-bound" && deadline.day === null) return ["event-day", "amendment"];
  return ["correction", "amendment"];
}

/**
 * A settlement is by the issuer's correction (văn bản đính chính), by a day set here with a reason, or the
 * deadline is left open with a question raised, and then nobody is late (Nghị định 30/2020/NĐ-CP, Điều 18).
 */
export function decideSettlement(
  deadline: MovementDeadline,
  request: SettlementRequest,
  issuedOn: Day | null,
): SettlementRequest | Refusal {
  if (!waysFor(deadline).includes(request.way))
    return movedOn("already-settled", "Hạn này đã được xử lý; hãy mở lại trang để xem tình trạng mới nhất.");
  const reason = tidy(request.reason ?? "") || null;
  if (request.way === "left-open") {
    if (reason === null)
      return refuse("no-question", "Hãy viết câu hỏi gửi nơi ban hành.", { field: "reason" });
    return { ...request, day: null, reason, instrumentSymbol: null, instrumentDay: null };
  }
  if (request.day === null) return refuse("no-day", "Hãy nhập ngày đúng của hạn này.", { field: "day" });
  if (issuedOn !== null && request.day < issuedOn)
    return refuse(
      "deadline-before-issue",
      `Hạn ${writeDay(request.day)} trước ngày ban hành ${writeDay(issuedOn)}; hãy xem lại.`,
      { field: "day" },
    );
  const byPaper = request.way === "correction" || request.way === "amendment";
  const paper = byPaper ? tidy(request.instrumentSymbol ?? "") || null : null;
  if (byPaper && paper === null)
    return refuse("no-instrument", "Hãy nhập số, ký hiệu của văn bản.", { field: "instrumentSymbol" });
  if (byPaper && request.instrumentDay === null)
    return refuse("no-instrument-day", "Hãy nhập ngày của văn bản.", { field: "instrumentDay" });
  if (request.way === "set-here" && reason === null)
    return refuse("no-reason", "Hãy ghi lý do xác định ngày này.", { field: "reason" });
  return {
    ...request,
    reason,
    instrumentSymbol: paper,
    instrumentDay: byPaper ? request.instrumentDay : null,
  };
}
