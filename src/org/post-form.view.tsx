import { type FormState, shown } from "../web/form.ts";
import {
  Checkbox,
  DayField,
  Notice,
  PersonPicker,
  RadioField,
  SelectField,
  TextField,
  UnitPicker,
} from "../web/kit.ts";
import { FormPage, type OfPersonProps, ownerOf, type PersonFormProps } from "./person-form.view.tsx";
import { shownPick } from "./pick.form.ts";
import type { PostInRecord } from "./post.store.ts";
import { delegationNames, isOfCluster, postKindNames, postKinds } from "./post.ts";
import type { Unit } from "./unit.ts";
import { boxed } from "./unit-form.view.tsx";

const kindChoices = postKinds
  .filter((kind) => !isOfCluster(kind))
  .map((kind) => ({ value: kind, label: postKindNames[kind] }));

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
