import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  type KeptFile,
  Page,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  Upload,
} from "../web/kit.ts";
import { questionKindNames } from "./question.ts";
import type { AnsweringBody } from "./question-reach.store.ts";

const HOME = "/theo-doi/kien-nghi";

interface AskProps {
  frame: Frame;
  units: readonly AnsweringBody[];
  receivers: readonly AnsweringBody[];
  unit: number;
  movements: readonly { id: number; name: string; year: number }[];
  state: FormState;
  kept: readonly KeptFile[];
  formKey: string;
  savedAt?: string | undefined;
}

/** A unit writes what it needs guidance on. */
export const AskView = ({
  frame,
  units,
  receivers,
  unit,
  movements,
  state,
  kept,
  formKey,
  savedAt,
}: AskProps) => (
  <Page
    frame={frame}
    title="Gửi kiến nghị"
    failed={Object.keys(state.errors).length > 0}
    crumbs={[{ label: "Kiến nghị, vướng mắc", href: HOME }, { label: "Gửi kiến nghị" }]}
  >
    <ErrorSummary errors={state.errors} />
    {receivers.length === 0 ? (
      <EmptyState title="Chưa có cơ quan thường trực cấp trên để gửi">
        Phía trên đơn vị chưa ai giữ chức trách chuyên viên thường trực; hãy báo người quản trị tổ chức.
      </EmptyState>
    ) : (
      <Card>
        <ActionForm
          action={`${HOME}/moi`}
          formKey={formKey}
          files
          draftAddress={`${HOME}/moi/ban-nhap`}
          savedAt={savedAt}
        >
          <SelectField
            {...shown(state, "unit", `${unit}`)}
            label="Đơn vị gửi"
            prompt={null}
            choices={units.map(({ id, name }) => ({ value: `${id}`, label: name }))}
          />
          <SelectField
            {...shown(state, "receiver", `${receivers[0]?.id ?? ""}`)}
            label="Gửi tới"
            hint="Cơ quan thường trực gần nhất đứng đầu danh sách; nơi nhận có thể chuyển lên cấp trên."
            prompt={null}
            choices={receivers.map(({ id, name }) => ({ value: `${id}`, label: name }))}
          />
          <RadioField
            {...shown(state, "kind", "difficulty")}
            label="Loại"
            inline
            choices={Object.entries(questionKindNames).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            {...shown(state, "movement")}
            label="Về phong trào"
            optional
            prompt="Không gắn với phong trào nào"
            choices={movements.map(({ id, name }) => ({ value: `${id}`, label: name }))}
          />
          <TextField
            {...shown(state, "title")}
            label="Vấn đề"
            hint="Một dòng, ví dụ: Đăng ký danh hiệu cho người biệt phái"
          />
          <TextArea {...shown(state, "words")} label="Nội dung cần hướng dẫn, tháo gỡ" rows={8} />
          <Upload
            name="files"
            label="Tài liệu kèm theo"
            optional
            several
            hint="Mỗi tệp không quá 20 MB"
            error={state.errors.files}
            kept={kept}
          />
          <Actions>
            <Button>Gửi kiến nghị</Button>
            <ButtonLink href={HOME} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    )}
  </Page>
);
