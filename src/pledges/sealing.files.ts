import { printPdf } from "../documents/print-pdf.ts";
import { signPdf } from "../documents/sign-pdf.ts";
import { type Instant, onDay } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { commitmentsOf } from "./commitment.store.ts";
import { placeOfCluster } from "./place.store.ts";
import { pledgeDocument } from "./pledge.document.ts";
import type { SeenPledge } from "./pledge.may.ts";
import { signaturesOf, textsOf } from "./signing.store.ts";
import { standing, unsigned } from "./signing.ts";

interface SealedBytes {
  readonly textId: number;
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** The whole as it stands, printed and signed with the body's key; the act refuses it when anything has moved on. */
export async function sealedBytes(
  reader: Reader,
  pledge: SeenPledge,
  at: Instant,
): Promise<SealedBytes | Refusal> {
  const [[text], all, commitments] = await Promise.all([
    textsOf(reader, pledge.id),
    signaturesOf(reader, pledge.id),
    commitmentsOf(reader, pledge.id),
  ]);
  if (!text || unsigned(pledge.members, all, text).length > 0)
    return refuse("not-all-signed", "Chưa đủ chữ ký của các đơn vị thành viên nên chưa phát hành được.");
  const signatures = standing(all, text);
  const place = await placeOfCluster(reader, pledge, onDay(at));
  const facts = { place, pledge, members: pledge.members, commitments, text, signatures };
  const { bytes } = await printPdf(pledgeDocument(facts));
  const reason = `Giao ước thi đua năm ${pledge.year} của ${pledge.clusterName}`;
  const signed = await signPdf(bytes, { reason, place, at });
  return { textId: text.id, bytes: signed, fileName: `${reason}.pdf` };
}
