import { onDay } from "../platform/day.ts";
import { Card, DayText, EmptyState, Lines, Pager, type PublicFrame, PublicPage } from "../web/kit.ts";
import type { PublishedLaunch } from "./portal.store.ts";

interface LaunchListProps {
  frame: PublicFrame;
  words: string;
  launches: readonly PublishedLaunch[];
  paging: { readonly page: number; readonly total: number; readonly size: number };
}

export function LaunchListView({ frame, words, launches, paging }: LaunchListProps) {
  return (
    <PublicPage
      frame={frame}
      title={words ? `Phong trào có “${words}”` : "Phong trào thi đua"}
      description="Các phong trào thi đua đã phát động"
    >
      {launches.length === 0 ? (
        <EmptyState title={words ? "Không tìm thấy phong trào nào" : "Chưa có phong trào nào được đăng"}>
          {words ? "Hãy thử ít từ hơn hoặc bỏ dấu." : "Phong trào được đăng tại đây khi ban hành."}
        </EmptyState>
      ) : (
        <Card flush>
          <Lines
            lines={launches.map((launch) => ({
              main: <a href={`/cong-thong-tin/phong-trao/${launch.id}`}>{launch.name}</a>,
              detail: (
                <>
                  {launch.launcher} · đăng ngày <DayText day={onDay(launch.publishedAt)} />
                  {launch.theme && (
                    <>
                      <br />“{launch.theme}”
                    </>
                  )}
                </>
              ),
            }))}
          />
        </Card>
      )}
      <Pager
        address={{ path: "/cong-thong-tin", query: words ? { q: words } : {} }}
        noun="phong trào"
        {...paging}
      />
    </PublicPage>
  );
}
