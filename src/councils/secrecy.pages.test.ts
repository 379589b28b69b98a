import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  aSession,
  atTen,
  awardItem,
  buildCouncil,
  type SmallCouncil,
  sitting,
  sure,
} from "../../test/councils-world.ts";
import { actorFor, as } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { closePoll, countPoll } from "../ballots/counting.acts.ts";
import { openPoll } from "../ballots/opening.acts.ts";
import { enterPapers } from "../ballots/paper.acts.ts";
import { systemActor } from "../platform/actor.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { stageFile } from "../platform/files.ts";
import { noteAttendance } from "./attendance.acts.ts";
import { councilOffers } from "./council.offers.ts";
import { allCouncilPages } from "./councils.part.ts";
import { noteItem, openItem } from "./item.acts.ts";
import { liveOf } from "./live.store.ts";
import { liveStateFor } from "./live.ts";
import { addDocuments, giveOpinion } from "./paper.acts.ts";
import { documentsOf } from "./paper.store.ts";
import { callSession, closeSession, openSession } from "./session.acts.ts";
import { callVote, hearCount } from "./vote.acts.ts";

const small = world();
let council: SmallCouncil;
let session: number;
let items: readonly number[];
let own: number;

/** What nobody but those to whom the item is open may read of it. */
const SUMMARY = "Đã tham mưu đề án số hóa hồ sơ thi hành án";
const NOTES = "Hội đồng đánh giá cao tinh thần trách nhiệm";
const OPINION = "Đề nghị ghi rõ hiệu quả của đề án";

const browsing = async (person: number) => browse([allCouncilPages({ offers: [] })], await sitting(person));

/** A session held to its end in which one member was a nominee, with papers, notes, opinions and a count. */
beforeAll(async () => {
  council = await buildCouncil(small, { secret: false, tie: "not-passed" });
  own = council.nominees[2]!;
  const built = await aSession(council, [
    { ...awardItem(own), summary: SUMMARY },
    awardItem(council.nominees[0]!),
  ]);
  [session, items] = [built.session, built.items];
  const secretary = await sitting(council.secretary);
  const upload = { name: "Báo cáo thành tích.txt", bytes: new TextEncoder().encode(SUMMARY) };
  const staged = sure(await stageFile(secretary, upload));
  sure(await addDocuments(secretary, { sessionId: session, itemId: items[0]!, files: [staged.token] }));
  sure(await callSession(await as(council.ministry, "standing", { at: atTen }), { sessionId: session }));
  const noted = council.voters.map((person) => ({ person, standing: "present" as const, reason: null }));
  sure(await noteAttendance(secretary, { sessionId: session, noted }));
  sure(await openSession(secretary, { sessionId: session }));
  sure(await openItem(secretary, { sessionId: session, itemId: items[0]! }));
  sure(await noteItem(secretary, { sessionId: session, itemId: items[0]!, notes: NOTES }));
  const colleague = await sitting(council.voters[4]!);
  sure(await giveOpinion(colleague, { sessionId: session, opinions: [{ item: items[0]!, words: OPINION }] }));
  const tellers = council.voters.slice(7, 10);
  const call = { sessionId: session, items, mode: "hands" as const, tellers, knowing: false };
  const poll = sure(await callVote(secretary, call));
  sure(await openPoll(secretary, { pollId: poll }));
  sure(await closePoll(secretary, { pollId: poll }));
  const teller = await sitting(tellers[0]!);
  const counts = [14, 15].map((voters) => ({
    issued: voters,
    returned: voters,
    valid: voters,
    invalid: 0,
    nominees: [{ yes: voters, no: 0, blank: 0, places: [] }],
  }));
  sure(await enterPapers(teller, { pollId: poll, counts }));
  sure(await countPoll(teller, { pollId: poll, opening: { passphrases: [], recovery: null } }));
  sure(await hearCount(systemActor("Kiểm phiếu", atTen, onDay(atTen)), { poll }));
});

const places = () => [
  "/hoi-dong",
  `/hoi-dong/${council.council}`,
  `/hoi-dong/phien/${session}`,
  `/hoi-dong/phien/${session}/muc/${items[0]}`,
  `/hoi-dong/phien/${session}/truc-tiep`,
  `/hoi-dong/phien/${session}/xung-dot`,
  `/hoi-dong/phien/${session}/y-kien`,
  `/hoi-dong/phien/${session}/bien-ban`,
];

describe("one's own dossier", () => {
  test("shows nothing of itself on any page, and on each its owner is told so; a colleague reads it all", async () => {
    const [mine, theirs] = [await browsing(own), await browsing(council.voters[3]!)];
    const words = [SUMMARY, NOTES, OPINION, "Báo cáo thành tích.txt", "14/15 thành viên"];
    const seenByColleague = new Set<string>();
    for (const place of places()) {
      const his = await mine.get(place);
      expect([place, his.status]).toEqual([place, 200]);
      for (const word of words) expect([place, word, his.html.includes(word)]).toEqual([place, word, false]);
      const read = (await theirs.get(place)).html;
      for (const word of words.filter((one) => read.includes(one))) seenByColleague.add(word);
    }
    expect([...seenByColleague].toSorted()).toEqual(words.toSorted());
    expect((await mine.get(`/hoi-dong/phien/${session}`)).html.match(/>Đạt</g)).toHaveLength(1);
    expect((await theirs.get(`/hoi-dong/phien/${session}`)).html.match(/>Đạt</g)).toHaveLength(2);
    expect((await mine.get(`/hoi-dong/phien/${session}/muc/${items[0]}`)).html).toContain(
      "Hồ sơ này là của chính đồng chí",
    );
  });

  test("its papers and its pages for writing are no such page to its owner", async () => {
    const [paper] = await documentsOf(reader(), session);
    const address = `/hoi-dong/phien/${session}/tai-lieu/${paper!.id}`;
    expect((await (await browsing(own)).get(address)).status).toBe(404);
    const read = await (await browsing(council.voters[3]!)).get(address);
    expect([read.status, read.html]).toEqual([200, SUMMARY]);
    for (const step of ["sua", "rut", "cong-nhan"])
      expect(
        (await (await browsing(own)).get(`/hoi-dong/phien/${session}/muc/${items[0]}/${step}`)).status,
      ).toBe(404);
  });

  test("the line of the live meeting names the open item to everybody but its owner", async () => {
    const live = (await liveOf(reader(), session, day("2026-03-02"), [own]))!;
    expect(liveStateFor(live.whole, live.running, council.voters[3]!).item).toEqual({
      id: items[0],
      label: "Mục 1: Ủy viên F",
      detail: "Chuyên viên, Vụ Pháp luật dân sự - kinh tế · Chiến sĩ thi đua bộ, ban, ngành, tỉnh",
    });
    expect(liveStateFor(live.whole, live.running, own).item).toMatchObject({
      label: "Hồ sơ của chính đồng chí",
    });
  });

  test("nothing offered to the whole names a nominee", async () => {
    const him = await sitting(own);
    const offered = JSON.stringify([
      await councilOffers.waiting!(reader(), him),
      await councilOffers.changes!(reader(), him, day("2026-01-01")),
      await councilOffers.search!(reader(), him, "Ủy viên F", 10),
      await councilOffers.yearSteps!(reader(), him, {
        noun: "unit",
        id: council.ministry.ministry,
        year: 2026,
      }),
    ]);
    expect(offered).toContain("Phiên họp xét danh hiệu thi đua năm 2026");
    expect(offered).not.toContain("Ủy viên F");
  });
});

describe("who has no part in a council", () => {
  test("finds no page of it, no line in the list, no search hit, no change", async () => {
    const stranger = await actorFor(council.nominees[0]!, "Người được xét", atTen);
    const seen = browse([allCouncilPages({ offers: [] })], stranger);
    for (const place of places().slice(1))
      expect([place, (await seen.get(place)).status]).toEqual([place, 404]);
    expect((await seen.get("/hoi-dong")).html).toContain("Chưa có Hội đồng nào");
    expect((await seen.get(`/hoi-dong/phien/${session}/su-kien`)).status).toBe(404);
    expect(await councilOffers.search!(reader(), stranger, "phiên họp", 10)).toEqual([]);
    expect(await councilOffers.changes!(reader(), stranger, day("2026-01-01"))).toEqual([]);
    expect(await councilOffers.waiting!(reader(), stranger)).toEqual([]);
  });

  test("members prepare nothing: the pages of who conducts are not theirs", async () => {
    const member = await browsing(council.voters[3]!);
    for (const step of [
      "sua",
      "trieu-tap",
      "khai-mac",
      "diem-danh",
      "bo-phieu",
      "muc/moi",
      "tai-lieu",
      "ban-ky",
    ])
      expect([step, (await member.get(`/hoi-dong/phien/${session}/${step}`)).status]).toEqual([step, 404]);
    expect((await member.get(`/hoi-dong/${council.council}/thanh-vien/moi`)).status).toBe(404);
  });
});

describe("minutes", () => {
  test("are drafted from the record, issued once after the end, and their bytes stay", async () => {
    const page = await browsing(council.secretary);
    const address = `/hoi-dong/phien/${session}/bien-ban`;
    const draft = (await page.get(address)).html;
    for (const words of [
      "14/15 thành viên, bằng 93,3 % đồng ý; cần từ 90 % trở lên tổng số thành viên, tức 14 phiếu: đạt.",
      `Thảo luận: ${NOTES}`,
      "Ủy viên F: hồ sơ của chính mình; không đọc hồ sơ, không bỏ phiếu mục này",
      `Ý kiến bằng văn bản của Ủy viên E: ${OPINION}`,
    ])
      expect(draft).toContain(words);
    const early = await page.post(address, { key: "som" });
    expect(early.status).toBe(303);
    sure(await closeSession(await sitting(council.secretary), { sessionId: session }));
    await page.post(address, { key: "lap" });
    const first = (await page.get(`${address}.pdf`)).bytes();
    expect(new TextDecoder().decode(first.slice(0, 5))).toBe("%PDF-");
    expect((await page.get(`${address}.pdf`)).bytes()).toEqual(first);
    expect((await page.get(`${address}.docx`)).bytes().slice(0, 2)).toEqual(new TextEncoder().encode("PK"));
    const mine = await browsing(own);
    expect((await mine.get(`${address}.pdf`)).bytes()).not.toEqual(first);
  }, 60_000);
});
