import type { Child } from "hono/jsx";
import { diffWords } from "./diff-words.ts";

export interface Change {
  readonly label: string;
  readonly before: Child;
  readonly after: Child;
}

/** Before and after, side by side, one line a thing. */
export const Diff = ({ changes, caption }: { changes: readonly Change[]; caption: string }) => (
  <table class="table diff">
    <caption class="unseen">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Mục</th>
        <th scope="col">Trước</th>
        <th scope="col">Sau</th>
      </tr>
    </thead>
    <tbody>
      {changes.map((change) => (
        <tr>
          <th scope="row" class="cell-head">
            {change.label}
          </th>
          <td data-label="Trước">{change.before ? <del>{change.before}</del> : <NotThere />}</td>
          <td data-label="Sau">{change.after ? <ins>{change.after}</ins> : <NotThere />}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const NotThere = () => <span class="soft">không có</span>;

/** One text with what went struck out and what came underlined. */
export const TextDiff = ({ before, after }: { before: string; after: string }) => (
  <p class="text-diff">
    {diffWords(before, after).map((run) => {
      if (run.kind === "gone") return <del>{run.text}</del>;
      if (run.kind === "come") return <ins>{run.text}</ins>;
      return run.text;
    })}
  </p>
);
