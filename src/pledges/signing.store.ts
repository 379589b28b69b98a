import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { PledgeText, Signature } from "./signing.ts";

guard(
  "a_unit_signs_a_text_once",
  movedOn("already-signed", "Đơn vị đã ký văn bản này ở một cửa sổ khác; chữ ký trước vẫn còn giá trị."),
);
guard(
  "a_text_version_stands_once",
  movedOn("text-changed", "Văn bản giao ước vừa thay đổi ở cửa sổ khác; hãy xem lại văn bản mới."),
);

/** The texts opened for signing, the latest first. */
export async function textsOf(reader: Reader, pledge: number): Promise<PledgeText[]> {
  const { rows } = await sql<Omit<PledgeText, "units"> & { units: unknown[] }>`
    select id, number, text, hash, units, at, actor_name as "actorName", reason
      from pledge_text where pledge = ${pledge} order by number desc`.execute(reader);
  return rows.map((row) => ({ ...row, units: row.units.map(Number) }));
}

export async function saveText(
  tx: Tx,
  pledge: number,
  text: { number: number; text: string; hash: string; units: readonly number[]; reason: string | null },
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("pledge_text")
    .values({ pledge, ...text, units: [...text.units], at, person: actor.person, actor_name: actor.name })
    .execute();
}

/** Every signature ever given, under whatever text, in the order they were given. */
export async function signaturesOf(reader: Reader, pledge: number): Promise<Signature[]> {
  const { rows } = await sql<Signature>`
    select id, text, unit, unit_name as "unitName", way, person, signer_name as "signerName",
           post_title as "postTitle", on_behalf_of as "onBehalfOf", on_behalf_title as "onBehalfTitle", hash, at,
           signed_on as "signedOn", entered_by as "enteredBy", file, file_name as "fileName"
      from pledge_signature where pledge = ${pledge} order by id`.execute(reader);
  return rows;
}

export async function saveSignature(tx: Tx, pledge: number, signature: Omit<Signature, "id">): Promise<void> {
  await tx
    .insertInto("pledge_signature")
    .values({
      pledge,
      text: signature.text,
      unit: signature.unit,
      unit_name: signature.unitName,
      way: signature.way,
      person: signature.person,
      signer_name: signature.signerName,
      post_title: signature.postTitle,
      on_behalf_of: signature.onBehalfOf,
      on_behalf_title: signature.onBehalfTitle,
      hash: signature.hash,
      at: signature.at,
      signed_on: signature.signedOn,
      entered_by: signature.enteredBy,
      file: signature.file,
      file_name: signature.fileName,
    })
    .execute();
}
