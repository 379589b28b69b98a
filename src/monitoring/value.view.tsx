import { writeNumber } from "../platform/money.ts";
import { Card, DataTable, EmptyState, Evidence, InstantText, PersonLine, Tag } from "../web/kit.ts";
import { numberOf, writeMeasured } from "./forecast.ts";
import type { Target } from "./target.ts";
import { periodEnding } from "./target-period.ts";
import type { ValueWithEvidence } from "./value.store.ts";
import { type Numbers, type Value, valueKindNames } from "./value.ts";

interface EntriesProps {
  target: Target;
  values: readonly ValueWithEvidence[];
  /** Others report for it. */
  divided: boolean;
}

/** Every entry of the unit itself; what was corrected since stays, marked. */
export function EntriesCard({ target, values, divided }: EntriesProps) {
  if (divided && values.length === 0) return null;
  const corrected = new Set(values.map(({ replaces }) => replaces));
  return (
    <Card title="Số liệu đã nhập" flush>
      <DataTable<ValueWithEvidence>
        id="so-lieu"
        caption="Số liệu đã nhập"
        rows={values}
        rowKey={({ id }) => `${id}`}
        empty={
          <EmptyState title="Chưa có số liệu nào">
            Đầu mối thi đua hoặc người đứng đầu đơn vị nhập số liệu sau mỗi kỳ.
          </EmptyState>
        }
        columns={[
          {
            key: "ky",
            label: "Kỳ",
            head: true,
            cell: (value) => periodEnding(target, value.to)?.label ?? value.to,
          },
          {
            key: "so",
            label: "Số thực hiện",
            cell: (value) => (
              <>
                {writeNumbers(target, value)} {corrected.has(value.id) && <Tag icon="clock">Đã được sửa</Tag>}
                {value.replaces !== null && !corrected.has(value.id) && <Tag tone="action">Số sửa</Tag>}
                {value.note && <small>{value.note}</small>}
              </>
            ),
          },
          {
            key: "nguoi",
            label: "Người nhập",
            cell: (value) => (
              <>
                <PersonLine name={value.actorName} detail={value.postTitle ?? undefined} />
                <small>
                  <InstantText at={value.at} />, {valueKindNames[value.kind].toLowerCase()}
                </small>
              </>
            ),
          },
          {
            key: "minh-chung",
            label: "Minh chứng",
            cell: ({ id, files }) =>
              files.length === 0 ? (
                <span class="soft">Chưa có</span>
              ) : (
                <Evidence
                  label={`Minh chứng của số liệu ${id}`}
                  items={files.map((file) => ({
                    label: file.name,
                    href: `/theo-doi/minh-chung/${file.id}`,
                    bytes: file.bytes,
                  }))}
                />
              ),
          },
        ]}
      />
    </Card>
  );
}

/** “480/500, tức 96%”, “1.234 vụ việc”. */
const writeNumbers = (target: Target, { numerator, denominator }: Numbers | Value): string =>
  denominator === null
    ? writeMeasured(numerator, target)
    : `${writeNumber(numerator)}/${writeNumber(denominator)}, tức ${writeMeasured(numberOf(target, numerator, denominator), target)}`;
