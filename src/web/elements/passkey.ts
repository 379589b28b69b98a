import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";

/**
 * Passkeys need script; both elements stay empty where the browser knows none. Loaded only at the door
 * and on the account page.
 */
const api = "/dang-nhap/api/passkey";

const send = async (path: string, body?: unknown): Promise<unknown> => {
  const answer = await fetch(`${api}/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
};

abstract class PasskeyElement extends HTMLElement {
  abstract readonly words: string;
  abstract use(): Promise<void>;
  abstract readonly failure: string;

  connectedCallback(): void {
    if (!browserSupportsWebAuthn()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-secondary";
    button.textContent = this.words;
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    button.addEventListener("click", () => void this.#try(said));
    this.replaceChildren(button, said);
  }

  async #try(said: HTMLElement): Promise<void> {
    said.textContent = "";
    try {
      await this.use();
    } catch {
      said.textContent = this.failure;
    }
  }
}

class PasskeySignIn extends PasskeyElement {
  readonly words = "Đăng nhập bằng khóa truy cập";
  readonly failure = "Chưa đăng nhập được bằng khóa truy cập. Hãy thử lại hoặc dùng mật khẩu.";

  async use(): Promise<void> {
    const options = (await send("generate-authenticate-options")) as PublicKeyCredentialRequestOptionsJSON;
    await send("verify-authentication", { response: await startAuthentication({ optionsJSON: options }) });
    location.assign(this.getAttribute("next") ?? "/");
  }
}

class PasskeyRegister extends PasskeyElement {
  readonly words = "Thêm khóa truy cập trên máy này";
  readonly failure = "Chưa thêm được khóa. Hãy thử lại; khóa cũ vẫn dùng được.";

  async use(): Promise<void> {
    const options = (await send("generate-register-options")) as PublicKeyCredentialCreationOptionsJSON;
    const response = await startRegistration({ optionsJSON: options });
    await send("verify-registration", { response, name: navigator.platform || "Khóa truy cập" });
    location.reload();
  }
}

customElements.define("passkey-sign-in", PasskeySignIn);
customElements.define("passkey-register", PasskeyRegister);
