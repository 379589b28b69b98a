/** What was typed, by field, kept in this browser while it cannot reach the server. */
export type Words = Readonly<Record<string, readonly string[]>>;

interface Kept {
  readonly at: string;
  readonly words: Words;
}

const PREFIX = "thidua-kept:";
const LONGEST_DAYS = 7;

/** The typed words of a form; never passwords, files, or what the page itself put in. */
export function wordsOf(form: HTMLFormElement): Words {
  const words: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) {
    const field = form.elements.namedItem(name);
    const secret = field instanceof HTMLInputElement && field.type === "password";
    if (name === "key" || secret || typeof value !== "string") continue;
    words[name] = [...(words[name] ?? []), value];
  }
  return words;
}

/** Puts words back where they were typed. */
export function putWords(form: HTMLFormElement, words: Words): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio"))
      field.checked = words[field.name]?.includes(field.value) ?? false;
    else if (isTextual(field)) {
      const value = words[field.name]?.[placeAmong(form, field)];
      if (value !== undefined) field.value = value;
    }
  }
}

type Textual = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isTextual = (field: Element): field is Textual =>
  field instanceof HTMLTextAreaElement ||
  field instanceof HTMLSelectElement ||
  (field instanceof HTMLInputElement &&
    !/^(password|file|submit|button)$/.test(field.type) &&
    field.name !== "key");

const placeAmong = (form: HTMLFormElement, field: Textual): number =>
  [...form.elements].filter((one) => isTextual(one) && one.name === field.name).indexOf(field);

export function keepWords(place: string, words: Words): void {
  const at = new Date().toLocaleString("vi-VN", { timeStyle: "short", dateStyle: "short" });
  store((storage) => storage.setItem(PREFIX + place, JSON.stringify({ at, words, kept: Date.now() })));
}

export const forgetWords = (place: string): void => store((storage) => storage.removeItem(PREFIX + place));

export function keptWords(place: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + place) ?? "null");
    const fresh = kept && Date.now() - kept.kept < LONGEST_DAYS * 86_400_000;
    return fresh ? { at: kept.at, words: kept.words } : null;
  } catch {
    return null;
  }
}

/** Storage may be full or forbidden; the form works without. */
function store(change: (storage: Storage) => void): void {
  try {
    change(localStorage);
  } catch {
    return;
  }
}
