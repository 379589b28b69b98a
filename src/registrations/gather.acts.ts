import { act } from "../platform/act.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { routeOf } from "./chain.ts";
import { linesBelow, registrationsBelow } from "./gather.store.ts";
import { gather } from "./gather.ts";
import { loadForWriting } from "./line.acts.ts";
import { linesOf, saveNewLine } from "./line.store.ts";
import { findRegisteringUnit } from "./registering.store.ts";
import { touchRegistration } from "./registration.store.ts";

export interface Gathered {
  readonly taken: number;
  readonly standing: number;
}

/** The office takes in what its rooms have sent; each line refers to the one it comes from. */
export const gatherLines = act({
  name: "registration.gather",
  async run(work, input: { registrationId: number }): Promise<Gathered | Refusal> {
    const registration = await loadForWriting(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const below = await registrationsBelow(work.tx, registration);
    if (below.length === 0)
      return refuse("nothing-below", "Chưa có phòng, đơn vị trực thuộc nào gửi đăng ký để tổng hợp.");
    const unit = await findRegisteringUnit(work.tx, registration.unit, work.day);
    const own = await linesOf(work.tx, registration.id, work.day);
    const gathering = gather(own, await linesBelow(work.tx, below, work.day));
    for (const { line } of gathering.taken) {
      const route = routeOf(line.title, unit!, registration.year);
      const chain = isRefusal(route) ? line.chain : route.chain;
      const standing = { state: "listed", proposedBy: line.proposedBy, gatheredFrom: line.id } as const;
      await saveNewLine(work.tx, registration, { ...line, chain }, standing, work.at);
    }
    await touchRegistration(work.tx, registration.id, work.at);
    const counts = { taken: gathering.taken.length, standing: gathering.standing.length };
    work.record("registration.gathered", registration.id, counts);
    return counts;
  },
});
