import { act } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { isRefusal, type Permit, type Refusal, refuse } from "../platform/refusal.ts";
import { type DelegationRequest, decideDelegation } from "./delegation.ts";
import { mayDelegate, mayGivePost } from "./person.may.ts";
import { lockPerson } from "./person.store.ts";
import { endPosts, holdersOf, lockPost, postsOfPerson, savePost } from "./post.store.ts";
import { decideEnd, decidePost, isOfCluster, type NewPost, plainPost } from "./post.ts";
import { ancestorsOf } from "./scope.store.ts";
import { findUnit } from "./unit.store.ts";

/** Gives a person a post in a unit. */
export const givePost = act({
  name: "post.give",
  async run(work, request: NewPost): Promise<number | Refusal> {
    if (!(await lockPerson(work.tx, request.person))) return noSuchPerson;
    if (isOfCluster(request.kind))
      return refuse("appointed-by-year", "Trưởng, Phó Trưởng cụm được cử theo năm ở trang của cụm.", {
        field: "kind",
      });
    const allowed = mayGivePost(work.actor, request.kind, await ancestorsOf(work.tx, request.unit, work.day));
    if (isRefusal(allowed)) return allowed;
    const unit = await findUnit(work.tx, request.unit, request.validity.from ?? work.day);
    if (!unit) return noSuchUnit;
    const post = decidePost(request, unit, await postsOfPerson(work.tx, request.person, work.day));
    if (isRefusal(post)) return post;
    const id = await savePost(work.tx, post);
    work.record("post.given", request.person, {
      post: id,
      kind: post.kind,
      unit: unit.id,
      from: post.validity.from,
    });
    return id;
  },
});

/** Ends a post; `on` is the first day without it. */
export const endPost = act({
  name: "post.end",
  async run(work, request: { post: number; on: Day }): Promise<number | Refusal> {
    const post = await lockPost(work.tx, request.post, work.day);
    if (!post) return refuse("no-such-post", "Không có chức trách này.");
    const within = await ancestorsOf(work.tx, post.unit, work.day);
    const allowed: Permit | Refusal =
      post.delegation === null
        ? mayGivePost(work.actor, post.kind, within)
        : mayDelegate(work.actor, post.onBehalfOf, within);
    if (isRefusal(allowed)) return allowed;
    const on = decideEnd(post, request.on);
    if (isRefusal(on)) return on;
    await endPosts(work.tx, [post.id], on);
    work.record("post.ended", post.person, { post: post.id, kind: post.kind, unit: post.unit, on });
    return post.person;
  },
});

/** Passes power on, or has somebody act for a vacant post; both names are shown from then on. */
export const delegate = act({
  name: "post.delegate",
  async run(work, request: DelegationRequest): Promise<number | Refusal> {
    if (!(await lockPerson(work.tx, request.person))) return noSuchPerson;
    const unit = await findUnit(work.tx, request.unit, request.from);
    if (!unit) return noSuchUnit;
    const principal = request.principal?.person ?? null;
    const allowed = mayDelegate(work.actor, principal, await ancestorsOf(work.tx, request.unit, work.day));
    if (isRefusal(allowed)) return allowed;
    const held = await postsOfPerson(work.tx, request.person, work.day);
    const granting = principal === null ? [] : await postsOfPerson(work.tx, principal, work.day);
    const post = decideDelegation(request, unit, held, granting);
    if (isRefusal(post)) return post;
    const id = await savePost(work.tx, post);
    work.record("post.delegated", request.person, {
      ...{ post: id, delegation: request.delegation, kind: request.kind, unit: unit.id },
      ...{ onBehalfOf: principal, from: request.from, to: request.to },
    });
    return id;
  },
});

interface FocalOfficer {
  readonly unit: number;
  readonly person: number;
  readonly from: Day;
  readonly fullTime: boolean;
  readonly training: string | null;
  readonly trainedOn: Day | null;
}

/** Names the focal officer for emulation of a unit; who was it before hands over on that day. */
export const nameFocalOfficer = act({
  name: "post.name-focal-officer",
  async run(work, request: FocalOfficer): Promise<number | Refusal> {
    if (!(await lockPerson(work.tx, request.person))) return noSuchPerson;
    const unit = await findUnit(work.tx, request.unit, request.from);
    if (!unit) return noSuchUnit;
    const allowed = mayGivePost(work.actor, "unit-officer", await ancestorsOf(work.tx, unit.id, work.day));
    if (isRefusal(allowed)) return allowed;
    const before = await holdersOf(work.tx, unit.id, ["unit-officer"], request.from);
    const others = before.filter((post) => post.person !== request.person);
    const post = decidePost(
      {
        ...plainPost(
          request.person,
          unit.id,
          "unit-officer",
          "Cán bộ đầu mối thi đua, khen thưởng",
          request.from,
        ),
        fullTime: request.fullTime,
        training: request.training,
        trainedOn: request.trainedOn,
      },
      unit,
      await postsOfPerson(work.tx, request.person, work.day),
    );
    if (isRefusal(post)) return post;
    for (const other of others) {
      const end = decideEnd(other, request.from);
      if (isRefusal(end)) return { ...end, field: "from" };
    }
    await endPosts(
      work.tx,
      others.map((other) => other.id),
      request.from,
    );
    const id = await savePost(work.tx, post);
    work.record("unit.focal-officer-named", unit.id, {
      person: request.person,
      before: others.map((one) => one.person),
    });
    return id;
  },
});

const noSuchUnit = refuse("no-such-unit", "Không có đơn vị này.", { field: "unit" });
const noSuchPerson = refuse("no-such-person", "Không có người này.", { field: "person" });
