import { fold, sameTones } from "../platform/vietnamese.ts";
import { nameKey } from "./plan-mentions.ts";

/** Movements known across the country and the sector, with the other wordings that mean the same. */
const MOVEMENTS: readonly { name: string; also: readonly string[] }[] = [
  {
    name: "Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau",
    also: [
      "Cả nước chung sức vì người nghèo - Không để ai bị bỏ lại phía sau",
      "Cả nước chung tay vì người nghèo",
      "Cả nước chung sức vì người nghèo",
      "Vì người nghèo - Không để ai bị bỏ lại phía sau",
    ],
  },
  {
    name: "Cả nước chung sức xây dựng nông thôn mới",
    also: ["Cả nước thi đua xây dựng nông thôn mới", "Chung sức xây dựng nông thôn mới"],
  },
  {
    name: "Ngành Tư pháp chung sức góp phần xây dựng nông thôn mới",
    also: ["Ngành Tư pháp chung sức xây dựng nông thôn mới"],
  },
  { name: "Doanh nghiệp Việt Nam hội nhập và phát triển", also: ["Doanh nghiệp hội nhập và phát triển"] },
  {
    name: "Cán bộ Tư pháp tiếp tục đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    also: [
      "Cán bộ Tư pháp đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
      "Cán bộ Tư pháp tiếp tục đẩy mạnh việc học tập và làm theo tấm gương đạo đức Hồ Chí Minh",
      "Cán bộ Tư pháp đẩy mạnh việc học tập và làm theo tấm gương đạo đức Hồ Chí Minh",
    ],
  },
  {
    name: "Cán bộ, công chức, viên chức, người lao động trong ngành Tư pháp thi đua thực hiện văn hóa công sở",
    also: [],
  },
  { name: "Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở", also: [] },
];

/** People whose names the sector's own papers spell. */
const PEOPLE = ["Nguyễn Thanh Tịnh", "Nguyễn Khánh Ngọc"];

const spelling = (text: string): string =>
  sameTones(text.replace(/giai đoạn\s\d{4}\s?[-–]\s?\d{4}/giu, ""))
    .toLocaleLowerCase("vi")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const KNOWN = new Map<string, { name: string; exact: boolean; spelt: string }>();
for (const movement of MOVEMENTS) {
  KNOWN.set(nameKey(movement.name), { name: movement.name, exact: true, spelt: spelling(movement.name) });
  for (const other of movement.also)
    KNOWN.set(nameKey(other), { name: movement.name, exact: false, spelt: spelling(other) });
}

/** The known movement that a name is another wording or spelling of; null when it is spelt as known, or unknown. */
export function knownMovement(name: string): string | null {
  const known = KNOWN.get(nameKey(name));
  if (!known) return null;
  return known.exact && known.spelt === spelling(name) ? null : known.name;
}

/** The known person whose name differs in its marks alone. */
export function knownPerson(name: string): string | null {
  const known = PEOPLE.find((person) => fold(person) === fold(name));
  return known !== undefined && sameTones(known) !== sameTones(name) ? known : null;
}

/** Two of these names differ in their marks alone: the later one, with the one it resembles. */
export function variantsAmong(
  names: readonly { name: string; line: number }[],
): { name: string; line: number; other: string }[] {
  const first = new Map<string, string>();
  const found: { name: string; line: number; other: string }[] = [];
  for (const { name, line } of names) {
    const other = first.get(fold(name));
    if (other === undefined) first.set(fold(name), name);
    else if (spelling(other) !== spelling(name)) found.push({ name, line, other });
  }
  return found;
}
