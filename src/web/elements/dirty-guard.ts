const question = "Những gì bạn vừa nhập chưa được gửi. Rời trang này?";

/** Asks before the page is left while its form holds words that were not sent. */
export class DirtyGuard extends HTMLElement {
  private dirty = false;
  private readonly mark = () => {
    this.dirty = true;
  };
  private readonly clear = () => {
    this.dirty = false;
  };
  private readonly beforeUnload = (event: BeforeUnloadEvent) => {
    if (this.dirty) event.preventDefault();
  };
  private readonly beforeVisit = (event: Event) => {
    if (this.dirty && !window.confirm(question)) event.preventDefault();
  };

  connectedCallback(): void {
    this.addEventListener("input", this.mark);
    this.addEventListener("submit", this.clear);
    window.addEventListener("beforeunload", this.beforeUnload);
    document.addEventListener("turbo:before-visit", this.beforeVisit);
  }

  disconnectedCallback(): void {
    window.removeEventListener("beforeunload", this.beforeUnload);
    document.removeEventListener("turbo:before-visit", this.beforeVisit);
  }
}
