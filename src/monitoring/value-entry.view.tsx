import { type Day, writeDay } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import type { FormState } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  fieldId,
  type KeptFile,
  Lines,
  Page,
  Stack,
  Tabs,
  Upload,
} from "../web/kit.ts";
import { NumberCell } from "./share.view.tsx";
import { isRatio } from "./target.ts";
import { writeGoal } from "./target-tags.view.tsx";
import type { EntryRow } from "./value-entry.ts";

interface EntryPageProps {
  frame: Frame;
  action: string;
  unitName: string;
  /** Set when all targets of one unit are entered together. */
  unit: number | null;
  others: readonly { readonly id: number; readonly name: string }[];
  ends: readonly Day[];
  to: Day;
  rows: readonly EntryRow[];
  state: FormState;
  formKey: string;
  evidence?: readonly KeptFile[] | undefined;
  share?: number | undefined;
}

const MOST_TABS = 6;

/** Numbers of one period: a row a target, from field to field with Tab. */
export function EntryPage(props: EntryPageProps) {
  const { rows, state, to, unit } = props;
  const period = rows[0]?.facts.period;
  return (
    <Page
      frame={props.frame}
      title={period ? `Nhập số liệu ${period.label}` : "Nhập số liệu"}
      lead={props.unitName}
      failed={Object.keys(state.errors).length > 0}
      help="theo-doi"
      crumbs={[{ label: "Theo dõi chỉ tiêu", href: "/theo-doi" }, { label: "Nhập số liệu" }]}
      actions={
        unit !== null && (
          <ButtonLink href={`/theo-doi/nap?don-vi=${unit}&den=${to}`} kind="secondary">
            Nạp từ bảng tính
          </ButtonLink>
        )
      }
    >
      <ErrorSummary errors={state.errors} />
      <PeriodTabs {...props} />
      <Stack>
        <Card
          title={period ? `Số liệu ${period.label}` : "Số liệu"}
          lead={period ? `Báo cáo chậm nhất ${writeDay(period.reportBy)}, tính cả ngày này` : undefined}
        >
          {rows.length === 0 ? (
            <EmptyState title="Kỳ này không có chỉ tiêu nào phải nhập">Hãy chọn kỳ khác ở trên.</EmptyState>
          ) : (
            <EntriesForm {...props} />
          )}
        </Card>
        {props.others.length > 1 && (
          <Card title="Nhập cho đơn vị khác" flush>
            <Lines
              lines={props.others
                .filter(({ id }) => id !== unit)
                .map(({ id, name }) => ({ main: <a href={`/theo-doi/nhap?don-vi=${id}`}>{name}</a> }))}
            />
          </Card>
        )}
      </Stack>
    </Page>
  );
}

function PeriodTabs({ ends, to, unit, share }: EntryPageProps) {
  const base = unit === null ? `/theo-doi/phan/${share}/nhap?` : `/theo-doi/nhap?don-vi=${unit}&`;
  const shown = ends.slice(0, MOST_TABS);
  return (
    <Tabs
      label="Kỳ báo cáo"
      tabs={(shown.includes(to) ? shown : [...shown, to]).map((end) => ({
        href: `${base}den=${end}`,
        label: `Kỳ hết ${writeDay(end)}`,
        current: end === to,
      }))}
    />
  );
}

function EntriesForm({ action, formKey, rows, state, to, evidence, share, unit }: EntryPageProps) {
  return (
    <ActionForm action={action} formKey={formKey} files={evidence !== undefined} guard>
      <input type="hidden" name="to" value={writeDay(to)} />
      <EntriesTable rows={rows} state={state} />
      <ul class="hint">
        <li>Ô để trống thì không lưu gì.</li>
        {rows.some(({ target }) => target.measure === "percent") && (
          <li>
            Chỉ biết tỷ lệ, ví dụ 84,87%: nhập 84,87 trên 100. Khi cộng với đơn vị khác, số này chỉ nặng bằng
            100 việc, nên có hai số thật thì nhập hai số thật.
          </li>
        )}
        <li>Sửa số đã báo thì ghi lý do vào ghi chú; số cũ vẫn được giữ trong lịch sử.</li>
        {!evidence && <li>Kèm tệp minh chứng: bấm tên chỉ tiêu, rồi “Nhập số liệu”.</li>}
      </ul>
      {evidence && (
        <Upload
          name="files"
          label="Minh chứng"
          hint="Báo cáo, biểu thống kê, bản chụp; mỗi tệp không quá 20 MB"
          several
          kept={evidence}
          error={state.errors.files}
          optional
        />
      )}
      <Actions>
        <Button>Lưu số liệu</Button>
        <ButtonLink
          href={unit === null ? `/theo-doi/phan/${share}` : `/theo-doi?don-vi=${unit}`}
          kind="secondary"
        >
          Quay lại
        </ButtonLink>
      </Actions>
    </ActionForm>
  );
}

const EntriesTable = ({ rows, state }: Pick<EntryPageProps, "rows" | "state">) => {
  const ratios = rows.some(({ target }) => isRatio(target.measure));
  return (
    <div class="data-table">
      <div class="table-scroll">
        <table class="table">
          <caption class="unseen">Số liệu của kỳ</caption>
          <thead>
            <tr>
              <th scope="col">Chỉ tiêu</th>
              <th scope="col">{ratios ? "Số thực hiện (tử số)" : "Số thực hiện"}</th>
              {ratios && <th scope="col">Trên tổng số (mẫu số)</th>}
              <th scope="col">Ghi chú</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row row={row} state={state} ratios={ratios} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};

const textOf = (value: number | null | undefined): string => (value == null ? "" : writeNumber(value));

function Row({ row, state, ratios }: { row: EntryRow; state: FormState; ratios: boolean }) {
  const { share, target, facts } = row;
  const prefix = `entries.s${share.id}`;
  const ratio = isRatio(target.measure);
  const seen = state.typed[`${prefix}.seen`]?.[0] ?? (facts.standing ? `${facts.standing.id}` : "");
  return (
    <tr>
      <th scope="row" class="cell-head">
        <a href={`/theo-doi/phan/${share.id}`}>{target.name}</a>
        <small>
          {writeGoal(target, share.goal)}
          {target.counting === "running" && "; lũy kế từ đầu năm công tác"}
          {target.measure === "days" && "; nhập tổng số ngày trên số việc"}
          {facts.before &&
            `; kỳ trước ${textOf(facts.before.numerator)}${facts.before.denominator === null ? "" : `/${textOf(facts.before.denominator)}`}`}
        </small>
      </th>
      <td data-label={ratios ? "Số thực hiện (tử số)" : "Số thực hiện"}>
        <input type="hidden" name={`${prefix}.seen`} value={seen} />
        <NumberCell
          state={state}
          name={`${prefix}.numerator`}
          stored={textOf(facts.standing?.numerator)}
          label={`${target.name}: ${ratio ? "tử số" : `số thực hiện, ${target.counted}`}`}
        />
      </td>
      {ratios && (
        <td data-label="Trên tổng số (mẫu số)">
          {ratio ? (
            <NumberCell
              state={state}
              name={`${prefix}.denominator`}
              stored={textOf(facts.standing?.denominator)}
              label={`${target.name}: mẫu số`}
            />
          ) : (
            <span class="soft">{target.counted}</span>
          )}
        </td>
      )}
      <td data-label="Ghi chú">
        <NoteCell state={state} name={`${prefix}.note`} label={`Ghi chú của ${target.name}`} />
      </td>
    </tr>
  );
}

function NoteCell({ state, name, label }: { state: FormState; name: string; label: string }) {
  const error = state.errors[name];
  const id = fieldId(name);
  return (
    <div class={error ? "field field-wrong" : "field"}>
      <input
        id={id}
        class="input"
        type="text"
        name={name}
        value={state.typed[name]?.[0] ?? ""}
        aria-label={label}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error ? `${id}-loi` : undefined}
        autocomplete="off"
      />
      {error && (
        <p class="field-error" id={`${id}-loi`}>
          <span class="unseen">Lỗi: </span>
          {error}
        </p>
      )}
    </div>
  );
}
