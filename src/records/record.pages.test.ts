import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { aGrade, anAward, awards } from "../../test/records-world.ts";
import { world } from "../../test/world.ts";
import { readSheet } from "../documents/spreadsheet.ts";
import { savePerson } from "../org/person.store.ts";
import { savePost } from "../org/post.store.ts";
import { plainPost } from "../org/post.ts";
import type { Actor } from "../platform/actor.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { App } from "../web/http.ts";
import { addFact, withdrawFact } from "./fact.acts.ts";
import { type Fact, type NewFact, noPaper, type SubjectRef } from "./fact.ts";
import { recordOffers } from "./record.offers.ts";
import { recordsPart } from "./records.part.ts";

const here = world();
const ministry = ministryIn(here);
const at = new Date("2021-03-01T03:00:00Z");
let mounted: App[];
let standing: Actor;
let director: Actor;
let officer: Actor;
/** Somebody who works in the Sở and holds no other post. */
let member: SubjectRef;
let self: Actor;

beforeAll(async () => {
  mounted = [recordsPart(awards).pages({ offers: [] })];
  standing = await ministry.actor("thuong-truc", at, "standing-officer");
  director = await ministry.actor("giam-doc-dien-bien", at, "unit-head");
  const focal = await ministry.actor("chuyen-vien-dien-bien", at, "unit-officer");
  // The demo's officer is the Sở's standing officer too; here only what a focal officer may see counts.
  officer = { ...focal, posts: focal.posts.filter((post) => post.kind !== "standing-officer") };
  const id = await here.arrange(async (tx) => {
    const person = await savePerson(tx, {
      ...{ name: "Quàng Văn Thử", civilNumber: null, gender: "male", birthYear: 1988 },
      ...{ category: "civil-servant", email: null },
    });
    await savePost(tx, {
      ...plainPost(person, ministry.unit("STP-DBN-PBGD"), "member", "Chuyên viên", day("2012-01-01")),
      worksAs: "direct",
    });
    return person;
  });
  member = { kind: "person", id };
  self = { ...officer, account: "self", person: id, name: "Quàng Văn Thử", posts: [], post: null };
});

const add = async (fact: NewFact, subject = member): Promise<number> => {
  const outcome = await addFact(standing, { subject, fact, awards, document: null });
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
};
const at2020 = (actor: Actor) => browse(mounted, actor);

describe("what somebody holds is one page", () => {
  beforeAll(async () => {
    await add(aGrade(2019, "good"));
    await add(aGrade(2020, "excellent"));
    await add(anAward("ADVANCED_WORKER", 2019, { paperSymbol: "812/QĐ-STP", paperDay: day("2019-12-18") }));
    await add(anAward("ADVANCED_WORKER", 2020));
  });

  test("by year, with the paper behind each fact and the runs of years", async () => {
    const { status, html } = await at2020(officer).get(`/ho-so/nguoi/${member.id}`);
    expect(status).toBe(200);
    expect([...html.matchAll(/<h2>(.*?)<\/h2>/g)].map((match) => match[1])).toEqual([
      ...["Chuỗi năm liên tục", "Năm 2020", "Năm 2019"],
    ]);
    expect(html).toContain("812/QĐ-STP, ngày 18/12/2019");
    expect(html).toContain("2019–2020");
  });

  test("is there for oneself, not for somebody of another body", async () => {
    const stranger = await ministry.actor("thads-dien-bien", at);
    expect((await at2020(self).get(`/ho-so/nguoi/${member.id}`)).status).toBe(200);
    expect((await at2020(stranger).get(`/ho-so/nguoi/${member.id}`)).status).toBe(404);
    expect(await recordOffers.tabs?.(reader(), stranger, { noun: "person", id: member.id })).toEqual([]);
  });

  test("goes out as the file of exactly what is seen", async () => {
    const file = await at2020(officer).get(`/ho-so/nguoi/${member.id}/tai-ve?dang=xlsx`);
    const sheet = await readSheet(file.bytes(), "ho-so.xlsx");
    if (isRefusal(sheet)) throw new Error(sheet.sentence);
    expect(sheet.rows.map((row) => row.slice(0, 3))).toEqual([
      ["Năm", "Loại", "Nội dung"],
      ["2020", "Xếp loại chất lượng", "Hoàn thành xuất sắc nhiệm vụ"],
      ["2020", "Danh hiệu, hình thức khen thưởng", "Lao động tiên tiến"],
      ["2019", "Xếp loại chất lượng", "Hoàn thành tốt nhiệm vụ"],
      ["2019", "Danh hiệu, hình thức khen thưởng", "Lao động tiên tiến"],
    ]);
  });
});

describe("writing by form", () => {
  test("a form that cannot be read comes back with everything typed and its file", async () => {
    const answer = await at2020(officer).post(`/ho-so/nguoi/${member.id}/sang-kien`, {
      ...{
        title: "Sổ tay thẩm định",
        year: "hai nghìn",
        work: "initiative",
        scope: "grassroots",
        recognised: "co",
      },
      document: new File(["%PDF-1.4 quyết định"], "quyet-dinh.pdf"),
    });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("Hãy nhập một số nguyên");
    expect(answer.html).toContain('value="Sổ tay thẩm định"');
    expect(answer.html).toMatch(/name="document-kept" value="[0-9a-f-]{36}"/);
  });

  test("a fact with its document stands on the page, and the document opens", async () => {
    const browser = at2020(officer);
    const answer = await browser.post(`/ho-so/nguoi/${member.id}/sang-kien`, {
      ...{
        title: "Sổ tay thẩm định",
        year: "2020",
        work: "initiative",
        scope: "grassroots",
        recognised: "co",
      },
      document: new File(["%PDF-1.4 quyết định"], "quyet-dinh.pdf"),
    });
    expect([answer.status, answer.location]).toEqual([303, `/ho-so/nguoi/${member.id}`]);
    const { html } = await browser.get(`/ho-so/nguoi/${member.id}`);
    expect(html).toContain("Sáng kiến: Sổ tay thẩm định");
    const link = /href="(\/ho-so\/dong\/sang-kien\/\d+\/tep)"/.exec(html)?.[1] ?? "";
    const file = await browser.get(link);
    expect(new TextDecoder().decode(file.bytes())).toBe("%PDF-1.4 quyết định");
    expect((await at2020(await ministry.actor("thads-dien-bien", at)).get(link)).status).toBe(404);
  });

  test("what contradicts the record is refused at its field", async () => {
    const answer = await at2020(officer).post(`/ho-so/nguoi/${member.id}/xep-loai`, {
      year: "2020",
      grade: "completed",
    });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("Hồ sơ đã có nội dung khác cho mục này");
  });

  test("one's own record has no form", async () => {
    expect((await at2020(self).get(`/ho-so/nguoi/${member.id}/xep-loai`)).status).toBe(404);
  });

  test("the page offers those forms that this person may send", async () => {
    const kindsAt = async (actor: Actor) => {
      const { html } = await at2020(actor).get(`/ho-so/nguoi/${member.id}/them`);
      return [...html.matchAll(/href="\/ho-so\/nguoi\/\d+\/([a-z-]+)"/g)].map((match) => match[1]);
    };
    expect(await kindsAt(officer)).toEqual([
      ...["khen-thuong", "xep-loai", "sang-kien", "thoi-gian-nghi", "cong-tac"],
    ]);
    expect(await kindsAt(director)).toEqual(["ky-luat", "vu-viec"]);
    expect((await at2020(self).get(`/ho-so/nguoi/${member.id}/them`)).status).toBe(404);
  });

  test("every kind of fact has its form", async () => {
    const forms = [
      "xep-loai",
      "khen-thuong",
      "sang-kien",
      "ky-luat",
      "vu-viec",
      "thoi-gian-nghi",
      "cong-tac",
    ];
    const statuses = await Promise.all(
      forms.map(async (slug) => (await at2020(standing).get(`/ho-so/nguoi/${member.id}/${slug}`)).status),
    );
    expect(statuses).toEqual(forms.map(() => 200));
    const unit = await at2020(standing).get(`/ho-so/don-vi/${ministry.unit("STP-DBN")}/tinh-hinh-tap-the`);
    expect(unit.status).toBe(200);
  });
});

describe("discipline and pending matters leave no trace for those who may not know", () => {
  const measure: NewFact = {
    ...{ kind: "discipline", ...noPaper, year: 2020, form: "warning" },
    ...{ fromDay: day("2020-05-04"), toDay: null, paperSymbol: "77/QĐ-KL" },
  };
  const matter: NewFact = {
    ...{
      kind: "pending",
      ...noPaper,
      year: 2021,
      matter: "complaint",
      since: day("2021-01-11"),
      endedOn: null,
      cleared: null,
    },
  };
  const review: NewFact = { ...matter, matter: "disciplineReview" } as NewFact;
  const composition: NewFact = {
    ...{
      kind: "collective",
      ...noPaper,
      year: 2020,
      total: 41,
      completed: 41,
      advancedWorkers: 30,
      warnedOrWorse: 7,
    },
    ...{
      grassrootsFighters: 5,
      women: 20,
      targetsExceeded: true,
      cleanBodies: true,
      clusterVoted: null,
      clusterRank: null,
    },
  };
  const secrets = [
    "Cảnh cáo",
    "77/QĐ-KL",
    "Đang xác minh khiếu nại, tố cáo",
    "Đang xem xét kỷ luật",
    "7 bị kỷ luật",
  ];
  const written: { kind: Fact["kind"]; id: number }[] = [];
  const unit = (): SubjectRef => ({ kind: "unit", id: ministry.unit("STP-DBN") });
  const personPages = (): string[] => [
    ...["", "/lich-su", "/tai-ve?dang=csv"].map((page) => `/ho-so/nguoi/${member.id}${page}`),
    ...["/ho-so", "/ho-so?q=Quàng", "/ho-so?nam=2021", "/ho-so/tai-ve?dang=csv"],
  ];
  const unitPages = (): string[] =>
    ["", "/lich-su", "/tai-ve?dang=csv"].map((page) => `/ho-so/don-vi/${unit().id}${page}`);
  /** All that somebody gets to see of some addresses, and what is offered to other pages. */
  const seenAt = async (actor: Actor, paths: readonly string[]): Promise<string[]> => {
    const answers = await Promise.all(paths.map((path) => at2020(actor).get(path)));
    const offers = await recordOffers.tabs?.(reader(), actor, { noun: "person", id: member.id });
    return [...answers.map(({ status, html }) => `${status} ${html}`), JSON.stringify(offers)];
  };
  const secretsIn = async (actor: Actor): Promise<string[]> => {
    const seen = (await seenAt(actor, [...personPages(), ...unitPages()])).join("\n");
    return secrets.filter((secret) => seen.includes(secret));
  };
  let before: string[];

  beforeAll(async () => {
    before = await seenAt(officer, personPages());
    for (const fact of [measure, matter, review]) written.push({ kind: fact.kind, id: await add(fact) });
    await add(composition, unit());
  });

  test("the head of the unit and the standing officers see them", async () => {
    expect(await secretsIn(director)).toEqual(secrets);
    expect(await secretsIn(standing)).toEqual(secrets);
  });

  test("the unit's officer finds every page as it was before they were written", async () => {
    expect(await secretsIn(officer)).toEqual([]);
    expect(await seenAt(officer, personPages())).toEqual(before);
    const { html } = await at2020(officer).get(`/ho-so/don-vi/${unit().id}`);
    expect(html).toContain("41 người");
  });

  test("the person knows of the measure and of the review, and of nothing else", async () => {
    expect(await secretsIn(self)).toEqual(["Cảnh cáo", "77/QĐ-KL", "Đang xem xét kỷ luật"]);
  });

  test("no post of one's own tells one more", async () => {
    const heading: Actor = { ...director, person: member.id };
    const { html } = await at2020(heading).get(`/ho-so/nguoi/${member.id}`);
    expect(html).not.toContain("Đang xác minh khiếu nại, tố cáo");
  });

  test("their addresses are nobody's but theirs who know", async () => {
    for (const { kind, id } of written) {
      const path = `/ho-so/dong/${kind === "discipline" ? "ky-luat" : "vu-viec"}/${id}/sua`;
      expect([(await at2020(officer).get(path)).status, (await at2020(director).get(path)).status]).toEqual([
        404, 200,
      ]);
      expect(await withdrawFact(officer, { kind, id, reason: "thử" })).toMatchObject({
        refusal: "no-such-fact",
      });
    }
    expect((await at2020(officer).get(`/ho-so/nguoi/${member.id}/ky-luat`)).status).toBe(404);
  });
});
