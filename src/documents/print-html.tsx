import type { FC } from "hono/jsx";
import { type Paper, type PaperSignature, paperOf } from "./paper.ts";
import { printable } from "./printable.ts";
import type { Block, Cell, OfficialDocument, Run, Table } from "./tree.ts";

/** The document as the A4 page of a preview; `print-html.css` draws it, inside the sheet. */
export const DocumentPage: FC<{ readonly document: OfficialDocument }> = ({ document }) => {
  const paper = paperOf(printable(document));
  return (
    <div class="official-document" lang="vi">
      <section class="official-page">
        <Letterhead paper={paper} numbered />
        {paper.name !== null && (
          <header class="official-title">
            <h2>{paper.name}</h2>
            {paper.abstract !== null && (
              <p class="official-abstract official-ruled">{lines(paper.abstract)}</p>
            )}
          </header>
        )}
        <Addressees names={paper.addressees} />
        {paper.decider !== null && <p class="official-centred official-strong">{paper.decider}</p>}
        {paper.grounds.map((ground) => (
          <p class="official-ground">{ground}</p>
        ))}
        {paper.verb !== null && <p class="official-centred official-strong">{paper.verb}</p>}
        <Blocks blocks={paper.body} />
        <Closing recipients={paper.recipients} signatures={paper.signatures} />
      </section>
      {paper.annexes.map((annex) => (
        <section class={annex.landscape ? "official-page official-landscape" : "official-page"}>
          {annex.letterhead && <Letterhead paper={paper} numbered={false} />}
          <header class="official-title">
            {annex.label !== null && <h2>{annex.label}</h2>}
            {annex.name !== null && <h2>{annex.name}</h2>}
            {annex.abstract !== null && <p class="official-abstract">{lines(annex.abstract)}</p>}
            {annex.reference !== null && (
              <p class="official-reference official-ruled">{lines(annex.reference)}</p>
            )}
          </header>
          <Blocks blocks={annex.body} />
          <Closing recipients={[]} signatures={annex.signatures} />
        </section>
      ))}
    </div>
  );
};

const lines = (text: string) => text.split("\n").flatMap((line, at) => (at === 0 ? [line] : [<br />, line]));

const Letterhead: FC<{ readonly paper: Paper; readonly numbered: boolean }> = ({ paper, numbered }) => (
  <div class="official-letterhead">
    <div class="official-issuer">
      {paper.superior !== null && <p>{lines(paper.superior)}</p>}
      <p class="official-strong official-ruled">{lines(paper.issuer)}</p>
      {numbered && paper.number !== null && <p class="official-number">{paper.number}</p>}
      {numbered && paper.subject !== null && <p class="official-subject">{paper.subject}</p>}
      {numbered && paper.draft !== null && <p class="official-draft">{paper.draft}</p>}
    </div>
    <div class="official-nation">
      <p class="official-country">{paper.country}</p>
      <p>
        <span class="official-motto">{paper.motto}</span>
      </p>
      {numbered && <p class="official-day">{paper.placeAndDay}</p>}
    </div>
  </div>
);

const Addressees: FC<{ readonly names: readonly string[] }> = ({ names }) => {
  if (names.length === 0) return null;
  if (names.length === 1) return <p class="official-centred">Kính gửi: {names[0]}</p>;
  return (
    <div class="official-addressees">
      <p>Kính gửi:</p>
      <div>
        {names.map((name) => (
          <p>{name}</p>
        ))}
      </div>
    </div>
  );
};

const Runs: FC<{ readonly runs: readonly Run[] }> = ({ runs }) => (
  <>
    {runs.map((run) => {
      const words = lines(run.text);
      const slanted = run.italic ? <em>{words}</em> : words;
      return run.bold ? <strong>{slanted}</strong> : slanted;
    })}
  </>
);

const Blocks: FC<{ readonly blocks: readonly Block[] }> = ({ blocks }) => (
  <>
    {blocks.map((block) => (
      <Piece block={block} />
    ))}
  </>
);

const Piece: FC<{ readonly block: Block }> = ({ block }) => {
  switch (block.kind) {
    case "paragraph":
      return (
        <p class={`official-paragraph official-${block.alignment}`}>
          <Runs runs={block.runs} />
        </p>
      );
    case "article":
      return (
        <p class="official-paragraph official-justified">
          <strong>Điều {block.number}.</strong> <Runs runs={block.runs} />
        </p>
      );
    case "part":
      return (
        <h3 class="official-part">
          {block.label}
          <br />
          {block.title}
        </h3>
      );
    case "heading":
      return <HeadingLine level={block.level} words={`${block.number} ${block.title}`} />;
    case "list":
      return (
        <>
          {block.items.map((item) => (
            <p class="official-paragraph official-justified">
              {block.marker} <Runs runs={item} />
            </p>
          ))}
        </>
      );
    case "table":
      return <Sheet table={block} />;
  }
};

const HeadingLine: FC<{ readonly level: 1 | 2 | 3 | 4; readonly words: string }> = ({ level, words }) => {
  const look = `official-heading official-heading-${level}`;
  if (level === 1) return <h3 class={look}>{words}</h3>;
  if (level === 2) return <h4 class={look}>{words}</h4>;
  if (level === 3) return <h5 class={look}>{words}</h5>;
  return <h6 class={look}>{words}</h6>;
};

const Sheet: FC<{ readonly table: Table }> = ({ table }) => {
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0);
  return (
    <table class={`official-table official-size-${table.size}`}>
      {table.caption !== null && <caption>{table.caption}</caption>}
      <colgroup>
        {table.columns.map((column) => (
          <col width={`${Math.round((column.share / shares) * 100)}%`} />
        ))}
      </colgroup>
      <thead>
        {table.head.map((row) => (
          <tr>
            {row.map((cell) => (
              <th scope={cell.columns > 1 ? "colgroup" : "col"} colspan={cell.columns} rowspan={cell.rows}>
                <Runs runs={cell.runs} />
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr>
            {row.map((cell, at) => (
              <td
                class={`official-${sideOf(table, row, cell, at)}`}
                colspan={cell.columns}
                rowspan={cell.rows}
              >
                <Runs runs={cell.runs} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** A row cut short by cells reaching down from above is aligned from its right end. */
const sideOf = ({ columns }: Table, row: readonly Cell[], cell: Cell, at: number): string => {
  if (cell.columns > 1) return "left";
  const following = row.slice(at).reduce((sum, each) => sum + each.columns, 0);
  return columns[columns.length - following]?.alignment ?? "left";
};

const Closing: FC<{
  readonly recipients: readonly string[];
  readonly signatures: readonly PaperSignature[];
}> = ({ recipients, signatures }) => (
  <footer class={signatures.length > 1 ? "official-closing official-many" : "official-closing"}>
    {recipients.length > 0 && (
      <div class="official-recipients">
        <p>Nơi nhận:</p>
        {recipients.map((line) => (
          <p>{line}</p>
        ))}
      </div>
    )}
    {signatures.length > 0 && (
      <div class="official-signatures">
        {signatures.map((signature) => (
          <div class="official-signature">
            <div>
              {signature.offices.map((office) => (
                <p class="official-strong">{office}</p>
              ))}
            </div>
            <p class="official-hand">{signature.signed ? "(Đã ký)" : ""}</p>
            <p class="official-strong">{signature.name}</p>
          </div>
        ))}
      </div>
    )}
  </footer>
);
