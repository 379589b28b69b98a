import type { Actor } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";
import type { Deadline } from "../platform/deadline.ts";
import { makeUpBeside } from "./candidate.store.ts";
import { movementSideOf } from "./deadline.store.ts";
import { linesOf } from "./line.store.ts";
import type { Line } from "./line.ts";
import type { MakeUp } from "./make-up.ts";
import { type Paper, papersOf } from "./paper.store.ts";
import { linesSeen, type SeenRegistration } from "./registration.may.ts";
import { historyOf, type RegistrationHistoryEntry } from "./registration.store.ts";
import { targetsOf } from "./target.store.ts";
import type { Target } from "./target.ts";

/** All that the registration's page shows to one person. */
export interface WholeRegistration {
  readonly registration: SeenRegistration;
  readonly lines: readonly Line[];
  readonly targets: readonly Target[];
  readonly papers: readonly Paper[];
  readonly history: readonly RegistrationHistoryEntry[];
  readonly deadline: Deadline | null;
  readonly movementOpen: boolean;
  readonly unitMakeUp: MakeUp;
}

export async function wholeRegistration(
  reader: Reader,
  actor: Actor,
  registration: SeenRegistration,
): Promise<WholeRegistration> {
  const [lines, targets, papers, history, movement, unitMakeUp] = await Promise.all([
    linesOf(reader, registration.id, actor.day),
    targetsOf(reader, registration.id),
    papersOf(reader, registration.id),
    historyOf(reader, registration.id),
    movementSideOf(reader, registration),
    makeUpBeside(reader, registration, actor.day),
  ]);
  return {
    registration,
    lines: linesSeen(actor, registration, lines),
    targets,
    papers,
    history,
    deadline: movement.deadline,
    movementOpen: movement.open,
    unitMakeUp,
  };
}
