import { clockOf, onDay, writeDay } from "../platform/day.ts";
import { Card, EmptyState, type Frame, Lines, Tag } from "../web/kit.ts";
import type { Awards } from "./award.ts";
import { type Fact, factNames, sourceNames } from "./fact.ts";
import { paperWords, wordsOf } from "./fact-words.ts";
import { type RecordFactsShown, RecordFrame } from "./record.view.tsx";

interface HistoryViewProps {
  frame: Frame;
  record: RecordFactsShown;
  rows: readonly Fact[];
  awards: Awards;
}

/** Every row ever written in a record that this person sees, the newest first: who, when, from where and why. */
export const HistoryView = ({ frame, record, rows, awards }: HistoryViewProps) => {
  const replaced = new Set(rows.map((row) => `${row.kind}:${row.replaces}`));
  return (
    <RecordFrame frame={frame} record={record} current="history">
      <Card title="Mọi dòng đã ghi" flush={rows.length > 0}>
        {rows.length === 0 ? (
          <EmptyState title="Chưa có gì được ghi" />
        ) : (
          <Lines
            lines={rows.map((row) => ({
              main: (
                <>
                  Năm {row.year}, {factNames[row.kind].toLocaleLowerCase("vi")}: {wordsOf(row, awards)}
                </>
              ),
              detail: [
                paperWords(row),
                whoWords(row),
                `${clockOf(row.recordedAt)} ngày ${writeDay(onDay(row.recordedAt))}`,
                sourceNames[row.source],
                row.reason,
              ]
                .filter(Boolean)
                .join(" · "),
              end: <StateTag withdrawn={row.withdrawn} replaced={replaced.has(`${row.kind}:${row.id}`)} />,
            }))}
          />
        )}
      </Card>
    </RecordFrame>
  );
};

const whoWords = ({ recorderName, recorderTitle, onBehalfOf }: Fact): string =>
  [recorderName, recorderTitle, onBehalfOf === null ? null : `thay ${onBehalfOf}`].filter(Boolean).join(", ");

const StateTag = ({ withdrawn, replaced }: { withdrawn: boolean; replaced: boolean }) => {
  if (withdrawn) return <Tag tone="watch">Rút</Tag>;
  return replaced ? <Tag>Đã thay</Tag> : <Tag tone="good">Đang dùng</Tag>;
};
