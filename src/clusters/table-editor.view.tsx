import type { Child } from "hono/jsx";
import type { FormState } from "../web/form.ts";
import { shown, shownList } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  CheckboxesField,
  ErrorSummary,
  NumberField,
  Page,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from "../web/kit.ts";
import {
  type Band,
  flatten,
  leavesOf,
  type NumberedCriterion,
  ruleKindNames,
  ruleKinds,
  sourceNames,
} from "./criteria.ts";
import { type Hundredths, writeHundredths } from "./points.ts";
import { writeQuota } from "./rule-words.ts";
import { mostBands, mostGrades } from "./table.form.ts";
import type { CriteriaTable } from "./table.ts";
import { tableCrumbs, tableHref } from "./table.view.tsx";

interface CriterionPageProps {
  frame: Frame;
  table: CriteriaTable;
  /** None while a new one is written. */
  criterion: NumberedCriterion | null;
  parent: number | null;
  fields: readonly { readonly code: string; readonly name: string }[];
  state: FormState;
  formKey: string;
}

const text = (value: Hundredths | null | undefined): string =>
  value === null || value === undefined ? "" : writeHundredths(value);

/** One criterion: what it asks, how it is scored, where it stands. */
export function CriterionPage(props: CriterionPageProps) {
  const { frame, table, criterion, state } = props;
  const title = criterion ? `Sửa mục ${criterion.number}` : "Thêm tiêu chí";
  const action = tableHref(table.id, criterion ? `/muc/${criterion.id}` : "/muc");
  const branch = (criterion?.children.length ?? 0) > 0;
  const places = flatten(table.criteria.groups).filter(({ id }) => id !== criterion?.id);
  return (
    <Page
      frame={frame}
      title={title}
      failed={Object.keys(state.errors).length > 0}
      crumbs={tableCrumbs(title, table)}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={action} formKey={props.formKey} guard>
          <input type="hidden" name="changes" value={table.changes} />
          <TextArea {...shown(state, "name", criterion?.name)} label="Nội dung tiêu chí" rows={3} />
          <NumberField
            {...shown(state, "max", text(criterion?.max))}
            label="Điểm tối đa"
            unit="điểm"
            decimal
          />
          <SelectField
            {...shown(state, "parent", `${props.parent ?? ""}`)}
            label="Nằm trong"
            prompt="Nhóm riêng, không nằm trong mục nào"
            choices={places.map(({ id, number, name }) => ({
              value: `${id}`,
              label: `${number}. ${shortOf(name)}`,
            }))}
            optional
          />
          {branch ? (
            <input type="hidden" name="kind" value="GROUP" />
          ) : (
            <RuleFields criterion={criterion} state={state} />
          )}
          {!branch && <SourceFields criterion={criterion} fields={props.fields} state={state} />}
          <Actions>
            <Button>Lưu tiêu chí</Button>
            <ButtonLink href={tableHref(table.id)} kind="secondary">
              Quay lại
            </ButtonLink>
            {criterion && (
              <ButtonLink href={tableHref(table.id, `/muc/${criterion.id}/xoa`)} kind="quiet">
                Xóa tiêu chí này…
              </ButtonLink>
            )}
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}

const shortOf = (name: string): string => (name.length > 70 ? `${name.slice(0, 68)}…` : name);

function RuleFields({ criterion, state }: { criterion: NumberedCriterion | null; state: FormState }) {
  const rule = criterion?.rule ?? null;
  const event = rule?.kind === "DEDUCT_PER_EVENT" || rule?.kind === "BONUS" ? rule : null;
  const inside: Partial<Record<string, Child>> = {
    OVERFULFIL: (
      <NumberField
        {...shown(state, "standard", rule?.kind === "OVERFULFIL" ? text(rule.standard) : "")}
        label="Điểm chuẩn khi đạt 100 %"
        unit="điểm"
        decimal
      />
    ),
  };
  return (
    <>
      <RadioField
        name="kind"
        label="Cách chấm"
        error={state.errors.kind}
        value={state.typed.kind?.[0] ?? rule?.kind ?? (criterion ? "GROUP" : "MANUAL")}
        choices={[
          {
            value: "GROUP",
            label: "Không chấm trực tiếp: cộng các mục con",
            hint: "Thêm mục con sau khi lưu",
          },
          ...ruleKinds.map((kind) => ({
            value: kind,
            label: ruleKindNames[kind],
            hint: hints[kind],
            inside: inside[kind],
          })),
        ]}
      />
      <Card title="Nếu trừ hoặc cộng theo lần" level={3}>
        <NumberField
          {...shown(state, "per", text(event?.per))}
          label="Số điểm mỗi lần"
          unit="điểm"
          decimal
          optional
        />
        <TextField
          {...shown(state, "event", event?.event)}
          label="Lần của việc gì"
          hint="Ví dụ: báo cáo chậm, văn bản bị nhắc nhở, sáng kiến"
          width="medium"
          optional
        />
      </Card>
      <Card title="Nếu chấm theo mức" level={3}>
        <TextField
          {...shown(state, "measure", rule?.kind === "STEP_BANDS" ? rule.measure : "")}
          label="Đơn vị đo"
          hint="Ví dụ: %, ngày"
          width="short"
          optional
        />
        <Checkbox
          name="whole"
          label="Chỉ tính số nguyên (ngày, lần)"
          checked={
            state.typed.changes ? state.typed.whole !== undefined : rule?.kind === "STEP_BANDS" && rule.whole
          }
        />
        <BandFields bands={rule?.kind === "STEP_BANDS" ? rule.bands : []} state={state} />
      </Card>
    </>
  );
}

const hints = {
  PROPORTIONAL: "Điểm tối đa × thực hiện ÷ được giao, không quá điểm tối đa",
  OVERFULFIL: "Điểm chuẩn × thực hiện ÷ được giao, vượt thì được hơn điểm chuẩn đến điểm tối đa",
  STEP_BANDS: "Mỗi khoảng giá trị một số điểm, ví dụ muộn 1–2 ngày còn 1,5 điểm",
  DEDUCT_PER_EVENT: "Bắt đầu từ điểm tối đa, mỗi lần vi phạm trừ dần đến 0",
  BONUS: "Bắt đầu từ 0, mỗi việc tốt cộng dần đến điểm tối đa",
  MANUAL: "Người chấm ghi thẳng số điểm",
} as const;

function BandFields({ bands, state }: { bands: readonly Band[]; state: FormState }) {
  const typed = state.typed.changes !== undefined;
  return (
    <fieldset class="field field-group">
      <legend>Các mức</legend>
      <p class="hint">
        Mức đầu bắt đầu từ 0; mức cuối để trống ô “Đến”. Đánh dấu khi giá trị ở mép thuộc mức đó.
      </p>
      {state.errors.bands && <p class="field-error">{state.errors.bands}</p>}
      <div class="table-scroll">
        <table class="table band-table">
          <thead>
            <tr>
              <th scope="col">Từ</th>
              <th scope="col">Kể cả</th>
              <th scope="col">Đến</th>
              <th scope="col">Kể cả</th>
              <th scope="col">Điểm</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: mostBands }, (_none, at) => (
              <BandRow at={at} band={bands[at]} state={state} typed={typed} />
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}

function BandRow(props: { at: number; band: Band | undefined; state: FormState; typed: boolean }) {
  const { at, band, state, typed } = props;
  const cell = (field: "from" | "to" | "points", label: string) => {
    const { name, value, error } = shown(state, `bands.${at}.${field}`, text(band?.[field]));
    return (
      <td data-label={label}>
        <input
          class="input input-number"
          type="text"
          inputmode="decimal"
          name={name}
          value={value}
          aria-label={`${label}, mức ${at + 1}`}
          aria-invalid={error ? "true" : undefined}
        />
        {error && <p class="field-error">{error}</p>}
      </td>
    );
  };
  const box = (field: "fromIncluded" | "toIncluded", label: string) => (
    <td data-label="Kể cả">
      <label class="box-only">
        <input
          type="checkbox"
          name={`bands.${at}.${field}`}
          value="co"
          checked={typed ? state.typed[`bands.${at}.${field}`] !== undefined : (band?.[field] ?? false)}
        />
        <span class="unseen">
          {label}, mức {`${at + 1}`}
        </span>
      </label>
    </td>
  );
  return (
    <tr>
      {cell("from", "Từ")}
      {box("fromIncluded", "Kể cả giá trị “từ”")}
      {cell("to", "Đến")}
      {box("toIncluded", "Kể cả giá trị “đến”")}
      {cell("points", "Điểm")}
    </tr>
  );
}

const SourceFields = (props: {
  criterion: NumberedCriterion | null;
  fields: CriterionPageProps["fields"];
  state: FormState;
}) => (
  <>
    <SelectField
      {...shown(props.state, "source", props.criterion?.source ?? "")}
      label="Tự điền từ dữ liệu đã có"
      prompt="Đơn vị tự nhập"
      choices={Object.entries(sourceNames).map(([value, label]) => ({ value, label }))}
      optional
    />
    <SelectField
      {...shown(props.state, "field", props.criterion?.field ?? "")}
      label="Thuộc lĩnh vực chuyên môn của"
      hint="Đơn vị này cho ý kiến về tiêu chí khi chấm địa phương"
      prompt="Không riêng đơn vị nào"
      choices={props.fields.map(({ code, name }) => ({ value: code, label: name }))}
      optional
    />
  </>
);

interface GradesPageProps {
  frame: Frame;
  table: CriteriaTable;
  state: FormState;
  formKey: string;
}

/** The grades: from how many points, what besides, and for how many. */
export function GradesPage({ frame, table, state, formKey }: GradesPageProps) {
  const targets = leavesOf(table.criteria).filter(
    ({ rule }) => rule?.kind === "PROPORTIONAL" || rule?.kind === "OVERFULFIL",
  );
  return (
    <Page
      frame={frame}
      title="Xếp loại"
      failed={Object.keys(state.errors).length > 0}
      crumbs={tableCrumbs("Xếp loại", table)}
      lead="Ghi từ loại cao xuống thấp; loại cuối từ 0 điểm, không điều kiện, không giới hạn số lượng."
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={tableHref(table.id, "/xep-loai")} formKey={formKey} guard>
          <input type="hidden" name="changes" value={table.changes} />
          {targets.length > 0 && (
            <CheckboxesField
              {...shownList(state, "targets", table.criteria.targets.map(String))}
              label="Chỉ tiêu xét điều kiện xếp loại"
              choices={targets.map(({ id, number, name }) => ({
                value: `${id}`,
                label: `${number}. ${shortOf(name)}`,
              }))}
              optional
            />
          )}
          {Array.from({ length: mostGrades }, (_none, at) => (
            <GradeFields at={at} table={table} state={state} />
          ))}
          <Actions>
            <Button>Lưu xếp loại</Button>
            <ButtonLink href={tableHref(table.id)} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}

function GradeFields({ at, table, state }: { at: number; table: CriteriaTable; state: FormState }) {
  const grade = table.criteria.grades[at];
  const [first, second] = grade?.conditions ?? [];
  const field = (name: string, stored: string) => shown(state, `grades.${at}.${name}`, stored);
  return (
    <fieldset class="field field-group">
      <legend>Loại thứ {`${at + 1}`}</legend>
      <div class="fields-row">
        <TextField {...field("code", grade?.code ?? "")} label="Ký hiệu" width="short" optional={at > 0} />
        <TextField {...field("name", grade?.name ?? "")} label="Tên loại" width="medium" optional />
        <NumberField {...field("from", text(grade?.from))} label="Từ" unit="điểm" decimal optional={at > 0} />
        <TextField
          {...field("quota", writeQuota(grade?.quota ?? null))}
          label="Nhiều nhất (3 hoặc 20 %)"
          width="short"
          optional
        />
      </div>
      <div class="fields-row">
        <NumberField {...field("met", `${first?.met ?? ""}`)} label="Đạt ít nhất" unit="chỉ tiêu" optional />
        <NumberField
          {...field("short", text(first?.othersShortAtMost))}
          label="Chỉ tiêu khác thiếu không quá"
          unit="%"
          decimal
          optional
        />
        <NumberField
          {...field("orMet", `${second?.met ?? ""}`)}
          label="Hoặc đạt ít nhất"
          unit="chỉ tiêu"
          optional
        />
        <NumberField
          {...field("orShort", text(second?.othersShortAtMost))}
          label="và khác thiếu không quá"
          unit="%"
          decimal
          optional
        />
      </div>
    </fieldset>
  );
}
