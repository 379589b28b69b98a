import type { Child } from "hono/jsx";
import { addDays, type Validity, writeDay } from "../platform/day.ts";
import { Card, Lines } from "../web/kit.ts";
import type { SuccessionInRecord } from "./succession.store.ts";
import { successionNames } from "./succession.ts";
import type { NameOverTime, PlaceOverTime } from "./unit.store.ts";
import type { Unit } from "./unit.ts";

interface UnitHistoryProps {
  unit: Unit;
  names: readonly NameOverTime[];
  places: readonly PlaceOverTime[];
  successions: readonly SuccessionInRecord[];
}

/** Everything a unit was called, where it stood and what became of it. */
export function UnitHistory({ unit, names, places, successions }: UnitHistoryProps) {
  return (
    <Card title="Lịch sử đơn vị" flush>
      <Lines
        lines={[
          ...successions.map((one) => ({ main: sentenceOf(one, unit.id), detail: paperOf(one) })),
          ...names.map((one) => ({
            main: `Tên: ${one.name} (mã ${one.code})`,
            detail: writeSpan(one.validity),
          })),
          ...places
            .filter((one) => one.parentName || one.guideName)
            .map((one) => ({
              main: [
                one.parentName ? `Trực thuộc ${one.parentName}` : null,
                one.guideName
                  ? `${one.parentName ? "do" : "Do"} ${one.guideName} hướng dẫn chuyên môn`
                  : null,
              ]
                .filter(Boolean)
                .join(", "),
              detail: writeSpan(one.validity),
            })),
        ]}
      />
    </Card>
  );
}

/** “từ 01/07/2025”, “đến hết 30/06/2025”: the last day a person would name is the day before the end. */
export const writeSpan = ({ from, to }: Validity): string => {
  const last = to === null ? null : writeDay(addDays(to, -1));
  if (from === null) return last === null ? "từ trước đến nay" : `đến hết ${last}`;
  return last === null ? `từ ${writeDay(from)} đến nay` : `từ ${writeDay(from)} đến hết ${last}`;
};

function sentenceOf(one: SuccessionInRecord, unit: number): Child {
  const on = writeDay(one.on);
  if (one.to === null) return `${on}: ${successionNames[one.kind]}`;
  if (one.to === one.from) return `${on}: ${successionNames[one.kind]}`;
  const [other, name] = one.from === unit ? [one.to, one.toName] : [one.from, one.fromName];
  const way = one.from === unit ? "thành" : "từ";
  return (
    <>
      {on}: {successionNames[one.kind]} {way} <a href={`/to-chuc/don-vi/${other}`}>{name}</a>
    </>
  );
}

const paperOf = (one: SuccessionInRecord): string =>
  [
    one.symbol
      ? `Văn bản ${one.symbol}${one.signed ? ` ngày ${writeDay(one.signed)}` : ""}`
      : "Chưa ghi văn bản",
    one.remarks,
  ]
    .filter(Boolean)
    .join(" · ");
