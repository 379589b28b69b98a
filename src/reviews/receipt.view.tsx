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
  type KeptFile,
  Lines,
  Page,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  Upload,
} from "../web/kit.ts";
import type { Duty } from "./duty.ts";
import { writeReviewed } from "./period.ts";
import type { SeenReview } from "./review.may.ts";
import { BASE, crumbsTo, titleOf } from "./tags.view.tsx";

const crumbs = [{ label: "Sơ kết, tổng kết", href: BASE }, { label: "Nhập bản giấy" }];

/** First which period: a report belongs to one. */
export function ChoosePage({ frame, owing }: { frame: Frame; owing: readonly Duty[] }) {
  const places = [
    ...Map.groupBy(owing, ({ movement, period }) => `${movement} ${period.kind} ${period.year}`).values(),
  ];
  return (
    <Page frame={frame} title="Nhập báo cáo nhận ngoài hệ thống" crumbs={crumbs} lead="Chọn kỳ báo cáo">
      <Card flush>
        {places.length === 0 ? (
          <EmptyState title="Mọi nơi đã gửi báo cáo">Không còn nơi nào phải nhập bản giấy.</EmptyState>
        ) : (
          <Lines
            lines={places.flatMap(([first, ...rest]) =>
              first
                ? [
                    {
                      main: <a href={receiptAddress(first)}>{writeReviewed(first.period)}</a>,
                      detail: first.movementName,
                      end: `${rest.length + 1} nơi chưa gửi`,
                    },
                  ]
                : [],
            )}
          />
        )}
      </Card>
    </Page>
  );
}

const receiptAddress = ({ movement, period }: Duty): string =>
  `${BASE}/nhap-ban-giay?phong-trao=${movement ?? 0}&ky=${period.kind}&nam=${period.year}`;

interface ReceiptPageProps {
  frame: Frame;
  /** Which movement and period. */
  place: Duty;
  owing: readonly Duty[];
  state: FormState;
  kept: readonly KeptFile[];
  formKey: string;
}

export const ReceiptPage = ({ frame, place, owing, state, kept, formKey }: ReceiptPageProps) => (
  <Page
    frame={frame}
    title="Nhập báo cáo nhận ngoài hệ thống"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbs}
    lead={`${writeReviewed(place.period)} · ${place.movementName}`}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`${BASE}/nhap-ban-giay`} formKey={formKey} files guard>
        <input type="hidden" name="movement" value={place.movement ?? ""} />
        <input type="hidden" name="kind" value={place.period.kind} />
        <input type="hidden" name="year" value={place.period.year} />
        <SelectField
          {...shown(state, "unit")}
          label="Nơi báo cáo"
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
          hint="Ngày này quyết định báo cáo đúng hạn hay muộn, ví dụ 28/6/2021"
        />
        <TextArea
          {...shown(state, "lateReason")}
          label="Lý do gửi muộn"
          hint="Chỉ cần khi ngày nhận đã quá hạn"
          rows={2}
          optional
        />
        <TextField {...shown(state, "number")} label="Số, ký hiệu" width="medium" optional />
        <DayField {...shown(state, "day")} label="Ngày văn bản" optional />
        <ScanField state={state} kept={kept} optional />
        <TextArea {...shown(state, "remarks")} label="Ghi chú" rows={2} optional />
        <Actions>
          <Button>Ghi nhận</Button>
          <ButtonLink href={BASE} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

const ScanField = ({
  state,
  kept,
  optional,
}: {
  state: FormState;
  kept: readonly KeptFile[];
  optional?: boolean;
}) => (
  <Upload
    name="scan"
    label="Bản quét đã ký, đóng dấu"
    hint="PDF hoặc ảnh, không quá 20 MB"
    accept=".pdf,.jpg,.jpeg,.png"
    error={state.errors.scan}
    kept={kept}
    optional={optional}
  />
);

interface AttachPageProps {
  frame: Frame;
  review: SeenReview;
  state: FormState;
  kept: readonly KeptFile[];
  formKey: string;
}

export const AttachPage = ({ frame, review, state, kept, formKey }: AttachPageProps) => (
  <Page
    frame={frame}
    title="Đính báo cáo đã ký, đóng dấu"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsTo(review, "Bản đã ký")}
    lead={titleOf(review)}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`${BASE}/${review.id}/ban-ky`} formKey={formKey} files guard>
        <TextField {...shown(state, "number")} label="Số, ký hiệu" hint="Ví dụ 125/BC-STP" width="medium" />
        <DayField {...shown(state, "day")} label="Ngày văn bản" />
        <ScanField state={state} kept={kept} />
        <Actions>
          <Button>Đính bản ký</Button>
          <ButtonLink href={`${BASE}/${review.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
