/** A piece of text with its place on the page, as pdfjs gives it. */
export interface Glyphs {
  readonly str: string;
  /** Scale and place: [a, b, c, d, x, y]. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
}

/** Between words of justified text gaps stay below this many letter sizes; wider ones part columns. */
const COLUMN_GAP = 2.2;
const WORD_GAP = 0.16;
/** A step down by more than this many usual steps is a gap between paragraphs. */
const PARAGRAPH_STEP = 1.28;

/** The lines of a page from top to bottom; columns side by side are parted by a tab, paragraphs by an empty line. */
export function pageTexts(items: readonly Glyphs[]): string[] {
  const rows = rowsOf(items.flatMap(placed));
  const step = usualStep(rows);
  const texts: string[] = [];
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    const drop = above ? topOf(above) - topOf(row) : 0;
    if (above && step > 0 && drop > step * PARAGRAPH_STEP) texts.push("");
    texts.push(textOf(row));
  });
  return texts;
}

/** Whether a piece begins well inside the one before it: letters of another font, put into gaps left for them. */
export const overlaps = (items: readonly Glyphs[]): boolean =>
  rowsOf(items.flatMap(placed)).some((row) =>
    row.some((piece, at) => {
      const before = row[at - 1];
      return before !== undefined && piece.text !== before.text && piece.x < before.end - 0.3 * piece.size;
    }),
  );

function placed(item: Glyphs): Placed[] {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform;
  if (item.str.trim() === "" || Math.abs(b) > Math.abs(a)) return [];
  const size = Math.max(Math.abs(a), item.height, 1);
  return [{ text: item.str, x, y, end: x + item.width, size }];
}

/** Pieces on one baseline, give or take a third of a letter, from left to right. */
function rowsOf(pieces: readonly Placed[]): Placed[][] {
  const sorted = [...pieces].sort((left, right) => right.y - left.y || left.x - right.x);
  const rows: Placed[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - piece.y) < Math.min(first.size, piece.size) * 0.34)
      row.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((left, right) => left.x - right.x);
  return rows;
}

const topOf = (row: readonly Placed[]): number => row[0]?.y ?? 0;

/** The most frequent step from line to line, in half points. */
function usualStep(rows: readonly (readonly Placed[])[]): number {
  const counts = new Map<number, number>();
  for (let index = 1; index < rows.length; index += 1) {
    const step = Math.round((topOf(rows[index - 1] ?? []) - topOf(rows[index] ?? [])) * 2) / 2;
    if (step > 4 && step < 60) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1] || left[0] - right[0])[0]?.[0] ?? 0;
}

function textOf(row: readonly Placed[]): string {
  let text = "";
  let end = row[0]?.x ?? 0;
  for (const piece of row) {
    const gap = piece.x - end;
    if (text !== "" && gap > piece.size * COLUMN_GAP) text = `${text.trimEnd()}\t${piece.text.trimStart()}`;
    else if (text !== "" && gap > piece.size * WORD_GAP && !/\s$/.test(text) && !/^\s/.test(piece.text))
      text += ` ${piece.text}`;
    else text += piece.text;
    end = Math.max(end, piece.end);
  }
  return text.trim();
}

/** Drops lines that stand at the head or foot of most pages, but for their first place; page numbers stay to be told. */
export function withoutRunningHeads(pages: readonly (readonly string[])[]): string[][] {
  if (pages.length < 3) return pages.map((page) => [...page]);
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(edges(page).map(headKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const seen = new Set<string>();
  return pages.map((page) => {
    const edge = new Set(edges(page));
    return page.filter((text) => {
      const key = headKey(text);
      if (!edge.has(text) || !/\p{L}/u.test(text) || (counts.get(key) ?? 0) <= pages.length * 0.6)
        return true;
      const first = !seen.has(key);
      seen.add(key);
      return first;
    });
  });
}

const edges = (page: readonly string[]): string[] => {
  const filled = page.filter((text) => text !== "");
  return [...filled.slice(0, 2), ...filled.slice(-2)];
};

const headKey = (text: string): string => text.replace(/\d+/g, "#");
