import type { Certificate, SignedData } from "pkijs";
import type { Instant } from "../platform/day.ts";
import { openSigning } from "./sign-pdf-key.ts";

/** What a PDF says of itself: not one that can be read, none signed, or signed so many times. */
export type PdfVerdict =
  | { readonly kind: "not-a-pdf" }
  | { readonly kind: "unsigned" }
  | { readonly kind: "signed"; readonly signatures: readonly PdfSignature[] };

export interface PdfSignature {
  /**
   * `valid`: what it covers is as it was signed, and it covers the whole file; `changed`: bytes it covers
   * have changed; `added-to`: it holds, yet something was appended after it; `broken`: the signature itself
   * does not hold or cannot be read.
   */
  readonly state: "valid" | "changed" | "added-to" | "broken";
  readonly signer: string | null;
  readonly issuer: string | null;
  /** The signer's own word for when. */
  readonly at: Instant | null;
  /** The certificate stands on an authority this body trusts. */
  readonly trusted: boolean;
  /** PAdES: ETSI.CAdES.detached, and the signature names its own certificate (ETSI EN 319 142-1, 6.3). */
  readonly pades: boolean;
}

/** A signature as it lies in the file. */
interface Lying {
  readonly ranges: readonly [number, number, number, number];
  readonly contents: Uint8Array;
  readonly dictionary: string;
}

const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;
const RSA = "1.2.840.113549.1.1.1";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
const COMMON_NAME = "2.5.4.3";
const ORGANISATION = "2.5.4.10";
const NEARBY = 4096;

/** Checks every signature of a PDF: is it valid, has the paper changed since, who signed and when. */
export async function verifyPdf(bytes: Uint8Array): Promise<PdfVerdict> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!text.slice(0, 1024).includes("%PDF-")) return { kind: "not-a-pdf" };
  const lying = [...text.matchAll(BYTE_RANGE)].map((match) => lyingAt(text, match));
  if (lying.length === 0) return { kind: "unsigned" };
  const trusted = await trustedCertificates();
  const signatures: PdfSignature[] = [];
  for (const one of lying) signatures.push(one ? await judge(bytes, one, trusted) : broken);
  return { kind: "signed", signatures };
}

const broken: PdfSignature = {
  ...{ state: "broken", signer: null, issuer: null, at: null, trusted: false, pades: false },
};

/** The signature must fill the gap its ranges leave, neither more nor less, or bytes could hide in it. */
function lyingAt(text: string, match: RegExpExecArray): Lying | null {
  const [first = 0, length = 0, second = 0, rest = 0] = match.slice(1).map(Number);
  if (first !== 0 || second <= length || second + rest > text.length) return null;
  const gap = text.slice(length, second);
  if (!/^<[0-9a-fA-F]*>$/.test(gap)) return null;
  const dictionary = text.slice(Math.max(0, length - NEARBY), length) + text.slice(second, second + NEARBY);
  const contents = new Uint8Array(Buffer.from(gap.slice(1, -1), "hex"));
  return { ranges: [first, length, second, rest], contents, dictionary };
}

async function judge(
  bytes: Uint8Array,
  lying: Lying,
  trusted: readonly Certificate[],
): Promise<PdfSignature> {
  const signed = await read(lying.contents);
  const certificate = signed && signerOf(signed);
  if (!signed || !certificate) return broken;
  const [first, length, second, rest] = lying.ranges;
  const covered = new Uint8Array(length + rest);
  covered.set(bytes.subarray(first, length));
  covered.set(bytes.subarray(second, second + rest), length);
  const named = await certificateNamed(signed, certificate);
  const holds = named !== "another" && (await signatureHolds(signed, certificate));
  const changed = !(await digestAgrees(signed, covered));
  return {
    state: changed ? "changed" : !holds ? "broken" : second + rest < bytes.length ? "added-to" : "valid",
    signer: nameIn(certificate.subject),
    issuer: nameIn(certificate.issuer),
    at: instantIn(lying.dictionary),
    trusted: await standsOn(certificate, signed, trusted),
    pades: named === "this" && lying.dictionary.includes("/ETSI.CAdES.detached"),
  };
}

async function read(contents: Uint8Array): Promise<SignedData | null> {
  const { ContentInfo, SignedData: Reading } = await import("pkijs");
  try {
    const info = ContentInfo.fromBER(withoutPadding(contents).buffer as ArrayBuffer);
    const signed = new Reading({ schema: info.content });
    return signed.signerInfos.length === 1 ? signed : null;
  } catch {
    return null;
  }
}

/** The room kept for a signature is filled up with zeros; the outermost DER length says where it ends. */
function withoutPadding(contents: Uint8Array): Uint8Array {
  const size = contents[1] ?? 0;
  if (size < 0x80) return contents.slice(0, 2 + size);
  const octets = size & 0x7f;
  const length = contents.slice(2, 2 + octets).reduce((sum, octet) => sum * 256 + octet, 0);
  return contents.slice(0, 2 + octets + length);
}

function signerOf(signed: SignedData): Certificate | null {
  const sid = signed.signerInfos[0]?.sid as
    | { serialNumber?: { isEqual(other: unknown): boolean } }
    | undefined;
  const certificates = (signed.certificates ?? []) as Certificate[];
  return certificates.find((one) => sid?.serialNumber?.isEqual(one.serialNumber)) ?? null;
}

/** The digest that was signed is that of the bytes as they are now. */
async function digestAgrees(signed: SignedData, covered: Uint8Array): Promise<boolean> {
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? [];
  const attribute = attributes.find(({ type }) => type === MESSAGE_DIGEST);
  const stated = (attribute?.values[0] as { valueBlock?: { valueHexView?: Uint8Array } } | undefined)
    ?.valueBlock?.valueHexView;
  const hash = await hashOf(signed);
  if (!stated || !hash) return false;
  const counted = await crypto.subtle.digest(hash, covered as Uint8Array<ArrayBuffer>);
  return Buffer.from(counted).equals(Buffer.from(stated));
}

/**
 * Whether what was signed names the certificate that goes with it (ESS signing-certificate-v2, RFC 5035):
 * without it another certificate of the same key could be put in its place.
 */
async function certificateNamed(
  signed: SignedData,
  certificate: Certificate,
): Promise<"this" | "another" | "none"> {
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? [];
  const attribute = attributes.find(({ type }) => type === SIGNING_CERTIFICATE_V2);
  // SigningCertificateV2 → certs → the first ESSCertIDv2 → its hash, after the algorithm where that is given.
  const first = partsOf(partsOf(partsOf(attribute?.values[0])[0])[0]);
  const [algorithm, hash] = first[0]?.valueBlock?.valueHexView ? [null, first[0]] : [first[0], first[1]];
  const stated = hash?.valueBlock?.valueHexView;
  if (!stated) return "none";
  const name =
    algorithm === null ? "SHA-256" : await hashNamed(`${partsOf(algorithm)[0]?.getValue?.() ?? ""}`);
  if (name === null) return "none";
  const counted = await crypto.subtle.digest(name, certificate.toSchema().toBER(false));
  return Buffer.from(counted).equals(Buffer.from(stated)) ? "this" : "another";
}

interface Asn1Part {
  readonly valueBlock?: { readonly value?: unknown; readonly valueHexView?: Uint8Array };
  getValue?(): unknown;
}

const partsOf = (part: Asn1Part | undefined): readonly (Asn1Part | undefined)[] =>
  Array.isArray(part?.valueBlock?.value) ? part.valueBlock.value : [];

/** The signer's key signed the attributes, the digest of the paper among them (RFC 5652, 5.4). */
async function signatureHolds(signed: SignedData, certificate: Certificate): Promise<boolean> {
  const { getCrypto } = await import("pkijs");
  const info = signed.signerInfos[0];
  if (!info?.signedAttrs) return false;
  const { signature, signatureAlgorithm, signedAttrs } = info;
  const plain = signatureAlgorithm.algorithmId === RSA;
  const hash = plain ? await hashOf(signed) : undefined;
  try {
    return await getCrypto(true).verifyWithPublicKey(
      signedAttrs.encodedValue,
      signature,
      certificate.subjectPublicKeyInfo,
      signatureAlgorithm,
      hash ?? undefined,
    );
  } catch {
    return false;
  }
}

const hashOf = (signed: SignedData): Promise<string | null> =>
  hashNamed(signed.signerInfos[0]?.digestAlgorithm.algorithmId ?? "");

async function hashNamed(identifier: string): Promise<string | null> {
  const { getAlgorithmByOID } = await import("pkijs");
  const named = getAlgorithmByOID(identifier);
  return "name" in named ? `${named.name}` : null;
}

/** Up to a few certificates above the signer's, each signed by the next, the last by one that is trusted. */
async function standsOn(
  certificate: Certificate,
  signed: SignedData,
  trusted: readonly Certificate[],
): Promise<boolean> {
  const offered = (signed.certificates ?? []) as Certificate[];
  let current = certificate;
  for (let step = 0; step < 5; step++) {
    for (const anchor of trusted) if (same(anchor, current) || (await issued(anchor, current))) return true;
    const above = offered.find((one) => one !== current && one.subject.isEqual(current.issuer));
    if (!above || !(await issued(above, current))) return false;
    current = above;
  }
  return false;
}

const same = (left: Certificate, right: Certificate): boolean =>
  left.serialNumber.isEqual(right.serialNumber) &&
  left.issuer.isEqual(right.issuer) &&
  Buffer.from(left.signatureValue.valueBlock.valueHexView).equals(
    Buffer.from(right.signatureValue.valueBlock.valueHexView),
  );

const issued = (above: Certificate, below: Certificate): Promise<boolean> =>
  below.verify(above).catch(() => false);

async function trustedCertificates(): Promise<Certificate[]> {
  const { Certificate: Reading } = await import("pkijs");
  const { trusted } = await openSigning();
  return trusted.map((der) => Reading.fromBER(der.slice().buffer as ArrayBuffer));
}

/** The common name, else the organisation. */
function nameIn(name: Certificate["subject"]): string | null {
  const named = (type: string) => name.typesAndValues.find((one) => one.type === type);
  const entry = named(COMMON_NAME) ?? named(ORGANISATION);
  return entry
    ? `${(entry.value as { valueBlock: { value: string } }).valueBlock.value}`.normalize("NFC")
    : null;
}

/** `/M (D:20260322100000+07'00')`. */
function instantIn(dictionary: string): Instant | null {
  const parts = /\/M\s*\(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-])(\d{2})'?(\d{2})?)?/.exec(
    dictionary,
  );
  if (!parts) return null;
  const [, year, month, date, hour, minute, second, sign, hours = "00", minutes = "00"] = parts;
  const zone = sign ? `${sign}${hours}:${minutes}` : "Z";
  const at = new Date(`${year}-${month}-${date}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(at.getTime()) ? null : at;
}
