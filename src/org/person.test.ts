import { describe, expect, test } from "vitest";
import { decidePerson, decideUsername, type NewPerson, readCivilNumber } from "./person.ts";

const person = (given: Partial<NewPerson> = {}): NewPerson => ({
  ...{
    name: "Lò Thị Ánh",
    civilNumber: null,
    gender: "female",
    birthYear: 1988,
    category: "civil-servant",
    email: null,
  },
  ...given,
});

describe("a person", () => {
  test("is written with one space between words", () => {
    expect(decidePerson(person({ name: "  Lò  Thị Ánh " }), 2026)).toMatchObject({ name: "Lò Thị Ánh" });
  });

  test("may bear any name of the country", () => {
    for (const name of ["Vừ A Chống", "H' Lan Niê", "Rơ Châm Nghĩa", "Thạch Sóc Kha", "Y Bhiên Niê Kđăm"])
      expect(decidePerson(person({ name }), 2026)).toMatchObject({ name });
  });

  test("has a name of letters", () => {
    for (const name of ["", "   ", "123", "Lò <b>Ánh</b>"])
      expect(decidePerson(person({ name }), 2026)).toMatchObject({ refusal: "no-name", field: "name" });
  });

  test("is between 15 and 90", () => {
    expect(decidePerson(person({ birthYear: 2011 }), 2026)).toMatchObject({ birthYear: 2011 });
    expect(decidePerson(person({ birthYear: 2012 }), 2026)).toMatchObject({
      refusal: "implausible-birth-year",
    });
    expect(decidePerson(person({ birthYear: 1936 }), 2026)).toMatchObject({ birthYear: 1936 });
    expect(decidePerson(person({ birthYear: 1935 }), 2026)).toMatchObject({
      refusal: "implausible-birth-year",
    });
  });

  test("has a civil number of twelve digits or none", () => {
    expect(decidePerson(person({ civilNumber: "011 188 000 123" }), 2026)).toMatchObject({
      civilNumber: "011188000123",
    });
    expect(decidePerson(person({ civilNumber: "11188000123" }), 2026)).toMatchObject({
      refusal: "bad-civil-number",
    });
    expect(readCivilNumber("0111880001234")).toBeNull();
  });
});

test("a username is one the sign-in takes", () => {
  expect(decideUsername(" chuyenvien.dienbien ")).toBe("chuyenvien.dienbien");
  for (const bad of ["ab", "điện.biên", "a b c", "x".repeat(31)])
    expect(decideUsername(bad)).toMatchObject({ refusal: "bad-username" });
});
