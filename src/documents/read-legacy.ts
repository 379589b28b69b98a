/** Letters of Vietnamese that Unicode alone has; old encodings show none of them. */
const VIETNAMESE = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]/giu;

/** `Céng hßa x· héi chñ nghÜa ViÖt Nam`: TCVN3 read as Latin-1. */
const TCVN3 = /[¸µ¶·¹¨©ª«¬®¾»¼½Æ\u00C7ÊËÌÐÑÒÓÔÖ×ÞßãñøþÜÝæçè]/gu;
const TCVN3_WORDS = /(?:cña|®|Õ|nghÜa|ViÖt|hßa|tù do|thi ®ua|vµ|®Þnh|tØnh|ngµy|th¸ng|n¨m|phßng|chñ)/gu;

/** `COÄNG HOØA XAÕ HOÄI`, `ngaøy thaùng`: VNI read as Latin-1. */
const VNI_WORDS = /(?:[aeouyAEOUY][ùøûõïâéèúüêåäãàáÙØÛÕÏÂÉÈÚÜÊÅÄÃÀÁ](?![àáảãạ])|ñ(?=[\p{L}])|Ñ(?=[\p{L}]))/gu;
const VNI_MARKS =
  /(?:ngaøy|thaùng|naêm|coäng|hoøa|xaõ|hoäi|chuû|nghóa|vieät|ñoäc|laäp|haïnh|phuùc|ñieàu|thöïc|hieän|ñua|khen thöôûng|keá hoaïch)/giu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The old Vietnamese encoding a text was written in; null when it looks like Unicode. */
export function legacyNameOf(text: string): "TCVN3 (ABC)" | "VNI" | null {
  const sample = text.slice(0, 40_000);
  const letters = count(sample, /\p{L}/gu);
  if (letters < 20 || count(sample, VIETNAMESE) > letters * 0.02) return null;
  const vni = count(sample, VNI_MARKS) * 6 + count(sample, VNI_WORDS);
  const tcvn = count(sample, TCVN3_WORDS) * 4 + count(sample, TCVN3);
  if (Math.max(vni, tcvn) < letters * 0.04) return null;
  return vni > tcvn ? "VNI" : "TCVN3 (ABC)";
}
