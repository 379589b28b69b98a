import { type PickFormState, shownPick } from "../org/pick.form.ts";
import { scopeNames } from "../records/fact.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  type KeptFile,
  Page,
  PersonPicker,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  UnitPicker,
  Upload,
} from "../web/kit.ts";
import { type Item, itemKindNames, nomineeName } from "./item.ts";
import type { Session } from "./session.ts";
import { crumbsOf } from "./session.view.tsx";

interface ItemFormPageProps {
  frame: Frame;
  council: { id: number; name: string };
  session: Session;
  item: Item | null;
  awards: readonly { readonly value: string; readonly label: string }[];
  state: PickFormState;
  formKey: string;
}

const picked = (id: number | null | undefined, label: string | null | undefined) =>
  id && label ? { id: `${id}`, label } : undefined;

/** A new item of the agenda, or a change of one: what is asked, for whom, by whom it was made. */
export function ItemFormPage({ frame, council, session, item, awards, state, formKey }: ItemFormPageProps) {
  const base = `/hoi-dong/phien/${session.id}/muc`;
  const author = (index: number) => picked(item?.authors[index]?.id, item?.authors[index]?.name);
  return (
    <Page
      frame={frame}
      title={item ? "Sửa mục chương trình" : "Thêm mục vào chương trình"}
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsOf(council, session, item ? "Sửa mục" : "Mục mới")}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={item ? `${base}/${item.id}/sua` : `${base}/moi`} formKey={formKey} guard>
          {item && <input type="hidden" name="version" value={`${item.version}`} />}
          <RadioField
            name="kind"
            label="Loại mục"
            error={state.errors.kind}
            value={state.typed.kind?.[0] ?? item?.kind ?? "award"}
            choices={Object.entries(itemKindNames).map(([value, label]) => ({ value, label }))}
          />
          <TextField
            {...shown(state, "title", item?.title ?? "")}
            label="Nội dung"
            hint="Với sáng kiến: tên sáng kiến. Với khen thưởng: “Xét đề nghị tặng danh hiệu …”"
          />
          <PersonPicker
            {...shownPick(state, "person", picked(item?.person, item?.personName))}
            label="Cá nhân được xét"
            hint="Chọn cá nhân hoặc tập thể, không chọn cả hai. Với sáng kiến: tác giả chính."
            optional
          />
          <UnitPicker
            {...shownPick(state, "unit", picked(item?.unit, item?.unitName))}
            label="Tập thể được xét"
            optional
          />
          <SelectField
            {...shown(state, "award", item?.award ?? "")}
            label="Danh hiệu, hình thức khen thưởng đề nghị"
            choices={awards}
            optional
          />
          <SelectField
            {...shown(state, "scope", item?.scope ?? "")}
            label="Phạm vi đề nghị công nhận (sáng kiến)"
            choices={Object.entries(scopeNames).map(([value, label]) => ({ value, label }))}
            optional
          />
          {[1, 2, 3].map((index) => (
            <PersonPicker
              {...shownPick(state, `author${index}`, author(index - 1))}
              label={index === 1 ? "Đồng tác giả sáng kiến" : `Đồng tác giả thứ ${index}`}
              optional
            />
          ))}
          <TextArea
            {...shown(state, "summary", item?.summary ?? "")}
            label="Tóm tắt thành tích, nội dung"
            optional
            rows={5}
          />
          <Actions>
            <Button>{item ? "Lưu mục" : "Thêm mục"}</Button>
            <ButtonLink href={`/hoi-dong/phien/${session.id}`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}

interface DocumentsPageProps {
  frame: Frame;
  council: { id: number; name: string };
  session: Session;
  items: readonly Item[];
  kept: readonly KeptFile[];
  state: FormState;
  formKey: string;
}

/** Papers for the session, or for one item: then nobody to whom the item is shut reads them. */
export const DocumentsPage = (props: DocumentsPageProps) => (
  <Page
    frame={props.frame}
    title="Thêm tài liệu"
    failed={Object.keys(props.state.errors).length > 0}
    crumbs={crumbsOf(props.council, props.session, "Thêm tài liệu")}
    lead="Tài liệu của một mục chỉ đến với thành viên mà mục đó không đóng."
  >
    <ErrorSummary errors={props.state.errors} />
    <Card>
      <ActionForm action={`/hoi-dong/phien/${props.session.id}/tai-lieu`} formKey={props.formKey} files guard>
        <SelectField
          {...shown(props.state, "item")}
          label="Tài liệu của"
          prompt="Cả phiên họp"
          optional
          choices={props.items.map((item) => ({
            value: `${item.id}`,
            label: `Mục ${item.position}: ${nomineeName(item) ?? item.title}`,
          }))}
        />
        <Upload
          name="files"
          label="Tệp"
          hint="Mỗi tệp không quá 20 MB"
          error={props.state.errors.files}
          kept={props.kept}
          several
        />
        <Actions>
          <Button>Thêm tài liệu</Button>
          <ButtonLink href={`/hoi-dong/phien/${props.session.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
