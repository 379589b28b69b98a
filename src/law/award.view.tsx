import { chainNames, unitKindNames } from "../org/unit.ts";
import { writeDay } from "../platform/day.ts";
import { writeDong } from "../platform/money.ts";
import {
  Card,
  Columns,
  DataTable,
  EmptyState,
  type Frame,
  Lines,
  Page,
  Plate,
  Stack,
  Tag,
} from "../web/kit.ts";
import { type AskedLine, askedLine } from "./asked-words.ts";
import {
  catalogue,
  decidersOn,
  type Entry,
  existsIn,
  nameOf,
  type SubjectKind,
  subjectNames,
} from "./catalogue.ts";
import { levelNames } from "./catalogue-entry.ts";
import { type ChosenDay, DayCard, withDay } from "./chosen-day.view.tsx";
import { basisNames } from "./facts.ts";
import { Basis, Mark, spanWords } from "./mark.view.tsx";
import { writeRow } from "./number.ts";
import { sumOn } from "./number-effects.ts";
import type { Numbers } from "./numbers.ts";
import { coefficientOn } from "./numbers-coefficients.ts";
import { thresholdOn } from "./numbers-thresholds.ts";
import { regimeCodes, regimeOn } from "./regimes.ts";
import { type Rule, ruleId } from "./rule.ts";

interface AwardsViewProps {
  frame: Frame;
  chosen: ChosenDay;
  numbers: Numbers;
}

/** Every title and form, with whom it is for and what it brings on a day. */
export function AwardsView({ frame, chosen, numbers }: AwardsViewProps) {
  const regime = regimeOn(chosen.day);
  const tables = [
    { id: "danh-hieu", title: "Danh hiệu thi đua", rows: catalogue.filter(({ kind }) => kind === "title") },
    {
      id: "hinh-thuc",
      title: "Hình thức khen thưởng",
      rows: catalogue.filter(({ kind }) => kind === "form"),
    },
  ];
  return (
    <Page
      frame={frame}
      title="Danh hiệu, hình thức khen thưởng"
      failed={chosen.wrong !== null}
      crumbs={[{ label: "Pháp luật", href: "/phap-luat" }, { label: "Danh hiệu, hình thức" }]}
      lead={`Theo quy định áp dụng ngày ${writeDay(chosen.day)}`}
    >
      <Stack>
        <DayCard chosen={chosen} action="/phap-luat/danh-hieu" />
        {tables.map(({ id, title, rows }) => (
          <Card title={title} flush>
            <DataTable
              id={id}
              caption={title}
              rows={rows}
              rowKey={({ code }) => code}
              columns={[
                {
                  key: "ten",
                  label: "Tên",
                  cell: ({ code }) => (
                    <a href={withDay(`/phap-luat/danh-hieu/${code}`, chosen)}>{nameOf(code, regime?.code)}</a>
                  ),
                },
                { key: "doi-tuong", label: "Đối tượng", cell: ({ subjects }) => subjectList(subjects) },
                { key: "cap", label: "Cấp", cell: ({ level }) => levelNames[level] },
                {
                  key: "tien",
                  label: "Tiền thưởng",
                  kind: "number",
                  cell: (entry) => <Sums entry={entry} chosen={chosen} numbers={numbers} />,
                },
                {
                  key: "co",
                  label: "Trong thời kỳ",
                  cell: ({ code }) =>
                    regime && existsIn(code, regime.code) ? regime.code : <Tag>không có</Tag>,
                },
              ]}
            />
          </Card>
        ))}
      </Stack>
    </Page>
  );
}

const subjectList = (subjects: readonly SubjectKind[]): string =>
  subjects.map((subject) => subjectNames[subject]).join(", ");

function Sums({ entry, chosen, numbers }: { entry: Entry; chosen: ChosenDay; numbers: Numbers }) {
  const sums = entry.subjects.flatMap((subject) => sumOn(numbers, entry.code, subject, chosen.day) ?? []);
  if (sums.length === 0) return "–";
  return (
    <>
      {sums.map(({ amount }) => writeDong(amount)).join(" / ")}
      {sums.some(({ verified }) => !verified) && <small class="soft"> chưa đối chiếu</small>}
    </>
  );
}

interface AwardViewProps {
  frame: Frame;
  entry: Entry;
  chosen: ChosenDay;
  numbers: Numbers;
  versions: readonly Rule[];
}

/** One title or form: names, subjects, who decides, what is asked in each regime, money and votes. */
export function AwardView({ frame, entry, chosen, numbers, versions }: AwardViewProps) {
  const regime = regimeOn(chosen.day);
  const name = nameOf(entry.code, regime?.code);
  return (
    <Page
      frame={frame}
      title={name}
      ownHeading
      failed={chosen.wrong !== null}
      crumbs={[
        { label: "Pháp luật", href: "/phap-luat" },
        { label: "Danh hiệu, hình thức", href: "/phap-luat/danh-hieu" },
        { label: entry.shortName },
      ]}
    >
      <Plate
        title={name}
        tag={<Tag tone="gold">{entry.kind === "title" ? "Danh hiệu thi đua" : "Hình thức khen thưởng"}</Tag>}
        facts={[
          { label: "Đối tượng", value: subjectList(entry.subjects) },
          { label: "Cấp", value: levelNames[entry.level] },
          {
            label: "Tuyến trình",
            value:
              entry.chains.length === 0
                ? "ngoài ngành Tư pháp"
                : entry.chains.map((chain) => chainNames[chain]).join("; "),
          },
          { label: "Mã", value: entry.code },
          ...(entry.note ? [{ label: "Ghi chú", value: entry.note }] : []),
        ]}
      />
      <Columns>
        <Stack>
          <StandardsCards versions={versions} chosen={chosen} />
          <DecidersCard entry={entry} chosen={chosen} />
        </Stack>
        <Stack>
          <DayCard chosen={chosen} action={`/phap-luat/danh-hieu/${entry.code}`} />
          <MoneyCard entry={entry} chosen={chosen} numbers={numbers} />
          <VotesCard entry={entry} chosen={chosen} numbers={numbers} />
          <NamesCard entry={entry} />
        </Stack>
      </Columns>
    </Page>
  );
}

function StandardsCards({ versions, chosen }: { versions: readonly Rule[]; chosen: ChosenDay }) {
  if (versions.length === 0)
    return (
      <Card id="tieu-chuan" title="Tiêu chuẩn">
        <p>
          Danh mục chưa có tiêu chuẩn để xét; kết luận về danh hiệu, hình thức này luôn là “không có quy định
          để xét”.
        </p>
      </Card>
    );
  return (
    <>
      {versions.map((rule, index) => (
        <Card
          id={index === 0 ? "tieu-chuan" : undefined}
          title={`Tiêu chuẩn áp dụng ${spanWords(rule)}`}
          lead={`${ruleId(rule)}${rule.partly ? " · luật còn căn cứ khác mà danh mục chưa có" : ""}`}
          tag={holdsOn(rule, chosen) ? <Tag tone="action">Ngày đang xem</Tag> : undefined}
        >
          {rule.routes.map((route) => (
            <>
              <h3>{`Xét ${basisNames[route.basis]}, ${subjectList(route.subjects)}`}</h3>
              <AskedLines lines={route.all.map(askedLine)} top />
            </>
          ))}
        </Card>
      ))}
    </>
  );
}

const holdsOn = (rule: Rule, { day }: ChosenDay): boolean =>
  rule.from <= day && (rule.to === null || day < rule.to);

const AskedLines = ({ lines, top }: { lines: readonly AskedLine[]; top?: boolean }) => (
  <ul class={top ? "tree" : undefined}>
    {lines.map((line) => (
      <li>
        {line.words}
        {line.onlyIn && ` (chỉ trong thời kỳ ${line.onlyIn.join(", ")})`}
        <br />
        <small class="soft">
          <Basis basis={line.basis} />
          {!line.verified && " · chưa đối chiếu"}
        </small>
        {line.ways.length > 1 && <p class="small">Một trong các cách:</p>}
        {line.ways.map((way) => (
          <AskedLines lines={way} />
        ))}
      </li>
    ))}
  </ul>
);

const shortChains = { vertical: "Ngành dọc", territorial: "Địa phương", none: "" } as const;

function DecidersCard({ entry, chosen }: { entry: Entry; chosen: ChosenDay }) {
  const deciders = decidersOn(entry.code, chosen.day);
  return (
    <Card title={`Ai quyết định, ngày ${writeDay(chosen.day)}`} flush>
      <DataTable
        id="tham-quyen"
        caption="Thẩm quyền quyết định theo loại đơn vị"
        rows={deciders}
        rowKey={({ words }) => words}
        columns={[
          { key: "ai", label: "Thẩm quyền", cell: ({ words }) => words },
          {
            key: "don-vi",
            label: "Đối với",
            cell: ({ unitKinds }) =>
              unitKinds === null ? "mọi đơn vị" : unitKinds.map((kind) => unitKindNames[kind]).join(", "),
          },
          { key: "tuyen", label: "Tuyến", cell: ({ chain }) => (chain === null ? "" : shortChains[chain]) },
          {
            key: "can-cu",
            label: "Căn cứ",
            cell: ({ basis, verified }) => (
              <>
                <Basis basis={basis} />
                {!verified && <small class="soft"> chưa đối chiếu</small>}
              </>
            ),
          },
        ]}
        empty={<EmptyState title="Danh mục không có quy định về thẩm quyền cho ngày này" />}
      />
    </Card>
  );
}

function MoneyCard({ entry, chosen, numbers }: { entry: Entry; chosen: ChosenDay; numbers: Numbers }) {
  const lines = entry.subjects.flatMap((subject) => {
    const row = coefficientOn(entry.code, subject, chosen.day, null, numbers.coefficients);
    const sum = sumOn(numbers, entry.code, subject, chosen.day);
    if (!row || !sum) return [];
    return [
      {
        main: `${subjectNames[subject]}: hệ số ${writeRow({ ...row, kind: "coefficient" })}`,
        detail: <Basis basis={row.basis} />,
        end: (
          <>
            <b>{writeDong(sum.amount)}</b>
            {!sum.verified && <Mark verified={false} />}
          </>
        ),
      },
    ];
  });
  return (
    <Card
      title="Tiền thưởng"
      lead={`theo mức lương cơ sở áp dụng ngày ${writeDay(chosen.day)}`}
      more={<a href="/phap-luat/con-so?loai=coefficient">Con số</a>}
      flush
    >
      {lines.length === 0 ? (
        <div class="card-body">
          <p>Quy định áp dụng ngày này không có mức tiền thưởng.</p>
        </div>
      ) : (
        <Lines lines={lines} />
      )}
    </Card>
  );
}

function VotesCard({ entry, chosen, numbers }: { entry: Entry; chosen: ChosenDay; numbers: Numbers }) {
  const share = thresholdOn(entry.code, chosen.day, numbers.thresholds);
  return (
    <Card title="Phiếu của Hội đồng">
      {share ? (
        <p>
          Từ <b>{share.value} %</b> tổng số thành viên Hội đồng trở lên. <Mark verified={share.verified} />
          <br />
          <small class="soft">
            <Basis basis={share.basis} />
          </small>
        </p>
      ) : (
        <p>
          Không điều luật nào quy định tỷ lệ: theo đa số, quy chế của Hội đồng. <Mark verified={false} />
        </p>
      )}
    </Card>
  );
}

function NamesCard({ entry }: { entry: Entry }) {
  const { existence, interval } = entry;
  return (
    <Card title="Trong từng thời kỳ" flush>
      <Lines
        lines={[
          ...regimeCodes.map((code) => ({
            main: existsIn(entry.code, code) ? nameOf(entry.code, code) : "Không có",
            end: <b>{code}</b>,
          })),
          {
            main: existence.words,
            detail: <Basis basis={existence.basis} />,
            end: existence.verified ? undefined : <Mark verified={false} />,
          },
          interval
            ? {
                main: `Khoảng cách: ${interval.words}`,
                detail: <Basis basis={interval.basis} />,
                end: <Mark verified={interval.verified} />,
              }
            : { main: "Khoảng cách: theo tiêu chuẩn; không có quy định riêng." },
        ]}
      />
    </Card>
  );
}
