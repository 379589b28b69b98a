/** After Turbo has drawn a failed form the keyboard goes to its error summary, as the browser does on a first visit. */
export function takeFocusWhenDrawn(): void {
  const focus = () => document.querySelector<HTMLElement>("[data-takes-focus]")?.focus();
  document.addEventListener("turbo:load", focus);
  document.addEventListener("turbo:render", focus);
  document.addEventListener("click", leadToField);
}

/** A link of the summary puts the keyboard into its field, not only the eye on it. */
function leadToField(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest(".error-summary a") : null;
  const id = link?.getAttribute("href")?.slice(1);
  const field = id ? document.getElementById(id) : null;
  if (!field) return;
  event.preventDefault();
  (field.closest(".field") ?? field).scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
}
