import { say } from "./live-region.ts";

const MOST_NAMED = 3;

/** Adds “all on this page” to a table's boxes, and says in the bar how many and which are ticked. */
export class BulkSelect extends HTMLElement {
  connectedCallback(): void {
    this.addAllBox();
    this.addEventListener("change", () => this.show(true));
    this.show(false);
  }

  private addAllBox(): void {
    const place = this.querySelector("[data-bulk-all]");
    if (!place) return;
    const label = document.createElement("label");
    label.className = "box-only";
    const box = document.createElement("input");
    box.type = "checkbox";
    const words = document.createElement("span");
    words.className = "box-words";
    words.textContent = "Chọn cả trang";
    box.setAttribute("aria-label", "Chọn cả trang này");
    label.append(box, words);
    place.replaceChildren(label);
    box.addEventListener("change", () => {
      for (const one of this.boxes()) one.checked = box.checked;
    });
  }

  private boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("tbody .cell-box input")];
  }

  private show(aloud: boolean): void {
    const boxes = this.boxes();
    const ticked = boxes.filter((box) => box.checked);
    const bar = this.querySelector(".bulk-bar");
    const count = this.querySelector(".bulk-count");
    const all = this.querySelector<HTMLInputElement>("[data-bulk-all] input");
    bar?.toggleAttribute("data-empty", ticked.length === 0);
    if (all) {
      all.checked = ticked.length > 0 && ticked.length === boxes.length;
      all.indeterminate = ticked.length > 0 && ticked.length < boxes.length;
    }
    if (!count) return;
    count.textContent = ticked.length === 0 ? "" : sentenceFor(ticked.map(nameOf));
    if (aloud && ticked.length === 0) say("Không còn dòng nào được chọn");
  }
}

const nameOf = (box: HTMLInputElement): string =>
  (box.nextElementSibling?.textContent ?? "").replace(/^Chọn\s+/, "").trim();

/** “Đã chọn 5: A, B, C và 2 dòng khác”. */
function sentenceFor(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).join(", ");
  return `Đã chọn ${names.length}: ${named}${rest > 0 ? ` và ${rest} dòng khác` : ""}`;
}
