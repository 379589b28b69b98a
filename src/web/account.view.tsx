import { onDay, writeDay } from "../platform/day.ts";
import type { KeptPasskey, OpenSession } from "../platform/sign-in.store.ts";
import { identityProviderLabel } from "../platform/sign-in.ts";
import { type FormState, shown } from "./form.ts";
import { newKey } from "./http.ts";
import { ActionForm, Actions, Button, Card, InstantText, Lines, Tag, TextField } from "./kit.ts";

/** The keys that open this account without a password. */
export function Passkeys({ passkeys }: { passkeys: readonly KeptPasskey[] }) {
  return (
    <Card title="Khóa truy cập (passkey)">
      {passkeys.length === 0 && (
        <p>Chưa có khóa nào. Khóa truy cập thay mật khẩu bằng vân tay, khuôn mặt hoặc mã PIN của máy.</p>
      )}
      {passkeys.map((one) => (
        <ActionForm action={`/tai-khoan/khoa/${one.id}/ban-xoa`} formKey={newKey()} inline>
          <p>
            {one.name ?? "Khóa truy cập"}
            {one.madeAt && `, thêm ngày ${writeDay(onDay(one.madeAt))}`}
          </p>
          <Button kind="secondary" small>
            Xóa khóa này
          </Button>
        </ActionForm>
      ))}
      <passkey-register>
        <noscript>
          <p>Thêm khóa truy cập cần bật JavaScript.</p>
        </noscript>
      </passkey-register>
    </Card>
  );
}

/** An account of the state's identity provider opens this account only after its owner has linked it here. */
export function IdentityProviderLink() {
  const label = identityProviderLabel();
  if (!label) return null;
  return (
    <Card title={label}>
      <ActionForm action="/tai-khoan/dinh-danh" formKey={newKey()}>
        <p>Liên kết một lần; sau đó có thể đăng nhập bằng {label}.</p>
        <Actions>
          <Button kind="secondary">Liên kết</Button>
        </Actions>
      </ActionForm>
    </Card>
  );
}

/** Where this account is open now. */
export function Sessions({ sessions, current }: { sessions: readonly OpenSession[]; current: string }) {
  return (
    <Card title="Các phiên đang mở" flush>
      <Lines
        lines={sessions.map((session) => ({
          main: <b>{deviceOf(session.device)}</b>,
          detail: (
            <>
              Mở lúc <InstantText at={session.begunAt} />
            </>
          ),
          end:
            session.id === current ? (
              <Tag tone="action">Phiên này</Tag>
            ) : (
              <ActionForm action={`/tai-khoan/phien/${session.id}/ban-ket-thuc`} formKey={newKey()} inline>
                <Button kind="secondary" small>
                  Kết thúc
                </Button>
              </ActionForm>
            ),
        }))}
      />
    </Card>
  );
}

/** “Chrome trên Windows”: enough to recognise one's own machine. */
function deviceOf(agent: string | null): string {
  if (!agent) return "Thiết bị không rõ";
  const browser = /Edg\//.test(agent)
    ? "Edge"
    : /Firefox\//.test(agent)
      ? "Firefox"
      : /Chrome\//.test(agent)
        ? "Chrome"
        : /Safari\//.test(agent)
          ? "Safari"
          : "Trình duyệt";
  const machine = /Android/.test(agent)
    ? "Android"
    : /iPhone|iPad/.test(agent)
      ? "iPhone, iPad"
      : /Windows/.test(agent)
        ? "Windows"
        : /Mac OS/.test(agent)
          ? "Mac"
          : /Linux/.test(agent)
            ? "Linux"
            : "máy không rõ";
  return `${browser} trên ${machine}`;
}

/** What beginning a second factor hands out: shown once. */
export interface Begun {
  readonly qr: string;
  readonly secret: string;
  readonly codes: readonly string[];
}

export const AskPassword = ({ state }: { state: FormState }) => (
  <ActionForm action="/tai-khoan/xac-thuc-hai-lop" formKey={newKey()}>
    <TextField
      {...shown(state, "password")}
      label="Mật khẩu"
      hint="Xác nhận đúng là bạn trước khi bật."
      type="password"
      autocomplete="current-password"
      width="medium"
    />
    <Actions>
      <Button>Tiếp tục</Button>
    </Actions>
  </ActionForm>
);

export const SecondFactorBegun = ({ begun, state }: { begun: Begun; state: FormState }) => (
  <>
    <p>
      Mở ứng dụng xác thực trên điện thoại, quét mã này hoặc nhập chuỗi bên dưới, rồi nhập 6 chữ số hiện ra.
    </p>
    <p>
      <img src={begun.qr} width="220" height="220" alt="Mã QR để quét bằng ứng dụng xác thực" />
    </p>
    <p>
      Chuỗi bí mật: <code>{begun.secret}</code>
    </p>
    <h2>Mười mã dùng khi mất điện thoại</h2>
    <p>Ghi ra giấy và cất riêng. Mỗi mã dùng một lần; các mã này không hiện lại.</p>
    <ul>
      {begun.codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <ActionForm action="/tai-khoan/xac-thuc-hai-lop/ma" formKey={newKey()}>
      <TextField
        {...shown(state, "code")}
        label="Mã 6 chữ số"
        inputmode="numeric"
        autocomplete="one-time-code"
        width="short"
      />
      <Actions>
        <Button>Bật xác thực hai lớp</Button>
      </Actions>
    </ActionForm>
  </>
);
