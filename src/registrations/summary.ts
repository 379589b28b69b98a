import type { Code } from "../law/codes.ts";
import { onDay } from "../platform/day.ts";
import type { LineChain } from "./chain.ts";
import type { Owing } from "./overview.ts";
import { standingNames, standingOf } from "./overview.ts";
import type { SummaryRow } from "./registration.document.ts";
import { titleName } from "./title.ts";

export interface TitleCount {
  readonly unit: number;
  readonly title: Code;
  readonly chain: LineChain;
  readonly count: number;
}

export interface Summary {
  readonly titles: readonly string[];
  readonly rows: readonly SummaryRow[];
}

/** The summary table: units down, titles across, in the order of how many aim at each. */
export function summaryOf(owing: readonly Owing[], counts: readonly TitleCount[]): Summary {
  const totals = new Map<string, number>();
  for (const { title, chain, count } of counts) {
    const name = titleName(title, chain);
    totals.set(name, (totals.get(name) ?? 0) + count);
  }
  const titles = [...totals].sort(([, left], [, right]) => right - left).map(([name]) => name);
  const rows = owing.map((one) => ({
    unitName: one.unitName,
    standing: standingNames[standingOf(one)],
    sentOn: one.registration?.submittedAt ? onDay(one.registration.submittedAt) : null,
    counts: titles.map((name) => countOf(counts, one.unit, name)),
  }));
  return { titles, rows };
}

const countOf = (counts: readonly TitleCount[], unit: number, name: string): number =>
  counts
    .filter((count) => count.unit === unit && titleName(count.title, count.chain) === name)
    .reduce((sum, { count }) => sum + count, 0);
