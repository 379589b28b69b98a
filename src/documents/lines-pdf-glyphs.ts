import type { Glyphs } from "./lines-pdf.ts";

/** The drawing of a page as pdfjs gives it: numbered operators with their arguments. */
export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Numbers of the operators that move or show text. */
export type Operators = Readonly<Record<string, number>>;

type Matrix = readonly [number, number, number, number, number, number];

interface State {
  readonly page: Matrix;
  readonly size: number;
  readonly letter: number;
  readonly word: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * Every glyph with its own place. A printer that lacks the Vietnamese letters of a font leaves room for them and
 * draws them afterwards from another one; only the place of each glyph tells where it belongs.
 */
export function glyphsOf(drawing: Drawing, operators: Operators): Glyphs[] {
  const names = new Map(Object.entries(operators).map(([name, number]) => [number, name]));
  const found: Glyphs[] = [];
  const saved: State[] = [];
  let state: State = { page: IDENTITY, size: 1, letter: 0, word: 0, scale: 1, leading: 0, rise: 0 };
  let line = IDENTITY;
  let along = 0;
  const moved = (x: number, y: number) => {
    line = times(line, [1, 0, 0, 1, x, y]);
    along = 0;
  };
  drawing.fnArray.forEach((operator, index) => {
    const args = argumentsOf(drawing.argsArray[index]);
    const [first = 0, second = 0] = args.map(Number);
    switch (names.get(operator)) {
      case "save":
        saved.push(state);
        break;
      case "restore":
      case "paintFormXObjectEnd":
        state = saved.pop() ?? state;
        break;
      case "transform":
        state = { ...state, page: times(state.page, matrixOf(args)) };
        break;
      case "paintFormXObjectBegin":
        saved.push(state);
        state = { ...state, page: times(state.page, matrixOf(argumentsOf(args[0]))) };
        break;
      case "beginText":
        line = IDENTITY;
        along = 0;
        break;
      case "setTextMatrix":
        line = matrixOf(args.length === 6 ? args : argumentsOf(args[0]));
        along = 0;
        break;
      case "moveText":
        moved(first, second);
        break;
      case "setLeadingMoveText":
        state = { ...state, leading: second };
        moved(first, second);
        break;
      case "nextLine":
        moved(0, state.leading);
        break;
      case "setLeading":
        state = { ...state, leading: -first };
        break;
      case "setFont":
        state = { ...state, size: second };
        break;
      case "setCharSpacing":
        state = { ...state, letter: first };
        break;
      case "setWordSpacing":
        state = { ...state, word: first };
        break;
      case "setHScale":
        state = { ...state, scale: first / 100 };
        break;
      case "setTextRise":
        state = { ...state, rise: first };
        break;
      case "showText":
        along = shown(argumentsOf(args[0]), { state, line, along }, found);
        break;
    }
  });
  return found;
}

interface Pen {
  readonly state: State;
  readonly line: Matrix;
  readonly along: number;
}

/** Puts the glyphs of one string to those found and returns how far the pen has come. */
function shown(glyphs: readonly unknown[], { state, line, along }: Pen, found: Glyphs[]): number {
  const matrix = times(state.page, line);
  let x = along;
  for (const glyph of glyphs) {
    if (typeof glyph === "number") {
      x -= (glyph / 1000) * state.size * state.scale;
      continue;
    }
    if (!isGlyph(glyph)) continue;
    const width = (glyph.width / 1000) * state.size * state.scale;
    const [a, b, c, d, e, f] = times(matrix, [state.size, 0, 0, state.size, x, state.rise]);
    const stretch = Math.hypot(matrix[0], matrix[1]);
    found.push({ str: glyph.unicode, transform: [a, b, c, d, e, f], width: width * stretch, height: 0 });
    x += width + (state.letter + (glyph.isSpace ? state.word : 0)) * state.scale;
  }
  return x;
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === "object" && value !== null && "unicode" in value && "width" in value;

const argumentsOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : ArrayBuffer.isView(value) ? [...(value as Float32Array)] : [];

function matrixOf(values: readonly unknown[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values.map(Number);
  return [a, b, c, d, e, f];
}

const times = (left: Matrix, right: Matrix): Matrix => [
  left[0] * right[0] + left[2] * right[1],
  left[1] * right[0] + left[3] * right[1],
  left[0] * right[2] + left[2] * right[3],
  left[1] * right[2] + left[3] * right[3],
  left[0] * right[4] + left[2] * right[5] + left[4],
  left[1] * right[4] + left[3] * right[5] + left[5],
];
