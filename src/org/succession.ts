import { type Day, type Validity, writeDay } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import type { HeldPost, PostKind } from "./post.ts";
import type { Unit, UnitKind } from "./unit.ts";

/**
 * What becomes of units (kế tục): renamed, merged, split, dissolved or transferred on a day, by an
 * instrument. Rows are only added; streaks, people and the reach over old papers follow them.
 */
export type SuccessionKind = "rename" | "merge" | "split" | "dissolve" | "transfer";

export const successionNames: Readonly<Record<SuccessionKind, string>> = {
  rename: "Đổi tên, tổ chức lại",
  merge: "Sáp nhập, hợp nhất",
  split: "Chia, tách",
  dissolve: "Giải thể, kết thúc hoạt động",
  transfer: "Điều chuyển",
};

/** The paper by which units change: number and symbol, and the day it was signed. */
export interface Instrument {
  readonly symbol: string | null;
  readonly signed: Day | null;
  readonly remarks: string | null;
}

export interface Succession extends Instrument {
  readonly kind: SuccessionKind;
  readonly from: number;
  readonly to: number | null;
  readonly on: Day;
}

/**
 * Posts that go with a person into the unit that follows. Who heads a body, signs for it or is its focal
 * officer is decided anew there, and a delegation ends with the post it rests on.
 */
export const goesAlong = (kind: PostKind, delegated: boolean): boolean => !delegated && movingKinds.has(kind);

const movingKinds: ReadonlySet<PostKind> = new Set<PostKind>([
  "member",
  "unit-deputy",
  "clerk",
  "finance-officer",
  "inspector",
  "portal-editor",
  "council-member",
  "council-secretary",
]);

/** What follows when units end on a day, shown before it is done and then done exactly so. */
export interface Following {
  readonly ending: readonly number[];
  readonly moved: readonly HeldPost[];
  readonly ended: readonly HeldPost[];
  /** Units that stood under an ending one and now stand under the one that follows. */
  readonly rehung: readonly number[];
}

/** The units as the decision finds them on the day. */
export interface UnitsFound {
  readonly units: readonly Unit[];
  readonly posts: readonly HeldPost[];
  readonly children: readonly Unit[];
}

/** Merges units into one that goes on; what is theirs goes over to it on that day. */
export function decideMerge(found: UnitsFound, into: Unit, on: Day): Following | Refusal {
  if (found.units.length === 0)
    return refuse("nothing-to-merge", "Hãy chọn ít nhất một đơn vị được sáp nhập.", { field: "from" });
  if (found.units.some((unit) => unit.id === into.id))
    return refuse("merges-into-itself", "Đơn vị tiếp nhận không thể tự sáp nhập vào chính mình.", {
      field: "into",
    });
  const absent = missingOn([...found.units, into], on);
  if (absent) return absent;
  const ending = found.units.map((unit) => unit.id);
  const above = found.units.find((unit) => unit.id === into.parent);
  if (above)
    return refuse(
      "merges-into-own-room",
      `${into.name} thuộc ${above.name}; hãy điều chuyển ra ngoài trước khi sáp nhập.`,
      { field: "into" },
    );
  const living = found.posts.filter((post) => post.validity.to === null || post.validity.to > on);
  return {
    ending,
    moved: living.filter((post) => goesAlong(post.kind, post.delegation !== null)),
    ended: living.filter((post) => !goesAlong(post.kind, post.delegation !== null)),
    rehung: found.children.filter((child) => !ending.includes(child.id)).map((child) => child.id),
  };
}

/** A unit ends without anybody following; nothing may stand under it any more. */
export function decideDissolution(found: UnitsFound, on: Day): Following | Refusal {
  const absent = missingOn(found.units, on);
  if (absent) return absent;
  if (found.children.length > 0)
    return refuse(
      "still-has-units",
      `Còn ${found.children.length} đơn vị trực thuộc hoặc được hướng dẫn; hãy điều chuyển trước: ${listed(found.children)}.`,
    );
  const members = found.posts.filter((post) => post.kind === "member" && endsAfter(post.validity, on));
  if (members.length > 0)
    return refuse("still-has-people", `Còn ${members.length} người; hãy điều động trước khi giải thể.`);
  return {
    ending: found.units.map((unit) => unit.id),
    moved: [],
    ended: found.posts.filter((post) => endsAfter(post.validity, on)),
    rehung: [],
  };
}

/** What a unit is called from a day on. */
export interface NewName {
  readonly name: string;
  readonly shortName: string | null;
  readonly code: string;
}

export function decideRename(unit: Unit, naming: NewName, on: Day): NewName | Refusal {
  const absent = missingOn([unit], on);
  if (absent) return absent;
  const named = decideName(naming);
  if ("refusal" in named) return named;
  if (named.name === unit.name && named.code === unit.code && named.shortName === unit.shortName)
    return refuse("same-name", "Tên, tên viết tắt và mã chưa có gì thay đổi.", { field: "name" });
  return named;
}

export function decideName(naming: NewName): NewName | Refusal {
  const name = tidy(naming.name);
  const code = tidy(naming.code).toUpperCase();
  if (!name) return refuse("no-name", "Hãy nhập tên đơn vị.", { field: "name" });
  if (!/^[A-Z0-9][A-Z0-9._-]{0,39}$/.test(code))
    return refuse(
      "bad-code",
      "Mã đơn vị gồm chữ in không dấu, chữ số, dấu chấm, gạch nối; tối đa 40 ký tự.",
      { field: "code" },
    );
  return { name, code, shortName: tidy(naming.shortName ?? "") || null };
}

/** A unit is hung elsewhere; never under itself or under what stands below it. */
export function decideTransfer(
  unit: Unit,
  place: { parent: number | null; guidedBy: number | null },
  below: readonly number[],
  on: Day,
): typeof place | Refusal {
  const absent = missingOn([unit], on);
  if (absent) return absent;
  if (place.parent === unit.parent && place.guidedBy === unit.guidedBy)
    return refuse("same-place", "Đơn vị đang ở đúng vị trí này.", { field: "parent" });
  if ([place.parent, place.guidedBy].some((above) => above !== null && below.includes(above)))
    return refuse("below-itself", "Không thể đặt một đơn vị vào dưới chính nó.", { field: "parent" });
  return place;
}

function missingOn(units: readonly Unit[], on: Day): Refusal | null {
  const ended = units.find((unit) => unit.validity.to !== null && unit.validity.to <= on);
  if (ended?.validity.to)
    return movedOn("unit-ended", `${ended.name} đã kết thúc từ ngày ${writeDay(ended.validity.to)}.`);
  const unborn = units.find((unit) => unit.validity.from !== null && unit.validity.from > on);
  if (unborn?.validity.from)
    return refuse("unit-not-yet", `${unborn.name} chỉ có từ ngày ${writeDay(unborn.validity.from)}.`, {
      field: "on",
    });
  return null;
}

const endsAfter = (validity: Validity, on: Day): boolean => validity.to === null || validity.to > on;

const listed = (units: readonly Unit[]): string =>
  units
    .slice(0, 3)
    .map((unit) => unit.name)
    .join("; ") + (units.length > 3 ? "; …" : "");

/** A new unit that comes out of a split. */
export interface Part extends NewName {
  readonly kind: UnitKind;
}

/**
 * Splits a unit: it goes on beside its parts (tách), or ends (chia); then its people and what stood
 * under it go to the first part and are moved on from there one by one.
 */
export function decideSplit(
  found: UnitsFound,
  parts: readonly Part[],
  goesOn: boolean,
  on: Day,
): { parts: Part[]; following: Following } | Refusal {
  const absent = missingOn(found.units, on);
  if (absent) return absent;
  const fewest = goesOn ? 1 : 2;
  if (parts.length < fewest)
    return refuse("too-few-parts", `Hãy nhập ít nhất ${fewest} đơn vị mới.`, { field: "parts" });
  const named: Part[] = [];
  for (const [index, part] of parts.entries()) {
    const name = decideName(part);
    if ("refusal" in name) return { ...name, field: `parts.${index}.${name.field}` };
    if (named.some((other) => other.code === name.code))
      return refuse("code-twice", `Mã ${name.code} ghi hai lần.`, { field: `parts.${index}.code` });
    named.push({ ...name, kind: part.kind });
  }
  if (goesOn) return { parts: named, following: { ending: [], moved: [], ended: [], rehung: [] } };
  const living = found.posts.filter((post) => endsAfter(post.validity, on));
  const along = (post: HeldPost) => goesAlong(post.kind, post.delegation !== null);
  return {
    parts: named,
    following: {
      ending: found.units.map((unit) => unit.id),
      moved: living.filter(along),
      ended: living.filter((post) => !along(post)),
      rehung: found.children.map((child) => child.id),
    },
  };
}
