import type { Actor } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";
import type { FieldErrors, FormState } from "../web/form.ts";
import type { Picked } from "../web/form-fields.ts";
import type { PickOption } from "../web/kit.ts";
import { findPerson } from "./person.store.ts";
import { type PersonHit, searchPeople, searchUnits, type UnitHit } from "./search.store.ts";
import { findUnit } from "./unit.store.ts";
import { unitKindNames } from "./unit.ts";

/** What a form with pickers is drawn with: besides errors, who else answers to the words typed. */
export interface PickFormState extends FormState {
  readonly namesakes?: Readonly<Record<string, readonly PickOption[]>>;
}

interface Pick {
  readonly of: "unit" | "person";
  readonly picked: Picked | null;
}

type Settled<Name extends string> =
  | { readonly ids: Readonly<Record<Name, number | null>> }
  | { readonly errors: FieldErrors; readonly namesakes: Readonly<Record<string, readonly PickOption[]>> };

const NAMESAKES = 8;

/**
 * Turns what pickers sent into ids. Words alone are looked up; when several answer, the form comes back
 * with them to choose from.
 */
export async function settlePicks<Name extends string>(
  reader: Reader,
  actor: Actor,
  picks: Readonly<Record<Name, Pick>>,
): Promise<Settled<Name>> {
  const ids: Partial<Record<Name, number | null>> = {};
  const errors: Record<string, string> = {};
  const namesakes: Record<string, readonly PickOption[]> = {};
  for (const name of Object.keys(picks) as Name[]) {
    const { of, picked } = picks[name];
    const options = picked ? await answers(reader, actor, of, picked) : [];
    ids[name] = options.length === 1 ? Number(options[0]!.id) : null;
    if (!picked || options.length === 1) continue;
    errors[name] =
      options.length === 0 ? `Không tìm thấy “${picked.text}”.` : "Hãy chọn một trong các kết quả.";
    namesakes[name] = options;
  }
  if (Object.keys(errors).length > 0) return { errors, namesakes };
  return { ids: ids as Record<Name, number | null> };
}

async function answers(reader: Reader, actor: Actor, of: Pick["of"], picked: Picked): Promise<PickOption[]> {
  if (picked.id !== null && /^[1-9]\d{0,14}$/.test(picked.id)) {
    const id = Number(picked.id);
    const known = of === "unit" ? await findUnit(reader, id, actor.day) : await findPerson(reader, id);
    return known ? [{ id: picked.id, label: known.name }] : [];
  }
  if (of === "person") return (await searchPeople(reader, actor, picked.text, NAMESAKES)).map(personOption);
  const hits = await searchUnits(reader, actor, picked.text, NAMESAKES);
  const exact = hits.filter((hit) => hit.name === picked.text || hit.code === picked.text.toUpperCase());
  return (exact.length === 1 ? exact : hits).map(unitOption);
}

export const unitOption = (hit: UnitHit): PickOption => ({
  id: `${hit.id}`,
  label: hit.name,
  detail: [unitKindNames[hit.kind], hit.above, hit.code, hit.living ? null : "đã kết thúc"]
    .filter(Boolean)
    .join(" · "),
});

export const personOption = (hit: PersonHit): PickOption => ({
  id: `${hit.id}`,
  label: hit.name,
  detail: [hit.title, hit.unitName, hit.birthYear ? `sinh năm ${hit.birthYear}` : null]
    .filter(Boolean)
    .join(", "),
});

/** Value, error and namesakes of one picker, ready to be spread into the kit's field. */
export function shownPick(state: PickFormState, name: string, stored?: PickOption) {
  const text = state.typed[`${name}.text`]?.[0];
  const id = state.typed[`${name}.id`]?.[0];
  const label = state.typed[`${name}.label`]?.[0];
  const chosen = id && label && text === label ? { id, label } : undefined;
  return {
    name,
    picked: text === undefined ? stored : chosen,
    text: text ?? stored?.label,
    error: state.errors[name],
    namesakes: state.namesakes?.[name],
  };
}
