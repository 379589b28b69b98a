import { type PickFormState, shownPick } from "../org/pick.form.ts";
import { type Day, yearOf } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  addressWith,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DayField,
  DayText,
  EmptyState,
  ErrorSummary,
  NumberField,
  Page,
  SelectField,
  Stack,
  type TableAddress,
  Tag,
  TextArea,
  TextField,
  type Tone,
  UnitLine,
  UnitPicker,
} from "../web/kit.ts";
import type { CheckPlan, ListedVisit } from "./check.store.ts";
import { type VisitState, visitStateNames } from "./check.ts";
import type { Suggestion } from "./finding.store.ts";
import { SideTabs } from "./parts.view.tsx";

const HOME = "/theo-doi/kiem-tra";

const tones: Readonly<Record<VisitState, Tone>> = { planned: "action", held: "good", cancelled: "plain" };

export const VisitTag = ({ state }: { state: VisitState }) => (
  <Tag tone={tones[state]}>{visitStateNames[state]}</Tag>
);

interface CheckListProps {
  frame: Frame;
  day: Day;
  address: TableAddress;
  page: number;
  found: { readonly rows: readonly ListedVisit[]; readonly total: number };
  plans: readonly CheckPlan[];
  checks: boolean;
}

/** Visits planned and made, with what they found and what is not yet corrected. */
export const CheckListView = (props: CheckListProps) => (
  <Page
    frame={props.frame}
    title="Kiểm tra, giám sát"
    lead="Kế hoạch kiểm tra, các cuộc kiểm tra, tồn tại phải khắc phục và cách làm hay."
    help="kiem-tra"
    actions={
      props.checks && (
        <>
          <ButtonLink href={`${HOME}/ke-hoach`} kind="secondary">
            Lập kế hoạch kiểm tra
          </ButtonLink>
          <ButtonLink href={`${HOME}/moi`}>Thêm cuộc kiểm tra</ButtonLink>
        </>
      )
    }
  >
    <Stack>
      <SideTabs current="kiem-tra" />
      <p>
        <a href={`${HOME}/cach-lam-hay`}>Cách làm hay được đề xuất nhân rộng</a>
      </p>
      <Card title="Các cuộc kiểm tra" flush>
        <VisitTable {...props} />
      </Card>
    </Stack>
  </Page>
);

function VisitTable({ address, found, page, plans, checks, day }: CheckListProps) {
  const year = yearOf(day);
  const exportAddress = (path: string) => addressWith({ path, query: address.query }, { trang: null });
  return (
    <DataTable<ListedVisit>
      id="kiem-tra"
      caption="Các cuộc kiểm tra"
      address={address}
      rows={found.rows}
      rowKey={({ id }) => `${id}`}
      paging={{ page, total: found.total, noun: "cuộc kiểm tra" }}
      exports={[
        { label: "XLSX", href: exportAddress(`${HOME}/danh-sach.xlsx`) },
        { label: "CSV", href: exportAddress(`${HOME}/danh-sach.csv`) },
      ]}
      filters={[
        { kind: "search", name: "q", label: "Tìm đơn vị, nội dung" },
        {
          kind: "choice",
          name: "nam",
          label: "Năm",
          choices: [year + 1, year, year - 1, year - 2].map((one) => ({ value: `${one}`, label: `${one}` })),
        },
        {
          kind: "choice",
          name: "trang-thai",
          label: "Trạng thái",
          choices: Object.entries(visitStateNames).map(([value, label]) => ({ value, label })),
        },
        ...(plans.length > 0
          ? [
              {
                kind: "choice" as const,
                name: "ke-hoach",
                label: "Kế hoạch",
                choices: plans.map(({ id, name, year: of }) => ({
                  value: `${id}`,
                  label: `${name} (${of})`,
                })),
              },
            ]
          : []),
        {
          kind: "choice",
          name: "loc",
          label: "Chỉ xem",
          choices: [{ value: "qua-han", label: "Quá hạn khắc phục" }],
        },
      ]}
      empty={
        Object.keys(address.query).length === 0 ? (
          <EmptyState
            title="Chưa có cuộc kiểm tra nào"
            action={checks && <ButtonLink href={`${HOME}/moi`}>Thêm cuộc kiểm tra</ButtonLink>}
          >
            Cuộc kiểm tra được thông báo cho đơn vị ngay khi ghi vào đây.
          </EmptyState>
        ) : undefined
      }
      columns={[
        {
          key: "don-vi",
          label: "Đơn vị",
          head: true,
          cell: (row) => <UnitLine name={row.unitName} href={`${HOME}/${row.id}`} path={[row.bodyName]} />,
        },
        { key: "noi-dung", label: "Nội dung", cell: (row) => row.contents },
        {
          key: "ngay",
          label: "Ngày",
          kind: "day",
          cell: (row) => <DayText day={row.heldOn ?? row.plannedOn} />,
        },
        {
          key: "trang-thai",
          label: "Trạng thái",
          kind: "tag",
          cell: (row) => <VisitTag state={row.state} />,
        },
        {
          key: "ton-tai",
          label: "Tồn tại (chưa khắc phục)",
          kind: "number",
          cell: (row) => `${row.faults} (${row.uncorrected})`,
        },
        { key: "hay", label: "Cách làm hay", kind: "number", cell: (row) => row.goodPractices },
      ]}
    />
  );
}

type Body = { readonly id: number; readonly name: string };

interface PlanFormProps {
  frame: Frame;
  bodies: readonly Body[];
  year: number;
  state: FormState;
  formKey: string;
}

export const CheckPlanForm = ({ frame, bodies, year, state, formKey }: PlanFormProps) => (
  <Page
    frame={frame}
    title="Lập kế hoạch kiểm tra"
    failed={Object.keys(state.errors).length > 0}
    crumbs={[{ label: "Kiểm tra, giám sát", href: HOME }, { label: "Kế hoạch" }]}
    lead="Lập xong kế hoạch thì thêm từng cuộc kiểm tra; đơn vị được thông báo về cuộc kiểm tra của mình."
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`${HOME}/ke-hoach`} formKey={formKey} guard>
        <BodyField bodies={bodies} state={state} />
        <NumberField {...shown(state, "year", `${year}`)} label="Năm" />
        <TextField
          {...shown(state, "name", `Kế hoạch kiểm tra công tác thi đua, khen thưởng năm ${year}`)}
          label="Tên kế hoạch"
        />
        <TextArea {...shown(state, "purpose")} label="Mục đích, yêu cầu" rows={4} optional />
        <TextField
          {...shown(state, "paperSymbol")}
          label="Số, ký hiệu văn bản"
          hint="Ví dụ 25/KH-BTP"
          width="medium"
          optional
        />
        <DayField {...shown(state, "paperDay")} label="Ngày văn bản" optional />
        <Actions>
          <Button>Lập kế hoạch</Button>
          <ButtonLink href={HOME} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

const BodyField = ({ bodies, state }: { bodies: readonly Body[]; state: FormState }) => (
  <SelectField
    {...shown(state, "body", `${bodies[0]?.id ?? ""}`)}
    label="Cơ quan kiểm tra"
    prompt={null}
    choices={bodies.map(({ id, name }) => ({ value: `${id}`, label: name }))}
  />
);

interface VisitFormProps {
  frame: Frame;
  bodies: readonly Body[];
  plans: readonly CheckPlan[];
  state: PickFormState;
  formKey: string;
}

export const VisitFormView = ({ frame, bodies, plans, state, formKey }: VisitFormProps) => (
  <Page
    frame={frame}
    title="Thêm cuộc kiểm tra"
    failed={Object.keys(state.errors).length > 0}
    crumbs={[{ label: "Kiểm tra, giám sát", href: HOME }, { label: "Thêm cuộc kiểm tra" }]}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`${HOME}/moi`} formKey={formKey} guard>
        <BodyField bodies={bodies} state={state} />
        {plans.length > 0 && (
          <SelectField
            {...shown(state, "plan")}
            label="Theo kế hoạch"
            optional
            prompt="Kiểm tra đột xuất, ngoài kế hoạch"
            choices={plans.map(({ id, name, year }) => ({ value: `${id}`, label: `${name} (${year})` }))}
          />
        )}
        <UnitPicker {...shownPick(state, "unit")} label="Đơn vị được kiểm tra" hint="Gõ tên hoặc mã đơn vị" />
        <DayField {...shown(state, "plannedOn")} label="Ngày kiểm tra dự kiến" />
        <TextArea {...shown(state, "contents")} label="Nội dung kiểm tra" rows={4} />
        <TextArea
          {...shown(state, "team")}
          label="Đoàn kiểm tra"
          hint="Mỗi người một dòng, kèm chức vụ"
          rows={3}
          optional
        />
        <Actions>
          <Button>Ghi cuộc kiểm tra</Button>
          <ButtonLink href={HOME} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

interface SuggestionsProps {
  frame: Frame;
  address: TableAddress;
  page: number;
  found: { readonly rows: readonly Suggestion[]; readonly total: number };
}

/** Good practice found on visits, each a suggestion for the exemplars' list. */
export const SuggestionsView = ({ frame, address, page, found }: SuggestionsProps) => (
  <Page
    frame={frame}
    title="Cách làm hay được đề xuất nhân rộng"
    crumbs={[{ label: "Kiểm tra, giám sát", href: HOME }, { label: "Cách làm hay" }]}
    lead="Mỗi cách làm hay ghi ở cuộc kiểm tra là một đề xuất phát hiện điển hình tiên tiến."
  >
    <Card title="Danh sách" flush>
      <DataTable<Suggestion>
        id="cach-lam-hay"
        caption="Cách làm hay"
        address={address}
        rows={found.rows}
        rowKey={({ finding }) => `${finding}`}
        paging={{ page, total: found.total, noun: "cách làm hay" }}
        empty={<EmptyState title="Chưa ghi cách làm hay nào">Ghi ở trang của cuộc kiểm tra.</EmptyState>}
        columns={[
          {
            key: "don-vi",
            label: "Đơn vị",
            head: true,
            cell: (row) => (
              <UnitLine name={row.unitName} href={`${HOME}/${row.visit}#phat-hien-${row.finding}`} />
            ),
          },
          { key: "noi-dung", label: "Cách làm hay", cell: (row) => row.words },
          { key: "phat-hien", label: "Cơ quan kiểm tra", cell: (row) => row.bodyName },
          { key: "ngay", label: "Ngày", kind: "day", cell: (row) => <DayText day={row.heldOn} /> },
        ]}
      />
    </Card>
  </Page>
);
