import { say } from "./live-region.ts";

const calendar =
  '<svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="M2.5 4.5h13v11h-13zM2.5 8h13M6 2.5v3M12 2.5v3" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>';

/** Adds the browser's own calendar to a typed day, and tidies `1/3/2021` or `01032021` to `01/03/2021`. */
export class DayInput extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement>("input[type=text]");
    if (!field) return;
    // A page from Turbo's store still carries the old button, without anybody listening.
    for (const old of this.querySelectorAll(".day-button, .day-picker")) old.remove();
    field.addEventListener("change", () => {
      field.value = tidyDay(field.value);
    });
    if (!("showPicker" in HTMLInputElement.prototype)) return;

    const picker = document.createElement("input");
    picker.type = "date";
    picker.className = "day-picker";
    picker.tabIndex = -1;
    picker.setAttribute("aria-hidden", "true");

    const button = document.createElement("button");
    button.type = "button";
    button.className = "day-button";
    button.setAttribute("aria-label", `Chọn trên lịch: ${this.getAttribute("label") ?? "ngày"}`);
    button.innerHTML = calendar;
    button.addEventListener("click", () => {
      picker.value = isoOf(field.value);
      picker.showPicker();
    });
    picker.addEventListener("change", () => {
      if (!picker.value) return;
      const [year, month, date] = picker.value.split("-");
      field.value = `${date}/${month}/${year}`;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
      say(`Đã chọn ngày ${field.value}`);
    });
    this.append(button, picker);
  }
}

/** What was typed with two digits for day and month; anything else stays as it is. */
function tidyDay(text: string): string {
  const parts =
    /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*$/.exec(text) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  return parts ? `${parts[1]?.padStart(2, "0")}/${parts[2]?.padStart(2, "0")}/${parts[3]}` : text;
}

const isoOf = (text: string): string => tidyDay(text).replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, "$3-$2-$1");
