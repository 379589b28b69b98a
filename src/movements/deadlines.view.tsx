import { audienceNames } from "../org/scope.ts";
import { type Instant, writeDay } from "../platform/day.ts";
import { Actions, ButtonLink, Card, DayText, EmptyState, Stack, Timeline } from "../web/kit.ts";
import { isUnsettled, type MovementDeadline, purposeNames, wayNames } from "./deadlines.ts";
import { isBeingWritten, isInForce } from "./life.ts";
import type { Movement } from "./movement.ts";
import { MovementPage, type MovementSetting } from "./movement-frame.view.tsx";
import { DeadlineCell } from "./overview.view.tsx";
import { mayEditNow } from "./seen.pages.ts";

interface DeadlinesProps {
  setting: MovementSetting;
  unitNames: ReadonlyMap<number, string>;
  at: Instant;
}

/** Each deadline with whom it binds and how its day came to be. */
export function DeadlinesView({ setting, unitNames, at }: DeadlinesProps) {
  const { seen } = setting;
  const { movement } = seen;
  const edit = mayEditNow(seen);
  const standing = movement.deadlines.filter((deadline) => !deadline.withdrawn);
  const here = `/phong-trao/${movement.id}/han`;
  return (
    <MovementPage setting={setting} current="han">
      <Stack>
        {edit && (
          <Actions>
            <ButtonLink href={`${here}/moi`}>Thêm hạn…</ButtonLink>
          </Actions>
        )}
        {standing.length === 0 && (
          <EmptyState title="Chưa có hạn nào">
            Hạn cho biết đơn vị nào phải gửi gì, trước ngày nào.
          </EmptyState>
        )}
        {standing.map((deadline) => (
          <Card
            id={`han-${deadline.id}`}
            title={deadline.what}
            lead={purposeNames[deadline.purpose]}
            tone={isUnsettled(deadline) ? "bad" : undefined}
          >
            <p>
              <DeadlineCell deadline={deadline} at={at} over={movement.state === "closed"} />
            </p>
            <p>
              <b>Đối tượng thực hiện:</b> {deadline.audienceWords}
            </p>
            <p class="small soft">{boundWords(deadline, unitNames)}</p>
            {deadline.line !== null && <p class="small soft">Dòng {deadline.line} của văn bản.</p>}
            {deadline.settlements.length > 0 && <Settlements deadline={deadline} />}
            {edit && <DeadlineActions movement={movement} deadline={deadline} />}
          </Card>
        ))}
      </Stack>
    </MovementPage>
  );
}

const boundWords = (deadline: MovementDeadline, unitNames: ReadonlyMap<number, string>): string => {
  const names = [
    ...deadline.groups.map((group) => audienceNames[group]),
    ...deadline.named.map((id) => unitNames.get(id) ?? ""),
  ].filter((name) => name !== "");
  return names.length === 0 ? "Chưa rõ ràng buộc đơn vị nào." : `Ràng buộc: ${names.join("; ")}.`;
};

const Settlements = ({ deadline }: { deadline: MovementDeadline }) => (
  <Timeline
    label={`Cách xác định hạn ${deadline.what}`}
    entries={[...deadline.settlements].reverse().map((settlement) => ({
      at: settlement.at,
      who: settlement.actorName,
      what: (
        <>
          {wayNames[settlement.way].toLocaleLowerCase("vi")}
          {settlement.instrumentSymbol && ` ${settlement.instrumentSymbol}`}
          {settlement.instrumentDay && ` ngày ${writeDay(settlement.instrumentDay)}`}
          {settlement.day && (
            <>
              : <DayText day={settlement.day} />
            </>
          )}
          {settlement.dayBefore && ` (trước đó ${writeDay(settlement.dayBefore)})`}
        </>
      ),
      why: settlement.reason ?? undefined,
    }))}
  />
);

function DeadlineActions({ movement, deadline }: { movement: Movement; deadline: MovementDeadline }) {
  const at = `/phong-trao/${movement.id}/han/${deadline.id}`;
  const label = isUnsettled(deadline)
    ? "Xử lý ngày này…"
    : deadline.day === null
      ? "Định ngày…"
      : "Đổi ngày theo văn bản…";
  return (
    <Actions>
      {(isInForce(movement.state) || deadline.day === null) && (
        <ButtonLink href={`${at}/xu-ly`} kind={isUnsettled(deadline) ? "primary" : "secondary"} small>
          {label}
        </ButtonLink>
      )}
      {isBeingWritten(movement.state) && (
        <ButtonLink href={`${at}/sua`} kind="secondary" small>
          Sửa
        </ButtonLink>
      )}
      <ButtonLink href={`${at}/bo`} kind="quiet" small>
        Bỏ hạn này
      </ButtonLink>
    </Actions>
  );
}
