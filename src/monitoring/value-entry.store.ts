import { type Expression, type SqlBool, sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { sharesWhere } from "./share.store.ts";
import type { Share } from "./share.ts";
import { findTargets } from "./target.store.ts";
import type { Target } from "./target.ts";
import { enteredBy, type TargetReach } from "./target-reach.store.ts";
import { type ShareFacts, shareFactsOf, standingValuesOf } from "./value.store.ts";
import type { Value } from "./value.ts";

/** A share that somebody enters for, with everything an entry is judged by. */
export interface Enterable {
  readonly share: Share;
  readonly target: Target;
  readonly facts: ShareFacts;
  readonly values: readonly Value[];
}

/** A share somebody enters for that reports itself: not divided on, and not computed from what is registered. */
const entered = (reach: TargetReach): Expression<SqlBool> => sql<SqlBool>`(
  target.state = 'standing' and target.source = 'typed' and ${enteredBy(reach)}
  and not exists (select from target_share below where below.parent = share.id))`;

/** Whether somebody has anything to enter, ever. */
export async function entersAny(reader: Reader, reach: TargetReach): Promise<boolean> {
  if (reach.writes.length === 0 && reach.sets.length === 0) return false;
  const { rows } = await sql<{ some: boolean }>`
    select exists (select from target_share share join target on target.id = share.target
                    where ${entered(reach)}) as some`.execute(reader);
  return rows[0]?.some ?? false;
}

/** The shares somebody enters for, of one unit or of all theirs. */
export async function enterableShares(
  reader: Reader,
  reach: TargetReach,
  unit: number | null,
  day: Day,
): Promise<Enterable[]> {
  const asked: Expression<SqlBool>[] = [entered(reach)];
  if (unit !== null) asked.push(sql`share.unit = ${unit}`);
  const shares = await sharesWhere(reader, sql`${sql.join(asked, sql` and `)}`, day);
  return enterable(reader, shares, day);
}

/** The same of these shares, whoever asks. */
export async function enterable(reader: Reader, shares: readonly Share[], day: Day): Promise<Enterable[]> {
  const targets = await findTargets(reader, [...new Set(shares.map(({ target }) => target))], day);
  const facts = await shareFactsOf(reader, shares, day);
  const values = await standingValuesOf(
    reader,
    shares.map(({ id }) => id),
  );
  return shares.flatMap((share) => {
    const target = targets.find(({ id }) => id === share.target);
    const known = facts.find((one) => one.share === share.id);
    return target && known
      ? [{ share, target, facts: known, values: values.filter((value) => value.share === share.id) }]
      : [];
  });
}
