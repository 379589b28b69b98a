/**
 * Moves about a grid of fields by keyboard: up, down and Enter within a column, left and right at the edge of
 * what is typed. Without script the form is filled in with Tab as any other.
 */
export class ScoreGrid extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("keydown", (event) => {
      const field = event.target;
      if (!(field instanceof HTMLInputElement) || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = this.neighbour(field, event);
      if (!to) return;
      event.preventDefault();
      to.focus();
      to.select();
    });
  }

  private neighbour(field: HTMLInputElement, event: KeyboardEvent): HTMLInputElement | undefined {
    switch (event.key) {
      case "ArrowDown":
        return this.inColumn(field, 1);
      case "Enter":
        return this.inColumn(field, event.shiftKey ? -1 : 1);
      case "ArrowUp":
        return this.inColumn(field, -1);
      case "ArrowRight":
        return field.selectionStart === field.value.length ? this.inOrder(field, 1) : undefined;
      case "ArrowLeft":
        return field.selectionEnd === 0 ? this.inOrder(field, -1) : undefined;
      default:
        return undefined;
    }
  }

  private fields(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[data-grid]")];
  }

  private inColumn(field: HTMLInputElement, step: number): HTMLInputElement | undefined {
    const column = this.fields().filter((one) => one.dataset.grid === field.dataset.grid);
    return column[column.indexOf(field) + step];
  }

  private inOrder(field: HTMLInputElement, step: number): HTMLInputElement | undefined {
    const all = this.fields();
    return all[all.indexOf(field) + step];
  }
}
