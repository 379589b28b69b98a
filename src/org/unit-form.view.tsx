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
  Page,
  type PickOption,
  SelectField,
  TextArea,
  TextField,
  UnitPicker,
} from "../web/kit.ts";
import { type PickFormState, shownPick } from "./pick.form.ts";
import { type Unit, unitKindNames, unitKinds } from "./unit.ts";

export const kindChoices = unitKinds.map((kind) => ({ value: kind, label: unitKindNames[kind] }));

interface NewUnitViewProps {
  frame: Frame;
  state: PickFormState;
  formKey: string;
  above: PickOption | undefined;
}

export const NewUnitView = ({ frame, state, formKey, above }: NewUnitViewProps) => (
  <Page
    frame={frame}
    title="Thêm đơn vị"
    crumbs={[{ label: "Tổ chức", href: "/to-chuc" }, { label: "Thêm đơn vị" }]}
    failed={Object.keys(state.errors).length > 0}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action="/to-chuc/don-vi/moi" formKey={formKey} guard>
        <NamingFields state={state} />
        <SelectField
          {...shown(state, "kind")}
          label="Loại đơn vị"
          choices={kindChoices.filter((choice) => choice.value !== "cluster")}
        />
        <UnitPicker
          {...shownPick(state, "parent", above)}
          label="Trực thuộc"
          hint="Cơ quan, đơn vị cấp trên về hành chính"
          optional
        />
        <UnitPicker
          {...shownPick(state, "guidedBy")}
          label="Do đơn vị nào hướng dẫn chuyên môn"
          hint="Ví dụ Sở Tư pháp thuộc Ủy ban nhân dân tỉnh, do Bộ Tư pháp hướng dẫn"
          optional
        />
        <TextField
          {...shown(state, "province")}
          label="Mã tỉnh, thành phố"
          width="short"
          inputmode="numeric"
          hint="Hai chữ số, ví dụ 11"
          optional
        />
        <Checkbox {...boxed(state, "small")} label="Là tập thể nhỏ (phòng, tổ, đội và tương đương)" />
        <Checkbox
          {...boxed(state, "noAccounts")}
          label="Không có tài khoản; văn bản chỉ gọi tên và gửi đến"
        />
        <DayField {...shown(state, "from")} label="Có từ ngày" />
        <Actions>
          <Button>Thêm đơn vị</Button>
          <ButtonLink href="/to-chuc" kind="secondary">
            Thôi
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

export const NamingFields = ({ state, unit }: { state: FormState; unit?: Unit | undefined }) => (
  <>
    <TextField {...shown(state, "name", unit?.name)} label="Tên đơn vị" maxlength={300} />
    <TextField
      {...shown(state, "shortName", unit?.shortName ?? "")}
      label="Tên viết tắt"
      width="medium"
      optional
    />
    <TextField
      {...shown(state, "code", unit?.code)}
      label="Mã đơn vị"
      width="medium"
      hint="Chữ in không dấu, chữ số, dấu chấm, gạch nối"
    />
  </>
);

/** The paper by which a unit changes, and the first day of the new state. */
export const InstrumentFields = ({ state }: { state: FormState }) => (
  <>
    <DayField {...shown(state, "on")} label="Có hiệu lực từ ngày" />
    <TextField
      {...shown(state, "symbol")}
      label="Số, ký hiệu văn bản"
      width="medium"
      hint="Ví dụ 1898/QĐ-BTP"
      optional
    />
    <DayField {...shown(state, "signed")} label="Ngày ký văn bản" optional />
    <TextArea {...shown(state, "remarks")} label="Ghi chú" rows={2} optional />
  </>
);

export const boxed = (state: FormState, name: string) => ({
  name,
  checked: state.typed[name] !== undefined,
  error: state.errors[name],
});
