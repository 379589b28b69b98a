import { shown, shownList } from "../form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  CheckboxesField,
  DayField,
  ErrorSummary,
  NumberField,
  PersonPicker,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  UnitPicker,
  Upload,
} from "../kit.ts";

const failed = {
  errors: {
    reason: "Hãy nêu lý do rút.",
    closing: "Ngày 30/02/2021 không có thật; hãy xem lại.",
    count: "Số này không được nhỏ hơn 1.",
    kind: "Hãy chọn một mục.",
    person: "Có 2 người tên này; hãy chọn một.",
  },
  typed: {
    reason: [""],
    closing: ["30/02/2021"],
    count: ["0"],
    "person.text": ["Nguyễn Văn An"],
    channels: ["mail"],
  },
};

/** Every field, empty, filled and failed. */
export const FieldPieces = () => (
  <Card title="Biểu mẫu">
    <ErrorSummary errors={failed.errors} />
    <ActionForm action="/mau" formKey="k1" draftAddress="/mau/nhap" savedAt="10:42" files>
      <TextField
        name="title"
        label="Tên gọi"
        value="Đợt thi công mùa hè"
        hint="Viết đầy đủ, không viết tắt"
      />
      <TextField name="alias" label="Tên khác" optional width="medium" />
      <TextArea {...shown(failed, "reason")} label="Lý do" rows={3} />
      <DayField {...shown(failed, "closing")} label="Ngày cuối" hint="Ví dụ 01/3/2021; ngày này được tính" />
      <NumberField {...shown(failed, "count")} label="Số lượng" unit="người" />
      <NumberField name="share" label="Tỷ lệ" value="97,5" unit="%" decimal optional />
      <SelectField
        {...shown(failed, "kind")}
        label="Loại"
        choices={[
          { value: "a", label: "Thường xuyên" },
          { value: "b", label: "Theo đợt" },
          { value: "c", label: "Chuyên đề", closed: "chưa mở năm nay" },
        ]}
      />
      <RadioField
        name="way"
        label="Cách gửi"
        value="paper"
        choices={[
          { value: "screen", label: "Gửi trên hệ thống", hint: "Nơi nhận thấy ngay" },
          {
            value: "paper",
            label: "Gửi bản giấy",
            inside: <DayField name="arrival" label="Ngày nhận bản giấy" />,
          },
          { value: "seal", label: "Ký số", closed: "Chức vụ này chưa đăng ký chữ ký số." },
        ]}
      />
      <RadioField
        name="vote"
        label="Ý kiến"
        value="yes"
        boxed
        choices={[
          { value: "yes", label: "Đồng ý" },
          { value: "no", label: "Không đồng ý" },
        ]}
      />
      <CheckboxesField
        {...shownList(failed, "channels")}
        label="Báo tin qua"
        inline
        optional
        choices={[
          { value: "mail", label: "Thư điện tử" },
          { value: "paper", label: "Công văn" },
        ]}
      />
      <Checkbox
        name="agree"
        label="Tôi đã đối chiếu với bản gốc"
        hint="Tên người đối chiếu được ghi lại."
        checked
      />
      <PersonPicker
        name="person"
        label="Người phụ trách"
        text={failed.typed["person.text"][0]}
        error={failed.errors.person}
        namesakes={[
          { id: "12", label: "Nguyễn Văn An", detail: "Chuyên viên, Phòng Tổng hợp, sinh năm 1984" },
          { id: "87", label: "Nguyễn Văn An", detail: "Kế toán, Văn phòng, sinh năm 1991" },
        ]}
      />
      <UnitPicker
        name="unit"
        label="Nơi nhận"
        picked={{ id: "4", label: "Phòng Tổng hợp", detail: "Văn phòng › Khối cơ quan" }}
      />
      <Upload
        name="scan"
        label="Bản có chữ ký"
        hint="PDF hoặc ảnh, mỗi tệp nhiều nhất 20 MB"
        several
        optional
        accept=".pdf,.jpg,.png"
        kept={[
          { id: "f1", name: "ban-ky-so-25.pdf", bytes: 1_843_200, href: "/tep/f1" },
          { id: "f2", name: "phụ lục kèm theo.pdf", bytes: 40_960 },
        ]}
      />
      <Upload name="extra" label="Tệp kèm" optional stagingAddress="/tep" />
      <Actions>
        <Button>Kiểm tra và gửi</Button>
        <Button kind="secondary" name="then" value="stay">
          Lưu nháp
        </Button>
        <ButtonLink href="/mau" kind="quiet">
          Bỏ qua
        </ButtonLink>
      </Actions>
    </ActionForm>
  </Card>
);
