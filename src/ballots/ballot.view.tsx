import type { Child } from "hono/jsx";
import type { FormState } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckboxesField,
  EmptyState,
  ErrorSummary,
  FieldGroup,
  Lines,
  Notice,
  RadioField,
  SelectField,
  Stack,
} from "../web/kit.ts";
import { placeField } from "./answers.ts";
import { fieldOf, isWithdrawn, nomineesFor, questionsOf, whyClosed } from "./casting.ts";
import type { Poll, Question, Turnout, Voter } from "./poll.ts";
import { PollPage, TurnoutCard } from "./poll.view.tsx";

interface BallotPageProps {
  frame: Frame;
  poll: Poll;
  voter: Voter;
  turnout: Turnout;
  running: boolean;
  state: FormState;
  ownCode: string;
}

/** The ballot itself; everything works without script, then the program seals. */
export function BallotPage(props: BallotPageProps) {
  const { frame, poll, voter, state, ownCode } = props;
  const failed = Object.keys(state.errors).length > 0;
  const script = frame.assets.extraScripts.ballot;
  return (
    <PollPage
      frame={frame}
      poll={poll}
      running={props.running}
      current="vote"
      failed={failed}
      scripts={script ? [script] : []}
      lean
    >
      <ErrorSummary errors={state.errors} />
      <ClosedQuestions poll={poll} voter={voter} />
      <ballot-sealing ballot={JSON.stringify(handedOver(poll, voter))}>
        <form class="form" method="post" action={`/bo-phieu/${poll.id}/la-phieu`} novalidate>
          <input type="hidden" name="ma-rieng" value={ownCode} />
          <Stack>
            {questionsOf(poll, voter).map((question) => (
              <QuestionField
                question={question}
                voter={voter}
                state={state}
                many={poll.questions.length > 1}
              />
            ))}
            <Card title="Trước khi gửi">
              <p>
                Mã riêng của lá phiếu:{" "}
                <b class="code" data-ma-rieng>
                  {ownCode}
                </b>
              </p>
              <p>
                Hãy ghi lại mã này, sau khi gửi sẽ không hiện lại. Nhờ nó, khi có biên bản bạn tự tra được
                phiếu của mình đã được đếm; mã không cho biết bạn đã bỏ thế nào, với bất cứ ai.
              </p>
              <p data-noi-niem-phong>
                Trình duyệt hoặc đường truyền này không niêm phong được, nên lựa chọn được gửi đến máy chủ và
                niêm phong ngay tại đó.
              </p>
              <p>Phiếu đã gửi thì không ai sửa hay rút lại được, kể cả bạn.</p>
              <p class="field-error" role="alert" tabindex={-1} data-loi hidden></p>
              <Actions>
                <Button>Bỏ phiếu</Button>
              </Actions>
            </Card>
            <TurnoutCard turnout={props.turnout} />
          </Stack>
        </form>
      </ballot-sealing>
    </PollPage>
  );
}

const handedOver = (poll: Poll, voter: Voter) => ({
  mark: poll.mark,
  publicKey: poll.publicKey,
  questions: poll.questions,
  excluded: voter.excluded,
});

/** What is closed to this voter, said plainly with its reason; nobody finds a name missing without knowing why. */
const ClosedQuestions = ({ poll, voter }: { poll: Poll; voter: Voter }) => (
  <>
    {voter.excluded.map(({ question, nominee, reason }) => {
      const asked = poll.questions.find(({ ordinal }) => ordinal === question);
      const named =
        asked?.kind === "approve" ? undefined : asked?.nominees.find(({ ordinal }) => ordinal === nominee);
      const title = named
        ? `Bạn không chọn “${named.name}” ở “${asked?.title}”`
        : `Bạn không bỏ phiếu ở “${asked?.title}”`;
      return (
        <Notice tone="info" title={title}>
          {reason}
        </Notice>
      );
    })}
  </>
);

interface QuestionFieldProps {
  question: Question;
  voter: Voter;
  state: FormState;
  many: boolean;
}

function QuestionField({ question, voter, state, many }: QuestionFieldProps) {
  const label = many ? `${question.ordinal}. ${question.title}` : question.title;
  if (isWithdrawn(question))
    return (
      <Card title={label}>
        <p>Đề cử đã rút ({question.nominees[0]?.withdrawn}); nội dung này không cần chọn.</p>
      </Card>
    );
  const name = fieldOf(question.ordinal);
  const field = { name, label, error: state.errors[name] };
  if (question.kind === "approve")
    return (
      <Card>
        <RadioField
          {...field}
          hint={question.nominees[0]?.note || undefined}
          boxed
          value={state.typed[name]?.[0]}
          choices={[
            { value: "yes", label: "Đồng ý" },
            { value: "no", label: "Không đồng ý" },
            { value: "blank", label: "Không ghi ý kiến" },
          ]}
        />
      </Card>
    );
  return (
    <Card>
      {question.kind === "choose" ? (
        <ChooseField field={field} question={question} voter={voter} state={state} />
      ) : (
        <RankField field={field} question={question} voter={voter} state={state} />
      )}
    </Card>
  );
}

interface ManyProps {
  field: { name: string; label: string; error: string | undefined };
  question: Question;
  voter: Voter;
  state: FormState;
}

const ChooseField = ({ field, question, voter, state }: ManyProps) => (
  <CheckboxesField
    {...field}
    optional
    hint={`Chọn nhiều nhất ${question.pick}; chọn quá thì phiếu không hợp lệ.`}
    values={state.typed[field.name] ?? []}
    choices={choicesOf(question, voter)}
  />
);

const RankField = ({ field, question, voter, state }: ManyProps) => (
  <FieldGroup
    field={{ ...field, hint: `${pointsWords(question)} Mỗi đề cử chỉ đứng ở một thứ hạng; có thể để trống.` }}
  >
    {question.points.map((_, place) => {
      const name = placeField(field.name, place);
      return (
        <SelectField
          name={name}
          label={`Thứ ${place + 1}`}
          optional
          prompt="Để trống"
          value={state.typed[name]?.[0]}
          choices={choicesOf(question, voter)}
        />
      );
    })}
  </FieldGroup>
);

/** "Thứ 1 được 3 điểm, thứ 2 được 2 điểm." */
const pointsWords = ({ points }: Question): string =>
  `${points.map((worth, place) => `${place === 0 ? "Thứ" : "thứ"} ${place + 1} được ${worth} điểm`).join(", ")}.`;

const choicesOf = (question: Question, voter: Voter) =>
  nomineesFor(voter, question).map(({ ordinal, name, note, withdrawn }) => ({
    value: `${ordinal}`,
    label: name,
    hint: note || undefined,
    closed: withdrawn ? `đã rút: ${withdrawn}` : undefined,
  }));

interface StandingPageProps {
  frame: Frame;
  poll: Poll;
  voter: Voter | null;
  turnout: Turnout;
  running: boolean;
}

/** The same address when there is nothing to fill in now: it says why, and what comes next. */
export function StandingPage({ frame, poll, voter, turnout, running }: StandingPageProps) {
  return (
    <PollPage frame={frame} poll={poll} running={running} current="vote">
      <Standing poll={poll} voter={voter} />
      {poll.state !== "prepared" && poll.mode === "secret" && <TurnoutCard turnout={turnout} />}
      <Questions poll={poll} />
    </PollPage>
  );
}

function Standing({ poll, voter }: { poll: Poll; voter: Voter | null }) {
  const at = `/bo-phieu/${poll.id}`;
  if (poll.state === "counted")
    return (
      <EmptyState title="Đã kiểm phiếu" action={<ButtonLink href={`${at}/ket-qua`}>Xem kết quả</ButtonLink>}>
        Kết quả và biên bản kiểm phiếu đã có.
      </EmptyState>
    );
  const words = standingWords(poll, voter);
  return (
    <EmptyState
      title={words.title}
      action={
        voter?.voted === "electronic" ? (
          <ButtonLink href={`${at}/kiem-tra`} kind="secondary">
            Tra mã theo dõi
          </ButtonLink>
        ) : undefined
      }
    >
      {words.more}
    </EmptyState>
  );
}

function standingWords(poll: Poll, voter: Voter | null): { title: string; more: Child } {
  if (poll.state === "abandoned")
    return {
      title: "Cuộc bỏ phiếu đã dừng, không kiểm phiếu",
      more: "Phiếu đã bỏ vẫn niêm phong và không ai mở được.",
    };
  if (voter?.voted === "electronic")
    return {
      title: "Bạn đã bỏ phiếu",
      more:
        poll.papers === "instead"
          ? "Cuộc bỏ phiếu đã chuyển hẳn sang phiếu giấy: lá phiếu trên máy không được mở; hãy nhận phiếu giấy ở tổ kiểm phiếu."
          : "Lá phiếu nằm trong hòm phiếu. Kết quả hiện ở đây khi tổ kiểm phiếu kiểm xong.",
    };
  if (voter?.voted === "paper")
    return { title: "Bạn đã nhận phiếu giấy", more: "Hãy bỏ phiếu giấy; trên máy không bỏ thêm được nữa." };
  if (voter?.ended) return { title: "Bạn không còn quyền bỏ phiếu ở cuộc này", more: voter.ended };
  if (poll.state === "prepared")
    return { title: "Chưa mở bỏ phiếu", more: "Lá phiếu hiện ở trang này khi tổ kiểm phiếu mở." };
  if (poll.state === "closed")
    return { title: "Đã khép bỏ phiếu", more: "Tổ kiểm phiếu đang kiểm; chưa ai xem được kết quả." };
  if (poll.mode === "hands")
    return { title: "Biểu quyết giơ tay", more: "Tổ kiểm phiếu ghi số biểu quyết tại cuộc họp." };
  if (poll.mode === "paper" || poll.papers === "instead")
    return { title: "Bỏ phiếu bằng phiếu giấy", more: "Hãy nhận phiếu ở tổ kiểm phiếu." };
  if (voter && questionsOf(poll, voter).length === 0)
    return {
      title: "Bạn không bỏ phiếu ở cuộc này",
      more: poll.questions.map((question) => whyClosed(voter, question)).join(" "),
    };
  return {
    title: "Đang bỏ phiếu",
    more: "Bạn xem được tiến độ; lá phiếu chỉ dành cho người trong danh sách.",
  };
}

const Questions = ({ poll }: { poll: Poll }) => (
  <Card title="Nội dung bỏ phiếu" flush>
    <Lines
      lines={poll.questions.map((question) => ({
        main: `${question.ordinal}. ${question.title}`,
        detail: question.nominees
          .map(({ name, note, withdrawn }) => {
            const words = question.kind === "approve" ? note : name;
            return withdrawn ? `${words} (đã rút: ${withdrawn})`.trim() : words;
          })
          .join("; "),
      }))}
    />
  </Card>
);
