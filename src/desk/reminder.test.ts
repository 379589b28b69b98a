import { join } from "node:path";
import { expect, test } from "vitest";
import { world } from "../../test/world.ts";
import { seedOrganisation } from "../org/ministry.acts.ts";
import { readMinistry } from "../org/ministry.files.ts";
import { systemActor } from "../platform/actor.ts";
import { day, startOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { datedDeadline } from "../platform/deadline.ts";
import { noticesOf } from "../platform/notices.store.ts";
import type { OwedItem } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { checkoutFolder } from "../platform/settings.ts";
import { remindOwed } from "./reminder.acts.ts";

world();

const onMorning = (text: string) => systemActor("nhắc hạn", startOf(day(text)), day(text));
const deadline = datedDeadline("chậm nhất là ngày 27/02/2026", day("2026-02-27"), true);

test("an officer gets one digest on a step's day, none on other days, and none twice", async () => {
  const ministry = await readMinistry(join(checkoutFolder(), "fixtures", "ministry"));
  const seeded = await seedOrganisation(onMorning("2026-01-05"), ministry);
  if (isRefusal(seeded)) throw new Error(seeded.sentence);
  const officer = seeded.people["chuyen-vien-dien-bien"]!;
  const unit = seeded.units["STP-DBN"]!;
  const owed = (subject: string, what: string): OwedItem => ({
    kind: "registration",
    subject,
    unit,
    what,
    href: "/dang-ky/1",
    deadline,
  });
  const items = [owed("movement-1", "Đăng ký thi đua năm 2026"), owed("movement-2", "Kế hoạch thi đua")];
  const sentences = async () =>
    (await noticesOf(reader(), officer, 10, null)).map((notice) => notice.sentence);

  await remindOwed(onMorning("2026-02-21"), { owed: items });
  expect(await sentences()).toEqual([]);
  await remindOwed(onMorning("2026-02-20"), { owed: items });
  await remindOwed(onMorning("2026-02-20"), { owed: items });
  expect(await sentences()).toEqual([
    "Nhắc 2 hạn: Đăng ký thi đua năm 2026: chậm nhất 27/02/2026, tính cả ngày này; Kế hoạch thi đua: chậm nhất 27/02/2026, tính cả ngày này.",
  ]);
});
