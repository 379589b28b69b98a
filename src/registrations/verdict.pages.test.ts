import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { aPerson, as, buildMinistry, inTime, type SmallMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { addLine } from "./line.acts.ts";
import { startRegistration, submitRegistration } from "./registration.acts.ts";
import { findRegistration } from "./registration.store.ts";
import { registrationPages } from "./registrations.part.ts";

const here = world();
let ministry: SmallMinistry;
let id: number;

type Name = Parameters<typeof as>[1];
const pageOf = async (name: Name) =>
  (await browse([registrationPages({ offers: [] })], await as(ministry, name)).get(`/dang-ky/${id}`)).html;

/** Phạm Thị Hường is being denounced; the matter is under verification. */
beforeAll(async () => {
  ministry = await buildMinistry(here);
  const person = await here.arrange((tx) => aPerson(tx, "Phạm Thị Hường", ministry.lawDepartment));
  await here.arrange((tx) =>
    sql`insert into record_pending (person, year, source, withdrawn, recorded_at, recorder_name, matter, since)
        values (${person}, 2021, 'typed', false, ${inTime}, 'Thanh tra', 'complaint', '2021-01-15')`.execute(
      tx,
    ),
  );
  const officer = await as(ministry, "lawOfficer");
  const begun = await startRegistration(officer, {
    movementId: ministry.movement,
    unitId: ministry.lawDepartment,
  });
  if (isRefusal(begun)) throw new Error(begun.sentence);
  id = begun;
  const subject = { kind: "individual", person } as const;
  await addLine(officer, { registrationId: id, title: "ADVANCED_WORKER", subject, commitment: null });
  const { version } = (await findRegistration(reader(), id, onDay(inTime)))!;
  await submitRegistration(officer, { registrationId: id, version, lateReason: "", remarks: null });
});

test("why a line is suspended is read by the standing officer and the head of the unit", async () => {
  for (const name of ["standing", "lawHead"] as const) {
    const html = await pageOf(name);
    expect(html).toContain("Tạm dừng xét");
    expect(html).toContain("đang có khiếu nại, tố cáo được xác minh");
  }
});

test("others who read conditions learn only that it is suspended", async () => {
  for (const name of ["lawOfficer", "deputyMinister", "inspector"] as const) {
    const html = await pageOf(name);
    expect(html).toContain("Tạm dừng xét. Lý do chỉ Thường trực và người đứng đầu đơn vị được biết.");
    expect(html).not.toContain("khiếu nại");
  }
});

test("colleagues and the cluster's head see the list without anybody's conditions", async () => {
  for (const name of ["lawMember", "clusterHead"] as const) {
    const html = await pageOf(name);
    expect(html).toContain("Phạm Thị Hường");
    expect(html).not.toContain("Tạm dừng xét");
    expect(html).not.toContain("khiếu nại");
  }
});
