import { act, type Work } from "../platform/act.ts";
import { isSystem } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import { stagedFile } from "../platform/files.ts";
import { isRefusal, movedOn, type Permit, permit, type Refusal, refuse } from "../platform/refusal.ts";
import { seenShareOf, sharesNumbered } from "./share.store.ts";
import type { Share } from "./share.ts";
import { mayEnter, type SeenShare } from "./target.may.ts";
import { loadTargets } from "./target.store.ts";
import type { Target } from "./target.ts";
import { TYPED } from "./target-source.ts";
import {
  type ShareFacts,
  saveEvidence,
  saveValues,
  shareFactsOf,
  standingValuesOf,
  type ValueToSave,
} from "./value.store.ts";
import { decideValue, type Entry, type Value, type ValueKind } from "./value.ts";
import { entryFactsOf } from "./value-entry.ts";

/** One share's entry for the period that ends on a day; files are tokens of what was staged with the form. */
export interface EntryAsked extends Entry {
  readonly shareId: number;
  readonly to: Day;
  readonly files: readonly string[];
}

/** How many entries were added; the rest said what already stood. */
export interface Entered {
  readonly added: number;
  readonly same: number;
}

/**
 * Values are entered, all of one form or none; a refusal names its row as `entries.s{share}.{field}`. With a number
 * that stands already nothing is added.
 */
export const enterValues = act({
  name: "target-value.enter",
  run: (work, input: { kind: Exclude<ValueKind, "computed">; entries: readonly EntryAsked[] }) =>
    enterAll(work, input.entries, input.kind),
});

/** The same inside another act: an import that was looked over, or numbers computed by whoever may set the target. */
export async function enterAll(
  work: Work,
  entries: readonly EntryAsked[],
  kind: ValueKind,
): Promise<Entered | Refusal> {
  if (entries.length === 0) return refuse("nothing-entered", "Chưa có số liệu nào được nhập.");
  const known = await load(work, entries);
  const saving: (ValueToSave & { readonly files: readonly StagedFile[] })[] = [];
  for (const asked of entries) {
    const outcome = await decideOne(work, asked, known, kind);
    if (isRefusal(outcome))
      return { ...outcome, field: `entries.s${asked.shareId}.${outcome.field ?? "numerator"}` };
    if (outcome !== null) saving.push(outcome);
  }
  const ids = await saveValues(work.tx, saving, work.actor);
  for (const [index, { share, period, value, files }] of saving.entries()) {
    await saveEvidence(work.tx, ids[index]!, files);
    work.record("target.value-entered", share.target, {
      share: share.id,
      to: period.to,
      numerator: value.numerator,
      denominator: value.denominator,
      replaces: value.replaces,
      files: files.length,
    });
  }
  return { added: saving.length, same: entries.length - saving.length };
}

type StagedFile = { readonly hash: string; readonly name: string };

interface Known {
  readonly shares: ReadonlyMap<number, Share>;
  readonly targets: ReadonlyMap<number, Target>;
  readonly facts: ReadonlyMap<number, ShareFacts>;
  readonly values: ReadonlyMap<number, readonly Value[]>;
  rightTo(share: Share, target: Target): Promise<Permit | Refusal>;
}

/** Targets are locked in one order, so that two forms never wait for each other. */
async function load(work: Work, entries: readonly EntryAsked[]): Promise<Known> {
  const ids = entries.map(({ shareId }) => shareId);
  const shares = await sharesNumbered(work.tx, ids, work.day);
  const targets = await loadTargets(
    work.tx,
    shares.map(({ target }) => target),
    work.day,
  );
  const facts = await shareFactsOf(work.tx, shares, work.day);
  const rights = new Map<string, Promise<SeenShare>>();
  return {
    shares: new Map(shares.map((share) => [share.id, share])),
    targets: new Map(targets.map((target) => [target.id, target])),
    facts: new Map(facts.map((one) => [one.share, one])),
    values: Map.groupBy(await standingValuesOf(work.tx, ids), ({ share }) => share),
    rightTo: async (share, { owner, year }) => {
      if (isSystem(work.actor)) return permit("system");
      const key = `${share.unit}/${owner}/${year}`;
      const seen = rights.get(key) ?? seenShareOf(work.tx, share, owner, year, work.day);
      rights.set(key, seen);
      return mayEnter(work.actor, await seen);
    },
  };
}

async function decideOne(
  work: Work,
  asked: EntryAsked,
  known: Known,
  kind: ValueKind,
): Promise<(ValueToSave & { files: readonly StagedFile[] }) | null | Refusal> {
  const share = known.shares.get(asked.shareId);
  const target = share && known.targets.get(share.target);
  if (!share || !target) return movedOn("share-gone", "Không còn phần chỉ tiêu này.");
  const allowed = kind === "computed" ? permit("computed") : await known.rightTo(share, target);
  if (isRefusal(allowed)) return allowed;
  if (kind !== "computed" && target.source !== TYPED)
    return movedOn("is-computed", `Chỉ tiêu “${target.name}” tự tính từ dữ liệu nên không nhập tay.`);
  const values = known.values.get(share.id) ?? [];
  const facts = entryFactsOf(target, share, known.facts.get(share.id)!, values, asked.to);
  const value = decideValue(asked, facts, work.day);
  if (isRefusal(value) || value === null) return value;
  const files = await filesOf(work, asked.files);
  if ("refusal" in files) return files;
  return { share, period: facts.period!, value: { ...value, kind }, files };
}

async function filesOf(
  work: Work,
  tokens: readonly string[],
): Promise<{ hash: string; name: string }[] | Refusal> {
  const files: { hash: string; name: string }[] = [];
  for (const token of tokens) {
    const file = await stagedFile(work.tx, work.actor.account ?? "system", token, work.at);
    if (!file)
      return refuse("file-gone", "Có tệp đính kèm không còn được giữ; hãy chọn lại tệp.", { field: "files" });
    files.push(file);
  }
  return files;
}
