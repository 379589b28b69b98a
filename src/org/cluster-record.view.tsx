import { writeDay } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DayField,
  EmptyState,
  ErrorSummary,
  type Frame,
  type KeptFile,
  Page,
  RadioField,
  SelectField,
  Tag,
  TextArea,
  TextField,
  Upload,
} from "../web/kit.ts";
import type { Cluster } from "./cluster.ts";
import { type ClusterRecord, recordKindNames, writeResult } from "./cluster-record.ts";

interface RecordsViewProps {
  frame: Frame;
  cluster: Cluster;
  year: number | null;
  records: readonly ClusterRecord[];
  keeps: boolean;
}

/** What we sent to a cluster led outside the sector, and what it gave us. */
export function RecordsView({ frame, cluster, year, records, keeps }: RecordsViewProps) {
  const base = `/to-chuc/cum/${cluster.id}/ho-so`;
  const query = year === null ? "" : `?nam=${year}`;
  return (
    <Page
      frame={frame}
      title="Hồ sơ với cụm, khối ngoài Ngành"
      lead={cluster.name}
      crumbs={[
        { label: "Cụm thi đua", href: "/to-chuc/cum" },
        { label: cluster.name, href: `/to-chuc/cum/${cluster.id}${query}` },
        { label: "Hồ sơ" },
      ]}
      actions={keeps ? <ButtonLink href={`${base}/moi${query}`}>Thêm hồ sơ, kết quả</ButtonLink> : undefined}
    >
      <Card
        title={year === null ? "Tất cả các năm" : `Năm ${year}`}
        more={year === null ? undefined : <a href={base}>Xem tất cả các năm</a>}
        flush
      >
        <DataTable<ClusterRecord>
          id="ho-so"
          caption={`Văn bản đã gửi và kết quả với ${cluster.name}`}
          rows={records}
          rowKey={({ id }) => `${id}`}
          exports={
            records.length > 0
              ? ["xlsx", "csv", "docx"].map((format) => ({
                  label: format.toUpperCase(),
                  href: `${base}.${format}${query}`,
                }))
              : undefined
          }
          empty={
            <EmptyState title="Chưa lưu hồ sơ nào">
              Lưu ở đây văn bản đã gửi cụm, khối và điểm, thứ hạng được công bố, kèm tệp.
            </EmptyState>
          }
          columns={[
            {
              key: "noi-dung",
              label: "Nội dung",
              head: true,
              cell: (record) => (
                <>
                  {record.title}
                  {record.corrected && (
                    <>
                      {" "}
                      <Tag tone="watch">Đã đính chính</Tag>
                    </>
                  )}
                  <small>
                    {[recordKindNames[record.kind], record.symbol, record.unitName, record.note]
                      .filter(Boolean)
                      .join(" · ")}
                  </small>
                </>
              ),
            },
            { key: "nam", label: "Năm", kind: "number", cell: (record) => record.year },
            { key: "ngay", label: "Ngày", kind: "day", cell: (record) => writeDay(record.on) },
            { key: "ket-qua", label: "Kết quả", cell: (record) => writeResult(record) },
            {
              key: "tep",
              label: "Tệp",
              kind: "actions",
              cell: (record) => (
                <>
                  {record.file && (
                    <a href={`${base}/${record.id}/tep`} data-turbo="false">
                      Tải<span class="unseen"> {record.fileName}</span>
                    </a>
                  )}{" "}
                  {keeps && !record.corrected && (
                    <a href={`${base}/moi?nam=${record.year}&dinh-chinh=${record.id}`}>
                      {"Đính\u00a0chính"}
                      <span class="unseen"> {record.title}</span>
                    </a>
                  )}
                </>
              ),
            },
          ]}
        />
      </Card>
    </Page>
  );
}

interface RecordFormViewProps {
  frame: Frame;
  cluster: Cluster;
  year: number;
  units: readonly { readonly id: number; readonly name: string }[];
  /** The record that is corrected; it stays beside the new one. */
  replaced: ClusterRecord | null;
  state: FormState;
  kept: readonly KeptFile[];
  formKey: string;
}

const written = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : `${value}`.replace(".", ",");

export function RecordFormView({
  frame,
  cluster,
  year,
  units,
  replaced,
  state,
  ...props
}: RecordFormViewProps) {
  const base = `/to-chuc/cum/${cluster.id}/ho-so`;
  const query = replaced ? `?nam=${year}&dinh-chinh=${replaced.id}` : `?nam=${year}`;
  return (
    <Page
      frame={frame}
      title={replaced ? "Đính chính hồ sơ" : "Thêm hồ sơ, kết quả"}
      lead={cluster.name}
      failed={Object.keys(state.errors).length > 0}
      crumbs={[
        { label: cluster.name, href: `/to-chuc/cum/${cluster.id}?nam=${year}` },
        { label: "Hồ sơ", href: `${base}?nam=${year}` },
        { label: replaced ? "Đính chính" : "Thêm" },
      ]}
    >
      <ErrorSummary errors={state.errors} title="Chưa lưu hồ sơ" />
      <Card>
        {replaced && <p>Dòng cũ được giữ nguyên và ghi là đã đính chính.</p>}
        <ActionForm action={`${base}/moi${query}`} formKey={props.formKey} files guard>
          <RadioField
            {...shown(state, "kind", replaced?.kind ?? "sent")}
            label="Loại"
            choices={Object.entries(recordKindNames).map(([value, label]) => ({ value, label }))}
          />
          <TextField
            {...shown(state, "year", `${replaced?.year ?? year}`)}
            label="Năm thi đua"
            width="short"
            inputmode="numeric"
          />
          <SelectField
            {...shown(state, "unit", `${replaced?.unit ?? units[0]?.id ?? ""}`)}
            label="Đơn vị tham gia"
            prompt={null}
            choices={units.map(({ id, name }) => ({ value: `${id}`, label: name }))}
          />
          <TextField
            {...shown(state, "title", replaced?.title)}
            label="Tên văn bản hoặc kết quả"
            hint="Ví dụ Báo cáo tự chấm điểm, Thông báo kết quả xếp hạng"
          />
          <TextField
            {...shown(state, "symbol", replaced?.symbol ?? "")}
            label="Số, ký hiệu"
            width="medium"
            optional
          />
          <DayField
            {...shown(state, "on", replaced ? writeDay(replaced.on) : "")}
            label="Ngày gửi hoặc ngày công bố"
          />
          <TextField
            {...shown(state, "points", written(replaced?.points))}
            label="Điểm"
            hint="Chỉ ghi với kết quả; ví dụ 92,5"
            width="short"
            inputmode="decimal"
            optional
          />
          <TextField
            {...shown(state, "pointsOf", written(replaced?.pointsOf))}
            label="Điểm tối đa"
            width="short"
            inputmode="decimal"
            optional
          />
          <TextField
            {...shown(state, "rank", written(replaced?.rank))}
            label="Thứ hạng"
            width="short"
            inputmode="numeric"
            optional
          />
          <TextField
            {...shown(state, "rankOf", written(replaced?.rankOf))}
            label="Trên tổng số đơn vị"
            width="short"
            inputmode="numeric"
            optional
          />
          <TextArea {...shown(state, "note", replaced?.note ?? "")} label="Ghi chú" rows={3} optional />
          <Upload
            name="file"
            label="Tệp"
            hint="PDF, ảnh, DOCX hoặc XLSX, không quá 20 MB"
            accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"
            error={state.errors.file}
            kept={props.kept}
            optional
          />
          <Actions>
            <Button>Lưu</Button>
            <ButtonLink href={`${base}?nam=${year}`} kind="secondary">
              Thôi
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}
