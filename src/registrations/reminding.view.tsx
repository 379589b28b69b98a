import { isRefusal, type Refusal } from "../platform/refusal.ts";
import type { FormState } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DeadlineTag,
  ErrorSummary,
  Lines,
  Notice,
  Page,
  Stack,
  TextArea,
} from "../web/kit.ts";
import type { MovementFacts } from "./deadline.store.ts";
import { standingNames, standingOf } from "./overview.ts";
import type { Reminding } from "./reminding.ts";

interface RemindingPageProps {
  frame: Frame;
  movement: MovementFacts;
  back: string;
  query: string;
  reminding: Reminding | Refusal;
  /** To paste into a messenger. */
  text: string;
  at: Date;
  state: FormState;
  formKey: string;
}

/** What one action will do: whom it reminds, and the same words for a letter and a messenger. */
export function RemindingPage(props: RemindingPageProps) {
  const { movement, reminding, query } = props;
  const base = `/dang-ky/phong-trao/${movement.id}`;
  return (
    <Page
      frame={props.frame}
      title="Đôn đốc đăng ký"
      failed={Object.keys(props.state.errors).length > 0}
      crumbs={[
        { label: "Đăng ký", href: "/dang-ky" },
        { label: movement.name, href: props.back },
        { label: "Đôn đốc" },
      ]}
      actions={
        <ButtonLink href={`${base}/cong-van-don-doc.docx${query}`} kind="secondary" download>
          Công văn đôn đốc (DOCX)
        </ButtonLink>
      }
    >
      <ErrorSummary errors={props.state.errors} title="Chưa đôn đốc" />
      <Stack>
        {isRefusal(reminding) ? (
          <Notice tone="info" title={reminding.sentence} />
        ) : (
          <Card title={`${reminding.units.length} đơn vị sẽ được đôn đốc`}>
            <p>
              Người đứng đầu và cán bộ đầu mối của từng đơn vị nhận thông báo trên hệ thống và thư điện tử
              (nếu có).
              {reminding.alreadyToday.length > 0 &&
                ` ${reminding.alreadyToday.length} đơn vị đã được đôn đốc hôm nay nên không nhắc lại.`}
            </p>
            <Lines
              lines={reminding.units.map((owing) => ({
                main: owing.unitName,
                detail: standingNames[standingOf(owing)],
                end: owing.deadline ? <DeadlineTag deadline={owing.deadline} at={props.at} /> : undefined,
              }))}
            />
            <ActionForm action={`${base}/don-doc${query}`} formKey={props.formKey}>
              <Actions>
                <Button>{`Đôn đốc ${reminding.units.length} đơn vị`}</Button>
                <ButtonLink href={props.back} kind="secondary">
                  Quay lại, chưa đôn đốc
                </ButtonLink>
              </Actions>
            </ActionForm>
          </Card>
        )}
        <Card title="Lời nhắn để dán vào tin nhắn">
          <TextArea
            name="loi-nhan"
            label="Sao chép nội dung này"
            value={props.text}
            rows={10}
            readonly
            optional
          />
        </Card>
      </Stack>
    </Page>
  );
}
