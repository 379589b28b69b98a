import type { Actor } from "../platform/actor.ts";
import { firstDayOf, lastDayOf, yearOf } from "../platform/day.ts";
import type { WaitingItem } from "../platform/offers.ts";
import {
  Actions,
  ButtonLink,
  Card,
  Columns,
  DataTable,
  DeadlineTag,
  EmptyState,
  type Frame,
  InstantText,
  Lines,
  Page,
  Stack,
  Tag,
  YearLine,
} from "../web/kit.ts";
import type { DeskFacts } from "./desk.ts";

interface DeskViewProps {
  frame: Frame;
  actor: Actor;
  facts: DeskFacts;
  lead: string;
  /** The reader follows deadlines of units: their own, those below, members of their cluster. */
  followsDeadlines: boolean;
}

/** What waits for me, what I wait for, the year with today on it, what changed. */
export function DeskView({ frame, actor, facts, lead, followsDeadlines }: DeskViewProps) {
  const hasYear = facts.year.phases.length + facts.year.marks.length > 0;
  return (
    <Page
      frame={frame}
      title="Việc của tôi"
      lead={lead}
      help="viec-cua-toi"
      actions={
        followsDeadlines && (
          <>
            <ButtonLink href="/nam-cong-tac" kind="secondary">
              Năm công tác
            </ButtonLink>
            <ButtonLink href="/don-doc" kind="secondary">
              Theo dõi hạn, đôn đốc
            </ButtonLink>
          </>
        )
      }
    >
      <Stack>
        {hasYear && (
          <YearLine
            label={`Các đợt, hạn và hôm nay trong năm ${yearOf(actor.day)}`}
            from={firstDayOf(yearOf(actor.day))}
            to={lastDayOf(yearOf(actor.day))}
            phases={facts.year.phases}
            marks={facts.year.marks}
            today={actor.day}
          />
        )}
        <Columns>
          <Waiting items={facts.waiting} actor={actor} />
          <Stack>
            <Awaited facts={facts} />
            <Changes facts={facts} />
          </Stack>
        </Columns>
      </Stack>
    </Page>
  );
}

const Waiting = ({ items, actor }: { items: readonly WaitingItem[]; actor: Actor }) => (
  <Card
    title="Chờ tôi xử lý"
    tag={items.length > 0 && <Tag tone="action">{`${items.length} việc`}</Tag>}
    flush
  >
    {items.length === 0 ? (
      <EmptyState title="Không có việc nào đang chờ">
        Khi có phong trào mới, đăng ký cần làm hoặc hồ sơ gửi đến, việc sẽ hiện ở đây kèm hạn.
      </EmptyState>
    ) : (
      <DataTable
        id="cho-xu-ly"
        caption="Việc chờ tôi xử lý"
        rows={items}
        rowKey={(item) => `${item.href} ${item.title}`}
        columns={[
          {
            key: "viec",
            label: "Việc",
            head: true,
            cell: (item) => (
              <>
                <a href={item.href}>{item.title}</a>
                {item.note && <small>{item.note}</small>}
              </>
            ),
          },
          { key: "tu", label: "Từ", cell: (item) => item.from },
          {
            key: "han",
            label: "Hạn",
            kind: "tag",
            cell: (item) => item.deadline && <DeadlineTag deadline={item.deadline} at={actor.at} />,
          },
        ]}
      />
    )}
  </Card>
);

const Awaited = ({ facts }: { facts: DeskFacts }) => (
  <Card title="Tôi đang chờ" flush={facts.awaited.length > 0}>
    {facts.awaited.length === 0 ? (
      <p class="soft">Không chờ ai việc gì.</p>
    ) : (
      <Lines
        lines={facts.awaited.map((item) => ({
          main: <a href={item.href}>{item.title}</a>,
          bar: { label: `${item.title}: ${item.done} trên ${item.total}`, value: item.done, of: item.total },
          detail: (
            <>
              {item.note}
              {item.action && (
                <Actions>
                  <ButtonLink href={item.action.href} kind="secondary" small>
                    {item.action.label}
                  </ButtonLink>
                </Actions>
              )}
            </>
          ),
        }))}
      />
    )}
  </Card>
);

const Changes = ({ facts }: { facts: DeskFacts }) => (
  <Card title="Vừa thay đổi" flush={facts.changes.length > 0}>
    {facts.changes.length === 0 ? (
      <p class="soft">Hai tuần qua chưa có gì mới.</p>
    ) : (
      <Lines
        lines={facts.changes.map((change) => ({
          main: <a href={change.href}>{change.sentence}</a>,
          detail: <InstantText at={change.at} />,
        }))}
      />
    )}
  </Card>
);
