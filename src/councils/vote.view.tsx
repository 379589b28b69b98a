import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  CheckboxesField,
  ErrorSummary,
  Notice,
  Page,
  RadioField,
  SelectField,
  TextArea,
} from "../web/kit.ts";
import { askedFor, type Item, nomineeName } from "./item.ts";
import type { Session } from "./session.ts";
import { crumbsOf } from "./session.view.tsx";
import { quorumIn, reachableNow, shutTo, type WholeSession } from "./whole.ts";

interface VotePageProps {
  frame: Frame;
  council: { id: number; name: string };
  whole: WholeSession;
  person: number | null;
  state: FormState;
  formKey: string;
}

/** Calls a vote: on which items, in which way, and who counts; warns of thresholds out of reach. */
export function VotePage({ frame, council, whole, person, state, formKey }: VotePageProps) {
  const { session, rules } = whole;
  const votable = whole.items.filter(
    ({ state: standing, kind }) => standing === "waiting" && kind !== "other",
  );
  const quorum = quorumIn(whole);
  const ready = session.state === "open" && (session.kind === "written" || quorum.met);
  const beyond = ready ? votable.filter((item) => !reachableNow(whole, item).reachable) : [];
  const label = (item: Item) =>
    shutTo(whole, item, person) === null
      ? [nomineeName(item) ?? item.title, askedFor(item)].filter(Boolean).join(" · ")
      : `Mục ${item.position} (đóng với đồng chí)`;
  const fresh = Object.keys(state.typed).length === 0;
  return (
    <Page
      frame={frame}
      title="Mở lượt bỏ phiếu"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsOf(council, session, "Bỏ phiếu")}
      lead="Mọi tỷ lệ tính trên tổng số thành viên Hội đồng, kể cả người vắng mặt và người không được bỏ phiếu."
    >
      <ErrorSummary errors={state.errors} />
      {session.kind === "meeting" && (
        <Notice
          tone={quorum.met ? "good" : "bad"}
          title={quorum.met ? "Đủ thành viên để bỏ phiếu" : "Chưa đủ thành viên: chưa mở bỏ phiếu được"}
        >
          <p>{quorum.words}</p>
        </Notice>
      )}
      {beyond.length > 0 && <BeyondNotice whole={whole} items={beyond} label={label} />}
      <Card>
        <ActionForm action={`/hoi-dong/phien/${session.id}/bo-phieu`} formKey={formKey} guard>
          <CheckboxesField
            name="items"
            label="Các mục bỏ phiếu trong lượt này"
            error={state.errors.items}
            values={fresh ? votable.map(({ id }) => `${id}`) : (state.typed.items ?? [])}
            choices={votable.map((item) => ({ value: `${item.id}`, label: label(item) }))}
          />
          <RadioField
            name="mode"
            label="Hình thức"
            error={state.errors.mode}
            value={state.typed.mode?.[0] ?? (rules.secret ? "secret" : "hands")}
            choices={[
              {
                value: "secret",
                label: "Bỏ phiếu kín trên máy, điện thoại",
                hint: "Phiếu niêm phong; có thể phát thêm phiếu giấy giữa chừng",
              },
              { value: "paper", label: "Bỏ phiếu kín bằng phiếu giấy" },
              {
                value: "hands",
                label: "Giơ tay biểu quyết",
                closed: rules.secret ? "quy chế quy định bỏ phiếu kín" : undefined,
              },
            ]}
          />
          {[1, 2, 3].map((index) => (
            <SelectField
              {...shown(state, `teller${index}`)}
              label={index === 1 ? "Tổ trưởng tổ kiểm phiếu" : `Ủy viên tổ kiểm phiếu (${index - 1})`}
              hint={index < 3 ? "Giữ một phần khóa mở phiếu" : undefined}
              choices={whole.voters.map((voter) => ({
                value: `${voter.person}`,
                label: voter.personName,
              }))}
            />
          ))}
          {beyond.length > 0 && (
            <Checkbox
              name="knowing"
              label="Vẫn bỏ phiếu, dù có mục chắc chắn không đạt tỷ lệ"
              error={state.errors.knowing}
            />
          )}
          <Actions>
            <Button>Lập lượt bỏ phiếu</Button>
            <ButtonLink href={`/hoi-dong/phien/${session.id}`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}

interface BeyondNoticeProps {
  whole: WholeSession;
  items: readonly Item[];
  label: (item: Item) => string;
}

const BeyondNotice = ({ whole, items, label }: BeyondNoticeProps) => (
  <Notice tone="watch" title={`${items.length} mục không còn đạt được tỷ lệ`}>
    <ul>
      {[...new Set(items.map((item) => reachableNow(whole, item).words))].map((words) => (
        <li>
          {items
            .filter((item) => reachableNow(whole, item).words === words)
            .map(label)
            .join("; ")}
          {": "}
          {words}
        </li>
      ))}
    </ul>
    <p>Nên lấy thêm phiếu xin ý kiến của người vắng mặt, hoặc chuyển mục sang phiên sau.</p>
  </Notice>
);

interface CallOffPageProps {
  frame: Frame;
  council: { id: number; name: string };
  session: Session;
  poll: number;
  state: FormState;
  formKey: string;
}

export const CallOffPage = ({ frame, council, session, poll, state, formKey }: CallOffPageProps) => (
  <Page
    frame={frame}
    title="Hủy lượt bỏ phiếu"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsOf(council, session, "Hủy lượt bỏ phiếu")}
    lead="Không phiếu nào được mở hay tính; các mục trở lại chờ xét và có thể bỏ phiếu trong lượt khác."
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`/hoi-dong/phien/${session.id}/huy-luot/${poll}`} formKey={formKey} guard>
        <TextArea
          {...shown(state, "reason")}
          label="Lý do hủy"
          hint="Ví dụ không còn đủ thành viên dự họp"
          rows={3}
        />
        <Actions>
          <Button>Hủy lượt bỏ phiếu</Button>
          <ButtonLink href={`/hoi-dong/phien/${session.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
