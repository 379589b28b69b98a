import type { Child } from "hono/jsx";
import { clockOf } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Columns,
  ErrorSummary,
  Page,
  PersonPicker,
  type PickOption,
  RadioField,
  SelectField,
  Stack,
  Tabs,
  TextArea,
  TextField,
} from "../web/kit.ts";
import type { Candidate, Line, Subject } from "./line.ts";
import type { Registration } from "./registration.ts";
import { type TitleChoice, titleName } from "./title.ts";

const subjectTabs: Readonly<Record<Subject["kind"], string>> = {
  individual: "Cá nhân",
  collective: "Tập thể",
  household: "Hộ gia đình",
};

export const crumbsTo = (registration: Registration, label: string) => [
  { label: "Đăng ký", href: "/dang-ky" },
  { label: registration.unitName, href: `/dang-ky/${registration.id}` },
  { label },
];

interface LineFormProps {
  frame: Frame;
  registration: Registration;
  kind: Subject["kind"];
  titles: readonly TitleChoice[];
  collectives: readonly Candidate[];
  state: FormState;
  formKey: string;
  /** The line changed; null for a new one. */
  line: Line | null;
  namesakes: readonly PickOption[];
  savedAt: Date | null;
  /** The verdict on what is chosen so far. */
  beside: Child;
}

/** One line: for whom, which title or form, what is committed to for it. */
export function LinePage(props: LineFormProps) {
  const { frame, registration, line, kind, state } = props;
  const title = line
    ? `Sửa dòng đăng ký của ${line.subject.name}`
    : `Thêm ${subjectTabs[kind].toLocaleLowerCase("vi")}`;
  return (
    <Page
      frame={frame}
      title={title}
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsTo(registration, line ? "Sửa dòng" : "Thêm dòng")}
    >
      <ErrorSummary errors={state.errors} />
      {!line && <KindTabs registration={registration.id} kind={kind} />}
      <Columns>
        <Card>
          <LineForm {...props} />
        </Card>
        <Stack>{props.beside}</Stack>
      </Columns>
      {line && <RemoveLine registration={registration.id} line={line} formKey={props.formKey} />}
    </Page>
  );
}

const KindTabs = ({ registration, kind }: { registration: number; kind: Subject["kind"] }) => (
  <Tabs
    label="Đăng ký cho ai"
    tabs={(["individual", "collective", "household"] as const).map((one) => ({
      href: `/dang-ky/${registration}/dong/moi?cho=${one}`,
      label: subjectTabs[one],
      current: one === kind,
    }))}
  />
);

function LineForm(props: LineFormProps) {
  const { registration, line, kind, state } = props;
  const address = `/dang-ky/${registration.id}/dong/${line?.id ?? "moi"}`;
  return (
    <ActionForm
      action={address}
      formKey={props.formKey}
      draftAddress={line ? undefined : `/dang-ky/${registration.id}/dong/moi/nhap-tam?cho=${kind}`}
      savedAt={props.savedAt ? clockOf(props.savedAt) : undefined}
      guard={line !== null}
    >
      <input type="hidden" name="kind" value={kind} />
      {line && <input type="hidden" name="version" value={state.typed.version?.[0] ?? line.version} />}
      <SubjectField {...props} />
      <SelectField
        {...shown(state, "title", line?.title)}
        label="Danh hiệu, hình thức đăng ký"
        choices={props.titles.map((title) => ({
          value: title.code,
          label: title.chain === "territorial" ? `${title.name} (trình tỉnh, thành phố)` : title.name,
        }))}
      />
      <TextArea
        {...shown(state, "commitment", line?.commitment ?? "")}
        label="Cam kết, nội dung phấn đấu"
        hint="Ví dụ: có ít nhất một sáng kiến được công nhận trong năm"
        rows={3}
        optional
      />
      <Actions>
        <Button>{line ? "Lưu dòng" : "Thêm vào danh sách"}</Button>
        {!line && (
          <>
            <Button kind="secondary" name="them-nua" value="co">
              Thêm và nhập tiếp
            </Button>
            <button class="button button-quiet" type="submit" formmethod="get" formaction={address}>
              Xem điều kiện
            </button>
          </>
        )}
        <ButtonLink href={`/dang-ky/${registration.id}`} kind="secondary">
          Quay lại
        </ButtonLink>
      </Actions>
    </ActionForm>
  );
}

function SubjectField({ registration, kind, state, line, collectives, namesakes }: LineFormProps) {
  if (kind === "household")
    return (
      <TextField
        {...shown(state, "household", line?.subject.kind === "household" ? line.subject.name : "")}
        label="Hộ gia đình"
        hint="Họ tên chủ hộ và nơi ở"
      />
    );
  if (kind === "collective")
    return (
      <SelectField
        {...shown(state, "collective", line?.subject.kind === "collective" ? `${line.subject.unit}` : "")}
        label="Tập thể"
        choices={collectives.flatMap(({ subject }) =>
          subject.kind === "collective"
            ? [
                {
                  value: `${subject.unit}`,
                  label: subject.smallCollective ? `${subject.name} (tập thể nhỏ)` : subject.name,
                },
              ]
            : [],
        )}
      />
    );
  const id = state.typed["person.id"]?.[0];
  const label = state.typed["person.label"]?.[0];
  const picked =
    line?.subject.kind === "individual"
      ? { id: `${line.subject.person}`, label: line.subject.name }
      : undefined;
  return (
    <PersonPicker
      name="person"
      label="Người được đăng ký"
      hint="Gõ vài chữ trong họ tên, có thể không dấu"
      error={state.errors.person}
      searchAddress={`/dang-ky/${registration.id}/tim-nguoi`}
      text={state.typed["person.text"]?.[0]}
      picked={id && label ? { id, label } : state.typed["person.text"] ? undefined : picked}
      namesakes={namesakes}
    />
  );
}

const RemoveLine = ({
  registration,
  line,
  formKey,
}: {
  registration: number;
  line: Line;
  formKey: string;
}) => (
  <Card title="Bỏ khỏi danh sách">
    <p>Dòng này sẽ không còn trong đăng ký; nhật ký vẫn ghi việc bỏ.</p>
    <ActionForm action={`/dang-ky/${registration}/dong/${line.id}/ban-bo`} formKey={`${formKey}-bo`} inline>
      <input type="hidden" name="version" value={line.version} />
      <Button kind="secondary">Bỏ dòng này</Button>
    </ActionForm>
  </Card>
);

interface OwnLineProps {
  frame: Frame;
  registration: Registration;
  name: string;
  titles: readonly TitleChoice[];
  state: FormState;
  formKey: string;
}

/** Somebody of the unit registers for themselves. */
export const OwnLinePage = ({ frame, registration, name, titles, state, formKey }: OwnLineProps) => (
  <Page
    frame={frame}
    title="Tự đăng ký cho mình"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsTo(registration, "Tự đăng ký")}
    lead={`${name} · ${registration.movementName}`}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <p>
        Đề nghị được gửi đến cán bộ đầu mối của {registration.unitName} để xem xét đưa vào danh sách của đơn
        vị.
      </p>
      <ActionForm action={`/dang-ky/${registration.id}/dong/cua-toi`} formKey={formKey} guard>
        <SelectField
          {...shown(state, "title")}
          label="Danh hiệu, hình thức đăng ký"
          choices={titles.map((title) => ({ value: title.code, label: title.name }))}
        />
        <TextArea {...shown(state, "commitment")} label="Cam kết, nội dung phấn đấu" rows={3} optional />
        <Actions>
          <Button>Gửi đề nghị</Button>
          <ButtonLink href={`/dang-ky/${registration.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

interface AnswerProps {
  frame: Frame;
  registration: Registration;
  line: Line;
  state: FormState;
  formKey: string;
  beside: Child;
}

/** The unit's officer takes a proposed line or declines it. */
export const AnswerPage = ({ frame, registration, line, state, formKey, beside }: AnswerProps) => (
  <Page
    frame={frame}
    title={`Xem xét đề nghị của ${line.subject.name}`}
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsTo(registration, "Xem xét đề nghị")}
    lead={titleName(line.title, line.chain)}
  >
    <ErrorSummary errors={state.errors} />
    <Columns>
      <Card>
        {line.commitment && <p>Cam kết: {line.commitment}</p>}
        <ActionForm action={`/dang-ky/${registration.id}/dong/${line.id}/tra-loi`} formKey={formKey}>
          <RadioField
            name="verdict"
            label="Ý kiến của đơn vị"
            error={state.errors.verdict}
            value={state.typed.verdict?.[0]}
            choices={[
              { value: "listed", label: "Đưa vào danh sách đăng ký của đơn vị" },
              { value: "declined", label: "Không đưa vào" },
            ]}
          />
          <TextArea
            {...shown(state, "answer")}
            label="Lý do không đưa vào"
            hint="Người đề nghị đọc được lý do này"
            rows={3}
            optional
          />
          <Actions>
            <Button>Ghi ý kiến</Button>
            <ButtonLink href={`/dang-ky/${registration.id}`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
      <Stack>{beside}</Stack>
    </Columns>
  </Page>
);
