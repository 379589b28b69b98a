import type { Child } from "hono/jsx";
import { type FormState, shown } from "../web/form.ts";
import {
  Card,
  Checkbox,
  ClosedAction,
  DayField,
  ErrorSummary,
  FinalStep,
  type Frame,
  Lines,
  Page,
  Stack,
  TextArea,
  TextField,
} from "../web/kit.ts";
import type { LaunchFinding } from "./findings.ts";
import type { Movement } from "./movement.ts";
import { checkedIn } from "./section-facts.view.tsx";
import { sectionNames } from "./sections.ts";

/** One step of the life of a movement, as the page before it tells. */
export interface StepWords {
  readonly path: string;
  readonly title: string;
  readonly verb: string;
  readonly effects: readonly Child[];
  readonly touched: { readonly label: string; readonly names: readonly Child[] };
  readonly basis: readonly string[];
  readonly afterwards: string;
}

interface StepProps {
  frame: Frame;
  movement: Movement;
  words: StepWords;
  state: FormState;
  formKey: string;
  /** Why the step cannot be taken now; then there is no form. */
  closed?: string | undefined;
  findings?: readonly LaunchFinding[] | undefined;
  children?: Child;
}

/** What will happen, to whom, under which article; then the step. */
export function StepView(props: StepProps) {
  const { movement, words, state, findings = [] } = props;
  const at = `/phong-trao/${movement.id}`;
  return (
    <Page
      frame={props.frame}
      title={words.title}
      lead={movement.name}
      failed={Object.keys(state.errors).length > 0}
      crumbs={[
        { label: "Phong trào", href: "/phong-trao" },
        { label: movement.name, href: at },
        { label: words.title },
      ]}
    >
      <Stack>
        <ErrorSummary errors={state.errors} />
        {findings.length > 0 && (
          <Card
            title={
              findings.some((finding) => finding.severity === "block") ? "Phải xử lý trước" : "Nên xem trước"
            }
            tone={findings.some((finding) => finding.severity === "block") ? "bad" : "watch"}
            flush
          >
            <Lines
              lines={findings.map((finding) => ({
                main: finding.sentence,
                detail: [sectionNames[finding.section], finding.basis].filter(Boolean).join(" · "),
              }))}
            />
          </Card>
        )}
        {props.closed ? (
          <ClosedAction id="buoc" label={words.verb} reason={props.closed} />
        ) : (
          <FinalStep
            action={`${at}/${words.path}`}
            formKey={props.formKey}
            effects={words.effects}
            touched={words.touched}
            basis={words.basis.map((label) => ({ label }))}
            afterwards={words.afterwards}
            verb={words.verb}
            backHref={at}
          >
            {props.children}
          </FinalStep>
        )}
      </Stack>
    </Page>
  );
}

export const RemarksField = ({
  state,
  label,
  optional,
}: {
  state: FormState;
  label: string;
  optional?: boolean;
}) => <TextArea {...shown(state, "remarks")} label={label} rows={3} optional={optional} />;

interface SignatureFieldsProps {
  state: FormState;
  role: string;
}

export const SignatureFields = ({ state, role }: SignatureFieldsProps) => (
  <>
    <TextField
      {...shown(state, "capacity")}
      label="Thẩm quyền ký"
      hint="Ví dụ KT. BỘ TRƯỞNG; để trống khi người đứng đầu tự ký"
      optional
    />
    <TextField {...shown(state, "role", role)} label="Chức vụ người ký" />
    <TextField {...shown(state, "name")} label="Họ và tên người ký" />
  </>
);

export const SignedOnField = ({ state, today }: { state: FormState; today: string }) => (
  <DayField {...shown(state, "on", today)} label="Ngày ký" />
);

interface NumberFieldsProps {
  state: FormState;
  symbol: string;
  place: string;
  today: string;
}

export const NumberFields = ({ state, symbol, place, today }: NumberFieldsProps) => (
  <>
    <TextField {...shown(state, "number")} label="Số" width="short" inputmode="numeric" />
    <TextField {...shown(state, "symbol", symbol)} label="Ký hiệu" hint="Ví dụ QĐ-BTP" width="medium" />
    <DayField {...shown(state, "on", today)} label="Ngày văn bản" />
    <TextField {...shown(state, "place", place)} label="Địa danh" width="medium" />
  </>
);

export const AcknowledgeField = ({ state, count }: { state: FormState; count: number }) => (
  <Checkbox
    {...checkedIn(state, "acknowledged", false)}
    label={`Tôi đã xem ${count} điểm nên xem và vẫn ban hành`}
  />
);

export const SameDocumentField = ({ state }: { state: FormState }) => (
  <Checkbox
    {...checkedIn(state, "sameDocument", false)}
    label="Đúng là lập thêm một phong trào từ cùng văn bản"
    hint="Chỉ đánh dấu khi số văn bản này đã có ở phong trào khác"
  />
);
