import type { Child } from "hono/jsx";
import type { Frame } from "../web/frame.ts";
import { BarLine, ButtonLink, Card, DataTable, DayText, Page, Tag, UnitLine } from "../web/kit.ts";
import { writeMeasured } from "./forecast.ts";
import { compareParts } from "./share.ts";
import type { TrackedShare } from "./share-progress.store.ts";
import type { SeenPart } from "./share-seen.pages.ts";
import { barOf, StaleTag, StandingTag, writeGoal, writePercent } from "./target-tags.view.tsx";

/** The units a target was divided to, each opening to its own. */
export function PartsCard({ seen, parts }: { seen: SeenPart; parts: readonly TrackedShare[] }) {
  if (parts.length === 0) return null;
  const own = parts.filter(({ share }) => share.parent === seen.share.id).map(({ share }) => share);
  const comparison = compareParts(seen.target, seen.share.goal, own);
  return (
    <Card
      title="Các đơn vị được giao"
      lead={comparison.words}
      tag={
        comparison.difference === null || comparison.difference === 0 ? undefined : (
          <Tag tone="watch">Chưa khớp</Tag>
        )
      }
      flush
    >
      <PartsTable parts={parts} caption="Các đơn vị được giao chỉ tiêu" />
    </Card>
  );
}

/** Parts of a target, each opening to its own. */
export const PartsTable = ({ parts, caption }: { parts: readonly TrackedShare[]; caption: string }) => (
  <DataTable<TrackedShare>
    id="don-vi"
    caption={caption}
    rows={parts}
    rowKey={({ share }) => `${share.id}`}
    columns={[
      {
        key: "don-vi",
        label: "Đơn vị",
        head: true,
        cell: ({ share, target, rolled }) => (
          <>
            <UnitLine
              name={share.unitName}
              href={`/theo-doi/phan/${share.id}`}
              path={[writeGoal(target, rolled.goal)]}
            />
            {rolled.predecessor && (
              <small>đã nhập vào đơn vị kế tục; số liệu đến ngày đó tính ở đơn vị kế tục</small>
            )}
          </>
        ),
      },
      { key: "dat", label: "Thực hiện", cell: (part) => <Done part={part} /> },
      {
        key: "tinh-trang",
        label: "Tình trạng",
        cell: ({ rolled, progress }) => (
          <>
            <StandingTag standing={progress.standing} /> <StaleTag rolled={rolled} />
          </>
        ),
      },
      {
        key: "den",
        label: "Số liệu đến",
        kind: "day",
        cell: ({ rolled }) => (rolled.asOf ? <DayText day={rolled.asOf} /> : "Chưa có"),
      },
    ]}
  />
);

const Done = ({ part: { share, target, progress } }: { part: TrackedShare }) => (
  <>
    {writeMeasured(progress.actual, target)}
    {progress.percent !== null && (
      <>
        <small>{writePercent(progress)}</small>
        <BarLine {...barOf(progress, share.unitName)} />
      </>
    )}
  </>
);

interface TreePageProps {
  frame: Frame;
  seen: SeenPart;
  /** The share and all below it, rolled up. */
  tracked: readonly TrackedShare[];
}

/** Every level of a target on one page: each unit's number opens to those it is summed from. */
export function TreePage({ frame, seen, tracked }: TreePageProps) {
  const below = new Map<number, TrackedShare[]>();
  for (const part of tracked) {
    const { parent } = part.rolled;
    if (parent !== null) below.set(parent, [...(below.get(parent) ?? []), part]);
  }
  const top = tracked.find(({ share }) => share.id === seen.share.id);
  return (
    <Page
      frame={frame}
      title="Cây tổng hợp"
      lead={seen.target.name}
      crumbs={[
        { label: "Theo dõi chỉ tiêu", href: "/theo-doi" },
        { label: seen.share.unitName, href: `/theo-doi/phan/${seen.share.id}` },
        { label: "Cây tổng hợp" },
      ]}
      actions={
        <ButtonLink href={`/theo-doi/phan/${seen.share.id}`} kind="secondary">
          Quay lại chỉ tiêu
        </ButtonLink>
      }
    >
      <Card>{top && <ul class="tree">{<Branch part={top} below={below} open />}</ul>}</Card>
    </Page>
  );
}

interface BranchProps {
  part: TrackedShare;
  below: ReadonlyMap<number, readonly TrackedShare[]>;
  open?: boolean | undefined;
}

function Branch({ part, below, open }: BranchProps) {
  const parts = below.get(part.share.id) ?? [];
  if (parts.length === 0)
    return (
      <li>
        <BranchLine
          part={part}
          name={<a href={`/theo-doi/phan/${part.share.id}`}>{part.share.unitName}</a>}
        />
      </li>
    );
  return (
    <li>
      <details open={open}>
        <summary>
          <BranchLine part={part} name={<b>{part.share.unitName}</b>} />
        </summary>
        <ul>
          <li>
            <a href={`/theo-doi/phan/${part.share.id}`}>Mở phần chỉ tiêu của {part.share.unitName}</a>
          </li>
          {parts.map((one) => (
            <Branch part={one} below={below} />
          ))}
        </ul>
      </details>
    </li>
  );
}

interface LineProps {
  part: TrackedShare;
  /** A link where the line is none to be pressed itself. */
  name: Child;
}

const BranchLine = ({ part: { target, rolled, progress }, name }: LineProps) => (
  <>
    {name}: <b>{writeMeasured(progress.actual, target)}</b>{" "}
    <span class="small soft">
      {writeGoal(target, rolled.goal)}
      {progress.percent !== null && `, ${writePercent(progress)}`}
      {rolled.predecessor && ", đã nhập vào đơn vị này"}
    </span>{" "}
    <StandingTag standing={progress.standing} />
  </>
);
