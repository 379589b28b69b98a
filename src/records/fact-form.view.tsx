import type { Child } from "hono/jsx";
import { writeDay } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DayField,
  ErrorSummary,
  type Frame,
  type KeptFile,
  Page,
  TextArea,
  TextField,
  Upload,
} from "../web/kit.ts";
import type { Awards } from "./award.ts";
import { type Fact, type FactKind, factNames } from "./fact.ts";
import { FactFields } from "./fact-fields.view.tsx";
import { wordsOf } from "./fact-words.ts";
import { addressOf } from "./record.view.tsx";
import { factSlugs } from "./slugs.ts";
import type { Subject } from "./subject.store.ts";

export interface FactFormProps {
  frame: Frame;
  state: FormState;
  formKey: string;
  subject: Subject;
  kind: FactKind;
  awards: Awards;
  /** The fact corrected; null for a new one. */
  old: Fact | null;
  /** The document sent with a form that came back. */
  kept: readonly KeptFile[];
  /** Whether the number that tells of discipline is shown. */
  knowsRestricted: boolean;
}

/** Writes one fact down, or corrects one with a reason. */
export function FactFormView(props: FactFormProps) {
  const { frame, state, subject, kind, old } = props;
  const stored = storedOf(old);
  const action = old ? `${factAddress(old)}/sua` : `${addressOf(subject)}/${factSlugs[kind]}`;
  return (
    <ChangeFrame
      frame={frame}
      subject={subject}
      state={state}
      title={`${old ? "Sửa" : "Thêm"}: ${factNames[kind]}`}
    >
      <ActionForm action={action} formKey={props.formKey} files guard>
        <FactFields {...props} stored={stored} />
        <TextField
          {...shown(state, "paperSymbol", stored.paperSymbol)}
          label="Số, ký hiệu văn bản"
          width="medium"
          optional
        />
        <DayField {...shown(state, "paperDay", stored.paperDay)} label="Ngày văn bản" optional />
        <TextField
          {...shown(state, "decidedBy", stored.decidedBy)}
          label="Người, cơ quan quyết định"
          optional
        />
        <Upload
          name="document"
          label="Giấy tờ kèm theo"
          accept=".pdf,.docx,.jpg,.png"
          hint={old?.fileName ? `Đang có: ${old.fileName}; gửi tệp khác để thay.` : undefined}
          kept={props.kept}
          optional
          error={state.errors.document}
        />
        <TextArea {...shown(state, "remarks", stored.remarks)} label="Ghi chú" rows={2} optional />
        {old && <TextArea {...shown(state, "reason")} label="Lý do sửa" rows={2} />}
        <Actions>
          <Button>{old ? "Lưu bản sửa" : "Ghi vào hồ sơ"}</Button>
          <ButtonLink href={addressOf(subject)} kind="quiet">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
      {old && (
        <Card title="Việc khác với dòng này">
          <Actions>
            <ButtonLink href={`${factAddress(old)}/rut`} kind="secondary" small>
              Rút khỏi hồ sơ
            </ButtonLink>
            {old.kind === "honour" && old.revokedOn === null && (
              <ButtonLink href={`${factAddress(old)}/huy-bo`} kind="secondary" small>
                Ghi quyết định hủy bỏ
              </ButtonLink>
            )}
          </Actions>
        </Card>
      )}
    </ChangeFrame>
  );
}

const factAddress = ({ kind, id }: Pick<Fact, "kind" | "id">): string =>
  `/ho-so/dong/${factSlugs[kind]}/${id}`;

export interface ChangeProps {
  frame: Frame;
  state: FormState;
  formKey: string;
  subject: Subject;
  fact: Fact;
  awards: Awards;
}

/** Takes a row back, with the reason; it stays in the history. */
export const WithdrawalView = ({ frame, state, formKey, subject, fact, awards }: ChangeProps) => (
  <ChangeFrame frame={frame} subject={subject} state={state} title="Rút khỏi hồ sơ">
    <p>
      Năm {fact.year}: {wordsOf(fact, awards)}. Dòng này không còn được tính; lịch sử ghi chép vẫn giữ.
    </p>
    <ActionForm action={`${factAddress(fact)}/rut`} formKey={formKey} guard>
      <TextArea {...shown(state, "reason")} label="Lý do rút" rows={3} />
      <Button>Rút khỏi hồ sơ</Button>
    </ActionForm>
  </ChangeFrame>
);

/** Notes that another decision took an award back. */
export const RevocationView = ({ frame, state, formKey, subject, fact, awards }: ChangeProps) => (
  <ChangeFrame frame={frame} subject={subject} state={state} title="Quyết định hủy bỏ">
    <p>
      Năm {fact.year}: {wordsOf(fact, awards)}. Dòng khen thưởng vẫn còn, ghi rõ đã hủy bỏ và không được tính.
    </p>
    <ActionForm action={`${factAddress(fact)}/huy-bo`} formKey={formKey} guard>
      <TextField {...shown(state, "revokedBy")} label="Số, ký hiệu quyết định hủy bỏ" width="medium" />
      <DayField {...shown(state, "revokedOn")} label="Ngày quyết định" />
      <Button>Ghi quyết định hủy bỏ</Button>
    </ActionForm>
  </ChangeFrame>
);

interface ChangeFrameProps {
  frame: Frame;
  subject: Subject;
  state: FormState;
  title: string;
  children?: Child;
}

const ChangeFrame = ({ frame, subject, state, title, children }: ChangeFrameProps) => (
  <Page
    frame={frame}
    title={title}
    lead={subject.name}
    failed={Object.keys(state.errors).length > 0}
    crumbs={[
      { label: "Hồ sơ thành tích", href: "/ho-so" },
      { label: subject.name, href: addressOf(subject) },
      { label: title },
    ]}
  >
    <ErrorSummary errors={state.errors} />
    {children}
  </Page>
);

/** What stands in a fact, as a form shows it. */
export type Stored = Readonly<Record<string, string>>;

const DAYS = /^\d{4}-\d{2}-\d{2}$/;

function storedOf(fact: Fact | null): Stored {
  if (fact === null) return {};
  return Object.fromEntries(
    Object.entries(fact).flatMap(([key, value]) => {
      if (value === null || typeof value === "object") return [];
      if (typeof value === "boolean") return [[key, value ? "co" : "khong"]];
      return [[key, DAYS.test(`${value}`) ? writeDay(value) : `${value}`]];
    }),
  );
}
