import { z } from "zod";
import { unprintableIn } from "../documents/printable.ts";
import { type Audience, audienceNames } from "../org/scope.ts";
import {
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
  severalOf,
  ticked,
  wholeNumber,
} from "../web/form-fields.ts";
import { type ReachWay, ways } from "./launch-reach.ts";
import type { NewPlanItem } from "./unit-plan.ts";

/** Text that goes on paper: a character no document font has is refused while it can still be mended. */
const forPaper = <Schema extends z.ZodType<string | null>>(schema: Schema) =>
  schema.superRefine((text, context) => {
    const unprintable = text === null ? [] : unprintableIn(text);
    if (unprintable.length > 0)
      context.addIssue({
        code: "custom",
        message: `Ký tự ${unprintable.join(" ")} không in được trên văn bản; hãy bỏ đi.`,
        input: text,
      });
  });

const version = z.coerce.number().int().min(1);
const id = (message: string) => z.coerce.number({ error: message }).int().min(1, message);

export const PlanStartForm = z.object({
  movement: id("Hãy chọn phong trào."),
  unit: id("Hãy chọn đơn vị."),
  plan: z
    .string()
    .optional()
    .transform((text) => (text && /^\d{1,15}$/.test(text) ? Number(text) : null)),
});

const decimal = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text) return null;
    const bare = text.replace(/\s/g, "");
    if (/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(bare))
      return Number(bare.replaceAll(".", "").replace(",", "."));
    context.addIssue({ code: "custom", message: "Hãy nhập một số, ví dụ 98 hoặc 97,5.", input: text });
    return z.NEVER;
  });

const itemFields = {
  words: forPaper(optionalText(2000)),
  responsible: forPaper(optionalText(500)),
  grouping: forPaper(optionalText(500)),
  measure: forPaper(optionalText(500)),
  value: decimal,
  valueUnit: forPaper(optionalText(60)),
  base: forPaper(optionalText(500)),
  direction: z
    .enum(["it-nhat", "khong-qua", ""])
    .optional()
    .transform((typed) => (typed === "it-nhat" ? "at-least" : typed === "khong-qua" ? "at-most" : null)),
  day: optionalDay(),
  inclusive: z.enum(["co", "khong"]).optional(),
  event: forPaper(optionalText(500)),
};

export const PlanAnswerForm = z.object({
  verdict: z.enum(["taken", "adapted", "left"], { error: "Hãy chọn cách trả lời." }),
  reason: forPaper(optionalText(1000)),
  ...itemFields,
});

export const PlanItemForm = z.object({
  kind: z.enum(["content", "target", "deadline"], { error: "Hãy chọn loại mục." }),
  ...itemFields,
});

type ItemValues = Omit<z.output<typeof PlanAnswerForm>, "verdict" | "reason">;

/**
 * What was typed for an item of that kind; a deadline has a day or the event it is bound to, and a target without a
 * direction has that of its words.
 */
export function itemTyped(kind: NewPlanItem["kind"], values: ItemValues): NewPlanItem {
  const { words, responsible, grouping, measure, value, valueUnit, base, direction, day, event } = values;
  const inclusive = values.inclusive !== "khong";
  const isTarget = kind === "target";
  const deadline =
    day !== null
      ? { kind: "dated" as const, day, inclusive, wording: "" }
      : event !== null
        ? { kind: "event-bound" as const, day: null, inclusive: true, wording: event }
        : null;
  return {
    kind,
    grouping: kind === "content" ? grouping : null,
    words: words ?? "",
    responsible: kind === "content" ? responsible : null,
    measure: isTarget ? measure : null,
    value: isTarget ? value : null,
    valueUnit: isTarget ? valueUnit : null,
    base: isTarget ? base : null,
    direction: isTarget ? direction : null,
    deadline: kind === "deadline" ? deadline : null,
  };
}

export const TakeForm = z.object({ keys: severalOf(z.string().max(500)) });

export const PlanTextsForm = z.object({
  version,
  name: forPaper(requiredText("Hãy đặt tên cho kế hoạch.", 500)),
  goal: forPaper(optionalText(20_000)),
  requirements: forPaper(optionalText(20_000)),
  arrangements: forPaper(optionalText(20_000)),
});

export const PlanSendForm = z.object({
  version,
  lateReason: optionalText(1000),
  remarks: optionalText(1000),
  acknowledged: ticked(),
});

export const PlanReturnForm = z.object({
  version,
  reason: requiredText("Hãy ghi lý do trả lại để đơn vị biết phải sửa gì.", 1000),
  dueOn: optionalDay(),
});

export const PlanAcceptForm = z.object({ version, remarks: optionalText(1000) });

export const PlansAcceptForm = z.object({ "ke-hoach": severalOf(z.coerce.number().int().min(1)) });

export const PlanIssueForm = z.object({
  version,
  number: requiredText("Hãy nhập số văn bản.", 20),
  symbol: forPaper(requiredText("Hãy nhập ký hiệu văn bản, ví dụ KH-STP.", 40)),
  on: requiredDay("Hãy nhập ngày ban hành."),
  place: forPaper(requiredText("Hãy nhập địa danh.", 100)),
  signer: id("Hãy chọn người ký."),
});

const groups = Object.keys(audienceNames) as Audience[];

export const PlanLaunchForm = z.object({
  version,
  groups: severalOf(z.enum(groups as [Audience, ...Audience[]])).refine(
    (chosen) => chosen.length > 0,
    "Hãy chọn ít nhất một nhóm đơn vị.",
  ),
  plansDue: optionalDay(),
});

export const PaperPlanForm = z.object({
  unit: id("Hãy chọn đơn vị."),
  channel: z.enum(["paper", "mail", "messenger"], { error: "Hãy chọn cách nhận." }),
  receivedOn: requiredDay("Hãy nhập ngày nhận; ngày này quyết định đúng hạn hay muộn."),
  lateReason: optionalText(1000),
  remarks: optionalText(1000),
  number: requiredText("Hãy nhập số, ký hiệu của kế hoạch.", 60),
  day: requiredDay("Hãy nhập ngày của kế hoạch."),
});

export const ReachForm = z.object({
  way: z.enum(ways as [ReachWay, ...ReachWay[]], { error: "Hãy chọn hình thức." }),
  on: requiredDay("Hãy nhập ngày phổ biến."),
  reached: wholeNumber({ least: 1, most: 1_000_000 }),
  staff: wholeNumber({ least: 1, most: 1_000_000 }),
  words: optionalText(1000),
});
