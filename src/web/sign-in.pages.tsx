import { z } from "zod";
import { isRefusal } from "../platform/refusal.ts";
import { giveCode, type Step, signIn, signOut } from "../platform/sign-in.acts.ts";
import { auth, IDENTITY_PROVIDER, identityProviderLabel } from "../platform/sign-in.ts";
import { emptyForm, type FormState, hasErrors, refusedForm, shown } from "./form.ts";
import { type Context, localPath, newKey, pages, read, refused, seeOther, shellOf, show } from "./http.ts";
import { ActionForm, Actions, Button, ErrorSummary, TextField } from "./kit.ts";
import { SignInPage } from "./layout.tsx";

/** A demo account as the door shows it; empty outside demo mode. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly role: string;
}

const SignInForm = z.object({
  username: z.string({ error: "Hãy nhập tên đăng nhập." }).max(60),
  password: z.string({ error: "Hãy nhập mật khẩu." }).max(200),
});

const CodeForm = z.object({
  code: z.string({ error: "Hãy nhập mã." }).max(40),
  written: z.string().optional(),
});

/** The door: username and password, then the code of the second factor where it is on. */
export function signInPages(demoAccounts: () => readonly DemoAccount[]) {
  const door = pages();

  door.get("/dang-nhap", async (c) => {
    if (c.get("actor")) return seeOther(c, localPath(c.req.query("tiep")));
    return show(c, <SignInView c={c} state={emptyForm} accounts={demoAccounts()} />);
  });

  door.post("/dang-nhap", async (c) => {
    const form = await read(c, SignInForm);
    if (hasErrors(form)) return show(c, <SignInView c={c} state={form} accounts={demoAccounts()} />, 422);
    const step = await signIn(form.values, c.req.raw.headers, c.get("ip"));
    if (!isRefusal(step)) return go(c, step);
    const state = refusedForm(step, { ...form.typed, password: [] });
    return refused(c, step, <SignInView c={c} state={state} accounts={demoAccounts()} />);
  });

  door.get("/dang-nhap/ma", (c) => show(c, <CodeView c={c} state={emptyForm} />));

  door.post("/dang-nhap/ma", async (c) => {
    const form = await read(c, CodeForm);
    if (hasErrors(form)) return show(c, <CodeView c={c} state={form} />, 422);
    const { code, written } = form.values;
    const step = await giveCode({ code, written: written === "1" }, c.req.raw.headers, c.get("ip"));
    if (!isRefusal(step)) return go(c, step);
    return refused(c, step, <CodeView c={c} state={refusedForm(step, form.typed)} />);
  });

  door.get("/dang-xuat", (c) => seeOther(c, "/dang-nhap"));

  door.post("/dang-xuat", async (c) => {
    for (const cookie of await signOut(c.req.raw.headers)) c.header("set-cookie", cookie, { append: true });
    return seeOther(c, "/dang-nhap");
  });

  // Only what script needs is mounted of better-auth's own addresses: passkeys, and an identity
  // provider that comes back. Public sign-up stays closed.
  door.on(["GET", "POST"], "/dang-nhap/api/passkey/*", (c) => auth().handler(c.req.raw));
  door.get("/dang-nhap/api/callback/*", (c) => auth().handler(c.req.raw));

  door.post("/dang-nhap/dinh-danh", async (c) => {
    const { headers, response } = await auth().api.signInSocial({
      body: { provider: IDENTITY_PROVIDER, callbackURL: "/" },
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
    return c.redirect(response.url ?? "/dang-nhap", 303);
  });

  return door;
}

function go(c: Context, step: Step) {
  for (const cookie of step.cookies) c.header("set-cookie", cookie, { append: true });
  const next = localPath(c.req.query("tiep"));
  return step.secondFactor
    ? c.redirect(`/dang-nhap/ma?tiep=${encodeURIComponent(next)}`, 303)
    : c.redirect(next, 303);
}

function SignInView({
  c,
  state,
  accounts,
}: {
  c: Context;
  state: FormState;
  accounts: readonly DemoAccount[];
}) {
  const next = localPath(c.req.query("tiep"));
  const provider = identityProviderLabel();
  return (
    <SignInPage
      shell={shellOf(c)}
      title="Đăng nhập"
      failed={Object.keys(state.errors).length > 0}
      scripts={[shellOf(c).assets.extraScripts.passkey ?? ""].filter(Boolean)}
      below={<DemoAccounts accounts={accounts} />}
    >
      <ErrorSummary errors={state.errors} title="Chưa đăng nhập được" />
      <ActionForm action={`/dang-nhap?tiep=${encodeURIComponent(next)}`} formKey={newKey()}>
        <TextField {...shown(state, "username")} label="Tên đăng nhập" autocomplete="username webauthn" />
        <TextField
          {...shown(state, "password")}
          label="Mật khẩu"
          type="password"
          autocomplete="current-password"
        />
        <Actions>
          <Button>Đăng nhập</Button>
        </Actions>
      </ActionForm>
      <passkey-sign-in next={next} />
      {provider && (
        <ActionForm action="/dang-nhap/dinh-danh" formKey={newKey()}>
          <Actions>
            <Button kind="secondary">{`Đăng nhập bằng ${provider}`}</Button>
          </Actions>
        </ActionForm>
      )}
    </SignInPage>
  );
}

function DemoAccounts({ accounts }: { accounts: readonly DemoAccount[] }) {
  if (accounts.length === 0) return <p>Quên mật khẩu? Hãy nhờ người quản trị của cơ quan đặt lại cho bạn.</p>;
  return (
    <>
      <h2>Tài khoản dùng thử</h2>
      <p>Mật khẩu chung: {accounts[0]?.password}. Dữ liệu ở đây là giả định.</p>
      <dl>
        {accounts.map((account) => (
          <>
            <dt>{account.username}</dt>
            <dd>{account.role}</dd>
          </>
        ))}
      </dl>
    </>
  );
}

function CodeView({ c, state }: { c: Context; state: FormState }) {
  const next = localPath(c.req.query("tiep"));
  return (
    <SignInPage
      shell={shellOf(c)}
      title="Nhập mã xác thực"
      lead="Mở ứng dụng xác thực trên điện thoại và nhập 6 chữ số. Mất điện thoại thì dùng một trong mười mã đã ghi ra giấy."
      failed={Object.keys(state.errors).length > 0}
    >
      <ErrorSummary errors={state.errors} title="Chưa đăng nhập được" />
      <ActionForm action={`/dang-nhap/ma?tiep=${encodeURIComponent(next)}`} formKey={newKey()}>
        <TextField {...shown(state, "code")} label="Mã" autocomplete="one-time-code" />
        <Actions>
          <Button>Tiếp tục</Button>
          <Button kind="secondary" name="written" value="1">
            Đây là mã ghi trên giấy
          </Button>
        </Actions>
      </ActionForm>
    </SignInPage>
  );
}
