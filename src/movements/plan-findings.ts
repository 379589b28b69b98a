import type { Line } from "../documents/lines.ts";
import { type Calendar, holidayName, isDayOff } from "../platform/calendar.ts";
import { addDays, type Day, lastDayOf, writeDay, writeWeekday } from "../platform/day.ts";
import { subjectOf } from "./plan-bodies.ts";
import { datesIn, weekdayDiffers } from "./plan-dates.ts";
import { type ReadDeadline, subjectAbove, unnamedBodies } from "./plan-deadlines.ts";
import type { ReadDuty } from "./plan-duties.ts";
import type { HeaderDate } from "./plan-header.ts";
import { notYetInForce } from "./plan-laws.ts";
import { knownMovement, knownPerson, variantsAmong } from "./plan-names.ts";
import { misspeltOffices } from "./plan-offices.ts";
import type { ReadPhase } from "./plan-phases.ts";
import type { FindingCode, MentionedMovement, PlanDocument, PlanFinding, Severity } from "./plan-reading.ts";
import { firstCharacters, lineOf, type Passage, plain, sentencesOf } from "./plan-text.ts";
import type { Theme } from "./plan-theme.ts";

const finding = (
  severity: Severity,
  code: FindingCode,
  raw: string,
  line: number,
  message: string,
): PlanFinding => ({ severity, code, raw, line, message });

const RAW_LENGTH = 160;

/** Deadlines: impossible ones block; days off, days before the issue and events are told. */
export function deadlineFindings(
  deadlines: readonly ReadDeadline[],
  issuedOn: Day | null,
  calendar: Calendar,
): PlanFinding[] {
  return deadlines.flatMap((deadline) => {
    const { raw, line, date, written } = deadline;
    const found: PlanFinding[] = [];
    const bare = written?.raw ?? raw;
    if (deadline.impossible)
      found.push(finding("block", "impossible-date", bare, line, `Ngày ${bare} không có thật.`));
    if (deadline.event !== undefined)
      found.push(
        finding("info", "event-bound", raw, line, `Hạn “${raw}” gắn với một sự kiện, chưa có ngày.`),
      );
    if (date === null) return found;
    const last = deadline.inclusive ? date : addDays(date, -1);
    const off = [date, last].find((value) => isDayOff(calendar, value));
    if (off)
      found.push(
        finding(
          "warn",
          "deadline-on-day-off",
          raw,
          line,
          `Ngày ${writeDay(off)} là ${offName(calendar, off)}, ngày nghỉ.`,
        ),
      );
    if (issuedOn !== null && last < issuedOn)
      found.push(
        finding(
          "warn",
          "deadline-before-issue",
          raw,
          line,
          `Hạn ${writeDay(date)} trước ngày ban hành ${writeDay(issuedOn)}.`,
        ),
      );
    if (written?.yearInferred)
      found.push(
        finding("info", "year-inferred", raw, line, `Ngày không ghi năm; hiểu là ${writeDay(date)}.`),
      );
    return found;
  });
}

const offName = (calendar: Calendar, value: Day): string =>
  holidayName(calendar, value) ?? writeWeekday(value);

/** Phases: impossible or reversed ones block; overlaps and gaps between neighbours are told. */
export function phaseFindings(phases: readonly ReadPhase[]): PlanFinding[] {
  const found: PlanFinding[] = [];
  for (const phase of phases) {
    for (const raw of phase.impossible)
      found.push(finding("block", "impossible-date", raw, phase.line, `Ngày ${raw} không có thật.`));
    if (phase.from && phase.to && phase.to < phase.from)
      found.push(
        finding(
          "block",
          "phase-reversed",
          `${phase.fromRaw} – ${phase.toRaw}`,
          phase.line,
          `${phase.name} kết thúc trước khi bắt đầu.`,
        ),
      );
    for (const raw of phase.inferred)
      found.push(
        finding(
          "info",
          "year-inferred",
          raw,
          phase.line,
          `“${raw}” không ghi năm; hiểu theo năm của phong trào.`,
        ),
      );
  }
  const dated = phases.filter((phase) => phase.from && phase.to && phase.from <= phase.to);
  for (const [index, phase] of dated.entries()) {
    const next = dated[index + 1];
    if (!next?.from || !phase.to || !phase.from) continue;
    const raw = `${phase.toRaw} – ${next.fromRaw}`;
    if (next.from <= phase.to)
      found.push(
        finding(
          "warn",
          "phase-overlap",
          raw,
          next.line,
          `${next.name} bắt đầu khi ${phase.name} chưa kết thúc.`,
        ),
      );
    else if (next.from > addDays(phase.to, 1))
      found.push(
        finding("warn", "phase-gap", raw, next.line, `Giữa ${phase.name} và ${next.name} có khoảng trống.`),
      );
  }
  return found;
}

/** Other dates that don't exist, and weekdays that aren't those of their dates. */
export function dateFindings(
  passages: readonly Passage[],
  year: number | null,
  taken: readonly PlanFinding[],
): PlanFinding[] {
  const told = new Set(
    taken.filter((other) => other.code === "impossible-date").map((other) => `${other.line} ${other.raw}`),
  );
  const found: PlanFinding[] = [];
  for (const sentence of passages.flatMap(sentencesOf)) {
    if (!/\d/.test(sentence.text)) continue;
    for (const date of datesIn(sentence.text, year)) {
      const line = lineOf(sentence, date.at);
      if (date.impossible && !told.has(`${line} ${date.raw}`))
        found.push(finding("warn", "impossible-date", date.raw, line, `Ngày ${date.raw} không có thật.`));
      if (date.day && weekdayDiffers(date))
        found.push(
          finding(
            "warn",
            "weekday-mismatch",
            date.raw,
            line,
            `Ngày ${writeDay(date.day)} là ${writeWeekday(date.day)}.`,
          ),
        );
    }
  }
  return found;
}

/** Offices and names that stand with other marks than they are known with. */
export function nameFindings(
  lines: readonly Line[],
  documents: readonly PlanDocument[],
  mentions: readonly MentionedMovement[],
): PlanFinding[] {
  const found: PlanFinding[] = [];
  for (const line of lines) {
    for (const { raw, offices } of misspeltOffices(plain(line.text)))
      found.push(
        finding(
          "warn",
          "misspelt-office",
          raw,
          line.number,
          `“${raw}” có lẽ là ${offices.map((office) => `“${office}”`).join(" hoặc ")}.`,
        ),
      );
  }
  for (const document of documents) {
    const name = document.signatory.name;
    const known = name === null ? null : knownPerson(name);
    if (name !== null && known)
      found.push(
        finding(
          "warn",
          "name-variant",
          name,
          document.lines.signatory ?? 0,
          `Tên “${name}” ở nơi khác viết là “${known}”.`,
        ),
      );
  }
  for (const mention of mentions) {
    const known = knownMovement(mention.name);
    if (known)
      found.push(
        finding(
          "warn",
          "name-variant",
          mention.name,
          mention.line,
          `Phong trào này còn được viết là “${known}”.`,
        ),
      );
  }
  for (const { name, line, other } of variantsAmong(mentions))
    found.push(finding("warn", "name-variant", name, line, `Cùng văn bản còn viết là “${other}”.`));
  return found;
}

/** Headers: issuer worked out, date that doesn't exist, grounds not yet in force. */
export function documentFindings(document: PlanDocument, header: HeaderDate | null): PlanFinding[] {
  const found: PlanFinding[] = [];
  if (header?.impossible)
    found.push(
      finding(
        "warn",
        "impossible-date",
        header.impossible,
        header.line,
        `Ngày ban hành “${header.impossible}” không có thật.`,
      ),
    );
  if (document.issuerDerived && document.issuer && document.symbol)
    found.push(
      finding(
        "info",
        "issuer-derived",
        document.symbol,
        document.lines.number ?? 0,
        `Cơ quan ban hành “${document.issuer}” suy ra từ ký hiệu ${document.symbol}.`,
      ),
    );
  const year = header?.year ?? null;
  const on = document.issuedOn ?? (year === null ? null : lastDayOf(year));
  if (on === null) return found;
  document.grounds.forEach((ground, index) => {
    for (const { name, from } of notYetInForce(ground, on))
      found.push(
        finding(
          "warn",
          "law-not-yet-in-force",
          name,
          document.lines.grounds[index] ?? 0,
          `${name} chưa có hiệu lực ngày ${writeDay(on)} (từ ${writeDay(from)}).`,
        ),
      );
  });
  return found;
}

const OWES =
  /(?:gửi|nộp|thực hiện|chế độ|lập)\s[^.;]{0,80}báo cáo|báo cáo (?:kết quả|sơ kết|tổng kết|về|tình hình|đánh giá|Giám đốc|Bộ trưởng|Chủ tịch|Ban|Hội đồng|Thường trực|UBND)|đăng ký/iu;
const BOUND = /có trách nhiệm|chịu trách nhiệm|đối với/iu;
const REPORTS = /báo cáo|sơ kết|tổng kết/iu;
const REGISTERS = /đăng ký/iu;

/** A body bound to report or to register that none of the deadlines for it names. */
export function dutyFindings(
  passages: readonly Passage[],
  deadlines: readonly ReadDeadline[],
  duties: readonly ReadDuty[],
): PlanFinding[] {
  const found: PlanFinding[] = [];
  const told = new Set<string>();
  const tell = (body: string, line: number) => {
    if (told.has(body)) return;
    told.add(body);
    found.push(
      finding(
        "warn",
        "duty-without-deadline",
        firstCharacters(body, RAW_LENGTH),
        line,
        `${body} phải báo cáo hoặc đăng ký nhưng không hạn nào nêu tên.`,
      ),
    );
  };
  for (const [index, group] of byPassage(deadlines)) {
    const passage = passages[index];
    if (!passage || !OWES.test(passage.text)) continue;
    const own = BOUND.test(passage.text) ? subjectOf(passage.text)?.who : undefined;
    const bound = subjectAbove(passages, index) ?? own ?? null;
    if (bound === null || group.some((deadline) => deadline.audience === bound)) continue;
    for (const body of unnamedBodies(bound, group)) tell(body, passage.line);
  }
  const withDeadline = new Set(deadlines.map((deadline) => deadline.passage));
  for (const duty of duties) {
    if (withDeadline.has(duty.passage) || !OWES.test(duty.text)) continue;
    const alike = deadlines.filter((deadline) => sameDuty(duty.text, passages[deadline.passage]?.text ?? ""));
    for (const body of unnamedBodies(duty.who, alike)) tell(body, duty.line);
  }
  return found;
}

const sameDuty = (duty: string, other: string): boolean =>
  (REPORTS.test(duty) && REPORTS.test(other)) || (REGISTERS.test(duty) && REGISTERS.test(other));

function byPassage(deadlines: readonly ReadDeadline[]): Map<number, ReadDeadline[]> {
  const groups = new Map<number, ReadDeadline[]>();
  for (const deadline of deadlines)
    groups.set(deadline.passage, [...(groups.get(deadline.passage) ?? []), deadline]);
  return groups;
}

/** Themes of other bodies that the text quotes. */
export const themeFindings = (themes: readonly Theme[]): PlanFinding[] =>
  themes
    .filter((theme) => theme.owner === "other")
    .map((theme) =>
      finding(
        "info",
        "foreign-theme",
        theme.text,
        theme.line,
        `Chủ đề này là của ${theme.body ?? "cơ quan khác"}, được dẫn lại.`,
      ),
    );

/** What was left out because it belongs to the page and not to the text. */
export const furnitureFindings = (dropped: readonly Line[]): PlanFinding[] =>
  dropped.map((line) =>
    finding(
      "info",
      "furniture-dropped",
      firstCharacters(plain(line.text), RAW_LENGTH),
      line.number,
      "Dòng này thuộc khung trang, không thuộc văn bản.",
    ),
  );
