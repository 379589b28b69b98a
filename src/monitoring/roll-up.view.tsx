import type { Child } from "hono/jsx";
import { writeNumber } from "../platform/money.ts";
import type { Frame } from "../web/frame.ts";
import {
  BarLine,
  ButtonLink,
  Card,
  DataTable,
  type DataTableProps,
  DayText,
  Page,
  rowsOnAPage,
  type TableAddress,
  Tag,
  UnitLine,
} from "../web/kit.ts";
import { writeMeasured } from "./forecast.ts";
import { compareParts, type Share } from "./share.ts";
import type { TrackedShare } from "./share-progress.store.ts";
import type { SeenPart } from "./share-seen.pages.ts";
import { barOf, StaleTag, StandingTag, writeGoal, writePercent } from "./target-tags.view.tsx";

interface PartsProps {
  seen: SeenPart;
  /** Every part divided from it. */
  own: readonly Share[];
  /** Those of this page, with what went over into it. */
  parts: readonly TrackedShare[];
  address: TableAddress;
  paging: { readonly page: number; readonly total: number };
}

/** The units a target was divided to, each opening to its own. */
export function PartsCard({ seen, own, parts, address, paging }: PartsProps) {
  if (own.length === 0 && paging.total === 0) return null;
  const divided = new Set(own.map(({ id }) => id));
  const before = new Set(parts.map(({ share }) => share.id).filter((id) => !divided.has(id)));
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
      <PartsTable
        parts={parts}
        before={before}
        caption="Các đơn vị được giao chỉ tiêu"
        address={address}
        paging={{ ...paging, noun: "đơn vị" }}
        filters={own.length > rowsOnAPage ? [{ kind: "search", name: "q", label: "Tìm đơn vị" }] : undefined}
      />
    </Card>
  );
}

interface TableProps
  extends Pick<DataTableProps<TrackedShare>, "caption" | "address" | "paging" | "filters"> {
  parts: readonly TrackedShare[];
  /** Those of them that stand here only because their unit went over. */
  before?: ReadonlySet<number> | undefined;
}

/** Parts of a target, each opening to its own. */
export const PartsTable = ({ parts, before, ...table }: TableProps) => (
  <DataTable<TrackedShare>
    id="don-vi"
    {...table}
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
            {before?.has(share.id) && !rolled.predecessor && (
              <small>
                đơn vị trước khi chia tách; số liệu tính một lần ở đơn vị giao, không cộng vào đây
              </small>
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
  const whole = tracked.length <= MOST_UNFOLDED;
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
      <Card
        lead={
          whole
            ? undefined
            : "Cây có nhiều đơn vị nên mỗi trang mở một cấp; bấm tên đơn vị rồi “Cây tổng hợp” để xuống cấp dưới."
        }
      >
        {top && <ul class="tree">{<Branch part={top} below={below} open whole={whole} />}</ul>}
      </Card>
    </Page>
  );
}

/** Beyond this many units on a page nobody finds anything, and the page grows slow. */
const MOST_UNFOLDED = 300;

interface BranchProps {
  part: TrackedShare;
  below: ReadonlyMap<number, readonly TrackedShare[]>;
  open?: boolean | undefined;
  /** Every level is unfolded; else only the first. */
  whole: boolean;
}

function Branch({ part, below, open, whole }: BranchProps) {
  const parts = below.get(part.share.id) ?? [];
  if (parts.length === 0 || !(open || whole))
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
          {parts.slice(0, MOST_UNFOLDED).map((one) => (
            <Branch part={one} below={below} whole={whole} />
          ))}
          {parts.length > MOST_UNFOLDED && (
            <li>
              <a href={`/theo-doi/phan/${part.share.id}#don-vi`}>
                Còn {writeNumber(parts.length - MOST_UNFOLDED)} đơn vị: tìm trong danh sách
              </a>
            </li>
          )}
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
