import { forgetWords, keepWords, keptWords, putWords, wordsOf } from "./kept-words.ts";
import { say } from "./live-region.ts";

const PAUSE = 2500;

/**
 * Saves a form's draft a few seconds after the last key, and says so. When the line or the session is gone
 * the words stay in this browser; the next time the form opens it offers them back.
 */
export class AutoSave extends HTMLElement {
  private timer = 0;
  private sending = false;
  private again = false;

  connectedCallback(): void {
    const form = this.form();
    if (!form) return;
    this.offerKept(form);
    form.addEventListener("input", () => this.later());
    form.addEventListener("change", () => this.later());
    form.addEventListener("submit", () => window.clearTimeout(this.timer));
    document.addEventListener("visibilitychange", this.whenHidden);
    document.addEventListener("turbo:before-visit", this.whenHidden);
    this.addEventListener("turbo:submit-end", this.whenSent);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.whenHidden);
    document.removeEventListener("turbo:before-visit", this.whenHidden);
  }

  private readonly whenHidden = (event: Event) => {
    if (event.type === "visibilitychange" && document.visibilityState !== "hidden") return;
    if (this.timer) void this.save();
  };

  private readonly whenSent = (event: Event) => {
    if ((event as CustomEvent<{ success: boolean }>).detail.success) forgetWords(this.place());
  };

  private form(): HTMLFormElement | null {
    return this.querySelector("form");
  }

  private place(): string {
    return this.getAttribute("src") ?? location.pathname;
  }

  private later(): void {
    window.clearTimeout(this.timer);
    this.tell("Đang nhập…");
    this.timer = window.setTimeout(() => void this.save(), PAUSE);
  }

  private async save(): Promise<void> {
    window.clearTimeout(this.timer);
    this.timer = 0;
    const form = this.form();
    if (!form) return;
    if (this.sending) {
      this.again = true;
      return;
    }
    this.sending = true;
    keepWords(this.place(), wordsOf(form));
    this.tell(await this.send(form));
    this.sending = false;
    if (this.again) {
      this.again = false;
      void this.save();
    }
  }

  private async send(form: HTMLFormElement): Promise<string> {
    const clock = new Date().toLocaleTimeString("vi-VN", {
      hour: "2-digit",
      minute: "2-digit",
      hour12: false,
    });
    try {
      const answer = await fetch(this.place(), {
        method: "POST",
        body: draftOf(form),
        headers: { accept: "application/json" },
        redirect: "manual",
        keepalive: true,
      });
      if (answer.ok) {
        forgetWords(this.place());
        return `Đã lưu ${clock}`;
      }
      if (answer.type === "opaqueredirect" || answer.status === 401)
        return `Phiên làm việc đã hết; nội dung được giữ trên máy này từ ${clock}. Hãy đăng nhập lại.`;
      return `Chưa lưu được lên máy chủ; nội dung được giữ trên máy này từ ${clock}.`;
    } catch {
      return `Mất kết nối; nội dung được giữ trên máy này từ ${clock}.`;
    }
  }

  private tell(sentence: string): void {
    const state = this.querySelector(".save-state");
    if (state && state.textContent !== sentence) state.textContent = sentence;
  }

  private offerKept(form: HTMLFormElement): void {
    for (const old of this.querySelectorAll(".kept-text")) old.remove();
    const kept = keptWords(this.place());
    if (!kept) return;
    if (JSON.stringify(kept.words) === JSON.stringify(wordsOf(form))) {
      forgetWords(this.place());
      return;
    }
    const box = document.createElement("div");
    box.className = "kept-text";
    const words = document.createElement("span");
    words.textContent = `Máy này còn giữ nội dung nhập lúc ${kept.at} mà chưa lưu được.`;
    box.append(
      words,
      offerButton("Dùng lại", "button-primary", () => {
        putWords(form, kept.words);
        box.remove();
        say("Đã đưa lại nội dung vào biểu mẫu");
        this.later();
      }),
      offerButton("Bỏ đi", "button-secondary", () => {
        forgetWords(this.place());
        box.remove();
      }),
    );
    form.before(box);
  }
}

function offerButton(words: string, kind: string, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `button button-small ${kind}`;
  button.textContent = words;
  button.addEventListener("click", act);
  return button;
}

/** A draft is words: files go by themselves, and the key belongs to the act that is yet to come. */
function draftOf(form: HTMLFormElement): FormData {
  const draft = new FormData(form);
  for (const name of new Set(draft.keys()))
    if (name === "key" || draft.get(name) instanceof File) draft.delete(name);
  return draft;
}
