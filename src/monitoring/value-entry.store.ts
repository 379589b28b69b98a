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

/** The shares somebody enters for that report themselves (not divided on); of one unit or of all theirs. */
export async function enterableShares(
  reader: Reader,
  reach: TargetReach,
  unit: number | null,
  day: Day,
): Promise<Enterable[]> {
  const asked: Expression<SqlBool>[] = [
    sql`target.state = 'standing'`,
    enteredBy(reach),
    sql`not exists (select from target_share below where below.parent = share.id)`,
  ];
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
