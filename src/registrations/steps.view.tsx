import type { Verdict } from "../law/verdict.ts";
import type { Actor } from "../platform/actor.ts";
import { isLate } from "../platform/deadline.ts";
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
  Stack,
  Tag,
  TextArea,
} from "../web/kit.ts";
import { lineChainNames, sectorBasis } from "./chain.ts";
import type { LineFault } from "./line.ts";
import { standingOf } from "./line-verdict.ts";
import { writeTarget } from "./registration.document.ts";
import { channelNames, type Registration } from "./registration.ts";
import { titleName } from "./title.ts";
import type { WholeRegistration } from "./whole.store.ts";

const crumbsTo = (registration: Registration, label: string) => [
  { label: "Đăng ký", href: "/dang-ky" },
  { label: registration.unitName, href: `/dang-ky/${registration.id}` },
  { label },
];

/** What the form cannot show at a field of its own: a stale page, a closed movement, a line that may not stand. */
const Failed = ({ state, title }: { state: FormState; title: string }) => (
  <ErrorSummary errors={state.errors} title={title} />
);

interface CheckPageProps {
  frame: Frame;
  actor: Actor;
  whole: WholeRegistration;
  verdicts: ReadonlyMap<number, Verdict>;
  faults: readonly LineFault[];
  state: FormState;
  formKey: string;
}

/** The last look before sending: what goes to whom, what must be mended, whether it is late. */
export function CheckPage(props: CheckPageProps) {
  const { frame, actor, whole, state, faults } = props;
  const { registration, deadline } = whole;
  const late = isLateNow(whole, actor);
  return (
    <Page
      frame={frame}
      title="Kiểm tra và gửi đăng ký"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsTo(registration, "Kiểm tra và gửi")}
      lead={deadline ? <DeadlineText deadline={deadline} /> : undefined}
    >
      <Failed state={state} title="Chưa gửi được" />
      <Stack>
        <FaultsCard faults={faults} registration={registration.id} />
        <Card title="Nội dung gửi">
          <CheckAnswers answers={answersOf(whole)} />
        </Card>
        <LinesToSend whole={whole} verdicts={props.verdicts} />
        <Card title="Gửi đăng ký">
          <p>
            Đăng ký được gửi đến {registration.receiverName}. Sau khi gửi, đơn vị có thể rút lại cho đến khi
            được tiếp nhận. Căn cứ: {sectorBasis(registration.year)}.
          </p>
          {late && (
            <Notice tone="watch" title="Đã quá hạn đăng ký">
              <p>Đăng ký vẫn gửi được, được ghi là gửi muộn kèm lý do.</p>
            </Notice>
          )}
          <ActionForm action={`/dang-ky/${registration.id}/ban-nop`} formKey={props.formKey}>
            <input type="hidden" name="version" value={registration.version} />
            {late && <TextArea {...shown(state, "lateReason")} label="Lý do gửi muộn" rows={3} />}
            <TextArea {...shown(state, "remarks")} label="Ghi chú cho nơi nhận" rows={3} optional />
            <Actions>
              {faults.length > 0 ? (
                <ClosedAction
                  id="gui"
                  label="Gửi đăng ký"
                  reason={`Còn ${faults.length} dòng phải sửa ở trên rồi mới gửi được.`}
                />
              ) : (
                <Button>Gửi đăng ký</Button>
              )}
              <ButtonLink href={`/dang-ky/${registration.id}`} kind="secondary">
                Quay lại, chưa gửi
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
      </Stack>
    </Page>
  );
}

const isLateNow = ({ registration, deadline }: WholeRegistration, actor: Actor): boolean => {
  if (registration.state === "returned" && registration.dueOn) return actor.day > registration.dueOn;
  if (registration.state === "returned" && registration.late !== null) return registration.late;
  return deadline !== null && isLate(deadline, actor.at);
};

const FaultsCard = ({ faults, registration }: { faults: readonly LineFault[]; registration: number }) =>
  faults.length === 0 ? null : (
    <Card title="Phải sửa trước khi gửi" tone="bad" flush>
      <Lines
        lines={faults.map(({ line, refusal }) => ({
          main: refusal.sentence,
          detail: refusal.basis,
          end: (
            <a href={`/dang-ky/${registration}/dong/${line.id}`}>
              Sửa<span class="unseen"> dòng của {line.subject.name}</span>
            </a>
          ),
        }))}
      />
    </Card>
  );

function answersOf({ registration, lines, targets, deadline }: WholeRegistration) {
  const listed = lines.filter(({ state }) => state === "listed");
  const proposed = lines.filter(({ state }) => state === "proposed").length;
  return [
    { label: "Phong trào", value: registration.movementName },
    { label: "Đơn vị đăng ký", value: registration.unitName },
    { label: "Nơi nhận", value: registration.receiverName },
    ...(deadline ? [{ label: "Hạn", value: <DeadlineText deadline={deadline} /> }] : []),
    {
      label: "Danh hiệu, hình thức",
      value: `${listed.length} dòng`,
      changeHref: `/dang-ky/${registration.id}`,
    },
    ...(proposed > 0
      ? [
          {
            label: "Cá nhân đề nghị chưa xem xét",
            value: `${proposed} dòng, không gửi kèm`,
            changeHref: `/dang-ky/${registration.id}`,
          },
        ]
      : []),
    {
      label: "Chỉ tiêu",
      value:
        targets.length === 0 ? (
          "Không có"
        ) : (
          <ul>
            {targets.map((target) => (
              <li>{writeTarget(target)}</li>
            ))}
          </ul>
        ),
      changeHref: `/dang-ky/${registration.id}`,
    },
  ];
}

/** The lines by the chain they go up, so that one sees which paper goes where. */
function LinesToSend({
  whole,
  verdicts,
}: {
  whole: WholeRegistration;
  verdicts: ReadonlyMap<number, Verdict>;
}) {
  const listed = whole.lines.filter(({ state }) => state === "listed");
  return (
    <>
      {(["vertical", "territorial"] as const).map((chain) => {
        const lines = listed.filter((line) => line.chain === chain);
        if (lines.length === 0) return null;
        return (
          <Card
            title={lineChainNames[chain]}
            tag={<Tag>{`${lines.length} dòng`}</Tag>}
            more={<a href={`/dang-ky/${whole.registration.id}/ban-in?tuyen=${chain}`}>Bản in</a>}
            flush
          >
            <Lines
              lines={lines.map((line) => {
                const verdict = verdicts.get(line.id);
                const standing = verdict && standingOf(verdict);
                return {
                  main: <b>{line.subject.name}</b>,
                  detail: titleName(line.title, line.chain),
                  end: standing && <Tag tone={standing.tone}>{standing.words}</Tag>,
                };
              })}
            />
          </Card>
        );
      })}
    </>
  );
}

interface StepPageProps {
  frame: Frame;
  registration: Registration;
  state: FormState;
  formKey: string;
}

/** The unit takes back what it has sent. */
export const WithdrawPage = ({ frame, registration, state, formKey }: StepPageProps) => (
  <Page
    frame={frame}
    title="Rút đăng ký"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsTo(registration, "Rút đăng ký")}
  >
    <Failed state={state} title="Chưa rút được" />
    <Card>
      <p>
        {registration.receiverName} sẽ không còn đăng ký của {registration.unitName} để tiếp nhận. Các dòng
        vẫn giữ nguyên để sửa và gửi lại; lần gửi lại được tính theo thời điểm gửi mới.
      </p>
      <ActionForm action={`/dang-ky/${registration.id}/ban-rut`} formKey={formKey}>
        <TextArea {...shown(state, "reason")} label="Lý do rút" rows={3} />
        <Actions>
          <Button>Rút đăng ký</Button>
          <ButtonLink href={`/dang-ky/${registration.id}`} kind="secondary">
            Quay lại, không rút
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

/** The standing body sends it back. */
export const ReturnPage = ({ frame, registration, state, formKey }: StepPageProps) => (
  <Page
    frame={frame}
    title="Trả lại đăng ký"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsTo(registration, "Trả lại")}
  >
    <Failed state={state} title="Chưa trả lại được" />
    <Card>
      <p>
        {registration.unitName} được báo ngay, sửa rồi gửi lại. Nếu đã gửi đúng hạn thì lần gửi lại vẫn tính
        đúng hạn, trừ khi hẹn ngày gửi lại dưới đây.
      </p>
      <ActionForm action={`/dang-ky/${registration.id}/ban-tra-lai`} formKey={formKey}>
        <input type="hidden" name="version" value={registration.version} />
        <TextArea {...shown(state, "reason")} label="Lý do trả lại" hint="Ghi rõ phải sửa gì" rows={4} />
        <DayField {...shown(state, "dueOn")} label="Gửi lại chậm nhất ngày" optional />
        <Actions>
          <Button>Trả lại đăng ký</Button>
          <ButtonLink href={`/dang-ky/${registration.id}`} kind="secondary">
            Quay lại, không trả
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

interface AcceptPageProps {
  frame: Frame;
  whole: WholeRegistration;
  state: FormState;
  formKey: string;
}

/** The standing body takes it as it stands. */
export function AcceptPage({ frame, whole, state, formKey }: AcceptPageProps) {
  const { registration, lines, targets } = whole;
  return (
    <Page
      frame={frame}
      title="Tiếp nhận đăng ký"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsTo(registration, "Tiếp nhận")}
    >
      <Failed state={state} title="Chưa tiếp nhận được" />
      <Card>
        <CheckAnswers
          answers={[
            { label: "Đơn vị", value: registration.unitName },
            { label: "Cách gửi", value: registration.channel ? channelNames[registration.channel] : "" },
            { label: "Thời hạn", value: registration.late ? "Gửi muộn" : "Đúng hạn" },
            { label: "Danh hiệu, hình thức", value: `${lines.length} dòng` },
            { label: "Chỉ tiêu", value: `${targets.length} chỉ tiêu` },
          ]}
        />
        <p>
          Sau khi tiếp nhận, đơn vị không rút được nữa; Thường trực vẫn có thể trả lại. Căn cứ:{" "}
          {sectorBasis(registration.year)}.
        </p>
        <ActionForm action={`/dang-ky/${registration.id}/tiep-nhan`} formKey={formKey}>
          <input type="hidden" name="version" value={registration.version} />
          <TextArea {...shown(state, "remarks")} label="Ghi chú" rows={3} optional />
          <Actions>
            <Button>Tiếp nhận đăng ký</Button>
            <ButtonLink href={`/dang-ky/${registration.id}`} kind="secondary">
              Quay lại, chưa tiếp nhận
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}
