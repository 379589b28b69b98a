import { z } from "zod";
import { requiredText, wholeNumber } from "../web/form-fields.ts";
import type { SealedSlip } from "./casting.ts";

/** Slips sealed by the browser. */
export const SealedBallotForm = z.object({
  la: z
    .array(
      z.object({
        cau: z.coerce.number().int().min(1).max(999),
        "phong-bi": z.base64(),
        ma: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{12}$/),
      }),
    )
    .max(200)
    .transform((slips): SealedSlip[] =>
      slips.map((slip) => ({
        question: slip.cau,
        envelope: Uint8Array.from(Buffer.from(slip["phong-bi"], "base64")),
        code: slip.ma,
      })),
    ),
});

/** Plain answers of a browser that cannot seal; the questions' own fields are read by `answers.ts`. */
export const PlainBallotForm = z.object({
  "ma-rieng": requiredText("Lá phiếu thiếu mã riêng. Hãy mở lại trang.", 30),
});

export const PassphraseForm = z
  .object({
    passphrase: requiredText("Hãy nhập cụm mật khẩu.", 200),
    again: requiredText("Hãy nhập lại cụm mật khẩu.", 200),
  })
  .refine(({ passphrase, again }) => passphrase === again, {
    path: ["again"],
    message: "Hai lần nhập không giống nhau.",
  });

export const ReasonForm = z.object({ reason: requiredText("Hãy ghi lý do.") });

export const ToPaperForm = z.object({
  papers: z.enum(["together", "instead"], { error: "Hãy chọn cách chuyển sang phiếu giấy." }),
  reason: requiredText("Hãy ghi lý do."),
});

export const PaperGivenForm = z.object({ person: z.coerce.number().int().positive() });

const votes = () => wholeNumber({ most: 9999 });

const nominees = z.array(
  z.object({
    yes: votes().default(0),
    no: votes().default(0),
    blank: votes().default(0),
    places: z.array(votes()).default([]),
  }),
);

/** Papers of every question, in their order; what a kind of question does not ask is 0. */
export const PapersForm = z.object({
  cau: z.array(z.object({ issued: votes(), returned: votes(), valid: votes(), invalid: votes(), nominees })),
});

/** Hands of every question, in their order. */
export const HandsForm = z.object({ cau: z.array(z.object({ issued: votes(), nominees })) });
