import type { Frame } from "../web/frame.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DataTable,
  Notice,
  Tag,
  TextField,
  type Tone,
} from "../web/kit.ts";
import { outcomeOf, shareOf } from "./canonical.ts";
import type { NomineeCount, Poll, PollResult, QuestionCount } from "./poll.ts";
import { PollPage } from "./poll.view.tsx";
import { needsSecondRound } from "./tally.ts";
import { thresholdWords } from "./threshold.ts";

interface ResultPageProps {
  frame: Frame;
  poll: Poll;
  /** Without the questions closed to whoever reads it. */
  result: PollResult;
  closed: ReadonlyMap<number, string>;
  running: boolean;
}

/** The result, once counted: what was reached, and everything to check it by. */
export function ResultPage({ frame, poll, result, closed, running }: ResultPageProps) {
  const at = `/bo-phieu/${poll.id}`;
  return (
    <PollPage frame={frame} poll={poll} running={running} current="result" title="Kết quả kiểm phiếu">
      <ClosedResults poll={poll} closed={closed} />
      {result.questions.some(needsSecondRound) && (
        <Notice tone="watch" title="Có đề cử bằng nhau ở vị trí cuối">
          Cần bỏ phiếu vòng tiếp theo giữa các đề cử bằng nhau; bên tổ chức cuộc họp lập vòng mới.
        </Notice>
      )}
      {result.questions.length === 0 ? null : result.questions.every(({ kind }) => kind === "approve") ? (
        <ApprovalResults questions={result.questions} members={poll.members} />
      ) : (
        result.questions.map((question) => <QuestionResult question={question} members={poll.members} />)
      )}
      <Card title="Biên bản và kiểm lại">
        <Actions>
          <ButtonLink href={`${at}/bien-ban.pdf`} download>
            Biên bản kiểm phiếu (PDF)
          </ButtonLink>
          <ButtonLink href={`${at}/bien-ban.docx`} kind="secondary" download>
            Biên bản (DOCX)
          </ButtonLink>
          {closed.size === 0 && (
            <ButtonLink href={`${at}/xuat`} kind="secondary" download>
              Tệp xuất để kiểm lại
            </ButtonLink>
          )}
          <ButtonLink href={`${at}/kiem-phieu-lai.html`} kind="secondary" download>
            Trang kiểm phiếu lại ngoại tuyến
          </ButtonLink>
          <ButtonLink href={`${at}/kiem-tra`} kind="secondary">
            Tra mã theo dõi
          </ButtonLink>
        </Actions>
        <p>
          Tải tệp xuất và trang kiểm lại về máy, mở trang đó không cần mạng và chọn tệp: trang tự mở từng lá
          phiếu, đếm lại và so với biên bản. Người có chương trình dùng lệnh <code>./thidua recount TỆP</code>
          .
        </p>
      </Card>
      <Card title="Nguyên văn kết quả">
        <pre class="verbatim" tabindex={0}>
          {result.canonical}
        </pre>
      </Card>
    </PollPage>
  );
}

/** What is missing and why, so that nobody takes the page for the whole result. */
const ClosedResults = ({ poll, closed }: Pick<ResultPageProps, "poll" | "closed">) => (
  <>
    {poll.questions
      .filter(({ ordinal }) => closed.has(ordinal))
      .map(({ ordinal }) => (
        <Notice tone="info" title={`Kết quả nội dung ${ordinal} không hiện với bạn`}>
          {closed.get(ordinal)} Biên bản bạn tải không có nội dung này; tệp xuất để kiểm lại do thành viên
          khác tải.
        </Notice>
      ))}
  </>
);

/** All nominees of approve questions in one table, and each threshold once. */
function ApprovalResults({ questions, members }: { questions: readonly QuestionCount[]; members: number }) {
  const thresholds = questions.flatMap(({ threshold }) => (threshold ? [threshold] : []));
  const said = thresholds.filter(
    (one, at) =>
      thresholds.findIndex(({ basis, needed }) => basis === one.basis && needed === one.needed) === at,
  );
  return (
    <Card title="Kết quả">
      {said.map((threshold) => (
        <p>
          Cần {thresholdWords(threshold, members)} ({threshold.basis}).{" "}
          {!threshold.verified && <Tag tone="watch">Tỷ lệ chưa kiểm chứng</Tag>}
        </p>
      ))}
      <DataTable<QuestionCount>
        id="ket-qua"
        caption="Kết quả từng đề cử"
        rows={questions}
        rowKey={(row) => `${row.ordinal}`}
        columns={[
          {
            key: "ten",
            label: "Đề cử",
            head: true,
            cell: (row) => `${row.ordinal}. ${row.nominees[0]!.name}`,
          },
          {
            key: "hop-le",
            label: "Hợp lệ/thu về",
            kind: "number",
            cell: (row) => `${row.valid}/${row.returned}`,
          },
          { key: "dong-y", label: "Đồng ý", kind: "number", cell: (row) => row.nominees[0]!.yes },
          {
            key: "ty-le",
            label: "Tỷ lệ",
            kind: "number",
            cell: (row) => shareOf(row.nominees[0]!.yes, members),
          },
          { key: "khong", label: "Không đồng ý", kind: "number", cell: (row) => row.nominees[0]!.no },
          { key: "trong", label: "Không ghi ý kiến", kind: "number", cell: (row) => row.nominees[0]!.blank },
          {
            key: "ket-qua",
            label: "Kết quả",
            kind: "tag",
            cell: (row) => <OutcomeTag kind="approve" nominee={row.nominees[0]!} />,
          },
        ]}
      />
    </Card>
  );
}

function QuestionResult({ question, members }: { question: QuestionCount; members: number }) {
  const approve = question.kind === "approve";
  return (
    <Card title={`${question.ordinal}. ${question.title}`}>
      <p>
        Phát ra {question.issued}, thu về {question.returned}, hợp lệ {question.valid}, không hợp lệ{" "}
        {question.invalid}.
        {question.threshold &&
          ` Cần ${thresholdWords(question.threshold, members)} (${question.threshold.basis}).`}{" "}
        {question.threshold && !question.threshold.verified && <Tag tone="watch">Tỷ lệ chưa kiểm chứng</Tag>}
      </p>
      <DataTable<NomineeCount>
        id={`ket-qua-${question.ordinal}`}
        caption={`Kết quả: ${question.title}`}
        rows={question.nominees}
        rowKey={(row) => `${row.ordinal}`}
        columns={[
          { key: "ten", label: "Đề cử", head: true, cell: (row) => row.name },
          { key: "dong-y", label: approve ? "Đồng ý" : "Số phiếu", kind: "number", cell: (row) => row.yes },
          question.kind === "rank"
            ? { key: "diem", label: "Điểm", kind: "number", cell: (row: NomineeCount) => row.points }
            : {
                key: "ty-le",
                label: "Trên tổng số thành viên",
                kind: "number",
                cell: (row: NomineeCount) => shareOf(row.yes, members),
              },
          ...(approve
            ? [
                {
                  key: "khong",
                  label: "Không đồng ý",
                  kind: "number" as const,
                  cell: (row: NomineeCount) => row.no,
                },
                {
                  key: "trong",
                  label: "Không ghi ý kiến",
                  kind: "number" as const,
                  cell: (row: NomineeCount) => row.blank,
                },
              ]
            : []),
          {
            key: "ket-qua",
            label: "Kết quả",
            kind: "tag",
            cell: (row) => <OutcomeTag kind={question.kind} nominee={row} />,
          },
        ]}
      />
    </Card>
  );
}

function OutcomeTag({ kind, nominee }: { kind: QuestionCount["kind"]; nominee: NomineeCount }) {
  const words = outcomeOf(kind, nominee).toLocaleLowerCase("vi");
  return <Tag tone={toneOf(kind, nominee)}>{words.charAt(0).toLocaleUpperCase("vi") + words.slice(1)}</Tag>;
}

/** Not being among the first is nothing bad; missing a share of the law is said as such. */
function toneOf(kind: QuestionCount["kind"], { withdrawn, tied, passed }: NomineeCount): Tone {
  if (withdrawn) return "plain";
  if (tied) return "watch";
  if (passed) return "good";
  return kind === "approve" ? "bad" : "plain";
}

interface CodePageProps {
  frame: Frame;
  poll: Poll;
  running: boolean;
  typed: string;
  error?: string | undefined;
  /** How many of the slips' codes lie in the box; null before anything was asked. */
  found: { readonly present: number; readonly asked: number } | null;
}

/** Looks one's own code up: whether the papers lie in the box, never what they say. */
export const CodePage = ({ frame, poll, running, typed, error, found }: CodePageProps) => (
  <PollPage
    frame={frame}
    poll={poll}
    running={running}
    current="vote"
    title="Tra mã theo dõi"
    failed={error !== undefined}
  >
    {found && <Found found={found} />}
    <Card title="Mã riêng của bạn">
      <p>
        Gõ mã riêng đã ghi lại khi bỏ phiếu, hoặc một mã trong phụ lục biên bản. Trang chỉ trả lời phiếu có
        nằm trong hòm hay không; không ai, kể cả bạn, xem được phiếu đã ghi gì.
      </p>
      <form class="form" method="post" action={`/bo-phieu/${poll.id}/kiem-tra`} data-turbo="false" novalidate>
        <TextField
          name="ma"
          label="Mã"
          value={typed}
          error={error}
          hint="Ví dụ: 7KQ2-M0XA-93RD-TYHW"
          autocomplete="off"
          spellcheck={false}
        />
        <Actions>
          <Button>Tra mã</Button>
        </Actions>
      </form>
    </Card>
  </PollPage>
);

function Found({ found: { present, asked } }: { found: { present: number; asked: number } }) {
  if (present === 0)
    return (
      <Notice tone="bad" title="Không có lá phiếu nào mang mã này">
        Hãy xem lại từng ký tự. Nếu chắc chắn mã đúng, hãy báo tổ kiểm phiếu ghi vào biên bản.
      </Notice>
    );
  return present === asked ? (
    <Notice
      title={
        asked === 1 ? "Lá phiếu này nằm trong hòm phiếu" : `Cả ${asked} lá phiếu của bạn nằm trong hòm phiếu`
      }
    />
  ) : (
    <Notice title={`${present} lá phiếu mang mã của bạn nằm trong hòm phiếu`}>
      Cuộc bỏ phiếu có {asked} nội dung; nội dung bạn không bỏ phiếu thì không có lá phiếu.
    </Notice>
  );
}
