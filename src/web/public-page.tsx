import type { Child } from "hono/jsx";
import { addresses, type Crumb, type NavigationItem, type Shell } from "./frame.ts";
import { Head } from "./head.tsx";
import { Breadcrumb } from "./kit/breadcrumb.tsx";
import { Emblem, Icon } from "./kit/icons.tsx";
import { Notice, type NoticeText } from "./kit/notice.tsx";

/** The frame around what the public sees. */
export interface PublicFrame extends Shell {
  /** Name of the portal, in the band. */
  readonly name: string;
  readonly navigation: readonly NavigationItem[];
  readonly searchAddress: string;
  /** Who keeps the portal and how to reach them, shown in the footer. */
  readonly keeper: string;
  readonly contact?: string | undefined;
}

interface PublicPageProps {
  frame: PublicFrame;
  title: string;
  description?: string | undefined;
  crumbs?: readonly Crumb[] | undefined;
  /** One line under the title: day, source, counters. */
  lead?: Child;
  notice?: NoticeText | undefined;
  failed?: boolean | undefined;
  /** What stands beside the article. */
  aside?: Child;
  children?: Child;
}

/** A page of the public portal. */
export function PublicPage(props: PublicPageProps) {
  const { frame, title } = props;
  return (
    <html lang="vi">
      <Head
        shell={frame}
        title={`${props.failed ? "Lỗi: " : ""}${title} · ${frame.name}`}
        description={props.description}
      />
      <body class="public">
        <a class="skip" href="#noi-dung">
          Đến nội dung chính
        </a>
        <PublicBand frame={frame} />
        <div class={props.aside ? "public-shell public-shell-aside" : "public-shell"}>
          <main id="noi-dung" tabindex={-1}>
            {props.crumbs && <Breadcrumb crumbs={props.crumbs} />}
            {props.notice && <Notice {...props.notice} />}
            <h1>{title}</h1>
            {props.lead && <p class="lead">{props.lead}</p>}
            {props.children}
          </main>
          {props.aside && (
            <aside class="stack" aria-label="Bên cạnh">
              {props.aside}
            </aside>
          )}
        </div>
        <footer class="public-foot">
          <p>{frame.keeper}</p>
          {frame.contact && <p>{frame.contact}</p>}
          <p>
            <a href={addresses.signIn}>Dành cho cán bộ</a>
          </p>
        </footer>
        <live-region />
      </body>
    </html>
  );
}

function PublicBand({ frame }: { frame: PublicFrame }) {
  return (
    <header class="band public-band">
      <a class="brand" href={frame.navigation[0]?.href ?? addresses.home}>
        <Emblem />
        <span>{frame.name}</span>
      </a>
      <nav class="public-nav" aria-label="Cổng thông tin">
        <ul>
          {frame.navigation.map((item) => (
            <li>
              <a href={item.href} aria-current={item.current ? "page" : undefined}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <search class="search">
        <form action={frame.searchAddress} method="get">
          <label class="unseen" for="tim-kiem">
            Tìm kiếm
          </label>
          <Icon name="search" size={17} />
          <input
            id="tim-kiem"
            name="q"
            type="search"
            placeholder="Tìm kiếm"
            autocomplete="off"
            data-shortcut="search"
          />
          <button class="unseen-until-focus" type="submit">
            Tìm
          </button>
        </form>
      </search>
    </header>
  );
}
