import { type FormState, shown } from "../web/form.ts";
import {
  Card,
  CheckAnswers,
  Checkbox,
  ErrorSummary,
  FinalStep,
  type Frame,
  Page,
  RadioField,
  SelectField,
  Stack,
} from "../web/kit.ts";
import type { PlanImport } from "./import.store.ts";
import { kindNames, kinds } from "./movement.ts";
import type { Proposal } from "./proposal.ts";
import { summaryOf } from "./review-item.view.tsx";
import { checkedIn } from "./section-facts.view.tsx";

interface FinalPageProps {
  frame: Frame;
  plan: PlanImport;
  items: readonly Proposal[];
  launcher: string;
  units: readonly string[];
  /** The movement that came from a paper of the same number. */
  taken: string | null;
  state: FormState;
  formKey: string;
}

const MOST_NAMED = 6;

/** What will be made of the paper: everything once more, then the step. */
export function FinalPage(props: FinalPageProps) {
  const { plan, items, units, state } = props;
  const at = `/phong-trao/nhap/${plan.id}`;
  const issuedPaper = items.some(
    (item) =>
      item.noun === "paper" &&
      ["number", "issuedOn"].every((name) => item.fields.find((field) => field.name === name)?.value),
  );
  return (
    <Page
      frame={props.frame}
      title="Lập phong trào từ văn bản"
      lead={plan.fileName}
      failed={Object.keys(state.errors).length > 0}
      crumbs={[
        { label: "Phong trào", href: "/phong-trao" },
        { label: "Nhập văn bản", href: "/phong-trao/nhap" },
        { label: plan.fileName, href: at },
        { label: "Lập phong trào" },
      ]}
    >
      <Stack>
        <ErrorSummary errors={state.errors} />
        <Card title="Những gì được lập">
          <CheckAnswers
            answers={items.map((item) => ({
              label: item.label,
              value: summaryOf(item, plan.settlements[item.key]) || "chưa có",
              changeHref: `${at}?sua=${item.key}#${item.key}`,
            }))}
          />
        </Card>
        <FinalStep
          action={`${at}/lap`}
          formKey={props.formKey}
          effects={[
            `${props.launcher} là cơ quan phát động.`,
            "Từng nội dung, đợt, hạn, chỉ tiêu giữ số dòng của văn bản.",
            "Lập thành phong trào đã ban hành thì thủ trưởng và cán bộ đầu mối của các đơn vị nhận thông báo, và có việc phải làm theo từng hạn.",
          ]}
          touched={{
            label: `Các đơn vị trong phạm vi: ${units.length}`,
            names:
              units.length > MOST_NAMED
                ? [...units.slice(0, MOST_NAMED), `và ${units.length - MOST_NAMED} đơn vị khác`]
                : units,
          }}
          basis={[{ label: "Luật Thi đua, khen thưởng 2022 (06/2022/QH15), Điều 17, Điều 18" }]}
          afterwards="Đã ban hành thì không rút lại được; thay đổi sau này bằng văn bản điều chỉnh."
          verb="Lập phong trào"
          backHref={at}
        >
          <AdoptFields state={state} issuedPaper={issuedPaper} taken={props.taken} />
        </FinalStep>
      </Stack>
    </Page>
  );
}

interface AdoptFieldsProps {
  state: FormState;
  issuedPaper: boolean;
  taken: string | null;
}

/** What a person still says before the movement is made. */
const AdoptFields = ({ state, issuedPaper, taken }: AdoptFieldsProps) => (
  <>
    <RadioField
      {...shown(state, "as", issuedPaper ? "issued" : "draft")}
      label="Lập thành"
      choices={[
        {
          value: "issued",
          label: "Phong trào đã ban hành: gửi xuống các đơn vị trong phạm vi ngay",
          closed: issuedPaper ? undefined : "văn bản chưa có số và ngày",
        },
        { value: "draft", label: "Dự thảo: soạn tiếp, lấy ý kiến, trình ký" },
      ]}
    />
    <SelectField
      {...shown(state, "kind", "regular")}
      label="Loại phong trào"
      prompt={null}
      choices={kinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
    />
    <Checkbox {...checkedIn(state, "onPortal", false)} label="Đăng lên Cổng thông tin" />
    {taken !== null && (
      <Checkbox
        {...checkedIn(state, "sameDocument", false)}
        label="Đúng là lập thêm một phong trào từ cùng văn bản"
        hint={`Số văn bản này đã có ở phong trào “${taken}”.`}
      />
    )}
  </>
);
