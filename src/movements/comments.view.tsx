import { emptyForm, type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  InstantText,
  Notice,
  RadioField,
  SelectField,
  Stack,
  Tag,
  TextArea,
  type Tone,
} from "../web/kit.ts";
import { type AnswerVerdict, type Comment, commentSectionNames, verdictNames, verdicts } from "./comment.ts";
import { MovementPage, type MovementSetting } from "./movement-frame.view.tsx";

interface CommentsProps {
  setting: MovementSetting;
  comments: readonly Comment[];
  mayComment: boolean;
  state: FormState;
  /** The comment whose answer came back with errors. */
  answering: number | null;
  formKey: () => string;
  savedAt?: string | undefined;
}

const tones: Readonly<Record<AnswerVerdict, Tone>> = { taken: "good", partly: "watch", not: "plain" };

/** What those asked said of each section, and how the drafter took it. */
export function CommentsView(props: CommentsProps) {
  const { setting, comments, state, answering } = props;
  const { movement, drafts } = setting.seen;
  const unanswered = comments.filter((comment) => comment.answer === null).length;
  return (
    <MovementPage setting={setting} current="gop-y" failed={Object.keys(state.errors).length > 0}>
      <Stack>
        <ErrorSummary errors={state.errors} />
        {drafts && unanswered > 0 && (
          <Notice
            tone="watch"
            title={`Còn ${unanswered} ý kiến chưa trả lời; trả lời hết rồi mới thông qua được.`}
          />
        )}
        {props.mayComment && (
          <Card title="Góp ý cho dự thảo">
            <ActionForm
              action={`/phong-trao/${movement.id}/gop-y`}
              formKey={props.formKey()}
              draftAddress={`/phong-trao/${movement.id}/gop-y/ban-nhap`}
              savedAt={props.savedAt}
            >
              <SelectField
                {...shown(answering === null ? state : emptyForm, "section", "chung")}
                label="Phần góp ý"
                prompt={null}
                choices={Object.entries(commentSectionNames).map(([value, label]) => ({ value, label }))}
              />
              <TextArea {...shown(answering === null ? state : emptyForm, "words")} label="Ý kiến" rows={5} />
              <Button>Gửi góp ý</Button>
            </ActionForm>
          </Card>
        )}
        {comments.length === 0 && <EmptyState title="Chưa có ý kiến nào" />}
        {comments.map((comment) => (
          <Card
            id={`y-kien-${comment.id}`}
            title={commentSectionNames[comment.section]}
            lead={[comment.authorName, comment.authorPost, comment.unitName].filter(Boolean).join(", ")}
            tag={
              comment.answer ? (
                <Tag tone={tones[comment.answer.verdict]}>{verdictNames[comment.answer.verdict]}</Tag>
              ) : (
                <Tag tone="watch">Chưa trả lời</Tag>
              )
            }
          >
            {comment.words.split("\n").map((line) => (
              <p>{line}</p>
            ))}
            <p class="small soft">
              <InstantText at={comment.at} />
            </p>
            {comment.answer && (
              <p>
                <b>{comment.answer.actorName}:</b>{" "}
                {comment.answer.why || verdictNames[comment.answer.verdict]}
              </p>
            )}
            {drafts && !comment.answer && (
              <AnswerForm
                movement={movement.id}
                comment={comment}
                state={answering === comment.id ? state : emptyForm}
                formKey={props.formKey()}
              />
            )}
          </Card>
        ))}
      </Stack>
    </MovementPage>
  );
}

interface AnswerFormProps {
  movement: number;
  comment: Comment;
  state: FormState;
  formKey: string;
}

function AnswerForm({ movement, comment, state, formKey }: AnswerFormProps) {
  return (
    <ActionForm
      action={`/phong-trao/${movement}/gop-y/${comment.id}/tra-loi`}
      formKey={formKey}
      id={`tra-loi-${comment.id}`}
    >
      <RadioField
        {...named(shown(state, "verdict"), `verdict-${comment.id}`)}
        label={`Trả lời ý kiến của ${comment.authorName}`}
        inline
        choices={verdicts.map((verdict) => ({ value: verdict, label: verdictNames[verdict] }))}
      />
      <TextArea
        {...named(shown(state, "why"), `why-${comment.id}`)}
        label="Nội dung trả lời, lý do"
        rows={2}
        optional
      />
      <Button kind="secondary" small>
        Trả lời
      </Button>
    </ActionForm>
  );
}

/** Several such forms stand on one page, so that each field carries its comment in its name. */
const named = <Shown extends object>(field: Shown, name: string) => ({ ...field, name });
