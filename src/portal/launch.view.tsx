import { asDeadline } from "../movements/deadlines.ts";
import { launchPaperOf, type Movement, writeSymbol, writeYears } from "../movements/movement.ts";
import { type Day, onDay } from "../platform/day.ts";
import { Card, DayText, DeadlineText, Lines, type PublicFrame, PublicPage, Stack } from "../web/kit.ts";
import type { PublishedLaunch } from "./portal.store.ts";

interface LaunchProps {
  frame: PublicFrame;
  movement: Movement;
  related: readonly Pick<PublishedLaunch, "id" | "name" | "publishedAt">[];
  today: Day;
}

/** A launch as an article: its theme, what it asks for, its phases and deadlines. */
export function LaunchView({ frame, movement, related, today }: LaunchProps) {
  const published = onDay(movement.issuedAt ?? movement.madeAt);
  const paper = launchPaperOf(movement);
  const symbol = paper && writeSymbol(paper);
  return (
    <PublicPage
      frame={frame}
      title={movement.name}
      description={movement.theme ?? movement.name}
      crumbs={[{ label: "Phong trào", href: "/cong-thong-tin" }, { label: movement.launcher.name }]}
      lead={
        <>
          Đăng ngày <DayText day={published} /> · {movement.launcher.name} · {writeYears(movement)}
          {symbol && ` · ${symbol}`}
        </>
      }
      aside={related.length > 0 && <Related related={related} />}
    >
      {movement.theme && <p class="theme">“{movement.theme}”</p>}
      {movement.motto && <p>Khẩu hiệu: “{movement.motto}”.</p>}
      <Stack>
        <Said title="Mục đích" text={movement.goal} />
        <Said title="Đối tượng" text={movement.subjects} />
        <Contents movement={movement} />
        <Phases movement={movement} today={today} />
        <Deadlines movement={movement} />
        <Said title="Tiêu chí" text={movement.criteria} />
        <Said title="Khen thưởng" text={movement.expectedCommendation} />
      </Stack>
    </PublicPage>
  );
}

const Said = ({ title, text }: { title: string; text: string | null }) =>
  text === null ? null : (
    <section>
      <h2>{title}</h2>
      {text.split(/\n+/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </section>
  );

function Contents({ movement }: { movement: Movement }) {
  const headings = movement.contents.filter((content) => content.level <= 2);
  if (headings.length === 0) return null;
  return (
    <section>
      <h2>Nội dung</h2>
      <ul class="outline">
        {headings.map((content) => (
          <li>
            {content.label} {content.heading}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Phases({ movement, today }: { movement: Movement; today: Day }) {
  if (movement.phases.length === 0) return null;
  return (
    <Card title="Các đợt thi đua" flush>
      <Lines
        lines={movement.phases.map((phase) => ({
          main: phase.name,
          detail:
            phase.from && phase.to ? (
              <>
                Từ <DayText day={phase.from} /> đến hết <DayText day={phase.to} />
                {phase.from <= today && today <= phase.to ? ", đang diễn ra" : ""}
              </>
            ) : (
              `${phase.fromWording ?? ""} ${phase.toWording ?? ""}`.trim()
            ),
        }))}
      />
    </Card>
  );
}

function Deadlines({ movement }: { movement: Movement }) {
  const standing = movement.deadlines.filter((deadline) => !deadline.withdrawn);
  if (standing.length === 0) return null;
  return (
    <Card title="Các mốc thời hạn" flush>
      <Lines
        lines={standing.map((deadline) => ({
          main: deadline.what,
          detail: deadline.audienceWords,
          end: <DeadlineText deadline={asDeadline(deadline)} />,
        }))}
      />
    </Card>
  );
}

const Related = ({ related }: Pick<LaunchProps, "related">) => (
  <Card title="Tin liên quan" flush>
    <Lines
      lines={related.map((one) => ({
        main: <a href={`/cong-thong-tin/phong-trao/${one.id}`}>{one.name}</a>,
        detail: <DayText day={onDay(one.publishedAt)} />,
      }))}
    />
  </Card>
);
