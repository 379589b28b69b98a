import { act } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { yearOf } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { factsAboutMany, recorderOf, saveFacts } from "../records/fact.store.ts";
import { lockSubjects } from "../records/subject.store.ts";
import { mayPrepare } from "./council.may.ts";
import { faultOfPaper } from "./council.ts";
import { itemFor } from "./item.acts.ts";
import { saveRecognition } from "./recognition.store.ts";
import { loadSession } from "./session.acts.ts";
import { outcomesOf } from "./vote.store.ts";

interface Recognising {
  readonly sessionId: number;
  readonly itemId: number;
  readonly recognised: boolean;
  readonly paperSymbol: string;
  readonly paperDay: Day;
  readonly decidedBy: string;
}

/**
 * What the competent head decided on an initiative after the council's vote (Nghị định 152/2025/NĐ-CP, Điều 33
 * khoản 6): it enters the records of the author and of all co-authors with its scope and its paper.
 */
export const recogniseInitiative = act({
  name: "council-item.recognise",
  async run(work, { sessionId, itemId, ...decided }: Recognising): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayPrepare(work.actor, loaded.council);
    if (isRefusal(allowed)) return allowed;
    const item = itemFor(work, loaded, itemId);
    if (isRefusal(item)) return item;
    if (item.kind !== "initiative" || item.scope === null || item.person === null)
      return movedOn("no-initiative", "Mục này không phải sáng kiến của cá nhân.");
    const outcome = (await outcomesOf(work.tx, sessionId)).find((one) => one.item === item.id);
    if (!outcome) return movedOn("not-voted", "Hội đồng chưa bỏ phiếu về sáng kiến này.");
    const fault = faultOfPaper(decided, work.day);
    if (fault) return fault;
    if (decided.paperDay < loaded.session.day)
      return refuse("before-the-vote", "Quyết định không thể có trước phiên họp của Hội đồng.", {
        field: "paperDay",
      });
    await saveRecognition(work.tx, { item: item.id, scope: item.scope, ...decided }, work.actor);
    const people = [item.person, ...item.authors.map(({ id }) => id)];
    await lockSubjects(work.tx, "person", people);
    const year = yearOf(loaded.session.day);
    const standing = await factsAboutMany(work.tx, "initiative", "person", people);
    const fresh = [...new Set(people)].filter(
      (person) =>
        !standing.some(
          (fact) =>
            fact.kind === "initiative" &&
            fact.person === person &&
            fact.year === year &&
            fact.title.toLocaleLowerCase("vi") === item.title.toLocaleLowerCase("vi"),
        ),
    );
    const { paperSymbol, paperDay, decidedBy, recognised } = decided;
    const fact = {
      ...{ kind: "initiative" as const, year, title: item.title, work: "initiative" as const, usedFor: [] },
      ...{ scope: item.scope, recognised, paperSymbol, paperDay, decidedBy, remarks: null },
    };
    const rows = fresh.map((id) => ({
      subject: { kind: "person" as const, id },
      fact,
      document: null,
      change: null,
    }));
    const writing = {
      recorder: recorderOf(work.actor),
      at: work.at,
      source: "system" as const,
      import: null,
    };
    if (rows.length > 0) await saveFacts(work.tx, "initiative", rows, writing);
    work.record("council-item.recognised", item.id, { recognised, scope: item.scope, people: rows.length });
    return item.id;
  },
});
