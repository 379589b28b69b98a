import { type Day, day, dayOf } from "../platform/day.ts";

interface Instrument {
  readonly pattern: RegExp;
  readonly name: string;
  readonly inForceFrom: Day;
}

/** Instruments that launches cite, with the day each came into force (their own closing articles). */
const INSTRUMENTS: readonly Instrument[] = [
  {
    pattern:
      /06\/2022\/QH15|Luật Thi đua,? khen thưởng(?: ngày 15\/6\/2022|,? ngày 15 tháng 6 năm 2022| năm 2022)/iu,
    name: "Luật Thi đua, khen thưởng năm 2022",
    inForceFrom: day("2024-01-01"),
  },
  { pattern: /06\/2026\/QH16/u, name: "Luật số 06/2026/QH16", inForceFrom: day("2026-10-01") },
  { pattern: /39\/2013\/QH13/u, name: "Luật số 39/2013/QH13", inForceFrom: day("2014-06-01") },
  { pattern: /91\/2017\/NĐ-CP/u, name: "Nghị định số 91/2017/NĐ-CP", inForceFrom: day("2017-10-01") },
  { pattern: /98\/2023\/NĐ-CP/u, name: "Nghị định số 98/2023/NĐ-CP", inForceFrom: day("2024-01-01") },
  { pattern: /152\/2025\/NĐ-CP/u, name: "Nghị định số 152/2025/NĐ-CP", inForceFrom: day("2025-07-01") },
  { pattern: /30\/2020\/NĐ-CP/u, name: "Nghị định số 30/2020/NĐ-CP", inForceFrom: day("2020-03-05") },
  { pattern: /05\/2018\/TT-BTP/u, name: "Thông tư số 05/2018/TT-BTP", inForceFrom: day("2018-07-21") },
  { pattern: /06\/2018\/TT-BTP/u, name: "Thông tư số 06/2018/TT-BTP", inForceFrom: day("2018-08-21") },
  { pattern: /12\/2019\/TT-BNV/u, name: "Thông tư số 12/2019/TT-BNV", inForceFrom: day("2020-01-01") },
  { pattern: /11\/2023\/TT-BTP/u, name: "Thông tư số 11/2023/TT-BTP", inForceFrom: day("2024-02-12") },
  { pattern: /01\/2024\/TT-BNV/u, name: "Thông tư số 01/2024/TT-BNV", inForceFrom: day("2024-04-15") },
  { pattern: /15\/2025\/TT-BNV/u, name: "Thông tư số 15/2025/TT-BNV", inForceFrom: day("2025-08-05") },
  { pattern: /14\/2025\/TT-BTP/u, name: "Thông tư số 14/2025/TT-BTP", inForceFrom: day("2025-09-15") },
];

/** Instruments a ground cites that aren't in force on that day, or are dated after it. */
export function notYetInForce(ground: string, on: Day): { name: string; from: Day }[] {
  const found = INSTRUMENTS.filter(
    (instrument) => instrument.inForceFrom > on && instrument.pattern.test(ground),
  ).map((instrument) => ({ name: instrument.name, from: instrument.inForceFrom }));
  if (found.length > 0) return found;
  const dated = [...ground.matchAll(/ngày\s(\d{1,2})(?:\stháng\s|\/)(\d{1,2})(?:\snăm\s|\/)(\d{4})/gu)];
  return dated.flatMap((match) => {
    const issued = dayOf(Number(match[3]), Number(match[2]), Number(match[1]));
    return issued !== null && issued > on ? [{ name: ground.slice(0, 120), from: issued }] : [];
  });
}
