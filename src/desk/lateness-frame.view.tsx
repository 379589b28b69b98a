import type { Child } from "hono/jsx";
import { type Frame, Page, Stack, Tabs } from "../web/kit.ts";

export type LatenessTab = "list" | "units" | "clusters" | "steps";

interface LatenessPageProps {
  frame: Frame;
  title: string;
  lead?: Child;
  current: LatenessTab;
  year: number;
  /** The reader may set when a body reminds. */
  setsSteps: boolean;
  actions?: Child;
  children?: Child;
}

/** The frame of the pages of lateness, with the ways between them. */
export const LatenessPage = (props: LatenessPageProps) => (
  <Page
    frame={props.frame}
    title={props.title}
    lead={props.lead}
    crumbs={[{ label: "Việc của tôi", href: "/" }, { label: "Đôn đốc" }]}
    actions={props.actions}
  >
    <Stack>
      <Tabs label="Đôn đốc, nhắc hạn" tabs={tabsFor(props)} />
      {props.children}
    </Stack>
  </Page>
);

const tabsFor = ({ current, year, setsSteps }: LatenessPageProps) => [
  { href: `/don-doc?nam=${year}`, label: "Từng việc", current: current === "list" },
  { href: `/don-doc/theo-don-vi?nam=${year}`, label: "Theo đơn vị", current: current === "units" },
  { href: `/don-doc/theo-cum?nam=${year}`, label: "Theo cụm", current: current === "clusters" },
  ...(setsSteps
    ? [{ href: "/don-doc/lich-nhac", label: "Lịch nhắc hạn", current: current === "steps" }]
    : []),
];
