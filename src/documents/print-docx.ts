import type { OfficialDocument } from "./tree.ts";

/** The document as an editable Word file in the layout of Nghị định 30/2020/NĐ-CP, set in Times New Roman. */
export async function printDocx(document: OfficialDocument): Promise<Uint8Array> {
  const { composeDocx } = await import("./print-docx.compose.ts");
  return composeDocx(document);
}
