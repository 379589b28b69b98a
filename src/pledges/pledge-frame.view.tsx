import type { Child } from "hono/jsx";
import type { Actor } from "../platform/actor.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { FormState } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import { ErrorSummary, Page, Stack, Tabs, Tag, type Tone } from "../web/kit.ts";
import type { Counts } from "./counts.store.ts";
import { mayRun, type SeenPledge } from "./pledge.may.ts";
import { type PledgeState, type SentState, sentNames, stateNames } from "./pledge.ts";

/** What every page of a pledge is drawn with. */
export interface PledgeProps {
  frame: Frame;
  actor: Actor;
  pledge: SeenPledge;
  counts: Counts;
}

/** For a form that saves itself: where, and when it last did. */
export interface Saving {
  draftAddress?: string | undefined;
  savedAt?: string | undefined;
}

type Side = "overview" | "conference" | "plan" | "text" | "signatures" | "tasks" | "comparison";

interface PledgePageProps extends PledgeProps {
  side: Side;
  title: string;
  lead?: Child;
  actions?: Child;
  /** A form on it came back. */
  state?: FormState;
  /** The page is one step below its side. */
  below?: string;
  children?: Child;
}

const tones: Readonly<Record<PledgeState, Tone>> = {
  drafting: "plain",
  "in-comment": "action",
  adopted: "action",
  signing: "watch",
  signed: "good",
};

export const StateTag = ({ state }: { state: PledgeState }) => (
  <Tag tone={tones[state]}>{stateNames[state]}</Tag>
);

export const SentTag = ({ state, late }: { state: SentState | null; late: boolean | null }) => {
  if (state === null) return <Tag>Chưa gửi</Tag>;
  const tone = state === "accepted" ? "good" : state === "returned" ? "bad" : "action";
  return (
    <>
      <Tag tone={tone}>{sentNames[state]}</Tag> {late && <Tag tone="bad">Gửi muộn</Tag>}
    </>
  );
};

/** A page of a pledge: where one stands, its sides, the page itself. */
export function PledgePage(props: PledgePageProps) {
  const { pledge, side, title, state } = props;
  const base = `/giao-uoc/${pledge.id}`;
  const errors = state?.errors ?? {};
  const failed = Object.keys(errors).length > 0;
  const own = sides(props).find((one) => one.side === side)!;
  return (
    <Page
      frame={props.frame}
      title={title}
      failed={failed}
      help="giao-uoc"
      lead={props.lead}
      actions={props.actions}
      crumbs={[
        { label: "Giao ước", href: "/giao-uoc" },
        side === "overview" && !props.below
          ? { label: `${pledge.clusterName}, năm ${pledge.year}` }
          : { label: `${pledge.clusterName}, năm ${pledge.year}`, href: base },
        ...(side === "overview"
          ? []
          : [{ label: own.label, ...(props.below ? { href: `${base}${own.path}` } : {}) }]),
        ...(props.below ? [{ label: props.below }] : []),
      ]}
    >
      {failed && <ErrorSummary errors={errors} />}
      {!props.below && (
        <Tabs
          label={`Các phần của giao ước ${pledge.clusterName} năm ${pledge.year}`}
          tabs={sides(props).map((one) => ({
            href: `${base}${one.path}`,
            label: one.label,
            count: one.count,
            current: one.side === side,
          }))}
        />
      )}
      <Stack>{props.children}</Stack>
    </Page>
  );
}

function sides({ actor, pledge, counts }: PledgeProps): {
  side: Side;
  path: string;
  label: string;
  count?: string | undefined;
}[] {
  const members = pledge.members.length;
  const counted = (count: number) => (count > 0 ? `${count}` : undefined);
  const runs = !isRefusal(mayRun(actor, pledge));
  return [
    { side: "overview", path: "", label: "Tổng quan" },
    { side: "conference", path: "/hoi-nghi", label: "Hội nghị" },
    {
      side: "plan",
      path: "/ke-hoach",
      label: "Kế hoạch cụm",
      count:
        runs && counts.unanswered > 0 ? `${counts.unanswered} góp ý chưa trả lời` : counted(counts.comments),
    },
    { side: "text", path: "/van-ban", label: "Văn bản, cam kết", count: `${counts.promising}/${members}` },
    { side: "signatures", path: "/chu-ky", label: "Chữ ký", count: `${counts.signed}/${members}` },
    { side: "tasks", path: "/chi-dao", label: "Chỉ đạo", count: counted(counts.tasks) },
    {
      side: "comparison",
      path: "/doi-chieu",
      label: "Đối chiếu cuối năm",
      count: counts.commitments > 0 ? `${counts.outcomes}/${counts.commitments}` : undefined,
    },
  ];
}

export const propsOf = (
  frame: Frame,
  seen: { actor: Actor; pledge: SeenPledge; counts: Counts },
): PledgeProps => ({ frame, actor: seen.actor, pledge: seen.pledge, counts: seen.counts });

/** Text typed with line breaks, as paragraphs. */
export const Words = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\n+/)
      .filter((line) => line.trim() !== "")
      .map((line) => (
        <p>{line}</p>
      ))}
  </>
);
