import { entryOf } from "../law/catalogue.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DataTable,
  ErrorSummary,
  NumberField,
  Page,
  RadioField,
  SelectField,
  Stack,
  Tag,
  TextArea,
  Upload,
} from "../web/kit.ts";
import type { Candidate } from "./line.ts";
import { crumbsTo } from "./line.view.tsx";
import type { LineImport } from "./line-import.store.ts";
import { type ColumnName, choiceOf, columnNames, type MatchedRow } from "./line-import.ts";
import type { Registration } from "./registration.ts";

interface StartProps {
  frame: Frame;
  registration: Registration;
  state: FormState;
  formKey: string;
}

/** A file or cells pasted from Excel. */
export const ImportStartPage = ({ frame, registration, state, formKey }: StartProps) => (
  <Page
    frame={frame}
    title="Nhập danh sách từ Excel"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsTo(registration, "Nhập danh sách")}
  >
    <ErrorSummary errors={state.errors} title="Chưa đọc được danh sách" />
    <Card>
      <p>
        Hàng tiêu đề được tự tìm trong 20 hàng đầu; cần có cột họ tên (hoặc tên tập thể) và cột danh hiệu.
        Chưa có gì được lưu cho đến khi xác nhận ở bước sau.
      </p>
      <ActionForm action={`/dang-ky/${registration.id}/nhap`} formKey={formKey} files guard>
        <Upload
          name="tep"
          label="Tệp .xlsx hoặc .csv"
          accept=".xlsx,.csv"
          error={state.errors.tep}
          optional
        />
        <TextArea {...shown(state, "dan")} label="Hoặc dán các ô chép từ Excel" rows={8} optional />
        <Actions>
          <Button>Đọc danh sách</Button>
          <ButtonLink href={`/dang-ky/${registration.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

interface PreviewProps extends StartProps {
  read: LineImport;
  matched: readonly MatchedRow[];
}

/** What would be added, what is doubtful, what cannot stand; nothing is saved yet. */
export function ImportPreviewPage(props: PreviewProps) {
  const { frame, registration, read, matched, state } = props;
  const clear = matched.filter((one) => one.kind === "clear");
  const doubtful = matched.filter((one) => one.kind === "doubtful");
  const faulty = matched.filter((one) => one.kind === "faulty");
  return (
    <Page
      frame={frame}
      title="Xem lại danh sách trước khi đưa vào"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsTo(registration, "Xem lại danh sách")}
      lead={read.fileName ?? "Nội dung dán từ Excel"}
    >
      <ErrorSummary errors={state.errors} title="Chưa đưa vào được" />
      <Stack>
        <ColumnsCard {...props} />
        {matched.length > 0 && (
          <ActionForm action={`/dang-ky/${registration.id}/nhap/${read.id}/xac-nhan`} formKey={props.formKey}>
            <DoubtfulCard doubtful={doubtful} />
            <RowsCard title="Rõ ràng, sẽ đưa vào" rows={clear} />
            <RowsCard title="Chưa đưa vào được" rows={faulty} />
            <Actions>
              <Button>{`Đưa ${clear.length} dòng rõ ràng và các dòng đã chọn vào đăng ký`}</Button>
              <ButtonLink href={`/dang-ky/${registration.id}`} kind="secondary">
                Quay lại, chưa đưa gì vào
              </ButtonLink>
            </Actions>
          </ActionForm>
        )}
      </Stack>
    </Page>
  );
}

const columnOrder = Object.keys(columnNames) as readonly ColumnName[];

/** How the columns are understood; shown first when the header was not found. */
function ColumnsCard({ registration, read, formKey, state }: PreviewProps) {
  const header = read.header ?? 0;
  const cells = read.rows[header] ?? [];
  const choices = cells.map((cell, at) => ({ value: `${at}`, label: cell || `Cột ${at + 1}` }));
  return (
    <Card
      title="Các cột"
      tone={read.header === null ? "watch" : undefined}
      tag={
        read.header === null ? (
          <Tag tone="watch">Không tìm thấy hàng tiêu đề</Tag>
        ) : (
          <Tag tone="good">Hàng tiêu đề {`${header + 1}`}</Tag>
        )
      }
    >
      <ActionForm action={`/dang-ky/${registration.id}/nhap/${read.id}/cot`} formKey={`${formKey}-cot`}>
        <NumberField name="header" label="Hàng tiêu đề là hàng số" value={`${header + 1}`} />
        {columnOrder.map((name) => (
          <SelectField
            name={name}
            label={columnNames[name]}
            optional={name !== "name" && name !== "title"}
            error={state.errors[name]}
            value={read.columns[name] === undefined ? undefined : `${read.columns[name]}`}
            choices={choices}
            prompt="Không có"
          />
        ))}
        <Actions>
          <Button kind="secondary">Đọc lại theo các cột này</Button>
        </Actions>
      </ActionForm>
    </Card>
  );
}

const DoubtfulCard = ({ doubtful }: { doubtful: readonly MatchedRow[] }) =>
  doubtful.length === 0 ? null : (
    <Card title="Chưa chắc, hãy chọn" tone="watch" tag={<Tag tone="watch">{`${doubtful.length} dòng`}</Tag>}>
      {doubtful.map((one) => (
        <RadioField
          name={`row.${one.row.number}`}
          label={`Dòng ${one.row.number}: ${writeRow(one)}`}
          value="bo-qua"
          choices={[
            ...("candidates" in one
              ? one.candidates.map((candidate) => ({
                  value: choiceOf(candidate),
                  label: writeCandidate(candidate),
                }))
              : []),
            { value: "bo-qua", label: "Không đưa dòng này vào" },
          ]}
        />
      ))}
    </Card>
  );

const writeRow = ({ row }: MatchedRow): string =>
  [row.name, row.birthYear && `sinh ${row.birthYear}`, row.unit, row.title].filter(Boolean).join(", ");

const writeCandidate = ({ subject }: Candidate): string =>
  subject.kind === "individual"
    ? [subject.name, subject.birthYear && `sinh ${subject.birthYear}`, subject.post, subject.unitName]
        .filter(Boolean)
        .join(", ")
    : subject.name;

const RowsCard = ({ title, rows }: { title: string; rows: readonly MatchedRow[] }) =>
  rows.length === 0 ? null : (
    <Card title={title} flush tag={<Tag>{`${rows.length} dòng`}</Tag>}>
      <DataTable<MatchedRow>
        id={`dong-${rows[0]?.kind}`}
        caption={title}
        rows={rows}
        rowKey={({ row }) => `${row.number}`}
        columns={[
          { key: "so", label: "Dòng", kind: "number", cell: ({ row }) => row.number },
          { key: "ten", label: "Họ tên, tập thể", head: true, cell: ({ row }) => row.name },
          {
            key: "nhan-ra",
            label: "Nhận ra là",
            cell: (one) =>
              one.kind === "clear" ? writeCandidate(one.candidate) : one.kind === "faulty" ? one.fault : "",
          },
          {
            key: "danh-hieu",
            label: "Danh hiệu",
            cell: (one) => (one.kind === "faulty" ? one.row.title : entryOf(one.title).name),
          },
        ]}
      />
    </Card>
  );
