import { countingPosts } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { type Day, startOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { ChangeItem, Offers, SearchHit, WaitingItem, YearMarks } from "../platform/offers.ts";
import { isRefusal, type Permit, type Refusal } from "../platform/refusal.ts";
import { nfc, sameTones } from "../platform/vietnamese.ts";
import { type Purpose, purposeNames } from "./deadlines.ts";
import { importsUnderWay } from "./import.store.ts";
import { draftedFor } from "./launchers.store.ts";
import { stateNames, stepNames } from "./life.ts";
import { mayDraft, mayIssue, mayNoteSignature, mayNumber, maySign } from "./movement.may.ts";
import { levelNames } from "./movement.ts";
import { listMovements, noFilter } from "./movement-list.store.ts";
import { bodiesServing, movementReachOf } from "./movement-reach.store.ts";
import {
  deadlinesOfYear,
  draftsToComment,
  movementsUnderWay,
  openMovementsOf,
  phasesOfYear,
  stepsSeen,
  type UnderWay,
} from "./offers.store.ts";
import {
  planChanges,
  planDues,
  planFigures,
  planPanels,
  planSearch,
  plansAwaited,
  plansOwed,
  plansWaiting,
  planTabs,
  planYearSteps,
} from "./unit-plan.offers.ts";
import { openPlansOf } from "./unit-plan-offers.store.ts";

const LATELY = 30;

/** What movements offer the whole: launches on their way, phases of the year, search, what changed. */
export const movementOffers: Offers = {
  stage: "movements",
  waiting: async (reader, actor) =>
    (await Promise.all([waiting(reader, actor), plansWaiting(reader, actor)])).flat(),
  awaited: plansAwaited,
  changes: async (reader, actor, since) =>
    (await Promise.all([changes(reader, actor, since), planChanges(reader, actor, since)])).flat(),
  yearMarks,
  search: async (reader, actor, words, limit) =>
    (
      await Promise.all([search(reader, actor, words, limit), planSearch(reader, actor, words, limit)])
    ).flat(),
  tabs: planTabs,
  panels: planPanels,
  owed: plansOwed,
  dues: planDues,
  figures: planFigures,
  yearSteps: planYearSteps,
  openWorkOf: async (reader, unit) => {
    const [movements, plans] = [await openMovementsOf(reader, unit), await openPlansOf(reader, unit)];
    return [
      ...(movements > 0 ? [{ label: "Phong trào chưa kết thúc", count: movements }] : []),
      ...(plans > 0 ? [{ label: "Kế hoạch của đơn vị chưa được tiếp nhận", count: plans }] : []),
    ];
  },
};

async function waiting(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const reach = await movementReachOf(reader, actor);
  const [launches, imports, comments] = await Promise.all([
    movementsUnderWay(reader, [...new Set([...reach.serves, ...reach.leads])]),
    draftedFor(reader, actor).then((bodies) => importsUnderWay(reader, bodies)),
    draftsToComment(reader, commentingUnits(actor)),
  ]);
  const steps = await Promise.all(launches.map((launch) => stepsWaiting(reader, actor, launch)));
  return [
    ...steps.flat(),
    ...imports.map((plan) => ({
      title: plan.state === "unreadable" ? "Điền tay phong trào từ văn bản" : "Rà soát văn bản phát động",
      note: plan.fileName,
      from: plan.actorName,
      href: `/phong-trao/nhap/${plan.id}`,
      deadline: null,
    })),
    ...comments.map((draft) => ({
      title: "Góp ý dự thảo phong trào",
      note: draft.name,
      from: draft.launcherName,
      href: `/phong-trao/${draft.id}/gop-y`,
      deadline: null,
    })),
  ];
}

/** Units for which this person answers when comments are asked. */
const commentingUnits = (actor: Actor): number[] =>
  countingPosts(actor)
    .filter((post) => ["unit-head", "unit-officer", "standing-officer", "cluster-head"].includes(post.kind))
    .map((post) => post.unit);

type May = (actor: Actor, launched: Parameters<typeof mayDraft>[1]) => Permit | Refusal;

interface Waiting {
  readonly title: string;
  readonly path: string;
  readonly may: May;
  readonly when: (launch: UnderWay) => boolean;
}

/** What waits in a launch, each for whoever may do it. */
const steps: readonly Waiting[] = [
  {
    title: "Soạn tiếp dự thảo phong trào",
    path: "noi-dung",
    may: mayDraft,
    when: ({ state }) => state === "draft",
  },
  {
    title: "Trả lời góp ý dự thảo",
    path: "gop-y",
    may: mayDraft,
    when: ({ state, comments }) => state === "open" && comments > 0,
  },
  {
    title: "Thông qua dự thảo phong trào",
    path: "thong-qua",
    may: maySign,
    when: ({ state, comments }) => state === "open" && comments === 0,
  },
  { title: "In bản trình ký", path: "trinh-ky", may: mayDraft, when: ({ state }) => state === "adopted" },
  {
    title: "Ký văn bản phát động",
    path: "ky",
    may: mayNoteSignature,
    when: ({ state }) => state === "printed",
  },
  { title: "Cấp số, ngày văn bản", path: "cap-so", may: mayNumber, when: ({ state }) => state === "signed" },
  {
    title: "Ban hành phong trào",
    path: "ban-hanh",
    may: mayIssue,
    when: ({ state }) => state === "numbered",
  },
  { title: "Xử lý hạn không có thật", path: "han", may: mayDraft, when: ({ unsettled }) => unsettled > 0 },
  {
    title: "Gửi văn bản tới nơi nhận",
    path: "van-ban",
    may: mayNumber,
    when: ({ state, unserved, numbered }) =>
      numbered && unserved > 0 && (state === "issued" || state === "running"),
  },
];

async function stepsWaiting(reader: Reader, actor: Actor, launch: UnderWay): Promise<WaitingItem[]> {
  const due = steps.filter((step) => step.when(launch));
  if (due.length === 0) return [];
  const launched = {
    bodies: await bodiesServing(reader, launch.launcher, actor.day),
    launcher: { id: launch.launcher, name: launch.launcherName, kind: "ministry" as const },
  };
  return due
    .filter((step) => !isRefusal(step.may(actor, launched)))
    .map((step) => ({
      title: step.title,
      note: launch.name,
      from: launch.launcherName,
      href: `/phong-trao/${launch.id}/${step.path}`,
      deadline: null,
    }));
}

async function changes(reader: Reader, actor: Actor, since: Day): Promise<ChangeItem[]> {
  const reach = await movementReachOf(reader, actor);
  const seen = await stepsSeen(reader, reach, startOf(since), LATELY);
  return seen.map((step) => ({
    sentence: `${step.actorName} ${stepNames[step.kind]}: ${step.name}`,
    href: `/phong-trao/${step.id}`,
    at: step.at,
  }));
}

async function yearMarks(reader: Reader, actor: Actor, year: number): Promise<YearMarks> {
  const reach = await movementReachOf(reader, actor);
  const [phases, deadlines] = await Promise.all([
    phasesOfYear(reader, reach, year),
    deadlinesOfYear(reader, reach, year),
  ]);
  return {
    phases: phases.map(({ name, from, to }) => ({ label: name, from, to })),
    marks: deadlines
      // Whoever registers has a mark of their own from the stage that receives it; the launcher's people don't.
      .filter(({ purpose, served }) => served || !["registration", "plan-and-registration"].includes(purpose))
      .map(({ what, purpose, day }) => ({
        label: purpose === "other" ? what : purposeNames[purpose as Purpose],
        day,
        tone: "plain" as const,
      })),
  };
}

async function search(reader: Reader, actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
  const reach = await movementReachOf(reader, actor);
  const found = await listMovements(
    reader,
    reach,
    { ...noFilter, words },
    { sort: "year", descending: true, limit, offset: 0 },
  );
  const typed = sameTones(nfc(words).toLowerCase()).split(/\s+/).filter(Boolean);
  return found.map((movement) => {
    const text = sameTones(nfc(`${movement.name} ${movement.theme ?? ""}`).toLowerCase());
    return {
      kind: "Phong trào",
      title: movement.name,
      note: [movement.launcher, levelNames[movement.level], stateNames[movement.state]].join(" · "),
      href: `/phong-trao/${movement.id}`,
      rank: typed.every((word) => text.includes(word)) ? 2 : 1,
    };
  });
}
