import type { ProgressState } from "../platform/progress.store.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Button,
  Card,
  DataTable,
  DayField,
  EmptyState,
  ErrorSummary,
  type Frame,
  InstantText,
  NumberField,
  Page,
  type PickOption,
  SelectField,
  Stack,
  type TableAddress,
  Tag,
  type Tone,
  UnitPicker,
} from "../web/kit.ts";
import { sweepAddress } from "./addresses.ts";
import type { ProvinceChoice, SweepRow } from "./sweep-result.store.ts";

const stateWords: Readonly<Record<ProgressState, { words: string; tone: Tone }>> = {
  waiting: { words: "Đang chờ đến lượt", tone: "plain" },
  running: { words: "Đang rà soát", tone: "action" },
  finished: { words: "Đã xong", tone: "good" },
  failed: { words: "Không xong", tone: "bad" },
  cancelled: { words: "Đã dừng", tone: "plain" },
};

interface Starting {
  readonly state: FormState;
  readonly formKey: string;
  readonly unit: {
    readonly name: string;
    readonly picked: PickOption | undefined;
    readonly text: string | undefined;
    readonly error: string | undefined;
    readonly namesakes: readonly PickOption[] | undefined;
  };
  readonly provinces: readonly ProvinceChoice[];
  readonly year: number;
}

interface SweepListProps {
  frame: Frame;
  rows: readonly SweepRow[];
  total: number;
  page: number;
  address: TableAddress;
  /** The form; null for those who only read. */
  starting: Starting | null;
}

/** The sweeps made so far, and the form that starts another. */
export function SweepListView({ frame, rows, total, page, address, starting }: SweepListProps) {
  return (
    <Page
      frame={frame}
      title="Rà soát điều kiện"
      crumbs={[{ href: "/dieu-kien", label: "Điều kiện, lộ trình" }]}
      lead="Đối chiếu mọi người, mọi tập thể với từng danh hiệu, hình thức của năm và với đăng ký đã gửi."
      failed={starting !== null && Object.keys(starting.state.errors).length > 0}
      help="dieu-kien"
    >
      <Stack>
        {starting && <StartForm {...starting} />}
        <Card title="Các lần rà soát" flush>
          <DataTable
            id="cac-lan"
            caption="Các lần rà soát, mới nhất trước"
            rows={rows}
            rowKey={({ id }) => `${id}`}
            address={address}
            paging={{ page, total, noun: "lần rà soát" }}
            columns={[
              {
                key: "don-vi",
                label: "Phạm vi",
                head: true,
                cell: (row) => (
                  <a href={sweepAddress(row.id)}>
                    {row.unitName}
                    {row.province && `, ${row.province}`}
                  </a>
                ),
              },
              { key: "nam", label: "Năm", kind: "number", cell: ({ year }) => year },
              {
                key: "trang-thai",
                label: "Trạng thái",
                kind: "tag",
                cell: ({ state }) => <Tag tone={stateWords[state].tone}>{stateWords[state].words}</Tag>,
              },
              { key: "so-nguoi", label: "Số người", kind: "number", cell: ({ people }) => people ?? "" },
              { key: "nguoi-lam", label: "Người thực hiện", cell: ({ actorName }) => actorName },
              {
                key: "luc",
                label: "Bắt đầu",
                kind: "day",
                cell: ({ startedAt }) => <InstantText at={startedAt} />,
              },
            ]}
            empty={<EmptyState title="Chưa có lần rà soát nào" />}
          />
        </Card>
      </Stack>
    </Page>
  );
}

const StartForm = ({ state, formKey, unit, provinces, year }: Starting) => (
  <Card title="Rà soát mới">
    <ErrorSummary errors={state.errors} />
    <ActionForm action="/dieu-kien/ra-soat" formKey={formKey}>
      <UnitPicker
        {...unit}
        label="Đơn vị"
        hint="Gồm cả các đơn vị trực thuộc, các đơn vị được hướng dẫn về chuyên môn."
      />
      {provinces.length > 1 && (
        <SelectField
          name="province"
          label="Chỉ một tỉnh, thành phố"
          optional
          prompt="Mọi tỉnh, thành phố"
          value={state.typed.province?.[0] ?? ""}
          choices={provinces.map(({ code, name }) => ({ value: code, label: name ?? `mã ${code}` }))}
          error={state.errors.province}
        />
      )}
      <NumberField {...shown(state, "year", `${year}`)} label="Năm xét" />
      <DayField
        {...shown(state, "receivedOn")}
        label="Ngày nhận hồ sơ"
        optional
        hint="Quyết định quy định nào áp dụng; để trống là ngày cuối cùng của năm xét."
      />
      <Button>Bắt đầu rà soát</Button>
    </ActionForm>
  </Card>
);
