import { say } from "./live-region.ts";

/** Gives the text field within a button that copies it whole; without scripts the text is marked and copied by hand. */
export class CopyText extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector("textarea");
    if (!field || this.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-secondary";
    button.textContent = this.getAttribute("label") ?? "Sao chép";
    button.addEventListener("click", () => void copy(field, button));
    this.append(button);
  }
}

async function copy(field: HTMLTextAreaElement, button: HTMLButtonElement): Promise<void> {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = "Đã sao chép";
    say("Đã sao chép lời nhắn");
  } catch {
    field.focus();
    field.select();
    say("Trình duyệt không cho chép tự động; nội dung đã được chọn, hãy nhấn Ctrl+C");
  }
  window.setTimeout(() => {
    button.textContent = label;
  }, 3000);
}
