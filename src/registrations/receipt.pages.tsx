import { bodiesServing } from "../movements/movement-reach.store.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  actorOf,
  type Context,
  frameOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
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
import { stagedFiles } from "../web/staged.ts";
import { findMovementFacts, type MovementFacts } from "./deadline.store.ts";
import { owingOf } from "./overview.store.ts";
import { type Owing, owes } from "./overview.ts";
import { enterPaperRegistration } from "./paper.acts.ts";
import { ReceiptForm } from "./registration.form.ts";
import { mayManage } from "./registration.may.ts";
import { bodiesOf, registrationReachOf } from "./registration-reach.store.ts";
import { movementsReceived, type ReceivedMovement } from "./start.store.ts";

/** What came on paper, by mail or by messenger, entered by the standing officer with its day of receipt. */
export function receiptPages() {
  const receipts = pages();

  receipts.get("/dang-ky/nhap-ban-giay", async (c) => {
    const received = await receivedBy(c);
    if (received.length === 0) throw new NotFound();
    const chosen = received.find(({ movement }) => `${movement}` === c.req.query("phong-trao"));
    const only = received.length === 1 ? received[0] : undefined;
    const one = chosen ?? only;
    if (!one) return show(c, <ChoosePage frame={await frameOf(c)} received={received} />);
    return show(c, await receiptPage(c, one.movement, emptyForm, []));
  });

  receipts.post("/dang-ky/nhap-ban-giay", async (c) => {
    const staged = await stagedFiles(c, "scan");
    const form = await read(c, ReceiptForm);
    const movement = Number(form.typed.movement?.[0]);
    if (hasErrors(form) || staged.error) {
      const errors = {
        ...(hasErrors(form) ? form.errors : {}),
        ...(staged.error ? { scan: staged.error } : {}),
      };
      return show(c, await receiptPage(c, movement, { errors, typed: form.typed }, staged.kept), 422);
    }
    const { values } = form;
    const missing = staged.tokens[0] ? missingOfPaper(values) : null;
    if (missing)
      return show(
        c,
        await receiptPage(c, movement, { errors: missing, typed: form.typed }, staged.kept),
        422,
      );
    const paper = staged.tokens[0]
      ? { number: values.number!, day: values.day!, file: staged.tokens[0], chain: null }
      : null;
    const outcome = await enterPaperRegistration(actorOf(c), {
      movementId: values.movement,
      unitId: values.unit,
      channel: values.channel,
      receivedOn: values.receivedOn,
      lateReason: values.lateReason ?? "",
      remarks: values.remarks,
      paper,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await receiptPage(c, movement, refusedForm(outcome, form.typed), staged.kept))
      : seeOther(c, `/dang-ky/${outcome}`, {
          title: "Đã ghi nhận bản giấy; nhập tiếp các dòng theo bản giấy",
        });
  });

  return receipts;
}

/** A scan is attached with the number and the day it bears. */
function missingOfPaper(values: { number: string | null; day: unknown }): Record<string, string> | null {
  const errors: Record<string, string> = {};
  if (!values.number) errors.number = "Đã đính bản quét thì hãy nhập số, ký hiệu của bản đó.";
  if (!values.day) errors.day = "Đã đính bản quét thì hãy nhập ngày của bản đó.";
  return Object.keys(errors).length > 0 ? errors : null;
}

async function receivedBy(c: Context): Promise<ReceivedMovement[]> {
  const reach = await registrationReachOf(readerOf(c), actorOf(c));
  return movementsReceived(readerOf(c), bodiesOf(reach));
}

async function receiptPage(c: Context, movementId: number, state: FormState, kept: readonly KeptFile[]) {
  const actor = actorOf(c);
  const movement = Number.isSafeInteger(movementId) ? await findMovementFacts(readerOf(c), movementId) : null;
  if (!movement) throw new NotFound();
  const servedBy = await bodiesServing(readerOf(c), movement.launcher, actor.day);
  if (isRefusal(mayManage(actor, { receiver: movement.launcher, servedBy }))) throw new NotFound();
  const owing = await owingOf(readerOf(c), movement.id, movement.launcher, actor.day);
  return (
    <ReceiptPage
      frame={await frameOf(c)}
      movement={movement}
      owing={owing.filter(owes)}
      state={state}
      kept={kept}
      formKey={newKey()}
    />
  );
}

const crumbs = [{ label: "Đăng ký", href: "/dang-ky" }, { label: "Nhập bản giấy" }];

const ChoosePage = ({ frame, received }: { frame: Frame; received: readonly ReceivedMovement[] }) => (
  <Page frame={frame} title="Nhập đăng ký nhận ngoài hệ thống" crumbs={crumbs} lead="Chọn phong trào">
    <Card flush>
      <Lines
        lines={received.map((one) => ({
          main: <a href={`/dang-ky/nhap-ban-giay?phong-trao=${one.movement}`}>{one.movementName}</a>,
          end: `${one.sent}/${one.total} đã gửi`,
        }))}
      />
    </Card>
  </Page>
);

interface ReceiptPageProps {
  frame: Frame;
  movement: MovementFacts;
  owing: readonly Owing[];
  state: FormState;
  kept: readonly KeptFile[];
  formKey: string;
}

const ReceiptPage = ({ frame, movement, owing, state, kept, formKey }: ReceiptPageProps) => (
  <Page
    frame={frame}
    title="Nhập đăng ký nhận ngoài hệ thống"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbs}
    lead={movement.name}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      {owing.length === 0 ? (
        <EmptyState title="Mọi đơn vị đã gửi đăng ký">Không còn đơn vị nào phải nhập bản giấy.</EmptyState>
      ) : (
        <ActionForm action="/dang-ky/nhap-ban-giay" formKey={formKey} files guard>
          <input type="hidden" name="movement" value={movement.id} />
          <SelectField
            {...shown(state, "unit")}
            label="Đơn vị đăng ký"
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
            hint="Ngày này quyết định đăng ký đúng hạn hay muộn, ví dụ 25/02/2021"
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
          <Upload
            name="scan"
            label="Bản quét"
            hint="PDF hoặc ảnh, không quá 20 MB"
            accept=".pdf,.jpg,.jpeg,.png"
            error={state.errors.scan}
            kept={kept}
            optional
          />
          <TextArea {...shown(state, "remarks")} label="Ghi chú" rows={2} optional />
          <Actions>
            <Button>Ghi nhận</Button>
            <ButtonLink href="/dang-ky" kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      )}
    </Card>
  </Page>
);
