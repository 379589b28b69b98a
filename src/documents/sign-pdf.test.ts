import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSecrets } from "../platform/secret.ts";
import { printPdf } from "./print-pdf.ts";
import { signPdf, signsForTrial, verifyPdf } from "./sign-pdf.ts";
import { TEST_AUTHORITY } from "./sign-pdf-authority.ts";
import { officialDocument, paragraph } from "./tree-build.ts";

const folder = mkdtempSync(join(tmpdir(), "thidua-sign-"));
const at = new Date("2026-03-22T03:30:00Z");
let paper: Uint8Array;
let signed: Uint8Array;

beforeAll(async () => {
  openSecrets(folder);
  const printed = await printPdf(
    officialDocument({
      letterhead: {
        superior: "BỘ TƯ PHÁP",
        issuer: "CỤM THI ĐUA SỐ I",
        number: null,
        symbol: null,
        place: "Hà Nội",
        day: { year: 2026 },
      },
      title: { kind: "named", name: "GIAO ƯỚC THI ĐUA", abstract: "Năm 2026" },
      body: [paragraph("Các đơn vị thành viên thống nhất ký giao ước thi đua.")],
    }),
  );
  paper = printed.bytes;
  signed = await signPdf(paper, { reason: "Giao ước thi đua năm 2026", place: "Hà Nội", at });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const valid = {
  state: "valid",
  signer: "Cơ quan dùng thử phần mềm Thi Đua",
  issuer: TEST_AUTHORITY,
  at,
  trusted: true,
  pades: true,
};

describe("a PDF signed with the body's key", () => {
  test("verifies, says who signed and when, and keeps every printed byte", async () => {
    expect(await verifyPdf(signed)).toEqual({ kind: "signed", signatures: [valid] });
    expect(Buffer.from(signed.subarray(0, paper.length)).equals(Buffer.from(paper))).toBe(true);
  });

  test("one byte changed is told, wherever it lies", async () => {
    for (const place of [40, Math.floor(paper.length / 2), signed.length - 3]) {
      const tampered = signed.slice();
      tampered[place] = tampered[place]! ^ 0x01;
      expect(await verifyPdf(tampered)).toEqual({
        kind: "signed",
        signatures: [{ ...valid, state: "changed" }],
      });
    }
  });

  test("what is appended after the signature is told", async () => {
    const longer = Buffer.concat([signed, Buffer.from("\n% thêm sau\n")]);
    expect(await verifyPdf(longer)).toEqual({
      kind: "signed",
      signatures: [{ ...valid, state: "added-to" }],
    });
  });

  test("a signature of another body's test authority holds, but is not trusted here", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "thidua-sign-"));
    openSecrets(elsewhere);
    const theirs = await signPdf(paper, { reason: "Khác", place: "Hà Nội", at });
    openSecrets(folder);
    rmSync(elsewhere, { recursive: true, force: true });
    expect(await verifyPdf(theirs)).toEqual({ kind: "signed", signatures: [{ ...valid, trusted: false }] });
  });

  test("a mangled signature is broken, not a fault of the program", async () => {
    const text = Buffer.from(signed).toString("latin1");
    const mangled = Buffer.from(
      text.replace(/\/Contents\s*<[0-9a-fA-F]{40}/, (found) => `${found.slice(0, -40)}${"0".repeat(40)}`),
      "latin1",
    );
    expect(mangled.length).toBe(signed.length);
    expect(await verifyPdf(mangled)).toMatchObject({ kind: "signed", signatures: [{ state: "broken" }] });
  });
});

describe("the certificate that a signature names (ESS signing-certificate-v2, RFC 5035)", () => {
  const SIGNING_CERTIFICATE_V2 = "060b2a864886f70d010910022f";

  test("is written by every signature of this body, as PAdES B-B asks", () => {
    const contents = /\/Contents\s*<([0-9a-fA-F]+)>/.exec(Buffer.from(signed).toString("latin1"))?.[1] ?? "";
    expect(contents.toLowerCase()).toContain(SIGNING_CERTIFICATE_V2);
  });

  test("cannot be put aside for another of the same key: a letter of its name changed breaks the signature", async () => {
    const hex = (words: string) => Buffer.from(words, "utf8").toString("hex");
    const text = Buffer.from(signed).toString("latin1");
    const [ours, theirs] = [hex("phần mềm Thi Đua"), hex("phần mềm Thi Đuo")];
    const renamed = text.replace(new RegExp(ours, "gi"), theirs);
    expect(renamed).not.toBe(text);
    expect(await verifyPdf(Buffer.from(renamed, "latin1"))).toMatchObject({
      kind: "signed",
      signatures: [{ state: "broken", trusted: false, pades: false }],
    });
  });
});

test("a paper nobody signed, and a file that is no PDF", async () => {
  expect(await verifyPdf(paper)).toEqual({ kind: "unsigned" });
  expect(await verifyPdf(new TextEncoder().encode("không phải PDF"))).toEqual({ kind: "not-a-pdf" });
});

test("the key is made once and kept sealed outside the database", async () => {
  const kept = await readFile(join(folder, "secrets", "test-signing.key"));
  expect(kept.toString("utf8")).not.toContain("certificate");
  const again = await signPdf(paper, { reason: "Lần hai", place: "Hà Nội", at });
  expect(await verifyPdf(again)).toEqual({ kind: "signed", signatures: [valid] });
  expect(await signsForTrial()).toBe(true);
});
