import type { Child } from "hono/jsx";
import type { TabOffer } from "../platform/offered.ts";
import {
  ButtonLink,
  Card,
  EmptyState,
  type Frame,
  Lines,
  Page,
  Plate,
  Stack,
  type Tab,
  Tabs,
  Tag,
} from "../web/kit.ts";
import type { Awards } from "./award.ts";
import { type Fact, type FactKind, factNames, isRestricted, sourceNames } from "./fact.ts";
import { detailOf, paperWords, wordsOf } from "./fact-words.ts";
import { factSlugs } from "./slugs.ts";
import type { Streak } from "./streak.ts";
import type { Subject } from "./subject.store.ts";

export interface RecordFactsShown {
  readonly subject: Subject;
  readonly facts: readonly Fact[];
  readonly streaks: readonly Streak[];
  /** Units whose achievements are carried on, by id. */
  readonly carriedFrom: ReadonlyMap<number, string>;
  /** Kinds this person may write down for this subject. */
  readonly mayWrite: readonly FactKind[];
  /** What other stages have to say of the same subject. */
  readonly tabs: readonly TabOffer[];
}

interface RecordViewProps {
  frame: Frame;
  record: RecordFactsShown;
  awards: Awards;
}

/** Where a subject's own pages stand. */
export const addressOf = (subject: Pick<Subject, "kind" | "id">): string =>
  `/ho-so/${subject.kind === "person" ? "nguoi" : "don-vi"}/${subject.id}`;

const recordTabs = ({ subject, tabs }: RecordFactsShown, current: "record" | "history"): readonly Tab[] => [
  { href: addressOf(subject), label: "Theo năm", current: current === "record" },
  { href: `${addressOf(subject)}/lich-su`, label: "Lịch sử ghi chép", current: current === "history" },
  ...tabs.map(({ href, label, count }) => ({ href, label, count: count ?? undefined })),
];

interface AddViewProps {
  frame: Frame;
  record: RecordFactsShown;
}

/** What may be written into this record, one form for each kind of fact. */
export const AddView = ({ frame, record: { subject, mayWrite } }: AddViewProps) => (
  <Page
    frame={frame}
    title="Thêm vào hồ sơ"
    lead={subject.name}
    crumbs={[
      { label: "Hồ sơ thành tích", href: "/ho-so" },
      { label: subject.name, href: addressOf(subject) },
      { label: "Thêm" },
    ]}
  >
    <Card flush>
      <Lines
        lines={mayWrite.map((kind) => ({
          main: <a href={`${addressOf(subject)}/${factSlugs[kind]}`}>{factNames[kind]}</a>,
          detail: isRestricted(kind) ? "Chỉ Thường trực và người đứng đầu đơn vị xem được" : undefined,
        }))}
      />
    </Card>
  </Page>
);

/** What somebody holds, on one page: by year, the newest first, with the runs of years that rules count. */
export function RecordView({ frame, record, awards }: RecordViewProps) {
  const { subject, facts, streaks } = record;
  const years = [...new Set(facts.map((fact) => fact.year))].sort((left, right) => right - left);
  return (
    <RecordFrame frame={frame} record={record} current="record">
      <Stack>
        {streaks.length > 0 && (
          <Card title="Chuỗi năm liên tục" flush>
            <Lines
              lines={streaks.map(({ label, from, to, years: count }) => ({
                main: label,
                detail: `${from}–${to}`,
                end: `${count} năm`,
              }))}
            />
          </Card>
        )}
        {facts.length === 0 && (
          <Card>
            <EmptyState title="Chưa có gì trong hồ sơ">
              {record.mayWrite.length > 0
                ? "Hãy nhập từng nội dung hoặc nhập cả danh sách từ bảng tính."
                : "Cán bộ đầu mối hoặc Thường trực sẽ nhập khi có giấy tờ."}
            </EmptyState>
          </Card>
        )}
        {years.map((year) => (
          <Card title={`Năm ${year}`} flush id={`nam-${year}`}>
            <Lines
              lines={facts.filter((fact) => fact.year === year).map((fact) => lineOf(fact, record, awards))}
            />
          </Card>
        ))}
        {facts.length > 0 && (
          <p class="exports">
            Tải đúng nội dung đang xem:{" "}
            {["xlsx", "csv"].map((form) => (
              <a href={`${addressOf(subject)}/tai-ve?dang=${form}`} data-turbo="false">
                {form.toUpperCase()}
              </a>
            ))}
          </p>
        )}
      </Stack>
    </RecordFrame>
  );
}

interface RecordFrameProps {
  frame: Frame;
  record: RecordFactsShown;
  current: "record" | "history";
  children?: Child;
}

export function RecordFrame({ frame, record, current, children }: RecordFrameProps) {
  const { subject, facts, mayWrite } = record;
  const held = facts.filter((fact) => fact.kind === "honour" && fact.revokedOn === null).length;
  const graded = facts.find((fact) => fact.kind === "grade");
  return (
    <Page
      frame={frame}
      title={`Hồ sơ thành tích: ${subject.name}`}
      ownHeading
      crumbs={[{ label: "Hồ sơ thành tích", href: "/ho-so" }, { label: subject.name }]}
    >
      <Plate
        title={subject.name}
        facts={[
          {
            label: subject.kind === "person" ? "Cá nhân" : "Đơn vị",
            value: (
              <a href={`/to-chuc/${subject.kind === "person" ? "nguoi" : "don-vi"}/${subject.id}`}>
                Xem trong Tổ chức
              </a>
            ),
          },
          { label: "Danh hiệu, khen thưởng", value: `${held}` },
          {
            label: "Xếp loại gần nhất",
            value: graded ? `${wordsOf(graded, [])} (${graded.year})` : "Chưa có",
          },
        ]}
        actions={
          mayWrite.length > 0 ? (
            <ButtonLink href={`${addressOf(subject)}/them`} small>
              Thêm vào hồ sơ
            </ButtonLink>
          ) : undefined
        }
      />
      <Tabs label={`Hồ sơ của ${subject.name}`} tabs={recordTabs(record, current)} />
      {children}
    </Page>
  );
}

function lineOf(fact: Fact, { mayWrite, subject, carriedFrom }: RecordFactsShown, awards: Awards) {
  const own = subject.kind === "person" || fact.unit === subject.id;
  const at = `/ho-so/dong/${factSlugs[fact.kind]}/${fact.id}`;
  const words = wordsOf(fact, awards);
  return {
    main: (
      <>
        {words} {fact.kind === "honour" && fact.revokedOn !== null && <Tag tone="bad">Đã hủy bỏ</Tag>}
        {isRestricted(fact.kind) && <Tag tone="watch">Hạn chế người xem</Tag>}
      </>
    ),
    detail: (
      <>
        {[
          detailOf(fact, awards),
          paperWords(fact),
          fact.remarks,
          own ? null : `của ${carriedFrom.get(fact.unit ?? 0) ?? "đơn vị được kế tục"}`,
          sourceNames[fact.source],
        ]
          .filter(Boolean)
          .join(" · ")}
        {fact.file !== null && (
          <>
            {" · "}
            <a href={`${at}/tep`} data-turbo="false">
              {fact.fileName}
            </a>
          </>
        )}
      </>
    ),
    end:
      own && mayWrite.includes(fact.kind) ? (
        <a href={`${at}/sua`}>
          Sửa<span class="unseen">: {words}</span>
        </a>
      ) : undefined,
  };
}
