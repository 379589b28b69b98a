import type { NoticeText } from "./kit/notice.tsx";

/** What every page of the program is drawn with: what was built, who is there, where they may go. */

/** Addresses of the built assets, hashed by content. Made by `build-assets.ts`, read by `assets.ts`. */
export interface Manifest {
  readonly styles: string;
  /** The sign-in page's own small sheet: one weight, two font files. */
  readonly signInStyles: string;
  readonly script: string;
  readonly icon: string;
  /** The two files that carry the first text of a page: regular Latin and regular Vietnamese. */
  readonly preloadFonts: readonly string[];
  /** `fields`, which all pages but the leanest have, and scripts that one page needs, by their names. */
  readonly extraScripts: Readonly<Record<string, string>>;
}

/** What a page needs whoever looks on. */
export interface Shell {
  readonly assets: Manifest;
  /** The nonce of this answer's Content-Security-Policy, for the one style Turbo adds. */
  readonly nonce: string;
}

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
}

export interface NavigationGroup {
  /** No label for the first group, which stands alone above the others. */
  readonly label?: string | undefined;
  readonly items: readonly NavigationItem[];
}

/** A post one may act in. */
export interface PostChoice {
  readonly id: string;
  readonly body: string;
  readonly post: string;
}

/** The frame around the pages of somebody who is signed in. */
export interface Frame extends Shell {
  readonly who: { readonly name: string; readonly initials: string };
  /** The body acted for, and the post acted in. */
  readonly body: string;
  readonly post: string;
  readonly postId: string;
  /** All posts held today, the present one included; a switch is shown when there are several. */
  readonly posts: readonly PostChoice[];
  readonly navigation: readonly NavigationGroup[];
  /** Unread notices. */
  readonly notices: number;
  /** What the last change answered, shown once. */
  readonly notice?: NoticeText | undefined;
}

/** Addresses that the frame itself points to. */
export const addresses = {
  home: "/",
  search: "/tim",
  switchPost: "/chuc-vu",
  notices: "/thong-bao",
  help: "/tro-giup",
  account: "/tai-khoan",
  signIn: "/dang-nhap",
  signOut: "/dang-xuat",
} as const;

/** Where a person stands in the tree of pages; the last crumb carries no address. */
export interface Crumb {
  readonly label: string;
  readonly href?: string | undefined;
}
