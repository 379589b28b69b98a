/** Ctrl+K or / leads to the search field. */
export function listenForShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    const wanted = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!wanted && !(slash && !isTyping(event.target))) return;
    const field = document.querySelector<HTMLInputElement>("[data-shortcut=search]");
    if (!field) return;
    event.preventDefault();
    if (field.offsetParent === null) return document.querySelector<HTMLElement>(".round-search")?.click();
    field.focus();
    field.select();
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
