import type { PickAnswer, PickOption } from "../kit/picker.tsx";
import { say } from "./live-region.ts";

const PAUSE = 180;

/** A text field that finds things on the server while one types (combobox pattern of WAI-ARIA). */
export class ComboBox extends HTMLElement {
  private options: readonly PickOption[] = [];
  private active = -1;
  private timer = 0;
  private asked: AbortController | null = null;
  private readonly list = document.createElement("div");
  private over = new AbortController();

  connectedCallback(): void {
    const field = this.field();
    if (!field) return;
    // A page from Turbo's store still carries the old list, without anybody listening.
    for (const old of this.querySelectorAll(".combo-list")) old.remove();
    this.over = new AbortController();
    const { signal } = this.over;
    const label = this.closest(".field")?.querySelector("label")?.textContent ?? "Kết quả";
    this.list.id = `${field.id}-ds`;
    this.list.className = "combo-list";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", label);
    this.list.hidden = true;
    field.after(this.list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", this.list.id);
    field.addEventListener("input", () => this.typed(), { signal });
    field.addEventListener("keydown", (event) => this.key(event), { signal });
    field.addEventListener("blur", () => this.close(), { signal });
    this.list.addEventListener("pointerdown", (event) => this.pointed(event), { signal });
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
    this.asked?.abort();
    this.over.abort();
  }

  private field(): HTMLInputElement | null {
    return this.querySelector("input[type=text]");
  }

  private sent(end: string): HTMLInputElement | null {
    return this.querySelector(`input[type=hidden][name$="${end}"]`);
  }

  private typed(): void {
    window.clearTimeout(this.timer);
    this.forget();
    const words = this.field()?.value.trim() ?? "";
    if (words.length < 2) this.close();
    else this.timer = window.setTimeout(() => this.ask(words), PAUSE);
  }

  private forget(): void {
    const [id, label, detail] = [this.sent(".id"), this.sent(".label"), this.querySelector(".picked-detail")];
    if (id) id.value = "";
    if (label) label.value = "";
    if (detail) detail.textContent = "";
  }

  private async ask(words: string): Promise<void> {
    this.asked?.abort();
    this.asked = new AbortController();
    const address = new URL(this.getAttribute("src") ?? "", location.href);
    address.searchParams.set("q", words);
    try {
      const answer = await fetch(address, {
        signal: this.asked.signal,
        headers: { accept: "application/json" },
      });
      if (!answer.ok) return this.close();
      this.options = ((await answer.json()) as PickAnswer).options;
      this.open();
    } catch {
      this.close();
    }
  }

  private open(): void {
    this.active = -1;
    this.list.replaceChildren(...this.options.map((option, index) => this.line(option, index)));
    const any = this.options.length > 0;
    this.list.hidden = !any;
    this.field()?.setAttribute("aria-expanded", `${any}`);
    say(any ? `${this.options.length} kết quả, dùng phím mũi tên để chọn` : "Không có kết quả");
  }

  private line(option: PickOption, index: number): HTMLElement {
    const line = document.createElement("div");
    line.id = `${this.list.id}-${index}`;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    line.append(option.label);
    if (option.detail) {
      const detail = document.createElement("small");
      detail.textContent = option.detail;
      line.append(detail);
    }
    return line;
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.close();
    }
    if (this.list.hidden) return;
    const last = this.options.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: this.active >= last ? 0 : this.active + 1,
      ArrowUp: this.active <= 0 ? last : this.active - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      this.mark(move);
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    }
  }

  private mark(index: number): void {
    this.active = index;
    for (const [place, line] of [...this.list.children].entries()) {
      line.setAttribute("aria-selected", `${place === index}`);
      if (place === index) line.scrollIntoView({ block: "nearest" });
    }
    this.field()?.setAttribute("aria-activedescendant", `${this.list.id}-${index}`);
  }

  private pointed(event: PointerEvent): void {
    event.preventDefault();
    const line = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (line) this.choose([...this.list.children].indexOf(line));
  }

  private choose(index: number): void {
    const option = this.options[index];
    const [field, id, label] = [this.field(), this.sent(".id"), this.sent(".label")];
    if (!option || !field || !id || !label) return;
    field.value = option.label;
    id.value = option.id;
    label.value = option.label;
    const detail = this.querySelector(".picked-detail");
    if (detail) detail.textContent = option.detail ?? "";
    this.close();
    say(`Đã chọn ${option.label}`);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  private close(): void {
    this.list.hidden = true;
    this.active = -1;
    const field = this.field();
    field?.setAttribute("aria-expanded", "false");
    field?.removeAttribute("aria-activedescendant");
  }
}
