import { onDay, writeDay } from "../platform/day.ts";
import { Card, Lines, Timeline } from "../web/kit.ts";
import type { UnitPlan } from "./unit-plan.ts";
import { planChannelNames } from "./unit-plan.ts";
import type { PlanHistoryEntry } from "./unit-plan-history.store.ts";
import type { PlanPaper } from "./unit-plan-paper.store.ts";

/** Number, day and signature, and what the plan became for the unit's own sub-units. */
export function IssueCard({ plan }: { plan: Pick<UnitPlan, "id" | "issue" | "launched"> }) {
  if (!plan.issue) return null;
  const { number, symbol, on, signerName, signerOffice, signerCapacity } = plan.issue;
  return (
    <Card title="Ban hành">
      <p>
        Số {number}/{symbol} ngày {writeDay(on)}
      </p>
      <p>
        {signerCapacity ? `${signerCapacity}, ` : ""}
        {signerOffice}: {signerName}
      </p>
      {plan.launched !== null && (
        <p>
          <a href={`/phong-trao/${plan.launched}`}>Đã phát động đến các đơn vị trực thuộc</a>
        </p>
      )}
    </Card>
  );
}

export function PlanPapersCard({
  plan,
  papers,
}: {
  plan: Pick<UnitPlan, "id" | "file" | "fileName">;
  papers: readonly PlanPaper[];
}) {
  if (papers.length === 0 && plan.file === null) return null;
  return (
    <Card title="Văn bản" flush>
      <Lines
        lines={[
          ...papers.map((paper) => ({
            main: (
              <a href={`/ke-hoach-don-vi/${plan.id}/ban-quet/${paper.id}`} data-turbo="false">
                Bản quét số {paper.number} ngày {writeDay(paper.day)}
              </a>
            ),
            detail: `${paper.fileName} · ${paper.actorName} đính ngày ${writeDay(onDay(paper.at))}`,
          })),
          ...(plan.file === null
            ? []
            : [
                {
                  main: (
                    <a href={`/ke-hoach-don-vi/${plan.id}/tep`} data-turbo="false">
                      Văn bản của đơn vị đã đọc
                    </a>
                  ),
                  detail: plan.fileName,
                },
              ]),
        ]}
      />
    </Card>
  );
}

const deeds: Readonly<Record<PlanHistoryEntry["kind"], string>> = {
  started: "bắt đầu soạn kế hoạch trả lời",
  joined: "dùng kế hoạch này trả lời thêm",
  read: "đưa vào văn bản",
  sent: "gửi kế hoạch trả lời",
  returned: "trả lại kế hoạch trả lời",
  accepted: "tiếp nhận kế hoạch trả lời",
  issued: "ghi nhận ký, ban hành",
  launched: "phát động đến đơn vị trực thuộc:",
};

export const PlanHistoryCard = ({ history }: { history: readonly PlanHistoryEntry[] }) => (
  <Card title="Quá trình">
    <Timeline
      label="Những gì đã xảy ra với kế hoạch"
      entries={history.map((entry) => ({
        at: entry.at,
        who: entry.actorName,
        onBehalfOf: entry.onBehalfOf ?? undefined,
        what: whatOf(entry),
        why: entry.kind === "returned" ? entry.remarks : entry.lateReason,
      }))}
    />
  </Card>
);

function whatOf(entry: PlanHistoryEntry): string {
  const { kind, movementName, remarks, channel, receivedOn, late, dueOn } = entry;
  const to = movementName ? ` “${movementName}”` : "";
  const paper =
    channel && receivedOn && channel !== "online"
      ? ` (${planChannelNames[channel].toLocaleLowerCase("vi")}, nhận ngày ${writeDay(receivedOn)})`
      : "";
  const when = late ? ", sau hạn" : "";
  const due = dueOn ? `, gửi lại đến hết ngày ${writeDay(dueOn)}` : "";
  const words = remarks && (kind === "read" || kind === "issued") ? ` ${remarks}` : "";
  return `${deeds[kind]}${to}${words}${paper}${when}${due}`;
}
