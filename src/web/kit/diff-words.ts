/** A run of words that stayed, went or came. */
export interface DiffRun {
  readonly kind: "same" | "gone" | "come";
  readonly text: string;
}

/** Longest texts compared word by word; above it the whole is shown as replaced. */
const MOST_WORDS = 1500;

/** What changed between two texts, in runs of words. */
export function diffWords(before: string, after: string): DiffRun[] {
  const left = before.match(/\s+|\S+/gu) ?? [];
  const right = after.match(/\s+|\S+/gu) ?? [];
  if (left.length > MOST_WORDS || right.length > MOST_WORDS)
    return join([
      { kind: "gone", text: before },
      { kind: "come", text: after },
    ]);
  const common = commonLengths(left, right);
  const runs: DiffRun[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [old, fresh] = [left[i], right[j]];
    if (old !== undefined && old === fresh) {
      runs.push({ kind: "same", text: old });
      i++;
      j++;
    } else if (old !== undefined && lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1)) {
      runs.push({ kind: "gone", text: old });
      i++;
    } else {
      runs.push({ kind: "come", text: fresh ?? "" });
      j++;
    }
  }
  return join(runs);
}

const lengthAt = (table: readonly Uint16Array[], i: number, j: number): number => table[i]?.[j] ?? -1;

/** Length of the longest common run of words from each pair of places on. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const row = table[i];
      if (!row) continue;
      row[j] =
        left[i] === right[j]
          ? lengthAt(table, i + 1, j + 1) + 1
          : Math.max(lengthAt(table, i + 1, j), lengthAt(table, i, j + 1));
    }
  return table;
}

/** Neighbours of one kind become one run; between two changes gone words come before the new ones. */
function join(runs: readonly DiffRun[]): DiffRun[] {
  const joined: DiffRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === "") continue;
    if (last?.kind === run.kind) joined[joined.length - 1] = { kind: run.kind, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
