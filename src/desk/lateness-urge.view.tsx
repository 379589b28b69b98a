import { type Day, type Instant, writeDay } from "../platform/day.ts";
import type { FormState } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DeadlineTag,
  EmptyState,
  ErrorSummary,
  type Frame,
  Page,
  Stack,
  TextArea,
} from "../web/kit.ts";
import type { DueRow } from "./lateness.ts";

interface UrgeViewProps {
  frame: Frame;
  rows: readonly DueRow[];
  /** The filters or ticks of the list, with the question mark. */
  query: string;
  year: number;
  text: string;
  reminded: ReadonlyMap<string, Day>;
  state: FormState;
  formKey: string;
  at: Instant;
  today: Day;
}

const MOST_SHOWN = 100;

/** Before urging: whom it touches, and the letter and the text to take along. */
export function UrgeView(props: UrgeViewProps) {
  const { rows, query } = props;
  return (
    <Page
      frame={props.frame}
      title="Đôn đốc"
      lead={rows.length > 0 ? `${rows.length} việc chưa xong của ${countUnits(rows)} đơn vị` : undefined}
      failed={Object.keys(props.state.errors).length > 0}
      crumbs={[
        { label: "Việc của tôi", href: "/" },
        { label: "Theo dõi hạn, đôn đốc", href: `/don-doc?nam=${props.year}` },
        { label: "Đôn đốc" },
      ]}
    >
      <ErrorSummary errors={props.state.errors} title="Chưa gửi nhắc" />
      {rows.length === 0 ? (
        <EmptyState title="Không còn việc nào phải đôn đốc">
          Các việc đã chọn đều đã xong hoặc không thuộc phạm vi bạn đôn đốc.
        </EmptyState>
      ) : (
        <Stack>
          <SendCard {...props} />
          <Card title="Công văn đôn đốc">
            <p>Văn bản theo thể thức Nghị định 30/2020/NĐ-CP, kèm danh sách đơn vị, việc và thời hạn.</p>
            <Actions>
              <ButtonLink href={`/don-doc/cong-van.docx${query}`} kind="secondary">
                Tải DOCX để sửa
              </ButtonLink>
              <ButtonLink href={`/don-doc/cong-van.pdf${query}`} kind="secondary">
                Tải PDF
              </ButtonLink>
            </Actions>
          </Card>
          <Card title="Lời nhắn để dán vào tin nhắn">
            <copy-text label="Sao chép lời nhắn">
              <TextArea name="loi-nhan" label="Nội dung lời nhắn" value={props.text} rows={10} readonly />
            </copy-text>
          </Card>
        </Stack>
      )}
    </Page>
  );
}

const countUnits = (rows: readonly DueRow[]): number => new Set(rows.map(({ unit }) => unit.id)).size;

function SendCard(props: UrgeViewProps) {
  const { rows, query, reminded, today, year } = props;
  const already = rows.filter(({ key }) => reminded.get(key) === today).length;
  return (
    <Card
      title="Gửi nhắc trong chương trình và qua thư"
      lead="Thủ trưởng và cán bộ đầu mối của từng đơn vị nhận một thông báo và một thư gộp mọi việc; việc đã nhắc hôm nay được bỏ qua."
      flush
    >
      <DataTable<DueRow>
        id="viec-don-doc"
        caption="Những việc sẽ được nhắc"
        rows={rows.slice(0, MOST_SHOWN)}
        rowKey={({ key }) => key}
        columns={[
          { key: "don-vi", label: "Đơn vị", head: true, cell: ({ unit }) => unit.name },
          { key: "viec", label: "Việc", cell: ({ item }) => item.what },
          {
            key: "han",
            label: "Hạn",
            kind: "tag",
            cell: ({ item }) => <DeadlineTag deadline={item.deadline} at={props.at} />,
          },
          {
            key: "nhac",
            label: "Nhắc gần nhất",
            kind: "day",
            cell: ({ key }) => {
              const last = reminded.get(key);
              return last ? (last === today ? "hôm nay" : writeDay(last)) : "chưa nhắc";
            },
          },
        ]}
      />
      <div class="card-body">
        {rows.length > MOST_SHOWN && <p class="soft">… và {rows.length - MOST_SHOWN} việc khác.</p>}
        <ActionForm action={`/don-doc/gui-nhac${query}`} formKey={props.formKey}>
          <Actions>
            <Button>{`Gửi nhắc ${rows.length - already} việc`}</Button>
            <ButtonLink href={`/don-doc?nam=${year}`} kind="secondary">
              Quay lại, chưa gửi
            </ButtonLink>
          </Actions>
        </ActionForm>
      </div>
    </Card>
  );
}
