import { type Instant, writeDay } from "../platform/day.ts";
import type { Extension } from "../platform/extension.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DayField,
  DeadlineTag,
  DeadlineText,
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
  row: DueRow;
  extensions: readonly Extension[];
  year: number;
  state: FormState;
  formKey: string;
  at: Instant;
}

/** One obligation put off for one unit, with what was put off before. */
export function DueExtensionView({ row, year, ...props }: DueExtensionViewProps) {
  const { item, unit, key } = row;
  const query = `nam=${year}&viec=${encodeURIComponent(key)}`;
  return (
    <Page
      frame={props.frame}
      title="Gia hạn"
      lead={`${item.what} · ${unit.name}`}
      failed={Object.keys(props.state.errors).length > 0}
      crumbs={[
        { label: "Theo dõi hạn, đôn đốc", href: `/don-doc?nam=${year}` },
        { label: unit.name, href: `/don-doc/don-vi/${unit.id}?nam=${year}` },
        { label: "Gia hạn" },
      ]}
    >
      <ErrorSummary errors={props.state.errors} title="Chưa gia hạn được" />
      <Stack>
        <Card>
          <p>
            Hạn đang áp dụng: <DeadlineText deadline={item.deadline} />{" "}
            <DeadlineTag deadline={item.deadline} at={props.at} />
          </p>
          <p>Hạn mới tính cả ngày được chọn; đơn vị được báo ngay và lý do được lưu trong lịch sử.</p>
          <ActionForm action={`/don-doc/gia-han?${query}`} formKey={props.formKey} guard>
            <DayField {...shown(props.state, "day")} label="Hạn mới, tính cả ngày này" />
            <TextArea {...shown(props.state, "reason")} label="Lý do gia hạn" rows={3} />
            <Actions>
              <Button>Gia hạn</Button>
              <ButtonLink href={`/don-doc/don-vi/${unit.id}?nam=${year}`} kind="secondary">
                Quay lại, không gia hạn
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
        {props.extensions.length > 0 && <ExtensionHistory extensions={props.extensions} />}
      </Stack>
    </Page>
  );
}

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
