import type { Shell } from "./frame.ts";

interface HeadProps {
  shell: Shell;
  title: string;
  description?: string | undefined;
  /** The sign-in page has its own small sheet and no script. */
  bare?: boolean | undefined;
  scripts?: readonly string[] | undefined;
  /** Without the elements of forms and lists, where a script of the page's own fills the budget. */
  lean?: boolean | undefined;
  /** Seconds after which a browser without script loads the page again (long jobs). */
  refreshEvery?: number | undefined;
}

/** The head of every page: one sheet, one script, the first two font files ahead. */
export function Head({ shell, title, description, bare, lean, scripts, refreshEvery }: HeadProps) {
  const { assets } = shell;
  const { fields } = bare || lean ? {} : assets.extraScripts;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#97181d" />
      <meta name="csp-nonce" content={shell.nonce} />
      {!bare && <meta name="turbo-prefetch" content="false" />}
      {assets.preloadFonts.map((font) => (
        <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={bare ? assets.signInStyles : assets.styles} data-turbo-track="reload" />
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      {!bare && <script type="module" src={assets.script} data-turbo-track="reload" />}
      {fields && <script type="module" src={fields} />}
      {(scripts ?? []).map((script) => (
        <script type="module" src={script} />
      ))}
      {refreshEvery !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={`${refreshEvery}`} />
        </noscript>
      )}
    </head>
  );
}
