import { grouped, plainLetters, toBase32 } from "./base32.ts";

/**
 * Tracking codes (mã theo dõi). The voter keeps one own code of 80 random bits; each slip gets a code drawn from
 * it (HMAC-SHA-256), so that the codes listed in the minutes cannot be put together, nor led back to the voter,
 * by anybody who has not the own code. A code proves that a paper was counted, never which.
 */
const OWN_BYTES = 10;
const CODE_LETTERS = 12;
const GROUP = 4;

/** A new own code: `ABCD-EFGH-JKMN-PQRS`. */
export const newOwnCode = (): string =>
  grouped(toBase32(crypto.getRandomValues(new Uint8Array(OWN_BYTES))), GROUP);

/** The own code as it is reckoned with; null when it is none. */
export function readOwnCode(typed: string): string | null {
  const letters = plainLetters(typed);
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(letters) ? grouped(letters, GROUP) : null;
}

/** The code of the slip of each question, in the order asked. */
export async function codesOf(
  ownCode: string,
  mark: string,
  questions: readonly number[],
): Promise<string[]> {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey(
    "raw",
    text.encode(plainLetters(ownCode)),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const codes: string[] = [];
  for (const question of questions) {
    const signed = await crypto.subtle.sign("HMAC", key, text.encode(`thidua/ma/1/${mark}/${question}`));
    codes.push(toBase32(new Uint8Array(signed)).slice(0, CODE_LETTERS));
  }
  return codes;
}
