import type { Child } from "hono/jsx";
import { type Audience, audienceNames } from "../org/scope.ts";
import { writeDay } from "../platform/day.ts";
import { writeDeadline } from "../platform/deadline.ts";
import { type FormState, shown, shownList } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckboxesField,
  DayField,
  ErrorSummary,
  type Frame,
  Notice,
  Page,
  type PickOption,
  RadioField,
  SelectField,
  Stack,
  TextArea,
  TextField,
  UnitPicker,
} from "../web/kit.ts";
import { asDeadline, type MovementDeadline, purposeNames, purposes, wayNames } from "./deadlines.ts";
import { isBeingWritten } from "./life.ts";
import type { Movement } from "./movement.ts";
import { AmendmentFields } from "./section.view.tsx";
import { waysFor } from "./settlement.ts";

interface DeadlineFormProps {
  frame: Frame;
  movement: Movement;
  /** null for a new one. */
  deadline: MovementDeadline | null;
  state: FormState;
  formKey: string;
  savedAt?: string | undefined;
  reachable: readonly Audience[];
  units: readonly { readonly id: number; readonly name: string }[];
  namesakes?: Readonly<Record<string, readonly PickOption[]>> | undefined;
}

/** A new deadline, or one changed while the launch is written. */
export function DeadlineFormView(props: DeadlineFormProps) {
  const { movement, deadline, state } = props;
  const title = deadline ? "Sửa hạn" : "Thêm hạn";
  const at = `/phong-trao/${movement.id}/han`;
  const action = deadline ? `${at}/${deadline.id}/sua` : `${at}/moi`;
  const named = [...new Set([...(deadline?.named ?? []), ...shownList(state, "named").values.map(Number)])];
  return (
    <DeadlinePage frame={props.frame} movement={movement} title={title} state={state}>
      <Card>
        <ActionForm
          action={action}
          formKey={props.formKey}
          draftAddress={`${action}/ban-nhap`}
          savedAt={props.savedAt}
        >
          <input type="hidden" name="version" value={state.typed.version?.[0] ?? `${movement.version}`} />
          <TextField
            {...shown(state, "what", deadline?.what)}
            label="Việc phải làm"
            hint="Ví dụ: Gửi kế hoạch và kết quả đăng ký danh hiệu thi đua"
          />
          <SelectField
            {...shown(state, "purpose", deadline?.purpose)}
            label="Loại việc"
            choices={purposes.map((purpose) => ({ value: purpose, label: purposeNames[purpose] }))}
          />
          <DayField
            {...shown(state, "day", deadline?.day ? writeDay(deadline.day) : "")}
            label="Ngày"
            optional
          />
          <RadioField
            {...shown(state, "inclusive", deadline && !deadline.inclusive ? "khong" : "co")}
            label="Cách tính ngày"
            choices={[
              { value: "co", label: "Chậm nhất ngày này (tính cả ngày này)" },
              { value: "khong", label: "Trước ngày này (không tính ngày này)" },
            ]}
          />
          <TextField
            {...shown(state, "event", deadline?.day === null ? deadline.wording : "")}
            label="Hoặc theo sự kiện"
            hint="Ví dụ: cùng với tổng kết công tác tư pháp năm. Chưa ai trễ cho đến khi định ngày."
            optional
          />
          <TextField
            {...shown(state, "audienceWords", deadline?.audienceWords)}
            label="Đối tượng thực hiện, như văn bản ghi"
          />
          <CheckboxesField
            {...shownList(state, "groups", deadline?.groups ?? [])}
            label="Nhóm đơn vị phải thực hiện"
            optional
            choices={props.reachable.map((group) => ({ value: group, label: audienceNames[group] }))}
          />
          {named.length > 0 && (
            <CheckboxesField
              {...shownList(state, "named", (deadline?.named ?? []).map(String))}
              label="Đơn vị, cụm được nêu tên"
              optional
              choices={named.map((id) => ({
                value: `${id}`,
                label: props.units.find((unit) => unit.id === id)?.name ?? `Đơn vị ${id}`,
              }))}
            />
          )}
          <UnitPicker
            name="add"
            label="Nêu tên một đơn vị, một cụm"
            optional
            text={state.typed["add.text"]?.[0]}
            error={state.errors.add}
            namesakes={props.namesakes?.add}
          />
          {!isBeingWritten(movement.state) && <AmendmentFields state={state} />}
          <Actions>
            <Button>Lưu hạn</Button>
            <ButtonLink href={at} kind="secondary">
              Quay lại, chưa lưu
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </DeadlinePage>
  );
}

interface SettlementProps {
  frame: Frame;
  movement: Movement;
  deadline: MovementDeadline;
  state: FormState;
  formKey: string;
}

/** How a deadline without a real day gets one, or how a day is changed by paper. */
export function SettlementView({ frame, movement, deadline, state, formKey }: SettlementProps) {
  const at = `/phong-trao/${movement.id}/han`;
  return (
    <DeadlinePage frame={frame} movement={movement} title={deadline.what} state={state}>
      {deadline.kind === "impossible" && deadline.day === null && (
        <Notice tone="bad" title={`Văn bản ghi “${deadline.wording}”: ngày này không có thật.`}>
          <p>
            {deadline.inclusive
              ? "“Chậm nhất ngày” tính cả ngày đó."
              : "“Trước ngày” nghĩa là không tính ngày đó."}{" "}
            Chưa ai bị coi là trễ cho đến khi có ngày đúng.
          </p>
        </Notice>
      )}
      <Card>
        <ActionForm action={`${at}/${deadline.id}/xu-ly`} formKey={formKey} guard>
          <SettlementFields deadline={deadline} state={state} line={deadline.line} />
          <Actions>
            <Button>Lưu cách xử lý</Button>
            <ButtonLink href={`${at}#han-${deadline.id}`} kind="secondary">
              Quay lại, chưa lưu
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </DeadlinePage>
  );
}

interface SettlementFieldsProps {
  deadline: MovementDeadline;
  state: FormState;
  line: number | null;
}

/** The ways open to a deadline, each with what it needs. */
function SettlementFields({ deadline, state, line }: SettlementFieldsProps) {
  const ways = waysFor(deadline);
  const paper = (
    <>
      <TextField {...shown(state, "instrumentSymbol")} label="Số, ký hiệu văn bản" width="medium" />
      <DayField {...shown(state, "instrumentDay")} label="Ngày văn bản" />
    </>
  );
  const inside = {
    correction: paper,
    amendment: ways.includes("correction") ? undefined : paper,
    "set-here": <TextArea {...shown(state, "reason")} label="Lý do xác định ngày này" rows={2} />,
    "left-open": (
      <TextArea
        {...shown(state, "question", questionFor(deadline, line))}
        label="Câu hỏi gửi nơi ban hành"
        rows={3}
      />
    ),
    "event-day": undefined,
  };
  return (
    <>
      <DayField
        {...shown(state, "day")}
        label="Hạn đúng là"
        hint="Ví dụ 01/3/2021; để trống nếu chờ nơi ban hành trả lời"
        optional
      />
      <RadioField
        {...shown(state, "inclusive", deadline.inclusive ? "co" : "khong")}
        label="Cách tính ngày"
        inline
        choices={[
          { value: "co", label: "Tính cả ngày này" },
          { value: "khong", label: "Không tính ngày này" },
        ]}
      />
      <RadioField
        {...shown(state, "way", ways.length === 1 ? ways[0] : "")}
        label="Căn cứ để xác định"
        choices={ways.map((way) => ({ value: way, label: wayNames[way], inside: inside[way] }))}
      />
    </>
  );
}

const questionFor = (deadline: MovementDeadline, line: number | null): string =>
  `Đề nghị xác nhận hạn đúng của “${deadline.what}” đối với ${deadline.audienceWords}: văn bản ghi “${deadline.wording}”${
    line === null ? "" : ` (dòng ${line})`
  }, là ngày không có thật.`;

interface WithdrawalProps {
  frame: Frame;
  movement: Movement;
  deadline: MovementDeadline;
  state: FormState;
  formKey: string;
}

/** A deadline no longer asked for: it stays in the record. */
export function WithdrawalView({ frame, movement, deadline, state, formKey }: WithdrawalProps) {
  const at = `/phong-trao/${movement.id}/han`;
  return (
    <DeadlinePage frame={frame} movement={movement} title="Bỏ hạn" state={state}>
      <Card>
        <p>
          Hạn “{deadline.what}” ({writeDeadline(asDeadline(deadline))}) sẽ không còn ràng buộc{" "}
          {deadline.audienceWords}. Nội dung cũ vẫn còn trong nhật ký.
        </p>
        <ActionForm action={`${at}/${deadline.id}/bo`} formKey={formKey}>
          <input type="hidden" name="version" value={`${movement.version}`} />
          {!isBeingWritten(movement.state) && <AmendmentFields state={state} />}
          <Actions>
            <Button>Bỏ hạn này</Button>
            <ButtonLink href={`${at}#han-${deadline.id}`} kind="secondary">
              Quay lại, chưa làm gì
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </DeadlinePage>
  );
}

interface DeadlinePageProps {
  frame: Frame;
  movement: Movement;
  title: string;
  state: FormState;
  children?: Child;
}

const DeadlinePage = ({ frame, movement, title, state, children }: DeadlinePageProps) => (
  <Page
    frame={frame}
    title={title}
    lead={movement.name}
    failed={Object.keys(state.errors).length > 0}
    crumbs={[
      { label: "Phong trào", href: "/phong-trao" },
      { label: movement.name, href: `/phong-trao/${movement.id}` },
      { label: "Hạn", href: `/phong-trao/${movement.id}/han` },
      { label: title },
    ]}
  >
    <Stack>
      <ErrorSummary errors={state.errors} />
      {children}
    </Stack>
  </Page>
);
