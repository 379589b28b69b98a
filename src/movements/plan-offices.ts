import { fold, sameTones } from "../platform/vietnamese.ts";

/** Offices as they are spelt; a word that differs from one in its marks alone is misspelt. */
const OFFICES = [
  "Bộ trưởng",
  "Thứ trưởng",
  "Thủ trưởng",
  "Giám đốc",
  "Phó Giám đốc",
  "Chủ tịch",
  "Phó Chủ tịch",
  "Cục trưởng",
  "Phó Cục trưởng",
  "Vụ trưởng",
  "Phó Vụ trưởng",
  "Tổng cục trưởng",
  "Chi cục trưởng",
  "Hiệu trưởng",
  "Phó Hiệu trưởng",
  "Viện trưởng",
  "Chánh Văn phòng",
  "Phó Chánh Văn phòng",
  "Trưởng phòng",
  "Phó Trưởng phòng",
  "Trưởng ban",
  "Trưởng Khối",
  "Trưởng Cụm",
  "Bí thư",
  "Phó Bí thư",
  "Tổng Giám đốc",
  "Chánh Thanh tra",
  "Thủ tướng",
  "Cổng Thông tin điện tử",
  "Tổng Biên tập",
] as const;

/** By the folded name: every right spelling of it. */
const SPELLINGS = new Map<string, string[]>();
for (const office of OFFICES) {
  const key = fold(office);
  SPELLINGS.set(key, [...(SPELLINGS.get(key) ?? []), office]);
}
const LONGEST = Math.max(...OFFICES.map((office) => office.split(" ").length));

interface Misspelling {
  readonly raw: string;
  readonly offices: readonly string[];
}

/** Misspelt offices among the words of a text. Only words with a capital are looked at: `bị thu hồi` is no office. */
export function misspeltOffices(text: string): Misspelling[] {
  if (!MAYBE.test(fold(text.slice(0, 4000)))) return [];
  const words = text.slice(0, 4000).split(/[\s,;:()“”"]+/u);
  const found: Misspelling[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let count = LONGEST; count >= 2; count -= 1) {
      const raw = words
        .slice(at, at + count)
        .join(" ")
        .replace(/[.\s]+$/u, "");
      const offices = /^\p{Lu}/u.test(raw) ? SPELLINGS.get(fold(raw)) : undefined;
      if (!offices) continue;
      if (!offices.some((office) => same(office, raw))) found.push({ raw, offices });
      at += count - 1;
      break;
    }
  }
  return found;
}

const MAYBE =
  /(?:bo|thu|cuc|vu|hieu|vien) truong|giam doc|chu tich|chanh|truong (?:phong|ban|khoi|cum)|bi thu|thu tuong|cong thong tin|bien tap/;

const same = (office: string, raw: string): boolean =>
  sameTones(office).toLocaleLowerCase("vi") === sameTones(raw).toLocaleLowerCase("vi");
