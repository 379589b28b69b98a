import { writeDay } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  InstantText,
  Lines,
  Page,
  TextArea,
} from "../web/kit.ts";
import { askedFor, type Item, nomineeName } from "./item.ts";
import type { Opinion } from "./paper.store.ts";
import { crumbsOf } from "./session.view.tsx";
import type { WholeSession } from "./whole.ts";

interface OpinionsPageProps {
  frame: Frame;
  council: { id: number; name: string };
  whole: WholeSession;
  items: readonly Item[];
  given: readonly Opinion[];
  state: FormState;
  formKey: string;
}

/** A member's written opinion (phiếu xin ý kiến) on the items open to them. */
export function OpinionsPage({ frame, council, whole, items, given, state, formKey }: OpinionsPageProps) {
  const { session } = whole;
  const nameOf = (item: number | null) => {
    const found = items.find(({ id }) => id === item);
    return found ? `Mục ${found.position}: ${nomineeName(found) ?? found.title}` : "Ý kiến chung";
  };
  return (
    <Page
      frame={frame}
      title="Ý kiến bằng văn bản"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsOf(council, session, "Ý kiến bằng văn bản")}
      lead={`Ý kiến ghi ở đây có tên người gửi và được đọc trong phiên. Đồng ý hay không đồng ý thì bỏ phiếu kín riêng.${session.lettersBy ? ` Hạn gửi: ${writeDay(session.lettersBy)}.` : ""}`}
    >
      <ErrorSummary errors={state.errors} />
      {given.length > 0 && (
        <Card title="Đã gửi" flush>
          <Lines
            lines={given.map((opinion) => ({
              main: opinion.words,
              detail: nameOf(opinion.item),
              end: <InstantText at={opinion.at} />,
            }))}
          />
        </Card>
      )}
      <Card title="Ý kiến mới">
        <ActionForm action={`/hoi-dong/phien/${session.id}/y-kien`} formKey={formKey} guard>
          <TextArea {...shown(state, "words-chung")} label="Ý kiến chung về phiên" optional rows={2} />
          {items.map((item) => (
            <TextArea
              {...shown(state, `words-${item.id}`)}
              label={`Mục ${item.position}: ${nomineeName(item) ?? item.title}`}
              hint={askedFor(item) ?? undefined}
              optional
              rows={2}
            />
          ))}
          <Actions>
            <Button>Gửi ý kiến</Button>
            <ButtonLink href={`/hoi-dong/phien/${session.id}`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}
