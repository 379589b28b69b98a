/** Named after a person, so that papers give it in full (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4). */
const FULL: Readonly<Record<string, string>> = { "Hồ Chí Minh": "Thành phố Hồ Chí Minh" };

/**
 * The place that a body's papers bear (địa danh): the province which its own name ends with, or else its superior's;
 * the Ministry's own units are in Hà Nội.
 */
export function placeOfPapers(body: string, above = ""): string {
  const place = provinceIn(body) ?? provinceIn(above) ?? "Hà Nội";
  return FULL[place] ?? place;
}

const provinceIn = (name: string): string | undefined =>
  /(?:[Tt]ỉnh|[Tt]hành phố|TP\.)\s+(\p{Lu}[\p{L} .-]+)$/u.exec(name)?.[1];
