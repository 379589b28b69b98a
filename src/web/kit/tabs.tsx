export interface Tab {
  readonly href: string;
  readonly label: string;
  /** `9`, `117/119`. */
  readonly count?: string | undefined;
  readonly current?: boolean | undefined;
}

/** Sides of one record, each at its own address. */
export const Tabs = ({ tabs, label }: { tabs: readonly Tab[]; label: string }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li>
          <a href={tab.href} aria-current={tab.current ? "page" : undefined}>
            {tab.label}
            {tab.count && <span class="tab-count"> {tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
