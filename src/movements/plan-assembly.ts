import type { Line } from "../documents/lines.ts";
import type { Calendar } from "../platform/calendar.ts";
import { yearOf } from "../platform/day.ts";
import { deadlinesOf, type ReadDeadline } from "./plan-deadlines.ts";
import { documentsOf, type ReadDocument } from "./plan-documents.ts";
import { dutiesOf } from "./plan-duties.ts";
import {
  dateFindings,
  deadlineFindings,
  documentFindings,
  dutyFindings,
  furnitureFindings,
  nameFindings,
  phaseFindings,
  themeFindings,
} from "./plan-findings.ts";
import { withoutFurniture } from "./plan-furniture.ts";
import { launchOf } from "./plan-launch.ts";
import { mentionsOf } from "./plan-mentions.ts";
import { natureOf } from "./plan-nature.ts";
import { outlineOf } from "./plan-outline.ts";
import { phasesOf, type ReadPhase } from "./plan-phases.ts";
import type { PlanDocument, PlanFinding, PlanMovement, PlanReading } from "./plan-reading.ts";
import { scheduledDeadlines } from "./plan-schedule.ts";
import { targetsOf } from "./plan-targets.ts";
import { type Passage, passagesOf } from "./plan-text.ts";
import { mottoOf, nameOf, occasionsOf, type Phrase, themesOf } from "./plan-theme.ts";
import { yearsOf } from "./plan-years.ts";

/** Reads a launch document from its lines. Pure: the same lines and calendar give the same reading. */
export function readPlan(all: readonly Line[], calendar: Calendar): PlanReading {
  const furniture = withoutFurniture(all);
  const nature = natureOf(furniture);
  const read = nature === "official-document" ? documentsOf(furniture.lines) : [];
  const plan = read.at(-1);
  const passages = passagesOf(plan?.body ?? furniture.lines);
  const documents =
    nature === "official-document"
      ? read.map((each) => each.document)
      : launchOf(nature, furniture.lines, passages);
  const issuer = documents[0]?.issuer ?? null;
  const themes = themesOf(passages, issuer);
  const titles = titlesOf(documents);
  const years = yearsOf({
    titles,
    passages,
    theme: themes[0]?.text ?? null,
    issuedIn: issuedIn(read, documents),
  });
  const name = nameOf(titles, passages);
  const theme = themes[0] ?? null;
  const motto = mottoOf(passages);
  const occasions = occasionsOf(passages);
  const phases = phasesOf(passages, years.inference);
  const deadlines = allDeadlines(furniture.lines, passages, years.inference);
  const mentions = mentionsOf(passages, [theme?.text ?? null, name?.text ?? null]);
  const duties = dutiesOf(passages);
  const movement: PlanMovement = {
    year: years.year,
    from: years.from,
    to: years.to,
    theme: theme?.text ?? null,
    themeOwner: theme?.owner ?? null,
    name: name?.text === theme?.text ? null : (name?.text ?? null),
    motto: motto?.text ?? null,
    occasions: occasions.map((occasion) => occasion.text),
    lines: {
      year: years.line,
      theme: theme?.line ?? null,
      name: name?.line ?? null,
      motto: motto?.line ?? null,
      occasions: occasions.map((occasion) => occasion.line),
    },
  };
  const blocking = [
    ...deadlineFindings(deadlines, documents[0]?.issuedOn ?? null, calendar),
    ...phaseFindings(phases),
  ];
  const findings = [
    ...documents.flatMap((document, index) => documentFindings(document, read[index]?.headerDate ?? null)),
    ...blocking,
    ...dateFindings(passages, years.inference, blocking),
    ...nameFindings(furniture.lines, documents, mentions),
    ...dutyFindings(passages, deadlines, duties),
    ...themeFindings(themes),
    ...furnitureFindings(furniture.dropped),
  ];
  return {
    nature,
    documents,
    movement,
    contents: contentsOf(passages),
    phases: phases.map(asPhase),
    deadlines: deadlines.map(asDeadline),
    targets: targetsOf(passages),
    movementsMentioned: mentions,
    duties: duties.map(({ who, what, line }) => ({ who, what, line })),
    findings: inOrder(findings),
  };
}

/** Those of the sentences and those of schedules, which may stand in an annex; a row of a schedule is not read as a sentence as well. */
function allDeadlines(
  lines: readonly Line[],
  passages: readonly Passage[],
  year: number | null,
): ReadDeadline[] {
  const scheduled = scheduledDeadlines(lines, year);
  const rows = new Set(scheduled.map((deadline) => deadline.line));
  const said = deadlinesOf(passages, year).filter((deadline) => !rows.has(deadline.line));
  return [...said, ...scheduled].sort((left, right) => left.line - right.line);
}

const contentsOf = (passages: readonly Passage[]): PlanReading["contents"] =>
  outlineOf(passages).map(({ label, level, heading, line }) => ({ label, level, heading, line }));

const asPhase = ({ name, from, to, fromRaw, toRaw, line }: ReadPhase) => ({
  name,
  from,
  to,
  fromRaw,
  toRaw,
  line,
});

const asDeadline = ({ written: _, passage: __, at: ___, ...deadline }: ReadDeadline) => deadline;

const titlesOf = (documents: readonly PlanDocument[]): Phrase[] =>
  documents.flatMap(({ title, lines }) => (title === null ? [] : [{ text: title, line: lines.title ?? 0 }]));

const issuedIn = (read: readonly ReadDocument[], documents: readonly PlanDocument[]): number | null => {
  const issued = documents.find((document) => document.issuedOn)?.issuedOn;
  return issued ? yearOf(issued) : (read[0]?.headerDate?.year ?? null);
};

/** By line; each told once. */
function inOrder(findings: readonly PlanFinding[]): PlanFinding[] {
  const seen = new Set<string>();
  return findings
    .filter(({ code, raw, line }) => {
      const key = `${code} ${line} ${raw}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((left, right) => left.line - right.line);
}
