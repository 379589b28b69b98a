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
import { StandardsCards, subjectList } from "./award-standards.view.tsx";
import { decidersOn, type Entry, existsIn, nameOf, subjectNames } from "./catalogue.ts";
import { levelNames } from "./catalogue-entry.ts";
import { type ChosenDay, DayCard } from "./chosen-day.view.tsx";
import { Basis, Mark } from "./mark.view.tsx";
import { writeRow } from "./number.ts";
import { sumOn } from "./number-effects.ts";
import type { Numbers } from "./numbers.ts";
import { coefficientOn } from "./numbers-coefficients.ts";
import { thresholdOn } from "./numbers-thresholds.ts";
import { regimeCodes, regimeOn } from "./regimes.ts";
import type { Rule } from "./rule.ts";

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
