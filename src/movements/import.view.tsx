import type { FormState } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  type Frame,
  Lines,
  Notice,
  Page,
  Stack,
  Tag,
  Upload,
} from "../web/kit.ts";
import type { ImportUnderWay, PlanImport } from "./import.store.ts";
import { BodyField, IdentityFields } from "./new.view.tsx";

const crumbs = (...more: { label: string; href?: string }[]) => [
  { label: "Phong trào", href: "/phong-trao" },
  ...more,
];

interface UploadViewProps {
  frame: Frame;
  bodies: readonly { readonly id: number; readonly name: string }[];
  underWay: readonly ImportUnderWay[];
  state: FormState;
  formKey: string;
}

/** A launch document comes in: whatever it is, it is kept. */
export function UploadView({ frame, bodies, underWay, state, formKey }: UploadViewProps) {
  return (
    <Page
      frame={frame}
      title="Nhập văn bản phát động"
      lead="Quyết định, kế hoạch, lời phát động; cả bản tin hay trang web nói về một phong trào"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbs({ label: "Nhập văn bản" })}
    >
      <Stack>
        <ErrorSummary errors={state.errors} />
        <Card>
          <ActionForm action="/phong-trao/nhap" formKey={formKey} files>
            <BodyField state={state} bodies={bodies} name="body" />
            <Upload
              name="file"
              label="Tệp văn bản"
              hint="Word (.docx), PDF có chữ, hoặc văn bản thuần (.txt), không quá 20 MB. Tệp không đọc được vẫn được giữ để điền tay."
              error={state.errors.file}
              accept=".docx,.pdf,.txt,.doc"
            />
            <Actions>
              <Button>Tải lên và đọc</Button>
              <ButtonLink href="/phong-trao" kind="secondary">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
        {underWay.length > 0 && (
          <Card title="Văn bản đang nhập" flush>
            <Lines
              lines={underWay.map((plan) => ({
                main: <a href={`/phong-trao/nhap/${plan.id}`}>{plan.fileName}</a>,
                detail: plan.sentence ?? `${plan.actorName} tải lên`,
                end: plan.state === "unreadable" ? <Tag tone="watch">Không đọc được</Tag> : undefined,
              }))}
            />
          </Card>
        )}
      </Stack>
    </Page>
  );
}

/** The reading is under way; the page looks again by itself. */
export const WaitingView = ({ frame, plan }: { frame: Frame; plan: PlanImport }) => (
  <Page
    frame={frame}
    title="Đang đọc văn bản"
    refreshEvery={2}
    crumbs={crumbs({ label: "Nhập văn bản", href: "/phong-trao/nhap" }, { label: plan.fileName })}
  >
    <Notice tone="info" title={`Đang đọc “${plan.fileName}”.`}>
      <p>Trang tự mở lại sau vài giây. Có thể rời trang này; văn bản vẫn ở mục Nhập văn bản.</p>
    </Notice>
  </Page>
);

interface UnreadableProps {
  frame: Frame;
  plan: PlanImport;
  year: number;
  state: FormState;
  formKey: string;
  dropKey: string;
}

/** The file could not be read: it is kept, and the movement is typed by hand. */
export function UnreadableView({ frame, plan, year, state, formKey, dropKey }: UnreadableProps) {
  return (
    <Page
      frame={frame}
      title="Điền tay từ văn bản"
      lead={plan.fileName}
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbs({ label: "Nhập văn bản", href: "/phong-trao/nhap" }, { label: plan.fileName })}
    >
      <Stack>
        <ErrorSummary errors={state.errors} />
        <Notice tone="watch" title={plan.sentence ?? "Không đọc được văn bản này."}>
          <p>
            Tệp đã được giữ:{" "}
            <a href={`/phong-trao/nhap/${plan.id}/tep`} data-turbo="false">
              {plan.fileName}
            </a>
            . Hãy mở tệp và điền các mục dưới đây; nội dung, hạn, đợt điền tiếp ở trang của phong trào.
          </p>
        </Notice>
        <Card>
          <ActionForm action={`/phong-trao/nhap/${plan.id}/dien-tay`} formKey={formKey}>
            <IdentityFields state={state} year={year} />
            <Actions>
              <Button>Lập dự thảo từ tệp này</Button>
              <ButtonLink href="/phong-trao/nhap" kind="secondary">
                Tải tệp khác
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
        <DropForm plan={plan} formKey={dropKey} />
      </Stack>
    </Page>
  );
}

/** A paper that is not needed; its file stays. */
export const DropForm = ({ plan, formKey }: { plan: PlanImport; formKey: string }) => (
  <ActionForm action={`/phong-trao/nhap/${plan.id}/ban-bo`} formKey={formKey} inline>
    <Button kind="quiet" small>
      Bỏ văn bản này
    </Button>
  </ActionForm>
);
