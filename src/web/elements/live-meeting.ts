import { say } from "./live-region.ts";

/** As `src/councils/live.ts` tells it; only what is drawn here. */
interface Told {
  readonly page: string;
  readonly quorum: { readonly words: string };
  readonly item: { readonly id: number; readonly label: string; readonly detail: string } | null;
  readonly vote: { readonly words: string } | null;
  readonly members: readonly {
    readonly person: number;
    readonly standingWords: string;
    readonly voted: boolean | null;
  }[];
}

/** So that three hundred watchers do not all ask for the page in the same instant. */
const SPREAD_MS = 1500;

/**
 * Hears of a meeting as it goes. Who came, who has voted and which item is open change in place; a vote
 * opened draws the piece anew, and another item does so for who conducts, whose buttons follow it. A lost line is found again by the browser itself, and the whole state comes with it.
 */
export class LiveMeeting extends HTMLElement {
  private line: EventSource | null = null;
  private timer = 0;

  connectedCallback(): void {
    const address = this.getAttribute("src");
    if (!address || !("EventSource" in window)) return;
    this.line = new EventSource(address);
    this.line.addEventListener("open", () => this.write("line", "Đang theo dõi trực tiếp."));
    this.line.addEventListener("error", () => this.write("line", "Mất kết nối, đang nối lại…"));
    this.line.addEventListener("state", (event) => this.hear(JSON.parse(event.data) as Told));
  }

  disconnectedCallback(): void {
    this.line?.close();
    window.clearTimeout(this.timer);
  }

  private hear(told: Told): void {
    this.write("quorum", told.quorum.words);
    if (told.vote) this.write("vote", told.vote.words);
    for (const { person, standingWords, voted } of told.members) {
      this.write(`standing-${person}`, standingWords);
      this.write(`voted-${person}`, voted === null ? "" : voted ? "Đã bỏ phiếu" : "Chưa bỏ phiếu");
    }
    this.showItem(told.item);
    const itemMoved = this.dataset.item !== undefined && this.dataset.item !== `${told.item?.id ?? ""}`;
    if (told.page === this.dataset.page && !itemMoved) return;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.drawAnew(), Math.random() * SPREAD_MS);
  }

  private showItem(item: Told["item"]): void {
    if (!item) return;
    this.write("item", item.label);
    this.write("item-detail", item.detail);
    this.querySelector(`[data-live="item"]`)?.setAttribute("href", `${this.dataset.base}/muc/${item.id}`);
  }

  private write(name: string, words: string): void {
    const place = this.querySelector(`[data-live="${name}"]`);
    if (place && place.textContent !== words) place.textContent = words;
  }

  private async drawAnew(): Promise<void> {
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      if (!answer.ok || !this.isConnected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(this.id);
      if (!fresh) return;
      this.dataset.page = fresh.dataset.page ?? "";
      if (this.dataset.item !== undefined) this.dataset.item = fresh.dataset.item ?? "";
      this.replaceChildren(...fresh.childNodes);
      this.write("line", "Đang theo dõi trực tiếp.");
      say("Phiên họp đã chuyển bước.");
    } catch {
      this.write("line", "Mất kết nối, đang nối lại…");
    }
  }
}
