/** While a form is on its way its button says so and does nothing more. The server would refuse the second anyway. */
export function sendOnce(): void {
  const going = new WeakSet<HTMLFormElement>();
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target as HTMLFormElement;
      if (form.method !== "post" || event.defaultPrevented) return;
      if (going.has(form)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      going.add(form);
      event.submitter?.setAttribute("aria-busy", "true");
      setTimeout(() => going.delete(form), 10_000);
    },
    true,
  );
  document.addEventListener("turbo:submit-end", (event) => {
    going.delete(event.target as HTMLFormElement);
    rest();
  });
  window.addEventListener("pageshow", rest);
  document.addEventListener("turbo:before-cache", rest);
}

function rest(): void {
  for (const button of document.querySelectorAll("button[aria-busy]")) button.removeAttribute("aria-busy");
}
