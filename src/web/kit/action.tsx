import type { Child } from "hono/jsx";

type ButtonKind = "primary" | "secondary" | "quiet";

const classOf = (kind: ButtonKind | undefined, small: boolean | undefined): string =>
  `button button-${kind ?? "primary"}${small ? " button-small" : ""}`;

interface ButtonLinkProps {
  href: string;
  kind?: ButtonKind | undefined;
  small?: boolean | undefined;
  /** Leaves the program's own navigation: a file, another site. */
  download?: boolean | undefined;
  children?: Child;
}

/** Goes somewhere; looks like a button. */
export function ButtonLink({ href, kind, small, download, children }: ButtonLinkProps) {
  return (
    <a class={classOf(kind, small)} href={href} data-turbo={download ? "false" : undefined}>
      {children}
    </a>
  );
}

interface ButtonProps {
  kind?: ButtonKind | undefined;
  small?: boolean | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Another address for the same form. */
  formaction?: string | undefined;
  /** Id of a form that stands elsewhere on the page. */
  form?: string | undefined;
  children?: Child;
}

/** Sends its form. */
export function Button({ kind, small, children, ...rest }: ButtonProps) {
  return (
    <button class={classOf(kind, small)} type="submit" {...rest}>
      {children}
    </button>
  );
}

interface ClosedActionProps {
  label: string;
  /** Why it cannot be done now, and what would make it possible. */
  reason: Child;
  /** Tells two closed actions of one page apart. */
  id: string;
  small?: boolean | undefined;
}

/** An action that cannot be done now: shown, reachable, doing nothing, with its reason beside it. */
export function ClosedAction({ label, reason, id, small }: ClosedActionProps) {
  return (
    <span class="closed-action">
      <button
        class={classOf("primary", small)}
        type="button"
        aria-disabled="true"
        aria-describedby={`${id}-ly-do`}
      >
        {label}
      </button>
      <span class="closed-reason" id={`${id}-ly-do`}>
        {reason}
      </span>
    </span>
  );
}

interface ActionFormProps {
  action: string;
  /** Idempotency key: a double click gets the same answer. Sent as `key`. */
  formKey: string;
  id?: string | undefined;
  /** The form carries files. */
  files?: boolean | undefined;
  /** Where a draft is saved every few seconds; the form then says “Đã lưu 10:42”. */
  draftAddress?: string | undefined;
  /** When the draft was last saved, as `10:42`. */
  savedAt?: string | undefined;
  /** Asks before the page is left with unsaved words. */
  guard?: boolean | undefined;
  /** Stands in a row with other things instead of taking the width. */
  inline?: boolean | undefined;
  children?: Child;
}

/** A change: a POST with its idempotency key. */
export function ActionForm(props: ActionFormProps) {
  const form = (
    <form
      id={props.id}
      class={props.inline ? "form form-inline" : "form"}
      method="post"
      action={props.action}
      enctype={props.files ? "multipart/form-data" : undefined}
      novalidate
    >
      <input type="hidden" name="key" value={props.formKey} />
      {props.children}
    </form>
  );
  if (props.draftAddress)
    return (
      <auto-save src={props.draftAddress}>
        {form}
        <p class="save-state" role="status">
          {props.savedAt ? `Đã lưu ${props.savedAt}` : ""}
        </p>
      </auto-save>
    );
  return props.guard ? <dirty-guard>{form}</dirty-guard> : form;
}

/** The row of buttons under a form or a title. */
export const Actions = ({ children }: { children?: Child }) => <div class="actions">{children}</div>;
