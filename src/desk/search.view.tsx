import { Card, EmptyState, type Frame, Lines, Page, Stack } from "../web/kit.ts";
import type { HitGroup } from "./search.ts";

interface SearchViewProps {
  frame: Frame;
  words: string;
  hits: readonly HitGroup[];
}

/** Found over units, people, movements …: without diacritics too, words in any order. */
export function SearchView({ frame, words, hits }: SearchViewProps) {
  const count = hits.reduce((sum, group) => sum + group.hits.length, 0);
  return (
    <Page
      frame={frame}
      title={words ? `Tìm “${words}”` : "Tìm kiếm"}
      lead={
        words
          ? `${count} kết quả trong những gì bạn được xem`
          : "Gõ tên người, đơn vị hoặc phong trào; không cần dấu."
      }
    >
      {words && count === 0 ? (
        <EmptyState title="Không tìm thấy">
          Hãy thử ít từ hơn hoặc bỏ dấu: “dien bien” tìm ra “Điện Biên”.
        </EmptyState>
      ) : (
        <Stack>
          {hits.map((group) => (
            <Card title={group.kind} flush>
              <Lines
                lines={group.hits.map((hit) => ({
                  main: <a href={hit.href}>{hit.title}</a>,
                  detail: hit.note,
                }))}
              />
            </Card>
          ))}
        </Stack>
      )}
    </Page>
  );
}
