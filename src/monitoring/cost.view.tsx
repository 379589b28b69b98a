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
  MoneyText,
  NumberField,
  Page,
  SelectField,
  Stack,
  type TableAddress,
  Tag,
  TextArea,
  TextField,
  UnitLine,
} from "../web/kit.ts";
import { type Cost, type CostSum, costSourceNames, savedOf } from "./cost.ts";
import { SideTabs } from "./parts.view.tsx";

const HOME = "/theo-doi/chi-phi";

interface CostListProps {
  frame: Frame;
  day: Day;
  address: TableAddress;
  page: number;
  found: { readonly rows: readonly Cost[]; readonly total: number; readonly sum: CostSum };
  movements: readonly { id: number; name: string; year: number }[];
  spendsFor: readonly number[];
}

/** Costs recorded, with their sum and what was saved against the plan. */
export const CostListView = (props: CostListProps) => (
  <Page
    frame={props.frame}
    title="Chi phí phong trào"
    lead="Không bắt buộc ghi. Khoản nào được ghi thì báo cáo sơ kết, tổng kết nêu kết quả tiết kiệm."
    help="chi-phi"
    actions={props.spendsFor.length > 0 && <ButtonLink href={`${HOME}/moi`}>Ghi khoản chi</ButtonLink>}
  >
    <Stack>
      <SideTabs current="chi-phi" />
      <Sums sum={props.found.sum} />
      <Card title="Các khoản chi" flush>
        <CostTable {...props} />
      </Card>
    </Stack>
  </Page>
);

const Sums = ({ sum }: { sum: CostSum }) => {
  if (sum.entries === 0) return null;
  const saved = savedOf(sum);
  return (
    <Card title="Cộng">
      <dl class="facts">
        <div>
          <dt>Đã chi</dt>{" "}
          <dd>
            <MoneyText amount={sum.spent} />
          </dd>
        </div>
        {saved !== null && (
          <div>
            <dt>{saved >= 0 ? "Tiết kiệm so với dự kiến" : "Vượt dự kiến"}</dt>{" "}
            <dd>
              <MoneyText amount={Math.abs(saved)} />
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
};

function CostTable({ address, found, page, movements, day, spendsFor }: CostListProps) {
  const exportAddress = (path: string) => addressWith({ path, query: address.query }, { trang: null });
  const year = yearOf(day);
  return (
    <DataTable<Cost>
      id="chi-phi"
      caption="Các khoản chi"
      address={address}
      rows={found.rows}
      rowKey={({ id }) => `${id}`}
      paging={{ page, total: found.total, noun: "khoản chi" }}
      exports={[
        { label: "XLSX", href: exportAddress(`${HOME}/danh-sach.xlsx`) },
        { label: "CSV", href: exportAddress(`${HOME}/danh-sach.csv`) },
      ]}
      filters={[
        {
          kind: "choice",
          name: "phong-trao",
          label: "Phong trào",
          choices: movements.map(({ id, name }) => ({ value: `${id}`, label: name })),
        },
        {
          kind: "choice",
          name: "nam",
          label: "Năm",
          choices: [year, year - 1, year - 2].map((one) => ({ value: `${one}`, label: `${one}` })),
        },
        {
          kind: "choice",
          name: "nguon",
          label: "Nguồn",
          choices: Object.entries(costSourceNames).map(([value, label]) => ({ value, label })),
        },
      ]}
      empty={
        Object.keys(address.query).length === 0 ? (
          <EmptyState title="Chưa ghi khoản chi nào">Việc ghi chi phí là tự nguyện.</EmptyState>
        ) : undefined
      }
      columns={[
        {
          key: "hoat-dong",
          label: "Hoạt động",
          head: true,
          cell: (row) => <UnitLine name={row.activity} path={[row.unitName]} />,
        },
        { key: "phong-trao", label: "Phong trào", cell: (row) => row.movementName },
        { key: "nguon", label: "Nguồn", cell: (row) => costSourceNames[row.source] },
        {
          key: "du-kien",
          label: "Dự kiến",
          kind: "number",
          cell: (row) => (row.planned === null ? "–" : <MoneyText amount={row.planned} />),
        },
        { key: "da-chi", label: "Đã chi", kind: "number", cell: (row) => <MoneyText amount={row.spent} /> },
        { key: "ngay", label: "Ngày chi", kind: "day", cell: (row) => <DayText day={row.spentOn} /> },
        {
          key: "huy",
          label: "Ghi chú",
          kind: "tag",
          cell: (row) =>
            row.voided !== null ? (
              <>
                <Tag tone="watch">Đã hủy ghi</Tag> {row.voided}
              </>
            ) : spendsFor.includes(row.unit) ? (
              <a href={`${HOME}/${row.id}/huy`}>
                Hủy ghi<span class="unseen"> {row.activity}</span>
              </a>
            ) : (
              (row.note ?? "")
            ),
        },
      ]}
    />
  );
}

interface CostFormProps {
  frame: Frame;
  units: readonly { readonly id: number; readonly name: string }[];
  movements: readonly { id: number; name: string; year: number }[];
  today: string;
  state: FormState;
  formKey: string;
}

export const CostFormView = ({ frame, units, movements, today, state, formKey }: CostFormProps) => (
  <Page
    frame={frame}
    title="Ghi khoản chi"
    failed={Object.keys(state.errors).length > 0}
    crumbs={[{ label: "Chi phí phong trào", href: HOME }, { label: "Ghi khoản chi" }]}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`${HOME}/moi`} formKey={formKey} guard>
        <SelectField
          {...shown(state, "unit", `${units[0]?.id ?? ""}`)}
          label="Đơn vị"
          prompt={null}
          choices={units.map(({ id, name }) => ({ value: `${id}`, label: name }))}
        />
        <SelectField
          {...shown(state, "movement")}
          label="Phong trào"
          choices={movements.map(({ id, name }) => ({ value: `${id}`, label: name }))}
        />
        <TextField
          {...shown(state, "activity")}
          label="Hoạt động"
          hint="Ví dụ: Hội nghị phát động, in giấy khen"
        />
        <SelectField
          {...shown(state, "source")}
          label="Nguồn kinh phí"
          choices={Object.entries(costSourceNames).map(([value, label]) => ({ value, label }))}
        />
        <NumberField {...shown(state, "planned")} label="Dự kiến" unit="đ" optional />
        <NumberField {...shown(state, "spent")} label="Đã chi" unit="đ" />
        <DayField {...shown(state, "spentOn", today)} label="Ngày chi" />
        <TextArea {...shown(state, "note")} label="Ghi chú" rows={2} optional />
        <Actions>
          <Button>Ghi khoản chi</Button>
          <ButtonLink href={HOME} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

interface VoidCostProps {
  frame: Frame;
  cost: Cost;
  state: FormState;
  formKey: string;
}

export const VoidCostView = ({ frame, cost, state, formKey }: VoidCostProps) => (
  <Page
    frame={frame}
    title="Hủy ghi khoản chi"
    failed={Object.keys(state.errors).length > 0}
    crumbs={[{ label: "Chi phí phong trào", href: HOME }, { label: "Hủy ghi" }]}
    lead={`${cost.activity}, ${cost.unitName}. Khoản chi vẫn còn trong danh sách, kèm lý do hủy ghi, và không tính vào số cộng.`}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`${HOME}/${cost.id}/huy`} formKey={formKey}>
        <TextArea {...shown(state, "why")} label="Lý do hủy ghi" rows={2} />
        <Actions>
          <Button>Hủy ghi</Button>
          <ButtonLink href={HOME} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
