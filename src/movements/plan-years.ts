import { lineAt, type Passage } from "./plan-text.ts";
import type { Phrase } from "./plan-theme.ts";

/** The year of the movement, or its first and last year, and the year to take where a date has none. */
export interface Years {
  readonly year: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly inference: number | null;
  readonly line: number | null;
}

interface Sources {
  readonly titles: readonly Phrase[];
  readonly passages: readonly Passage[];
  readonly theme: string | null;
  readonly issuedIn: number | null;
}

const YEAR = /năm\s(?:học\s)?(20\d{2}|19\d{2})(?!\d)/iu;
const PERIOD =
  /(?:giai đoạn|từ năm|nhiệm kỳ|trong \d+ năm|5 năm|05 năm)[\s(]*(20\d{2})\s?(?:[-–]|đến(?:\snăm)?)\s?(20\d{2})/iu;
const LAUNCH = /phong trào thi đua[^.;“”]{0,60}?năm\s(20\d{2})(?!\d)/iu;

/** “Phong trào thi đua được triển khai thực hiện từ năm 2026 đến năm 2030”. */
const OWN_PERIOD =
  /Phong trào thi đua được (?:tổ chức|triển khai|thực hiện|phát động)[^.;“”"]{0,80}?(?:giai đoạn|từ năm)\s(20\d{2})\s?(?:[-–]|đến(?:\s(?:hết\s)?năm)?)\s?(20\d{2})/u;
/** “phát động phong trào thi đua “…” giai đoạn 2024 - 2025”. */
const LAUNCH_PERIOD =
  /(?:phát động|ban hành)[^.;“”"]{0,80}phong trào thi đua(?:[^.;“”"]|[“"][^“”"]{0,300}[”"]){0,80}?(?:giai đoạn|từ năm)\s(20\d{2})\s?(?:[-–]|đến(?:\s(?:hết\s)?năm)?)\s?(20\d{2})/u;

/** The title's year first, then that of the launch, of the theme, the year most named, the year of issue. */
export function yearsOf({ titles, passages, theme, issuedIn }: Sources): Years {
  for (const title of titles) {
    const year = YEAR.exec(title.text);
    if (year) return single(Number(year[1]), title.line);
    const period = PERIOD.exec(title.text);
    if (period) return several(Number(period[1]), Number(period[2]), issuedIn, title.line);
  }
  const own = periodIn(passages.slice(0, 60), OWN_PERIOD, issuedIn);
  if (own) return own;
  for (const passage of passages.slice(0, 30)) {
    const launch = LAUNCH.exec(passage.text.slice(0, 4000));
    if (launch) return single(Number(launch[1]), lineAt(passage, launch.index));
  }
  const themed = theme === null ? null : YEAR.exec(theme);
  if (themed) return single(Number(themed[1]), null);
  const launched = periodIn(passages.slice(0, 30), LAUNCH_PERIOD, issuedIn);
  if (launched) return launched;
  const most = mostNamed(passages);
  if (most !== null && (issuedIn === null || Math.abs(most - issuedIn) <= 1)) return single(most, null);
  return issuedIn === null ? NO_YEAR : single(issuedIn, null);
}

function periodIn(passages: readonly Passage[], pattern: RegExp, issuedIn: number | null): Years | null {
  for (const passage of passages) {
    const period = pattern.exec(passage.text.slice(0, 4000));
    if (period) return several(Number(period[1]), Number(period[2]), issuedIn, lineAt(passage, period.index));
  }
  return null;
}

const NO_YEAR: Years = { year: null, from: null, to: null, inference: null, line: null };

const single = (year: number, line: number | null): Years => ({
  year,
  from: null,
  to: null,
  inference: year,
  line,
});

const several = (from: number, to: number, issuedIn: number | null, line: number): Years => ({
  year: null,
  from,
  to,
  inference: issuedIn ?? from,
  line,
});

function mostNamed(passages: readonly Passage[]): number | null {
  const counts = new Map<number, number>();
  for (const passage of passages.slice(0, 400)) {
    for (const match of passage.text.slice(0, 6000).matchAll(/(?<!tháng\s\d{1,2}\s)năm\s(20\d{2})(?!\d)/gu)) {
      const year = Number(match[1]);
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? null;
}
