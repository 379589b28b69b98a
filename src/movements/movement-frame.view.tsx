import type { Child } from "hono/jsx";
import { writeDay } from "../platform/day.ts";
import type { PanelOffer, TabOffer } from "../platform/offers.ts";
import { type Frame, Page, Plate, Tabs, Tag, type Tone } from "../web/kit.ts";
import { isInForce, type MovementState, stateNames } from "./life.ts";
import { kindNames, launchPaperOf, levelNames, type Movement, writeSymbol, writeYears } from "./movement.ts";
import { NextSteps } from "./next-steps.view.tsx";
import type { Seen } from "./seen.pages.ts";

const stateTones: Readonly<Record<MovementState, Tone>> = {
  draft: "plain",
  open: "action",
  adopted: "action",
  printed: "action",
  signed: "action",
  numbered: "action",
  issued: "good",
  running: "good",
  closed: "plain",
};

export const StateTag = ({ state }: { state: MovementState }) => (
  <Tag tone={stateTones[state]}>{stateNames[state]}</Tag>
);

export type MovementTab =
  | "tong-quan"
  | "noi-dung"
  | "han"
  | "van-ban"
  | "gop-y"
  | "nhat-ky"
  | "ke-hoach-don-vi"
  | "quan-triet";

/** What every page of one movement is drawn with. */
export interface MovementSetting {
  readonly frame: Frame;
  readonly seen: Seen;
  readonly units: number;
  readonly comments: number;
  readonly tabs: readonly TabOffer[];
  readonly panels: readonly PanelOffer[];
}

interface MovementPageProps {
  setting: MovementSetting;
  current: MovementTab;
  /** The form on it came back with errors. */
  failed?: boolean | undefined;
  children?: Child;
}

/** A page of one movement: its name plate, its tabs, one of them open. */
export function MovementPage({ setting, current, failed, children }: MovementPageProps) {
  const { movement } = setting.seen;
  return (
    <Page
      frame={setting.frame}
      title={movement.name}
      ownHeading
      failed={failed}
      crumbs={[
        { label: "Phong trào", href: "/phong-trao" },
        {
          label:
            movement.fromYear === movement.toYear
              ? `Năm ${movement.fromYear}`
              : `Giai đoạn ${movement.fromYear}-${movement.toYear}`,
          href: `/phong-trao?nam=${movement.fromYear}`,
        },
        { label: movement.name },
      ]}
    >
      <MovementPlate setting={setting} />
      <MovementTabs setting={setting} current={current} />
      {children}
    </Page>
  );
}

function MovementPlate({ setting }: { setting: MovementSetting }) {
  const { movement } = setting.seen;
  return (
    <Plate
      title={movement.name}
      theme={movement.theme ?? undefined}
      tag={<StateTag state={movement.state} />}
      facts={plateFacts(movement, setting)}
      actions={<NextSteps seen={setting.seen} />}
    />
  );
}

function plateFacts(movement: Movement, setting: MovementSetting) {
  const paper = launchPaperOf(movement);
  const symbol = paper && writeSymbol(paper);
  const signer = paper?.signatory;
  const continued = movement.links.find((link) => link.kind === "continues");
  const parents = movement.links.filter((link) => link.kind === "parent");
  return [
    { label: "Loại", value: `${kindNames[movement.kind]}, ${levelNames[movement.level]}` },
    { label: "Phát động", value: movement.launcher.name },
    { label: "Thời gian", value: writeYears(movement) },
    ...(symbol
      ? [
          {
            label: "Văn bản",
            value: `${symbol}${paper?.issuedOn ? ` ngày ${writeDay(paper.issuedOn)}` : ""}`,
          },
        ]
      : []),
    ...(signer?.name
      ? [
          {
            label: "Người ký",
            value: `${signer.name}${signer.role ? `, ${signer.role}` : ""}${signer.capacity ? ` (${signer.capacity})` : ""}`,
          },
        ]
      : []),
    ...(isInForce(movement.state) || movement.state === "open"
      ? [{ label: "Đối tượng", value: `${setting.units} đơn vị` }]
      : []),
    ...parents.map((link) => ({
      label: "Hưởng ứng",
      value: <a href={`/phong-trao/${link.other}`}>{link.name}</a>,
    })),
    ...(continued
      ? [{ label: "Nối tiếp", value: <a href={`/phong-trao/${continued.other}`}>{continued.name}</a> }]
      : []),
  ];
}

function MovementTabs({ setting, current }: { setting: MovementSetting; current: MovementTab }) {
  const { movement, ofLauncher } = setting.seen;
  const at = `/phong-trao/${movement.id}`;
  const own = (tab: MovementTab, label: string, count?: number) => ({
    href: tab === "tong-quan" ? at : `${at}/${tab}`,
    label,
    count: count ? `${count}` : undefined,
    current: tab === current,
  });
  const standing = movement.deadlines.filter((deadline) => !deadline.withdrawn).length;
  return (
    <Tabs
      label={`Các mặt của ${movement.name}`}
      tabs={[
        own("tong-quan", "Tổng quan"),
        own("noi-dung", "Nội dung", movement.contents.length),
        own("han", "Hạn", standing),
        ...setting.tabs.map((tab) => ({
          href: tab.href,
          label: tab.label,
          count: tab.count ?? undefined,
          current: tab.href === `${at}/${current}`,
        })),
        own("van-ban", "Văn bản", movement.documents.length),
        ...(setting.comments > 0 || movement.state === "open"
          ? [own("gop-y", "Góp ý", setting.comments)]
          : []),
        ...(ofLauncher || isInForce(movement.state) ? [own("nhat-ky", "Nhật ký")] : []),
      ]}
    />
  );
}
