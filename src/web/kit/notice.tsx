import type { Child } from "hono/jsx";
import { Icon, type IconName } from "./icons.tsx";

export type NoticeTone = "good" | "watch" | "bad" | "info";

export interface NoticeText {
  readonly tone?: NoticeTone | undefined;
  readonly title: string;
  readonly children?: Child;
}

const icons: Record<NoticeTone, IconName> = { good: "met", watch: "unknown", bad: "unmet", info: "info" };
const words: Record<NoticeTone, string> = {
  good: "Đã xong",
  watch: "Lưu ý",
  bad: "Không được",
  info: "Thông tin",
};

/** What the last act answered, or what a person must know before going on. */
export function Notice({ tone = "good", title, children }: NoticeText) {
  return (
    <div class={`notice notice-${tone}`} role={tone === "bad" ? "alert" : "status"}>
      <Icon name={icons[tone]} size={20} />
      <div>
        <p class="notice-title">
          <span class="unseen">{words[tone]}: </span>
          {title}
        </p>
        {children}
      </div>
    </div>
  );
}
