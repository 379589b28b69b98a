import type { Child } from "hono/jsx";
import type { Shell } from "./frame.ts";
import { Head } from "./head.tsx";
import { Emblem } from "./kit/icons.tsx";
import { Notice, type NoticeText } from "./kit/notice.tsx";

interface SignInPageProps {
  shell: Shell;
  title: string;
  lead?: Child;
  notice?: NoticeText | undefined;
  failed?: boolean | undefined;
  /** Below the card: where to turn when one cannot get in, demo accounts. */
  below?: Child;
  /** Scripts of this page alone (passkeys); none by default. */
  scripts?: readonly string[] | undefined;
  children?: Child;
}

/** The door: no Turbo, no navigation, two font files, so that it opens at once on any line. */
export function SignInPage(props: SignInPageProps) {
  return (
    <html lang="vi">
      <Head
        shell={props.shell}
        title={`${props.failed ? "Lỗi: " : ""}${props.title} · Thi Đua`}
        scripts={props.scripts}
        bare
      />
      <body class="door">
        <header class="door-band">
          <Emblem size={44} />
          <p class="door-name">Thi Đua</p>
        </header>
        <main id="noi-dung" class="door-card">
          <h1>{props.title}</h1>
          {props.lead && <p class="lead">{props.lead}</p>}
          {props.notice && <Notice {...props.notice} />}
          {props.children}
        </main>
        {props.below && (
          <aside class="door-below" aria-label="Cần trợ giúp">
            {props.below}
          </aside>
        )}
      </body>
    </html>
  );
}
