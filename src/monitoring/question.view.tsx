import type { Actor } from "../platform/actor.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  addressWith,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DayField,
  DayText,
  DeadlineTag,
  EmptyState,
  ErrorSummary,
  InstantText,
  type KeptFile,
  Page,
  Plate,
  RadioField,
  SelectField,
  Stack,
  type TableAddress,
  Tag,
  TextArea,
  TextField,
  type Tone,
  UnitLine,
  Upload,
} from "../web/kit.ts";
import type { Guidance } from "./guidance.ts";
import { SideTabs } from "./parts.view.tsx";
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

interface QuestionListProps {
  frame: Frame;
  actor: Actor;
  address: TableAddress;
  page: number;
  found: { readonly rows: readonly Question[]; readonly total: number };
  movements: readonly { id: number; name: string; year: number }[];
  asks: boolean;
  answers: boolean;
}

/** Everything raised by one's units or to one's body. */
export const QuestionListView = (props: QuestionListProps) => (
  <Page
    frame={props.frame}
    title="Kiến nghị, vướng mắc"
    lead="Đơn vị gửi khó khăn, câu hỏi, đề xuất tới cơ quan thường trực; mỗi kiến nghị có hạn trả lời và được giữ đến khi kết thúc."
    help="kien-nghi"
    actions={props.asks && <ButtonLink href={`${HOME}/moi`}>Gửi kiến nghị</ButtonLink>}
  >
    <Stack>
      <SideTabs current="kien-nghi" />
      <Card title="Danh sách kiến nghị" flush>
        <QuestionTable {...props} />
      </Card>
    </Stack>
  </Page>
);

function QuestionTable({ address, found, page, movements, actor, answers, asks }: QuestionListProps) {
  const exportAddress = (path: string) => addressWith({ path, query: address.query }, { trang: null });
  return (
    <DataTable<Question>
      id="kien-nghi"
      caption="Danh sách kiến nghị"
      address={address}
      rows={found.rows}
      rowKey={({ id }) => `${id}`}
      paging={{ page, total: found.total, noun: "kiến nghị" }}
      exports={[
        { label: "XLSX", href: exportAddress(`${HOME}/danh-sach.xlsx`) },
        { label: "CSV", href: exportAddress(`${HOME}/danh-sach.csv`) },
      ]}
      filters={[
        { kind: "search", name: "q", label: "Tìm đơn vị, vấn đề" },
        {
          kind: "choice",
          name: "trang-thai",
          label: "Trạng thái",
          choices: Object.entries(questionStateNames).map(([value, label]) => ({ value, label })),
        },
        {
          kind: "choice",
          name: "loai",
          label: "Loại",
          choices: Object.entries(questionKindNames).map(([value, label]) => ({ value, label })),
        },
        {
          kind: "choice",
          name: "phong-trao",
          label: "Phong trào",
          choices: movements.map(({ id, name }) => ({ value: `${id}`, label: name })),
        },
        {
          kind: "choice",
          name: "loc",
          label: "Chỉ xem",
          choices: [
            ...(answers ? [{ value: "cho-toi", label: "Chờ tôi trả lời" }] : []),
            { value: "qua-han", label: "Quá hạn trả lời" },
          ],
        },
      ]}
      empty={
        Object.keys(address.query).length === 0 ? (
          <EmptyState
            title="Chưa có kiến nghị nào"
            action={asks && <ButtonLink href={`${HOME}/moi`}>Gửi kiến nghị</ButtonLink>}
          >
            Khi đơn vị gặp khó khăn, vướng mắc, hãy gửi tới cơ quan thường trực tại đây.
          </EmptyState>
        ) : undefined
      }
      columns={[
        {
          key: "van-de",
          label: "Vấn đề",
          head: true,
          cell: (row) => <UnitLine name={row.title} href={`${HOME}/${row.id}`} path={[row.unitName]} />,
        },
        { key: "loai", label: "Loại", cell: (row) => questionKindNames[row.kind] },
        { key: "noi-giu", label: "Nơi trả lời", cell: (row) => row.holderName },
        {
          key: "trang-thai",
          label: "Trạng thái",
          kind: "tag",
          cell: (row) => (
            <>
              <QuestionTag state={row.state} />{" "}
              {row.state === "open" && <DeadlineTag deadline={dueOf(row)} at={actor.at} />}
            </>
          ),
        },
        { key: "gui-luc", label: "Gửi lúc", kind: "day", cell: (row) => <InstantText at={row.askedAt} /> },
      ]}
    />
  );
}

interface AskProps {
  frame: Frame;
  units: readonly AnsweringBody[];
  receivers: readonly AnsweringBody[];
  unit: number;
  movements: readonly { id: number; name: string; year: number }[];
  state: FormState;
  kept: readonly KeptFile[];
  formKey: string;
  savedAt?: string | undefined;
}

/** A unit writes what it needs guidance on. */
export const AskView = ({
  frame,
  units,
  receivers,
  unit,
  movements,
  state,
  kept,
  formKey,
  savedAt,
}: AskProps) => (
  <Page
    frame={frame}
    title="Gửi kiến nghị"
    failed={Object.keys(state.errors).length > 0}
    crumbs={[{ label: "Kiến nghị, vướng mắc", href: HOME }, { label: "Gửi kiến nghị" }]}
  >
    <ErrorSummary errors={state.errors} />
    {receivers.length === 0 ? (
      <EmptyState title="Chưa có cơ quan thường trực cấp trên để gửi">
        Phía trên đơn vị chưa ai giữ chức trách chuyên viên thường trực; hãy báo người quản trị tổ chức.
      </EmptyState>
    ) : (
      <Card>
        <ActionForm
          action={`${HOME}/moi`}
          formKey={formKey}
          files
          draftAddress={`${HOME}/moi/ban-nhap`}
          savedAt={savedAt}
        >
          <SelectField
            {...shown(state, "unit", `${unit}`)}
            label="Đơn vị gửi"
            prompt={null}
            choices={units.map(({ id, name }) => ({ value: `${id}`, label: name }))}
          />
          <SelectField
            {...shown(state, "receiver", `${receivers[0]?.id ?? ""}`)}
            label="Gửi tới"
            hint="Cơ quan thường trực gần nhất đứng đầu danh sách; nơi nhận có thể chuyển lên cấp trên."
            prompt={null}
            choices={receivers.map(({ id, name }) => ({ value: `${id}`, label: name }))}
          />
          <RadioField
            {...shown(state, "kind", "difficulty")}
            label="Loại"
            inline
            choices={Object.entries(questionKindNames).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            {...shown(state, "movement")}
            label="Về phong trào"
            optional
            prompt="Không gắn với phong trào nào"
            choices={movements.map(({ id, name }) => ({ value: `${id}`, label: name }))}
          />
          <TextField
            {...shown(state, "title")}
            label="Vấn đề"
            hint="Một dòng, ví dụ: Đăng ký danh hiệu cho người biệt phái"
          />
          <TextArea {...shown(state, "words")} label="Nội dung cần hướng dẫn, tháo gỡ" rows={8} />
          <Upload
            name="files"
            label="Tài liệu kèm theo"
            optional
            several
            hint="Mỗi tệp không quá 20 MB"
            error={state.errors.files}
            kept={kept}
          />
          <Actions>
            <Button>Gửi kiến nghị</Button>
            <ButtonLink href={HOME} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    )}
  </Page>
);

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
