import { clockOf } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  Notice,
  Page,
  RadioField,
  TextArea,
  TextField,
} from "../web/kit.ts";
import { type Attendance, standingNames } from "./attendance.ts";
import { type Membership, roleNames } from "./member.ts";
import { crumbsOf } from "./session.view.tsx";
import { quorumIn, type WholeSession } from "./whole.ts";

interface AttendancePageProps {
  frame: Frame;
  council: { id: number; name: string };
  whole: WholeSession;
  state: FormState;
  formKey: string;
}

/** Who is there: noted before the opening, and again whenever somebody comes or goes. */
export function AttendancePage({ frame, council, whole, state, formKey }: AttendancePageProps) {
  const quorum = quorumIn(whole);
  return (
    <Page
      frame={frame}
      title="Điểm danh"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsOf(council, whole.session, "Điểm danh")}
    >
      <ErrorSummary errors={state.errors} />
      <Notice
        tone={quorum.met ? "good" : "watch"}
        title={quorum.met ? "Đủ thành viên" : "Chưa đủ thành viên"}
      >
        <p>{quorum.words}</p>
      </Notice>
      <Card title={`${whole.voters.length} thành viên`}>
        <ActionForm action={`/hoi-dong/phien/${whole.session.id}/diem-danh`} formKey={formKey} guard>
          {whole.voters.map((voter) => (
            <MemberFields
              voter={voter}
              known={whole.attendance.get(voter.person)}
              open={whole.session.state === "open"}
              state={state}
            />
          ))}
          <Actions>
            <Button>Lưu điểm danh</Button>
            {whole.voters.some(({ person }) => !whole.attendance.has(person)) && (
              <Button kind="secondary" name="rest" value="present">
                Lưu, ai chưa đánh dấu thì có mặt
              </Button>
            )}
            <ButtonLink href={`/hoi-dong/phien/${whole.session.id}`} kind="secondary">
              Về phiên họp
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}

interface MemberFieldsProps {
  voter: Membership;
  known: Attendance | undefined;
  /** Nobody leaves before the opening. */
  open: boolean;
  state: FormState;
}

function MemberFields({ voter, known, open, state }: MemberFieldsProps) {
  const late = known?.cameLateAt ? ` · đến muộn lúc ${clockOf(known.cameLateAt)}` : "";
  const left = known?.standing === "left" ? ` · về lúc ${clockOf(known.at)}` : "";
  return (
    <div class="attendance-line">
      <RadioField
        name={`standing-${voter.person}`}
        label={`${voter.personName}, ${roleNames[voter.role]}`}
        hint={`${voter.place}${late}${left}`}
        value={state.typed[`standing-${voter.person}`]?.[0] ?? known?.standing}
        inline
        choices={Object.entries(standingNames)
          .filter(([value]) => open || value !== "left")
          .map(([value, label]) => ({ value, label }))}
      />
      <TextField
        {...shown(state, `reason-${voter.person}`, known?.reason ?? "")}
        label={`Lý do vắng (${voter.personName})`}
        optional
      />
    </div>
  );
}

/** A member says beforehand that they cannot come, and whether they will write. */
export const AbsencePage = ({ frame, council, whole, state, formKey }: AttendancePageProps) => (
  <Page
    frame={frame}
    title="Báo vắng mặt"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsOf(council, whole.session, "Báo vắng mặt")}
    lead="Người vắng mặt vẫn tính trong tổng số thành viên; gửi phiếu xin ý kiến thì phiếu được tính."
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`/hoi-dong/phien/${whole.session.id}/vang-mat`} formKey={formKey} guard>
        <RadioField
          name="standing"
          label="Đồng chí"
          error={state.errors.standing}
          value={state.typed.standing?.[0] ?? (whole.rules.countsLetters ? "by-letter" : "absent")}
          choices={[
            {
              value: "by-letter",
              label: "Vắng mặt, gửi phiếu xin ý kiến",
              hint: "Bỏ phiếu trên hệ thống hoặc bằng phiếu giấy khi lượt bỏ phiếu mở",
              closed: whole.rules.countsLetters ? undefined : "quy chế không tính phiếu của người vắng",
            },
            { value: "absent", label: "Vắng mặt, không gửi phiếu" },
          ]}
        />
        <TextArea {...shown(state, "reason")} label="Lý do vắng mặt" rows={2} />
        <Actions>
          <Button>Báo vắng mặt</Button>
          <ButtonLink href={`/hoi-dong/phien/${whole.session.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
