import { z } from "zod";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { changePassword, dropPasskey, proveAnew, revokeSession } from "../platform/sign-in.acts.ts";
import { hasSecondFactor, openSessions, passkeysOf, usernameOf } from "../platform/sign-in.store.ts";
import { auth, IDENTITY_PROVIDER } from "../platform/sign-in.ts";
import {
  AskPassword,
  type Begun,
  IdentityProviderLink,
  Passkeys,
  SecondFactorBegun,
  Sessions,
} from "./account.view.tsx";
import { emptyForm, type FormState, hasErrors, refusedForm, shown } from "./form.ts";
import { requiredText } from "./form-fields.ts";
import {
  actorOf,
  type Context,
  frameOf,
  localPath,
  newKey,
  pages,
  read,
  refused,
  SignedOut,
  seeOther,
  show,
} from "./http.ts";
import { ActionForm, Actions, Button, Card, ErrorSummary, Page, TextField } from "./kit.ts";

const PasswordForm = z.object({
  password: requiredText("Hãy nhập mật khẩu đang dùng.", 200),
  next: z.string({ error: "Hãy nhập mật khẩu mới." }).min(10, "Mật khẩu mới cần ít nhất 10 ký tự.").max(200),
});
const ProofForm = z.object({ password: requiredText("Hãy nhập mật khẩu.", 200) });
const SecondFactorForm = z.object({ password: requiredText("Hãy nhập mật khẩu.", 200) });
const CodeForm = z.object({ code: requiredText("Hãy nhập mã 6 chữ số.", 20) });

/** One's own account: sessions, password, second factor, passkeys; and the proof that final acts ask for. */
export function accountPages() {
  const account = pages();

  account.get("/tai-khoan", (c) => showAccount(c, emptyForm));

  account.get("/tai-khoan/mat-khau", (c) => c.redirect("/tai-khoan", 303));
  account.post("/tai-khoan/mat-khau", async (c) => {
    const form = await read(c, PasswordForm);
    if (hasErrors(form)) return showAccount(c, form, 422);
    const outcome = await changePassword(actorOf(c), { session: sessionIdOf(c), ...form.values });
    if (isRefusal(outcome)) return showAccount(c, refusedForm(outcome, {}), 422);
    return seeOther(c, "/tai-khoan", { title: "Đã đổi mật khẩu; các phiên khác đã kết thúc." });
  });

  account.get("/tai-khoan/phien/:session/ban-ket-thuc", (c) => c.redirect("/tai-khoan", 303));
  account.post("/tai-khoan/phien/:session/ban-ket-thuc", async (c) => {
    const outcome = await revokeSession(actorOf(c), { session: c.req.param("session") });
    const title = isRefusal(outcome) ? outcome.sentence : "Đã kết thúc phiên đó.";
    return seeOther(c, "/tai-khoan", { title, tone: isRefusal(outcome) ? "watch" : "good" });
  });

  account.get("/tai-khoan/khoa/:passkey/ban-xoa", (c) => c.redirect("/tai-khoan", 303));
  account.post("/tai-khoan/khoa/:passkey/ban-xoa", async (c) => {
    const outcome = await dropPasskey(actorOf(c), { passkey: c.req.param("passkey") });
    const title = isRefusal(outcome) ? outcome.sentence : "Đã xóa khóa truy cập.";
    return seeOther(c, "/tai-khoan", { title, tone: isRefusal(outcome) ? "watch" : "good" });
  });

  account.get("/tai-khoan/xac-thuc-hai-lop", async (c) => {
    actorOf(c);
    return show(c, <SecondFactorView c={c} state={emptyForm} />);
  });
  account.post("/tai-khoan/xac-thuc-hai-lop", async (c) => {
    actorOf(c);
    const form = await read(c, SecondFactorForm);
    if (hasErrors(form)) return show(c, <SecondFactorView c={c} state={form} />, 422);
    const begun = await beginSecondFactor(c, form.values.password);
    if (!begun)
      return show(
        c,
        <SecondFactorView c={c} state={{ errors: { password: "Mật khẩu không đúng." }, typed: {} }} />,
        422,
      );
    return show(c, <SecondFactorView c={c} state={emptyForm} begun={begun} />);
  });
  account.get("/tai-khoan/xac-thuc-hai-lop/ma", (c) => c.redirect("/tai-khoan/xac-thuc-hai-lop", 303));
  account.post("/tai-khoan/xac-thuc-hai-lop/ma", async (c) => {
    actorOf(c);
    const form = await read(c, CodeForm);
    const wrong = { errors: { code: "Mã không đúng hoặc đã hết hạn. Hãy bắt đầu lại." }, typed: {} };
    if (hasErrors(form)) return show(c, <SecondFactorView c={c} state={wrong} />, 422);
    const cookies = await confirmSecondFactor(c, form.values.code);
    if (!cookies) return show(c, <SecondFactorView c={c} state={wrong} />, 422);
    for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
    return seeOther(c, "/tai-khoan", { title: "Đã bật xác thực hai lớp." });
  });

  account.get("/tai-khoan/dinh-danh", (c) => c.redirect("/tai-khoan", 303));
  account.post("/tai-khoan/dinh-danh", async (c) => {
    actorOf(c);
    const { headers, response } = await auth().api.linkSocialAccount({
      body: { provider: IDENTITY_PROVIDER, callbackURL: "/tai-khoan" },
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
    return c.redirect(response.url, 303);
  });

  account.get("/xac-thuc-lai", (c) => show(c, <ProofView c={c} state={emptyForm} />));
  account.post("/xac-thuc-lai", async (c) => {
    const form = await read(c, ProofForm);
    if (hasErrors(form)) return show(c, <ProofView c={c} state={form} />, 422);
    const outcome = await proveAnew(actorOf(c), { session: sessionIdOf(c), ...form.values });
    if (isRefusal(outcome)) return refused(c, outcome, <ProofView c={c} state={refusedForm(outcome, {})} />);
    return seeOther(c, localPath(c.req.query("tiep")));
  });

  return account;
}

const sessionIdOf = (c: Context): string => {
  const session = c.get("session");
  if (!session) throw new SignedOut();
  return session.id;
};

async function beginSecondFactor(c: Context, password: string): Promise<Begun | null> {
  try {
    const begun = await auth().api.enableTwoFactor({ body: { password }, headers: c.req.raw.headers });
    if (begun.method !== "totp") return null;
    const { totpURI, backupCodes } = begun;
    const { toDataURL } = await import("qrcode");
    const secret = new URL(totpURI).searchParams.get("secret") ?? "";
    return { qr: await toDataURL(totpURI, { margin: 1, width: 220 }), secret, codes: backupCodes };
  } catch (fault) {
    if (fault instanceof Error && fault.name === "APIError") return null;
    throw fault;
  }
}

async function confirmSecondFactor(c: Context, code: string): Promise<readonly string[] | null> {
  try {
    const { headers } = await auth().api.verifyTOTP({
      body: { code: code.replace(/\s/g, "") },
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    return headers.getSetCookie();
  } catch (fault) {
    if (fault instanceof Error && fault.name === "APIError") return null;
    throw fault;
  }
}

async function showAccount(c: Context, state: FormState, status: 200 | 422 = 200) {
  const actor = actorOf(c);
  const owner = actor.account ?? "";
  const [username, sessions, passkeys, secondFactor] = await Promise.all([
    usernameOf(reader(), owner),
    openSessions(reader(), owner, actor.at),
    passkeysOf(reader(), owner),
    hasSecondFactor(reader(), owner),
  ]);
  const frame = await frameOf(c);
  return show(
    c,
    <Page
      frame={frame}
      scripts={[frame.assets.extraScripts.passkey ?? ""].filter(Boolean)}
      title="Tài khoản, bảo mật"
      lead={`${actor.name} · tên đăng nhập ${username ?? "chưa đặt"}`}
      failed={status === 422}
    >
      <ErrorSummary errors={state.errors} />
      <div class="stack">
        <Card title="Đổi mật khẩu">
          <ActionForm action="/tai-khoan/mat-khau" formKey={newKey()}>
            <TextField
              {...shown(state, "password")}
              label="Mật khẩu đang dùng"
              type="password"
              autocomplete="current-password"
              width="medium"
            />
            <TextField
              {...shown(state, "next")}
              label="Mật khẩu mới"
              hint="Ít nhất 10 ký tự. Đổi xong, các phiên khác kết thúc."
              type="password"
              autocomplete="new-password"
              width="medium"
            />
            <Actions>
              <Button>Đổi mật khẩu</Button>
            </Actions>
          </ActionForm>
        </Card>
        <Card title="Xác thực hai lớp">
          <p>
            {secondFactor
              ? "Đang bật: mỗi lần đăng nhập cần mã trên điện thoại."
              : "Chưa bật. Bật thì mỗi lần đăng nhập cần thêm mã trên điện thoại."}
          </p>
          <p>
            <a href="/tai-khoan/xac-thuc-hai-lop">
              {secondFactor ? "Cài lại trên điện thoại khác" : "Bật xác thực hai lớp"}
            </a>
          </p>
        </Card>
        <Passkeys passkeys={passkeys} />
        <IdentityProviderLink />
        <Sessions sessions={sessions} current={sessionIdOf(c)} />
      </div>
    </Page>,
    status,
  );
}

async function SecondFactorView({ c, state, begun }: { c: Context; state: FormState; begun?: Begun }) {
  return (
    <Page
      frame={await frameOf(c)}
      title="Xác thực hai lớp"
      crumbs={[{ label: "Tài khoản, bảo mật", href: "/tai-khoan" }, { label: "Xác thực hai lớp" }]}
      failed={Object.keys(state.errors).length > 0}
    >
      <ErrorSummary errors={state.errors} />
      {begun ? <SecondFactorBegun begun={begun} state={state} /> : <AskPassword state={state} />}
    </Page>
  );
}

async function ProofView({ c, state }: { c: Context; state: FormState }) {
  const next = localPath(c.req.query("tiep"));
  return (
    <Page
      frame={await frameOf(c)}
      title="Xác nhận đúng là bạn"
      lead="Bước tiếp theo là bước cuối, có hiệu lực ngay. Hãy nhập lại mật khẩu; xác nhận này dùng được trong 10 phút."
      failed={Object.keys(state.errors).length > 0}
    >
      <ErrorSummary errors={state.errors} />
      <ActionForm action={`/xac-thuc-lai?tiep=${encodeURIComponent(next)}`} formKey={newKey()}>
        <TextField
          {...shown(state, "password")}
          label="Mật khẩu"
          type="password"
          autocomplete="current-password"
          width="medium"
        />
        <Actions>
          <Button>Xác nhận và tiếp tục</Button>
        </Actions>
      </ActionForm>
    </Page>
  );
}
