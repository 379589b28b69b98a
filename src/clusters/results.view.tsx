import type { FormState } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  Card,
  type Column,
  DataTable,
  EmptyState,
  ErrorSummary,
  FinalStep,
  Notice,
  Page,
  RadioField,
  Tag,
} from "../web/kit.ts";
import { totalOf } from "./criteria.ts";
import { writeHundredths } from "./points.ts";
import type { PublishedResult, Results } from "./results.ts";
import type { Difference } from "./sheet.ts";
import type { WholeYear } from "./whole-sheet.store.ts";
import { sheetHref, yearCrumbs, yearHref } from "./year-tags.view.tsx";

interface ResultsPageProps {
  frame: Frame;
  whole: WholeYear;
  rows: readonly PublishedResult[];
  undecided: Results["undecided"];
  /** Units on the roster without a verified sheet. */
  without: readonly string[];
}

/** Totals, grades and ranks: as published, or as they stand for those who make them. */
export function ResultsPage({ frame, whole, rows, undecided, without }: ResultsPageProps) {
  const { scoring, table } = whole;
  const names = new Map(table.criteria.grades.map(({ code, name }) => [code, name]));
  const columns: readonly Column<PublishedResult>[] = [
    {
      ...{ key: "rank", label: "Xếp hạng", kind: "number" },
      cell: ({ rank, tied }) => (tied ? `${rank} (bằng điểm)` : `${rank}`),
    },
    { key: "unit", label: "Đơn vị", head: true, cell: ({ unitName }) => unitName },
    { key: "total", label: "Tổng điểm", kind: "number", cell: ({ total }) => writeHundredths(total) },
    {
      ...{ key: "grade", label: "Xếp loại", kind: "tag" },
      cell: ({ grade, heldBackFrom }) => (
        <>
          {grade && <Tag>{names.get(grade) ?? grade}</Tag>}
          {heldBackFrom && <small> đủ điểm loại {heldBackFrom}, hết suất</small>}
        </>
      ),
    },
  ];
  return (
    <Page
      frame={frame}
      title={scoring.publishedAt ? "Kết quả chấm điểm" : "Kết quả tạm tính"}
      crumbs={yearCrumbs(scoring, { label: "Kết quả" })}
      lead={`${scoring.clusterName}, năm ${scoring.year} · thang ${writeHundredths(totalOf(table.criteria))} điểm`}
    >
      {!scoring.publishedAt && (
        <Notice tone="info" title="Chưa công bố">
          <p>
            Chỉ Thường trực và lãnh đạo cơ quan lập cụm thấy trang này; xếp hạng còn thay đổi theo thẩm định.
          </p>
        </Notice>
      )}
      {undecided.map(({ grade, units }) => (
        <Notice
          tone="watch"
          title={`${units.length} đơn vị bằng điểm ở suất cuối của loại ${grade}: chọn cách xử lý khi công bố`}
        />
      ))}
      <Card flush>
        <DataTable
          id="ket-qua"
          caption="Tổng điểm, xếp hạng, xếp loại"
          columns={columns}
          rows={rows}
          rowKey={({ unit }) => `${unit}`}
          exports={[
            { label: "XLSX", href: yearHref(scoring.id, "/ket-qua.xlsx") },
            { label: "CSV", href: yearHref(scoring.id, "/ket-qua.csv") },
          ]}
          empty={<EmptyState title="Chưa có phiếu nào được thẩm định" />}
        />
      </Card>
      {without.length > 0 && (
        <p class="soft">Không xếp hạng (chưa gửi hoặc chưa thẩm định): {without.join(", ")}.</p>
      )}
    </Page>
  );
}

interface PublishPageProps {
  frame: Frame;
  whole: WholeYear;
  results: Results;
  unverified: readonly string[];
  without: readonly string[];
  state: FormState;
  formKey: string;
}

export function PublishResultsPage({
  frame,
  whole,
  results,
  unverified,
  without,
  state,
  formKey,
}: PublishPageProps) {
  const { scoring } = whole;
  return (
    <Page
      frame={frame}
      title="Công bố kết quả chấm điểm"
      failed={Object.keys(state.errors).length > 0}
      crumbs={yearCrumbs(scoring, { label: "Công bố" })}
    >
      <ErrorSummary errors={state.errors} />
      {unverified.length > 0 && (
        <Notice tone="watch" title={`Còn ${unverified.length} phiếu chưa thẩm định`}>
          <p>{unverified.join(", ")}</p>
        </Notice>
      )}
      <FinalStep
        action={yearHref(scoring.id, "/cong-bo")}
        formKey={formKey}
        effects={[
          `Công bố tổng điểm, xếp hạng, xếp loại của ${results.rows.length} đơn vị cho mọi thành viên.`,
          ...(without.length > 0 ? [`Không xếp hạng: ${without.join(", ")}.`] : []),
          "Điểm thẩm định của từng đơn vị mở cho mọi thành viên xem.",
        ]}
        touched={{
          label: "Xếp hạng",
          names: results.rows.map(
            ({ rank, unitName, total, grade }) =>
              `${rank}. ${unitName}: ${writeHundredths(total)} điểm${grade ? `, loại ${grade}` : ""}`,
          ),
        }}
        basis={[{ label: whole.table.basis ?? whole.table.name }]}
        afterwards="Đã công bố thì điểm và xếp hạng của năm này không sửa được nữa."
        verb="Công bố kết quả"
        backHref={yearHref(scoring.id)}
      >
        <input type="hidden" name="version" value={scoring.version} />
        {results.undecided.length > 0 && (
          <RadioField
            name="ties"
            label="Các đơn vị bằng điểm ở suất cuối của một loại"
            error={state.errors.ties}
            value={state.typed.ties?.[0]}
            choices={[
              { value: "all-in", label: "Lấy tất cả vào loại đó", hint: "Vượt số lượng của loại" },
              { value: "all-out", label: "Không lấy đơn vị nào, xếp xuống loại dưới" },
            ]}
          />
        )}
      </FinalStep>
    </Page>
  );
}

export interface DifferenceRow extends Difference {
  readonly sheet: number;
  readonly unitName: string;
}

/** Where verified and self scores part, the largest difference first. */
export function DifferencesPage({
  frame,
  whole,
  rows,
}: {
  frame: Frame;
  whole: WholeYear;
  rows: readonly DifferenceRow[];
}) {
  const columns: readonly Column<DifferenceRow>[] = [
    {
      ...{ key: "unit", label: "Đơn vị", head: true },
      cell: ({ sheet, unitName }) => <a href={sheetHref(sheet)}>{unitName}</a>,
    },
    { key: "criterion", label: "Tiêu chí", cell: ({ number, name }) => `${number}. ${name}` },
    { key: "self", label: "Tự chấm", kind: "number", cell: ({ self }) => writeHundredths(self) },
    {
      key: "verified",
      label: "Thẩm định",
      kind: "number",
      cell: ({ verified }) => writeHundredths(verified),
    },
    {
      ...{ key: "difference", label: "Chênh lệch", kind: "number" },
      cell: ({ difference }) => `${difference > 0 ? "+" : ""}${writeHundredths(difference)}`,
    },
    {
      ...{ key: "reason", label: "Lý do" },
      cell: ({ reason }) => reason ?? <Tag tone="watch">Chưa ghi lý do</Tag>,
    },
  ];
  return (
    <Page
      frame={frame}
      title="Chênh lệch tự chấm và thẩm định"
      crumbs={yearCrumbs(whole.scoring, { label: "Chênh lệch" })}
      lead={`${whole.scoring.clusterName}, năm ${whole.scoring.year} · chênh lệch lớn đứng trước`}
    >
      <Card flush>
        <DataTable
          id="chenh-lech"
          caption="Chênh lệch giữa điểm tự chấm và điểm thẩm định"
          columns={columns}
          rows={rows}
          rowKey={({ sheet, criterion }) => `${sheet}-${criterion}`}
          exports={[{ label: "XLSX", href: yearHref(whole.scoring.id, "/chenh-lech.xlsx") }]}
          empty={<EmptyState title="Không có chênh lệch nào giữa tự chấm và thẩm định" />}
        />
      </Card>
    </Page>
  );
}
