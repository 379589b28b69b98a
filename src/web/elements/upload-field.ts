import type { KeptFile, StagedAnswer } from "../kit/upload.tsx";
import { say } from "./live-region.ts";

/**
 * Sends each file as soon as it is chosen, with its progress, and lists it as kept. When that fails the file
 * stays in the field and goes with the form.
 */
export class UploadField extends HTMLElement {
  private counter = 0;
  private over = new AbortController();

  connectedCallback(): void {
    this.over = new AbortController();
    const input = this.querySelector<HTMLInputElement>("input[type=file]");
    if (!input) return;
    const chosen = this.speakVietnamese(input);
    input.addEventListener(
      "change",
      () => {
        chosen.textContent = namesOf(input.files);
        void this.sendAll().then(() => {
          chosen.textContent = namesOf(input.files);
        });
      },
      { signal: this.over.signal },
    );
  }

  /** The browser's own words beside a file field are in the browser's language; ours are Vietnamese. */
  private speakVietnamese(input: HTMLInputElement): HTMLElement {
    const before = this.querySelector<HTMLElement>(".file-chosen");
    if (before) return before;
    const choose = document.createElement("label");
    choose.className = "button button-secondary button-small file-choose";
    choose.htmlFor = input.id;
    choose.textContent = input.multiple ? "Chọn các tệp…" : "Chọn tệp…";
    choose.setAttribute("aria-hidden", "true");
    const chosen = document.createElement("span");
    chosen.className = "file-chosen";
    chosen.textContent = namesOf(input.files);
    input.classList.add("file-native");
    input.after(choose, chosen);
    return chosen;
  }

  disconnectedCallback(): void {
    this.over.abort();
  }

  private async sendAll(): Promise<void> {
    const input = this.querySelector<HTMLInputElement>("input[type=file]");
    const address = this.getAttribute("src");
    if (!input?.files?.length || !address) return;
    const failed = new DataTransfer();
    for (const file of [...input.files]) if (!(await this.send(file, address))) failed.items.add(file);
    input.files = failed.files;
  }

  private async send(file: File, address: string): Promise<boolean> {
    const line = this.addLine(file.name);
    const answer = await post(file, address, (part) => {
      line.bar.value = part;
    });
    if (answer && "file" in answer) {
      if (!this.hasAttribute("data-several")) this.untickOthers();
      line.item.replaceWith(this.keptLine(answer.file));
      say(`Đã nhận tệp ${file.name}`);
      return true;
    }
    line.item.textContent = answer
      ? `${file.name}: ${answer.error}`
      : `${file.name}: chưa gửi được ngay; tệp sẽ đi cùng biểu mẫu.`;
    say(line.item.textContent);
    return answer !== null;
  }

  private list(): HTMLElement {
    const list = this.querySelector<HTMLElement>(".kept-files") ?? document.createElement("ul");
    list.hidden = false;
    return list;
  }

  private addLine(name: string) {
    const item = document.createElement("li");
    const words = document.createElement("span");
    words.className = "file-name";
    words.textContent = name;
    const bar = document.createElement("progress");
    bar.className = "bar bar-action upload-going";
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `Đang gửi ${name}`);
    item.append(words, bar);
    this.list().append(item);
    return { item, bar };
  }

  private keptLine(file: KeptFile): HTMLElement {
    const item = document.createElement("li");
    const label = document.createElement("label");
    label.className = "choice-label";
    const box = document.createElement("input");
    box.type = "checkbox";
    box.name = this.getAttribute("name") ?? "";
    box.value = file.id;
    box.checked = true;
    this.counter += 1;
    box.id = `${box.name}-moi-${this.counter}`;
    const words = document.createElement("span");
    words.className = "file-name";
    words.textContent = file.name;
    label.append(box, words);
    item.append(label);
    return item;
  }

  private untickOthers(): void {
    for (const box of this.querySelectorAll<HTMLInputElement>(".kept-files input")) box.checked = false;
  }
}

/** XMLHttpRequest, since fetch cannot say how far an upload has come. */
function post(file: File, address: string, progress: (part: number) => void): Promise<StagedAnswer | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.set("tep", file);
    request.open("POST", address);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => progress(event.loaded / event.total));
    request.addEventListener("load", () => resolve(request.response as StagedAnswer | null));
    request.addEventListener("error", () => resolve(null));
    request.send(form);
  });
}

const namesOf = (files: FileList | null): string =>
  files?.length ? [...files].map((file) => file.name).join(", ") : "Chưa chọn tệp nào";
