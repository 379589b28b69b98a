import { sql } from "kysely";
import { expect, test } from "vitest";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { reader } from "../platform/db.ts";
import { orgInvariants } from "./invariants.store.ts";

const here = world();
const ministry = ministryIn(here);
const breaches = async () => (await Promise.all(orgInvariants.map((one) => one.broken(reader())))).flat();

test("hold in the demo ministry, and each breach is told", async () => {
  expect(await breaches()).toEqual([]);
  const [room, office, ended] = [
    ministry.unit("STP-DBN-PBGD"),
    ministry.unit("STP-DBN-VP"),
    ministry.unit("BTP-TDKT"),
  ];
  await here.arrange(async (tx) => {
    await sql`delete from unit_name where unit = ${room}`.execute(tx);
    await sql`update unit_place set parent = ${ministry.unit("STP-DBN-HCBT")} where unit = ${office}`.execute(
      tx,
    );
    await sql`update unit_place set parent = ${office} where unit = ${ministry.unit("STP-DBN-HCBT")}`.execute(
      tx,
    );
    await sql`update unit set validity = daterange(lower(validity), '2022-12-01') where id = ${ended}`.execute(
      tx,
    );
  });
  const told = (await breaches()).join("\n");
  expect(told).toContain(`Đơn vị ${room} có ngày không có tên`);
  expect(told).toContain(`Đơn vị ${office} ở dưới chính nó.`);
  expect(told).toContain(`Đơn vị ${ended} kết thúc mà không ghi`);
  expect(told).toContain(`vượt ra ngoài thời gian tồn tại của đơn vị ${ended}.`);
  expect(told).toContain(`Đơn vị ${ended} có ngày không có vị trí hoặc có vị trí ngoài`);
});
