/** Speaks what changed on the page to those who do not see it. */
export class LiveRegion extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute("role", "status");
    this.setAttribute("aria-live", "polite");
  }
}

/** Says one sentence; the same one again is heard again. */
export function say(sentence: string): void {
  const region = document.querySelector("live-region");
  if (!region) return;
  region.textContent = "";
  setTimeout(() => {
    region.textContent = sentence;
  }, 60);
}
