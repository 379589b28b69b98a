import { z } from "zod";
import { systemActor } from "../platform/actor.ts";
import { onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { attemptsFromAddress, countAttempt } from "../platform/limits.ts";
import { isRefusal, refuse } from "../platform/refusal.ts";
import { anyAccount } from "../platform/sign-in.store.ts";
import { emptyForm, type FormState, hasErrors, refusedForm, shown } from "../web/form.ts";
import { requiredText } from "../web/form-fields.ts";
import { type Context, found, newKey, pages, read, refused, seeOther, shellOf, show } from "../web/http.ts";
import { ActionForm, Actions, Button, ErrorSummary, SelectField, SignInPage, TextField } from "../web/kit.ts";
import { openBody } from "./opening.acts.ts";
import { openingOf } from "./opening.store.ts";
import { isUnitKind, type UnitKind, unitKindNames } from "./unit.ts";

/** Bodies that run the system for themselves. */
const bodyKinds: readonly UnitKind[] = [
  "ministry",
  "provincial-department",
  "enforcement-province",
  "agency",
  "public-unit",
  "school",
];

const BodyForm = z.object({
  code: requiredText("Hãy nhập mã in trong cửa sổ lệnh.", 60),
  bodyName: requiredText("Hãy nhập tên cơ quan.", 200),
  bodyCode: z
    .string({ error: "Hãy nhập mã cơ quan." })
    .toUpperCase()
    .regex(
      /^[A-Z0-9][A-Z0-9._-]{0,39}$/,
      "Mã cơ quan chỉ gồm chữ không dấu, số, dấu chấm và gạch, ví dụ STP-DIENBIEN.",
    ),
  bodyKind: z.string({ error: "Hãy chọn loại cơ quan." }).refine(isUnitKind, "Hãy chọn loại cơ quan."),
  name: requiredText("Hãy nhập họ và tên người quản trị.", 100),
  username: z
    .string({ error: "Hãy nhập tên đăng nhập." })
    .regex(/^[a-zA-Z0-9_.]{3,30}$/, "Tên đăng nhập gồm 3 đến 30 chữ không dấu, số, dấu chấm hoặc gạch dưới."),
  password: z.string({ error: "Hãy nhập mật khẩu." }).min(10, "Mật khẩu cần ít nhất 10 ký tự.").max(200),
});

/** The set-up page of an empty body: there until its first administrator exists, then no such page. */
export function openingPages() {
  const opening = pages();

  opening.get("/thiet-lap", async (c) => {
    await stillToOpen();
    return show(c, <OpeningView c={c} state={emptyForm} />);
  });

  opening.post("/thiet-lap", async (c) => {
    await stillToOpen();
    const closed = await countAttempt(attemptsFromAddress, c.get("ip"));
    const form = await read(c, BodyForm);
    if (hasErrors(form)) return show(c, <OpeningView c={c} state={withoutPassword(form)} />, 422);
    const at = c.get("at");
    const outcome = closed
      ? refuse("too-many-attempts", `Đã thử quá nhiều lần. Hãy thử lại sau ${Math.ceil(closed / 60)} phút.`)
      : await openBody(systemActor("Thiết lập lần đầu", at, onDay(at)), form.values);
    if (!isRefusal(outcome)) return seeOther(c, "/dang-nhap");
    return refused(
      c,
      outcome,
      <OpeningView c={c} state={withoutPassword(refusedForm(outcome, form.typed))} />,
    );
  });

  return opening;
}

async function stillToOpen(): Promise<void> {
  const waiting = (await openingOf(reader())) === "body" && !(await anyAccount(reader()));
  found(waiting || null);
}

const withoutPassword = (state: FormState): FormState => ({
  ...state,
  typed: { ...state.typed, password: [] },
});

const OpeningView = ({ c, state }: { c: Context; state: FormState }) => (
  <SignInPage
    shell={shellOf(c)}
    title="Thiết lập lần đầu"
    lead="Tạo cơ quan và người quản trị đầu tiên. Mã dùng một lần được in trong cửa sổ lệnh đang chạy hệ thống."
    failed={Object.keys(state.errors).length > 0}
  >
    <ErrorSummary errors={state.errors} title="Chưa thiết lập được" />
    <ActionForm action="/thiet-lap" formKey={newKey()}>
      <TextField {...shown(state, "code")} label="Mã dùng một lần" autocomplete="off" />
      <TextField {...shown(state, "bodyName")} label="Tên cơ quan" hint="Ví dụ Sở Tư pháp tỉnh Điện Biên" />
      <TextField {...shown(state, "bodyCode")} label="Mã cơ quan" hint="Ví dụ STP-DIENBIEN" />
      <SelectField
        {...shown(state, "bodyKind", "provincial-department")}
        label="Loại cơ quan"
        choices={bodyKinds.map((kind) => ({ value: kind, label: unitKindNames[kind] }))}
      />
      <TextField {...shown(state, "name")} label="Họ và tên người quản trị" autocomplete="name" />
      <TextField {...shown(state, "username")} label="Tên đăng nhập" autocomplete="username" />
      <TextField
        {...shown(state, "password")}
        label="Mật khẩu"
        hint="Ít nhất 10 ký tự"
        type="password"
        autocomplete="new-password"
      />
      <Actions>
        <Button>Tạo cơ quan và người quản trị</Button>
      </Actions>
    </ActionForm>
  </SignInPage>
);
