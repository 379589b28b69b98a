import type { JournalEntry } from "../platform/audit.store.ts";
import { type Day, writeDay } from "../platform/day.ts";
import { Card, Columns, Diff, EmptyState, Stack, Timeline } from "../web/kit.ts";
import { type MovementEvent, stepNames } from "./life.ts";
import { MovementPage, type MovementSetting } from "./movement-frame.view.tsx";
import { type DescribedChange, isSection, sectionNames } from "./sections.ts";

interface JournalProps {
  setting: MovementSetting;
  events: readonly MovementEvent[];
  /** The journal of every act, for the launcher's people only. */
  entries: readonly JournalEntry[];
}

/** The life of the movement and every amendment with before and after. */
export function JournalView({ setting, events, entries }: JournalProps) {
  const shown = setting.seen.ofLauncher ? events : events.filter((event) => publicSteps.includes(event.kind));
  const amendments = events.filter((event) => event.kind === "amended");
  return (
    <MovementPage setting={setting} current="nhat-ky">
      <Columns>
        <Stack>
          <Card title="Các bước">
            <Timeline
              label="Các bước của phong trào"
              entries={[...shown].reverse().map((event) => ({
                at: event.at,
                who: event.postTitle ? `${event.actorName}, ${event.postTitle}` : event.actorName,
                onBehalfOf: event.onBehalfOf ?? undefined,
                what: whatOf(event),
                why: event.remarks ?? undefined,
              }))}
            />
          </Card>
          {entries.length > 0 && (
            <Card title="Nhật ký chi tiết">
              <Timeline
                label="Nhật ký chi tiết"
                entries={entries.map((entry) => ({
                  at: entry.at,
                  who: entry.postTitle ? `${entry.actorName}, ${entry.postTitle}` : entry.actorName,
                  onBehalfOf: entry.onBehalfOf ?? undefined,
                  what: entryNames[entry.kind] ?? "thay đổi phong trào",
                }))}
              />
            </Card>
          )}
        </Stack>
        <Stack>
          {amendments.length === 0 && (
            <EmptyState title="Chưa có điều chỉnh nào">
              Điều chỉnh sau khi ban hành hiện ở đây, cả nội dung trước và sau.
            </EmptyState>
          )}
          {amendments.map((event) => (
            <Card title={amendmentTitle(event)} lead={event.remarks ?? undefined} flush>
              <Diff
                caption={amendmentTitle(event)}
                changes={changesOf(event).map((change) => ({
                  label: change.label,
                  before: change.before,
                  after: change.after,
                }))}
              />
            </Card>
          ))}
        </Stack>
      </Columns>
    </MovementPage>
  );
}

const publicSteps: readonly string[] = ["issued", "issued-elsewhere", "started", "closed", "amended"];

const entryNames: Readonly<Record<string, string>> = {
  "movement.drafted": "lập dự thảo",
  "movement.changed": "sửa nội dung",
  "movement.deadline-put": "ghi hạn",
  "movement.deadline-dropped": "bỏ một hạn",
  "movement.deadline-settled": "xác định lại một hạn",
  "movement.opened": "gửi lấy ý kiến",
  "movement.commented": "góp ý",
  "movement.answered": "trả lời góp ý",
  "movement.adopted": "thông qua dự thảo",
  "movement.returned": "trả lại",
  "movement.printed": "in bản trình ký",
  "movement.signed": "ghi nhận đã ký",
  "movement.numbered": "cấp số, ngày",
  "movement.issued": "ban hành",
  "movement.issued-elsewhere": "lập từ văn bản đã ban hành",
  "movement.started": "bắt đầu thực hiện",
  "movement.amended": "điều chỉnh",
  "movement.served": "ghi nhận đã gửi nơi nhận",
  "movement.paper-attached": "đính kèm bản đã ký",
  "movement.closed": "kết thúc phong trào",
};

function whatOf(event: MovementEvent): string {
  const { data } = event;
  if (event.kind === "numbered")
    return `${stepNames.numbered}: ${data.number}/${data.symbol}, ngày ${writeDay(event.onDay)}`;
  if (event.kind === "signed")
    return `${stepNames.signed}: ${data.name}, ${data.role}, ngày ${writeDay(event.onDay)}`;
  return stepNames[event.kind];
}

function amendmentTitle(event: MovementEvent): string {
  const { section, symbol, day } = event.data;
  const name = typeof section === "string" && isSection(section) ? sectionNames[section] : "Điều chỉnh";
  const paper = typeof symbol === "string" ? ` theo ${symbol}` : "";
  return `${name}${paper}${typeof day === "string" ? ` ngày ${writeDay(day as Day)}` : ""}`;
}

const changesOf = (event: MovementEvent): readonly DescribedChange[] =>
  Array.isArray(event.data.changes) ? (event.data.changes as DescribedChange[]) : [];
