import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { writingPool } from "./db.ts";

/** Limits count in the database, so that all copies of the program count together. */
interface Limit {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Five wrong passwords close one account for 15 minutes. */
export const wrongPasswords: Limit = { name: "wrong-password", points: 5, seconds: 15 * 60 };
/** An address of many people (an office behind one line) may try more often. */
export const attemptsFromAddress: Limit = { name: "address", points: 60, seconds: 15 * 60 };

/** Ten wrong openings close one vote's box for 15 minutes. */
export const wrongOpenings: Limit = { name: "wrong-opening", points: 10, seconds: 15 * 60 };

/** Counts one attempt; answers the seconds to wait when there have been too many, else 0. */
export async function countAttempt(limit: Limit, who: string): Promise<number> {
  try {
    await limiterOf(limit).consume(who);
    return 0;
  } catch (fault) {
    if (fault instanceof RateLimiterRes) return Math.max(1, Math.ceil(fault.msBeforeNext / 1000));
    throw fault;
  }
}

/** Seconds to wait before the next attempt counts; 0 when one may try now. */
export async function secondsClosed(limit: Limit, who: string): Promise<number> {
  const state = await limiterOf(limit).get(who);
  return state && state.consumedPoints >= limit.points
    ? Math.max(1, Math.ceil(state.msBeforeNext / 1000))
    : 0;
}

export const forgetAttempts = async (limit: Limit, who: string): Promise<void> =>
  void (await limiterOf(limit).delete(who));

const limiterOf = (limit: Limit): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: writingPool(),
    storeType: "pool",
    tableName: "attempt",
    tableCreated: true,
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.seconds,
    clearExpiredByTimeout: false,
  });
