import { DataTable, Notice, Tag } from "../web/kit.ts";
import { type ShownFigure, valueIn, writeChange, writeValue } from "./figures.ts";
import type { Quote } from "./section.store.ts";
import { paragraphsOf } from "./section.ts";
import { BASE } from "./tags.view.tsx";

/** The words of a section as paragraphs. */
export const Words = ({ words }: { words: string }) => (
  <>
    {paragraphsOf(words).map((line) => (
      <p>{line}</p>
    ))}
  </>
);

interface FiguresProps {
  review: number;
  section: number;
  heading: string;
  figures: readonly ShownFigure[];
  /** The writers may put a figure of their own beside the record's. */
  writes: boolean;
}

/** Figures with the page each opens to, what a person put beside it, and what the record says since. */
export function FiguresTable({ review, section, heading, figures, writes }: FiguresProps) {
  if (figures.length === 0) return <p class="soft">Chưa có số liệu nào của mục này trên hệ thống.</p>;
  return (
    <DataTable<ShownFigure>
      id={`so-lieu-${section}`}
      caption={`Số liệu: ${heading}`}
      rows={figures}
      rowKey={({ code }) => code}
      columns={[
        { key: "ten", label: "Số liệu", head: true, cell: ({ label, href }) => <a href={href}>{label}</a> },
        { key: "ket-qua", label: "Kết quả", kind: "number", cell: (figure) => <Result figure={figure} /> },
        ...(writes
          ? [
              {
                key: "sua",
                label: "Sửa",
                kind: "actions" as const,
                cell: ({ code, label }: ShownFigure) => (
                  <a href={`${BASE}/${review}/so-lieu/${code}`}>
                    Sửa số<span class="unseen"> {label}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

const Result = ({ figure }: { figure: ShownFigure }) => {
  const change = writeChange(figure);
  return (
    <>
      {valueIn(figure) === null ? (
        <span class="soft">chưa có số liệu</span>
      ) : (
        <b>{writeValue(valueIn(figure), figure.measure)}</b>
      )}
      {figure.own && (
        <small class="soft">
          {" "}
          đơn vị nhập; hệ thống: {writeValue(figure.value, figure.measure)} — {figure.own.reason}
        </small>
      )}
      {change && (
        <>
          {" "}
          <Tag tone="watch">{change}</Tag>
        </>
      )}
    </>
  );
};

/** Paragraphs taken from other reports, each with the report it came from. */
export const Quotes = ({ quotes }: { quotes: readonly Quote[] }) => (
  <>
    {quotes.map((quote) => (
      <p>
        {quote.words}{" "}
        <small class="soft">
          (<a href={`${BASE}/${quote.source}`}>{quote.sourceUnitName}</a>)
        </small>
      </p>
    ))}
  </>
);

/** Said once at the top when the record has moved on since the sending. */
export function ChangedNotice({ figures }: { figures: readonly ShownFigure[] }) {
  const changed = figures.filter(({ changedTo }) => changedTo !== null);
  if (changed.length === 0) return null;
  return (
    <Notice tone="watch" title={`${changed.length} số liệu nguồn đã thay đổi sau khi gửi báo cáo`}>
      {changed.map((figure) => (
        <p>
          {figure.label}: {writeChange(figure)}
        </p>
      ))}
    </Notice>
  );
}
