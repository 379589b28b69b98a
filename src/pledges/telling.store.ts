import { sql } from "kysely";
import type { Reader } from "../platform/db.ts";
import type { Told } from "../platform/telling.ts";

/** Everybody who has signed some text of a pledge here, each once. */
export async function signersToTell(reader: Reader, pledge: number): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select distinct person.id as person, person.email
      from pledge_signature signature join person on person.id = signature.person
     where signature.pledge = ${pledge} order by person.id`.execute(reader);
  return rows;
}
