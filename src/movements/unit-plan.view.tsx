import { clockOf, onDay, writeDay } from "../platform/day.ts";
import type { LessonOffer } from "../platform/offered.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { Frame } from "../web/frame.ts";
import {
  ButtonLink,
  Card,
  Columns,
  DeadlineTag,
  DeadlineText,
  Diff,
  EmptyState,
  Lines,
  Notice,
  Page,
  Stack,
  Tag,
} from "../web/kit.ts";
import { countCoverage, writeParentItem } from "./coverage.ts";
import { LessonsCard } from "./lessons.view.tsx";
import { mayIssuePlan } from "./unit-plan.may.ts";
import { isToSend, type PlanItem, planChannelNames } from "./unit-plan.ts";
import { additionsOf } from "./unit-plan-answers.ts";
import { IssueCard, PlanHistoryCard, PlanPapersCard } from "./unit-plan-beside.view.tsx";
import type { PlanHistoryEntry } from "./unit-plan-history.store.ts";
import type { LaunchedBeside } from "./unit-plan-launched.store.ts";
import { LaunchedNotice } from "./unit-plan-launched.view.tsx";
import type { PlanPaper } from "./unit-plan-paper.store.ts";
import { pathOf, pathWith, type SeenParent, type SeenPlan } from "./unit-plan-seen.pages.ts";
import {
  ArrivalText,
  CoverageTag,
  kindNames,
  PlanStateTag,
  writeCoverage,
  writeItem,
} from "./unit-plan-tags.view.tsx";

interface UnitPlanPageProps {
  frame: Frame;
  seen: SeenPlan;
  history: readonly PlanHistoryEntry[];
  papers: readonly PlanPaper[];
  /** Where it differs from the launch it became; the unit's own people see it. */
  launched: LaunchedBeside | null;
  /** What the unit learnt before, while it writes. */
  lessons: readonly LessonOffer[];
}

/** A unit's plan: how it answers each launch, what it adds, its papers and its way. */
export function UnitPlanPage({ frame, seen, history, papers, lessons, launched }: UnitPlanPageProps) {
  const { plan, content, parents, writes } = seen;
  const additions = additionsOf(content);
  return (
    <Page
      frame={frame}
      title={content.name}
      help="ke-hoach-don-vi"
      crumbs={crumbsOf(seen)}
      lead={<Lead seen={seen} />}
      actions={<PlanActions seen={seen} />}
    >
      {parents.map((beside) => (
        <ParentNotices seen={seen} beside={beside} history={history} />
      ))}
      {launched && <LaunchedNotice beside={launched} on="plan" actor={seen.actor} />}
      <Columns>
        <Stack>
          {parents.map((beside) => (
            <ParentCard seen={seen} beside={beside} />
          ))}
          <AdditionsCard seen={seen} additions={additions} />
          <TextsCard seen={seen} />
          {writes && <Ways seen={seen} additions={additions.length} />}
        </Stack>
        <Stack>
          {parents.map((beside) => (
            <StandingCard seen={seen} beside={beside} />
          ))}
          <LessonsCard lessons={lessons} />
          <IssueCard plan={plan} />
          <PlanPapersCard plan={plan} papers={papers} />
          <PlanHistoryCard history={history} />
        </Stack>
      </Columns>
    </Page>
  );
}

/** Where a plan stands in the program: under the first launch it answers. */
export const crumbsOf = ({ plan, parents }: SeenPlan, here?: string) => {
  const first = parents[0]?.parent;
  return [
    { label: "Phong trào", href: "/phong-trao" },
    ...(first
      ? [
          { label: first.movementName, href: `/phong-trao/${first.movement}` },
          { label: "Kế hoạch đơn vị", href: `/phong-trao/${first.movement}/ke-hoach-don-vi` },
        ]
      : []),
    ...(here === undefined
      ? [{ label: plan.unitName }]
      : [{ label: plan.unitName, href: pathOf(plan) }, { label: here }]),
  ];
};

function Lead({ seen: { plan, own, actor } }: { seen: SeenPlan }) {
  const today = onDay(plan.changedAt) === actor.day;
  return (
    <>
      {plan.unitName}
      {own && (
        <span class="soft">
          {" "}
          · đã lưu {clockOf(plan.changedAt)}
          {today ? "" : ` ngày ${writeDay(onDay(plan.changedAt))}`}
        </span>
      )}
    </>
  );
}

function PlanActions({ seen }: { seen: SeenPlan }) {
  const { plan, parents, writes, actor, own } = seen;
  const waiting = parents.filter(({ parent, receives }) => receives && parent.state === "sent");
  const signs = own && !isRefusal(mayIssuePlan(actor, plan));
  const sends = own && signs ? parents.filter(({ parent }) => isToSend(parent) && parent.movementOpen) : [];
  return (
    <>
      <ButtonLink href={`${pathOf(plan)}/ban-in`} kind="secondary">
        Xem bản in
      </ButtonLink>
      {signs && writes && (
        <ButtonLink href={`${pathOf(plan)}/ky-ban-hanh`} kind="secondary">
          Ghi số, ngày, người ký
        </ButtonLink>
      )}
      {signs && plan.issue && plan.launched === null && (
        <ButtonLink href={`${pathOf(plan)}/phat-dong`} kind="secondary">
          Phát động xuống đơn vị trực thuộc
        </ButtonLink>
      )}
      {sends.map(({ parent }) => (
        <ButtonLink href={`${pathWith(plan, parent)}/gui`}>
          {sends.length > 1 ? `Gửi ${parent.receiverName}` : "Kiểm tra và gửi"}
        </ButtonLink>
      ))}
      {waiting.map(({ parent }) => (
        <>
          <ButtonLink href={`${pathWith(plan, parent)}/tra-lai`} kind="secondary">
            Trả lại
          </ButtonLink>
          <ButtonLink href={`${pathWith(plan, parent)}/tiep-nhan`}>Tiếp nhận</ButtonLink>
        </>
      ))}
    </>
  );
}

/** Why it came back, and what the launch changed since it was answered. */
function ParentNotices({
  seen,
  beside,
  history,
}: {
  seen: SeenPlan;
  beside: SeenParent;
  history: readonly PlanHistoryEntry[];
}) {
  const { parent, changes } = beside;
  const back =
    parent.state === "returned"
      ? history.find(({ kind, movement }) => kind === "returned" && movement === parent.movement)
      : undefined;
  return (
    <>
      {back && (
        <Notice tone="watch" title={`${parent.receiverName} đã trả lại kế hoạch để sửa`}>
          <p>
            {back.actorName}: {back.remarks}
            {parent.dueOn && ` Đề nghị gửi lại đến hết ngày ${writeDay(parent.dueOn)}.`}
          </p>
        </Notice>
      )}
      {seen.own && changes.length > 0 && (
        <Notice tone="watch" title={`“${parent.movementName}” đã thay đổi sau khi đơn vị trả lời`}>
          <Diff
            caption="Những mục đã thay đổi"
            changes={changes.map((change) => ({
              label: change.kind === "removed" ? "Đã bỏ" : "Đã sửa",
              before: change.before,
              after: change.after || "(không còn)",
            }))}
          />
        </Notice>
      )}
    </>
  );
}

/** Every item one launch asks, with the unit's answer. */
function ParentCard({ seen, beside }: { seen: SeenPlan; beside: SeenParent }) {
  const { plan, content, writes } = seen;
  const { parent, coverage } = beside;
  const base = pathWith(plan, parent);
  const items = new Map(content.items.map((item) => [item.id, item]));
  const answers = new Map(
    content.answers
      .filter(({ movement }) => movement === parent.movement)
      .map((answer) => [answer.key, answer]),
  );
  const missing = coverage.filter(({ standing }) => standing === "missing").length;
  return (
    <Card
      title={`Trả lời “${parent.movementName}”`}
      flush
      tag={missing > 0 ? <Tag tone="watch">{`${missing} mục chưa có`}</Tag> : undefined}
      more={
        writes && missing > 0 ? (
          <a href={`${base}/lay-nguyen`}>Lấy nguyên các mục chưa có…</a>
        ) : (
          <a href={`${base}/doi-chieu`}>Bảng đối chiếu</a>
        )
      }
    >
      {coverage.length === 0 ? (
        <EmptyState title="Phong trào không giao mục nào riêng cho đơn vị" />
      ) : (
        <Lines
          lines={coverage.map(({ parent: asked, standing, note }) => {
            const answer = answers.get(asked.key);
            const item = answer?.item ? items.get(answer.item) : undefined;
            const same = item && answer?.verdict === "taken";
            return {
              main: (
                <>
                  <b>{writeParentItem(asked)}</b>
                </>
              ),
              detail: [
                kindNames[asked.kind],
                same ? "lấy nguyên" : item ? `đơn vị: ${writeItem(item)}` : null,
                note,
              ]
                .filter(Boolean)
                .join(" · "),
              end: (
                <>
                  <CoverageTag standing={standing} />
                  {writes && (
                    <>
                      {" "}
                      <a href={`${base}/tra-loi?muc=${encodeURIComponent(asked.key)}`}>
                        {answer ? "Sửa" : "Trả lời"}
                        <span class="unseen"> {asked.words}</span>
                      </a>
                    </>
                  )}
                </>
              ),
            };
          })}
        />
      )}
    </Card>
  );
}

/** What the unit adds of its own. */
function AdditionsCard({ seen, additions }: { seen: SeenPlan; additions: readonly PlanItem[] }) {
  const base = pathOf(seen.plan);
  if (additions.length === 0 && !seen.writes) return null;
  return (
    <Card
      title="Nội dung riêng của đơn vị"
      flush
      tag={<Tag>{`${additions.length} mục`}</Tag>}
      more={seen.writes && <a href={`${base}/muc/moi`}>Thêm mục…</a>}
    >
      {additions.length === 0 ? (
        <EmptyState title="Chưa có mục nào riêng">
          Thêm nội dung, chỉ tiêu, hạn mà cấp trên không nêu.
        </EmptyState>
      ) : (
        <Lines
          lines={additions.map((item) => ({
            main: writeItem(item),
            detail: kindNames[item.kind],
            end: seen.writes ? (
              <a href={`${base}/muc/${item.id}`}>
                Sửa<span class="unseen"> {item.words}</span>
              </a>
            ) : undefined,
          }))}
        />
      )}
    </Card>
  );
}

function TextsCard({ seen: { plan, content, writes } }: { seen: SeenPlan }) {
  const texts = [
    { label: "Mục đích", words: content.goal },
    { label: "Yêu cầu", words: content.requirements },
    { label: "Tổ chức thực hiện", words: content.arrangements },
  ].filter(({ words }) => writes || words);
  if (texts.length === 0) return null;
  return (
    <Card
      title="Mục đích, yêu cầu, tổ chức thực hiện"
      flush
      more={writes && <a href={`${pathOf(plan)}/loi-van`}>Sửa lời văn</a>}
    >
      <Lines
        lines={texts.map(({ label, words }) => ({ main: <b>{label}</b>, detail: words ?? "Chưa ghi" }))}
      />
    </Card>
  );
}

/** Where the plan stands with one launch, and how far it covers it. */
function StandingCard({ seen, beside }: { seen: SeenPlan; beside: SeenParent }) {
  const { parent, side, coverage } = beside;
  const count = countCoverage(coverage);
  return (
    <Card title={parent.receiverName} tag={<PlanStateTag state={parent.state} />}>
      <p>
        {side?.deadline ? (
          <>
            Hạn gửi: <DeadlineText deadline={side.deadline} />{" "}
            {isToSend(parent) && <DeadlineTag deadline={side.deadline} at={seen.actor.at} />}
          </>
        ) : (
          "Phong trào không định hạn gửi kế hoạch cho đơn vị."
        )}
      </p>
      {parent.arrivedAt && (
        <p>
          <ArrivalText parent={parent} />
          {parent.channel && parent.channel !== "online" && ` · ${planChannelNames[parent.channel]}`}
        </p>
      )}
      <p>
        <a href={`${pathWith(seen.plan, parent)}/doi-chieu`}>Đối chiếu {writeCoverage(count)}</a>
      </p>
      {beside.receives && parent.state === "accepted" && (
        <p>
          <a href={`${pathWith(seen.plan, parent)}/tra-lai`}>Trả lại để sửa</a>
        </p>
      )}
    </Card>
  );
}

function Ways({ seen, additions }: { seen: SeenPlan; additions: number }) {
  const base = pathOf(seen.plan);
  const open = seen.parents.find(({ coverage }) => coverage.some(({ standing }) => standing === "missing"));
  return (
    <div class="actions">
      <ButtonLink href={`${base}/van-ban`} kind="quiet">
        Đọc từ văn bản của đơn vị
      </ButtonLink>
      {additions > 0 && open && (
        <ButtonLink href={`${pathWith(seen.plan, open.parent)}/ghep`} kind="quiet">
          Ghép mục riêng với mục của cấp trên
        </ButtonLink>
      )}
    </div>
  );
}
