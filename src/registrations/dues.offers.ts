import { clustersWith } from "../org/cluster.store.ts";
import type { Actor } from "../platform/actor.ts";
import { onDay } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { isLate } from "../platform/deadline.ts";
import type { DueItem, YearQuestion, YearStep } from "../platform/offers.ts";
import { type LaunchedDue, launchedDuesIn } from "./dues-offers.store.ts";
import { bodiesOf, registrationReachOf } from "./registration-reach.store.ts";

/** Every registration owed with a deadline in that year, kept or not. */
export const registrationDues = async (
  reader: Reader,
  year: number,
  units: readonly number[] | null,
): Promise<DueItem[]> => (await launchedDuesIn(reader, year, units)).map(asDue);

const asDue = (due: LaunchedDue): DueItem => ({
  kind: "registration",
  subject: `movement-${due.movement}`,
  unit: due.unit,
  what: `Đăng ký thi đua “${due.movementName}”`,
  href: due.registration ? `/dang-ky/${due.registration}` : `/dang-ky?phong-trao=${due.movement}`,
  deadline: due.deadline,
  doneAt: due.doneAt,
  receiver: due.launcher,
  movement: due.movement,
  begun: due.begun,
});

/** The registrations of a unit's year; clusters register through their members. */
export async function registrationYearSteps(
  reader: Reader,
  actor: Actor,
  { noun, id, year }: YearQuestion,
): Promise<YearStep[]> {
  if (noun !== "unit") return [];
  const dues = await launchedDuesIn(reader, year, [id]);
  const seen = await seenIn(reader, actor, id, year, dues);
  return seen.map((due) => ({
    ...stateOf(due, actor),
    deadline: due.deadline,
    href: asDue(due).href,
    began: due.issuedAt && onDay(due.issuedAt),
  }));
}

/** One's own, what comes to one's body, and as a cluster's head what its members have sent. */
async function seenIn(
  reader: Reader,
  actor: Actor,
  unit: number,
  year: number,
  dues: readonly LaunchedDue[],
): Promise<readonly LaunchedDue[]> {
  const reach = await registrationReachOf(reader, actor);
  if (reach.standsIn.includes(unit)) return dues;
  const received = dues.filter(({ launcher }) => bodiesOf(reach).includes(launcher));
  if (received.length > 0 || reach.clusters.length === 0) return received;
  const led = await clustersWith(reader, unit);
  return led.some((one) => one.year === year && reach.clusters.includes(one.cluster))
    ? dues.filter(({ doneAt }) => doneAt !== null)
    : [];
}

function stateOf(
  { movementName, deadline, doneAt, begun }: LaunchedDue,
  { at }: Actor,
): Pick<YearStep, "label" | "state" | "tone" | "day"> {
  const label = `Đăng ký thi đua “${movementName}”`;
  const day = doneAt && onDay(doneAt);
  if (doneAt)
    return isLate(deadline, doneAt)
      ? { label, day, state: "Đã gửi, muộn", tone: "watch" }
      : { label, day, state: "Đã gửi đúng hạn", tone: "good" };
  if (isLate(deadline, at)) return { label, day, state: "Quá hạn, chưa gửi", tone: "bad" };
  return { label, day, state: begun ? "Đang soạn" : "Chưa bắt đầu", tone: "plain" };
}
