import { type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/** A person (cá nhân) of the sector. The civil number is kept sealed and never listed or shown. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly gender: Gender | null;
  readonly birthYear: number | null;
  readonly category: Category;
  readonly email: string | null;
  readonly hasCivilNumber: boolean;
}

export type Gender = "male" | "female";

export const genderNames: Readonly<Record<Gender, string>> = { male: "Nam", female: "Nữ" };

export const categoryNames = {
  cadre: "Cán bộ",
  "civil-servant": "Công chức",
  "public-employee": "Viên chức",
  worker: "Người lao động",
  contract: "Lao động hợp đồng",
} as const;

export type Category = keyof typeof categoryNames;

export const categories = Object.keys(categoryNames) as readonly Category[];

export interface NewPerson {
  readonly name: string;
  readonly civilNumber: string | null;
  readonly gender: Gender | null;
  readonly birthYear: number | null;
  readonly category: Category;
  readonly email: string | null;
}

const YOUNGEST = 15;
const OLDEST = 90;

/** A person is added with a plausible name, year and number; `year` is the year of the request. */
export function decidePerson(person: NewPerson, year: number): NewPerson | Refusal {
  const name = tidy(person.name);
  if (!/^\p{L}[\p{L}\p{M} .'-]*$/u.test(name))
    return refuse("no-name", "Hãy nhập họ và tên, chỉ gồm chữ cái.", { field: "name" });
  if (person.birthYear !== null && (person.birthYear > year - YOUNGEST || person.birthYear < year - OLDEST))
    return refuse("implausible-birth-year", `Năm sinh ${person.birthYear} không hợp lý.`, {
      field: "birthYear",
    });
  const civilNumber = person.civilNumber === null ? null : readCivilNumber(person.civilNumber);
  if (person.civilNumber !== null && civilNumber === null)
    return refuse("bad-civil-number", "Số định danh cá nhân gồm đúng 12 chữ số.", {
      field: "civilNumber",
      basis: "Luật Căn cước 2023, Điều 12",
    });
  return { ...person, name, civilNumber };
}

/**
 * Twelve digits; spaces and dots between them are let through. A spreadsheet that took the number for a
 * quantity has lost its leading zeros: eleven digits are told from a typing error by nobody, so they are refused.
 */
export function readCivilNumber(text: string): string | null {
  const digits = text.replace(/[\s.]/g, "");
  return /^\d{12}$/.test(digits) ? digits : null;
}

/** A name to sign in with, as the sign-in takes it. */
export function decideUsername(username: string): string | Refusal {
  const name = username.trim();
  return /^[a-zA-Z0-9_.]{3,30}$/.test(name)
    ? name
    : refuse("bad-username", "Tên đăng nhập gồm 3 đến 30 chữ không dấu, chữ số, dấu chấm hoặc gạch dưới.", {
        field: "username",
      });
}
