import { nameOf } from "../law/catalogue.ts";
import type { Code } from "../law/codes.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { type Scope, scopeNames } from "../records/fact.ts";

/** A line of the agenda, with the nominee it is about; a dossier may come to stand behind it later. */
export interface Item {
  readonly id: number;
  readonly session: number;
  readonly position: number;
  readonly kind: ItemKind;
  readonly title: string;
  readonly person: number | null;
  readonly personName: string | null;
  readonly unit: number | null;
  readonly unitName: string | null;
  /** Post and unit of a person on the day of the session. */
  readonly place: string | null;
  readonly award: Code | null;
  readonly scope: Scope | null;
  readonly authors: readonly { readonly id: number; readonly name: string }[];
  readonly summary: string | null;
  /** What was said in the session, for the minutes. */
  readonly notes: string | null;
  readonly dossier: number | null;
  readonly state: ItemState;
  readonly version: number;
}

export type ItemKind = "award" | "initiative" | "other";

export const itemKindNames: Readonly<Record<ItemKind, string>> = {
  award: "Xét danh hiệu, hình thức khen thưởng",
  initiative: "Xét sáng kiến",
  other: "Nội dung khác",
};

export type ItemState = "waiting" | "decided" | "withdrawn";

export const itemStateNames: Readonly<Record<ItemState, string>> = {
  waiting: "Chưa xét",
  decided: "Đã xét",
  withdrawn: "Đã rút",
};

export interface NewItem {
  readonly kind: ItemKind;
  readonly title: string;
  readonly person: number | null;
  readonly unit: number | null;
  readonly award: Code | null;
  readonly scope: Scope | null;
  readonly authors: readonly number[];
  readonly summary: string | null;
  readonly dossier: number | null;
}

/** An item that is voted on names one nominee, and the award or the scope asked for. */
export function decideItem(asked: NewItem): NewItem | Refusal {
  const title = tidy(asked.title);
  if (!title) return refuse("no-title", "Hãy nhập nội dung của mục.", { field: "title" });
  if (asked.kind === "other")
    return { ...asked, title, person: null, unit: null, award: null, scope: null, authors: [] };
  const nominees = [asked.person, asked.unit].filter((one) => one !== null);
  if (nominees.length === 0)
    return refuse("no-nominee", "Hãy chọn cá nhân hoặc tập thể được xét.", { field: "person" });
  if (nominees.length === 2)
    return refuse("two-nominees", "Mỗi mục xét một cá nhân hoặc một tập thể.", { field: "unit" });
  if (asked.kind === "award" && asked.award === null)
    return refuse("no-award", "Hãy chọn danh hiệu, hình thức khen thưởng được đề nghị.", { field: "award" });
  if (asked.kind === "initiative" && asked.scope === null)
    return refuse("no-scope", "Hãy chọn phạm vi đề nghị công nhận.", { field: "scope" });
  return {
    ...asked,
    title,
    award: asked.kind === "award" ? asked.award : null,
    scope: asked.kind === "initiative" ? asked.scope : null,
    authors: asked.kind === "initiative" ? asked.authors : [],
  };
}

/** “Chiến sĩ thi đua ngành Tư pháp” or “Sáng kiến, phạm vi cơ sở”: what is asked for the nominee. */
export const askedFor = (item: Pick<Item, "award" | "scope">): string | null =>
  item.award !== null
    ? nameOf(item.award)
    : item.scope !== null
      ? `Công nhận sáng kiến, phạm vi ${scopeNames[item.scope].toLocaleLowerCase("vi")}`
      : null;

export const nomineeName = (item: Pick<Item, "personName" | "unitName">): string | null =>
  item.personName ?? item.unitName;

/** New places of an agenda after one item moved up or down; null when it stands at the end already. */
export function moved(order: readonly number[], item: number, by: -1 | 1): number[] | null {
  const from = order.indexOf(item);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return null;
  const next = [...order];
  next.splice(from, 1);
  next.splice(to, 0, item);
  return next;
}
