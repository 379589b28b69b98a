import { type Day, writeDay } from "../platform/day.ts";
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
  Page,
  SelectField,
  Stack,
  Tag,
  type Tone,
  Upload,
} from "../web/kit.ts";
import type { ValueImport } from "./value-import.store.ts";
import { numbersIn, type RowOutcome } from "./value-import.ts";

interface StartProps {
  frame: Frame;
  unit: number | null;
  ends: readonly Day[];
  to: Day;
  state: FormState;
  formKey: string;
}

const crumbs = [{ label: "Theo dõi chỉ tiêu", href: "/theo-doi" }, { label: "Nạp từ bảng tính" }];

/** The template to fill in, and the filled-in one to send. */
export function ImportStartPage({ frame, unit, ends, to, state, formKey }: StartProps) {
  const ofUnit = unit === null ? "" : `&don-vi=${unit}`;
  return (
    <Page
      frame={frame}
      title="Nạp số liệu từ bảng tính"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbs}
    >
      <ErrorSummary errors={state.errors} title="Chưa đọc được bảng tính" />
      <Stack>
        <Card title="1. Tải mẫu" lead="Mẫu có sẵn các chỉ tiêu Ông/Bà được nhập và số đã báo của kỳ">
          <ul>
            {ends.slice(0, 6).map((end) => (
              <li>
                <a href={`/theo-doi/nap/mau.xlsx?den=${end}${ofUnit}`} data-turbo="false">
                  Mẫu của kỳ hết {writeDay(end)}
                </a>
              </li>
            ))}
          </ul>
        </Card>
        <Card title="2. Gửi bảng đã điền" lead="Chưa có gì được lưu cho đến khi xác nhận ở bước sau">
          <ActionForm action={`/theo-doi/nap?den=${to}${ofUnit}`} formKey={formKey} files guard>
            <SelectField
              {...shown(state, "to", to)}
              label="Kỳ báo cáo"
              choices={ends.map((end) => ({ value: end, label: `Kỳ hết ${writeDay(end)}` }))}
              prompt={null}
            />
            <Upload name="tep" label="Tệp .xlsx hoặc .csv" accept=".xlsx,.csv" error={state.errors.tep} />
            <Actions>
              <Button>Đọc bảng tính</Button>
              <ButtonLink href="/theo-doi" kind="secondary">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
      </Stack>
    </Page>
  );
}

interface ReviewProps {
  frame: Frame;
  read: ValueImport;
  judged: readonly RowOutcome[];
  state: FormState;
  formKey: string;
}

const words: Readonly<Record<RowOutcome["kind"], { label: string; tone: Tone }>> = {
  adds: { label: "Thêm mới", tone: "good" },
  corrects: { label: "Sửa số đã báo", tone: "watch" },
  same: { label: "Không đổi", tone: "plain" },
  refused: { label: "Không nhập được", tone: "bad" },
};

/** What each row would do; nothing is saved yet. */
export function ImportReviewPage({ frame, read, judged, state, formKey }: ReviewProps) {
  const entering = judged.filter(({ kind }) => kind === "adds" || kind === "corrects").length;
  const bad = judged.filter(({ kind }) => kind === "refused").length;
  return (
    <Page
      frame={frame}
      title="Xem lại trước khi nhập"
      lead={`${read.fileName}, kỳ hết ${writeDay(read.to)}`}
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbs}
    >
      <ErrorSummary errors={state.errors} title="Chưa nhập được" kept={false} />
      <Stack>
        <Card
          title="Từng dòng làm gì"
          lead={`${entering} dòng sẽ nhập, ${judged.length - entering - bad} dòng không đổi, ${bad} dòng không nhập được`}
          flush
        >
          <RowsTable judged={judged} />
        </Card>
        {read.appliedAt ? (
          <p>Bảng tính này đã được nhập.</p>
        ) : (
          <ActionForm action={`/theo-doi/nap/${read.id}/xac-nhan`} formKey={formKey}>
            <Actions>
              {entering > 0 && <Button>{`Nhập ${entering} dòng`}</Button>}
              <ButtonLink href="/theo-doi/nap" kind="secondary">
                Quay lại, chưa nhập gì
              </ButtonLink>
            </Actions>
          </ActionForm>
        )}
      </Stack>
    </Page>
  );
}

const RowsTable = ({ judged }: { judged: readonly RowOutcome[] }) => (
  <DataTable<RowOutcome>
    id="cac-dong"
    caption="Các dòng của bảng tính"
    rows={judged}
    rowKey={({ row }) => `${row.line}`}
    columns={[
      { key: "dong", label: "Dòng", kind: "number", cell: ({ row }) => row.line },
      {
        key: "chi-tieu",
        label: "Chỉ tiêu",
        head: true,
        cell: ({ found }) =>
          found ? (
            <>
              {found.target.name}
              <small>{found.share.unitName}</small>
            </>
          ) : (
            "Không nhận ra"
          ),
      },
      {
        key: "truoc",
        label: "Đang có",
        kind: "number",
        cell: ({ found }) => numbersIn(found?.facts.standing ?? null),
      },
      {
        key: "sau",
        label: "Trong bảng",
        kind: "number",
        cell: ({ row }) => (row.denominator ? `${row.numerator}/${row.denominator}` : row.numerator),
      },
      {
        key: "viec",
        label: "Kết quả",
        cell: (one) => (
          <>
            <Tag tone={words[one.kind].tone}>{words[one.kind].label}</Tag>
            {one.kind === "refused" && <small>{`Dòng ${one.row.line}: ${one.sentence}`}</small>}
          </>
        ),
      },
    ]}
  />
);
