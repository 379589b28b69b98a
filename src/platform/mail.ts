import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MailSettings } from "./settings.ts";

/** A letter to one person. Its text holds only what that person may see, and never a code or a name of others. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

type Postman = (letter: Letter) => Promise<void>;

let postman: Postman = async () => {
  throw new Error("mail is not set up");
};

/** Sends by SMTP when it is configured; otherwise letters are written into the outbox folder as .eml files. */
export async function openMail(settings: MailSettings | null, outbox: string): Promise<void> {
  const { createTransport } = await import("nodemailer");
  const from = settings?.from ?? "thidua@localhost";
  if (settings) {
    const transport = createTransport(settings.url);
    postman = async (letter) => void (await transport.sendMail({ from, ...letter }));
    return;
  }
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  postman = async (letter) => {
    const made = await transport.sendMail({ from, ...letter });
    await writeFile(join(outbox, `${randomUUID()}.eml`), made.message as Buffer, { mode: 0o640 });
  };
}

export const sendLetter = (letter: Letter): Promise<void> => postman(letter);
