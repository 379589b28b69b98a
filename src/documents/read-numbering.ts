import { child, childrenOf, type Element, isOn, valueIn } from "./read-xml.ts";

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly legal: boolean;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

/** The automatic numbering of a .docx: says the label of each numbered paragraph in turn. */
export interface Numbering {
  labelOf(properties: Element | undefined): string | null;
}

const DEEPEST = 9;

/** Builds the numbering from numbering.xml and styles.xml; a paragraph may be numbered through its style. */
export function numberingOf(numbering: Element | undefined, styles: Element | undefined): Numbering {
  const lists = listsOf(child(numbering, "w:numbering"));
  const styleOf = stylesById(child(styles, "w:styles"));
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    labelOf(properties) {
      const place = placeOf(properties, styleOf);
      const list = place && lists.get(place.list);
      const level = list?.levels.get(place?.level ?? 0);
      if (!place || !list || !level) return null;
      const counts = counters.get(list.abstract) ?? [];
      counters.set(list.abstract, counts);
      const first = begun.has(`${place.list}:${place.level}`) ? undefined : list.starts.get(place.level);
      begun.add(`${place.list}:${place.level}`);
      counts[place.level] = first ?? (counts[place.level] ?? level.start - 1) + 1;
      counts.length = place.level + 1;
      return labelled(list, place.level, counts);
    },
  };
}

interface Place {
  readonly list: string;
  readonly level: number;
}

/** The list and level of a paragraph: its own, else those of its style or of a style that one is based on. */
function placeOf(properties: Element | undefined, styleOf: ReadonlyMap<string, Element>): Place | null {
  const own = child(properties, "w:numPr");
  let list = valueIn(own, "w:numId");
  let level = valueIn(own, "w:ilvl");
  let style = styleOf.get(valueIn(properties, "w:pStyle") ?? "");
  for (let steps = 0; style && list === undefined && steps < 10; steps += 1) {
    const numbered = child(child(style, "w:pPr"), "w:numPr");
    list ??= valueIn(numbered, "w:numId");
    level ??= valueIn(numbered, "w:ilvl");
    style = styleOf.get(valueIn(style, "w:basedOn") ?? "");
  }
  if (list === undefined || list === "0") return null;
  return { list, level: Math.min(Number(level ?? 0) || 0, DEEPEST - 1) };
}

const stylesById = (styles: Element | undefined): Map<string, Element> =>
  new Map(childrenOf(styles, "w:style").map((style) => [style.attributes["w:styleId"] ?? "", style]));

function listsOf(numbering: Element | undefined): Map<string, List> {
  const abstracts = new Map(
    childrenOf(numbering, "w:abstractNum").map((each) => [each.attributes["w:abstractNumId"] ?? "", each]),
  );
  const lists = new Map<string, List>();
  for (const each of childrenOf(numbering, "w:num")) {
    const abstract = valueIn(each, "w:abstractNumId") ?? "";
    const levels = new Map(levelsOf(abstracts.get(abstract)));
    const starts = new Map<number, number>();
    for (const override of childrenOf(each, "w:lvlOverride")) {
      const at = Number(override.attributes["w:ilvl"] ?? 0);
      for (const [level, value] of levelsOf(override)) levels.set(level, value);
      const start = valueIn(override, "w:startOverride");
      if (start !== undefined) starts.set(at, Number(start));
    }
    lists.set(each.attributes["w:numId"] ?? "", { abstract, levels, starts });
  }
  return lists;
}

const levelsOf = (element: Element | undefined): [number, Level][] =>
  childrenOf(element, "w:lvl").map((level) => [
    Number(level.attributes["w:ilvl"] ?? 0),
    {
      start: Number(valueIn(level, "w:start") ?? 1),
      format: valueIn(level, "w:numFmt") ?? "decimal",
      text: valueIn(level, "w:lvlText") ?? "",
      legal: isOn(level, "w:isLgl"),
    },
  ]);

function labelled(list: List, at: number, counts: readonly number[]): string {
  const level = list.levels.get(at);
  if (!level || level.format === "none") return "";
  if (level.format === "bullet") return /^[-–+*•]$/u.test(level.text) ? level.text : "-";
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const other = list.levels.get(index);
    const count = counts[index] ?? other?.start ?? 1;
    return written(count, level.legal ? "decimal" : (other?.format ?? "decimal"));
  });
}

function written(count: number, format: string): string {
  if (format === "upperRoman") return roman(count);
  if (format === "lowerRoman") return roman(count).toLowerCase();
  if (format === "upperLetter") return letters(count);
  if (format === "lowerLetter") return letters(count).toLowerCase();
  if (format === "decimalZero") return `${count}`.padStart(2, "0");
  return `${count}`;
}

const ROMAN: readonly [number, string][] = [
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(count: number): string {
  let left = Math.min(Math.max(count, 0), 399);
  let text = "";
  for (const [value, sign] of ROMAN) for (; left >= value; left -= value) text += sign;
  return text;
}

/** A … Z, AA, BB …, as Word counts. */
const letters = (count: number): string =>
  String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.min(Math.floor((count - 1) / 26) + 1, 4));
