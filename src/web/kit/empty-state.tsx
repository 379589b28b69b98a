import type { Child } from "hono/jsx";

interface EmptyStateProps {
  title: string;
  /** What to do next. */
  children?: Child;
  action?: Child;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <p>{children}</p>}
      {action && <div class="actions">{action}</div>}
    </div>
  );
}
