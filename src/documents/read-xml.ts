import { XMLParser } from "fast-xml-parser";

/** An element of WordprocessingML: its name, attributes and children in their order; text stands in `text`. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

type Raw = Record<string, unknown> & { ":@"?: Record<string, string> };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** Parses a part of a .docx; an XML with a DOCTYPE is none and is not parsed. */
export function parsedXml(xml: string): Element {
  if (/<!DOCTYPE/i.test(xml.slice(0, 4096))) throw new Error("a part of a .docx has no DOCTYPE");
  return { name: "", attributes: {}, text: "", children: elements(parser.parse(xml) as Raw[]) };
}

const elements = (raw: readonly Raw[]): Element[] =>
  raw.map((node) => {
    const name = Object.keys(node).find((key) => key !== ":@") ?? "";
    const content = node[name];
    return name === "#text"
      ? { name, attributes: {}, children: [], text: String(content) }
      : { name, attributes: node[":@"] ?? {}, children: elements(content as Raw[]), text: "" };
  });

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((each) => each.name === name);

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((each) => each.name === name) ?? [];

/** `w:val` of a named child. */
export const valueIn = (element: Element | undefined, name: string): string | undefined =>
  child(element, name)?.attributes["w:val"];

/** A switch such as `<w:caps/>`: on unless its value says off. */
export const isOn = (element: Element | undefined, name: string): boolean => {
  const found = child(element, name);
  return found !== undefined && !["0", "false", "off", "none"].includes(found.attributes["w:val"] ?? "1");
};

/** The first element of that name anywhere below. */
export function within(element: Element, name: string): Element | undefined {
  for (const each of element.children) {
    if (each.name === name) return each;
    const found = within(each, name);
    if (found) return found;
  }
  return undefined;
}
