/** Menus are `details`: Esc, a click elsewhere and a new page close them. */
export function closeMenus(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
  document.addEventListener("focusin", (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
  document.addEventListener("turbo:before-cache", () => {
    for (const menu of openMenus()) menu.open = false;
  });
}

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");
