/**
 * Vietnamese text: NFC everywhere; comparing and searching fold accents and the two styles of placing
 * a tone (hòa/hoà). JavaScript's `\b` and `\w` do not know Vietnamese letters; use `\p{L}`.
 */
export const nfc = (text: string): string => text.normalize("NFC");

/** Without diacritics and in lower case, đ as d: what accent-blind search compares. */
export const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** One space between words, none at the ends, NFC. */
export const tidy = (text: string): string => nfc(text).replace(/\s+/gu, " ").trim();

const TONES = "\u0300\u0301\u0303\u0309\u0323";
const TONE_IN_PAIR = new RegExp(`([oOuU])([aAeEyY])([${TONES}])`, "gu");

/** Puts the tone of oa, oe, uy in one place, so that hòa and hoà compare equal. For comparing, never for storing. */
export const sameTones = (text: string): string =>
  text.normalize("NFD").replace(TONE_IN_PAIR, "$1$3$2").normalize("NFC");

const collator = new Intl.Collator("vi", { numeric: true, sensitivity: "variant" });

/** Order by Vietnamese rules. */
export const inVietnameseOrder = (left: string, right: string): number => collator.compare(left, right);

/** A person's given name is the last word: `Nguyễn Văn An` sorts under An. */
export const byGivenName = (left: string, right: string): number =>
  collator.compare(givenNameFirst(left), givenNameFirst(right));

const givenNameFirst = (name: string): string => {
  const words = tidy(name).split(" ");
  const given = words.pop() ?? "";
  return [given, ...words].join(" ");
};

/** Upper case for the first letter only. */
export const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
