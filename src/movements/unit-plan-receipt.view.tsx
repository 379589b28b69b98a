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
  FinalStep,
  type KeptFile,
  Page,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  Upload,
} from "../web/kit.ts";
import type { Movement } from "./movement.ts";
import type { PlanOwing } from "./unit-plan-list.ts";

const crumbsOf = (movement: Pick<Movement, "id" | "name">, here: string) => [
  { label: "Phong trào", href: "/phong-trao" },
  { label: movement.name, href: `/phong-trao/${movement.id}` },
  { label: "Kế hoạch đơn vị", href: `/phong-trao/${movement.id}/ke-hoach-don-vi` },
  { label: here },
];

interface BulkAcceptProps {
  frame: Frame;
  movement: Pick<Movement, "id" | "name" | "launcher">;
  chosen: readonly PlanOwing[];
  state: FormState;
  formKey: string;
}

/** Before several plans are taken together: which ones, and what it does. */
export function BulkAcceptPage({ frame, movement, chosen, state, formKey }: BulkAcceptProps) {
  const back = `/phong-trao/${movement.id}/ke-hoach-don-vi`;
  return (
    <Page
      frame={frame}
      title="Tiếp nhận nhiều kế hoạch"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsOf(movement, "Tiếp nhận")}
      lead={movement.name}
    >
      <ErrorSummary errors={state.errors} />
      {chosen.length === 0 ? (
        <EmptyState
          title="Trong các dòng đã chọn không có kế hoạch nào chờ tiếp nhận"
          action={
            <ButtonLink href={back} kind="secondary">
              Quay lại danh sách
            </ButtonLink>
          }
        >
          Chỉ tiếp nhận được kế hoạch đã gửi và chưa được tiếp nhận.
        </EmptyState>
      ) : (
        <FinalStep
          action={`${back}/tiep-nhan`}
          formKey={formKey}
          effects={[
            `${movement.launcher.name} tiếp nhận ${chosen.length} kế hoạch dưới đây và báo cho từng đơn vị.`,
            "Kế hoạch nào đã thay đổi trong lúc này thì dừng lại, không kế hoạch nào được tiếp nhận.",
          ]}
          touched={{
            label: "Kế hoạch của",
            names: chosen.map(({ unitName, plan }) => `${unitName}${plan?.late ? " (gửi muộn)" : ""}`),
          }}
          basis={[{ label: movement.name, href: `/phong-trao/${movement.id}` }]}
          afterwards="Đã tiếp nhận vẫn trả lại được để đơn vị sửa."
          verb={`Tiếp nhận ${chosen.length} kế hoạch`}
          backHref={back}
        >
          {chosen.map(({ plan }) => (
            <input type="hidden" name="ke-hoach" value={plan!.id} />
          ))}
        </FinalStep>
      )}
    </Page>
  );
}

interface PaperPlanProps {
  frame: Frame;
  movement: Pick<Movement, "id" | "name">;
  owing: readonly PlanOwing[];
  state: FormState;
  kept: readonly KeptFile[];
  formKey: string;
}

/** What came on paper, by mail or by messenger: the scan, its number, and the day that decides. */
export const PaperPlanPage = ({ frame, movement, owing, state, kept, formKey }: PaperPlanProps) => (
  <Page
    frame={frame}
    title="Nhập kế hoạch nhận bản giấy"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsOf(movement, "Nhập bản giấy")}
    lead={movement.name}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      {owing.length === 0 ? (
        <EmptyState title="Mọi đơn vị đã gửi kế hoạch">Không còn đơn vị nào phải nhập bản giấy.</EmptyState>
      ) : (
        <ActionForm
          action={`/phong-trao/${movement.id}/ke-hoach-don-vi/nhap-ban-giay`}
          formKey={formKey}
          files
          guard
        >
          <SelectField
            {...shown(state, "unit")}
            label="Đơn vị"
            choices={owing.map(({ unit, unitName }) => ({ value: `${unit}`, label: unitName }))}
          />
          <RadioField
            name="channel"
            label="Nhận qua"
            error={state.errors.channel}
            value={state.typed.channel?.[0]}
            choices={[
              { value: "paper", label: "Bản giấy" },
              { value: "mail", label: "Thư điện tử" },
              { value: "messenger", label: "Tin nhắn" },
            ]}
          />
          <DayField
            {...shown(state, "receivedOn")}
            label="Ngày nhận"
            hint="Ngày này quyết định kế hoạch đúng hạn hay muộn, ví dụ 25/02/2021"
          />
          <TextArea
            {...shown(state, "lateReason")}
            label="Lý do gửi muộn"
            hint="Chỉ cần khi ngày nhận đã quá hạn"
            rows={2}
            optional
          />
          <TextField {...shown(state, "number")} label="Số, ký hiệu" hint="Ví dụ 25/KH-STP" width="medium" />
          <DayField {...shown(state, "day")} label="Ngày văn bản" />
          <Upload
            name="scan"
            label="Bản quét"
            hint="PDF hoặc ảnh, không quá 20 MB"
            accept=".pdf,.jpg,.jpeg,.png"
            error={state.errors.scan}
            kept={kept}
          />
          <TextArea {...shown(state, "remarks")} label="Ghi chú" rows={2} optional />
          <Actions>
            <Button>Ghi nhận</Button>
            <ButtonLink href={`/phong-trao/${movement.id}/ke-hoach-don-vi`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      )}
    </Card>
  </Page>
);
