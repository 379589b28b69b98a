import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actorFor, aPerson, as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import {
  anInterimReview,
  aReviewedMovement,
  beforeJuly,
  inJuly,
  oneFigure,
  send,
  sure,
  versionOf,
  writeEverything,
} from "../../test/reviews-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { dues, owed } from "./due.offers.ts";
import { frozenFiguresOf } from "./figure.store.ts";
import { reportersOf } from "./gather.store.ts";
import { standingOf } from "./gather.ts";
import { keepIssued } from "./issue.acts.ts";
import { listReviews, noFilter } from "./list.store.ts";
import { enterPaperReview } from "./paper.acts.ts";
import { acceptReview, returnReview, startReview } from "./review.acts.ts";
import { maySee } from "./review.may.ts";
import { findReview, reviewsOutOfFold } from "./review.store.ts";
import { reviewReachOf } from "./review-reach.store.ts";
import { earlierReview, quotesOf, sectionsOf } from "./section.store.ts";
import { draftTemplate, issueTemplate, writeTemplate } from "./template.acts.ts";
import { wholeReview } from "./whole.store.ts";
import { overrideFigure, takeParagraph, writeReview } from "./writing.acts.ts";

const here = world();
let ministry: SmallMinistry;
let movement: number;
const today = day("2021-06-28");
const none = { offers: [] };

type Name = Parameters<typeof as>[1];
const by = (name: Name, at = beforeJuly) => as(ministry, name, { at });
const review = async (id: number) => (await findReview(reader(), id, today))!;

beforeAll(async () => {
  ministry = await buildMinistry(here);
});

beforeEach(async () => {
  movement = await aReviewedMovement(here, ministry);
});

async function aSentReview(
  gathered = none as Parameters<typeof send>[2],
  words = "Đã làm.",
): Promise<number> {
  const officer = await by("lawOfficer");
  const id = await anInterimReview(officer, ministry.lawDepartment, movement);
  await writeEverything(officer, id, words);
  return sure(await send(officer, id, gathered));
}

describe("sending", () => {
  test("the figures are frozen; a later change of the source is marked beside them", async () => {
    const source = oneFigure(12);
    const id = await aSentReview(source.gathered);
    const frozen = await frozenFiguresOf(reader(), id);
    expect(frozen.filter(({ code }) => code === "honours.flags")).toMatchObject([
      { value: 12, href: "/danh-hieu", frozenAt: beforeJuly },
    ]);
    source.become(14);
    const whole = await wholeReview(
      reader(),
      source.gathered,
      await by("lawOfficer", inJuly),
      await review(id),
    );
    const shown = whole.sections
      .flatMap(({ figures }) => figures)
      .find(({ code }) => code === "honours.flags");
    expect([shown?.value, shown?.changedTo]).toEqual([12, { value: 14 }]);
  });

  test("one's own figure is frozen beside the record's with its reason", async () => {
    const source = oneFigure(12);
    const officer = await by("lawOfficer");
    const id = await anInterimReview(officer, ministry.lawDepartment, movement);
    await writeEverything(officer, id, "Đã làm.");
    const put = { reviewId: id, code: "honours.flags", value: 13, reason: "Một cờ chưa nhập" };
    sure(await overrideFigure(officer, { ...put, gathered: source.gathered }));
    sure(await send(officer, id, source.gathered));
    const frozen = (await frozenFiguresOf(reader(), id)).find(({ code }) => code === "honours.flags");
    expect([frozen?.value, frozen?.own]).toEqual([
      12,
      { value: 13, reason: "Một cờ chưa nhập", actorName: null },
    ]);
  });

  test("a section without words is refused and everything stays as it was", async () => {
    const officer = await by("lawOfficer");
    const id = await anInterimReview(officer, ministry.lawDepartment, movement);
    expect(await send(officer, id, none)).toMatchObject({ refusal: "sections-empty" });
    expect((await review(id)).state).toBe("draft");
  });

  test("after its last day it needs a reason and is late from its first arrival on", async () => {
    const officer = await by("lawOfficer", inJuly);
    const id = await anInterimReview(officer, ministry.lawDepartment, movement);
    await writeEverything(officer, id, "Đã làm.");
    expect(await send(officer, id, none)).toMatchObject({ refusal: "late-without-reason" });
    sure(await send(officer, id, none, { lateReason: "Chờ số liệu" }));
    expect((await review(id)).late).toBe(true);
  });

  test("returned and sent again in July it keeps its first arrival and is in time", async () => {
    const id = await aSentReview();
    const standing = await by("standing", inJuly);
    const version = await versionOf(id, standing);
    sure(await returnReview(standing, { reviewId: id, version, reason: "Thiếu số liệu", dueOn: null }));
    sure(await send(await by("lawOfficer", inJuly), id, none));
    const again = await review(id);
    expect([again.state, again.late, again.arrivedAt, again.submittedAt]).toEqual([
      "submitted",
      false,
      beforeJuly,
      inJuly,
    ]);
  });

  test("the head replaced between draft and sending: the page's name is refused, today's head signs", async () => {
    const officer = await by("departmentOfficer");
    const id = await anInterimReview(officer, ministry.department, movement);
    await writeEverything(officer, id, "Đã làm.");
    const before = ministry.people.departmentHead;
    const newHead = await here.arrange(async (tx) => {
      await sql`update post set validity = daterange(lower(validity), '2021-06-20')
                 where person = ${before} and kind = 'unit-head'`.execute(tx);
      const person = await aPerson(tx, "Giám đốc mới", ministry.department, "member");
      await sql`insert into post (person, unit, kind, title, validity)
                values (${person}, ${ministry.department}, 'unit-head', 'Giám đốc', '[2021-06-20,)')`.execute(
        tx,
      );
      return person;
    });
    expect(await send(officer, id, none, { signatory: before })).toMatchObject({ refusal: "head-changed" });
    sure(await send(officer, id, none, { signatory: newHead }));
    const { rows } = await sql<{ name: string }>`
      select signatory_name as name from review_event where review = ${id}`.execute(reader());
    expect(rows).toEqual([{ name: "Giám đốc mới" }]);
  });
});

describe("on paper", () => {
  const receipt = (receivedOn: string, lateReason = "") => ({
    movement,
    unit: ministry.department,
    kind: "interim" as const,
    year: 2021,
    channel: "paper" as const,
    receivedOn: day(receivedOn),
    lateReason,
    remarks: null,
    paper: null,
    gathered: none,
  });

  test("its day of receipt decides whether it is late, whenever it is entered", async () => {
    const id = sure(await enterPaperReview(await by("standing", inJuly), receipt("2021-06-30")));
    const entered = await review(id);
    expect([entered.state, entered.late, entered.channel]).toEqual(["submitted", false, "paper"]);
  });

  test.each([
    { name: "received in July", on: "2021-07-01", reason: "", refusal: "late-without-reason" },
    { name: "received tomorrow", on: "2021-07-03", reason: "", refusal: "received-in-the-future" },
  ])("$name: $refusal", async ({ on, reason, refusal }) => {
    expect(await enterPaperReview(await by("standing", inJuly), receipt(on, reason))).toMatchObject({
      refusal,
    });
  });

  test("the unit itself may not enter its own as received", async () => {
    expect(await enterPaperReview(await by("departmentOfficer"), receipt("2021-06-28"))).toMatchObject({
      kind: "may-not",
    });
  });

  test("the words may be copied by the receiver, not by the unit", async () => {
    const standing = await by("standing", inJuly);
    const id = sure(await enterPaperReview(standing, receipt("2021-06-30")));
    await writeEverything(standing, id, "Chép từ bản giấy.");
    const version = await versionOf(id, standing);
    const outcome = await writeReview(await by("departmentOfficer", inJuly), {
      reviewId: id,
      version,
      words: [],
    });
    expect(isRefusal(outcome)).toBe(true);
    expect((await sectionsOf(reader(), id))[0]?.words).toBe("Chép từ bản giấy.");
  });
});

describe("gathering", () => {
  test("the sector's view knows who has sent and who is missing", async () => {
    await aSentReview();
    const sector = await anInterimReview(await by("standing"), ministry.ministry, movement);
    const reporters = await reportersOf(reader(), await review(sector), today);
    expect(reporters.map((one) => [one.unitName, standingOf(one, inJuly)])).toEqual([
      ["Cụm thi đua số I", "missing"],
      ["Sở Tư pháp tỉnh Điện Biên", "overdue"],
      ["Vụ Pháp luật dân sự - kinh tế", "sent"],
    ]);
  });

  test("a paragraph is taken once, with the report it came from", async () => {
    const source = await aSentReview(none, "Dòng một.\nDòng hai.");
    const standing = await by("standing");
    const sector = await anInterimReview(standing, ministry.ministry, movement);
    const input = { reviewId: sector, position: 0, source, sourcePosition: 0, paragraph: 1 };
    sure(await takeParagraph(standing, input));
    expect(await quotesOf(reader(), sector)).toMatchObject([
      { source, words: "Dòng hai.", sourceUnitName: "Vụ Pháp luật dân sự - kinh tế" },
    ]);
    expect(await takeParagraph(standing, input)).toMatchObject({ refusal: "already-taken" });
  });

  test("nothing is taken out of a report that was not sent", async () => {
    const officer = await by("lawOfficer");
    const draft = await anInterimReview(officer, ministry.lawDepartment, movement);
    await writeEverything(officer, draft, "Bí mật.");
    const standing = await by("standing");
    const sector = await anInterimReview(standing, ministry.ministry, movement);
    const input = { reviewId: sector, position: 0, source: draft, sourcePosition: 0, paragraph: 0 };
    expect(await takeParagraph(standing, input)).toMatchObject({ refusal: "no-such-source" });
  });

  test("the sector's figures ask the record for all its units at once", async () => {
    const asked: (readonly number[])[] = [];
    const gathered = {
      offers: [
        {
          stage: "honours",
          figures: async (_reader: unknown, { units }: { units: readonly number[] }) => {
            asked.push(units);
            return [];
          },
        },
      ],
    };
    const sector = await anInterimReview(await by("standing"), ministry.ministry, movement);
    await wholeReview(reader(), gathered, await by("standing"), await review(sector));
    expect(asked.map((units) => new Set(units))).toEqual([
      new Set([ministry.ministry, ministry.lawDepartment, ministry.department, ministry.enforcement]),
    ]);
  });
});

describe("deadlines", () => {
  const ofMovement = <Item extends { subject: string; unit: number }>(items: readonly Item[]) =>
    items.filter(({ subject }) => subject.startsWith(`movement-${movement}-`)).map(({ unit }) => unit);

  test("what is owed falls away with the sending; the dues keep it with its arrival", async () => {
    const cluster = ministry.cluster;
    expect(ofMovement(await owed(reader(), today))).toEqual([
      cluster,
      ministry.department,
      ministry.lawDepartment,
    ]);
    await aSentReview();
    expect(ofMovement(await owed(reader(), today))).toEqual([cluster, ministry.department]);
    const due = (await dues(reader(), 2021, [ministry.lawDepartment])).filter(({ subject }) =>
      subject.startsWith(`movement-${movement}-`),
    );
    expect(due.map(({ deadline, doneAt, receiver }) => [deadline.day, doneAt, receiver])).toEqual([
      ["2021-06-30", beforeJuly, ministry.ministry],
    ]);
  });
});

describe("templates", () => {
  test("issued it is frozen; a new version is written after it and a report keeps its own", async () => {
    const standing = await by("standing");
    const input = { body: ministry.ministry, year: 2021, kind: "interim", from: null } as const;
    const first = sure(await draftTemplate(standing, input));
    const section = { heading: "Kết quả", guidance: null, kind: "text" as const, codes: [] };
    sure(
      await writeTemplate(standing, { templateId: first, name: "Mẫu A", dueOn: null, sections: [section] }),
    );
    sure(await issueTemplate(standing, { templateId: first }));
    expect(
      await writeTemplate(standing, { templateId: first, name: "Mẫu B", dueOn: null, sections: [section] }),
    ).toMatchObject({ refusal: "template-issued" });
    const officer = await by("lawOfficer");
    const begun = await anInterimReview(officer, ministry.lawDepartment, movement);
    const second = sure(await draftTemplate(standing, { ...input, from: first }));
    sure(await issueTemplate(standing, { templateId: second }));
    const headings = async (id: number) => (await sectionsOf(reader(), id)).map(({ heading }) => heading);
    expect(await headings(begun)).toEqual(["Kết quả"]);
    expect(await draftTemplate(await by("lawOfficer"), input)).toMatchObject({ kind: "may-not" });
  });
});

test("last period's words are found for the same unit", async () => {
  const officer = await by("lawOfficer");
  const before = sure(
    await startReview(officer, { unit: ministry.lawDepartment, movement: null, kind: "final", year: 2020 }),
  );
  await writeEverything(officer, before, "Năm trước.");
  sure(await send(officer, before, none));
  const now = await anInterimReview(officer, ministry.lawDepartment, movement);
  const earlier = await earlierReview(reader(), await review(now));
  expect([earlier?.id, earlier?.kind, earlier?.sections[0]?.words]).toEqual([before, "final", "Năm trước."]);
});

test("what was sent is printed once and served by its hash", async () => {
  const id = await aSentReview();
  const officer = await by("lawOfficer");
  const first = sure(await keepIssued(officer, { reviewId: id, gathered: none }));
  expect(sure(await keepIssued(officer, { reviewId: id, gathered: oneFigure(99).gathered }))).toEqual(first);
});

test("the list and the right agree for everybody; the columns agree with the events", async () => {
  const sent = await aSentReview();
  const standing = await by("standing");
  const version = await versionOf(sent, standing);
  sure(await acceptReview(standing, { reviewId: sent, version, remarks: null }));
  await anInterimReview(await by("departmentOfficer"), ministry.department, movement);
  await anInterimReview(standing, ministry.ministry, movement);
  await anInterimReview(await by("clusterHead"), ministry.cluster, movement);
  const { rows: all } = await sql<{ id: number }>`select id from review order by id`.execute(reader());
  const told: Record<string, boolean> = {};
  for (const name of Object.keys(ministry.people) as Name[]) {
    const actor = await by(name);
    const reach = await reviewReachOf(reader(), actor);
    const order = { by: "year", descending: false } as const;
    const { rows } = await listReviews(reader(), reach, noFilter, order, { offset: 0, limit: 500 });
    const allowed: number[] = [];
    for (const { id } of all) if (!isRefusal(maySee(actor, await review(id)))) allowed.push(id);
    expect([name, rows.map(({ id }) => id).sort((left, right) => left - right)]).toEqual([name, allowed]);
    told[name] = allowed.includes(sent);
  }
  expect(told).toMatchObject({
    lawOfficer: true,
    clusterHead: true,
    standing: true,
    departmentOfficer: false,
  });
  expect(await reviewsOutOfFold(reader())).toEqual([]);
});

test("a unit merged mid-year: its report stays and is gathered by its successor", async () => {
  const roomHead = await by("roomHead");
  const merged = await anInterimReview(roomHead, ministry.room, movement);
  await writeEverything(roomHead, merged, "Trước khi sáp nhập.");
  sure(await send(roomHead, merged, none));
  const successor = await here.arrange(async (tx) => {
    await sql`update unit set validity = daterange(lower(validity), '2021-06-29') where id = ${ministry.room}`.execute(
      tx,
    );
    await sql`insert into succession (from_unit, to_unit, kind, on_day, recorded_at)
              values (${ministry.room}, ${ministry.otherRoom}, 'merge', '2021-06-29', ${inJuly})`.execute(tx);
    return aPerson(tx, "Trưởng phòng kế tục", ministry.otherRoom, "unit-head");
  });
  const head = await actorFor(successor, "Trưởng phòng kế tục", inJuly);
  const own = await anInterimReview(head, ministry.otherRoom, movement);
  const found = (await findReview(reader(), own, head.day))!;
  const reporters = await reportersOf(reader(), found, head.day);
  expect(reporters.map((one) => [one.review, standingOf(one, inJuly), one.ended?.successors])).toEqual([
    [merged, "sent", ["Phòng Phổ biến pháp luật"]],
  ]);
  const old = (await findReview(reader(), merged, head.day))!;
  expect(isRefusal(maySee(head, old))).toBe(false);
});
