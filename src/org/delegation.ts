import type { Delegation, Post } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import {
  decidePost,
  delegationNames,
  type HeldPost,
  type NewPost,
  type PostKind,
  plainPost,
} from "./post.ts";

/**
 * Delegation as leaders really work: ủy quyền, ký thay, phụ trách, quyền, and a secretary typing for a
 * head. It is a post with scope, dates and paper; acts keep both names. It never reaches a secret ballot.
 */
export interface DelegationRequest {
  readonly person: number;
  readonly unit: number;
  readonly kind: PostKind;
  readonly delegation: Delegation;
  readonly principal: { person: number; title: string } | null;
  readonly title: string;
  readonly scope: string;
  readonly paperSymbol: string | null;
  readonly paperDay: Day | null;
  readonly from: Day;
  readonly to: Day | null;
}

/** Acting for a vacant post (phụ trách, quyền) names nobody; the other ways use somebody's own power. */
const needsPrincipal = (delegation: Delegation): boolean =>
  delegation !== "phu-trach" && delegation !== "quyen";

export function decideDelegation(
  request: DelegationRequest,
  unit: Parameters<typeof decidePost>[1],
  held: readonly HeldPost[],
  principalPosts: readonly HeldPost[],
): NewPost | Refusal {
  if (!tidy(request.scope))
    return refuse("no-scope", "Hãy ghi phạm vi công việc được giao.", { field: "scope" });
  const principal = needsPrincipal(request.delegation) ? request.principal : null;
  if (needsPrincipal(request.delegation)) {
    if (!principal) return refuse("no-principal", "Hãy chọn người giao quyền.", { field: "principal" });
    if (principal.person === request.person)
      return refuse("delegates-to-self", "Không ai giao quyền cho chính mình.", { field: "principal" });
    if (!principalPosts.some((post) => grants(post, request)))
      return refuse(
        "principal-lacks-power",
        "Người giao quyền không giữ chức trách đó tại đơn vị trong cả thời hạn này, nên không giao được.",
        { field: "principal" },
      );
  }
  // A signature for another rests on a paper; typing for a head needs none (Nghị định 30/2020/NĐ-CP, Điều 13).
  if (request.delegation === "uy-quyen" && !request.paperSymbol)
    return refuse("no-paper", "Ủy quyền phải bằng văn bản: hãy nhập số, ký hiệu văn bản.", {
      field: "paperSymbol",
      basis: "Nghị định 30/2020/NĐ-CP, Điều 13",
    });
  if (request.delegation === "uy-quyen" && request.to === null)
    return refuse("no-end", "Ủy quyền phải có thời hạn: hãy nhập ngày kết thúc.", {
      field: "to",
      basis: "Nghị định 30/2020/NĐ-CP, Điều 13",
    });
  return decidePost(
    {
      ...plainPost(request.person, request.unit, request.kind, request.title, request.from, request.to),
      delegation: request.delegation,
      onBehalfOf: principal?.person ?? null,
      onBehalfTitle: principal?.title ?? null,
      scope: tidy(request.scope),
      paperSymbol: request.paperSymbol,
      paperDay: request.paperDay,
    },
    unit,
    held,
  );
}

/** Power is passed on only by who holds it in their own right, for as long as they hold it. */
const grants = (post: HeldPost, request: DelegationRequest): boolean =>
  post.delegation === null &&
  post.unit === request.unit &&
  post.kind === request.kind &&
  (post.validity.from === null || post.validity.from <= request.from) &&
  (post.validity.to === null || (request.to !== null && request.to <= post.validity.to));

/** “Trần Thị Bình (nhập thay Nguyễn Văn An, Chánh Văn phòng)”: both names, wherever an act is shown. */
export const writeBothNames = (name: string, post: Post | null): string => {
  if (!post?.delegation) return name;
  const way = delegationNames[post.delegation].toLocaleLowerCase("vi");
  if (!post.onBehalfOf) return `${name} (${way} ${post.title}, ${post.unitName})`;
  return `${name} (${way} ${post.onBehalfOf.name}, ${post.onBehalfOf.title})`;
};
