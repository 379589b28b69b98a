import { z } from "zod";
import {
  optionalDay,
  optionalPick,
  optionalText,
  optionalWholeNumber,
  requiredDay,
  requiredPick,
  requiredText,
  ticked,
} from "../web/form-fields.ts";
import { categories } from "./person.ts";
import { postKinds } from "./post.ts";

const facts = {
  name: requiredText("Hãy nhập họ và tên.", 100),
  civilNumber: optionalText(20),
  gender: z
    .enum(["male", "female", ""])
    .optional()
    .transform((gender) => gender || null),
  birthYear: optionalWholeNumber({ least: 1900, most: 2199 }),
  category: z.enum(categories as [(typeof categories)[number], ...(typeof categories)[number][]], {
    error: "Hãy chọn đối tượng.",
  }),
  email: z
    .email()
    .optional()
    .or(z.literal(""))
    .transform((email) => email || null),
};

const place = {
  unit: requiredPick("Hãy chọn đơn vị."),
  title: requiredText("Hãy nhập chức danh.", 200),
  worksAs: z.enum(["leader", "direct"], { error: "Hãy chọn lãnh đạo, quản lý hay trực tiếp lao động." }),
};

export const NewPersonForm = z.object({
  ...facts,
  ...place,
  from: requiredDay("Hãy nhập ngày bắt đầu làm việc."),
});

export const PersonForm = z.object(facts);

export const MovingForm = z.object({
  ...place,
  from: z.string().regex(/^\d+$/, "Hãy chọn đơn vị rời đi.").transform(Number),
  on: requiredDay("Hãy nhập ngày điều động."),
});

const kind = z.enum(postKinds as [(typeof postKinds)[number], ...(typeof postKinds)[number][]], {
  error: "Hãy chọn chức trách.",
});

const paper = { paperSymbol: optionalText(100), paperDay: optionalDay() };

export const PostForm = z.object({
  unit: requiredPick("Hãy chọn đơn vị giữ chức trách."),
  kind,
  title: requiredText("Hãy nhập chức danh.", 200),
  from: requiredDay("Hãy nhập ngày bắt đầu."),
  to: optionalDay(),
  ...paper,
});

export const DelegationForm = z.object({
  delegation: z.enum(["uy-quyen", "ky-thay", "phu-trach", "quyen", "typing"], {
    error: "Hãy chọn hình thức.",
  }),
  principal: optionalPick(),
  principalTitle: optionalText(200),
  unit: requiredPick("Hãy chọn đơn vị."),
  kind,
  title: requiredText("Hãy nhập chức danh.", 200),
  scope: requiredText("Hãy ghi phạm vi công việc được giao.", 500),
  from: requiredDay("Hãy nhập ngày bắt đầu."),
  to: optionalDay(),
  ...paper,
});

export const EndingForm = z.object({ on: requiredDay("Hãy nhập ngày thôi giữ.") });

export const FocalForm = z.object({
  person: requiredPick("Hãy chọn người được cử."),
  from: requiredDay("Hãy nhập ngày bắt đầu."),
  fullTime: ticked(),
  training: optionalText(300),
  trainedOn: optionalDay(),
});

export const AccountForm = z.object({
  username: requiredText("Hãy nhập tên đăng nhập.", 30),
  password: z
    .string({ error: "Hãy nhập mật khẩu tạm." })
    .min(10, "Mật khẩu tạm cần ít nhất 10 ký tự.")
    .max(200),
});

export const PasswordForm = AccountForm.pick({ password: true });
