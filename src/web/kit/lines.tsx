import type { Child } from "hono/jsx";
import { clockOf, type Day, type Instant, onDay, writeDay, writeWeekday } from "../../platform/day.ts";
import { type Dong, writeDong } from "../../platform/money.ts";

/** A day as dd/mm/yyyy, with its weekday when that matters. */
export const DayText = ({ day, weekday }: { day: Day; weekday?: boolean | undefined }) => (
  <time class="day" datetime={day}>
    {weekday ? `${writeWeekday(day)}, ${writeDay(day)}` : writeDay(day)}
  </time>
);

/** A moment, as `10:42 ngày 21/6/2021` is read: `21/06/2021 10:42`. */
export const InstantText = ({ at }: { at: Instant }) => (
  <time class="day" datetime={at.toISOString()}>
    {clockOf(at)} {writeDay(onDay(at))}
  </time>
);

/** A sum of money, whole đồng. */
export const MoneyText = ({ amount }: { amount: Dong }) => <span class="money">{writeDong(amount)}</span>;

interface PersonLineProps {
  name: string;
  href?: string | undefined;
  /** Post and unit, or whatever tells two of one name apart. */
  detail?: Child;
}

/** A person: the name, and below it what one must know to know who that is. */
export const PersonLine = ({ name, href, detail }: PersonLineProps) => (
  <span class="line">
    {href ? <a href={href}>{name}</a> : <b>{name}</b>}
    {detail && <small>{detail}</small>}
  </span>
);

interface UnitLineProps {
  name: string;
  href?: string | undefined;
  /** Names of the units above, nearest last. */
  path?: readonly string[] | undefined;
  /** What it was called on the day in question, when that differs. */
  thenCalled?: string | undefined;
}

/** A unit with its path and, where history matters, its name on that day. */
export const UnitLine = ({ name, href, path, thenCalled }: UnitLineProps) => (
  <span class="line">
    {href ? <a href={href}>{name}</a> : <b>{name}</b>}
    {path && path.length > 0 && <small>{path.join(" › ")}</small>}
    {thenCalled && <small>khi đó là {thenCalled}</small>}
  </span>
);
