import type { Child } from "hono/jsx";
import { writeDay } from "../platform/day.ts";
import type { Frame } from "../web/frame.ts";
import { Bars, Card, type Crumb, Page, Tabs, Tag } from "../web/kit.ts";
import type { Poll, PollState, Turnout } from "./poll.ts";

const stateNames: Readonly<Record<PollState, string>> = {
  prepared: "Chưa mở",
  voting: "Đang bỏ phiếu",
  closed: "Đã khép, chờ kiểm phiếu",
  counted: "Đã kiểm phiếu",
  abandoned: "Đã dừng, không kiểm phiếu",
};

const tones = {
  prepared: "plain",
  voting: "action",
  closed: "watch",
  counted: "good",
  abandoned: "bad",
} as const;

const StateTag = ({ state }: { state: PollState }) => <Tag tone={tones[state]}>{stateNames[state]}</Tag>;

const modeNames = {
  secret: "Bỏ phiếu kín",
  paper: "Phiếu giấy",
  hands: "Biểu quyết giơ tay",
} as const;

interface PollPageProps {
  frame: Frame;
  poll: Poll;
  /** Chair, secretary, counting team. */
  running: boolean;
  current: "vote" | "team" | "papers" | "result";
  title?: string | undefined;
  failed?: boolean | undefined;
  scripts?: readonly string[] | undefined;
  lean?: boolean | undefined;
  children?: Child;
}

/** A page of one vote: whose it is, on which day, how it stands. */
export function PollPage(props: PollPageProps) {
  const { poll, current, running } = props;
  const at = `/bo-phieu/${poll.id}`;
  const crumbs: Crumb[] = [
    { label: poll.body.name, href: poll.origin.href },
    ...(current === "vote" ? [] : [{ label: "Bỏ phiếu", href: at }]),
  ];
  const tabs = [
    { href: at, label: "Lá phiếu", current: current === "vote" },
    ...(running
      ? [
          { href: `${at}/to-kiem-phieu`, label: "Tổ kiểm phiếu", current: current === "team" },
          { href: `${at}/phieu-giay`, label: "Phiếu giấy", current: current === "papers" },
        ]
      : []),
    ...(poll.state === "counted"
      ? [{ href: `${at}/ket-qua`, label: "Kết quả", current: current === "result" }]
      : []),
  ];
  return (
    <Page
      frame={props.frame}
      title={props.title ?? poll.title}
      crumbs={crumbs}
      failed={props.failed}
      scripts={props.scripts}
      lean={props.lean}
      help="bo-phieu"
      lead={
        <>
          {props.title ? `${poll.title}. ` : ""}
          {modeNames[poll.mode]}, ngày {writeDay(poll.on)}
          {poll.round > 1 ? `, vòng ${poll.round}` : ""}. <StateTag state={poll.state} />
        </>
      }
    >
      {tabs.length > 1 && <Tabs tabs={tabs} label="Cuộc bỏ phiếu" />}
      {props.children}
    </Page>
  );
}

/** đã bỏ phiếu x/y; draws itself anew while the vote is held. */
export const TurnoutCard = ({ turnout }: { turnout: Turnout }) => (
  <live-refresh id="luot-bo-phieu" data-going={turnout.state === "voting" ? "" : undefined}>
    <Card title="Đã bỏ phiếu">
      <Bars
        label="Số người đã bỏ phiếu"
        bars={[
          {
            label:
              turnout.onPaper > 0 ? `Trong đó ${turnout.onPaper} nhận phiếu giấy` : "Người trong danh sách",
            value: turnout.voted,
            of: turnout.roll,
            text: `${turnout.voted}/${turnout.roll}`,
          },
        ]}
      />
      <p>Tổng số thành viên {turnout.members}. Chỉ hiện ai đã bỏ phiếu, không bao giờ hiện bỏ thế nào.</p>
    </Card>
  </live-refresh>
);
