import { act } from "../platform/act.ts";
import { type Day, yearOf } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { mayKeepPeople } from "./person.may.ts";
import { lockPerson, savePerson, savePersonChange } from "./person.store.ts";
import { decidePerson, type NewPerson } from "./person.ts";
import { endPosts, postsOfPerson, savePost, withinPerson } from "./post.store.ts";
import { decideEnd, decidePost, plainPost, type WorksAs } from "./post.ts";
import { ancestorsOf } from "./scope.store.ts";
import { findUnit } from "./unit.store.ts";

/** Where somebody works, and as what. */
export interface Workplace {
  readonly unit: number;
  readonly title: string;
  readonly worksAs: WorksAs;
}

/** Adds a person with the unit they work in. */
export const addPerson = act({
  name: "person.add",
  async run(work, request: NewPerson & Workplace & { from: Day }): Promise<number | Refusal> {
    const allowed = mayKeepPeople(work.actor, await ancestorsOf(work.tx, request.unit, work.day));
    if (isRefusal(allowed)) return allowed;
    const person = decidePerson(request, yearOf(work.day));
    if (isRefusal(person)) return person;
    const unit = await findUnit(work.tx, request.unit, request.from);
    if (!unit) return noSuchUnit;
    const post = decidePost(membership(0, request, request.from), unit, []);
    if (isRefusal(post)) return post;
    const id = await savePerson(work.tx, person);
    await savePost(work.tx, { ...post, person: id });
    work.record("person.added", id, { unit: unit.id, from: request.from });
    return id;
  },
});

/** Corrects what is known of a person. */
export const changePerson = act({
  name: "person.change",
  async run(work, request: NewPerson & { person: number }): Promise<number | Refusal> {
    const before = await lockPerson(work.tx, request.person);
    if (!before) return noSuchPerson;
    const allowed = mayKeepPeople(work.actor, await withinPerson(work.tx, request.person, work.day));
    if (isRefusal(allowed)) return allowed;
    const person = decidePerson(request, yearOf(work.day));
    if (isRefusal(person)) return person;
    await savePersonChange(work.tx, request.person, person);
    work.record("person.changed", request.person, { fields: changedFields(before, person) });
    return request.person;
  },
});

/** Moves a person to another unit: what they held in the old one ends, posts elsewhere stay. */
export const movePerson = act({
  name: "person.move",
  async run(work, request: Workplace & { person: number; from: number; on: Day }): Promise<number | Refusal> {
    if (!(await lockPerson(work.tx, request.person))) return noSuchPerson;
    for (const unit of [request.from, request.unit]) {
      const allowed = mayKeepPeople(work.actor, await ancestorsOf(work.tx, unit, work.day));
      if (isRefusal(allowed)) return allowed;
    }
    const unit = await findUnit(work.tx, request.unit, request.on);
    if (!unit) return noSuchUnit;
    if (unit.id === request.from)
      return refuse("same-unit", "Người này đang ở chính đơn vị đó.", { field: "unit" });
    const held = await postsOfPerson(work.tx, request.person, request.on);
    const left = held.filter(
      (post) => post.unit === request.from && (post.validity.to === null || post.validity.to > request.on),
    );
    const member = left.find((post) => post.kind === "member");
    if (!member) return movedOn("not-there", "Người này không còn ở đơn vị cũ vào ngày đó.");
    const end = decideEnd(member, request.on);
    if (isRefusal(end)) return end;
    const post = decidePost(membership(request.person, request, request.on), unit, held);
    if (isRefusal(post)) return post;
    await endPosts(
      work.tx,
      left.map((one) => one.id),
      end,
    );
    await savePost(work.tx, post);
    work.record("person.moved", request.person, {
      from: request.from,
      to: unit.id,
      on: request.on,
      ended: left.length,
    });
    return request.person;
  },
});

const membership = (person: number, place: Workplace, from: Day) => ({
  ...plainPost(person, place.unit, "member", place.title, from),
  worksAs: place.worksAs,
});

const changedFields = (before: object, after: object): string[] =>
  Object.entries(after)
    .filter(([name, value]) => name !== "civilNumber" && name in before && before[name as never] !== value)
    .map(([name]) => name);

const noSuchUnit = refuse("no-such-unit", "Không có đơn vị này.", { field: "unit" });
const noSuchPerson = refuse("no-such-person", "Không có người này.");
