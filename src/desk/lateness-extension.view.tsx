import { type Instant, writeDay } from "../platform/day.ts";
import type { Extension } from "../platform/extension.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DayField,
  DeadlineTag,
  DeadlineText,
  EmptyState,
  ErrorSummary,
  type Frame,
  Page,
  Stack,
  TextArea,
  Timeline,
} from "../web/kit.ts";
import type { DueRow } from "./lateness.ts";

interface DueExtensionViewProps {
  frame: Frame;
  rows: readonly DueRow[];
  /** What names them in the address, with the question mark. */
  query: string;
  /** What was put off before; only of one. */
  extensions: readonly Extension[];
  year: number;
  state: FormState;
  formKey: string;
  at: Instant;
}

/** Obligations put off with one reason: what it touches, and of one what was put off before. */
export function DueExtensionView(props: DueExtensionViewProps) {
  const { rows, year } = props;
  const [only, ...others] = rows;
  const one = only && others.length === 0 ? only : null;
  const back = one ? `/don-doc/don-vi/${one.unit.id}?nam=${year}` : `/don-doc?nam=${year}`;
  return (
    <Page
      frame={props.frame}
      title="Gia hạn"
      lead={one ? `${one.item.what} · ${one.unit.name}` : `${rows.length} việc đã chọn, cùng một lý do`}
      failed={Object.keys(props.state.errors).length > 0}
      crumbs={[
        { label: "Việc của tôi", href: "/" },
        { label: "Theo dõi hạn, đôn đốc", href: `/don-doc?nam=${year}` },
        ...(one ? [{ label: one.unit.name, href: back }] : []),
        { label: "Gia hạn" },
      ]}
    >
      <ErrorSummary errors={props.state.errors} title="Chưa gia hạn được" />
      {only ? (
        <Stack>
          {one ? null : <TouchedCard {...props} />}
          <Card>
            {one && (
              <p>
                Hạn đang áp dụng: <DeadlineText deadline={one.item.deadline} />{" "}
                <DeadlineTag deadline={one.item.deadline} at={props.at} />
              </p>
            )}
            <p>Hạn mới tính cả ngày được chọn; đơn vị được báo ngay và lý do được lưu trong lịch sử.</p>
            <ActionForm action={`/don-doc/gia-han${props.query}`} formKey={props.formKey} guard>
              <DayField {...shown(props.state, "day")} label="Hạn mới, tính cả ngày này" />
              <TextArea {...shown(props.state, "reason")} label="Lý do gia hạn" rows={3} />
              <Actions>
                <Button>{one ? "Gia hạn" : `Gia hạn ${rows.length} việc`}</Button>
                <ButtonLink href={back} kind="secondary">
                  Quay lại, không gia hạn
                </ButtonLink>
              </Actions>
            </ActionForm>
          </Card>
          {props.extensions.length > 0 && <ExtensionHistory extensions={props.extensions} />}
        </Stack>
      ) : (
        <EmptyState title="Chưa chọn việc nào còn phải làm">
          Hãy quay lại danh sách, đánh dấu những việc chưa xong rồi chọn gia hạn.{" "}
          <a href={back}>Về danh sách</a>
        </EmptyState>
      )}
    </Page>
  );
}

const TouchedCard = ({ rows, at }: DueExtensionViewProps) => (
  <Card
    title="Những việc sẽ được gia hạn"
    lead={`${rows.length} việc của ${new Set(rows.map(({ unit }) => unit.id)).size} đơn vị`}
    flush
  >
    <DataTable<DueRow>
      id="viec-gia-han"
      caption="Những việc sẽ được gia hạn"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "don-vi", label: "Đơn vị", head: true, cell: ({ unit }) => unit.name },
        { key: "viec", label: "Việc", cell: ({ item }) => item.what },
        {
          key: "han",
          label: "Hạn đang áp dụng",
          cell: ({ item }) => (
            <>
              <DeadlineText deadline={item.deadline} /> <DeadlineTag deadline={item.deadline} at={at} />
            </>
          ),
        },
      ]}
    />
  </Card>
);

/** What was put off, newest first. */
export const ExtensionHistory = ({
  extensions,
  whatOf,
}: {
  extensions: readonly Extension[];
  /** What each is about, where several obligations stand together. */
  whatOf?: (extension: Extension) => string;
}) => (
  <Card title="Đã gia hạn">
    <Timeline
      label="Các lần gia hạn"
      entries={[...extensions].reverse().map((extension) => ({
        at: extension.at,
        who: `${extension.actorName}, ${extension.bodyName}`,
        what: `gia hạn ${whatOf ? `“${whatOf(extension)}” ` : ""}${extension.unit === null ? "cho tất cả đơn vị " : ""}đến hết ngày ${writeDay(extension.day)}`,
        why: extension.reason,
      }))}
    />
  </Card>
);
