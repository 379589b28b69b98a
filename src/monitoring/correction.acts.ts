import { bodiesServing } from "../movements/movement-reach.store.ts";
import { holdersToTell } from "../org/telling.store.ts";
import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { stagedFile } from "../platform/files.ts";
import { isRefusal, movedOn, type Refusal } from "../platform/refusal.ts";
import { tell } from "../platform/telling.ts";
import { fileGone } from "./check.acts.ts";
import { checkedKinds, mayCheck, mayCorrect } from "./check.may.ts";
import { checkReachOf, lockVisit } from "./check.store.ts";
import { decideAccepting, decideRefusing, decideShowing, type Finding, type Visit } from "./check.ts";
import { lockFinding, saveCorrection, saveCorrectionFile } from "./finding.store.ts";

interface ShowingInput {
  readonly visitId: number;
  readonly findingId: number;
  readonly words: string;
  readonly files: readonly string[];
}

/** The unit shows what it has corrected. */
export const showCorrection = act({
  name: "check.show-correction",
  async run(work, input: ShowingInput): Promise<number | Refusal> {
    const loaded = await load(work, input);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayCorrect(work.actor, loaded.visit.unit);
    if (isRefusal(allowed)) return allowed;
    const shown = decideShowing(loaded.finding, input.words);
    if (isRefusal(shown)) return shown;
    const step = { kind: "shown" as const, words: shown.words, dueOn: null };
    const id = await saveCorrection(work.tx, loaded.finding.id, step, work.actor);
    for (const token of input.files) {
      const staged = await stagedFile(work.tx, work.actor.account ?? "system", token, work.at);
      if (!staged) return fileGone;
      await saveCorrectionFile(work.tx, id, staged);
    }
    work.record("check.correction-shown", `visit-${loaded.visit.id}`, { finding: loaded.finding.id });
    const bodies = await bodiesServing(work.tx, loaded.visit.body, work.day);
    const people = await holdersToTell(work.tx, bodies, ["standing-officer", "inspector"], work.day);
    await tellOf(
      work,
      people,
      loaded.visit,
      `${loaded.visit.unitName} báo cáo khắc phục tồn tại sau kiểm tra.`,
    );
    return loaded.finding.id;
  },
});

interface Naming {
  readonly visitId: number;
  readonly findingId: number;
}

/** The body that checked is content. */
export const acceptCorrection = act({
  name: "check.accept-correction",
  async run(work, input: Naming): Promise<number | Refusal> {
    const loaded = await load(work, input);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayCheck((await checkReachOf(work.tx, work.actor)).checks, loaded.visit.body);
    if (isRefusal(allowed)) return allowed;
    const accepted = decideAccepting(loaded.finding);
    if (isRefusal(accepted)) return accepted;
    const step = { kind: "accepted" as const, words: null, dueOn: null };
    await saveCorrection(work.tx, loaded.finding.id, step, work.actor);
    work.record("check.correction-accepted", `visit-${loaded.visit.id}`, { finding: loaded.finding.id });
    await tellUnit(work, loaded.visit, `${loaded.visit.bodyName} xác nhận đơn vị đã khắc phục tồn tại.`);
    return loaded.finding.id;
  },
});

interface RefusingInput extends Naming {
  readonly why: string;
  readonly dueOn: Day;
}

/** Not yet corrected: the unit gets the reason and a new day. */
export const refuseCorrection = act({
  name: "check.refuse-correction",
  async run(work, input: RefusingInput): Promise<number | Refusal> {
    const loaded = await load(work, input);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayCheck((await checkReachOf(work.tx, work.actor)).checks, loaded.visit.body);
    if (isRefusal(allowed)) return allowed;
    const refusing = decideRefusing(loaded.finding, input, work.day);
    if (isRefusal(refusing)) return refusing;
    const step = { kind: "refused" as const, words: refusing.why, dueOn: refusing.dueOn };
    await saveCorrection(work.tx, loaded.finding.id, step, work.actor);
    work.record("check.correction-refused", `visit-${loaded.visit.id}`, {
      finding: loaded.finding.id,
      dueOn: refusing.dueOn,
    });
    await tellUnit(work, loaded.visit, `${loaded.visit.bodyName} đề nghị đơn vị khắc phục tiếp.`);
    return loaded.finding.id;
  },
});

async function load(
  work: Work,
  { visitId, findingId }: Naming,
): Promise<{ visit: Visit; finding: Finding } | Refusal> {
  const visit = await lockVisit(work.tx, visitId);
  const finding = visit && (await lockFinding(work.tx, visit.id, findingId));
  return visit && finding ? { visit, finding } : movedOn("no-such-finding", "Không có phát hiện này.");
}

const tellUnit = async (work: Work, visit: Visit, sentence: string) =>
  tellOf(work, await holdersToTell(work.tx, [visit.unit], checkedKinds, work.day), visit, sentence);

const tellOf = (work: Work, people: Parameters<typeof tell>[1], visit: Visit, sentence: string) =>
  tell(work, people, {
    kind: "check",
    subject: "Kiểm tra công tác thi đua, khen thưởng",
    sentence,
    href: `/theo-doi/kiem-tra/${visit.id}`,
  });
