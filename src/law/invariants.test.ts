import { sql } from "kysely";
import { expect, test } from "vitest";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { reader } from "../platform/db.ts";
import { lawInvariants } from "./invariants.store.ts";

const here = world();
const ministry = ministryIn(here);

const broken = async () => (await Promise.all(lawInvariants.map((one) => one.broken(reader())))).flat();

test("nothing is broken at first; a version that is missing and a number of nothing are found", async () => {
  expect(await broken()).toEqual([]);
  const ids = await here.arrange(async (tx) => {
    const document = await sql<{ id: number }>`
      insert into library_document (body) values (${ministry.unit("BTP")}) returning id`.execute(tx);
    const number = await sql<{ id: number }>`
      insert into law_number (kind, key, value, entered, validity, instrument, basis, verified, at, actor_name)
      values ('threshold', 'LABOUR', 80, '[2027-01-01,)', '[2027-01-01,)', '1/QĐ', 'Điều 1', true, now(), 'A')
      returning id`.execute(tx);
    return [document.rows[0]?.id, number.rows[0]?.id];
  });
  expect(await broken()).toEqual([
    `Văn bản ${ids[0]} của thư viện ghi bản 1 nhưng bản mới nhất là không có.`,
    `Con số ${ids[1]} (threshold, LABOUR) không thuộc nội dung nào của danh mục.`,
  ]);
});
