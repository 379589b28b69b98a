import type { Audience } from "../org/scope.ts";
import type { LessonOffer } from "../platform/offered.ts";
import type { FormState } from "../web/form.ts";
import type { Frame, PickOption } from "../web/kit.ts";
import type { FormSection } from "./movement.form.ts";
import type { Movement } from "./movement.ts";

/** What the form of a section is drawn with. */
export interface SectionFacts {
  readonly frame: Frame;
  readonly movement: Movement;
  readonly section: FormSection;
  readonly state: FormState;
  readonly formKey: string;
  readonly savedAt?: string | undefined;
  /** Groups the launcher can reach. */
  readonly reachable: readonly Audience[];
  /** Units that the scope or the form names. */
  readonly units: readonly { readonly id: number; readonly name: string }[];
  /** Movements that can be answered or stand beside this one. */
  readonly others: readonly { readonly id: number; readonly name: string; readonly above: boolean }[];
  /** What the launcher learnt before, from its earlier reviews. */
  readonly lessons: readonly LessonOffer[];
  readonly namesakes?: Readonly<Record<string, readonly PickOption[]>> | undefined;
}

/** A box whose absence means no, once the form was typed. */
export const checkedIn = (state: FormState, name: string, stored: boolean) => ({
  name,
  checked: Object.keys(state.typed).length > 0 ? state.typed[name] !== undefined : stored,
  error: state.errors[name],
});
