import { writeDay } from "../platform/day.ts";
import type { Refusal } from "../platform/refusal.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  DayField,
  ErrorSummary,
  FinalStep,
  Notice,
  Page,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from "../web/kit.ts";
import type { SeenCouncil } from "./council.may.ts";
import { crumbsTo } from "./founding.view.tsx";
import { type Item, nomineeName } from "./item.ts";
import { roleNames } from "./member.ts";
import { type Session, sessionKindNames } from "./session.ts";
import { crumbsOf } from "./session.view.tsx";
import { quorumIn, type WholeSession } from "./whole.ts";

interface SessionFormPageProps {
  frame: Frame;
  council: SeenCouncil;
  session: Session | null;
  state: FormState;
  formKey: string;
}

/** Plans a session, or changes what was planned. */
export function SessionFormPage({ frame, council, session, state, formKey }: SessionFormPageProps) {
  const fresh = Object.keys(state.typed).length === 0;
  const awards = fresh
    ? (session?.considersAwards ?? council.kind === "emulation")
    : "considersAwards" in state.typed;
  return (
    <Page
      frame={frame}
      title={session ? "Sửa thông tin phiên" : "Chuẩn bị phiên họp"}
      failed={Object.keys(state.errors).length > 0}
      crumbs={session ? crumbsOf(council, session, "Sửa") : crumbsTo(council, "Phiên mới")}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm
          action={session ? `/hoi-dong/phien/${session.id}/sua` : `/hoi-dong/${council.id}/phien/moi`}
          formKey={formKey}
          guard
        >
          {session && <input type="hidden" name="version" value={`${session.version}`} />}
          <RadioField
            name="kind"
            label="Hình thức"
            error={state.errors.kind}
            value={state.typed.kind?.[0] ?? session?.kind ?? "meeting"}
            choices={Object.entries(sessionKindNames).map(([value, label]) => ({ value, label }))}
          />
          <TextField
            {...shown(state, "title", session?.title ?? "")}
            label="Tên phiên"
            hint="Ví dụ Phiên họp xét danh hiệu thi đua năm 2026"
          />
          <Checkbox
            name="considersAwards"
            label="Phiên có xét danh hiệu, hình thức khen thưởng"
            hint="Khi đó áp dụng tỷ lệ dự họp cao hơn của quy chế."
            checked={awards}
          />
          <DayField
            {...shown(state, "day", session ? writeDay(session.day) : "")}
            label="Ngày họp"
            hint="Lấy ý kiến bằng văn bản: ngày kết thúc"
          />
          <TextField
            {...shown(state, "startsAt", session?.startsAt ?? "")}
            label="Giờ bắt đầu"
            hint="Ví dụ 08:30"
            width="short"
            optional
          />
          <TextField {...shown(state, "place", session?.place ?? "")} label="Địa điểm" optional />
          <DayField
            {...shown(state, "lettersBy", session?.lettersBy ? writeDay(session.lettersBy) : "")}
            label="Hạn gửi phiếu xin ý kiến"
            hint="Bắt buộc khi lấy ý kiến bằng văn bản; với phiên họp là hạn của người vắng mặt"
            optional
          />
          <Actions>
            <Button>{session ? "Lưu" : "Tạo phiên"}</Button>
            <ButtonLink
              href={session ? `/hoi-dong/phien/${session.id}` : `/hoi-dong/${council.id}`}
              kind="secondary"
            >
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}

interface StepPageProps {
  frame: Frame;
  council: SeenCouncil;
  whole: WholeSession;
  /** The items open to whoever asks; others are not named to them. */
  open: readonly Item[];
  step: "trieu-tap" | "khai-mac" | "be-mac";
  refusal: Refusal | null;
  formKey: string;
}

/** The page before a step that counts. */
export function StepPage({ frame, council, whole, open, step, refusal, formKey }: StepPageProps) {
  const { session } = whole;
  const words = wordsOf(whole, open)[step];
  return (
    <Page frame={frame} title={words.title} crumbs={crumbsOf(council, session, words.verb)}>
      {refusal && (
        <Notice tone="bad" title={refusal.sentence}>
          {refusal.basis && <p>{refusal.basis}</p>}
        </Notice>
      )}
      {step === "khai-mac" && session.kind === "meeting" && (
        <PresidingCard whole={whole} formKey={`${formKey}-chu-tri`} />
      )}
      <FinalStep
        action={`/hoi-dong/phien/${session.id}/${step}`}
        formKey={formKey}
        effects={words.effects}
        touched={words.touched}
        basis={words.basis}
        afterwards={words.afterwards}
        verb={words.verb}
        backHref={`/hoi-dong/phien/${session.id}`}
      />
    </Page>
  );
}

/** The chair, or the one vice-chair whom the chair authorises, presides and votes like the others. */
function PresidingCard({ whole, formKey }: { whole: WholeSession; formKey: string }) {
  const { session, voters } = whole;
  const heads = voters.filter(({ role }) => role !== "member");
  const now = heads.find(({ person }) => person === session.presidedBy) ?? heads[0];
  return (
    <Card
      title="Người chủ trì"
      lead="Chủ tịch hoặc một Phó Chủ tịch được ủy quyền; người chủ trì bỏ phiếu như các thành viên khác."
    >
      <ActionForm action={`/hoi-dong/phien/${session.id}/chu-tri`} formKey={formKey} inline>
        <SelectField
          name="person"
          label="Chủ trì phiên này"
          value={now ? `${now.person}` : ""}
          prompt={null}
          choices={heads.map(({ person, personName, role }) => ({
            value: `${person}`,
            label: `${personName}, ${roleNames[role]}`,
          }))}
        />
        <Button kind="secondary">Ghi người chủ trì</Button>
      </ActionForm>
    </Card>
  );
}

function wordsOf(whole: WholeSession, open: readonly Item[]) {
  const { session, items, voters, rules } = whole;
  const names = voters.map(({ personName }) => personName);
  const basis = [{ label: `Quy chế làm việc ${rules.paperSymbol}` }];
  const quorum = quorumIn(whole);
  const written = session.kind === "written";
  return {
    "trieu-tap": {
      title: written ? "Gửi xin ý kiến bằng văn bản" : "Triệu tập phiên họp",
      verb: written ? "Gửi xin ý kiến" : "Triệu tập",
      effects: [
        `${voters.length} thành viên được báo trong hệ thống và qua thư điện tử.`,
        `Thành viên đọc được chương trình ${items.length} mục và tài liệu, trừ mục đóng với mình.`,
        ...(session.lettersBy
          ? [`Ai vắng mặt gửi phiếu xin ý kiến chậm nhất ${writeDay(session.lettersBy)}.`]
          : []),
      ],
      touched: { label: "Gửi đến", names },
      basis,
      afterwards:
        "Sau bước này mục chỉ rút được kèm lý do, không xóa; vẫn thêm và sửa được cho đến khi khai mạc.",
    },
    "khai-mac": {
      title: written ? "Bắt đầu lấy phiếu" : "Khai mạc phiên họp",
      verb: written ? "Bắt đầu lấy phiếu" : "Khai mạc",
      effects: written
        ? ["Chương trình khóa lại; tổ kiểm phiếu mở lượt bỏ phiếu cho mọi thành viên."]
        : [quorum.words, "Chương trình khóa lại; từ lúc này có thể mở từng mục và mở bỏ phiếu."],
      touched: { label: "Chương trình", names: open.map((item) => nomineeName(item) ?? item.title) },
      basis,
      afterwards: "Phiên đã khai mạc thì không hủy được, chỉ bế mạc.",
    },
    "be-mac": {
      title: written ? "Kết thúc lấy ý kiến" : "Bế mạc phiên họp",
      verb: written ? "Kết thúc" : "Bế mạc",
      effects: ["Không mở thêm lượt bỏ phiếu nào.", "Biên bản được lập từ những gì đã ghi."],
      touched: {
        label: "Mục chưa có kết quả",
        names: open.filter(({ state }) => state === "waiting").map((item) => nomineeName(item) ?? item.title),
      },
      basis,
      afterwards: "Mục chưa xét chuyển sang phiên sau bằng cách đưa lại vào chương trình.",
    },
  };
}

interface CancelPageProps {
  frame: Frame;
  council: SeenCouncil;
  session: Session;
  state: FormState;
  formKey: string;
}

export const CancelPage = ({ frame, council, session, state, formKey }: CancelPageProps) => (
  <Page
    frame={frame}
    title="Hủy phiên"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsOf(council, session, "Hủy phiên")}
    lead="Phiên đã hủy vẫn còn trong danh sách với lý do; chương trình và tài liệu giữ nguyên."
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`/hoi-dong/phien/${session.id}/huy`} formKey={formKey} guard>
        <TextArea {...shown(state, "reason")} label="Lý do hủy" rows={3} />
        <Actions>
          <Button>Hủy phiên</Button>
          <ButtonLink href={`/hoi-dong/phien/${session.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
