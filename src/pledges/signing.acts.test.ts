import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  anotherCluster,
  as,
  aTextToSign,
  buildCluster,
  latestHash,
  morning,
  must,
  type Name,
  now,
  promised,
  type SmallCluster,
} from "../../test/pledges-world.ts";
import { actorFor, aPerson } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { verifyPdf } from "../documents/sign-pdf.ts";
import { savePost } from "../org/post.store.ts";
import { plainPost } from "../org/post.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { readKept, stageFile } from "../platform/files.ts";
import { commitmentsOf } from "./commitment.store.ts";
import { historyOf, pledgesOutOfFold } from "./pledge.store.ts";
import { sealedBytes } from "./sealing.files.ts";
import { enterPaperSignature, sealPledge, signPledge } from "./signing.acts.ts";
import { signaturesOf, textsOf } from "./signing.store.ts";
import { fallen, standing } from "./signing.ts";
import { promise, writeCommonText } from "./text.acts.ts";

const here = world();
let whole: SmallCluster;
let small: SmallCluster;
let pledge: number;

beforeAll(async () => {
  whole = await buildCluster(here);
});

beforeEach(async () => {
  small = await anotherCluster(here, whole);
  pledge = await aTextToSign(small);
});

const unitOf = { firstHead: "first", secondHead: "second", thirdHead: "third" } as const;

async function signs(name: keyof typeof unitOf, given: { at?: Date; proved?: boolean; hash?: string } = {}) {
  const hash = given.hash ?? (await latestHash(pledge));
  return signPledge(await as(small, name, given), { pledgeId: pledge, unit: small[unitOf[name]], hash });
}

const state = async () => {
  const [latest] = await textsOf(reader(), pledge);
  const all = await signaturesOf(reader(), pledge);
  const units = (some: readonly { unit: number }[]) => some.map(({ unit }) => unit);
  return { standing: units(standing(all, latest!)), fallen: units(fallen(all, latest!)) };
};

const noticesTo = async (name: Name): Promise<string[]> => {
  const { rows } = await sql<{ sentence: string; href: string }>`
    select sentence, href from notice where person_id = ${small.people[name]} and href like ${`/giao-uoc/${pledge}/chu-ky/%`}
     order by id`.execute(reader());
  return rows.map(({ href }) => href);
};

describe("the head of a unit signs", () => {
  test("and the row says who, in what post, when and exactly what", async () => {
    expect(await signs("firstHead")).toBe(pledge);
    const [signature] = await signaturesOf(reader(), pledge);
    const [text] = await textsOf(reader(), pledge);
    expect(signature).toMatchObject({
      unit: small.first,
      unitName: "Vụ Một",
      way: "online",
      signerName: "Người firstHead",
      postTitle: "Chuyên viên",
      onBehalfOf: null,
      at: morning,
      signedOn: "2026-03-20",
      hash: text?.hash,
    });
    expect(text?.text).toBe(
      [
        "GIAO ƯỚC THI ĐUA",
        `${(await now(pledge)).clusterName}, năm 2026`,
        "Các đơn vị cùng thi đua.",
        "CAM KẾT CỦA TỪNG ĐƠN VỊ",
        "1. Vụ Hai\n- Nhiệm vụ đúng hạn: 100 %",
        "2. Vụ Một\n- Nhiệm vụ đúng hạn: 100 %",
        "3. Vụ Tư\n- Nhiệm vụ đúng hạn: 100 %",
      ].join("\n\n"),
    );
  });

  test("twice, from two windows: the second is told of the first, which stays alone", async () => {
    const answers = await Promise.all([signs("firstHead"), signs("firstHead")]);
    expect(answers.filter((answer) => answer === pledge)).toHaveLength(1);
    expect(answers.find((answer) => answer !== pledge)).toMatchObject({
      refusal: "already-signed",
      kind: "moved-on",
    });
    expect(await state()).toEqual({ standing: [small.first], fallen: [] });
  });

  test("not without having proved anew who they are, nor once the proof has run out", async () => {
    expect(await signs("firstHead", { proved: false })).toMatchObject({ refusal: "not-proved" });
    const stale = { ...(await as(small, "firstHead")), provedUntil: new Date(morning.getTime() - 1) };
    const hash = await latestHash(pledge);
    expect(await signPledge(stale, { pledgeId: pledge, unit: small.first, hash })).toMatchObject({
      refusal: "not-proved",
    });
    expect(await state()).toEqual({ standing: [], fallen: [] });
  });

  test("not as deputy or officer, and not for another unit", async () => {
    const hash = await latestHash(pledge);
    for (const name of ["firstDeputy", "firstOfficer", "secondHead", "chief"] as const)
      expect(
        await signPledge(await as(small, name), { pledgeId: pledge, unit: small.first, hash }),
      ).toMatchObject({
        refusal: "not-the-head",
      });
    expect(
      await signPledge(await as(small, "otherHead"), { pledgeId: pledge, unit: small.other, hash }),
    ).toMatchObject({
      refusal: "no-such-pledge",
    });
  });

  test("not what they have not read: the hash of the page must be that of the text", async () => {
    expect(await signs("firstHead", { hash: "0".repeat(64) })).toMatchObject({ refusal: "text-changed" });
  });

  test("by a delegate of the head's power, and both names are kept; typing for the head is no signature", async () => {
    const deputy = small.people.firstDeputy;
    const post = plainPost(
      deputy,
      small.first,
      "unit-head",
      "Phó Vụ trưởng",
      day("2026-03-01"),
      day("2026-04-01"),
    );
    const own = { onBehalfOf: small.people.firstHead, onBehalfTitle: "Vụ trưởng", scope: "ký giao ước" };
    await here.arrange((tx) => savePost(tx, { ...post, ...own, delegation: "ky-thay" }));
    const typist = small.people.firstOfficer;
    await here.arrange((tx) => savePost(tx, { ...post, ...own, person: typist, delegation: "typing" }));
    const acting = async (person: number, delegation: string) => {
      const actor = await actorFor(person, `Người ${person}`, morning);
      const chosen = actor.posts.find((held) => held.delegation === delegation)!;
      return { ...actor, post: chosen, provedUntil: new Date(morning.getTime() + 600_000) };
    };
    const input = { pledgeId: pledge, unit: small.first, hash: await latestHash(pledge) };
    expect(await signPledge(await acting(typist, "typing"), input)).toMatchObject({
      refusal: "not-the-head",
    });
    expect(await signPledge(await acting(deputy, "ky-thay"), input)).toBe(pledge);
    const [signature] = await signaturesOf(reader(), pledge);
    expect(signature).toMatchObject({
      signerName: `Người ${deputy}`,
      postTitle: "Phó Vụ trưởng",
      onBehalfOf: "Người firstHead",
      onBehalfTitle: "Vụ trưởng",
    });
  });
});

describe("the text changes after the first signature", () => {
  test("every signature falls and stays as history; who signed and every member is told where the change is", async () => {
    must(await signs("firstHead"));
    must(await signs("secondHead"));
    const before = await now(pledge);
    const change = {
      pledgeId: pledge,
      version: before.version,
      common: "Các đơn vị cùng thi đua, cùng tiến bộ.",
    };
    const chief = await as(small, "chief");
    expect(await writeCommonText(chief, { ...change, reason: " " })).toMatchObject({ refusal: "no-reason" });
    expect((await now(pledge)).common).toBe("Các đơn vị cùng thi đua.");
    must(await writeCommonText(chief, { ...change, reason: "Bổ sung một nội dung" }));
    expect(await state()).toEqual({ standing: [], fallen: [small.first, small.second] });
    for (const name of ["firstHead", "firstDeputy", "firstOfficer", "secondHead", "thirdHead"] as const)
      expect(await noticesTo(name)).toEqual([`/giao-uoc/${pledge}/chu-ky/2`]);
    expect(await noticesTo("otherHead")).toEqual([]);
    expect((await historyOf(reader(), pledge))[0]).toMatchObject({
      kind: "text-changed",
      remarks: "Bổ sung một nội dung",
    });
    must(await signs("firstHead"));
    expect(await state()).toEqual({ standing: [small.first], fallen: [small.first, small.second] });
  });

  test("a commitment changed does the same; the same words change nothing", async () => {
    must(await signs("firstHead"));
    const own = (await commitmentsOf(reader(), pledge)).find(({ unit }) => unit === small.second)!;
    const officer = await as(small, "secondOfficer");
    const input = { pledgeId: pledge, unit: small.second, commitmentId: own.id, reason: "" };
    must(await promise(officer, { ...input, version: 1, promised: promised("Nhiệm vụ đúng hạn") }));
    expect(await state()).toEqual({ standing: [small.first], fallen: [] });
    const harder = { ...input, version: 2, promised: promised("Nhiệm vụ đúng và trước hạn") };
    expect(await promise(officer, harder)).toMatchObject({ refusal: "no-reason" });
    must(await promise(officer, { ...harder, reason: "Sát thực tế hơn" }));
    expect(await state()).toEqual({ standing: [], fallen: [small.first] });
  });

  test("before anybody signed it needs no reason and tells nobody", async () => {
    const { version } = await now(pledge);
    const common = "Nội dung mới.";
    must(await writeCommonText(await as(small, "chief"), { pledgeId: pledge, version, common, reason: "" }));
    expect((await textsOf(reader(), pledge)).map(({ number }) => number)).toEqual([2, 1]);
    expect(await noticesTo("firstHead")).toEqual([]);
  });
});

describe("people and rosters move on between draft and signing", () => {
  const later = new Date("2026-05-04T03:00:00Z");

  async function replaceThirdHead(on: string): Promise<number> {
    return here.arrange(async (tx) => {
      await sql`update post set validity = daterange(lower(validity), ${on}::date)
                 where unit = ${small.third} and kind = 'unit-head' and upper(validity) is null`.execute(tx);
      const next = await aPerson(tx, "Người mới", small.other);
      await savePost(tx, plainPost(next, small.third, "unit-head", "Vụ trưởng", day(on)));
      return next;
    });
  }

  test("the new head signs, the former one no longer may, and what a former head signed on the same text stands", async () => {
    must(await signs("firstHead"));
    const next = await replaceThirdHead("2026-05-01");
    const hash = await latestHash(pledge);
    const former = await as(small, "thirdHead", { at: later });
    const input = { pledgeId: pledge, unit: small.third, hash };
    expect(await signPledge(former, input)).toMatchObject({ refusal: "no-such-pledge" });
    const fresh = {
      ...(await actorFor(next, "Người mới", later)),
      provedUntil: new Date(later.getTime() + 1000),
    };
    expect(await signPledge(fresh, input)).toBe(pledge);
    expect(await state()).toEqual({ standing: [small.first, small.third], fallen: [] });
  });

  test("a unit that left the roster signs no more; its earlier signature stays readable to it", async () => {
    must(await signs("secondHead"));
    await here.arrange((tx) =>
      sql`delete from cluster_member where cluster = ${small.cluster} and unit = ${small.second}`.execute(tx),
    );
    expect(await signs("secondHead")).toMatchObject({ refusal: "left-the-roster" });
    expect((await signaturesOf(reader(), pledge)).map(({ unit }) => unit)).toEqual([small.second]);
  });
});

describe("a signature on paper", () => {
  const scanned = async (name: Name, bytes: Uint8Array) =>
    stageFile(await as(small, name), { name: "ban-ky.pdf", bytes });

  const paper = { signerName: "Lê Văn Ký", postTitle: "Vụ trưởng", signedOn: day("2026-03-19") };

  test("is entered with its scan and its day by the cluster's head or the standing officer, once", async () => {
    const pdf = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
    const staged = must(await scanned("standing", pdf));
    const input = { pledgeId: pledge, unit: small.third, ...paper, scan: staged.token };
    expect(await enterPaperSignature(await as(small, "firstHead"), input)).toMatchObject({ kind: "may-not" });
    const standing = await as(small, "standing");
    expect(await enterPaperSignature(standing, { ...input, signedOn: day("2026-03-21") })).toMatchObject({
      refusal: "signed-in-the-future",
    });
    expect(await enterPaperSignature(standing, input)).toBe(pledge);
    expect(await enterPaperSignature(standing, input)).toMatchObject({ refusal: "already-signed" });
    expect(await signaturesOf(reader(), pledge)).toMatchObject([
      {
        way: "paper",
        signerName: "Lê Văn Ký",
        enteredBy: "Người standing",
        signedOn: "2026-03-19",
        person: null,
      },
    ]);
  });

  test("refuses a scan too large, and a file that is no scan", async () => {
    expect(await scanned("chief", new Uint8Array(20 * 1024 * 1024 + 1))).toMatchObject({
      refusal: "file-too-large",
    });
    const text = must(await scanned("chief", new TextEncoder().encode("không phải bản quét")));
    const input = { pledgeId: pledge, unit: small.third, ...paper, scan: text.token };
    expect(await enterPaperSignature(await as(small, "chief"), input)).toMatchObject({
      refusal: "not-a-scan",
    });
  });
});

describe("the whole is issued", () => {
  test("only when everybody has signed; then as one signed PDF that is kept and never made again", async () => {
    must(await signs("firstHead"));
    must(await signs("secondHead"));
    const chief = await as(small, "chief");
    expect(await sealedBytes(reader(), await now(pledge), morning)).toMatchObject({
      refusal: "not-all-signed",
    });
    must(await signs("thirdHead"));
    const sealed = must(await sealedBytes(reader(), await now(pledge), morning));
    expect(await sealPledge(chief, { pledgeId: pledge, ...sealed })).toBe(pledge);
    expect(await sealPledge(chief, { pledgeId: pledge, ...sealed })).toMatchObject({
      refusal: "already-sealed",
    });
    const [last] = await historyOf(reader(), pledge);
    const kept = await readKept(last?.file ?? "");
    expect(Buffer.from(sealed.bytes).equals(kept)).toBe(true);
    expect(await verifyPdf(new Uint8Array(kept))).toMatchObject({
      kind: "signed",
      signatures: [{ state: "valid", at: morning, trusted: true, pades: true }],
    });
    const { version } = await now(pledge);
    expect(
      await writeCommonText(chief, {
        pledgeId: pledge,
        version,
        common: "Sửa sau khi phát hành",
        reason: "nhầm",
      }),
    ).toMatchObject({ refusal: "already-sealed" });
    expect(await pledgesOutOfFold(reader())).toEqual([]);
  });
});
