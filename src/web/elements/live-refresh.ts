import { say } from "./live-region.ts";

const EVERY = 2000;

/** Draws its piece of the page anew every two seconds while the work goes on, and says when it has ended. */
export class LiveRefresh extends HTMLElement {
  private timer = 0;

  connectedCallback(): void {
    if (this.hasAttribute("data-going")) this.timer = window.setTimeout(() => this.refresh(), EVERY);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
  }

  private async refresh(): Promise<void> {
    const fresh = await this.fetchAgain();
    if (!this.isConnected) return;
    if (!fresh || this.contains(document.activeElement)) {
      this.timer = window.setTimeout(() => this.refresh(), EVERY);
      if (fresh) this.updateNumbers(fresh);
      return;
    }
    if (!fresh.hasAttribute("data-going")) say(fresh.querySelector(".tag")?.textContent ?? "Đã xong");
    this.replaceWith(fresh);
  }

  /** While the keyboard is inside, only the numbers move: nobody's place is lost. */
  private updateNumbers(fresh: Element): void {
    for (const part of [".bar-words b", ".tag"]) {
      const [old, now] = [this.querySelector(part), fresh.querySelector(part)];
      if (old && now) old.textContent = now.textContent;
    }
    const [old, now] = [this.querySelector("progress"), fresh.querySelector("progress")];
    if (old && now) old.value = now.value;
  }

  private async fetchAgain(): Promise<Element | null> {
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      if (!answer.ok) return null;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.getElementById(this.id);
      return found ? document.adoptNode(found) : null;
    } catch {
      return null;
    }
  }
}
