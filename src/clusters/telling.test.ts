import { sql } from "kysely";
import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import {
  actorNamed,
  buildCluster,
  type ClusterWorld,
  openedYear,
  publishedYear,
  sent,
  sheetOf,
  sure,
  verifyingTime,
} from "../../test/clusters-world.ts";
import { world } from "../../test/world.ts";
import { reader } from "../platform/db.ts";
import { returnSheet } from "./sheet.acts.ts";
import { tellMembers, tellResults, tellStandingBody, tellUnit } from "./telling.acts.ts";

const here = world();
let cluster: ClusterWorld;
let year: number;

beforeEach(async () => {
  cluster = await buildCluster(here);
  ({ year } = await openedYear(cluster));
  await here.arrange((tx) =>
    sql`update person set email = 'nguoi' || id || '@btp.gov.vn' where id = any(${Object.values(cluster.people)}::bigint[])`.execute(
      tx,
    ),
  );
});

async function asOwner<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: here.ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** To whom and with what words letters wait in the outbox, and what stands in notices by one telling. */
async function told(run: () => Promise<unknown>) {
  await asOwner("delete from notice");
  await asOwner("delete from graphile_worker._private_jobs");
  await run();
  const letters = await asOwner<{ to: string; subject: string; text: string }>(
    `select job.payload ->> 'to' as to, job.payload ->> 'subject' as subject, job.payload ->> 'text' as text
       from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = 'letter.send' order by job.id`,
  );
  const notices = await sql<{ sentence: string; person: number }>`
    select sentence, person_id as person from notice order by id`.execute(reader());
  const people = new Map(Object.entries(cluster.people).map(([name, id]) => [id, name]));
  const toOf = (to: string) => people.get(Number(/\d+/.exec(to)![0]));
  return {
    letters: letters.map(({ to, subject, text }) => [toOf(to), subject, text]),
    notices: notices.rows.map(({ person, sentence }) => [people.get(person), sentence]),
  };
}

const everywhere = (names: readonly string[], sentence: string) => ({
  letters: names.map((name) => [name, "Chấm điểm cụm thi đua", sentence]),
  notices: names.map((name) => [name, sentence]),
});

const writers = ["firstHead", "firstOfficer", "secondOfficer", "secondHead", "thirdOfficer", "thirdHead"];

test("letters and notices say who did what and by when, never a score, a total or a rank", async () => {
  const standing = await actorNamed(cluster, "standing", verifyingTime);
  expect(await told(() => tellMembers(standing, { yearId: year }))).toEqual(
    everywhere(
      writers,
      "Cụm thi đua số I mở chấm điểm năm 2021: đơn vị tự chấm từ 01/11/2021 đến hết 15/11/2021.",
    ),
  );
  const sheet = await sent(cluster, year, "first", 950);
  expect(await told(() => tellStandingBody(standing, { sheetId: sheet }))).toEqual(
    everywhere(["standing"], "Vụ Một đã gửi phiếu chấm điểm Cụm thi đua số I năm 2021."),
  );
  const { version } = await sheetOf(cluster, year, "first");
  const returned = { sheetId: sheet, version, remarks: "Mục I.2 chỉ được 9,5", dueOn: null };
  sure(await returnSheet(standing, returned));
  expect(await told(() => tellUnit(standing, { sheetId: sheet }))).toEqual(
    everywhere(
      ["firstHead", "firstOfficer"],
      "Phiếu chấm điểm Cụm thi đua số I năm 2021 được trả lại để sửa.",
    ),
  );
});

test("that results are published is told without the results", async () => {
  await publishedYear(cluster, year);
  const standing = await actorNamed(cluster, "standing", verifyingTime);
  const sheet = await sheetOf(cluster, year, "second");
  expect(await told(() => tellUnit(standing, { sheetId: sheet.id }))).toEqual(
    everywhere(
      ["secondOfficer", "secondHead"],
      "Phiếu chấm điểm Cụm thi đua số I năm 2021 đã được thẩm định.",
    ),
  );
  expect(await told(() => tellResults(standing, { yearId: year }))).toEqual(
    everywhere(writers, "Kết quả chấm điểm năm 2021 của Cụm thi đua số I đã công bố."),
  );
});
