import { expect, test } from "vitest";
import { z } from "zod";
import { day } from "../platform/day.ts";
import { movedOn, refuse } from "../platform/refusal.ts";
import { hasErrors, readForm, refusedForm, shown, shownList } from "./form.ts";
import {
  decimalNumber,
  optionalDay,
  optionalPick,
  optionalText,
  optionalWholeNumber,
  requiredDay,
  requiredPick,
  requiredText,
  severalOf,
  ticked,
  wholeNumber,
} from "./form-fields.ts";

const sent = (...pairs: [string, string | File][]): FormData => {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
};

const Launch = z.object({
  title: requiredText("Hãy ghi tên gọi.", 20),
  note: optionalText(),
  closing: requiredDay(),
  opening: optionalDay(),
  count: wholeNumber({ least: 1 }),
  agreed: ticked(),
  channels: severalOf(z.enum(["mail", "paper"])),
});

test("reads what was typed into values", () => {
  const reading = readForm(
    Launch,
    sent(
      ["title", "  Đợt 1 "],
      ["note", "một\r\nhai"],
      ["closing", "1/3/2021"],
      ["opening", ""],
      ["count", "1.200"],
      ["agreed", "co"],
      ["channels", "mail"],
    ),
  );
  expect("values" in reading && reading.values).toEqual({
    title: "Đợt 1",
    note: "một\nhai",
    closing: day("2021-03-01"),
    opening: null,
    count: 1200,
    agreed: true,
    channels: ["mail"],
  });
});

test("every fault gets a Vietnamese sentence and everything typed is kept as typed", () => {
  const reading = readForm(
    Launch,
    sent(
      ["title", "một tên gọi dài quá hai mươi chữ"],
      ["closing", "30/02/2021"],
      ["opening", "mai"],
      ["count", "0"],
      ["channels", "mail"],
      ["channels", "fax"],
    ),
  );
  expect(reading).toEqual({
    errors: {
      title: "Dài quá; nhiều nhất 20 ký tự.",
      closing: "Ngày 30/02/2021 không có thật; hãy xem lại.",
      opening: "Hãy nhập ngày theo dạng dd/mm/yyyy, ví dụ 01/3/2021.",
      count: "Số này không được nhỏ hơn 1.",
      channels: "Lựa chọn này không có trong danh sách.",
    },
    typed: {
      title: ["một tên gọi dài quá hai mươi chữ"],
      closing: ["30/02/2021"],
      opening: ["mai"],
      count: ["0"],
      channels: ["mail", "fax"],
    },
  });
});

test("what is missing is asked for in the field's own words", () => {
  const reading = readForm(Launch, sent(["title", "  "]));
  expect(hasErrors(reading) && reading.errors).toEqual({
    title: "Hãy ghi tên gọi.",
    closing: "Ngày này chưa điền.",
    count: "Mục này chưa điền.",
  });
});

test("names with dots make a tree, in the order of their numbers", () => {
  const Lines = z.object({ lines: z.array(z.object({ title: z.string().min(1) })) });
  const reading = readForm(Lines, sent(["lines.10.title", "b"], ["lines.2.title", "a"]));
  expect("values" in reading && reading.values).toEqual({ lines: [{ title: "a" }, { title: "b" }] });
});

test("names of the language's own machinery do no harm", () => {
  const reading = readForm(z.object({ a: z.string() }), sent(["__proto__.polluted", "yes"], ["a", "1"]));
  expect("values" in reading && reading.values).toEqual({ a: "1" });
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("text arrives in NFC", () => {
  const reading = readForm(z.object({ a: z.string() }), sent(["a", "Điện Biên".normalize("NFD")]));
  expect("values" in reading && reading.values.a === "Điện Biên".normalize("NFC")).toBe(true);
  expect(reading.typed.a).toEqual(["Điện Biên".normalize("NFC")]);
});

test("an empty file field is absent; a file is never among the typed words", () => {
  const Scan = z.object({ scan: z.instanceof(File).optional() });
  const empty = readForm(Scan, sent(["scan", new File([], "")]));
  expect("values" in empty && empty.values).toEqual({});
  const given = readForm(Scan, sent(["scan", new File(["x"], "a.pdf")]));
  expect("values" in given && given.values.scan?.name).toBe("a.pdf");
  expect(given.typed).toEqual({});
});

test("numbers as people write them", () => {
  const Numbers = z.object({
    sum: wholeNumber(),
    share: decimalNumber({ most: 100 }),
    more: optionalWholeNumber(),
  });
  const good = readForm(Numbers, sent(["sum", "2.340.000 đ"], ["share", "97,5"], ["more", ""]));
  expect("values" in good && good.values).toEqual({ sum: 2340000, share: 97.5, more: null });
  const bad = readForm(Numbers, sent(["sum", "2,5"], ["share", "100,1"], ["more", "1.20"]));
  expect(hasErrors(bad) && bad.errors).toEqual({
    sum: "Hãy nhập một số nguyên, ví dụ 1.200.",
    share: "Số này không được lớn hơn 100.",
    more: "Hãy nhập một số nguyên, ví dụ 1.200.",
  });
});

test("a picker's id holds only for the words it was chosen with", () => {
  const Pick = z.object({ person: optionalPick() });
  const pick = (...pairs: [string, string][]) => {
    const reading = readForm(Pick, sent(...pairs));
    return "values" in reading ? reading.values.person : reading.errors;
  };
  expect(pick(["person.id", "7"], ["person.label", "An"], ["person.text", "An"])).toEqual({
    id: "7",
    text: "An",
  });
  expect(pick(["person.id", "7"], ["person.label", "An"], ["person.text", "Ân"])).toEqual({
    id: null,
    text: "Ân",
  });
  expect(pick(["person.id", ""], ["person.text", ""])).toBe(null);
  expect(pick(["person.text", "An"], ["person.choice", "9"])).toEqual({ id: "9", text: "An" });
  const required = readForm(z.object({ person: requiredPick("Hãy chọn người.") }), sent(["person.text", ""]));
  expect(hasErrors(required) && required.errors).toEqual({ person: "Hãy chọn người." });
});

test("a refusal stands at its field, or above the form, with its article", () => {
  const typed = { reason: ["nhầm"] };
  expect(refusedForm(refuse("x", "Chỉ rút được đăng ký đã gửi.", { field: "reason" }), typed)).toEqual({
    errors: { reason: "Chỉ rút được đăng ký đã gửi." },
    typed,
  });
  expect(refusedForm(movedOn("y", "Người khác vừa sửa."), typed).errors).toEqual({
    "": "Người khác vừa sửa.",
  });
  expect(refusedForm(refuse("z", "Chưa đủ.", { basis: "Điều 22" }), typed).errors).toEqual({
    "": "Chưa đủ. (Điều 22)",
  });
});

test("what came back goes before what was stored", () => {
  const state = { errors: { a: "Sai." }, typed: { a: [""], boxes: ["x"] } };
  expect(shown(state, "a", "cũ")).toEqual({ name: "a", value: "", error: "Sai." });
  expect(shown(state, "b", "cũ")).toEqual({ name: "b", value: "cũ", error: undefined });
  expect(shownList(state, "none", ["cũ"]).values).toEqual([]);
  expect(shownList({ errors: {}, typed: {} }, "none", ["cũ"]).values).toEqual(["cũ"]);
});
