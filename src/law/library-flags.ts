import type { Day } from "../platform/day.ts";
import { changesUnder, type DocumentFacts, type LibraryDocument, type UnderlyingChange } from "./library.ts";

/** The changes under a rule of a body that nobody has dealt with yet. */
export const openChanges = (
  rule: Pick<LibraryDocument, "id" | "restsOn" | "issued" | "kind">,
  library: readonly DocumentFacts[],
  dealtWith: readonly { readonly document: number; readonly change: string }[],
  today: Day,
): readonly UnderlyingChange[] =>
  rule.kind !== "body-rule"
    ? []
    : changesUnder(rule, library, today).filter(
        ({ key }) => !dealtWith.some(({ document, change }) => document === rule.id && change === key),
      );
