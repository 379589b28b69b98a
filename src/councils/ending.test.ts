import { beforeAll, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { aSession, awardItem, buildCouncil, type SmallCouncil, sitting } from "../../test/councils-world.ts";
import { as } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { findCouncil } from "./council.store.ts";
import { allCouncilPages } from "./councils.part.ts";
import { endCouncil } from "./ending.acts.ts";
import { membersOf } from "./member.store.ts";
import { votersOn } from "./member.ts";
import { cancelSession, planSession } from "./session.acts.ts";

const small = world();
let council: SmallCouncil;
beforeAll(async () => {
  council = await buildCouncil(small);
});

const at = new Date("2026-03-01T03:00:00Z");
const ended = day("2026-03-05");

test("a council ends by a decision, with its seats; not while a session hangs, nor by its members", async () => {
  const { session } = await aSession(council, [awardItem(council.nominees[0]!)]);
  const standing = await as(council.ministry, "standing", { at });
  const asked = { councilId: council.council, on: ended, endSymbol: " 99/QĐ-BTP " };
  expect(await endCouncil(await sitting(council.voters[0]!), asked)).toMatchObject({ kind: "may-not" });
  expect(await endCouncil(standing, { ...asked, endSymbol: " " })).toMatchObject({ field: "endSymbol" });
  expect(await endCouncil(standing, asked)).toMatchObject({
    refusal: "session-hanging",
    sentence:
      "Phiên “Phiên họp xét danh hiệu thi đua năm 2026” ngày 02/03/2026 chưa bế mạc; hãy bế mạc hoặc hủy phiên đó trước.",
  });
  await cancelSession(standing, { sessionId: session, reason: "Hội đồng kiện toàn." });
  expect(await endCouncil(standing, { ...asked, on: day("2026-01-05") })).toMatchObject({ field: "on" });

  const pages = browse([allCouncilPages({ offers: [] })], standing);
  const sent = await pages.post(`/hoi-dong/${council.council}/ket-thuc`, {
    key: "ket-thuc",
    on: "05/03/2026",
    endSymbol: "99/QĐ-BTP",
  });
  expect([sent.status, sent.location]).toEqual([303, `/hoi-dong/${council.council}`]);
  expect((await findCouncil(reader(), council.council, ended))!.endedOn).toBe(ended);
  const members = await membersOf(reader(), council.council, ended);
  expect([votersOn(members, day("2026-03-04")).length, votersOn(members, ended).length]).toEqual([15, 0]);
  expect(new Set(members.map(({ endSymbol }) => endSymbol))).toEqual(new Set(["99/QĐ-BTP"]));
  expect(await endCouncil(standing, asked)).toMatchObject({ refusal: "council-ended", kind: "moved-on" });

  // Nothing new is planned for it.
  const planned = await planSession(standing, {
    councilId: council.council,
    kind: "meeting",
    title: "Phiên sau khi kết thúc",
    considersAwards: false,
    day: ended,
    startsAt: "08:30",
    place: null,
    lettersBy: null,
  });
  expect(planned).toMatchObject({ refusal: "council-ended" });
  const { html } = await pages.get(`/hoi-dong/${council.council}`);
  expect(html).toContain("Đã kết thúc");
  expect(html).not.toContain("phien/moi");
});
