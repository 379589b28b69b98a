import type { Day, Instant, Validity } from "./day.ts";

/**
 * A post (chức trách) held by a person in a unit over a validity: the only grant there is.
 * A delegation is a post too; then it names whose power is used, and acts keep both names.
 */
export interface Post {
  readonly id: number;
  readonly kind: string;
  readonly unit: number;
  readonly unitName: string;
  /** Ids of the unit and of all above it, by administration and by professional guidance. */
  readonly within: readonly number[];
  readonly title: string;
  readonly onBehalfOf: { readonly person: number; readonly name: string; readonly title: string } | null;
  readonly delegation: Delegation | null;
  readonly validity: Validity;
}

/** ủy quyền, ký thay, phụ trách, quyền, and a secretary typing for a head. */
export type Delegation = "uy-quyen" | "ky-thay" | "phu-trach" | "quyen" | "typing";

/** Who asks, in which posts, and when the request arrived. */
export interface Actor {
  /** Account of the person; null for a system actor. */
  readonly account: string | null;
  readonly person: number | null;
  readonly name: string;
  readonly posts: readonly Post[];
  /** The post acted in, when the person chose one. */
  readonly post: Post | null;
  /** When the request arrived: whatever waits behind it, this decides what is in time. */
  readonly at: Instant;
  readonly day: Day;
  /** Idempotency key of the form: a double click gets the same answer. */
  readonly key: string | null;
  /** Until when the person has proved themselves anew for final acts (step-up); null when not. */
  readonly provedUntil: Instant | null;
}

/** A job or a command acting by itself, under a name that the journal shows. */
export const systemActor = (name: string, at: Instant, day: Day): Actor => ({
  account: null,
  person: null,
  name,
  posts: [],
  post: null,
  at,
  day,
  key: null,
  provedUntil: null,
});

export const isSystem = (actor: Actor): boolean => actor.account === null && actor.person === null;
