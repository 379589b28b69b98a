import { z } from "zod";
import { optionalDay, optionalPick, optionalText, requiredDay, requiredText } from "../web/form-fields.ts";
import { type DocumentFacts, documentKinds } from "./library.ts";

/** Symbols typed one a line, or with semicolons between. */
const symbols = () =>
  optionalText(4000).transform((text) =>
    (text ?? "")
      .split(/[;\n]/)
      .map((symbol) => symbol.trim())
      .filter(Boolean),
  );

const kind = z.enum(documentKinds as [(typeof documentKinds)[number], ...(typeof documentKinds)[number][]], {
  error: "Hãy chọn loại văn bản.",
});

const id = z
  .string({ error: "Hãy chọn cơ quan giữ văn bản." })
  .regex(/^[1-9]\d{0,14}$/, "Hãy chọn cơ quan giữ văn bản.")
  .transform(Number);

const facts = {
  symbol: requiredText("Hãy nhập số, ký hiệu.", 100),
  title: requiredText("Hãy nhập trích yếu, tên văn bản.", 1000),
  kind,
  issuer: optionalPick(),
  issuerName: optionalText(300),
  issued: requiredDay("Hãy nhập ngày ban hành."),
  from: optionalDay(),
  to: optionalDay(),
  amends: symbols(),
  replaces: symbols(),
  restsOn: symbols(),
  note: optionalText(2000),
};

/** Adding a document on behalf of a body. */
export const DocumentForm = z.object({ ...facts, body: id });

/** Correcting the version that was seen. */
export const CorrectionForm = z.object({ ...facts, version: z.coerce.number().int().min(1) });

export const AcknowledgementForm = z.object({
  change: requiredText("Không rõ thay đổi nào.", 300),
  remarks: optionalText(1000),
});

type Typed = Omit<z.output<typeof DocumentForm>, "body">;

/** What was typed, as a version says it; the issuer was settled before. */
export const factsFrom = (
  { issuer: _, from, to, ...typed }: Typed,
  issuerUnit: number | null,
): DocumentFacts => ({ ...typed, issuerUnit, validity: { from, to } });
