import { type Day, firstDayOf, type Instant, lastDayOf, writeDay } from "../platform/day.ts";
import { lastDayInTime } from "../platform/deadline.ts";
import type { YearMarks } from "../platform/offered.ts";
import {
  Actions,
  Button,
  Card,
  Columns,
  DataTable,
  DeadlineText,
  EmptyState,
  type Frame,
  Lines,
  Page,
  SelectField,
  Stack,
  Tag,
  YearLine,
} from "../web/kit.ts";
import type { CheckedStep } from "./year.ts";
import type { SeenSubject } from "./year-looking.pages.ts";

interface YearViewProps {
  frame: Frame;
  subject: SeenSubject;
  year: number;
  steps: readonly CheckedStep[];
  phases: YearMarks["phases"];
  /** Units and clusters of the reader's own posts, to go to. */
  own: readonly { readonly noun: string; readonly id: number; readonly name: string }[];
  today: Day;
  at: Instant;
  thisYear: number;
  /** The reader follows units below, and so has a table of them. */
  followsUnits: boolean;
}

const nameOf = (noun: string): string => (noun === "cluster" ? "cum" : "don-vi");

/** The year of one unit or cluster: what was planned, pledged, done, by when, and whether the dates can be true. */
export function YearView(props: YearViewProps) {
  const { subject, year, steps } = props;
  const findings = steps.flatMap(({ step, findings: own }) =>
    own.map((finding) => ({ ...finding, label: step.label })),
  );
  return (
    <Page
      frame={props.frame}
      title={`Năm công tác ${year}`}
      lead={subject.name}
      crumbs={[
        { label: "Việc của tôi", href: "/" },
        { label: "Năm công tác", href: `/nam-cong-tac?nam=${year}` },
        { label: subject.name },
      ]}
    >
      <Stack>
        <YearLine
          label={`Các đợt, hạn của ${subject.name} năm ${year}`}
          from={firstDayOf(year)}
          to={lastDayOf(year)}
          phases={props.phases}
          marks={marksFor(props)}
          today={props.today}
        />
        <StepsCard steps={steps} year={year} />
        <Columns even>
          <Card title="Kiểm tra ngày tháng" flush={findings.length > 0}>
            {findings.length === 0 ? (
              <p>Không có ngày nào vô lý hoặc mâu thuẫn.</p>
            ) : (
              <Lines
                lines={findings.map(({ label, sentence, tone }) => ({
                  main: sentence,
                  detail: label,
                  end: <Tag tone={tone}>{tone === "bad" ? "Sai" : "Lưu ý"}</Tag>,
                }))}
              />
            )}
          </Card>
          <ChoiceCard {...props} />
        </Columns>
      </Stack>
    </Page>
  );
}

const MOST_MARKS = 14;

const marksFor = ({ steps, year }: YearViewProps) =>
  steps
    .flatMap(({ step: { label, deadline, day, tone } }) => {
      const on = (deadline && lastDayInTime(deadline)) ?? day;
      return on?.startsWith(`${year}-`) ? [{ label: label.split(/[“:(]/u)[0]!.trim(), day: on, tone }] : [];
    })
    .slice(0, MOST_MARKS);

const StepsCard = ({ steps, year }: { steps: readonly CheckedStep[]; year: number }) => (
  <Card title="Các bước trong năm" flush>
    <DataTable<CheckedStep>
      id="buoc"
      caption={`Các bước năm ${year}`}
      rows={steps}
      rowKey={({ step }) => `${step.label} ${step.href}`}
      empty={
        <EmptyState title={`Năm ${year} chưa có bước nào`}>
          Khi có kế hoạch, giao ước, đăng ký, báo cáo, các bước hiện ở đây theo thứ tự trong năm.
        </EmptyState>
      }
      columns={[
        {
          key: "buoc",
          label: "Bước",
          head: true,
          cell: ({ step, findings }) => (
            <>
              {step.href ? <a href={step.href}>{step.label}</a> : step.label}
              {findings.map(({ tone, sentence }) => (
                <small>
                  <Tag tone={tone}>{sentence}</Tag>
                </small>
              ))}
            </>
          ),
        },
        {
          key: "tinh-trang",
          label: "Tình trạng",
          kind: "tag",
          cell: ({ step }) => <StateOf step={step} />,
        },
        {
          key: "han",
          label: "Hạn",
          cell: ({ step }) => (step.deadline ? <DeadlineText deadline={step.deadline} /> : "—"),
        },
      ]}
    />
  </Card>
);

/** The state in a tag, what a stage adds to it and the day beside. */
function StateOf({ step: { state, tone, day } }: { step: CheckedStep["step"] }) {
  const [short, ...rest] = state.split(" · ");
  const beside = [...rest, ...(day ? [writeDay(day)] : [])].join(" · ");
  return (
    <>
      <Tag tone={tone}>{short}</Tag>
      {beside && <small class="soft"> {beside}</small>}
    </>
  );
}

function ChoiceCard({ subject, year, own, thisYear, followsUnits }: YearViewProps) {
  const years = [...new Set([year, thisYear + 1, thisYear, thisYear - 1, thisYear - 2, thisYear - 3])];
  const others = [...new Map(own.map((one) => [one.id, one])).values()].filter(({ id }) => id !== subject.id);
  return (
    <Card title="Xem năm khác, nơi khác" flush>
      <form class="form card-body" method="get" action="/nam-cong-tac">
        <input type="hidden" name={nameOf(subject.noun)} value={`${subject.id}`} />
        <SelectField
          name="nam"
          label="Năm"
          value={`${year}`}
          prompt={null}
          choices={years
            .sort((left, right) => right - left)
            .map((one) => ({ value: `${one}`, label: `${one}` }))}
        />
        <Actions>
          <Button kind="secondary">Xem</Button>
        </Actions>
      </form>
      <Lines
        lines={[
          ...others.map(({ noun, id, name }) => ({
            main: <a href={`/nam-cong-tac?${nameOf(noun)}=${id}&nam=${year}`}>{name}</a>,
          })),
          ...(followsUnits
            ? [
                {
                  main: (
                    <a href={`/nam-cong-tac/toan-nganh?nam=${year}`}>Bảng các đơn vị, cụm tôi theo dõi</a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
