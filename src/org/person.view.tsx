import type { JournalEntry } from "../platform/audit.store.ts";
import type { Day } from "../platform/day.ts";
import type { TabOffer } from "../platform/offers.ts";
import {
  ButtonLink,
  Card,
  Columns,
  DataTable,
  EmptyState,
  type Frame,
  Lines,
  Page,
  Plate,
  Stack,
  type TableAddress,
  Tabs,
  Tag,
} from "../web/kit.ts";
import { JournalCard } from "./journal.view.tsx";
import { categoryNames, genderNames, type Person } from "./person.ts";
import type { PostInRecord } from "./post.store.ts";
import { delegationNames, postKindNames, type WorksAs, worksAsNames } from "./post.ts";
import type { PersonRow } from "./search.store.ts";
import { writeSpan } from "./unit-history.view.tsx";

export interface PersonFacts {
  readonly person: Person;
  readonly posts: readonly PostInRecord[];
  readonly username: string | null;
  readonly tabs: readonly TabOffer[];
  readonly seesDetails: boolean;
  /** Empty for those who may not see details. */
  readonly journal: readonly JournalEntry[];
  readonly mayKeep: boolean;
  readonly mayGive: boolean;
  readonly mayKeepAccount: boolean;
}

interface PersonViewProps {
  frame: Frame;
  facts: PersonFacts;
  today: Day;
}

/** One person: what they are now, and every post they held, the newest first. */
export function PersonView({ frame, facts, today }: PersonViewProps) {
  const { person, posts } = facts;
  const now = posts.filter((post) => holdsOn(post, today));
  const past = posts.filter((post) => !holdsOn(post, today));
  const work = now.filter((post) => post.kind === "member");
  return (
    <Page
      frame={frame}
      title={person.name}
      ownHeading
      crumbs={[
        { label: "Tổ chức", href: "/to-chuc" },
        { label: "Cá nhân", href: "/to-chuc/nguoi" },
        { label: person.name },
      ]}
    >
      <Plate
        title={person.name}
        tag={
          work.length > 0 ? <Tag tone="good">Đang công tác</Tag> : <Tag tone="watch">Không còn công tác</Tag>
        }
        facts={[
          ...work.map((post) => ({
            label: "Nơi làm việc",
            value: <a href={`/to-chuc/don-vi/${post.unit}`}>{post.unitName}</a>,
          })),
          ...work.map((post) => ({
            label: "Chức danh",
            value: `${post.title}, ${worksAsNames[post.worksAs ?? "direct"].toLocaleLowerCase("vi")}`,
          })),
          ...(facts.seesDetails ? details(facts) : []),
        ]}
        actions={<PersonLinks facts={facts} />}
      />
      {facts.tabs.length > 0 && (
        <Tabs
          label={`Thi đua, khen thưởng của ${person.name}`}
          tabs={facts.tabs.map((tab) => ({
            href: tab.href,
            label: tab.label,
            count: tab.count ?? undefined,
          }))}
        />
      )}
      <Columns even>
        <Stack>
          <Card title="Đang giữ" flush={now.length > 0}>
            {now.length === 0 ? (
              <EmptyState title="Không giữ chức trách nào hôm nay" />
            ) : (
              <PostLines posts={now} facts={facts} />
            )}
          </Card>
        </Stack>
        <Stack>
          <Card title="Đã giữ" flush={past.length > 0}>
            {past.length === 0 ? (
              <EmptyState title="Chưa có chức trách nào đã kết thúc" />
            ) : (
              <PostLines posts={past} facts={facts} ended />
            )}
          </Card>
          <JournalCard entries={facts.journal} />
        </Stack>
      </Columns>
    </Page>
  );
}

const holdsOn = ({ validity }: PostInRecord, day: Day): boolean =>
  (validity.from === null || validity.from <= day) && (validity.to === null || validity.to > day);

const details = ({ person, username }: PersonFacts) => [
  { label: "Đối tượng", value: categoryNames[person.category] },
  { label: "Giới tính", value: person.gender ? genderNames[person.gender] : "Chưa rõ" },
  { label: "Năm sinh", value: person.birthYear ?? "Chưa rõ" },
  { label: "Số định danh", value: person.hasCivilNumber ? "Đã có (mã hóa)" : "Chưa có" },
  { label: "Tài khoản", value: username ?? "Chưa có" },
];

function PersonLinks({ facts }: { facts: PersonFacts }) {
  const at = (noun: string) => `/to-chuc/nguoi/${facts.person.id}/${noun}`;
  return (
    <>
      {facts.mayKeep && (
        <ButtonLink href={at("sua")} kind="secondary" small>
          Sửa thông tin
        </ButtonLink>
      )}
      {facts.mayKeep && (
        <ButtonLink href={at("dieu-dong")} kind="secondary" small>
          Điều động
        </ButtonLink>
      )}
      {facts.mayGive && (
        <ButtonLink href={at("chuc-trach")} kind="secondary" small>
          Giao chức trách
        </ButtonLink>
      )}
      {facts.mayGive && (
        <ButtonLink href={at("uy-quyen")} kind="secondary" small>
          Ủy quyền, ký thay
        </ButtonLink>
      )}
      {facts.mayKeepAccount && (
        <ButtonLink href={at("tai-khoan")} kind="secondary" small>
          {facts.username === null ? "Mở tài khoản" : "Tài khoản"}
        </ButtonLink>
      )}
    </>
  );
}

const PostLines = ({
  posts,
  facts,
  ended,
}: {
  posts: readonly PostInRecord[];
  facts: PersonFacts;
  ended?: boolean;
}) => (
  <Lines
    lines={posts.map((post) => ({
      main: (
        <>
          {post.title}, <a href={`/to-chuc/don-vi/${post.unit}`}>{post.unitName}</a>
        </>
      ),
      detail: detailOf(post),
      end:
        !ended && (facts.mayGive || facts.mayKeep) ? (
          <a href={`/to-chuc/chuc-trach/${post.id}/ket-thuc`}>
            Kết thúc<span class="unseen">: {post.title}</span>
          </a>
        ) : undefined,
    }))}
  />
);

const detailOf = (post: PostInRecord): string =>
  [
    postKindNames[post.kind],
    post.delegation ? delegationNames[post.delegation] : null,
    post.onBehalfOfName ? `thay ${post.onBehalfOfName}, ${post.onBehalfTitle}` : null,
    post.scope,
    post.kind === "unit-officer" ? (post.fullTime ? "chuyên trách" : "kiêm nhiệm") : null,
    post.paperSymbol,
    writeSpan(post.validity),
  ]
    .filter(Boolean)
    .join(" · ");

interface PeopleViewProps {
  frame: Frame;
  address: TableAddress;
  rows: readonly PersonRow[];
  total: number;
  page: number;
  unitName: string | null;
  mayAdd: boolean;
}

/** Everybody who works in the sector or in one unit, found without accents. */
export const PeopleView = ({ frame, address, rows, total, page, unitName, mayAdd }: PeopleViewProps) => (
  <Page
    frame={frame}
    title="Cá nhân"
    lead={
      unitName
        ? `Đang công tác tại ${unitName} và các đơn vị trực thuộc`
        : "Đang công tác trong toàn hệ thống"
    }
    crumbs={[{ label: "Tổ chức", href: "/to-chuc" }, { label: "Cá nhân" }]}
    actions={mayAdd ? <ButtonLink href="/to-chuc/nguoi/moi">Thêm người</ButtonLink> : undefined}
  >
    <DataTable
      id="nguoi"
      caption="Danh sách cá nhân"
      address={address}
      filters={[{ kind: "search", name: "q", label: "Họ và tên" }]}
      rows={rows}
      rowKey={(row) => `${row.id}-${row.unit}`}
      paging={{ page, total, noun: "người" }}
      columns={[
        {
          key: "ten",
          label: "Họ và tên",
          head: true,
          cell: (row) => <a href={`/to-chuc/nguoi/${row.id}`}>{row.name}</a>,
        },
        { key: "chuc-danh", label: "Chức danh", cell: (row) => row.title },
        {
          key: "don-vi",
          label: "Đơn vị",
          cell: (row) => <a href={`/to-chuc/don-vi/${row.unit}`}>{row.unitName}</a>,
        },
        { key: "vai-tro", label: "Vai trò", cell: (row) => worksAsNames[row.worksAs as WorksAs] },
        { key: "tai-khoan", label: "Tài khoản", cell: (row) => (row.hasAccount ? "Có" : "Chưa") },
      ]}
    />
  </Page>
);
