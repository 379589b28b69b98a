import type { PickFormState } from "../org/pick.form.ts";
import { shownPick } from "../org/pick.form.ts";
import { type Day, writeDay } from "../platform/day.ts";
import { shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DayField,
  ErrorSummary,
  type Frame,
  type KeptFile,
  Page,
  SelectField,
  TextArea,
  TextField,
  UnitPicker,
  Upload,
} from "../web/kit.ts";
import { documentKindNames, documentKinds, type LibraryDocument } from "./library.ts";

interface DocumentFormViewProps {
  frame: Frame;
  state: PickFormState;
  formKey: string;
  /** The document corrected; null for a new one. */
  document: LibraryDocument | null;
  /** Bodies on whose behalf this person may keep documents. */
  bodies: readonly { readonly id: number; readonly name: string }[];
  files: readonly KeptFile[];
  symbol: string;
}

/** Adding a document to the library, or correcting one. */
export function DocumentFormView(props: DocumentFormViewProps) {
  const { frame, state, document, bodies } = props;
  const title = document ? `Sửa ${document.symbol}` : "Thêm văn bản";
  const action = document ? `/phap-luat/thu-vien/${document.id}/sua` : "/phap-luat/thu-vien/moi";
  return (
    <Page
      frame={frame}
      title={title}
      failed={Object.keys(state.errors).length > 0}
      crumbs={[
        { label: "Pháp luật", href: "/phap-luat" },
        { label: "Thư viện văn bản", href: "/phap-luat/thu-vien" },
        { label: title },
      ]}
      lead={document ? "Bản sửa là một bản ghi mới; các bản trước vẫn giữ." : undefined}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={action} formKey={props.formKey} files guard>
          {document && (
            <input type="hidden" name="version" value={state.typed.version?.[0] ?? `${document.version}`} />
          )}
          {!document && (
            <SelectField
              {...shown(state, "body", bodies[0] ? `${bodies[0].id}` : "")}
              label="Cơ quan giữ văn bản"
              choices={bodies.map((body) => ({ value: `${body.id}`, label: body.name }))}
            />
          )}
          <SelectField
            {...shown(state, "kind", document?.kind)}
            label="Loại văn bản"
            choices={documentKinds.map((kind) => ({ value: kind, label: documentKindNames[kind] }))}
          />
          <TextField
            {...shown(state, "symbol", document?.symbol ?? props.symbol)}
            label="Số, ký hiệu"
            hint="Ví dụ 1234/QĐ-BTP"
            width="medium"
          />
          <TextArea {...shown(state, "title", document?.title)} label="Trích yếu, tên văn bản" rows={2} />
          <UnitPicker
            {...shownPick(state, "issuer", issuerOption(document))}
            label="Cơ quan ban hành trong hệ thống"
            hint="Gõ tên hoặc mã đơn vị"
            optional
          />
          <TextField
            {...shown(state, "issuerName", document?.issuerName ?? "")}
            label="Cơ quan ban hành ngoài hệ thống"
            hint="Chỉ nhập khi cơ quan không có trong hệ thống, ví dụ Chính phủ"
            optional
          />
          <DayField {...shown(state, "issued", written(document?.issued))} label="Ngày ban hành" />
          <DayField
            {...shown(state, "from", written(document?.validity.from))}
            label="Có hiệu lực từ ngày"
            hint="Để trống nếu có hiệu lực từ ngày ban hành"
            optional
          />
          <DayField
            {...shown(state, "to", written(document?.validity.to))}
            label="Hết hiệu lực từ ngày"
            hint="Ngày đầu tiên không còn hiệu lực"
            optional
          />
          <TextArea
            {...shown(state, "amends", document?.amends.join("\n"))}
            label="Sửa đổi, bổ sung các văn bản"
            hint="Mỗi dòng một số, ký hiệu"
            rows={2}
            optional
          />
          <TextArea
            {...shown(state, "replaces", document?.replaces.join("\n"))}
            label="Thay thế các văn bản"
            hint="Mỗi dòng một số, ký hiệu"
            rows={2}
            optional
          />
          <TextArea
            {...shown(state, "restsOn", document?.restsOn.join("\n"))}
            label="Căn cứ vào các văn bản"
            hint="Mỗi dòng một số, ký hiệu, ví dụ 152/2025/NĐ-CP. Quy chế phải có; khi văn bản căn cứ thay đổi, quy chế được gắn cờ"
            rows={3}
            optional
          />
          <Upload
            name="files"
            label="Tệp văn bản"
            hint="DOCX, PDF có chữ hoặc văn bản thường thì tìm được theo nội dung; mỗi tệp không quá 20 MB"
            accept=".docx,.pdf,.txt,.doc,.jpg,.jpeg,.png"
            several
            optional
            error={state.errors.files}
            kept={props.files}
          />
          <TextArea {...shown(state, "note", document?.note ?? "")} label="Ghi chú" rows={2} optional />
          <Actions>
            <Button>{document ? "Lưu bản sửa" : "Thêm vào thư viện"}</Button>
            <ButtonLink
              href={document ? `/phap-luat/thu-vien/${document.id}` : "/phap-luat/thu-vien"}
              kind="secondary"
            >
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}

const written = (day: Day | null | undefined): string => (day ? writeDay(day) : "");

const issuerOption = (document: LibraryDocument | null) =>
  document?.issuerUnit ? { id: `${document.issuerUnit}`, label: document.issuer } : undefined;
