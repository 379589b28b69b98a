import type { FormState } from "../web/form.ts";
import { shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  Lines,
  NumberField,
  Stack,
  Tag,
} from "../web/kit.ts";
import { mostPapers, type PaperCounts } from "./papers.ts";
import type { Poll, Question } from "./poll.ts";
import { PollPage } from "./poll.view.tsx";

interface PapersPageProps {
  frame: Frame;
  poll: Poll;
  counts: boolean;
  entered: PaperCounts | null;
  state: FormState;
  formKey: string;
}

/** Papers to print, papers handed out by name, and the numbers that the counting team counted. */
export function PapersPage(props: PapersPageProps) {
  const { frame, poll, state } = props;
  const at = `/bo-phieu/${poll.id}`;
  return (
    <PollPage
      frame={frame}
      poll={poll}
      running
      current="papers"
      title={poll.mode === "hands" ? "Số biểu quyết" : "Phiếu giấy"}
      failed={Object.keys(state.errors).length > 0}
    >
      <ErrorSummary errors={state.errors} />
      {poll.mode !== "hands" && (
        <Card title="In phiếu">
          <p>Mẫu phiếu có chỗ đóng dấu, danh sách đề cử và cách ghi; in đủ số người nhận phiếu giấy.</p>
          <Actions>
            <ButtonLink href={`${at}/la-phieu.docx`} kind="secondary" download>
              Mẫu phiếu (DOCX)
            </ButtonLink>
            <ButtonLink href={`${at}/la-phieu.pdf`} kind="secondary" download>
              Mẫu phiếu (PDF)
            </ButtonLink>
            <ButtonLink href={`${at}/bang-kiem.docx`} kind="secondary" download>
              Bảng kiểm (DOCX)
            </ButtonLink>
            <ButtonLink href={`${at}/bang-kiem.pdf`} kind="secondary" download>
              Bảng kiểm (PDF)
            </ButtonLink>
          </Actions>
        </Card>
      )}
      {poll.papers === "together" && poll.state === "voting" && <HandOut {...props} />}
      <Numbers {...props} />
    </PollPage>
  );
}

/** Who voted on a screen gets no paper; who takes one votes no more on a screen. */
const HandOut = ({ poll, counts, formKey }: PapersPageProps) => (
  <Card title="Phát phiếu giấy theo tên" flush>
    <Lines
      lines={poll.roll
        .filter(({ ended }) => ended === null)
        .map((voter) => ({
          main: voter.name,
          detail: voter.post,
          end: voter.voted ? (
            <Tag tone={voter.voted === "paper" ? "action" : "good"}>
              {voter.voted === "paper" ? "Đã nhận phiếu giấy" : "Đã bỏ phiếu trên máy"}
            </Tag>
          ) : counts ? (
            <ActionForm
              action={`/bo-phieu/${poll.id}/phat-phieu-giay`}
              formKey={`${formKey}-${voter.person}`}
              inline
            >
              <input type="hidden" name="person" value={`${voter.person}`} />
              <Button kind="secondary" small>
                Phát phiếu<span class="unseen"> cho {voter.name}</span>
              </Button>
            </ActionForm>
          ) : undefined,
        }))}
    />
  </Card>
);

function Numbers({ poll, counts, entered, state, formKey }: PapersPageProps) {
  if (poll.mode === "secret" && poll.papers === "none")
    return (
      <EmptyState title="Cuộc bỏ phiếu này đang bỏ trên máy">
        Muốn có phiếu giấy, chủ tọa hoặc thư ký chuyển ở trang Tổ kiểm phiếu, kể cả khi đang bỏ phiếu.
      </EmptyState>
    );
  if (poll.state === "prepared" || poll.state === "voting")
    return <EmptyState title="Nhập số sau khi khép bỏ phiếu">Khép ở trang Tổ kiểm phiếu.</EmptyState>;
  if (poll.state !== "closed" || !counts)
    return (
      <EmptyState title={entered ? "Số phiếu đã nhập" : "Chưa nhập số phiếu"}>
        Tổ kiểm phiếu nhập và sửa được cho đến khi kiểm phiếu.
      </EmptyState>
    );
  return (
    <ActionForm action={`/bo-phieu/${poll.id}/phieu-giay`} formKey={formKey}>
      <Stack>
        {poll.questions.map((question, at) => (
          <QuestionNumbers poll={poll} question={question} at={at} entered={entered?.[at]} state={state} />
        ))}
        <Actions>
          <Button>{poll.mode === "hands" ? "Ghi số biểu quyết" : "Ghi số phiếu"}</Button>
        </Actions>
      </Stack>
    </ActionForm>
  );
}

interface QuestionNumbersProps {
  poll: Poll;
  question: Question;
  at: number;
  entered: PaperCounts[number] | undefined;
  state: FormState;
}

function QuestionNumbers({ poll, question, at, entered, state }: QuestionNumbersProps) {
  const hands = poll.mode === "hands";
  const field = (name: string, stored: number | undefined) =>
    shown(state, `cau.${at}.${name}`, stored === undefined ? "" : `${stored}`);
  return (
    <Card title={`${question.ordinal}. ${question.title}`}>
      <div class="number-row">
        <NumberField
          {...field("issued", entered?.issued)}
          label={hands ? "Có mặt, được biểu quyết" : "Phát ra"}
          hint={`Nhiều nhất ${mostPapers(poll, question)}`}
        />
        {!hands && (
          <>
            <NumberField {...field("returned", entered?.returned)} label="Thu về" />
            <NumberField {...field("valid", entered?.valid)} label="Hợp lệ" />
            <NumberField {...field("invalid", entered?.invalid)} label="Không hợp lệ" />
          </>
        )}
      </div>
      {question.nominees.map((nominee, place) => {
        const numbers = entered?.nominees[place];
        const of = (name: string) => `nominees.${place}.${name}`;
        const whose = question.kind === "approve" ? "" : `${nominee.name}: `;
        return (
          <div class="number-row">
            {question.kind === "rank" ? (
              question.points.map((_, rank) => (
                <NumberField
                  {...field(of(`places.${rank}`), numbers?.places[rank])}
                  label={`${whose}thứ ${rank + 1}`}
                />
              ))
            ) : (
              <NumberField
                {...field(of("yes"), numbers?.yes)}
                label={question.kind === "approve" ? "Đồng ý" : `${whose}số phiếu`}
              />
            )}
            {question.kind === "approve" && (
              <>
                <NumberField {...field(of("no"), numbers?.no)} label="Không đồng ý" />
                <NumberField {...field(of("blank"), numbers?.blank)} label="Không ghi ý kiến" />
              </>
            )}
          </div>
        );
      })}
    </Card>
  );
}
