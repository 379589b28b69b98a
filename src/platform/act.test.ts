import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { anActor, world } from "../../test/world.ts";
import { act } from "./act.ts";
import { journalOf } from "./audit.store.ts";
import { anchor, checkChain, sealJournal } from "./audit.ts";
import { reader } from "./db.ts";
import { isRefusal, refuse } from "./refusal.ts";

const here = world();

let runs = 0;
const keepSetting = act({
  name: "setting.keep",
  async run(work, input: { name: string; refuse?: boolean }) {
    runs += 1;
    await work.tx
      .insertInto("setting")
      .values({ name: input.name, value: JSON.stringify(runs) })
      .execute();
    work.record("setting.kept", input.name, { runs });
    return input.refuse ? refuse("no", "Không được.") : { runs };
  },
});

const settingNames = async () =>
  (await reader().selectFrom("setting").select("name").orderBy("name").execute()).map((row) => row.name);

test("a refusal leaves nothing behind, neither row nor event", async () => {
  const outcome = await keepSetting(anActor(), { name: "refused", refuse: true });
  expect(isRefusal(outcome)).toBe(true);
  expect(await settingNames()).toEqual([]);
  expect(await journalOf(reader(), "setting", "refused")).toEqual([]);
});

test("a double click gets the first answer and writes once", async () => {
  runs = 0;
  const actor = anActor({ key: "form-1" });
  const answers = await Promise.all([
    keepSetting(actor, { name: "twice" }),
    keepSetting(actor, { name: "twice" }),
  ]);
  expect(answers).toEqual([{ runs: 1 }, { runs: 1 }]);
  expect(await settingNames()).toEqual(["twice"]);
});

test("a reader's connection refuses to write", async () => {
  const write = sql`insert into setting (name, value) values ('by reader', '1')`.execute(reader());
  await expect(write).rejects.toThrow("read-only transaction");
});

test("the app's role can neither change nor delete an event", async () => {
  const client = new pg.Client({ connectionString: here.appUrl });
  await client.connect();
  try {
    await expect(client.query("update event set actor_name = 'x'")).rejects.toThrow("permission denied");
    await expect(client.query("delete from event")).rejects.toThrow("permission denied");
  } finally {
    await client.end();
  }
});

/** The journal is sealed up to the oldest transaction that still runs on the server, other tests' among them. */
const sealedOnce = () =>
  vi.waitFor(
    async () => {
      const seal = await sealJournal(anActor(), {});
      if (!seal || isRefusal(seal)) throw new Error("nothing was sealed");
      return seal;
    },
    { timeout: 20_000, interval: 100 },
  );

test("a rewritten past and missing newest rows are both noticed", async () => {
  const anchors = join(here.folder, "journal.anchors");
  await keepSetting(anActor(), { name: "sealed" });
  const seal = await sealedOnce();
  await anchor(anchors, seal);
  expect(await checkChain(reader(), anchors)).toEqual([]);

  const owner = new pg.Client({ connectionString: here.ownerUrl });
  await owner.connect();
  await owner.query("update event set actor_name = 'Người khác' where subject = 'sealed'");
  expect((await checkChain(reader(), anchors)).map((fault) => fault.sentence)).toEqual([
    `Nhật ký đã bị sửa giữa vị trí 1 và ${seal.last_position}.`,
  ]);
  await owner.query("update event set actor_name = 'Nguyễn Văn Thử' where subject = 'sealed'");
  expect(await checkChain(reader(), anchors)).toEqual([]);
  await owner.query("delete from seal");
  await owner.end();
  expect((await checkChain(reader(), anchors)).map((fault) => fault.sentence)).toEqual([
    "Chuỗi nhật ký không khớp dòng neo 1: dòng mới nhất đã mất hoặc bị thay.",
  ]);
  await writeFile(anchors, (await readFile(anchors, "utf8")).replace(/.\n$/, "x\n"));
  expect((await checkChain(reader(), anchors)).map((fault) => fault.sentence)).toEqual([
    "Dòng neo 1 không đúng chữ ký.",
  ]);
});
