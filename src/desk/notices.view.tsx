import type { Notice } from "../platform/notices.store.ts";
import { newKey } from "../web/http.ts";
import {
  ActionForm,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  type Frame,
  InstantText,
  Lines,
  Page,
  Tag,
} from "../web/kit.ts";

interface NoticesViewProps {
  frame: Frame;
  notices: readonly Notice[];
  more: boolean;
}

export function NoticesView({ frame, notices, more }: NoticesViewProps) {
  const unread = notices.some((notice) => !notice.read);
  return (
    <Page
      frame={frame}
      title="Thông báo"
      actions={
        unread && (
          <ActionForm action="/thong-bao/ban-da-doc" formKey={newKey()} inline>
            <Button kind="secondary">Đánh dấu đã đọc hết</Button>
          </ActionForm>
        )
      }
    >
      {notices.length === 0 ? (
        <EmptyState title="Chưa có thông báo nào" />
      ) : (
        <Card flush>
          <Lines
            lines={notices.map((notice) => ({
              main: <a href={notice.href}>{notice.sentence}</a>,
              detail: <InstantText at={notice.madeAt} />,
              end: !notice.read && <Tag tone="action">Mới</Tag>,
            }))}
          />
        </Card>
      )}
      {more && (
        <div class="actions">
          <ButtonLink kind="secondary" href={`/thong-bao?truoc=${notices.at(-1)?.id}`}>
            Thông báo cũ hơn
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}
