import type { FormState } from "../web/form.ts";
import { shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  FinalStep,
  NumberField,
  Page,
  SelectField,
  TextArea,
  TextField,
} from "../web/kit.ts";
import { totalOf } from "./criteria.ts";
import { writeHundredths } from "./points.ts";
import { type CriteriaTable, subjectKindNames, subjectKinds } from "./table.ts";

import { tableCrumbs, tableHref, tablesHref } from "./table.view.tsx";

interface FormPageProps {
  frame: Frame;
  state: FormState;
  formKey: string;
}

export const StartPage = ({
  frame,
  state,
  formKey,
  owners,
  year,
}: FormPageProps & { owners: readonly { id: number; name: string }[]; year: number }) => (
  <Page
    frame={frame}
    title="Lập bảng tiêu chí"
    failed={Object.keys(state.errors).length > 0}
    crumbs={tableCrumbs("Lập bảng mới")}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={tablesHref} formKey={formKey} guard>
        <SelectField
          {...shown(state, "owner", owners.length === 1 ? `${owners[0]!.id}` : "")}
          label="Cơ quan ban hành"
          choices={owners.map(({ id, name }) => ({ value: `${id}`, label: name }))}
        />
        <NumberField {...shown(state, "year", `${year}`)} label="Năm" />
        <SelectField
          {...shown(state, "kind")}
          label="Đối tượng chấm điểm"
          choices={subjectKinds.map((kind) => ({ value: kind, label: subjectKindNames[kind] }))}
        />
        <TextField
          {...shown(state, "name")}
          label="Tên bảng"
          hint="Ví dụ: Bảng tiêu chí chấm điểm thi đua các đơn vị thuộc Bộ năm 2026"
        />
        <TextArea {...shown(state, "note")} label="Ghi chú" rows={2} optional />
        <Actions>
          <Button>Lập bảng</Button>
          <ButtonLink href={tablesHref} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

export const CopyPage = ({ frame, state, formKey, table }: FormPageProps & { table: CriteriaTable }) => (
  <Page
    frame={frame}
    title="Chép bảng tiêu chí"
    failed={Object.keys(state.errors).length > 0}
    crumbs={tableCrumbs("Chép bảng", table)}
    lead="Chép trong cùng năm là lập phiên bản mới; chép sang năm khác là lập bảng nháp của năm đó."
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={tableHref(table.id, "/sao-chep")} formKey={formKey}>
        <NumberField
          {...shown(state, "year", `${table.state === "published" ? table.year + 1 : table.year}`)}
          label="Năm của bảng mới"
        />
        <Actions>
          <Button>Chép thành bản nháp</Button>
          <ButtonLink href={tableHref(table.id)} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

export const RenamePage = ({ frame, state, formKey, table }: FormPageProps & { table: CriteriaTable }) => (
  <Page
    frame={frame}
    title="Đổi tên, ghi chú"
    failed={Object.keys(state.errors).length > 0}
    crumbs={tableCrumbs("Đổi tên", table)}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={tableHref(table.id, "/ten")} formKey={formKey} guard>
        <input type="hidden" name="changes" value={table.changes} />
        <TextField {...shown(state, "name", table.name)} label="Tên bảng" />
        <TextArea {...shown(state, "note", table.note ?? "")} label="Ghi chú" rows={3} optional />
        <Actions>
          <Button>Lưu</Button>
          <ButtonLink href={tableHref(table.id)} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

export const PublishPage = ({ frame, state, formKey, table }: FormPageProps & { table: CriteriaTable }) => (
  <Page
    frame={frame}
    title="Ban hành bảng tiêu chí"
    failed={Object.keys(state.errors).length > 0}
    crumbs={tableCrumbs("Ban hành", table)}
  >
    <ErrorSummary errors={state.errors} />
    <FinalStep
      action={tableHref(table.id, "/ban-hanh")}
      formKey={formKey}
      effects={[
        `“${table.name}” thành phiên bản ${table.version} chính thức, tổng ${writeHundredths(totalOf(table.criteria))} điểm.`,
        "Các cụm, khối, khu vực của năm chấm điểm được theo bảng này.",
      ]}
      touched={{ label: "Đối tượng", names: [`${subjectKindNames[table.kind]}, năm ${table.year}`] }}
      basis={[{ label: "Luật Thi đua, khen thưởng, Điều 16; quy chế của cơ quan ban hành" }]}
      afterwards="Sau khi ban hành, bảng không sửa được nữa; có thay đổi thì lập phiên bản mới."
      verb="Ban hành"
      backHref={tableHref(table.id)}
    >
      <input type="hidden" name="changes" value={table.changes} />
      <TextField
        {...shown(state, "basis")}
        label="Văn bản ban hành"
        hint="Ví dụ: Quyết định số 120/QĐ-BTP ngày 31/03/2026"
      />
    </FinalStep>
  </Page>
);
