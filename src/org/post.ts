import type { Delegation } from "../platform/actor.ts";
import { type Day, type Validity, writeDay } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/**
 * A post (chức trách) is held by a person in a unit over a validity and is the only grant there is.
 * Somebody who works in a unit is its member; other posts stand beside that one, several at once.
 */
export const postKindNames = {
  member: "Thành viên của đơn vị",
  "unit-head": "Người đứng đầu",
  "unit-deputy": "Cấp phó của người đứng đầu",
  "unit-officer": "Cán bộ đầu mối thi đua, khen thưởng",
  "standing-officer": "Chuyên viên thường trực thi đua, khen thưởng",
  clerk: "Văn thư",
  signatory: "Người có thẩm quyền quyết định, ký",
  "portal-editor": "Biên tập viên Cổng thông tin",
  "finance-officer": "Cán bộ tài chính",
  inspector: "Cán bộ thanh tra, kiểm tra",
  administrator: "Quản trị hệ thống",
  "cluster-head": "Trưởng cụm, khối, khu vực",
  "cluster-deputy": "Phó Trưởng cụm, khối, khu vực",
  "council-chair": "Chủ tịch Hội đồng",
  "council-member": "Ủy viên Hội đồng",
  "council-secretary": "Thư ký Hội đồng",
} as const;

export type PostKind = keyof typeof postKindNames;

export const postKinds = Object.keys(postKindNames) as readonly PostKind[];

/** Kinds that are given by a cluster's yearly appointment, never one by one. */
export const isOfCluster = (kind: PostKind): boolean => kind === "cluster-head" || kind === "cluster-deputy";

export const delegationNames: Readonly<Record<Delegation, string>> = {
  "uy-quyen": "Được ủy quyền",
  "ky-thay": "Ký thay",
  "phu-trach": "Phụ trách",
  quyen: "Quyền",
  typing: "Nhập thay",
};

export type WorksAs = "leader" | "direct";

export const worksAsNames: Readonly<Record<WorksAs, string>> = {
  leader: "Lãnh đạo, quản lý",
  direct: "Trực tiếp lao động",
};

/** A post as it stands in somebody's record. */
export interface HeldPost {
  readonly id: number;
  readonly person: number;
  readonly unit: number;
  readonly kind: PostKind;
  readonly title: string;
  readonly worksAs: WorksAs | null;
  readonly delegation: Delegation | null;
  readonly onBehalfOf: number | null;
  readonly validity: Validity;
}

/** A post to be given, before it stands. */
export interface NewPost {
  readonly person: number;
  readonly unit: number;
  readonly kind: PostKind;
  readonly title: string;
  readonly worksAs: WorksAs | null;
  readonly fullTime: boolean | null;
  readonly training: string | null;
  readonly trainedOn: Day | null;
  readonly delegation: Delegation | null;
  readonly onBehalfOf: number | null;
  readonly onBehalfTitle: string | null;
  readonly scope: string | null;
  readonly paperSymbol: string | null;
  readonly paperDay: Day | null;
  readonly validity: Validity;
}

/** A post with nothing but its holder, unit, kind, title and first day. */
export const plainPost = (
  person: number,
  unit: number,
  kind: PostKind,
  title: string,
  from: Day,
  to: Day | null = null,
): NewPost => ({
  person,
  unit,
  kind,
  title,
  worksAs: null,
  fullTime: null,
  training: null,
  trainedOn: null,
  delegation: null,
  onBehalfOf: null,
  onBehalfTitle: null,
  scope: null,
  paperSymbol: null,
  paperDay: null,
  validity: { from, to },
});

/** A post may be given within the unit's own validity, and not while the same person holds the same one. */
export function decidePost(
  post: NewPost,
  unit: { name: string; validity: Validity },
  held: readonly HeldPost[],
): NewPost | Refusal {
  const { from, to } = post.validity;
  if (from === null)
    return refuse("no-first-day", "Hãy nhập ngày bắt đầu của chức trách.", { field: "from" });
  if (to !== null && to <= from)
    return refuse("ends-before-it-begins", "Ngày kết thúc phải sau ngày bắt đầu.", { field: "to" });
  const existence = withinUnit(post.validity, unit);
  if (isRefusal(existence)) return existence;
  const title = tidy(post.title);
  if (!title) return refuse("no-title", "Hãy nhập chức danh.", { field: "title" });
  if (held.some((other) => sameGrant(other, post) && overlaps(other.validity, post.validity)))
    return movedOn("post-already-held", `Người này đang giữ chức trách đó tại ${unit.name}.`);
  return { ...post, title };
}

function withinUnit(validity: Validity, unit: { name: string; validity: Validity }): Refusal | null {
  const { from, to } = unit.validity;
  if (from !== null && validity.from !== null && validity.from < from)
    return refuse("unit-not-yet", `${unit.name} chỉ có từ ngày ${writeDay(from)}.`, { field: "from" });
  if (to === null) return null;
  if (validity.from !== null && validity.from >= to)
    return movedOn("unit-ended", `${unit.name} đã kết thúc từ ngày ${writeDay(to)}; hãy chọn đơn vị kế tục.`);
  if (validity.to === null || validity.to > to)
    return refuse("post-outlives-unit", `${unit.name} kết thúc từ ngày ${writeDay(to)}.`, { field: "to" });
  return null;
}

const sameGrant = (held: HeldPost, post: NewPost): boolean =>
  held.kind === post.kind && held.unit === post.unit && held.onBehalfOf === post.onBehalfOf;

export const overlaps = (left: Validity, right: Validity): boolean =>
  (left.to === null || right.from === null || right.from < left.to) &&
  (right.to === null || left.from === null || left.from < right.to);

/** A post ends on the first day it no longer holds; it has held for a day at least. */
export function decideEnd(post: HeldPost, on: Day): Day | Refusal {
  const { from, to } = post.validity;
  if (to !== null && to <= on)
    return movedOn("post-already-ended", `Chức trách này đã kết thúc từ ngày ${writeDay(to)}.`);
  if (from !== null && on <= from)
    return refuse("ends-before-it-begins", `Ngày thôi giữ phải sau ngày bắt đầu (${writeDay(from)}).`, {
      field: "on",
    });
  return on;
}
