import type { FormState } from "../web/form.ts";
import { shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  Notice,
  RadioField,
  Steps,
  TextArea,
  TextField,
  Timeline,
} from "../web/kit.ts";
import type { PollHistoryEntry } from "./count.store.ts";
import { LEAST_SECRET_VOTERS } from "./holding.ts";
import type { Poll, Turnout } from "./poll.ts";
import { PollPage, TurnoutCard } from "./poll.view.tsx";
import { Officers, Roll } from "./team-lists.view.tsx";

/** What the counting team's page knows and what this person may do on it. */
export interface TeamFacts {
  readonly poll: Poll;
  readonly turnout: Turnout;
  readonly history: readonly PollHistoryEntry[];
  /** Share holders whose passphrase is set. */
  readonly locked: readonly number[];
  readonly papersEntered: boolean;
  readonly unreachable: readonly string[];
  readonly holdsShare: boolean;
  readonly counts: boolean;
  readonly decides: boolean;
}

interface TeamPageProps {
  frame: Frame;
  facts: TeamFacts;
  state: FormState;
  formKey: string;
}

/** The counting team's page: what is to be done now stands first. */
export function TeamPage(props: TeamPageProps) {
  const { frame, facts, state } = props;
  const { poll } = facts;
  return (
    <PollPage
      frame={frame}
      poll={poll}
      running
      current="team"
      title="Tổ kiểm phiếu"
      failed={Object.keys(state.errors).length > 0}
    >
      <ErrorSummary errors={state.errors} />
      <Steps label="Các bước" steps={stepsOf(facts)} />
      {facts.unreachable.length > 0 && (
        <Notice tone="watch" title="Có đề cử không thể đạt tỷ lệ">
          {facts.unreachable.join(" ")}
        </Notice>
      )}
      {poll.state === "prepared" && <Preparing {...props} />}
      {poll.state === "voting" && <Voting {...props} />}
      {poll.state === "closed" && <Counting {...props} />}
      {poll.state !== "prepared" && <TurnoutCard turnout={facts.turnout} />}
      <Roll poll={poll} />
      <Officers poll={poll} locked={facts.locked} />
      {facts.decides && (poll.state === "voting" || poll.state === "closed") && poll.mode === "secret" && (
        <ToPaper {...props} />
      )}
      {facts.decides && poll.state !== "counted" && poll.state !== "abandoned" && <CallOff {...props} />}
      <Card title="Diễn biến">
        <Timeline
          label="Diễn biến cuộc bỏ phiếu"
          entries={facts.history.map((entry) => ({
            at: entry.at,
            who: entry.postTitle ? `${entry.actorName}, ${entry.postTitle}` : entry.actorName,
            what: eventNames[entry.kind] ?? entry.kind,
            why: entry.remarks ?? undefined,
          }))}
        />
      </Card>
    </PollPage>
  );
}

const eventNames: Readonly<Record<string, string>> = {
  created: "Lập cuộc bỏ phiếu",
  opened: "Mở bỏ phiếu",
  closed: "Khép bỏ phiếu",
  counted: "Kiểm phiếu",
  abandoned: "Dừng, không kiểm phiếu",
  "moved-to-paper": "Chuyển sang phiếu giấy",
  "nominee-withdrawn": "Đề cử rút",
  "voter-admitted": "Thêm người bỏ phiếu",
  "voter-ended": "Thôi quyền bỏ phiếu",
  "conflict-noted": "Ghi nhận xung đột lợi ích",
};

function stepsOf({ poll, locked }: TeamFacts) {
  const order = ["prepared", "voting", "closed", "counted"] as const;
  const now = order.indexOf(poll.state as (typeof order)[number]);
  const stepState = (at: number) =>
    poll.state === "abandoned" ? "stopped" : at < now ? "done" : at === now ? "current" : "waiting";
  return [
    {
      label: poll.mode === "secret" ? "Đặt khóa và mở hòm phiếu" : "Mở bỏ phiếu",
      state: stepState(0),
      detail: poll.mode === "secret" && now === 0 ? `${locked.length}/2 cụm mật khẩu` : undefined,
    },
    { label: "Bỏ phiếu", state: stepState(1) },
    { label: "Kiểm phiếu", state: stepState(2) },
    { label: "Có kết quả", state: poll.state === "counted" ? "done" : stepState(3) },
  ] as const;
}

function Preparing({ facts, state, formKey }: TeamPageProps) {
  const { poll, locked } = facts;
  const at = `/bo-phieu/${poll.id}`;
  const ready = poll.mode !== "secret" || locked.length === 2;
  return (
    <>
      {facts.holdsShare && (
        <Card title={locked.length > 0 ? "Cụm mật khẩu của bạn" : "Đặt cụm mật khẩu của bạn"}>
          <p>
            Bạn giữ một trong ba phần khóa của hòm phiếu. Cụm mật khẩu chỉ mình bạn biết, hệ thống không lưu;
            khi kiểm phiếu bạn nhập lại. Đặt lại được cho đến khi mở bỏ phiếu.
          </p>
          <ActionForm action={`${at}/cum-mat-khau`} formKey={formKey}>
            <TextField
              {...shown({ ...state, typed: {} }, "passphrase")}
              label="Cụm mật khẩu"
              hint="Ít nhất 12 ký tự; bốn năm từ không liên quan nhau là dễ nhớ và khó đoán."
              type="password"
              autocomplete="new-password"
            />
            <TextField
              {...shown({ ...state, typed: {} }, "again")}
              label="Nhập lại cụm mật khẩu"
              type="password"
              autocomplete="new-password"
            />
            <Actions>
              <Button>Đặt cụm mật khẩu</Button>
            </Actions>
          </ActionForm>
        </Card>
      )}
      <Card title="Mở bỏ phiếu">
        {ready && poll.mode === "secret" && facts.holdsShare ? (
          <p>
            Đủ cụm mật khẩu. Đồng chí giữ một phần khóa nên người mở bỏ phiếu, cũng là người nhận tờ khóa dự
            phòng, phải là người khác: chủ tọa, thư ký hoặc người kiểm phiếu không giữ khóa.
          </p>
        ) : ready ? (
          <>
            <p>
              {poll.mode === "secret"
                ? "Khi mở, hòm phiếu có khóa mới. Tờ khóa dự phòng hiện đúng một lần ngay sau đó: in ra, niêm phong và giao người giữ trước khi mời bỏ phiếu."
                : "Từ lúc mở, danh sách và nội dung không đổi nữa."}
            </p>
            <form class="form" method="post" action={`${at}/mo`} data-turbo="false">
              <Actions>
                <Button>Mở bỏ phiếu</Button>
              </Actions>
            </form>
          </>
        ) : (
          <p>
            Còn chờ cụm mật khẩu của:{" "}
            {poll.officers
              .filter(({ holdsShare, person }) => holdsShare && !locked.includes(person))
              .map(({ name }) => name)
              .join(", ")}
            . Mỗi người tự đặt ở trang này, trên máy của mình.
          </p>
        )}
      </Card>
    </>
  );
}

function Voting({ facts, formKey }: TeamPageProps) {
  const { poll, turnout } = facts;
  const few = poll.mode === "secret" && turnout.voted > 0 && turnout.voted < LEAST_SECRET_VOTERS;
  const left = turnout.roll - turnout.voted;
  return (
    <Card title="Khép bỏ phiếu">
      <p>
        {left > 0 && poll.mode === "secret" && poll.papers !== "instead"
          ? `Còn ${left} người chưa bỏ phiếu. `
          : ""}
        Sau khi khép, không nhận thêm phiếu nào; phiếu được xáo trộn rồi mới kiểm.
      </p>
      {few && (
        <Notice tone="watch" title={`Mới có ${turnout.voted} người bỏ phiếu`}>
          Khép lúc này thì số phiếu kiểm được nói lên ai đã bỏ thế nào. Nên chờ thêm người bỏ phiếu, hoặc dừng
          cuộc bỏ phiếu.
        </Notice>
      )}
      <ActionForm action={`/bo-phieu/${poll.id}/khep`} formKey={formKey}>
        <Actions>
          <Button>Khép bỏ phiếu</Button>
        </Actions>
      </ActionForm>
    </Card>
  );
}

function Counting({ facts, state, formKey }: TeamPageProps) {
  const { poll } = facts;
  const at = `/bo-phieu/${poll.id}`;
  const onPaper = poll.mode !== "secret" || poll.papers !== "none";
  if (onPaper && !facts.papersEntered)
    return (
      <Card title={poll.mode === "hands" ? "Nhập số biểu quyết" : "Nhập số phiếu giấy"}>
        <p>Nhập số đã đếm rồi trở lại đây để kiểm phiếu.</p>
        <Actions>
          <ButtonLink href={`${at}/phieu-giay`}>
            {poll.mode === "hands" ? "Nhập số biểu quyết" : "Nhập số phiếu giấy"}
          </ButtonLink>
        </Actions>
      </Card>
    );
  if (!facts.counts)
    return (
      <Card title="Kiểm phiếu">
        <p>Tổ kiểm phiếu mở hòm phiếu và kiểm tại trang này.</p>
      </Card>
    );
  const needsKey =
    poll.mode === "secret" && poll.papers !== "instead" && facts.turnout.voted > facts.turnout.onPaper;
  const fresh = { ...state, typed: {} };
  return (
    <Card title={needsKey ? "Mở hòm phiếu và kiểm phiếu" : "Kiểm phiếu"}>
      <ActionForm action={`${at}/kiem-phieu`} formKey={formKey}>
        {needsKey && (
          <>
            <p>
              Cần đúng hai trong ba phần khóa: mỗi người tự gõ cụm mật khẩu của mình vào ô của mình; ai quên
              thì để trống và dùng tờ khóa dự phòng thay.
            </p>
            {poll.officers
              .filter(({ holdsShare }) => holdsShare)
              .map((holder) => (
                <TextField
                  {...shown(fresh, `nguoi-${holder.person}`)}
                  label={`Cụm mật khẩu của ${holder.name}`}
                  type="password"
                  autocomplete="off"
                  optional
                />
              ))}
            <TextField
              {...shown(fresh, "recovery")}
              label="Khóa dự phòng"
              hint="Chỉ khi một người quên: gõ dãy chữ trên tờ niêm phong, có hay không có dấu gạch đều được."
              autocomplete="off"
              spellcheck={false}
              optional
            />
          </>
        )}
        <Actions>
          <Button>{needsKey ? "Mở hòm phiếu và kiểm phiếu" : "Kiểm phiếu"}</Button>
        </Actions>
      </ActionForm>
    </Card>
  );
}

const ToPaper = ({ facts, state, formKey }: TeamPageProps) => (
  <Card title="Chuyển sang phiếu giấy">
    {facts.poll.papers === "instead" ? (
      <p>Đã chuyển hẳn sang phiếu giấy.</p>
    ) : (
      <ActionForm action={`/bo-phieu/${facts.poll.id}/chuyen-phieu-giay`} formKey={formKey}>
        <RadioField
          name="papers"
          label="Phiếu đã bỏ trên máy"
          value={state.typed.papers?.[0]}
          error={state.errors.papers}
          choices={[
            ...(facts.poll.state === "voting"
              ? [
                  {
                    value: "together",
                    label: "Đếm chung với phiếu giấy",
                    hint: "Ai đã bỏ phiếu trên máy thì không nhận phiếu giấy.",
                  },
                ]
              : []),
            {
              value: "instead",
              label: "Không tính, bỏ lại toàn bộ trên giấy",
              hint: "Dùng khi mất từ hai phần khóa trở lên. Phiếu trên máy không bao giờ được mở.",
            },
          ]}
        />
        <TextArea {...shown(state, "reason")} label="Lý do, theo quyết định của chủ tọa" rows={2} />
        <Actions>
          <Button kind="secondary">Chuyển sang phiếu giấy</Button>
        </Actions>
      </ActionForm>
    )}
  </Card>
);

const CallOff = ({ facts, formKey }: TeamPageProps) => (
  <Card title="Dừng cuộc bỏ phiếu">
    <p>
      Khi không còn đủ số thành viên hoặc chủ tọa cho dừng. Không kiểm phiếu; phiếu đã bỏ không ai mở được
      nữa.
    </p>
    <ActionForm action={`/bo-phieu/${facts.poll.id}/dung`} formKey={formKey}>
      <TextArea name="reason" label="Lý do dừng" rows={2} />
      <Actions>
        <Button kind="secondary">Dừng, không kiểm phiếu</Button>
      </Actions>
    </ActionForm>
  </Card>
);
