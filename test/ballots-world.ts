import { castPlain } from "../src/ballots/cast.acts.ts";
import type { Answer } from "../src/ballots/casting.ts";
import { closePoll, countPoll } from "../src/ballots/counting.acts.ts";
import { createPoll } from "../src/ballots/holding.acts.ts";
import { lockShare, openPoll } from "../src/ballots/opening.acts.ts";
import type { ApproveDraft, PollDraft, QuestionDraft } from "../src/ballots/poll.ts";
import { newOwnCode } from "../src/ballots/tracking.cipher.ts";
import { act, type Work } from "../src/platform/act.ts";
import { day } from "../src/platform/day.ts";
import { isRefusal, type Refusal } from "../src/platform/refusal.ts";
import { as, type SmallMinistry } from "./registrations-world.ts";
import { anActor } from "./world.ts";

/** The members of a small council; the last two are its tellers besides. */
export const members = [
  "minister",
  "lawHead",
  "lawOfficer",
  "departmentHead",
  "roomHead",
  "inspector",
] as const;
export type Member = (typeof members)[number];

const chair = "minister";
export const secretary = "standing";
export const firstTeller = "roomHead";
export const secondTeller = "inspector";
export const passphrases = {
  [firstTeller]: "mưa rơi trên mái ngói",
  [secondTeller]: "trăng sáng ngoài hiên nhà",
} as const;

export const approve = (name: string): ApproveDraft => ({
  kind: "approve",
  title: `Chiến sĩ thi đua ngành Tư pháp: ${name}`,
  nominee: { name, note: "", key: name },
  threshold: { by: "rules", percent: 50, rule: "more-than", basis: "Quy chế làm việc của Hội đồng" },
});

/** A vote of the small council, secret unless said otherwise; six voters of seven members. */
export function aPollDraft(ministry: SmallMinistry, given: Partial<PollDraft> = {}): PollDraft {
  const person = (name: keyof SmallMinistry["people"]) => ministry.people[name];
  return {
    origin: { stage: "councils", subject: "session-1/item-1", href: "/hoi-dong/1", tell: null },
    title: "Bỏ phiếu đề nghị tặng danh hiệu Chiến sĩ thi đua ngành Tư pháp",
    body: {
      unit: ministry.ministry,
      name: "Hội đồng Thi đua - Khen thưởng ngành Tư pháp",
      superior: "Bộ Tư pháp",
      place: "Hà Nội",
    },
    mode: "secret",
    members: 7,
    on: day("2021-02-23"),
    roll: members.map((name) => ({
      person: person(name),
      name: `Người ${name}`,
      post: "Ủy viên",
      unit: null,
      way: "present",
      excluded: [],
    })),
    officers: [
      {
        person: person(chair),
        name: "Người minister",
        post: "Chủ tịch Hội đồng",
        role: "chair",
        holdsShare: false,
      },
      {
        person: person(secretary),
        name: "Người standing",
        post: "Thư ký",
        role: "secretary",
        holdsShare: false,
      },
      ...([firstTeller, secondTeller] as const).map((name, at) => ({
        person: person(name),
        name: `Người ${name}`,
        post: "Ủy viên",
        role: at === 0 ? ("teller-head" as const) : ("teller" as const),
        holdsShare: (given.mode ?? "secret") === "secret",
      })),
    ],
    questions: [approve("Trần Văn Một"), approve("Lê Thị Hai")],
    round: 1,
    repeats: null,
    ...given,
  };
}

/** An act of some other stage that holds a vote. */
export const inAct = <Output>(run: (work: Work) => Promise<Output | Refusal>): Promise<Output> =>
  act({ name: "test.hold", run: (work: Work) => run(work) })(anActor(), null).then(sure);

export const aPoll = (ministry: SmallMinistry, given: Partial<PollDraft> = {}): Promise<number> =>
  inAct((work) => createPoll(work, aPollDraft(ministry, given)));

/** The answer, or the test fails with the refusal's sentence. */
export function sure<Output>(outcome: Output | Refusal): Output {
  if (isRefusal(outcome)) throw new Error(`${outcome.refusal}: ${outcome.sentence}`);
  return outcome;
}

/** Both tellers set their passphrases and the vote is opened; answers the recovery share. */
export async function opened(
  ministry: SmallMinistry,
  pollId: number,
  by: Member | typeof secretary = secretary,
): Promise<string> {
  for (const teller of [firstTeller, secondTeller] as const)
    sure(await lockShare(await as(ministry, teller), { pollId, passphrase: passphrases[teller] }));
  return sure(await openPoll(await as(ministry, by), { pollId })).recovery!;
}

export const answers = (questions: readonly QuestionDraft[], given: readonly ("yes" | "no" | "blank")[]) =>
  questions.map((_, at): Answer => ({ question: at + 1, choice: { kind: "approve", answer: given[at]! } }));

/** Somebody votes where the browser does not seal; answers their own code. */
export async function votes(
  ministry: SmallMinistry,
  pollId: number,
  who: Member,
  given: readonly Answer[],
): Promise<string> {
  const ownCode = newOwnCode();
  sure(await castPlain(await as(ministry, who), { pollId, ownCode, answers: given }));
  return ownCode;
}

/** Closes, and counts with both passphrases. */
export async function counted(
  ministry: SmallMinistry,
  pollId: number,
  by: Member | typeof secretary = secretary,
): Promise<void> {
  sure(await closePoll(await as(ministry, by), { pollId }));
  sure(
    await countPoll(await as(ministry, firstTeller), {
      pollId,
      opening: { passphrases: bothPassphrases(ministry), recovery: null },
    }),
  );
}

export const bothPassphrases = (ministry: SmallMinistry) =>
  ([firstTeller, secondTeller] as const).map((name) => ({
    person: ministry.people[name],
    passphrase: passphrases[name],
  }));
