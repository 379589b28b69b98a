import { z } from "zod";
import { optionalText, requiredDay, requiredText, severalOf } from "../web/form-fields.ts";
import { purposes, type VotePurpose } from "./vote.ts";

const person = (message: string) => z.coerce.number({ error: message }).int().min(1, message);

export const HoldForm = z
  .object({
    purpose: z.enum(purposes as readonly [VotePurpose, ...VotePurpose[]], {
      error: "Hãy chọn nội dung suy tôn.",
    }),
    metOn: requiredDay("Hãy nhập ngày họp."),
    place: requiredText("Hãy ghi địa điểm họp.", 200),
    chair: person("Hãy chọn người chủ trì."),
    secretary: person("Hãy chọn thư ký."),
    teller1: person("Hãy chọn tổ trưởng tổ kiểm phiếu."),
    teller2: person("Hãy chọn người thứ hai của tổ kiểm phiếu."),
    candidates: severalOf(z.coerce.number().int()),
    present: severalOf(z.coerce.number().int()),
    opinions: optionalText(4000),
  })
  .transform(({ teller1, teller2, ...rest }) => ({ ...rest, tellers: [teller1, teller2] }));

export const AuthoriseForm = z.object({
  unit: z.coerce.number({ error: "Hãy chọn đơn vị." }).int().min(1, "Hãy chọn đơn vị."),
  person: person("Hãy chọn người được ủy quyền."),
  paperSymbol: requiredText("Hãy ghi số, ký hiệu giấy ủy quyền.", 60),
  paperDay: requiredDay("Hãy nhập ngày của giấy ủy quyền."),
});

export const SecondRoundForm = z.object({ vote: z.coerce.number().int().min(1) });

export const TieForm = z.object({
  vote: z.coerce.number().int().min(1),
  unit: z.coerce.number({ error: "Hãy chọn đơn vị." }).int().min(1, "Hãy chọn đơn vị."),
});
