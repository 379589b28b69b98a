/**
 * Bytes as text that people copy from paper: Crockford's base 32, which has no I, L, O or U, reads small
 * letters and takes O for 0 and I or L for 1.
 */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS = 5;

/** As many whole letters as the bytes fill, the last one padded with zeros. */
export function toBase32(bytes: Uint8Array): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= BITS) {
      bits -= BITS;
      text += ALPHABET[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + ALPHABET[(held << (BITS - bits)) & 31] : text;
}

/** The bytes of a text; null when it holds a letter that stands for nothing. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of plainLetters(text)) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    held = (held << BITS) | value;
    bits += BITS;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}

/** What people type, brought to the letters of the alphabet: no spaces or strokes, O is 0, I and L are 1. */
export const plainLetters = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");

/** In groups, as it is printed and read aloud. */
export const grouped = (text: string, size: number): string =>
  text.match(new RegExp(`.{1,${size}}`, "g"))?.join("-") ?? "";
