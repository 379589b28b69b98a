import type { Line } from "../documents/lines.ts";
import type { Recipient, Signatory } from "./plan-reading.ts";
import { folded, isCapitals, plain, segmentsOf } from "./plan-text.ts";

/** Recipients and signature block at the end of a document. */
export interface Ending {
  readonly recipients: readonly Recipient[];
  readonly recipientLines: readonly number[];
  readonly signatory: Signatory;
  readonly signatoryLine: number | null;
  /** Index of its first line among the lines given; null when the document has no ending. */
  readonly from: number | null;
}

interface Part {
  readonly text: string;
  readonly line: number;
}

const CAPACITY = /^(?:T\.?\/?\s?M|K\.?\/?\s?T|T\.?\/?\s?L|T\.?U\.?Q)\s*(?:\.|\s)\s*\p{Lu}/u;
const OFFICE =
  /^(?:q\.\s*|quyen )?(?:pho |quyen )*(?:bo truong|thu truong|thu tuong|giam doc|tong giam doc|chu tich|tong cuc truong|cuc truong|chi cuc truong|vu truong|vien truong|hieu truong|chanh|truong|bi thu|chu nhiem|tong|to truong|uy vien|cum truong|khoi truong|doi truong|doi pho|chi huy|tu lenh|thuong truc|thong doc|bien tap|thu ky|thanh tra)(?![a-z])/;
const SIGNED = /^\(?\s*(?:da ky|da ki|ky ten|ky va|ky, )/;
/** `Đã ký: Cầm Thị Phong`. */
const SIGNED_BY = /^\(?[Đđ]ã k[ýí]\)?\s*:?\s+(?=\p{Lu}\p{Ll})/u;
const WORD = "\\p{Lu}\\p{Ll}*(?:['’]\\p{L}+)?";
const NAME = new RegExp(
  `^(?:(?:PGS|GS|TS|ThS|Ths|BS|LS|CN|KS|Luật sư|Đại tá|Thượng tá|Trung tướng|Thiếu tướng)[.,]?\\s*)*${WORD}(?:\\s${WORD}){1,5}$`,
  "u",
);
const CAPITAL_NAME = /^\p{Lu}+(?:\s\p{Lu}+){1,4}$/u;

/** Whether a line in capitals names an office (BỘ TRƯỞNG, PHÓ GIÁM ĐỐC, Q. CỤC TRƯỞNG). */
export const namesOffice = (text: string): boolean => OFFICE.test(folded(text));

const opensRecipients = (text: string): boolean => /^noi nhan(?![a-z])/.test(folded(text));

/** Reads the ending of a document; `lines` begin after its title. */
export function endingOf(lines: readonly Line[]): Ending {
  const from = lines.findIndex((line) => segmentsOf(line.text).some(opensEnding));
  const start = from < 0 ? lastOffice(lines) : signatureAbove(lines, from);
  if (start === null) return { ...NO_ENDING };
  const { recipients, signature } = separate(lines.slice(start));
  const { signatory, line } = signatoryOf(signature);
  return {
    recipients: recipients.map((part) => recipientOf(part.text)),
    recipientLines: recipients.map((part) => part.line),
    signatory,
    signatoryLine: line,
    from: start,
  };
}

const NOBODY: Signatory = { capacity: null, role: null, name: null };
const NO_ENDING: Ending = {
  recipients: [],
  recipientLines: [],
  signatory: NOBODY,
  signatoryLine: null,
  from: null,
};

const opensEnding = (text: string): boolean =>
  opensRecipients(text) || (CAPACITY.test(text) && isCapitals(text.slice(0, 24)));

/** The recipients may follow a signature without a capacity: HIỆU TRƯỞNG, (Đã ký), a name, and only then Nơi nhận. */
function signatureAbove(lines: readonly Line[], from: number): number {
  let office = from;
  for (let index = from - 1, seen = 0; index >= 0 && seen < 5; index -= 1) {
    const text = plain(lines[index]?.text ?? "");
    if (text === "") continue;
    seen += 1;
    const isOffice = isCapitals(text) && text.length < 80 && namesOffice(text);
    if (isOffice) office = index;
    else if (!SIGNED.test(folded(text)) && nameIn(text, true) === null) break;
  }
  return office;
}

/** Without recipients and capacity: an office in capitals among the last lines, with a name below it. */
function lastOffice(lines: readonly Line[]): number | null {
  for (let index = lines.length - 1, seen = 0; index >= 0 && seen < 12; index -= 1) {
    const text = plain(lines[index]?.text ?? "");
    if (text === "") continue;
    seen += 1;
    if (isCapitals(text) && text.length < 60 && namesOffice(text) && seen > 1) return index;
  }
  return null;
}

/** Recipients stand left of the signature, above it or below it; columns may have run into one line. */
function separate(lines: readonly Line[]): { recipients: Part[]; signature: Part[] } {
  const recipients: { text: string; line: number }[] = [];
  const signature: Part[] = [];
  let listing = false;
  for (const line of lines) {
    for (const segment of segmentsOf(line.text).flatMap(unglued)) {
      if (opensRecipients(segment)) {
        listing = true;
        const rest = segment.replace(/^[^:]{0,12}:?\s*/u, "");
        for (const item of rest.split(/\s*;\s*(?=[-–])/u))
          if (item) recipients.push({ text: item, line: line.number });
        continue;
      }
      const last = recipients.at(-1);
      if (/^[-–+•*·]\s*\S/u.test(segment) && listing) {
        for (const item of segment.split(/;\s*(?=[-–]\s)/u))
          recipients.push({ text: item, line: line.number });
      } else if (!listing || ofSignature(segment) || signs(segment, last, signature))
        signature.push({ text: segment, line: line.number });
      else if (last && !/[;.]$/.test(last.text)) last.text = `${last.text} ${segment}`;
      else if (/[;.]$/.test(segment) && !(last && /^[-–+]?\s*Lưu/u.test(last.text)))
        recipients.push({ text: segment, line: line.number });
      else signature.push({ text: segment, line: line.number });
    }
  }
  return { recipients, signature };
}

const ofSignature = (text: string): boolean =>
  CAPACITY.test(text) || (isCapitals(text) && namesOffice(text)) || SIGNED.test(folded(text));

/** A name under an office or under the last recipient (Lưu) is the signer's, whatever mark the list ended with. */
const signs = (text: string, last: Part | undefined, signature: readonly Part[]): boolean =>
  NAME.test(text) &&
  !isCapitals(text) &&
  (/^[-–+]?\s*Lưu/u.test(last?.text ?? "") || signature.some((part) => ofSignature(part.text)));

/** `- Như Điều 3; THỨ TRƯỞNG` and `- Lưu: VT. Nguyễn Văn A`: two columns without a gap between. */
function unglued(text: string): string[] {
  if (opensRecipients(text)) {
    const at = text.search(/\s(?:T\.?\/?M|K\.?\/?T|T\.?\/?L|TUQ|Q)\.\s*\p{Lu}/u);
    return at > 0 ? [text.slice(0, at), text.slice(at + 1)] : [text];
  }
  const glued =
    /^([-–+].{2,200}?[;.])\s+((?:\p{Lu}[\p{Lu}.]*\s?){2,12})$/u.exec(text) ??
    /^([-–+]\s*Lưu.{2,80}?\.)\s+(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,4})$/u.exec(text);
  return glued ? [glued[1] ?? "", glued[2] ?? ""] : [text];
}

const PURPOSE =
  /\s*\(\s*((?:để|b\/c|thay|báo cáo|p\/h|ph\/h|phối hợp|t\/h|t\/đ|thực hiện|thi hành|triển khai|chỉ đạo|theo dõi|tham mưu|biết|đăng|giám sát)[^()]*)\)\s*$/iu;
/** `Vụ TCCB - để báo cáo`, `Thường trực Tỉnh ủy, “để b/c”`. */
const PURPOSE_AFTER_MARK = /\s*[-–,:]\s*[“"]?(để\s[^“”"()]{2,60})[”"]?$/iu;

function recipientOf(text: string): Recipient {
  const clean = text
    .replace(/^[-–+•*·]\s*/u, "")
    .replace(/(?:\.\/\.?|[\s;.,]+)$/u, "")
    .trim();
  const purpose = PURPOSE.exec(clean) ?? PURPOSE_AFTER_MARK.exec(clean);
  return purpose
    ? { name: clean.slice(0, purpose.index).trim(), purpose: (purpose[1] ?? "").trim() }
    : { name: clean, purpose: null };
}

function signatoryOf(parts: readonly Part[]): { signatory: Signatory; line: number | null } {
  const capacity: string[] = [];
  const role: string[] = [];
  let line: number | null = null;
  for (const part of parts.flatMap(withNameApart)) {
    const text = part.text;
    if (SIGNED.test(folded(text)) && !SIGNED_BY.test(text)) continue;
    const name = nameIn(text, capacity.length + role.length > 0);
    if (name) return { signatory: signed(capacity, role, name), line: line ?? part.line };
    if (CAPACITY.test(text)) capacity.push(...officesApart(text, role));
    else if (isCapitals(text) && (namesOffice(text) || role.length > 0) && text.length < 80) role.push(text);
    else if (isCapitals(text) && capacity.length > 0 && role.length === 0 && text.length < 80)
      capacity.push(text);
    else continue;
    line ??= part.line;
  }
  return { signatory: signed(capacity, role, null), line };
}

const signed = (capacity: readonly string[], role: readonly string[], name: string | null): Signatory => ({
  capacity: capacity.join(" ") || null,
  role: role.join(" ") || null,
  name,
});

function nameIn(text: string, afterOffice: boolean): string | null {
  const clean = text.replace(SIGNED_BY, "").replace(/[.,;\s]+$/u, "");
  if (NAME.test(clean) && !isCapitals(clean)) return clean;
  return afterOffice && CAPITAL_NAME.test(clean) && !namesOffice(clean) && !BODY_WORD.test(folded(clean))
    ? clean
    : null;
}

const BODY_WORD =
  /^(?:so|bo|cuc|uy ban|hoi dong|ban|cong doan|dang|doan|phong|truong|vu|thuong vu|chap hanh|thuong truc|ubnd)(?![a-z])/;

/** `KT. BỘ TRƯỞNG THỨ TRƯỞNG Nguyễn Văn A` in one line: the name goes apart. */
function withNameApart(part: Part): Part[] {
  const match = /^((?:[\p{Lu}./]+\s){2,12})(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,4})$/u.exec(part.text);
  if (!match) return [part];
  return [
    { text: (match[1] ?? "").trim(), line: part.line },
    { text: match[2] ?? "", line: part.line },
  ];
}

/** `KT. BỘ TRƯỞNG THỨ TRƯỞNG`: the office signed for, and the signer's own office put to `role`. */
function officesApart(text: string, role: string[]): string[] {
  const match =
    /^((?:k\.?\/?t|t\.?\/?l|tuq)\.?\s*[a-z]+ [a-z ]+?) ((?:pho |thu truong|chanh |truong phong|truong ban|vu truong|cuc truong).*)$/.exec(
      folded(text),
    );
  if (!match) return [text];
  const length = (match[1] ?? "").length;
  role.push(text.slice(length + 1));
  return [text.slice(0, length)];
}
