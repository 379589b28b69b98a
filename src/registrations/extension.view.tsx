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
  ErrorSummary,
  Page,
  SelectField,
  Stack,
  TextArea,
  Timeline,
} from "../web/kit.ts";
import type { MovementFacts } from "./deadline.store.ts";
import type { Extension } from "./extension.ts";
import type { Owing } from "./overview.ts";

interface ExtensionPageProps {
  frame: Frame;
  movement: MovementFacts;
  back: string;
  action: string;
  owing: readonly Owing[];
  extensions: readonly Extension[];
  state: FormState;
  formKey: string;
}

/** The deadline put off for one unit or for all, with what was put off before. */
export function ExtensionPage({
  frame,
  movement,
  back,
  action,
  owing,
  extensions,
  state,
  formKey,
}: ExtensionPageProps) {
  const nameOf = (unit: number | null) =>
    unit === null ? "tất cả đơn vị" : (owing.find((one) => one.unit === unit)?.unitName ?? "đơn vị");
  return (
    <Page
      frame={frame}
      title="Gia hạn đăng ký"
      failed={Object.keys(state.errors).length > 0}
      crumbs={[
        { label: "Đăng ký", href: "/dang-ky" },
        { label: movement.name, href: back },
        { label: "Gia hạn" },
      ]}
    >
      <ErrorSummary errors={state.errors} title="Chưa gia hạn được" />
      <Stack>
        <Card>
          <p>
            Hạn mới tính cả ngày được chọn; đơn vị được báo ngay. Đăng ký đã gửi trước đó giữ nguyên thời điểm
            gửi.
          </p>
          <ActionForm action={action} formKey={formKey} guard>
            <SelectField
              {...shown(state, "unit")}
              label="Gia hạn cho"
              choices={[
                { value: "tat-ca", label: "Tất cả đơn vị" },
                ...owing.map(({ unit, unitName }) => ({ value: `${unit}`, label: unitName })),
              ]}
            />
            <DayField {...shown(state, "day")} label="Hạn mới, tính cả ngày này" />
            <TextArea {...shown(state, "reason")} label="Lý do gia hạn" rows={3} />
            <Actions>
              <Button>Gia hạn</Button>
              <ButtonLink href={back} kind="secondary">
                Quay lại, không gia hạn
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
        {extensions.length > 0 && (
          <Card title="Đã gia hạn">
            <Timeline
              label="Các lần gia hạn"
              entries={[...extensions].reverse().map((extension) => ({
                at: extension.at,
                who: extension.actorName,
                what: `gia hạn cho ${nameOf(extension.unit)} đến hết ngày ${writeDay(extension.day)}`,
                why: extension.reason,
              }))}
            />
          </Card>
        )}
      </Stack>
    </Page>
  );
}
