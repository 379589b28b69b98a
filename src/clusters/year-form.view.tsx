import { writeDay } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DayField,
  EmptyState,
  ErrorSummary,
  NumberField,
  Page,
  RadioField,
  SelectField,
  TextField,
} from "../web/kit.ts";
import { writeHundredths } from "./points.ts";
import { baseNames, methodNames, type ScoringYear, tieNames } from "./scoring-year.ts";

import { yearCrumbs, yearHref, yearsHref } from "./year-tags.view.tsx";

interface YearFormProps {
  frame: Frame;
  state: FormState;
  formKey: string;
  tables: readonly {
    readonly id: number;
    readonly name: string;
    readonly year: number;
    readonly version: number;
  }[];
}

const days = [
  ["selfFrom", "Mở tự chấm từ ngày"],
  ["selfUntil", "Hạn tự chấm (tính cả ngày này)"],
  ["opinionsUntil", "Hạn thành viên cho ý kiến"],
  ["verifyUntil", "Hạn thẩm định"],
  ["publishOn", "Dự kiến công bố"],
] as const;

function YearFields({
  state,
  tables,
  scoring,
}: Omit<YearFormProps, "frame" | "formKey"> & { scoring: ScoringYear | null }) {
  const voting = scoring?.voting;
  const chosen = (name: string, stored: string) => state.typed[name]?.[0] ?? stored;
  return (
    <>
      <SelectField
        {...shown(state, "table", `${scoring?.table ?? ""}`)}
        label="Bảng tiêu chí"
        hint="Chỉ bảng đã ban hành của chính năm đó"
        choices={tables.map(({ id, name, year, version }) => ({
          value: `${id}`,
          label: `${name} (năm ${year}, bản ${version})`,
        }))}
      />
      {days.map(([name, label]) => (
        <DayField {...shown(state, name, scoring ? writeDay(scoring.calendar[name]) : "")} label={label} />
      ))}
      <RadioField
        name="method"
        label="Cụm suy tôn bằng"
        error={state.errors.method}
        value={chosen("method", voting?.method ?? "secret")}
        choices={Object.entries(methodNames).map(([value, label]) => ({ value, label }))}
      />
      <NumberField
        {...shown(state, "threshold", writeHundredths(voting?.threshold ?? 50_00))}
        label="Tỷ lệ phiếu cần đạt"
        hint="Chỉ nhập phần trăm nguyên, từ 1 đến 100; “quá nửa” thì ghi 51"
        unit="%"
      />
      <RadioField
        name="base"
        label="Tính trên"
        error={state.errors.base}
        value={chosen("base", voting?.base ?? "members")}
        choices={Object.entries(baseNames).map(([value, label]) => ({ value, label }))}
      />
      <RadioField
        name="ties"
        label="Khi bằng phiếu"
        error={state.errors.ties}
        value={chosen("ties", voting?.ties ?? "second-round")}
        choices={Object.entries(tieNames).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        {...shown(state, "paper", voting?.paper ?? "")}
        label="Quy chế hoạt động của cụm"
        hint="Số, ký hiệu, ngày của văn bản"
        optional
      />
    </>
  );
}

export const OpenYearPage = (
  props: YearFormProps & {
    clusters: readonly { readonly id: number; readonly name: string; readonly members: number }[];
    year: number;
  },
) => (
  <Page
    frame={props.frame}
    title="Mở chấm điểm của cụm"
    failed={Object.keys(props.state.errors).length > 0}
    crumbs={[{ label: "Cụm thi đua", href: yearsHref }, { label: "Mở chấm điểm" }]}
    lead={`Năm ${props.year}. Ai chấm, ai được chấm là danh sách thành viên của cụm trong năm.`}
  >
    <ErrorSummary errors={props.state.errors} />
    <Card>
      {props.clusters.length === 0 ? (
        <EmptyState title="Mọi cụm có danh sách thành viên năm này đã mở chấm điểm" />
      ) : (
        <ActionForm action={`${yearsHref}/mo`} formKey={props.formKey} guard>
          <input type="hidden" name="year" value={props.year} />
          <SelectField
            {...shown(props.state, "cluster")}
            label="Cụm, khối, khu vực"
            choices={props.clusters.map(({ id, name, members }) => ({
              value: `${id}`,
              label: `${name} (${members} đơn vị)`,
            }))}
          />
          <YearFields state={props.state} tables={props.tables} scoring={null} />
          <Actions>
            <Button>Mở chấm điểm</Button>
            <ButtonLink href={yearsHref} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      )}
    </Card>
  </Page>
);

export const ChangeYearPage = (props: YearFormProps & { scoring: ScoringYear }) => (
  <Page
    frame={props.frame}
    title="Lịch, bảng tiêu chí, quy chế suy tôn"
    failed={Object.keys(props.state.errors).length > 0}
    crumbs={yearCrumbs(props.scoring, { label: "Sửa lịch" })}
    lead="Lùi hạn thì sửa ngày ở đây; bảng tiêu chí chỉ đổi được khi chưa đơn vị nào gửi phiếu."
  >
    <ErrorSummary errors={props.state.errors} />
    <Card>
      <ActionForm action={yearHref(props.scoring.id, "/lich")} formKey={props.formKey} guard>
        <input type="hidden" name="version" value={props.scoring.version} />
        <YearFields state={props.state} tables={props.tables} scoring={props.scoring} />
        <Actions>
          <Button>Lưu</Button>
          <ButtonLink href={yearHref(props.scoring.id)} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
