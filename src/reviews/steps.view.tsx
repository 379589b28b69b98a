import type { Actor } from "../platform/actor.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckAnswers,
  ClosedAction,
  DayField,
  DeadlineText,
  ErrorSummary,
  Lines,
  Notice,
  Page,
  RadioField,
  Stack,
  TextArea,
} from "../web/kit.ts";
import { type ShownFigure, valueIn } from "./figures.ts";
import type { SeenReview } from "./review.may.ts";
import { channelNames, isLateArrival, type Signatory, writeSignatory } from "./review.ts";
import { emptyHeadings } from "./section.ts";
import { BASE, crumbsTo, titleOf } from "./tags.view.tsx";
import type { WholeReview } from "./whole.store.ts";

interface SendPageProps {
  frame: Frame;
  actor: Actor;
  whole: WholeReview;
  /** Who may sign today, the head first. */
  signers: readonly Signatory[];
  state: FormState;
  /** Words typed and not yet saved into the report, since when. */
  unsavedSince: string | undefined;
  formKey: string;
}

/** The last look before the report goes: what is missing, who signs, which figures are frozen. */
export function SendPage({ frame, actor, whole, signers, state, unsavedSince, formKey }: SendPageProps) {
  const { review, sections, deadline } = whole;
  const at = `${BASE}/${review.id}`;
  const quotedAt = sections.filter(({ quotes }) => quotes.length > 0).map(({ position }) => position);
  const empty = emptyHeadings(sections, quotedAt);
  const figures = sections.flatMap((section) => section.figures);
  const late = isLateArrival(review, deadline, { at: actor.at, receivedOn: null });
  const reason =
    empty.length > 0
      ? `Còn ${empty.length} mục chưa viết.`
      : signers.length > 0
        ? null
        : "Hôm nay đơn vị chưa có người đứng đầu để ký.";
  return (
    <Page
      frame={frame}
      title="Kiểm tra và gửi báo cáo"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsTo(review, "Gửi báo cáo")}
      lead={titleOf(review)}
    >
      <Stack>
        <ErrorSummary errors={state.errors} title="Chưa gửi được" />
        {unsavedSince && (
          <Notice tone="watch" title={`Có phần nhập dở lúc ${unsavedSince} chưa lưu vào báo cáo`}>
            <p>
              <a href={`${at}/soan`}>Mở lại để lưu</a> trước khi gửi, nếu không phần đó không đi kèm.
            </p>
          </Notice>
        )}
        {empty.length > 0 && (
          <Card title="Mục chưa viết" tone="bad" flush>
            <Lines
              lines={sections
                .filter(({ heading }) => empty.includes(heading))
                .map(({ heading, position }) => ({
                  main: <a href={`${at}/soan#muc-${position}`}>{heading}</a>,
                }))}
            />
          </Card>
        )}
        <Card>
          <CheckAnswers
            answers={[
              { label: "Đơn vị báo cáo", value: review.unitName },
              { label: "Nơi nhận", value: review.receiverName ?? "Không gửi cấp trên; lưu và thông báo" },
              ...(deadline ? [{ label: "Hạn", value: <DeadlineText deadline={deadline} /> }] : []),
              ...(signers.length > 1
                ? []
                : [{ label: "Người ký", value: signers[0] ? writeSignatory(signers[0]) : "Chưa có" }]),
              { label: "Số liệu chốt khi gửi", value: frozenWords(figures), changeHref: `${at}/soan` },
            ]}
          />
          {late && (
            <Notice tone="watch" title="Đã quá hạn gửi báo cáo">
              <p>Báo cáo vẫn gửi được, được ghi là gửi muộn kèm lý do.</p>
            </Notice>
          )}
          <ActionForm action={`${at}/gui`} formKey={formKey}>
            <input type="hidden" name="version" value={review.version} />
            {signers.length > 1 ? (
              <RadioField
                {...shown(state, "signatory", `${signers[0]?.person}`)}
                label="Người ký báo cáo"
                choices={signers.map((signer) => ({
                  value: `${signer.person}`,
                  label: writeSignatory(signer),
                }))}
              />
            ) : (
              signers[0] && <input type="hidden" name="signatory" value={signers[0].person} />
            )}
            {late && <TextArea {...shown(state, "lateReason")} label="Lý do gửi muộn" rows={3} />}
            <TextArea {...shown(state, "remarks")} label="Ghi chú cho nơi nhận" rows={2} optional />
            <Actions>
              {reason ? (
                <ClosedAction id="gui" label="Gửi báo cáo" reason={reason} />
              ) : (
                <Button>Gửi báo cáo</Button>
              )}
              <ButtonLink href={at} kind="secondary">
                Quay lại, chưa gửi
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
      </Stack>
    </Page>
  );
}

const frozenWords = (figures: readonly ShownFigure[]): string => {
  const unknown = figures.filter((figure) => valueIn(figure) === null).length;
  const own = figures.filter((figure) => figure.own !== null).length;
  return [
    `${figures.length} số liệu`,
    own > 0 ? `${own} do đơn vị nhập` : "",
    unknown > 0 ? `${unknown} chưa có số liệu` : "",
  ]
    .filter(Boolean)
    .join(", ");
};

interface StepPageProps {
  frame: Frame;
  review: SeenReview;
  state: FormState;
  formKey: string;
}

/** The receiver sends it back. */
export const ReturnPage = ({ frame, review, state, formKey }: StepPageProps) => (
  <Page
    frame={frame}
    title="Trả lại báo cáo"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsTo(review, "Trả lại")}
    lead={titleOf(review)}
  >
    <Stack>
      <ErrorSummary errors={state.errors} title="Chưa trả lại được" />
      <Card>
        <p>
          {review.unitName} được báo ngay, sửa rồi gửi lại. Nếu đã gửi đúng hạn thì lần gửi lại vẫn tính đúng
          hạn, trừ khi hẹn ngày gửi lại dưới đây.
        </p>
        <ActionForm action={`${BASE}/${review.id}/tra-lai`} formKey={formKey}>
          <input type="hidden" name="version" value={review.version} />
          <TextArea {...shown(state, "reason")} label="Lý do trả lại" hint="Ghi rõ phải sửa gì" rows={4} />
          <DayField {...shown(state, "dueOn")} label="Gửi lại chậm nhất ngày" optional />
          <Actions>
            <Button>Trả lại báo cáo</Button>
            <ButtonLink href={`${BASE}/${review.id}`} kind="secondary">
              Quay lại, không trả
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Stack>
  </Page>
);

/** The sender takes it back before it is accepted. */
export const WithdrawPage = ({ frame, review, state, formKey }: StepPageProps) => (
  <Page
    frame={frame}
    title="Rút lại báo cáo"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsTo(review, "Rút lại")}
    lead={titleOf(review)}
  >
    <Stack>
      <ErrorSummary errors={state.errors} title="Chưa rút lại được" />
      <Card>
        <p>
          {review.receiverName
            ? `${review.receiverName} được báo kèm lý do. `
            : "Báo cáo trở lại bản nháp để sửa. "}
          Nội dung đã viết được giữ nguyên để sửa rồi gửi lại; thời điểm gửi tính theo lần gửi lại.
        </p>
        <ActionForm action={`${BASE}/${review.id}/rut-lai`} formKey={formKey}>
          <input type="hidden" name="version" value={review.version} />
          <TextArea {...shown(state, "reason")} label="Lý do rút lại" rows={3} />
          <Actions>
            <Button>Rút lại báo cáo</Button>
            <ButtonLink href={`${BASE}/${review.id}`} kind="secondary">
              Quay lại, không rút
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Stack>
  </Page>
);

/** The receiver takes it as it stands. */
export const AcceptPage = ({ frame, review, state, formKey }: StepPageProps) => (
  <Page
    frame={frame}
    title="Tiếp nhận báo cáo"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsTo(review, "Tiếp nhận")}
    lead={titleOf(review)}
  >
    <Stack>
      <ErrorSummary errors={state.errors} title="Chưa tiếp nhận được" />
      <Card>
        <CheckAnswers
          answers={[
            { label: "Đơn vị", value: review.unitName },
            { label: "Cách gửi", value: review.channel ? channelNames[review.channel] : "" },
            { label: "Thời hạn", value: review.late ? "Gửi muộn" : "Đúng hạn" },
          ]}
        />
        <p>Sau khi tiếp nhận vẫn có thể trả lại để sửa, kèm lý do.</p>
        <ActionForm action={`${BASE}/${review.id}/tiep-nhan`} formKey={formKey}>
          <input type="hidden" name="version" value={review.version} />
          <TextArea {...shown(state, "remarks")} label="Ghi chú" rows={3} optional />
          <Actions>
            <Button>Tiếp nhận báo cáo</Button>
            <ButtonLink href={`${BASE}/${review.id}`} kind="secondary">
              Quay lại, chưa tiếp nhận
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Stack>
  </Page>
);
