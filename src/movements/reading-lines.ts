import type { Blocker } from "./adoption.ts";
import type { PlanReading } from "./plan-reading.ts";
import type { TextLine } from "./proposed-texts.ts";

/** A stretch of a line and what it means to the person looking it through. */
export interface MarkedPart {
  readonly text: string;
  readonly mark?: "read" | "watch" | "bad" | undefined;
  /** Item of the panel that speaks of it. */
  readonly target?: string | undefined;
  readonly bold?: boolean | undefined;
}

export interface MarkedLine {
  readonly number: number;
  readonly parts: readonly MarkedPart[];
  readonly here?: boolean | undefined;
}

interface Wanted {
  readonly line: number;
  readonly text: string;
  readonly mark: "read" | "watch" | "bad";
  readonly target?: string;
}

/** How much of a paper is shown: what is near a blocker, all lines in which something was read, or everything. */
export type TextView = "near" | "read" | "whole";

/**
 * The lines of a paper with what was read in them marked. Lines in which nothing was read are left out, but
 * for the headings of the first rank, so that a long paper fits a screen; “near” begins with the part of the
 * paper in which the first blocker stands.
 */
export function markedLines(
  lines: readonly TextLine[],
  reading: PlanReading,
  blockers: readonly Blocker[],
  view: TextView,
): MarkedLine[] {
  const whole = view === "whole";
  const first = Math.min(...blockers.map((blocker) => blocker.line));
  const top = reading.contents.findLast((content) => content.level === 1 && content.line <= first)?.line ?? 0;
  const from = view === "near" && blockers.length > 0 ? top : 0;
  const wanted = wantedIn(reading, blockers);
  const headings = new Map(reading.contents.map((content) => [content.line, content.level]));
  const blocked = new Set(blockers.map((blocker) => blocker.line));
  return lines
    .filter(
      (line) => whole || wanted.some((one) => one.line === line.number) || headings.get(line.number) === 1,
    )
    .filter((line) => line.number >= from && line.text.trim() !== "")
    .map((line) => ({
      number: line.number,
      parts: partsOf(
        line.text,
        wanted.filter((one) => one.line === line.number),
        headings.get(line.number) === 1,
      ),
      here: blocked.has(line.number),
    }));
}

function wantedIn(reading: PlanReading, blockers: readonly Blocker[]): Wanted[] {
  const { movement } = reading;
  const found: Wanted[] = [];
  const want = (
    line: number | null | undefined,
    text: string | null | undefined,
    mark: Wanted["mark"],
    target?: string,
  ) => {
    if (line && text) found.push({ line, text, mark, ...(target === undefined ? {} : { target }) });
  };
  for (const blocker of blockers) want(blocker.line, blocker.raw, "bad", blocker.key);
  for (const [index, document] of reading.documents.entries()) {
    want(document.lines.number, document.symbol, "read", `paper-${index}`);
    want(document.lines.signatory, document.signatory.name, "read", `paper-${index}`);
    want(document.lines.title, document.title, "read", `paper-${index}`);
  }
  want(movement.lines.theme, movement.theme, "read", "theme");
  want(movement.lines.motto, movement.motto, "read", "motto");
  want(movement.lines.name, movement.name, "read", "name");
  for (const [index, phase] of reading.phases.entries()) {
    want(phase.line, phase.name, "read", `phase-${index}`);
    want(phase.line, phase.fromRaw, "read", `phase-${index}`);
    want(phase.line, phase.toRaw, "read", `phase-${index}`);
  }
  for (const [index, deadline] of reading.deadlines.entries())
    want(deadline.line, deadline.raw, "read", `deadline-${index}`);
  for (const [index, target] of reading.targets.entries())
    want(target.line, target.raw, "read", `target-${index}`);
  for (const [index, mention] of reading.movementsMentioned.entries())
    want(mention.line, mention.name, "read", `mention-${index}`);
  for (const finding of reading.findings)
    if (finding.severity === "warn") want(finding.line, finding.raw, "watch");
  return found;
}

/** Cuts a line at what is marked; where two marks meet, the graver one stands. */
function partsOf(text: string, wanted: readonly Wanted[], bold: boolean): MarkedPart[] {
  const clear = text.replaceAll("**", "");
  const graver = [...wanted].sort((left, right) => gravity.indexOf(left.mark) - gravity.indexOf(right.mark));
  const spans: { from: number; to: number; wanted: Wanted }[] = [];
  for (const one of graver) {
    const from = clear.indexOf(one.text);
    const to = from + one.text.length;
    if (from < 0 || spans.some((span) => from < span.to && span.from < to)) continue;
    spans.push({ from, to, wanted: one });
  }
  spans.sort((left, right) => left.from - right.from);
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.from > at) parts.push({ text: clear.slice(at, span.from), bold });
    parts.push({
      text: clear.slice(span.from, span.to),
      mark: span.wanted.mark,
      target: span.wanted.target,
      bold,
    });
    at = span.to;
  }
  if (at < clear.length) parts.push({ text: clear.slice(at), bold });
  return parts;
}

const gravity: readonly Wanted["mark"][] = ["bad", "watch", "read"];
