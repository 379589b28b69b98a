import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  answers,
  aPoll,
  aPollDraft,
  approve,
  counted,
  firstTeller,
  opened,
  secretary,
  votes,
} from "../../test/ballots-world.ts";
import { as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { linesOfDocx } from "../documents/read-docx.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { votingPages } from "./ballots.part.ts";
import { faultOfDraft } from "./holding.ts";
import { resultOf } from "./poll.store.ts";
import type { PollDraft } from "./poll.ts";

const small = world();
let ministry: SmallMinistry;
beforeAll(async () => {
  ministry = await buildMinistry(small);
});

/** The second of two nominees is this person. */
const considering = (person: number): PollDraft["questions"] => [
  approve("Trần Văn Một"),
  { ...approve("Lê Thị Hai"), nominee: { name: "Lê Thị Hai", note: "", key: "2", person } },
];

const withExclusion = (person: number): PollDraft["roll"] =>
  aPollDraft(ministry).roll.map((voter) =>
    voter.person === person
      ? { ...voter, excluded: [{ question: 2, nominee: null, reason: "Đồng chí là người được xét." }] }
      : voter,
  );

const at = async (who: Parameters<typeof as>[1]) => browse([votingPages()], await as(ministry, who));

describe("one's own dossier after the count", () => {
  let pollId: number;
  beforeAll(async () => {
    const own = ministry.people.lawHead;
    pollId = await aPoll(ministry, { questions: considering(own), roll: withExclusion(own) });
    await opened(ministry, pollId);
    const both = aPollDraft(ministry).questions;
    await votes(ministry, pollId, "minister", answers(both, ["yes", "no"]));
    await votes(ministry, pollId, "lawHead", answers(both.slice(0, 1), ["yes"]));
    await counted(ministry, pollId);
  });

  const docx = async (who: Parameters<typeof as>[1]) => {
    const lines = await linesOfDocx((await (await at(who)).get(`/bo-phieu/${pollId}/bien-ban.docx`)).bytes());
    if (isRefusal(lines)) throw new Error(lines.sentence);
    return lines.map(({ text }) => text).join("\n");
  };

  test("the result names what is closed and why, and holds no number of it", async () => {
    const { html } = await (await at("lawHead")).get(`/bo-phieu/${pollId}/ket-qua`);
    expect(html).toContain("Kết quả nội dung 2 không hiện với bạn");
    expect(html).toContain("Đồng chí là người được xét.");
    expect(html).toContain("Trần Văn Một");
    expect(html).not.toContain("Lê Thị Hai");
    expect(html).toContain("Nội dung 2: không hiện với người đọc này");
    const others = await (await at("minister")).get(`/bo-phieu/${pollId}/ket-qua`);
    expect(others.html).toContain("Lê Thị Hai");
    expect(others.html).toContain(`/bo-phieu/${pollId}/xuat`);
    expect(html).not.toContain(`/bo-phieu/${pollId}/xuat`);
  });

  test("the minutes leave it out, their verbatim annex too; everybody else reads the whole text", async () => {
    const mine = await docx("lawHead");
    expect(mine).not.toContain("Lê Thị Hai");
    expect(mine).toContain("Bản này không có nội dung 2");
    const { canonical } = (await resultOf(reader(), pollId))!;
    const theirs = await docx("minister");
    for (const line of canonical.split("\n").filter((one) => one !== "")) expect(theirs).toContain(line);
  });

  test("the export is refused with a sentence; others get it", async () => {
    expect(await (await at("lawHead")).get(`/bo-phieu/${pollId}/xuat`)).toMatchObject({
      status: 303,
      location: `/bo-phieu/${pollId}/ket-qua`,
    });
    const { html } = await (await at("minister")).get(`/bo-phieu/${pollId}/xuat`);
    expect(html).toContain("Lê Thị Hai");
    expect(html).not.toContain('"person"');
  });
});

test("a standing officer who is considered is shut out though not on the roll", async () => {
  const own = ministry.people.standing;
  const officers = aPollDraft(ministry).officers.filter(({ person }) => person !== own);
  const pollId = await aPoll(ministry, { questions: considering(own), officers });
  await opened(ministry, pollId, "minister");
  await votes(ministry, pollId, "minister", answers(aPollDraft(ministry).questions, ["yes", "no"]));
  await counted(ministry, pollId, "minister");
  const { html } = await (await at("standing")).get(`/bo-phieu/${pollId}/ket-qua`);
  expect(html).toContain("Đây là hồ sơ của chính bạn");
  expect(html).not.toContain("Lê Thị Hai");
});

describe("a nominee", () => {
  test.each([
    ["presides", "minister"],
    ["writes", secretary],
    ["counts", firstTeller],
  ] as const)("who %s is refused with a sentence", (_, who) => {
    const person = ministry.people[who];
    const draft = aPollDraft(ministry, { questions: considering(person), roll: withExclusion(person) });
    expect(faultOfDraft(draft)).toMatchObject({
      refusal: "nominee-in-charge",
      sentence: `Người ${who} là người được xét ở “Chiến sĩ thi đua ngành Tư pháp: Lê Thị Hai” nên không chủ trì, ghi chép hay kiểm phiếu trong lượt này. Hãy giao người khác, hoặc bỏ phiếu nội dung đó ở một lượt riêng.`,
    });
  });

  test("cannot be put on the roll with their own question open", () => {
    const draft = aPollDraft(ministry, { questions: considering(ministry.people.lawHead) });
    expect(faultOfDraft(draft)).toMatchObject({ refusal: "own-dossier-open" });
  });
});
