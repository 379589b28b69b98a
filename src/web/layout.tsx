import type { Child } from "hono/jsx";
import { Band } from "./band.tsx";
import { addresses, type Crumb, type Frame } from "./frame.ts";
import { Head } from "./head.tsx";
import { Breadcrumb } from "./kit/breadcrumb.tsx";
import { Notice, type NoticeText } from "./kit/notice.tsx";
import { Rail } from "./rail.tsx";

export { type PublicFrame, PublicPage } from "./public-page.tsx";
export { SignInPage } from "./sign-in-page.tsx";

interface PageProps {
  frame: Frame;
  /** The one h1, and the window's title. */
  title: string;
  crumbs?: readonly Crumb[] | undefined;
  /** One line under the title. */
  lead?: Child;
  /** Buttons beside the title. */
  actions?: Child;
  /** What the last act answered. */
  notice?: NoticeText | undefined;
  /** The form came back with errors: the window's title says so first. */
  failed?: boolean | undefined;
  /** Name of the help section for this page. */
  help?: string | undefined;
  /** A page whose first piece (a name plate) carries the h1 itself. */
  ownHeading?: boolean | undefined;
  refreshEvery?: number | undefined;
  scripts?: readonly string[] | undefined;
  lean?: boolean | undefined;
  children?: Child;
}

/** A page of the program for somebody who is signed in. */
export function Page(props: PageProps) {
  const { frame, title, failed } = props;
  const notice = props.notice ?? frame.notice;
  const help = props.help ? `${addresses.help}#${props.help}` : addresses.help;
  return (
    <html lang="vi">
      <Head
        shell={frame}
        title={`${failed ? "Lỗi: " : ""}${title} · Thi Đua`}
        scripts={props.scripts}
        lean={props.lean}
        refreshEvery={props.refreshEvery}
      />
      <body>
        <a class="skip" href="#noi-dung">
          Đến nội dung chính
        </a>
        <Band frame={frame} help={help} />
        <div class="shell">
          <div class="rail">
            <Rail groups={frame.navigation} label="Mục lục" />
          </div>
          <main id="noi-dung" tabindex={-1}>
            {props.crumbs && <Breadcrumb crumbs={props.crumbs} />}
            {notice && <Notice {...notice} />}
            {!props.ownHeading && (
              <header class="page-head">
                <div>
                  <h1>{title}</h1>
                  {props.lead && <p class="lead">{props.lead}</p>}
                </div>
                {props.actions && <div class="actions">{props.actions}</div>}
              </header>
            )}
            {props.children}
          </main>
        </div>
        <live-region />
      </body>
    </html>
  );
}
