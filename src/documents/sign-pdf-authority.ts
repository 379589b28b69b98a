/**
 * The authority of the demo and of tests. Its name says what it is, its key is thrown away once it has
 * issued the one certificate, and nothing it issued proves anything towards others.
 */
export const TEST_AUTHORITY = "CA thử nghiệm – không có giá trị pháp lý";

/** A key that signs papers, with the certificate that names its body and the one that issued that. */
export interface SigningKey {
  readonly key: CryptoKey;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly authority: Uint8Array;
}

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" } as const;
const COMMON_NAME = "2.5.4.3";
const BASIC_CONSTRAINTS = "2.5.29.19";
const KEY_USAGE = "2.5.29.15";
// Wide, so that papers of the demo's past days stand within it too.
const FROM = new Date("2015-01-01T00:00:00Z");
const TO = new Date("2045-01-01T00:00:00Z");

/** Makes a test authority and lets it issue one certificate to a body. */
export async function makeTestKey(body: string): Promise<SigningKey> {
  const [root, own] = await Promise.all([newPair(), newPair()]);
  const authority = await issue(
    { name: TEST_AUTHORITY, pair: root },
    { name: TEST_AUTHORITY, pair: root },
    true,
  );
  const certificate = await issue({ name: TEST_AUTHORITY, pair: root }, { name: body, pair: own }, false);
  return { key: own.privateKey, certificate, authority };
}

interface Named {
  readonly name: string;
  readonly pair: CryptoKeyPair;
}

const newPair = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]) as Promise<CryptoKeyPair>;

async function issue(issuer: Named, subject: Named, authority: boolean): Promise<Uint8Array> {
  const [pki, asn1] = await Promise.all([import("pkijs"), import("asn1js")]);
  const named = (name: string) =>
    new pki.AttributeTypeAndValue({ type: COMMON_NAME, value: new asn1.Utf8String({ value: name }) });
  const made = new pki.Certificate();
  made.version = 2;
  made.serialNumber = new asn1.Integer({ valueHex: serial() });
  made.issuer.typesAndValues.push(named(issuer.name));
  made.subject.typesAndValues.push(named(subject.name));
  made.notBefore.value = FROM;
  made.notAfter.value = TO;
  made.extensions = [
    new pki.Extension({
      extnID: BASIC_CONSTRAINTS,
      critical: true,
      extnValue: new pki.BasicConstraints({ cA: authority }).toSchema().toBER(false),
    }),
    new pki.Extension({
      extnID: KEY_USAGE,
      critical: true,
      extnValue: usage(asn1, authority),
    }),
  ];
  await made.subjectPublicKeyInfo.importKey(subject.pair.publicKey);
  await made.sign(issuer.pair.privateKey, "SHA-256");
  return new Uint8Array(made.toSchema(true).toBER(false));
}

/** keyCertSign and cRLSign for the authority; digitalSignature and nonRepudiation for the body. */
const usage = (asn1: typeof import("asn1js"), authority: boolean): ArrayBuffer =>
  new asn1.BitString({
    valueHex: Uint8Array.of(authority ? 0x06 : 0xc0).buffer,
    unusedBits: authority ? 1 : 6,
  }).toBER(false);

/** A positive number of sixteen bytes. */
function serial(): ArrayBuffer {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes.buffer;
}
