import { act } from "../platform/act.ts";
import { type Day, writeDay } from "../platform/day.ts";
import { keepFile } from "../platform/files.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { loadFor, scanOf } from "./loading.acts.ts";
import { mayCompleteSigning, mayEnterPaper, mayRun, type SeenPledge, signingPost } from "./pledge.may.ts";
import { savePledgeEvent, touchPledge } from "./pledge.store.ts";
import { saveSignature, signaturesOf, textsOf } from "./signing.store.ts";
import { decideSealing, decideSigning, unsigned } from "./signing.ts";
import { tellCluster, tellMembers } from "./telling.acts.ts";

interface SigningInput {
  readonly pledgeId: number;
  readonly unit: number;
  /** Hash of the text on the page that was signed. */
  readonly hash: string;
}

/** The head of a unit signs the text for it, having proved anew who they are. */
export const signPledge = act({
  name: "pledge.sign",
  async run(work, input: SigningInput): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, () => mayCompleteSigning(work.actor, input.unit));
    if (isRefusal(pledge)) return pledge;
    const signatures = await signaturesOf(work.tx, pledge.id);
    const [latest] = await textsOf(work.tx, pledge.id);
    const facts = {
      latest: latest ?? null,
      seenHash: input.hash,
      onRoster: isMember(pledge, input.unit),
      signatures,
    };
    const text = decideSigning(pledge, input.unit, facts);
    if (isRefusal(text)) return text;
    const post = signingPost(work.actor, input.unit)!;
    await saveSignature(work.tx, pledge.id, {
      text: text.id,
      unit: input.unit,
      unitName: nameOf(pledge, input.unit),
      way: "online",
      person: work.actor.person,
      signerName: work.actor.name,
      postTitle: post.title,
      onBehalfOf: post.onBehalfOf?.name ?? null,
      onBehalfTitle: post.onBehalfOf?.title ?? null,
      hash: text.hash,
      at: work.at,
      signedOn: work.day,
      ...{ enteredBy: null, file: null, fileName: null },
    });
    await touchPledge(work.tx, pledge.id, work.at);
    work.record("pledge.signed", pledge.id, { unit: input.unit, hash: text.hash, text: text.number });
    const left = unsigned(pledge.members, signatures, text).filter(({ unit }) => unit !== input.unit).length;
    if (left === 0)
      await tellCluster(
        work,
        pledge,
        `${pledge.clusterName} đã ký đủ giao ước thi đua năm ${pledge.year}.`,
        "/chu-ky",
      );
    return pledge.id;
  },
});

const isMember = (pledge: SeenPledge, unit: number): boolean =>
  pledge.members.some((one) => one.unit === unit);

const nameOf = (pledge: SeenPledge, unit: number): string =>
  pledge.members.find((one) => one.unit === unit)?.name ?? "";

interface PaperInput {
  readonly pledgeId: number;
  readonly unit: number;
  readonly signerName: string;
  readonly postTitle: string;
  readonly signedOn: Day;
  /** Token of the staged scan. */
  readonly scan: string;
}

/** A unit signed on paper: its scan, who signed, and the day on the paper. */
export const enterPaperSignature = act({
  name: "pledge.enter-paper-signature",
  async run(work, input: PaperInput): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayEnterPaper(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    const [latest] = await textsOf(work.tx, pledge.id);
    const signatures = await signaturesOf(work.tx, pledge.id);
    const facts = { latest: latest ?? null, onRoster: isMember(pledge, input.unit), signatures };
    const text = decideSigning(pledge, input.unit, { ...facts, seenHash: latest?.hash ?? "" });
    if (isRefusal(text)) return text;
    if (input.signedOn > work.day)
      return refuse("signed-in-the-future", `Ngày ký ${writeDay(input.signedOn)} chưa đến.`, {
        field: "signedOn",
      });
    const signerName = tidy(input.signerName);
    if (!signerName) return refuse("no-signer", "Hãy ghi họ tên người ký.", { field: "signerName" });
    const scan = await scanOf(work, input.scan);
    if (isRefusal(scan)) return scan;
    await saveSignature(work.tx, pledge.id, {
      ...{
        text: text.id,
        unit: input.unit,
        unitName: nameOf(pledge, input.unit),
        way: "paper",
        person: null,
      },
      ...{ signerName, postTitle: tidy(input.postTitle) || "Thủ trưởng đơn vị" },
      ...{ onBehalfOf: null, onBehalfTitle: null, hash: text.hash, at: work.at, signedOn: input.signedOn },
      ...{ enteredBy: work.actor.name, ...scan },
    });
    await touchPledge(work.tx, pledge.id, work.at);
    work.record("pledge.paper-signature-entered", pledge.id, { unit: input.unit, file: scan.file });
    return pledge.id;
  },
});

interface SealingInput {
  readonly pledgeId: number;
  /** The text the bytes were printed from. */
  readonly textId: number;
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** The whole, printed and signed with the body's key, is issued; its bytes are kept and never made again. */
export const sealPledge = act({
  name: "pledge.seal",
  async run(work, input: SealingInput): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayRun(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    const [latest] = await textsOf(work.tx, pledge.id);
    const signatures = await signaturesOf(work.tx, pledge.id);
    const text = decideSealing(pledge, pledge.members, signatures, latest ?? null);
    if (isRefusal(text)) return text;
    if (text.id !== input.textId)
      return refuse("text-changed", "Văn bản giao ước vừa thay đổi; hãy xem lại rồi phát hành.", {
        kind: "moved-on",
      });
    const kept = await keepFile(work.tx, { name: input.fileName, bytes: input.bytes }, work.at);
    if (isRefusal(kept)) return kept;
    const scan = { file: kept.hash, fileName: input.fileName };
    await savePledgeEvent(work.tx, pledge, { kind: "sealed", at: work.at, scan }, work.actor);
    work.record("pledge.sealed", pledge.id, { file: kept.hash, text: text.hash });
    const sentence = `Giao ước thi đua năm ${pledge.year} của ${pledge.clusterName} đã ký đủ và được phát hành.`;
    await tellMembers(work, pledge, sentence, "/chu-ky");
    return pledge.id;
  },
});
