import type { Child } from "hono/jsx";
import { ActionForm, Button, ButtonLink } from "./action.tsx";

interface FinalStepProps {
  action: string;
  formKey: string;
  /** What will happen, one sentence a line. */
  effects: readonly Child[];
  /** To whom: a heading and the names. */
  touched: { readonly label: string; readonly names: readonly Child[] };
  /** Under which articles. */
  basis: readonly { readonly label: string; readonly href?: string | undefined }[];
  /** What cannot be undone, or how it can be. */
  afterwards: Child;
  /** The verb of the button: “Ban hành”, “Gửi đăng ký”. */
  verb: string;
  backHref: string;
  /** Fields still needed: a reason, a day, a code. */
  children?: Child;
}

/** The page before a step that counts: what will happen, to whom, under which article. */
export function FinalStep(props: FinalStepProps) {
  return (
    <section class="card final">
      <div class="card-body">
        <h2>Việc sẽ diễn ra</h2>
        <ul class="effects">
          {props.effects.map((effect) => (
            <li>{effect}</li>
          ))}
        </ul>
        <h2>{props.touched.label}</h2>
        <ul class="touched" tabindex={0} aria-label={props.touched.label}>
          {props.touched.names.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
        <h2>Căn cứ</h2>
        <ul>
          {props.basis.map((article) => (
            <li>{article.href ? <a href={article.href}>{article.label}</a> : article.label}</li>
          ))}
        </ul>
        <p class="afterwards">{props.afterwards}</p>
        <ActionForm action={props.action} formKey={props.formKey}>
          {props.children}
          <div class="actions">
            <Button>{props.verb}</Button>
            <ButtonLink href={props.backHref} kind="secondary">
              Quay lại, chưa làm gì
            </ButtonLink>
          </div>
        </ActionForm>
      </div>
    </section>
  );
}
