import type { Child } from "hono/jsx";
import { BarLine, type BarLineProps } from "./bars.tsx";

interface CardProps {
  title?: string | undefined;
  /** h2 by default; h3 inside another section. */
  level?: 2 | 3 | undefined;
  /** One line under the title. */
  lead?: Child;
  /** A tag beside the title. */
  tag?: Child;
  /** A link or a word at the right of the title. */
  more?: Child;
  /** Something must be done here. */
  tone?: "bad" | "watch" | undefined;
  /** The content brings its own edges: a table, a list. */
  flush?: boolean | undefined;
  id?: string | undefined;
  children?: Child;
}

/** A piece of a page with its heading. */
export function Card(props: CardProps) {
  const Heading = props.level === 3 ? "h3" : "h2";
  return (
    <section class={props.tone ? `card card-${props.tone}` : "card"} id={props.id}>
      {props.title && (
        <header class="card-head">
          <div>
            <Heading>{props.title}</Heading>
            {props.lead && <p class="small soft">{props.lead}</p>}
          </div>
          {props.tag}
          {props.more && <div class="card-more">{props.more}</div>}
        </header>
      )}
      {props.flush ? props.children : <div class="card-body">{props.children}</div>}
    </section>
  );
}

/** Two columns on a wide screen, the first wider; one below the other on a narrow one. */
export const Columns = ({ children, even }: { children?: Child; even?: boolean | undefined }) => (
  <div class={even ? "columns columns-even" : "columns"}>{children}</div>
);

/** Things one below the other with room between. */
export const Stack = ({ children }: { children?: Child }) => <div class="stack">{children}</div>;

export interface ListLine {
  readonly main: Child;
  readonly detail?: Child;
  /** How far it has come. */
  readonly bar?: BarLineProps | undefined;
  /** A tag, a number or a link at the right. */
  readonly end?: Child;
}

/** A short list in a card: what, a word about it, something at the right. */
export const Lines = ({ lines }: { lines: readonly ListLine[] }) => (
  <ul class="lines">
    {lines.map((line) => (
      <li>
        <div>
          {line.main}
          {line.detail && <small>{line.detail}</small>}
          {line.bar && <BarLine {...line.bar} />}
        </div>
        {line.end && <div class="line-end">{line.end}</div>}
      </li>
    ))}
  </ul>
);

interface PlateProps {
  title: string;
  /** The theme, in its own words. */
  theme?: string | undefined;
  tag?: Child;
  facts: readonly { readonly label: string; readonly value: Child }[];
  actions?: Child;
}

/** The name plate of a record: its h1, its state, its theme, the facts that name it. */
export const Plate = ({ title, theme, tag, facts, actions }: PlateProps) => (
  <header class="plate">
    <div class="plate-head">
      <h1>{title}</h1>
      {tag}
    </div>
    {theme && <p class="theme">“{theme}”</p>}
    <dl class="facts">
      {facts.map((fact) => (
        <div>
          <dt>{fact.label}</dt> <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
    {actions && <div class="actions">{actions}</div>}
  </header>
);
