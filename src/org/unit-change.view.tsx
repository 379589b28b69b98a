import type { Child } from "hono/jsx";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  ErrorSummary,
  type Frame,
  Notice,
  Page,
  SelectField,
  TextField,
  UnitPicker,
} from "../web/kit.ts";
import { type PickFormState, shownPick } from "./pick.form.ts";
import type { Contact } from "./unit.store.ts";
import type { Unit } from "./unit.ts";
import { boxed, InstrumentFields, kindChoices, NamingFields } from "./unit-form.view.tsx";

interface ChangeViewProps {
  frame: Frame;
  unit: Unit;
  state: PickFormState;
  formKey: string;
}

interface ChangePageProps extends ChangeViewProps {
  title: string;
  noun: string;
  verb: string;
  lead?: string;
  children?: Child;
}

function ChangePage({ frame, unit, state, formKey, title, noun, verb, lead, children }: ChangePageProps) {
  return (
    <Page
      frame={frame}
      title={title}
      lead={lead ?? unit.name}
      crumbs={[
        { label: "Tổ chức", href: "/to-chuc" },
        { label: unit.name, href: `/to-chuc/don-vi/${unit.id}` },
        { label: title },
      ]}
      failed={Object.keys(state.errors).length > 0}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={`/to-chuc/don-vi/${unit.id}/${noun}`} formKey={formKey} guard>
          {children}
          <Actions>
            <Button>{verb}</Button>
            <ButtonLink href={`/to-chuc/don-vi/${unit.id}`} kind="secondary">
              Thôi
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}

export const RenamingView = (props: ChangeViewProps) => (
  <ChangePage {...props} title="Đổi tên đơn vị" noun="doi-ten" verb="Ghi tên mới">
    <NamingFields state={props.state} unit={props.unit} />
    <InstrumentFields state={props.state} />
  </ChangePage>
);

interface FactsViewProps extends ChangeViewProps {
  contact: Contact;
}

export const FactsView = ({ contact, ...props }: FactsViewProps) => (
  <ChangePage {...props} title="Sửa thông tin đơn vị" noun="sua" verb="Lưu">
    <TextField
      {...shown(props.state, "address", contact.address ?? "")}
      label="Địa chỉ nhận văn bản"
      optional
    />
    <TextField
      {...shown(props.state, "email", contact.email ?? "")}
      label="Thư điện tử nhận văn bản"
      type="email"
      width="medium"
      optional
    />
    <Checkbox
      {...boxedFrom(props.state, "smallCollective", props.unit.smallCollective)}
      label="Là tập thể nhỏ (phòng, tổ, đội và tương đương)"
    />
    <Checkbox
      {...boxedFrom(props.state, "hasAccounts", props.unit.hasAccounts)}
      label="Có tài khoản trong hệ thống"
    />
  </ChangePage>
);

/** A box as stored at first, and as ticked once the form came back. */
const boxedFrom = (state: FormState, name: string, stored: boolean) => ({
  name,
  checked: Object.keys(state.typed).length > 0 ? state.typed[name] !== undefined : stored,
  error: state.errors[name],
});

interface TransferViewProps extends ChangeViewProps {
  parent: Unit | null;
  guide: Unit | null;
}

export const TransferView = ({ parent, guide, ...props }: TransferViewProps) => (
  <ChangePage {...props} title="Điều chuyển đơn vị" noun="dieu-chuyen" verb="Điều chuyển">
    <UnitPicker
      {...shownPick(props.state, "parent", parent ? { id: `${parent.id}`, label: parent.name } : undefined)}
      label="Trực thuộc"
      optional
    />
    <UnitPicker
      {...shownPick(props.state, "guidedBy", guide ? { id: `${guide.id}`, label: guide.name } : undefined)}
      label="Do đơn vị nào hướng dẫn chuyên môn"
      optional
    />
    <InstrumentFields state={props.state} />
  </ChangePage>
);

const MERGED_AT_ONCE = 4;

export const MergerView = (props: ChangeViewProps) => (
  <ChangePage
    {...props}
    title="Tiếp nhận đơn vị sáp nhập"
    noun="sap-nhap"
    verb="Xem trước những gì sẽ thay đổi"
    lead={`Các đơn vị dưới đây kết thúc và nhập vào ${props.unit.name}`}
  >
    {Array.from({ length: MERGED_AT_ONCE }, (_, index) => (
      <UnitPicker
        {...shownPick(props.state, `from.${index}`)}
        label={`Đơn vị được sáp nhập thứ ${index + 1}`}
        optional={index > 0}
      />
    ))}
    <InstrumentFields state={props.state} />
  </ChangePage>
);

export const DissolutionView = (props: ChangeViewProps) => (
  <ChangePage {...props} title="Giải thể đơn vị" noun="giai-the" verb="Giải thể">
    <Notice tone="info" title="Chỉ giải thể được khi không còn người và không còn đơn vị trực thuộc.">
      <p>Lịch sử, đăng ký và danh hiệu của đơn vị vẫn được giữ và tra cứu được.</p>
    </Notice>
    <InstrumentFields state={props.state} />
  </ChangePage>
);

const PARTS_AT_ONCE = 3;

export const SplitView = (props: ChangeViewProps) => (
  <ChangePage {...props} title="Chia, tách đơn vị" noun="chia-tach" verb="Chia, tách">
    <Checkbox
      {...boxed(props.state, "goesOn")}
      label={`Tách: ${props.unit.name} vẫn tiếp tục hoạt động`}
      hint="Không chọn là chia: đơn vị kết thúc, người và đơn vị trực thuộc chuyển sang đơn vị mới thứ nhất rồi điều động tiếp."
    />
    {Array.from({ length: PARTS_AT_ONCE }, (_, index) => (
      <PartFields state={props.state} index={index} />
    ))}
    <InstrumentFields state={props.state} />
  </ChangePage>
);

const PartFields = ({ state, index }: { state: FormState; index: number }) => (
  <fieldset class="field field-group">
    <legend>Đơn vị mới thứ {index + 1}</legend>
    <TextField {...shown(state, `parts.${index}.name`)} label="Tên đơn vị" optional={index > 0} />
    <TextField {...shown(state, `parts.${index}.shortName`)} label="Tên viết tắt" width="medium" optional />
    <TextField
      {...shown(state, `parts.${index}.code`)}
      label="Mã đơn vị"
      width="medium"
      optional={index > 0}
    />
    <SelectField
      {...shown(state, `parts.${index}.kind`)}
      label="Loại đơn vị"
      choices={kindChoices}
      optional={index > 0}
    />
  </fieldset>
);
