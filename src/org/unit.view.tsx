import type { JournalEntry } from "../platform/audit.store.ts";
import { type Day, writeDay } from "../platform/day.ts";
import type { PanelOffer, TabOffer } from "../platform/offers.ts";
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
  Tabs,
  Tag,
} from "../web/kit.ts";
import { JournalCard } from "./journal.view.tsx";
import { PanelCards } from "./panel.view.tsx";
import type { MakeUp, Worker } from "./person.store.ts";
import { genderNames } from "./person.ts";
import type { PostInRecord } from "./post.store.ts";
import { delegationNames, postKindNames, worksAsNames } from "./post.ts";
import type { SuccessionInRecord } from "./succession.store.ts";
import type { Contact, NameOverTime, PlaceOverTime } from "./unit.store.ts";
import { chainNames, type Unit, unitKindNames } from "./unit.ts";
import { UnitHistory } from "./unit-history.view.tsx";

export interface UnitFacts {
  readonly unit: Unit;
  readonly parent: Unit | null;
  readonly guide: Unit | null;
  readonly contact: Contact;
  readonly names: readonly NameOverTime[];
  readonly places: readonly PlaceOverTime[];
  readonly successions: readonly SuccessionInRecord[];
  readonly posts: readonly PostInRecord[];
  readonly people: readonly Worker[];
  readonly makeUp: MakeUp;
  readonly children: readonly Unit[];
  readonly clusters: readonly { cluster: number; name: string; year: number }[];
  readonly tabs: readonly TabOffer[];
  readonly panels: readonly PanelOffer[];
  readonly mayChange: boolean;
  readonly mayKeepPeople: boolean;
  readonly mayName: boolean;
  readonly seesDetails: boolean;
  /** Empty for those who do not answer for the unit. */
  readonly journal: readonly JournalEntry[];
}

interface UnitViewProps {
  frame: Frame;
  facts: UnitFacts;
  day: Day;
  today: Day;
}

/** One unit: what it is, who works and answers there, and all its history. */
export function UnitView({ frame, facts, day, today }: UnitViewProps) {
  const { unit } = facts;
  return (
    <Page
      frame={frame}
      title={unit.name}
      ownHeading
      crumbs={[
        { label: "Tổ chức", href: "/to-chuc" },
        ...(facts.parent ? [{ label: facts.parent.name, href: `/to-chuc/don-vi/${facts.parent.id}` }] : []),
        { label: unit.name },
      ]}
    >
      <Plate
        title={unit.name}
        tag={<StateTag unit={unit} day={today} />}
        facts={plateFacts(facts, day, today)}
        actions={facts.mayChange ? <ChangeLinks unit={unit} /> : undefined}
      />
      {facts.tabs.length > 0 && (
        <Tabs
          label={`Công tác thi đua của ${unit.name}`}
          tabs={facts.tabs.map((tab) => ({
            href: tab.href,
            label: tab.label,
            count: tab.count ?? undefined,
          }))}
        />
      )}
      <Columns>
        <Stack>
          <People facts={facts} />
          <Children facts={facts} />
        </Stack>
        <Stack>
          <Focal facts={facts} />
          <Posts facts={facts} />
          <PanelCards panels={facts.panels} />
          <Clusters facts={facts} />
          <UnitHistory
            unit={unit}
            names={facts.names}
            places={facts.places}
            successions={facts.successions}
          />
          <JournalCard entries={facts.journal} />
        </Stack>
      </Columns>
    </Page>
  );
}

function StateTag({ unit, day }: { unit: Unit; day: Day }) {
  if (unit.validity.to !== null && unit.validity.to <= day)
    return <Tag tone="watch">Đã kết thúc từ {writeDay(unit.validity.to)}</Tag>;
  if (unit.validity.from !== null && unit.validity.from > day)
    return <Tag tone="watch">Chỉ có từ {writeDay(unit.validity.from)}</Tag>;
  return <Tag tone="good">Đang hoạt động</Tag>;
}

const plateFacts = ({ unit, parent, guide, makeUp, contact }: UnitFacts, day: Day, today: Day) => [
  { label: "Loại", value: unitKindNames[unit.kind] },
  { label: "Mã", value: unit.code },
  ...(unit.shortName ? [{ label: "Viết tắt", value: unit.shortName }] : []),
  ...(parent ? [{ label: "Trực thuộc", value: parent.name }] : []),
  ...(guide ? [{ label: "Hướng dẫn chuyên môn", value: guide.name }] : []),
  { label: "Khen thưởng theo", value: chainNames[unit.chain] },
  {
    label: "Cơ cấu",
    value: `${makeUp.people} người: ${makeUp.direct} trực tiếp lao động, ${makeUp.leaders} lãnh đạo, ${makeUp.women} nữ; ${makeUp.smallCollectives} tập thể nhỏ`,
  },
  ...(contact.address ? [{ label: "Địa chỉ", value: contact.address }] : []),
  ...(contact.email ? [{ label: "Thư điện tử", value: contact.email }] : []),
  ...(unit.smallCollective ? [{ label: "Tập thể", value: "Tập thể nhỏ" }] : []),
  ...(unit.hasAccounts ? [] : [{ label: "Tài khoản", value: "Không có; chỉ nhận văn bản" }]),
  ...(day === today ? [] : [{ label: "Xem như vào ngày", value: writeDay(day) }]),
];

const ChangeLinks = ({ unit }: { unit: Unit }) => {
  const at = (noun: string) => `/to-chuc/don-vi/${unit.id}/${noun}`;
  return (
    <>
      <ButtonLink href={at("sua")} kind="secondary" small>
        Sửa thông tin
      </ButtonLink>
      <ButtonLink href={at("doi-ten")} kind="secondary" small>
        Đổi tên
      </ButtonLink>
      <ButtonLink href={at("dieu-chuyen")} kind="secondary" small>
        Điều chuyển
      </ButtonLink>
      <ButtonLink href={at("sap-nhap")} kind="secondary" small>
        Tiếp nhận sáp nhập
      </ButtonLink>
      <ButtonLink href={at("chia-tach")} kind="secondary" small>
        Chia, tách
      </ButtonLink>
      <ButtonLink href={at("giai-the")} kind="secondary" small>
        Giải thể
      </ButtonLink>
    </>
  );
};

function People({ facts }: { facts: UnitFacts }) {
  const { unit, people } = facts;
  return (
    <Card
      title="Người làm việc"
      lead={`${people.length} người trong đơn vị và các đơn vị trực thuộc`}
      more={facts.mayKeepPeople ? <a href={`/to-chuc/nguoi/moi?don-vi=${unit.id}`}>Thêm người</a> : undefined}
      flush={people.length > 0}
    >
      {people.length === 0 ? (
        <EmptyState title="Chưa có ai trong danh sách">
          Thêm từng người hoặc nhập danh sách từ bảng tính.
        </EmptyState>
      ) : people.length > MANY ? (
        <p>
          <a href={`/to-chuc/nguoi?don-vi=${unit.id}`}>Xem danh sách {people.length} người</a>
        </p>
      ) : (
        <DataTable
          id="nguoi"
          caption={`Người làm việc tại ${unit.name}`}
          rows={people}
          rowKey={(person) => `${person.id}-${person.unit}`}
          columns={[
            {
              key: "ten",
              label: "Họ và tên",
              head: true,
              cell: (person) => <a href={`/to-chuc/nguoi/${person.id}`}>{person.name}</a>,
            },
            {
              key: "chuc-danh",
              label: "Chức danh",
              cell: (person) => (
                <>
                  {person.title}
                  <small>
                    {worksAsNames[person.worksAs]}
                    {person.unit !== unit.id && ` · ${person.unitName}`}
                  </small>
                </>
              ),
            },
            ...(facts.seesDetails
              ? [
                  {
                    key: "gioi",
                    label: "Giới tính",
                    cell: (person: Worker) => (person.gender ? genderNames[person.gender] : "—"),
                  },
                  {
                    key: "sinh",
                    label: "Năm sinh",
                    kind: "number" as const,
                    cell: (person: Worker) => person.birthYear ?? "—",
                  },
                ]
              : []),
          ]}
        />
      )}
    </Card>
  );
}

const MANY = 150;

const Children = ({ facts: { children } }: { facts: UnitFacts }) =>
  children.length === 0 ? null : (
    <Card title="Đơn vị trực thuộc và được hướng dẫn" lead={`${children.length} đơn vị`} flush>
      <Lines
        lines={children.map((child) => ({
          main: <a href={`/to-chuc/don-vi/${child.id}`}>{child.name}</a>,
          detail: `${unitKindNames[child.kind]} · ${child.code}`,
        }))}
      />
    </Card>
  );

function Focal({ facts }: { facts: UnitFacts }) {
  const focal = facts.posts.filter((post) => post.kind === "unit-officer");
  const name = facts.mayName ? (
    <a href={`/to-chuc/don-vi/${facts.unit.id}/dau-moi`}>Cử đầu mối</a>
  ) : undefined;
  return (
    <Card title="Đầu mối thi đua, khen thưởng" more={name} flush={focal.length > 0}>
      {focal.length === 0 ? (
        <p>Chưa cử cán bộ đầu mối.</p>
      ) : (
        <Lines
          lines={focal.map((post) => ({
            main: <a href={`/to-chuc/nguoi/${post.person}`}>{post.personName}</a>,
            detail: [
              post.fullTime ? "chuyên trách" : "kiêm nhiệm",
              post.training
                ? `${post.training}${post.trainedOn ? `, ${writeDay(post.trainedOn)}` : ""}`
                : "chưa ghi tập huấn",
            ].join(" · "),
          }))}
        />
      )}
    </Card>
  );
}

function Posts({ facts }: { facts: UnitFacts }) {
  const posts = facts.posts.filter((post) => post.kind !== "member" && post.kind !== "unit-officer");
  if (posts.length === 0) return null;
  return (
    <Card title="Chức trách" flush>
      <Lines lines={posts.map(postLine)} />
    </Card>
  );
}

const postLine = (post: PostInRecord) => ({
  main: <a href={`/to-chuc/nguoi/${post.person}`}>{post.personName}</a>,
  detail: [
    `${postKindNames[post.kind]}: ${post.title}`,
    post.delegation
      ? `${delegationNames[post.delegation].toLocaleLowerCase("vi")}${post.onBehalfOfName ? ` ${post.onBehalfOfName}, ${post.onBehalfTitle}` : ""}`
      : null,
  ]
    .filter(Boolean)
    .join(" · "),
});

const Clusters = ({ facts: { clusters } }: { facts: UnitFacts }) =>
  clusters.length === 0 ? null : (
    <Card title="Cụm, khối thi đua theo năm" flush>
      <Lines
        lines={clusters.map((one) => ({
          main: <a href={`/to-chuc/cum/${one.cluster}?nam=${one.year}`}>{one.name}</a>,
          end: one.year,
        }))}
      />
    </Card>
  );
