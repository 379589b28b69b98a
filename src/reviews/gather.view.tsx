import type { Actor } from "../platform/actor.ts";
import { onDay } from "../platform/day.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  BarLine,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DayText,
  DeadlineText,
  EmptyState,
  Page,
  SelectField,
  Stack,
  Tag,
  UnitLine,
} from "../web/kit.ts";
import {
  hasSent,
  isMissing,
  type Reporter,
  reporterStandingNames,
  standingOf,
  tallyOf,
  writeEnd,
} from "./gather.ts";
import type { SeenReview } from "./review.may.ts";
import { levelNames } from "./review.ts";
import { counterpart, paragraphsOf, type Section } from "./section.ts";
import { BASE, crumbsTo, LateTag, titleOf } from "./tags.view.tsx";

interface GatherProps {
  frame: Frame;
  actor: Actor;
  review: SeenReview;
  reporters: readonly Reporter[];
  /** The superior's own sections; one of them is read across all reports. */
  sections: readonly Section[];
  chosen: Section | null;
  /** What was sent, by report, as far as this person sees it. */
  sent: ReadonlyMap<number, readonly Section[]>;
  /** Words taken already, by source. */
  taken: ReadonlySet<string>;
  writes: boolean;
  formKey: string;
}

/** All reports that go into this one: who is missing, and one section read across all of them. */
export function GatherPage(props: GatherProps) {
  const { actor, review, reporters } = props;
  const tally = tallyOf(reporters, actor.at);
  const late = tally.late > 0 ? `, ${tally.late} gửi muộn` : "";
  const words = `Đã gửi ${tally.sent} trên ${tally.total} nơi báo cáo${late}`;
  return (
    <Page
      frame={props.frame}
      title="Báo cáo của các đơn vị"
      help="so-ket-tong-ket"
      crumbs={crumbsTo(review, "Báo cáo của các đơn vị")}
      lead={titleOf(review)}
      actions={
        props.writes && (
          <ButtonLink href={`${BASE}/${review.id}/soan`} kind="secondary">
            Soạn báo cáo chung
          </ButtonLink>
        )
      }
    >
      <Stack>
        <Card>
          <p>
            <b>{words}</b>
          </p>
          <BarLine label={words} value={tally.sent} of={tally.total} />
          <p class="small soft">
            Số liệu của báo cáo chung lấy thẳng từ hệ thống trên mọi đơn vị, không cộng từ số các đơn vị đã
            gửi.
          </p>
        </Card>
        <MissingCard reporters={reporters} actor={actor} />
        <AcrossCard {...props} />
        <SentCard reporters={reporters} actor={actor} />
      </Stack>
    </Page>
  );
}

const tones = {
  accepted: "good",
  sent: "action",
  returned: "watch",
  overdue: "bad",
  missing: "plain",
  followed: "plain",
} as const;

function MissingCard({ reporters, actor }: Pick<GatherProps, "reporters" | "actor">) {
  const missing = reporters.filter((reporter) => isMissing(standingOf(reporter, actor.at)));
  if (missing.length === 0) return null;
  return (
    <Card title="Còn thiếu" tag={<Tag tone="watch">{`${missing.length} nơi`}</Tag>} flush>
      <ReportersTable id="con-thieu" caption="Nơi chưa gửi báo cáo" reporters={missing} actor={actor} />
    </Card>
  );
}

function SentCard({ reporters, actor }: Pick<GatherProps, "reporters" | "actor">) {
  const others = reporters.filter((reporter) => !isMissing(standingOf(reporter, actor.at)));
  return (
    <Card title="Đã gửi" tag={<Tag>{`${others.length} nơi`}</Tag>} flush>
      {others.length === 0 ? (
        <EmptyState title="Chưa nơi nào gửi báo cáo" />
      ) : (
        <ReportersTable id="da-gui" caption="Nơi đã gửi báo cáo" reporters={others} actor={actor} />
      )}
    </Card>
  );
}

const ReportersTable = ({
  id,
  caption,
  reporters,
  actor,
}: {
  id: string;
  caption: string;
  reporters: readonly Reporter[];
  actor: Actor;
}) => (
  <DataTable<Reporter>
    id={id}
    caption={caption}
    rows={reporters}
    rowKey={({ unit, review }) => `${unit}-${review}`}
    columns={[
      {
        key: "don-vi",
        label: "Nơi báo cáo",
        head: true,
        cell: (reporter) => (
          <UnitLine
            name={reporter.unitName}
            href={
              reporter.review && hasSent(standingOf(reporter, actor.at))
                ? `${BASE}/${reporter.review}`
                : undefined
            }
            path={reporter.ended ? [writeEnd(reporter.ended)] : []}
          />
        ),
      },
      ...(reporters.some(({ level }) => level === "cluster")
        ? [{ key: "cap", label: "Cấp", cell: ({ level }: Reporter) => levelNames[level] }]
        : []),
      {
        key: "han",
        label: "Hạn",
        cell: ({ deadline }) =>
          deadline ? <DeadlineText deadline={deadline} /> : <span class="soft">Không có hạn riêng</span>,
      },
      {
        key: "den",
        label: "Đến lúc",
        kind: "day",
        cell: ({ arrivedAt, late }) =>
          arrivedAt ? (
            <>
              <DayText day={onDay(arrivedAt)} /> <LateTag late={late} />
            </>
          ) : (
            "Chưa có"
          ),
      },
      {
        key: "tinh-trang",
        label: "Tình trạng",
        kind: "tag",
        cell: (reporter) => {
          const standing = standingOf(reporter, actor.at);
          return <Tag tone={tones[standing]}>{reporterStandingNames[standing]}</Tag>;
        },
      },
    ]}
  />
);

/** One section of every report, one below the other; a paragraph is taken with one press. */
function AcrossCard(props: GatherProps) {
  const { review, sections, chosen, sent, reporters } = props;
  const readable = reporters.filter(({ review: report }) => report !== null && sent.has(report));
  if (readable.length === 0 || !chosen) return null;
  const written = readable.flatMap((reporter) => {
    const section = counterpart(chosen, sent.get(reporter.review!) ?? []);
    const paragraphs = section ? paragraphsOf(section.words) : [];
    return section && paragraphs.length > 0 ? [{ reporter, section, paragraphs }] : [];
  });
  return (
    <Card title="Đọc theo mục" lead="Lấy một đoạn vào báo cáo chung thì tên đơn vị và đường dẫn đi kèm.">
      <form class="form" method="get" action={`${BASE}/${review.id}/tong-hop`}>
        <SelectField
          name="muc"
          label="Mục"
          value={`${chosen.position}`}
          choices={sections.map(({ position, heading }) => ({ value: `${position}`, label: heading }))}
        />
        <Button kind="secondary">Đọc mục này</Button>
      </form>
      <h3>{chosen.heading}</h3>
      {written.length === 0 && <p class="soft">Chưa đơn vị nào viết mục này.</p>}
      {written.map(({ reporter, section, paragraphs }) => (
        <Card
          level={3}
          title={reporter.unitName}
          more={
            <a href={`${BASE}/${reporter.review}#muc-${section.position}`}>
              Mở báo cáo<span class="unseen"> của {reporter.unitName}</span>
            </a>
          }
        >
          {paragraphs.map((words, paragraph) => (
            <Paragraph
              {...props}
              words={words}
              paragraph={paragraph}
              source={reporter.review!}
              sourceName={reporter.unitName}
              sourcePosition={section.position}
              position={chosen.position}
            />
          ))}
        </Card>
      ))}
    </Card>
  );
}

interface ParagraphProps extends GatherProps {
  words: string;
  paragraph: number;
  source: number;
  sourceName: string;
  sourcePosition: number;
  position: number;
}

const Paragraph = (props: ParagraphProps) => (
  <div>
    <p>{props.words}</p>
    {props.writes &&
      (props.taken.has(`${props.position} ${props.source} ${props.words}`) ? (
        <p class="small">
          <Tag tone="good">Đã lấy vào báo cáo chung</Tag>
        </p>
      ) : (
        <ActionForm
          action={`${BASE}/${props.review.id}/doan`}
          formKey={`${props.formKey}-${props.position}-${props.source}-${props.paragraph}`}
          inline
        >
          <input type="hidden" name="position" value={props.position} />
          <input type="hidden" name="source" value={props.source} />
          <input type="hidden" name="sourcePosition" value={props.sourcePosition} />
          <input type="hidden" name="paragraph" value={props.paragraph} />
          <Button small kind="secondary">
            Lấy đoạn này
            <span class="unseen">
              {" "}
              số {props.paragraph + 1} của {props.sourceName}
            </span>
          </Button>
        </ActionForm>
      ))}
  </div>
);
