import { parseDocument } from "yaml";
import type { z } from "zod";
import { allowedKeys, caseShape } from "./case.form.ts";
import type { Case } from "./facts.ts";

/** Reads a case from YAML or JSON; every fault is one Vietnamese sentence that names what is allowed. */
export function readCase(text: string, name: string): { asked: Case } | { faults: string[] } {
  const document = parseDocument(text);
  if (document.errors.length > 0)
    return {
      faults: document.errors.map((error) => `${name}: không đọc được YAML: ${firstLine(error.message)}.`),
    };
  const written: unknown = document.toJS();
  if (typeof written !== "object" || written === null || Array.isArray(written))
    return { faults: [`${name}: cần một trường hợp với các khóa ${listOf(allowedKeys[""])}.`] };
  return shapeCase(written, name);
}

/** Checks a case that is already an object, as one entry of a file of cases is. */
export function shapeCase(written: object, name: string): { asked: Case } | { faults: string[] } {
  const parsed = caseShape.safeParse(written);
  if (!parsed.success)
    return { faults: parsed.error.issues.flatMap((issue) => sentences(issue, written, name)) };
  const { for: subject, ...rest } = parsed.data;
  return { asked: { ...rest, for: subject.kind } };
}

function sentences(issue: z.core.$ZodIssue, written: object, name: string): string[] {
  const place = placeOf(issue.path);
  const at = place === "" ? name : `${name}: ${place}`;
  if (issue.code === "unrecognized_keys") {
    const part = issue.path.filter((step) => typeof step === "string").join(".");
    return issue.keys.map(
      (key) => `${at}: không có khóa “${key}”; các khóa được dùng: ${listOf(allowedKeys[part])}.`,
    );
  }
  const value = valueAt(written, issue.path);
  if (issue.code === "invalid_value")
    return [
      value === undefined
        ? `${at}: còn thiếu; một trong: ${listOf(issue.values.map(String))}.`
        : `${at}: “${show(value)}” không có trong danh mục; một trong: ${listOf(issue.values.map(String))}.`,
    ];
  if (issue.code === "invalid_type")
    return [
      value === undefined
        ? `${at}: còn thiếu; cần ${typeNames[issue.expected] ?? issue.expected}.`
        : `${at}: “${show(value)}” không đúng kiểu; cần ${typeNames[issue.expected] ?? issue.expected}.`,
    ];
  return [`${at}: ${issue.message}.`];
}

/** `facts.honours[0].year`, as evidence names it too. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, step) =>
      typeof step === "number"
        ? `${place}[${step}]`
        : place === ""
          ? String(step)
          : `${place}.${String(step)}`,
    "",
  );

const typeNames: Readonly<Record<string, string>> = {
  string: "chữ",
  number: "số",
  int: "số nguyên",
  boolean: "true hoặc false",
  array: "một danh sách",
  object: "một nhóm khóa",
  record: "một nhóm khóa theo năm",
};

const valueAt = (written: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    written,
  );

const show = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
const firstLine = (text: string): string => (text.split("\n")[0] ?? "").replace(/:$/, "");
const listOf = (items: readonly string[] | undefined): string => (items ?? []).join(", ");
