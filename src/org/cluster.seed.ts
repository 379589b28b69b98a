import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { holderActing, sure } from "./acting.seed.ts";
import { keepClusterRecord } from "./cluster-record.acts.ts";
import { recordsSeen } from "./cluster-record.store.ts";
import { findUnitByCode } from "./unit.store.ts";

/**
 * What the Ministry sent to the central bloc of internal-affairs bodies and got from it; symbols and points are
 * invented. Run again it adds nothing.
 */
export async function seedOutsideRecords(): Promise<void> {
  const officer = await holderActing("BTP", ["standing-officer"], day("2022-01-10"));
  if (!officer) return;
  const [bloc, ministry] = await Promise.all([
    findUnitByCode(reader(), "KHOI-NCTW", officer.day),
    findUnitByCode(reader(), "BTP", officer.day),
  ]);
  if (!bloc || !ministry) return;
  if ((await recordsSeen(reader(), officer, bloc.id, null)).length > 0) return;
  const base = { cluster: bloc.id, unit: ministry.id, staged: null, replaces: null, note: null };
  const none = { points: null, pointsOf: null, rank: null, rankOf: null };
  for (const record of [
    {
      ...{ ...base, ...none, kind: "sent" as const, year: 2021, on: day("2021-11-12") },
      ...{ title: "Báo cáo tổng kết và tự chấm điểm thi đua", symbol: "1412/BC-BTP" },
    },
    {
      ...{ ...base, kind: "score" as const, year: 2021, on: day("2021-12-24"), symbol: "57/TB-KTĐ" },
      ...{ title: "Kết quả chấm điểm, xếp hạng của Khối", points: 96.5, pointsOf: 100, rank: 2, rankOf: 8 },
      note: "Khối suy tôn Cờ thi đua của Chính phủ cho đơn vị hạng nhất",
    },
  ])
    sure(await keepClusterRecord(officer, record));
}
