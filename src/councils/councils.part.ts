import type { Invariant } from "../platform/invariant.ts";
import { pages } from "../web/http.ts";
import type { Gathered, StagePart } from "../web/part.ts";
import { agendaPages } from "./agenda.pages.tsx";
import { councilJobs } from "./council.jobs.ts";
import { councilOffers } from "./council.offers.ts";
import { councilPages } from "./council.pages.tsx";
import { endingPages } from "./ending.pages.tsx";
import { listPages } from "./list.pages.tsx";
import { livePages } from "./live.pages.tsx";
import { meetingPages } from "./meeting.pages.tsx";
import { minutesPages } from "./minutes.pages.tsx";
import { outcomesAstray } from "./offers.store.ts";
import { recognitionPages } from "./recognition.pages.tsx";
import { sessionPages } from "./session.pages.tsx";
import { sessionsOutOfFold } from "./session.store.ts";

/** All pages of the stage. */
export function allCouncilPages(_gathered: Gathered) {
  const all = pages();
  for (const some of [
    listPages(),
    councilPages(),
    endingPages(),
    sessionPages(),
    agendaPages(),
    meetingPages(),
    livePages(),
    minutesPages(),
    recognitionPages(),
  ])
    all.route("/", some);
  return all;
}

/** What must be true of councils whatever happened. */
const councilInvariants: readonly Invariant[] = [
  {
    name: "trạng thái của phiên họp Hội đồng khớp với các sự kiện của nó",
    broken: async (reader) =>
      (await sessionsOutOfFold(reader)).map((id) => `Phiên ${id} không khớp với các sự kiện của nó.`),
  },
  {
    name: "kết quả từng mục của Hội đồng khớp với số phiếu và số phiếu cần đạt",
    broken: async (reader) =>
      (await outcomesAstray(reader)).map((item) => `Kết quả của mục ${item} không khớp với số phiếu.`),
  },
];

export const councils: StagePart = {
  stage: "councils",
  pages: allCouncilPages,
  jobs: () => councilJobs,
  offers: councilOffers,
  invariants: councilInvariants,
  rail: { href: "/hoi-dong", label: "Hội đồng", group: "year" },
};
