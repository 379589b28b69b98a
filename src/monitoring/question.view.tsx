import type { Actor } from "../platform/actor.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DayField,
  DayText,
  DeadlineTag,
  ErrorSummary,
  InstantText,
  type KeptFile,
  Page,
  Plate,
  SelectField,
  Stack,
  Tag,
  TextArea,
  type Tone,
  Upload,
} from "../web/kit.ts";
import type { Guidance } from "./guidance.ts";
import type { QuestionFile, QuestionHistoryEntry } from "./question.store.ts";
import {
  dueOf,
  type Question,
  type QuestionState,
  questionKindNames,
  questionStateNames,
} from "./question.ts";
import type { AnsweringBody } from "./question-reach.store.ts";

const tones: Readonly<Record<QuestionState, Tone>> = { open: "watch", answered: "good", closed: "plain" };

export const QuestionTag = ({ state }: { state: QuestionState }) => (
  <Tag tone={tones[state]}>{questionStateNames[state]}</Tag>
);

const HOME = "/theo-doi/kien-nghi";

interface QuestionProps {
  frame: Frame;
  actor: Actor;
  question: Question;
  history: readonly QuestionHistoryEntry[];
  files: readonly QuestionFile[];
  guidance: Guidance | null;
  /** Bodies to which the holder may pass it. */
  above: readonly AnsweringBody[];
  proposedDue: string;
  answers: boolean;
  asks: boolean;
  state: FormState;
  kept: readonly KeptFile[];
  formKey: () => string;
}

/** One question with its whole exchange, and what whoever reads it may do next. */
export function QuestionView(props: QuestionProps) {
  const { frame, question, actor, state } = props;
  return (
    <Page
      frame={frame}
      title={question.title}
      ownHeading
      failed={Object.keys(state.errors).length > 0}
      crumbs={[{ label: "Kiến nghị, vướng mắc", href: HOME }, { label: question.title }]}
    >
      <Stack>
        <ErrorSummary errors={state.errors} />
        <Plate
          title={question.title}
          tag={<QuestionTag state={question.state} />}
          facts={[
            { label: "Loại", value: questionKindNames[question.kind] },
            { label: "Đơn vị gửi", value: question.unitName },
            { label: question.state === "open" ? "Đang chờ" : "Nơi trả lời", value: question.holderName },
            ...(question.movement === null
              ? []
              : [
                  {
                    label: "Phong trào",
                    value: <a href={`/phong-trao/${question.movement}`}>{question.movementName}</a>,
                  },
                ]),
            ...(question.state === "open"
              ? [
                  {
                    label: "Hạn trả lời",
                    value: (
                      <>
                        <DayText day={question.dueOn} />{" "}
                        <DeadlineTag deadline={dueOf(question)} at={actor.at} />
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <Exchange history={props.history} files={props.files} question={question.id} />
        {props.guidance && (
          <p>
            Trả lời này đã được <a href={`/theo-doi/hoi-dap/${props.guidance.id}`}>phổ biến tới các đơn vị</a>
            .
          </p>
        )}
        {props.answers && question.state === "open" && <AnswerCards {...props} />}
        {props.answers && question.state !== "open" && !props.guidance && (
          <Actions>
            <ButtonLink href={`${HOME}/${question.id}/pho-bien`} kind="secondary">
              Phổ biến tới các đơn vị…
            </ButtonLink>
          </Actions>
        )}
        {props.asks && question.state !== "closed" && <AskerCards {...props} />}
      </Stack>
    </Page>
  );
}

const headings: Readonly<Record<QuestionHistoryEntry["kind"], (entry: QuestionHistoryEntry) => string>> = {
  asked: ({ bodyName, holderName }) => `${bodyName} gửi ${holderName}`,
  answered: ({ bodyName }) => `${bodyName} trả lời`,
  escalated: ({ bodyName, holderName }) => `${bodyName} chuyển lên ${holderName}`,
  reopened: ({ bodyName }) => `${bodyName} hỏi lại`,
  closed: ({ bodyName }) => `${bodyName} kết thúc kiến nghị`,
};

const Exchange = ({
  history,
  files,
  question,
}: {
  history: readonly QuestionHistoryEntry[];
  files: readonly QuestionFile[];
  question: number;
}) => (
  <>
    {history.map((entry) => (
      <Card title={headings[entry.kind](entry)} lead={<Byline entry={entry} />}>
        {(entry.words ?? "").split("\n").map((line) => line && <p>{line}</p>)}
        {files
          .filter(({ step }) => step === entry.id)
          .map((file) => (
            <p>
              <a href={`${HOME}/${question}/tep/${file.id}`} data-turbo="false">
                {file.name}
              </a>
            </p>
          ))}
      </Card>
    ))}
  </>
);

const Byline = ({ entry }: { entry: QuestionHistoryEntry }) => (
  <>
    {[entry.actorName, entry.postTitle].filter(Boolean).join(", ")}
    {entry.onBehalfOf && ` (thay mặt ${entry.onBehalfOf})`} · <InstantText at={entry.at} />
    {entry.dueOn && (
      <>
        {" "}
        · hạn trả lời <DayText day={entry.dueOn} />
      </>
    )}
  </>
);

const AnswerCards = ({ question, state, kept, formKey, above, proposedDue }: QuestionProps) => (
  <>
    <Card title="Trả lời">
      <ActionForm action={`${HOME}/${question.id}/tra-loi`} formKey={formKey()} files guard>
        <TextArea {...shown(state, "answer")} label="Nội dung hướng dẫn, trả lời" rows={8} />
        <Upload
          name="files"
          label="Văn bản kèm theo"
          optional
          several
          error={state.errors.files}
          kept={kept}
        />
        <Button>Gửi trả lời</Button>
      </ActionForm>
    </Card>
    {above.length > 0 && (
      <Card
        title="Chuyển lên cấp trên"
        lead="Khi nội dung vượt thẩm quyền; đơn vị gửi thấy việc chuyển và hạn mới."
      >
        <ActionForm action={`${HOME}/${question.id}/chuyen-len`} formKey={formKey()} guard>
          <SelectField
            {...shown(state, "body", `${above[0]?.id ?? ""}`)}
            label="Chuyển tới"
            prompt={null}
            choices={above.map(({ id, name }) => ({ value: `${id}`, label: name }))}
          />
          <TextArea {...shown(state, "why")} label="Lý do chuyển" rows={3} />
          <DayField {...shown(state, "dueOn", proposedDue)} label="Đề nghị trả lời chậm nhất ngày" />
          <Button kind="secondary">Chuyển lên</Button>
        </ActionForm>
      </Card>
    )}
  </>
);

const AskerCards = ({ question, state, formKey }: QuestionProps) => (
  <>
    {question.state === "answered" && (
      <Card title="Còn chưa rõ?">
        <ActionForm action={`${HOME}/${question.id}/hoi-lai`} formKey={formKey()} guard>
          <TextArea {...shown(state, "again")} label="Điều còn chưa rõ" rows={4} />
          <Button kind="secondary">Hỏi lại</Button>
        </ActionForm>
      </Card>
    )}
    <Card title="Kết thúc kiến nghị">
      <ActionForm action={`${HOME}/${question.id}/ket-thuc`} formKey={formKey()} guard>
        <TextArea
          {...shown(state, "closing")}
          label={question.state === "answered" ? "Ý kiến của đơn vị" : "Lý do rút kiến nghị"}
          rows={2}
          optional={question.state === "answered"}
        />
        <Button kind="quiet">{question.state === "answered" ? "Kết thúc" : "Rút kiến nghị"}</Button>
      </ActionForm>
    </Card>
  </>
);
