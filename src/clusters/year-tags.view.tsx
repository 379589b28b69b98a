import { Tag } from "../web/kit.ts";
import { type Phase, phaseNames, type ScoringYear } from "./scoring-year.ts";
import { type SheetState, sheetStateNames } from "./sheet.ts";

export const yearsHref = "/cum-thi-dua";
export const yearHref = (id: number, rest = ""): string => `${yearsHref}/nam/${id}${rest}`;
export const sheetHref = (id: number, rest = ""): string => `${yearsHref}/phieu/${id}${rest}`;

export const yearCrumbs = (scoring: ScoringYear, ...more: readonly { label: string; href?: string }[]) => [
  { label: "Cụm thi đua", href: yearsHref },
  {
    label: `${scoring.clusterName}, năm ${scoring.year}`,
    ...(more.length > 0 ? { href: yearHref(scoring.id) } : {}),
  },
  ...more,
];

const toneOf: Readonly<Record<Phase, "plain" | "watch" | "action" | "good">> = {
  ...{ before: "plain", self: "action", opinions: "action", verifying: "action" },
  ...{ publishing: "watch", published: "good" },
};

export const PhaseTag = ({ phase }: { phase: Phase }) => <Tag tone={toneOf[phase]}>{phaseNames[phase]}</Tag>;

const sheetTones: Readonly<Record<SheetState, "plain" | "watch" | "action" | "good">> = {
  ...{ draft: "plain", submitted: "action", returned: "watch", verified: "good" },
};

export const SheetTag = ({ state }: { state: SheetState | null }) =>
  state === null ? <Tag>Chưa bắt đầu</Tag> : <Tag tone={sheetTones[state]}>{sheetStateNames[state]}</Tag>;
