import { writeDay } from "../platform/day.ts";
import { writeDong } from "../platform/money.ts";
import { Card, DataTable, type Frame, Page, Stack, Tag } from "../web/kit.ts";
import { subjectList } from "./award-standards.view.tsx";
import { catalogue, type Entry, existsIn, nameOf } from "./catalogue.ts";
import { levelNames } from "./catalogue-entry.ts";
import { type ChosenDay, DayCard, withDay } from "./chosen-day.view.tsx";
import { sumOn } from "./number-effects.ts";
import type { Numbers } from "./numbers.ts";
import { regimeOn } from "./regimes.ts";

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
