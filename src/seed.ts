import { randomInt } from "node:crypto";
import { join } from "node:path";
import { seedBlocOfSo, seedClusters } from "./clusters/clusters.seed.ts";
import { readFixtureTables } from "./clusters/criteria.files.ts";
import { seedCouncils } from "./councils/council.seed.ts";
import { seedFollowing } from "./monitoring/following.seed.ts";
import { seedTargets } from "./monitoring/target.seed.ts";
import { seedMovements } from "./movements/movement.seed.ts";
import { seedUnitPlans } from "./movements/unit-plan.seed.ts";
import { seedOutsideRecords } from "./org/cluster.seed.ts";
import { seedOrganisation } from "./org/ministry.acts.ts";
import { readMinistry } from "./org/ministry.files.ts";
import { admitByCode, noteOpening, openDemoAccounts } from "./org/opening.acts.ts";
import { idsOfPeople, openingOf } from "./org/opening.store.ts";
import { parts } from "./parts.ts";
import { type Actor, systemActor } from "./platform/actor.ts";
import { onDay } from "./platform/day.ts";
import { reader } from "./platform/db.ts";
import { isRefusal, type Refusal } from "./platform/refusal.ts";
import { type Settings, SettingsFault } from "./platform/settings.ts";
import { anyAccount } from "./platform/sign-in.store.ts";
import { seedPledges } from "./pledges/pledge.seed.ts";
import { seedRecords } from "./records/record.seed.ts";
import { seedRegistrations } from "./registrations/registration.seed.ts";
import { seedReviews } from "./reviews/review.seed.ts";
import type { DemoAccount } from "./web/sign-in.pages.tsx";

/** What stands when the program opens: a demo ministry with its accounts, or a real body. */
interface PreparedBody {
  readonly demoAccounts: readonly DemoAccount[];
  /** Lines to print when the address answers. */
  readonly greeting: readonly string[];
}

const DEMO_PASSWORD = "thidua-dung-thu";

/** On the first start loads the demo ministry, or, with --empty, waits for a real body's first administrator. */
export async function prepareBody(
  settings: Settings,
  say: (sentence: string) => void,
): Promise<PreparedBody> {
  const opened = await openingOf(reader());
  if (opened === "demo" && settings.empty)
    throw new SettingsFault(
      "Thư mục dữ liệu này đang chứa Bộ dùng thử. Hãy đặt THIDUA_DATA tới một thư mục khác rồi chạy lại với --empty.",
    );
  if (opened === "body" || settings.empty) return prepareRealBody(settings);
  return prepareDemo(settings, opened === null, say);
}

async function prepareRealBody(settings: Settings): Promise<PreparedBody> {
  must(await noteOpening(system(), { opening: "body" }));
  if (await anyAccount(reader())) return { demoAccounts: [], greeting: [] };
  const code = Array.from({ length: 4 }, () => `${randomInt(10_000)}`.padStart(4, "0")).join("-");
  must(await admitByCode(system(), { code }));
  return {
    demoAccounts: [],
    greeting: [`Mở ${settings.address}/thiet-lap để tạo người quản trị đầu tiên. Mã dùng một lần: ${code}`],
  };
}

async function prepareDemo(
  settings: Settings,
  first: boolean,
  say: (sentence: string) => void,
): Promise<PreparedBody> {
  const ministry = await readMinistry(join(settings.checkout, "fixtures", "ministry"));
  if (first) {
    say("Đang nạp Bộ dùng thử (khoảng nửa phút)…");
    await loadDemo(ministry, settings.checkout);
  }
  const accounts = ministry.accounts.map(({ username, role }) => ({
    username,
    role,
    password: DEMO_PASSWORD,
  }));
  const widest = Math.max(...accounts.map((account) => account.username.length));
  return {
    demoAccounts: accounts,
    greeting: [
      `Tài khoản dùng thử (mật khẩu chung: ${DEMO_PASSWORD}):`,
      ...accounts.map((account) => `  ${account.username.padEnd(widest)}  ${account.role}`),
    ],
  };
}

/** Every step bears being done again, so a start that was killed midway is finished by the next one. */
async function loadDemo(ministry: Awaited<ReturnType<typeof readMinistry>>, checkout: string): Promise<void> {
  const seeded = await seedOrganisation(system(), ministry);
  if (isRefusal(seeded) && seeded.refusal !== "already-seeded") throw new Error(seeded.sentence);
  const holders = ministry.accounts.map(({ username, person: key }) => {
    const person = ministry.people.find((one) => one.key === key);
    if (!person) throw new Error(`no person ${key} for the account ${username}`);
    return { username, name: person.name, birthYear: person.born ?? null };
  });
  const ids = await idsOfPeople(reader(), holders);
  const people = holders.map(({ username, name }, index) => ({ username, name, personId: ids[index]! }));
  must(await openDemoAccounts(system(), { people, password: DEMO_PASSWORD }));
  await seedOutsideRecords();
  must(await seedRecords(system()));
  await seedMovements(system());
  await seedUnitPlans(system());
  await seedRegistrations(system());
  await seedPledges(system());
  await seedFollowing(system());
  await seedTargets(system());
  await seedReviews(system(), { offers: parts.flatMap(({ offers }) => (offers ? [offers] : [])) });
  const tables = await readFixtureTables(join(checkout, "fixtures", "criteria"));
  await seedClusters(system(), tables);
  await seedBlocOfSo(system(), tables);
  await seedCouncils(system());
  must(await noteOpening(system(), { opening: "demo" }));
}

function system(): Actor {
  const at = new Date();
  return systemActor("Chuẩn bị dữ liệu", at, onDay(at));
}

function must<Outcome>(outcome: Outcome | Refusal): Outcome {
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
}
