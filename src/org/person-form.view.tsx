import type { Child } from "hono/jsx";
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
  Notice,
  NumberField,
  Page,
  type PickOption,
  RadioField,
  SelectField,
  TextField,
  UnitPicker,
} from "../web/kit.ts";
import { type Category, categoryNames, genderNames, type Person } from "./person.ts";
import { type PickFormState, shownPick } from "./pick.form.ts";
import type { PostInRecord } from "./post.store.ts";
import { worksAsNames } from "./post.ts";

interface FormPageProps {
  frame: Frame;
  title: string;
  lead?: string | undefined;
  owner: { label: string; href: string };
  action: string;
  formKey: string;
  state: FormState;
  verb: string;
  children?: Child;
}

/** A page that is one form about a person or a unit. */
export const FormPage = (props: FormPageProps) => (
  <Page
    frame={props.frame}
    title={props.title}
    lead={props.lead}
    crumbs={[{ label: "Tổ chức", href: "/to-chuc" }, props.owner, { label: props.title }]}
    failed={Object.keys(props.state.errors).length > 0}
  >
    <ErrorSummary errors={props.state.errors} />
    <Card>
      <ActionForm action={props.action} formKey={props.formKey} guard>
        {props.children}
        <Actions>
          <Button>{props.verb}</Button>
          <ButtonLink href={props.owner.href} kind="secondary">
            Thôi
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

export interface PersonFormProps {
  frame: Frame;
  state: PickFormState;
  formKey: string;
}

export const NewPersonView = ({
  frame,
  state,
  formKey,
  unit,
}: PersonFormProps & { unit: PickOption | undefined }) => (
  <FormPage
    frame={frame}
    title="Thêm người"
    owner={{ label: "Cá nhân", href: "/to-chuc/nguoi" }}
    action="/to-chuc/nguoi/moi"
    formKey={formKey}
    state={state}
    verb="Thêm người"
  >
    <FactFields state={state} />
    <PlaceFields state={state} unit={unit} />
    <DayField {...shown(state, "from")} label="Làm việc tại đơn vị từ ngày" />
  </FormPage>
);

export const ChangePersonView = ({ frame, state, formKey, person }: PersonFormProps & { person: Person }) => (
  <FormPage
    frame={frame}
    title="Sửa thông tin"
    owner={ownerOf(person)}
    action={`/to-chuc/nguoi/${person.id}/sua`}
    formKey={formKey}
    state={state}
    verb="Lưu"
  >
    <FactFields state={state} person={person} />
  </FormPage>
);

const categoryChoices = Object.entries(categoryNames).map(([value, label]) => ({ value, label }));
const genderChoices = [
  ...Object.entries(genderNames).map(([value, label]) => ({ value, label })),
  { value: "", label: "Chưa rõ" },
];
const worksAsChoices = Object.entries(worksAsNames).map(([value, label]) => ({ value, label }));
const FactFields = ({ state, person }: { state: FormState; person?: Person }) => (
  <>
    <TextField {...shown(state, "name", person?.name)} label="Họ và tên" maxlength={100} />
    <TextField
      {...shown(state, "civilNumber")}
      label="Số định danh cá nhân"
      width="medium"
      inputmode="numeric"
      hint={
        person?.hasCivilNumber
          ? "Đã có, được mã hóa và không hiển thị; chỉ nhập khi cần thay"
          : "12 chữ số; được mã hóa, không hiển thị trong danh sách"
      }
      optional
    />
    <RadioField
      {...shown(state, "gender", person?.gender ?? "")}
      label="Giới tính"
      choices={genderChoices}
      inline
      optional
    />
    <NumberField
      {...shown(state, "birthYear", person?.birthYear ? `${person.birthYear}` : "")}
      label="Năm sinh"
      optional
    />
    <SelectField
      {...shown(state, "category", person?.category satisfies Category | undefined)}
      label="Đối tượng"
      choices={categoryChoices}
    />
    <TextField
      {...shown(state, "email", person?.email ?? "")}
      label="Thư điện tử"
      type="email"
      width="medium"
      optional
    />
  </>
);

const PlaceFields = ({ state, unit }: { state: PickFormState; unit?: PickOption | undefined }) => (
  <>
    <UnitPicker {...shownPick(state, "unit", unit)} label="Đơn vị" />
    <TextField
      {...shown(state, "title")}
      label="Chức danh"
      hint="Ví dụ Chuyên viên, Phó Trưởng phòng"
      width="medium"
    />
    <RadioField {...shown(state, "worksAs")} label="Vai trò" choices={worksAsChoices} inline />
  </>
);

export interface OfPersonProps extends PersonFormProps {
  person: Person;
}

export const MovingView = ({
  frame,
  state,
  formKey,
  person,
  memberships,
}: OfPersonProps & { memberships: readonly PostInRecord[] }) => (
  <FormPage
    frame={frame}
    title="Điều động"
    lead={person.name}
    owner={ownerOf(person)}
    action={`/to-chuc/nguoi/${person.id}/dieu-dong`}
    formKey={formKey}
    state={state}
    verb="Điều động"
  >
    <Notice tone="info" title="Mọi chức trách đang giữ tại đơn vị rời đi sẽ kết thúc vào ngày điều động.">
      <p>Chức trách ở nơi khác, danh hiệu và thành tích không thay đổi.</p>
    </Notice>
    <SelectField
      {...shown(state, "from", memberships.length === 1 ? `${memberships[0]!.unit}` : "")}
      label="Rời đơn vị"
      choices={memberships.map((post) => ({
        value: `${post.unit}`,
        label: `${post.unitName} (${post.title})`,
      }))}
    />
    <PlaceFields state={state} />
    <DayField {...shown(state, "on")} label="Từ ngày" />
  </FormPage>
);

export const ownerOf = (person: Person) => ({ label: person.name, href: `/to-chuc/nguoi/${person.id}` });
