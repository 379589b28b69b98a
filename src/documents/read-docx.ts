import type { Refusal } from "../platform/refusal.ts";
import { type Line, numbered } from "./lines.ts";
import { legacyNameOf } from "./read-legacy.ts";
import { type Numbering, numberingOf } from "./read-numbering.ts";
import { brokenDocx, legacyEncoding, otherFile, unpacksTooBig } from "./read-refusals.ts";
import { child, childrenOf, type Element, isOn, parsedXml, valueIn, within } from "./read-xml.ts";
import { UnpacksTooBig, unzipped } from "./read-zip.ts";

const PART =
  /^word\/(?:document\d*|numbering|styles|header\d*|footer\d*|_rels\/document\d*\.xml)\.(?:xml|rels)$/;
const NAMES = /^(?:xl\/workbook\.xml|ppt\/presentation\.xml|mimetype|content\.xml)$/;

/**
 * Lines of a .docx from its own XML: automatic numbers count as text, a line break begins a new line,
 * deletions under track changes are gone. A cell of a layout table is read whole, a row of a data table
 * is one line with tabs.
 */
export async function linesOfDocx(bytes: Uint8Array): Promise<Line[] | Refusal> {
  try {
    const parts = await unzipped(bytes, (name) => PART.test(name) || NAMES.test(name));
    const main = parts.get("word/document.xml") ?? parts.get("word/document2.xml");
    if (main === undefined) return otherFile(kindOfZip(parts));
    const numbering = numberingOf(
      optional(parts.get("word/numbering.xml")),
      optional(parts.get("word/styles.xml")),
    );
    const body = within(parsedXml(main), "w:body");
    if (!body) return brokenDocx();
    const texts = [
      ...marginTexts(parts, body, "header", numbering),
      ...blocks(body, numbering),
      ...marginTexts(parts, body, "footer", numbering),
    ];
    const legacy = legacyNameOf(texts.join("\n"));
    return legacy === null ? numbered(texts) : legacyEncoding(legacy);
  } catch (error) {
    return error instanceof UnpacksTooBig ? unpacksTooBig() : brokenDocx();
  }
}

function kindOfZip(parts: ReadonlyMap<string, string>): string {
  if (parts.has("xl/workbook.xml")) return "bảng tính Excel";
  if (parts.has("ppt/presentation.xml")) return "tệp trình chiếu";
  return parts.has("content.xml") ? "tệp OpenDocument" : "tệp nén ZIP";
}

const optional = (xml: string | undefined): Element | undefined =>
  xml === undefined ? undefined : parsedXml(xml);

/** Headers or footers that the sections use, once each; page numbers in them are fields and give no text. */
function marginTexts(
  parts: ReadonlyMap<string, string>,
  body: Element,
  side: "header" | "footer",
  numbering: Numbering,
): string[] {
  const section = child(body, "w:sectPr");
  const links = linksOf(parts.get("word/_rels/document.xml.rels"));
  const texts: string[] = [];
  for (const reference of childrenOf(section, `w:${side}Reference`)) {
    const target = links.get(reference.attributes["r:id"] ?? "");
    const xml = target === undefined ? undefined : parts.get(`word/${target}`);
    const root = optional(xml)?.children.find((each) => each.name.startsWith("w:"));
    if (root) texts.push(...blocks(root, numbering).filter((text) => /\p{L}/u.test(text)));
  }
  return [...new Set(texts)];
}

const linksOf = (xml: string | undefined): Map<string, string> =>
  new Map(
    childrenOf(child(optional(xml), "Relationships"), "Relationship").map((each) => [
      each.attributes.Id ?? "",
      (each.attributes.Target ?? "").replace(/^\/?(?:word\/)?/, ""),
    ]),
  );

/** Containers whose content is the text's own. */
const TRANSPARENT = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:ins",
  "w:moveTo",
  "w:customXml",
  "w:smartTag",
  "w:txbxContent",
]);

/** The lines of paragraphs and tables, in their order. */
function blocks(container: Element, numbering: Numbering): string[] {
  return container.children.flatMap((each) => {
    if (each.name === "w:p") return paragraph(each, numbering);
    if (each.name === "w:tbl") return table(each, numbering);
    return TRANSPARENT.has(each.name) ? blocks(each, numbering) : [];
  });
}

function paragraph(element: Element, numbering: Numbering): string[] {
  const properties = child(element, "w:pPr");
  const boxes: string[] = [];
  const text = runs(element, { boxes, numbering, page: { inField: false, instruction: "", shown: true } });
  const hasText = text.trim() !== "";
  const label = hasText ? numbering.labelOf(properties) : null;
  const lines = `${label ? `${label} ` : ""}${text}`.split("\n");
  return [...lines, ...boxes];
}

interface Reading {
  readonly boxes: string[];
  readonly numbering: Numbering;
  readonly page: { inField: boolean; instruction: string; shown: boolean };
}

const DROPPED = new Set([
  "w:del",
  "w:moveFrom",
  "w:pPr",
  "w:rPr",
  "w:delText",
  "mc:Fallback",
  "w:footnoteReference",
]);
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;

/** Text of the runs below an element. Text boxes go apart, since they float beside the paragraph. */
function runs(element: Element, reading: Reading): string {
  let text = "";
  for (const each of element.children) {
    if (DROPPED.has(each.name)) continue;
    if (each.name === "w:r") text += run(each, reading);
    else if (each.name === "w:fldSimple")
      text += PAGE_FIELD.test(each.attributes["w:instr"] ?? "") ? "" : runs(each, reading);
    else if (each.name === "w:p" || each.name === "w:tbl")
      reading.boxes.push(...blocks({ ...element, children: [each] }, reading.numbering));
    else text += runs(each, reading);
  }
  return text;
}

function run(element: Element, reading: Reading): string {
  const properties = child(element, "w:rPr");
  if (isOn(properties, "w:vanish")) return "";
  const capitals = isOn(properties, "w:caps");
  let text = "";
  for (const each of element.children) text += piece(each, reading);
  if (!reading.page.shown) return "";
  return capitals ? text.toLocaleUpperCase("vi") : text;
}

function piece(element: Element, reading: Reading): string {
  const { page } = reading;
  switch (element.name) {
    case "w:t":
      return element.children
        .map((each) => each.text)
        .join("")
        .replace(/[\r\n]/g, " ");
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:cr":
      return "\n";
    case "w:br":
      return ["page", "column"].includes(element.attributes["w:type"] ?? "") ? "" : "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:fldChar":
      field(page, element.attributes["w:fldCharType"] ?? "");
      return "";
    case "w:instrText":
      page.instruction += element.children.map((each) => each.text).join("");
      return "";
    case "w:drawing":
    case "w:pict":
    case "mc:AlternateContent":
    case "w:object":
      return runs(element, reading);
    default:
      return "";
  }
}

/** What a page field shows is furniture; what other fields show is text. */
function field(page: Reading["page"], type: string): void {
  if (type === "begin") page.instruction = "";
  if (type === "separate") page.shown = !PAGE_FIELD.test(page.instruction);
  if (type === "end") page.shown = true;
}

/** Rows of a table: cells of several paragraphs one after the other, cells of one line side by side. */
function table(element: Element, numbering: Numbering): string[] {
  const rows = rowsOf(element).map((row) =>
    cellsOf(row).map((cell) => blocks(cell, numbering).filter((text) => text.trim() !== "")),
  );
  const wide = rows.filter((cells) => cells.length > 2).length > rows.length / 2;
  return rows.flatMap((cells) => {
    const filled = cells.filter((cell) => cell.length > 0);
    if (filled.length === 0) return [];
    if (wide) return [cells.map((cell) => cell.join(" ")).join("\t")];
    return filled.every((cell) => cell.length === 1)
      ? [filled.map((cell) => cell[0]).join("\t")]
      : [...filled.flat(), ""];
  });
}

const rowsOf = (element: Element): Element[] =>
  element.children.flatMap((each) =>
    each.name === "w:tr"
      ? valueIn(child(each, "w:trPr"), "w:del")
        ? []
        : [each]
      : TRANSPARENT.has(each.name)
        ? rowsOf(each)
        : [],
  );

const cellsOf = (element: Element): Element[] =>
  element.children.flatMap((each) =>
    each.name === "w:tc" ? [each] : TRANSPARENT.has(each.name) ? cellsOf(each) : [],
  );
