import { BorderStyle, type IRunOptions, LineRuleType, Paragraph, Tab, TextRun } from "docx";

export const FONT = "Times New Roman";

/** Twentieths of a point, Word's unit of length. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4);

/** A4 and its margins: top and bottom 20, left 30, right 18 mm (Phụ lục I, phần I, mục I.3). */
export const PAGE = {
  short: mm(210),
  long: mm(297),
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(18), header: mm(10) },
  portrait: { text: mm(210 - 30 - 18) },
  landscape: { text: mm(297 - 30 - 18) },
} as const;

export const twipsOf = { indent: mm(12.7), national: mm(100) } as const;

/** Room after a paragraph in points, its lines a little over a single line apart. */
export const spaced = (
  points: number,
): { after: number; line: number; lineRule: typeof LineRuleType.AUTO } => ({
  after: points * 20,
  line: 252,
  lineRule: LineRuleType.AUTO,
});

/** Runs for a text whose lines are broken by hand. */
export const lined = (text: string, look: IRunOptions): readonly TextRun[] =>
  text
    .split("\n")
    .map((line, at) => new TextRun({ ...look, children: tabbed(line), ...(at === 0 ? {} : { break: 1 }) }));

const tabbed = (line: string): (string | Tab)[] =>
  line.split("\t").flatMap((words, at) => (at === 0 ? [words] : [new Tab(), words]));

/** About how wide bold words are, at most the room they have; Word itself cannot be asked. */
export const wordsWidth = (text: string, room: number): number => {
  const capital = text === text.toLocaleUpperCase("vi");
  return Math.min(text.length * mm(capital ? 3.35 : 2.5), room);
};

/** A centred rule as a bordered line of its own. */
export const rule = (width: number, room: number): Paragraph => {
  const side = Math.max(0, Math.round((room - width) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 40, after: 100, line: 40, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    keepNext: true,
    children: [],
  });
};
