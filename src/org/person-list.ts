import { type Day, dayOf, readTypedDay, yearOf } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { fold, tidy } from "../platform/vietnamese.ts";
import {
  type Category,
  categories,
  categoryNames,
  decidePerson,
  type Gender,
  readCivilNumber,
} from "./person.ts";
import type { WorksAs } from "./post.ts";
import type { ListField, ListRow } from "./sheet-columns.ts";

export const personFields: readonly ListField[] = [
  {
    name: "name",
    label: "Họ và tên",
    required: true,
    synonyms: ["ho va ten", "ho ten", "ho chu dem va ten", "ho chu dem ten", "ho ten can bo", "ten"],
  },
  {
    name: "civilNumber",
    label: "Số định danh cá nhân",
    required: false,
    synonyms: [
      "so dinh danh ca nhan",
      "so dinh danh",
      "so cccd",
      "cccd",
      "can cuoc cong dan",
      "so can cuoc",
      "so can cuoc cong dan",
      "cmnd cccd",
    ],
  },
  { name: "gender", label: "Giới tính", required: false, synonyms: ["gioi tinh", "gioi", "nam nu", "phai"] },
  {
    name: "birthYear",
    label: "Năm sinh",
    required: false,
    synonyms: ["nam sinh", "ngay sinh", "ngay thang nam sinh", "sinh nam", "ngay thang sinh"],
  },
  { name: "bornMale", label: "Năm sinh (cột nam)", required: false, synonyms: ["nam"] },
  { name: "bornFemale", label: "Năm sinh (cột nữ)", required: false, synonyms: ["nu"] },
  {
    name: "unit",
    label: "Đơn vị",
    required: false,
    synonyms: [
      "don vi",
      "don vi cong tac",
      "phong ban",
      "phong",
      "ma don vi",
      "noi cong tac",
      "don vi phong ban",
    ],
  },
  {
    name: "title",
    label: "Chức danh",
    required: false,
    synonyms: ["chuc vu", "chuc danh", "chuc vu chuc danh", "chuc danh chuc vu", "vi tri viec lam"],
  },
  {
    name: "category",
    label: "Đối tượng",
    required: false,
    synonyms: ["doi tuong", "loai can bo", "loai lao dong", "loai hinh lao dong", "cong chuc vien chuc"],
  },
  {
    name: "worksAs",
    label: "Vai trò",
    required: false,
    synonyms: ["vai tro", "lanh dao truc tiep", "truc tiep lao dong"],
  },
  {
    name: "from",
    label: "Từ ngày",
    required: false,
    synonyms: ["tu ngay", "ngay vao", "ngay vao co quan", "ngay bat dau", "ngay nhan cong tac"],
  },
  {
    name: "email",
    label: "Thư điện tử",
    required: false,
    synonyms: ["thu dien tu", "email", "e mail", "hop thu"],
  },
];

/** What stands for an empty cell. Set on screen by the person, never by the product. */
export interface PersonDefaults {
  readonly unit: number | null;
  readonly category: Category;
  readonly from: Day;
}

/** A row read: who it would be, or what is wrong with it. */
export interface ReadPerson {
  readonly row: number;
  readonly name: string;
  readonly civilNumber: string | null;
  readonly gender: Gender | null;
  readonly birthYear: number | null;
  readonly category: Category;
  readonly email: string | null;
  readonly unit: number | null;
  readonly title: string;
  readonly worksAs: WorksAs;
  readonly from: Day;
  readonly errors: readonly string[];
}

/** Units by code and by name without accents, as they are called today. */
export type FindUnits = (text: string) => readonly number[];

export function readPersonRow(
  row: ListRow,
  defaults: PersonDefaults,
  findUnits: FindUnits,
  today: Day,
): ReadPerson {
  const cell = (name: string) => row.cells[name] ?? "";
  const errors: string[] = [];
  const refuse = (sentence: string): null => {
    errors.push(sentence);
    return null;
  };
  const born = bornIn(cell("birthYear") || cell("bornMale") || cell("bornFemale"), refuse);
  const gender =
    genderIn(cell("gender"), refuse) ?? (cell("bornFemale") ? "female" : cell("bornMale") ? "male" : null);
  const civilNumber = civilNumberIn(cell("civilNumber"), refuse);
  const title = tidy(cell("title")) || "Chuyên viên";
  const person = {
    ...{ name: tidy(cell("name")), civilNumber, gender, birthYear: born, email: cell("email") || null },
    category: categoryIn(cell("category"), refuse) ?? defaults.category,
  };
  const decided = decidePerson(person, yearOf(today));
  if (isRefusal(decided)) errors.push(decided.sentence);
  return {
    ...person,
    row: row.number,
    title,
    unit: unitIn(cell("unit") || row.heading || "", defaults.unit, findUnits, refuse),
    worksAs: worksAsIn(cell("worksAs"), refuse) ?? (leads(title) ? "leader" : "direct"),
    from: dayIn(cell("from"), refuse) ?? defaults.from,
    errors,
  };
}

type Refuse = (sentence: string) => null;

function bornIn(text: string, refuse: Refuse): number | null {
  if (!text || /^x$/i.test(text)) return null;
  const year = /^\d{4}$/.test(text) ? Number(text) : null;
  const typed = readTypedDay(text);
  return year ?? (typed ? yearOf(typed) : refuse(`Không đọc được năm sinh “${text}”.`));
}

function genderIn(text: string, refuse: Refuse): Gender | null {
  if (!text) return null;
  const plain = fold(text).trim();
  if (plain === "nu" || plain === "f") return "female";
  if (plain === "nam" || plain === "m") return "male";
  return refuse(`Giới tính “${text}” không rõ; hãy ghi Nam hoặc Nữ.`);
}

/** A sheet that took the number for a quantity has dropped its leading zeros; nobody can tell that from a slip. */
function civilNumberIn(text: string, refuse: Refuse): string | null {
  if (!text) return null;
  const number = readCivilNumber(text);
  if (number) return number;
  return /^\d{9,11}$/.test(text.replace(/[\s.]/g, ""))
    ? refuse(`Số định danh “${text}” thiếu chữ số; bảng tính có thể đã bỏ số 0 ở đầu.`)
    : refuse(`Số định danh “${text}” không gồm 12 chữ số.`);
}

function categoryIn(text: string, refuse: Refuse): Category | null {
  if (!text) return null;
  const plain = fold(text);
  const found = categories.find((category) => plain.includes(fold(categoryNames[category])));
  return found ?? refuse(`Đối tượng “${text}” không rõ; hãy ghi ${Object.values(categoryNames).join(", ")}.`);
}

function worksAsIn(text: string, refuse: Refuse): WorksAs | null {
  if (!text) return null;
  const plain = fold(text);
  if (plain.includes("truc tiep")) return "direct";
  if (plain.includes("lanh dao") || plain.includes("quan ly")) return "leader";
  return refuse(`Vai trò “${text}” không rõ; hãy ghi Lãnh đạo hoặc Trực tiếp.`);
}

function dayIn(text: string, refuse: Refuse): Day | null {
  if (!text) return null;
  const year = /^(\d{4})$/.exec(text);
  const found = year ? dayOf(Number(year[1]), 1, 1) : readTypedDay(text);
  return found ?? refuse(`Ngày “${text}” không có thật hoặc không theo dạng dd/mm/yyyy.`);
}

function unitIn(text: string, usual: number | null, findUnits: FindUnits, refuse: Refuse): number | null {
  if (!text) return usual ?? refuse("Chưa ghi đơn vị.");
  const found = findUnits(text);
  if (found.length === 1) return found[0]!;
  return found.length === 0
    ? refuse(`Không có đơn vị “${text}”; hãy ghi đúng tên hoặc mã.`)
    : refuse(`Có ${found.length} đơn vị tên “${text}”; hãy ghi mã đơn vị.`);
}

/** Titles that lead or manage; everybody else works directly. */
const leads = (title: string): boolean =>
  /^(bộ trưởng|thứ trưởng|tổng |giám đốc|phó |trưởng |chánh |vụ trưởng|cục trưởng|chi cục trưởng|viện trưởng|hiệu trưởng|đội trưởng|tổ trưởng)/iu.test(
    title,
  );
