import { holdersToTell } from "../org/telling.store.ts";
import { act } from "../platform/act.ts";
import { writeDay } from "../platform/day.ts";
import { tell } from "../platform/telling.ts";
import { findRegistration } from "./registration.store.ts";
import type { Registration } from "./registration.ts";

const subject = "Đăng ký thi đua";

/** Tells the standing officers what a unit has just done. */
export const tellStandingBody = act({
  name: "registration.tell-standing-body",
  async run(work, { registrationId }: { registrationId: number }): Promise<number> {
    const registration = await findRegistration(work.tx, registrationId, work.day);
    if (!registration) return 0;
    const people = await holdersToTell(work.tx, registration.servedBy, ["standing-officer"], work.day);
    return tell(work, people, {
      kind: "registration",
      subject,
      sentence: sentenceForStandingBody(registration),
      href: `/dang-ky/${registration.id}`,
    });
  },
});

const sentenceForStandingBody = ({ state, late, unitName, movementName }: Registration): string =>
  state === "withdrawn"
    ? `${unitName} đã rút đăng ký thi đua “${movementName}”.`
    : `${unitName} đã gửi đăng ký thi đua “${movementName}”${late ? ", sau hạn" : ""}.`;

/** Tells the unit what the standing body has decided. */
export const tellUnit = act({
  name: "registration.tell-unit",
  async run(work, { registrationId }: { registrationId: number }): Promise<number> {
    const registration = await findRegistration(work.tx, registrationId, work.day);
    if (!registration) return 0;
    const people = await holdersToTell(work.tx, [registration.unit], ["unit-head", "unit-officer"], work.day);
    return tell(work, people, {
      kind: "registration",
      subject,
      sentence: sentenceForUnit(registration),
      href: `/dang-ky/${registration.id}`,
    });
  },
});

const sentenceForUnit = ({ state, receiverName, movementName, dueOn }: Registration): string =>
  state === "accepted"
    ? `${receiverName} đã tiếp nhận đăng ký thi đua “${movementName}”.`
    : `${receiverName} trả lại đăng ký thi đua “${movementName}”${dueOn ? `, đề nghị gửi lại đến hết ngày ${writeDay(dueOn)}` : ""}.`;

/** Tells units one sentence about a movement's registration: a reminder, a deadline put off. */
export const tellUnits = act({
  name: "registration.tell-units",
  async run(
    work,
    { movementId, units, sentence }: { movementId: number; units: readonly number[]; sentence: string },
  ): Promise<number> {
    const people = await holdersToTell(work.tx, units, ["unit-head", "unit-officer"], work.day);
    return tell(work, people, {
      kind: "registration",
      subject,
      sentence,
      href: `/dang-ky?phong-trao=${movementId}`,
    });
  },
});
