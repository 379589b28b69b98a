import { searchPeople, searchUnits } from "../org/search.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { maySeeRecord } from "../records/fact.may.ts";
import type { SubjectRef } from "../records/fact.ts";
import { findSubject } from "../records/subject.store.ts";
import { actorOf, frameOf, pages, readerOf, show } from "../web/http.ts";
import { ButtonLink, Card, Columns, EmptyState, type Frame, Lines, Page, Stack } from "../web/kit.ts";
import { pathwayAddress, sweepAddress } from "./addresses.ts";
import { mayLookAtSweeps } from "./eligibility.may.ts";
import { type SweepRow, sweepsSeen } from "./sweep-result.store.ts";

const FOUND = 12;

interface Found {
  readonly subject: SubjectRef;
  readonly name: string;
  readonly detail: string;
}

/** The way in: one's own pathway, anybody's within reach, and the sweeps. */
export function entryPages() {
  const entry = pages();

  entry.get("/dieu-kien", async (c) => {
    const [actor, reader] = [actorOf(c), readerOf(c)];
    const words = (c.req.query("q") ?? "").trim().slice(0, 100);
    const sweeps = mayLookAtSweeps(actor)
      ? (await sweepsSeen(reader, actor, { number: 1, size: 5 })).rows
      : null;
    return show(
      c,
      <EntryView
        frame={await frameOf(c)}
        person={actor.person}
        words={words}
        found={words ? await findWithinReach(reader, actor, words) : null}
        sweeps={sweeps}
        units={[...new Map(actor.posts.filter(isOfUnit).map((post) => [post.unit, post.unitName]))]}
      />,
    );
  });

  return entry;
}

/** Clusters and councils are no collectives that titles are proposed for. */
const isOfUnit = ({ kind }: Actor["posts"][number]): boolean => !/^(cluster|council)-/.test(kind);

/** People and units by name whose record this person may see. */
async function findWithinReach(reader: Reader, actor: Actor, words: string): Promise<Found[]> {
  const [people, units] = await Promise.all([
    searchPeople(reader, actor, words, FOUND),
    searchUnits(reader, actor, words, FOUND),
  ]);
  const hits: Found[] = [
    ...people.map((hit) => ({
      subject: { kind: "person" as const, id: hit.id },
      name: hit.name,
      detail: [hit.title, hit.unitName].filter(Boolean).join(", "),
    })),
    ...units
      .filter(({ kind }) => kind !== "cluster")
      .map((hit) => ({
        subject: { kind: "unit" as const, id: hit.id },
        name: hit.name,
        detail: [hit.above, hit.code].filter(Boolean).join(" · "),
      })),
  ];
  const seen = await Promise.all(
    hits.map(async (hit) => {
      const subject = await findSubject(reader, hit.subject, actor.day);
      return subject !== null && !isRefusal(maySeeRecord(actor, subject));
    }),
  );
  return hits.filter((_, index) => seen[index]);
}

interface EntryProps {
  frame: Frame;
  person: number | null;
  words: string;
  found: readonly Found[] | null;
  /** Null for those who have nothing to do with sweeps. */
  sweeps: readonly SweepRow[] | null;
  units: readonly (readonly [number, string])[];
}

const EntryView = ({ frame, person, words, found, sweeps, units }: EntryProps) => (
  <Page
    frame={frame}
    title="Điều kiện, lộ trình"
    lead="Ai đang có gì, năm nay đủ điều kiện gì, còn thiếu gì và sớm nhất từ năm nào."
    help="dieu-kien"
  >
    <Columns>
      <Stack>
        <Card title="Tìm người, tập thể">
          <search>
            <form method="get" action="/dieu-kien" class="form">
              <div class="field">
                <label for="o-q">Họ tên, tên đơn vị</label>
                <input
                  id="o-q"
                  class="input input-full"
                  type="search"
                  name="q"
                  value={words}
                  autocomplete="off"
                />
              </div>
              <button class="button button-primary" type="submit">
                Tìm
              </button>
            </form>
          </search>
        </Card>
        {found && (
          <Card title="Kết quả tìm" flush={found.length > 0}>
            {found.length === 0 ? (
              <EmptyState title="Không tìm thấy ai trong phạm vi của bạn">
                Hãy thử từ khác; chỉ tìm được người và đơn vị mà bạn được xem hồ sơ.
              </EmptyState>
            ) : (
              <Lines
                lines={found.map(({ subject, name, detail }) => ({
                  main: <a href={pathwayAddress(subject)}>{name}</a>,
                  detail,
                }))}
              />
            )}
          </Card>
        )}
      </Stack>
      <Stack>
        <Card title="Của tôi, đơn vị tôi" flush>
          <Lines
            lines={[
              ...(person === null
                ? []
                : [
                    {
                      main: <a href={pathwayAddress({ kind: "person", id: person })}>Lộ trình của tôi</a>,
                    },
                  ]),
              ...units.map(([id, name]) => ({
                main: <a href={pathwayAddress({ kind: "unit", id })}>{name}</a>,
              })),
            ]}
          />
        </Card>
        {sweeps && (
          <Card
            title="Rà soát điều kiện"
            lead="Mọi người, mọi tập thể của một đơn vị, một tỉnh hay toàn ngành."
            more={<a href="/dieu-kien/ra-soat">Tất cả</a>}
          >
            {sweeps.length > 0 && (
              <ul>
                {sweeps.map((sweep) => (
                  <li>
                    <a href={sweepAddress(sweep.id)}>
                      {sweep.unitName}, năm {sweep.year}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            <ButtonLink kind="secondary" href="/dieu-kien/ra-soat">
              Rà soát mới
            </ButtonLink>
          </Card>
        )}
      </Stack>
    </Columns>
  </Page>
);
