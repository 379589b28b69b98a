import type { Child } from "hono/jsx";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  DayField,
  ErrorSummary,
  type Frame,
  Notice,
  NumberField,
  Page,
  PersonPicker,
  type PickOption,
  RadioField,
  SelectField,
  TextField,
  UnitPicker,
} from "../web/kit.ts";
import { type Category, categoryNames, genderNames, type Person } from "./person.ts";
import { type PickFormState, shownPick } from "./pick.form.ts";
import type { PostInRecord } from "./post.store.ts";
import { delegationNames, isOfCluster, postKindNames, postKinds, worksAsNames } from "./post.ts";
import type { Unit } from "./unit.ts";
import { boxed } from "./unit-form.view.tsx";

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

const FormPage = (props: FormPageProps) => (
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

interface PersonFormProps {
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
const kindChoices = postKinds
  .filter((kind) => !isOfCluster(kind))
  .map((kind) => ({ value: kind, label: postKindNames[kind] }));

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

interface OfPersonProps extends PersonFormProps {
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

export const GivingView = ({ frame, state, formKey, person }: OfPersonProps) => (
  <FormPage
    frame={frame}
    title="Giao chức trách"
    lead={person.name}
    owner={ownerOf(person)}
    action={`/to-chuc/nguoi/${person.id}/chuc-trach`}
    formKey={formKey}
    state={state}
    verb="Giao chức trách"
  >
    <UnitPicker
      {...shownPick(state, "unit")}
      label="Giữ tại đơn vị"
      hint="Nơi chức trách phục vụ, không nhất thiết là nơi người đó làm việc"
    />
    <SelectField
      {...shown(state, "kind")}
      label="Chức trách"
      choices={kindChoices.filter((choice) => choice.value !== "member")}
    />
    <TextField {...shown(state, "title")} label="Chức danh ghi trên văn bản" width="medium" />
    <SpanFields state={state} />
  </FormPage>
);

export const DelegationView = ({ frame, state, formKey, person }: OfPersonProps) => (
  <FormPage
    frame={frame}
    title="Ủy quyền, ký thay, phụ trách"
    lead={`Người được giao: ${person.name}`}
    owner={ownerOf(person)}
    action={`/to-chuc/nguoi/${person.id}/uy-quyen`}
    formKey={formKey}
    state={state}
    verb="Ghi việc giao quyền"
  >
    <Notice tone="info" title="Việc làm thay luôn ghi cả hai tên và không dùng được cho bỏ phiếu kín." />
    <RadioField
      {...shown(state, "delegation")}
      label="Hình thức"
      choices={Object.entries(delegationNames).map(([value, label]) => ({
        value,
        label,
        hint: delegationHints[value],
      }))}
    />
    <PersonPicker
      {...shownPick(state, "principal")}
      label="Người giao quyền"
      hint="Để trống khi phụ trách hoặc quyền một chức vụ đang khuyết"
      optional
    />
    <TextField
      {...shown(state, "principalTitle")}
      label="Chức vụ của người giao quyền"
      width="medium"
      optional
    />
    <UnitPicker {...shownPick(state, "unit")} label="Tại đơn vị" />
    <SelectField
      {...shown(state, "kind")}
      label="Quyền của chức trách"
      choices={kindChoices.filter((choice) => choice.value !== "member")}
    />
    <TextField {...shown(state, "title")} label="Chức danh của người được giao" width="medium" />
    <TextField {...shown(state, "scope")} label="Phạm vi" hint="Ví dụ: công tác thi đua, khen thưởng" />
    <SpanFields state={state} />
  </FormPage>
);

const delegationHints: Readonly<Record<string, string>> = {
  "uy-quyen": "Có văn bản, có thời hạn",
  "ky-thay": "Cấp phó ký thay người đứng đầu lĩnh vực được phân công",
  "phu-trach": "Điều hành khi chưa có người đứng đầu",
  quyen: "Giữ quyền người đứng đầu",
  typing: "Thư ký nhập thay; người có thẩm quyền chịu trách nhiệm",
};

const SpanFields = ({ state }: { state: FormState }) => (
  <>
    <DayField {...shown(state, "from")} label="Từ ngày" />
    <DayField
      {...shown(state, "to")}
      label="Đến trước ngày"
      hint="Ngày đầu tiên không còn giữ; để trống khi chưa định"
      optional
    />
    <TextField {...shown(state, "paperSymbol")} label="Số, ký hiệu văn bản" width="medium" optional />
    <DayField {...shown(state, "paperDay")} label="Ngày ký văn bản" optional />
  </>
);

interface FocalViewProps extends PersonFormProps {
  unit: Unit;
  before: readonly PostInRecord[];
}

export const FocalView = ({ frame, state, formKey, unit, before }: FocalViewProps) => (
  <FormPage
    frame={frame}
    title="Cử đầu mối thi đua, khen thưởng"
    lead={unit.name}
    owner={{ label: unit.name, href: `/to-chuc/don-vi/${unit.id}` }}
    action={`/to-chuc/don-vi/${unit.id}/dau-moi`}
    formKey={formKey}
    state={state}
    verb="Cử đầu mối"
  >
    {before.length > 0 && (
      <Notice tone="info" title={`Đang là đầu mối: ${before.map((post) => post.personName).join(", ")}.`}>
        <p>Người mới nhận việc thì người này thôi từ cùng ngày.</p>
      </Notice>
    )}
    <PersonPicker {...shownPick(state, "person")} label="Người được cử" />
    <DayField {...shown(state, "from")} label="Từ ngày" />
    <Checkbox {...boxed(state, "fullTime")} label="Chuyên trách" hint="Không chọn là kiêm nhiệm" />
    <TextField {...shown(state, "training")} label="Lớp tập huấn đã dự" optional />
    <DayField {...shown(state, "trainedOn")} label="Ngày tập huấn" optional />
  </FormPage>
);

export const AccountView = ({
  frame,
  state,
  formKey,
  person,
  suggested,
}: OfPersonProps & { suggested: { username: string; password: string } }) => (
  <FormPage
    frame={frame}
    title="Mở tài khoản"
    lead={person.name}
    owner={ownerOf(person)}
    action={`/to-chuc/nguoi/${person.id}/tai-khoan`}
    formKey={formKey}
    state={state}
    verb="Mở tài khoản"
  >
    <TextField
      {...shown(state, "username", suggested.username)}
      label="Tên đăng nhập"
      width="medium"
      autocomplete="off"
      hint="3 đến 30 chữ không dấu, chữ số, dấu chấm hoặc gạch dưới"
    />
    <TextField
      {...shown(state, "password", suggested.password)}
      label="Mật khẩu tạm"
      width="medium"
      autocomplete="off"
      spellcheck={false}
      hint="Ghi lại và giao tận tay; hệ thống không hiện lại. Người dùng đổi ở trang Tài khoản."
    />
  </FormPage>
);

export const EndingView = ({ frame, state, formKey, post }: PersonFormProps & { post: PostInRecord }) => (
  <FormPage
    frame={frame}
    title="Kết thúc chức trách"
    lead={`${post.personName}: ${postKindNames[post.kind]}, ${post.unitName}`}
    owner={{ label: post.personName, href: `/to-chuc/nguoi/${post.person}` }}
    action={`/to-chuc/chuc-trach/${post.id}/ket-thuc`}
    formKey={formKey}
    state={state}
    verb="Kết thúc"
  >
    <DayField
      {...shown(state, "on")}
      label="Thôi giữ từ ngày"
      hint="Ngày đầu tiên không còn giữ chức trách"
    />
  </FormPage>
);

const ownerOf = (person: Person) => ({ label: person.name, href: `/to-chuc/nguoi/${person.id}` });
