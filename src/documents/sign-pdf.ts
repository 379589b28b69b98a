import type { Instant } from "../platform/day.ts";
import { openSigning } from "./sign-pdf-key.ts";

export { type PdfSignature, type PdfVerdict, verifyPdf } from "./sign-pdf-verify.ts";

interface SignedFor {
  /** Why the body signs: “Giao ước thi đua năm 2026 của Cụm thi đua số I”. */
  readonly reason: string;
  readonly place: string;
  /** The signer's own word for when; without a time-stamping authority it is no more. */
  readonly at: Instant;
}

/**
 * Signs a PDF with the body's key: PAdES B-B (ETSI EN 319 142-1), subfilter ETSI.CAdES.detached, appended,
 * so that every byte of what was printed stays. Throws when the body's key file cannot be opened.
 */
export async function signPdf(bytes: Uint8Array, { reason, place, at }: SignedFor): Promise<Uint8Array> {
  const [{ PDF }, { signer }] = await Promise.all([import("@libpdf/core"), openSigning()]);
  const paper = await PDF.load(bytes);
  const signed = await paper.sign({
    signer,
    reason,
    location: place,
    signingTime: at,
    subFilter: "ETSI.CAdES.detached",
    level: "B-B",
    digestAlgorithm: "SHA-256",
  });
  return signed.bytes;
}

/** Whether what is signed here proves nothing towards others, since no key of the body's own is set. */
export const signsForTrial = async (): Promise<boolean> => (await openSigning()).test;
