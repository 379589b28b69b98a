import { sql } from "kysely";
import { type Code, isCode } from "../law/codes.ts";
import type { Reader } from "../platform/db.ts";
import type { Figure, FigureQuestion } from "../platform/offered.ts";
import { titleName } from "./title.ts";

/**
 * Figures of what units have registered: how many have sent, and the lines of each title and form, up the sector's
 * chain and the territory's apart where both ask for it. Only what was sent and stands counts.
 */
export async function registrationFigures(reader: Reader, question: FigureQuestion): Promise<Figure[]> {
  const { rows } = await sql<{ title: string; chain: "vertical" | "territorial"; lines: number }>`
    select line.title, line.chain, count(*) as lines
      from registration join registration_line line on line.registration = registration.id
     where ${sentIn(question)} and line.state = 'listed' and line.gathered_from is null
     group by line.title, line.chain order by line.title, line.chain desc`.execute(reader);
  const { rows: sent } = await sql<{ units: number }>`
    select count(distinct registration.unit) as units from registration where ${sentIn(question)}`.execute(
    reader,
  );
  const href = hrefOf(question);
  return [
    {
      code: "registrations.sent",
      label: "Đơn vị đã gửi đăng ký thi đua",
      value: sent[0]!.units,
      measure: "đơn vị",
      href,
    },
    ...rows.flatMap(({ title, chain, lines }) =>
      isCode(title) ? [lineFigure(title, chain, lines, href)] : [],
    ),
  ];
}

const sentIn = ({ movement, units, from, to }: FigureQuestion) => sql`
  registration.unit = any(${[...units]}::bigint[]) and registration.state in ('submitted', 'accepted')
  and registration.year between extract(year from ${from}::date)::int and extract(year from ${to}::date)::int
  and (${movement}::bigint is null or registration.movement = ${movement})`;

const lineFigure = (title: Code, chain: "vertical" | "territorial", lines: number, href: string): Figure => ({
  code: `registrations.lines.${title}${chain === "vertical" ? "" : ".TERRITORIAL"}`,
  label: `Đăng ký ${titleName(title, chain)}${chain === "vertical" ? "" : " (trình địa phương)"}`,
  value: lines,
  measure: "lượt",
  href,
});

const hrefOf = ({ movement, from }: FigureQuestion): string =>
  movement === null ? `/dang-ky?nam=${from.slice(0, 4)}` : `/dang-ky?phong-trao=${movement}`;
