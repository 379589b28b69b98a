import { type Day, type Instant, startOf, writeDay } from "../platform/day.ts";
import { type Deadline, isLate } from "../platform/deadline.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/**
 * A cluster's year (giao ước thi đua): a conference talks over the draft plan, adopts it by show of hands, and the
 * head of every member signs one text. Life: drafting → in-comment → adopted → signing → signed; beside it the
 * cluster sends its plan and the tally of registered titles to the standing body: sent → accepted | returned → sent …
 */
export interface Pledge {
  readonly id: number;
  readonly cluster: number;
  readonly clusterName: string;
  /** Led by a body outside the sector: our papers and signatures are kept, its steps are its own. */
  readonly outside: boolean;
  /** The body that founded the cluster; its standing officer takes what is sent. */
  readonly receiver: number | null;
  readonly receiverName: string | null;
  readonly year: number;
  readonly movement: number | null;
  readonly movementName: string | null;
  readonly state: PledgeState;
  readonly sentState: SentState | null;
  readonly sentAt: Instant | null;
  readonly late: boolean | null;
  readonly conference: Conference;
  /** The common part of the pledge. */
  readonly common: string;
  /** The last day to sign, when one was set. */
  readonly signBy: Day | null;
  /** Grows with every change, so that nobody decides on what they have not seen. */
  readonly version: number;
  readonly changedAt: Instant;
}

export interface Conference {
  readonly heldOn: Day | null;
  readonly time: string | null;
  readonly place: string | null;
  readonly agenda: string | null;
  readonly guests: string | null;
  readonly chair: string | null;
  readonly secretary: string | null;
  /** The leader who attends and directs. */
  readonly leader: string | null;
  readonly proceedings: string | null;
}

export type PledgeState = "drafting" | "in-comment" | "adopted" | "signing" | "signed";

export const stateNames: Readonly<Record<PledgeState, string>> = {
  drafting: "Đang soạn dự thảo",
  "in-comment": "Đang lấy ý kiến",
  adopted: "Đã thông qua kế hoạch",
  signing: "Đang ký giao ước",
  signed: "Đã ký đủ, đã phát hành",
};

export const pledgeStates = Object.keys(stateNames) as readonly PledgeState[];

export const isPledgeState = (text: string): text is PledgeState => text in stateNames;

export type SentState = "sent" | "returned" | "accepted";

export const sentNames: Readonly<Record<SentState, string>> = {
  sent: "Đã gửi, chờ tiếp nhận",
  returned: "Bị trả lại",
  accepted: "Đã tiếp nhận",
};

export type Channel = "online" | "paper" | "mail" | "messenger";

export const channelNames: Readonly<Record<Channel, string>> = {
  online: "Gửi trên hệ thống",
  paper: "Bản giấy",
  mail: "Thư điện tử",
  messenger: "Tin nhắn",
};

export type PledgeEvent =
  | { readonly kind: "opened-for-comments"; readonly at: Instant }
  | Adoption
  | { readonly kind: "opened-for-signing"; readonly at: Instant }
  | { readonly kind: "text-changed"; readonly at: Instant; readonly remarks: string }
  | { readonly kind: "sealed"; readonly at: Instant; readonly scan: KeptPaper }
  | Sending
  | { readonly kind: "returned"; readonly at: Instant; readonly remarks: string }
  | { readonly kind: "accepted"; readonly at: Instant; readonly remarks: string | null };

/** Adoption by show of hands (biểu quyết giơ tay). */
export interface Adoption {
  readonly kind: "adopted";
  readonly at: Instant;
  readonly onDay: Day;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly remarks: string | null;
}

export interface Sending {
  readonly kind: "sent";
  readonly at: Instant;
  readonly late: boolean;
  readonly lateReason: string | null;
  readonly channel: Channel;
  readonly onDay: Day | null;
  readonly tally: readonly TallyLine[];
  readonly planVersion: number | null;
  readonly remarks: string | null;
  readonly scan: KeptPaper | null;
}

/** A file kept by its hash, under the name it came with. */
export interface KeptPaper {
  readonly file: string;
  readonly fileName: string;
}

/** One figure of what the members have registered, as it stood when it was sent. */
export interface TallyLine {
  readonly label: string;
  readonly value: number | null;
  readonly measure: string;
}

const leadsTo: Partial<Record<PledgeEvent["kind"], PledgeState>> = {
  "opened-for-comments": "in-comment",
  adopted: "adopted",
  "opened-for-signing": "signing",
  "text-changed": "signing",
  sealed: "signed",
};

/** Folds what happened into where the pledge stands. */
export const stateOf = (events: readonly Pick<PledgeEvent, "kind">[]): PledgeState =>
  events.reduce<PledgeState>((state, { kind }) => leadsTo[kind] ?? state, "drafting");

/** The same for what goes to the standing body. */
export const sentStateOf = (events: readonly Pick<PledgeEvent, "kind">[]): SentState | null =>
  events.reduce<SentState | null>(
    (state, { kind }) => (kind === "sent" || kind === "returned" || kind === "accepted" ? kind : state),
    null,
  );

/** The plan may still change until it is adopted. */
export const planIsOpen = (state: PledgeState): boolean => state === "drafting" || state === "in-comment";

/** Common text and commitments are written until the whole is sealed; once signing began every change has a price. */
export const textIsOpen = (state: PledgeState): boolean => state !== "signed";

/** Somebody else, or another window, has changed the thing since the page was drawn. */
export const refuseStale = (version: number, seen: number): Refusal | null =>
  version === seen
    ? null
    : movedOn(
        "stale",
        "Nội dung đã được thay đổi ở cửa sổ khác sau khi Ông/Bà mở trang này. Phần vừa nhập vẫn còn dưới đây; hãy xem lại nội dung mới rồi gửi lại.",
      );

/** Members are asked once there is something to read. */
export function decideOpening(pledge: Pledge, sections: number, at: Instant): PledgeEvent | Refusal {
  if (pledge.state !== "drafting")
    return movedOn("already-open", `Dự thảo đang ở bước “${stateNames[pledge.state]}”.`);
  if (sections === 0)
    return refuse("no-plan", "Chưa có dự thảo kế hoạch. Hãy soạn hoặc đọc từ tệp trước khi lấy ý kiến.");
  return { kind: "opened-for-comments", at };
}

export interface Hands {
  readonly onDay: Day;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly remarks: string | null;
}

/** What an adoption is judged by: every comment answered, and no more hands than came. */
export interface AdoptionFacts {
  readonly version: number;
  readonly today: Day;
  readonly unanswered: number;
  /** Units present or represented at the conference. */
  readonly attending: number;
}

/** The conference adopts the plan by a majority of the units that came. */
export function decideAdoption(
  pledge: Pledge,
  facts: AdoptionFacts,
  hands: Hands,
  at: Instant,
): Adoption | Refusal {
  if (pledge.state !== "in-comment")
    return movedOn(
      "not-in-comment",
      `Kế hoạch đang ở bước “${stateNames[pledge.state]}” nên không thông qua được.`,
    );
  const stale = refuseStale(pledge.version, facts.version);
  if (stale) return stale;
  if (facts.unanswered > 0)
    return refuse("comments-unanswered", `Còn ${facts.unanswered} ý kiến góp ý chưa được trả lời.`);
  if (hands.onDay > facts.today)
    return refuse("day-to-come", `Ngày ${writeDay(hands.onDay)} chưa đến.`, { field: "onDay" });
  if (pledge.conference.heldOn !== null && hands.onDay < pledge.conference.heldOn)
    return refuse("before-the-conference", "Ngày thông qua không thể trước ngày họp hội nghị.", {
      field: "onDay",
    });
  if (facts.attending === 0)
    return refuse(
      "nobody-attended",
      "Chưa ghi thành phần dự hội nghị. Hãy điểm danh các đơn vị trước khi thông qua.",
    );
  const counted = hands.inFavour + hands.against + hands.abstained;
  if (counted > facts.attending)
    return refuse(
      "more-hands-than-units",
      `Tổng số biểu quyết là ${counted}, nhiều hơn số đơn vị dự (${facts.attending}).`,
      { field: "inFavour" },
    );
  if (hands.inFavour * 2 <= facts.attending)
    return refuse(
      "no-majority",
      `Phải quá nửa số đơn vị dự (${facts.attending}) tán thành thì kế hoạch mới được thông qua.`,
      {
        field: "inFavour",
      },
    );
  return { kind: "adopted", at, ...hands };
}

/** What a sending is judged by. */
export interface SendingFacts {
  readonly deadline: Deadline | null;
  readonly today: Day;
  readonly planVersion: number | null;
  readonly tally: readonly TallyLine[];
}

export interface Arrival {
  readonly at: Instant;
  readonly channel: Channel;
  /** Day of receipt of what came otherwise than here. */
  readonly receivedOn: Day | null;
  readonly lateReason: string;
  readonly remarks: string | null;
  readonly scan: KeptPaper | null;
}

/** The cluster sends its adopted plan and the tally by its deadline; what is late has a reason. */
export function decideSending(pledge: Pledge, facts: SendingFacts, arrival: Arrival): Sending | Refusal {
  if (pledge.receiver === null)
    return refuse("no-receiver", "Cụm chưa ghi cơ quan thành lập nên chưa có nơi nhận.");
  if (pledge.sentState === "sent" || pledge.sentState === "accepted")
    return movedOn("already-sent", `Kế hoạch của cụm đang ở trạng thái “${sentNames[pledge.sentState]}”.`);
  if (arrival.channel === "online" && planIsOpen(pledge.state))
    return refuse("not-adopted", "Kế hoạch của cụm phải được hội nghị thông qua trước khi gửi.");
  if (arrival.receivedOn !== null && arrival.receivedOn > facts.today)
    return refuse("received-in-the-future", `Ngày nhận ${writeDay(arrival.receivedOn)} chưa đến.`, {
      field: "receivedOn",
    });
  const arrivedAt = arrival.receivedOn === null ? arrival.at : startOf(arrival.receivedOn);
  const late = lateAgain(pledge) ?? (facts.deadline !== null && isLate(facts.deadline, arrivedAt));
  const lateReason = tidy(arrival.lateReason);
  if (late && !lateReason)
    return refuse("late-without-reason", "Kế hoạch này gửi sau hạn: hãy ghi lý do gửi muộn.", {
      field: "lateReason",
    });
  return {
    kind: "sent",
    at: arrival.at,
    late,
    lateReason: late ? lateReason : null,
    channel: arrival.channel,
    onDay: arrival.receivedOn,
    tally: facts.tally,
    planVersion: facts.planVersion,
    remarks: arrival.remarks,
    scan: arrival.scan,
  };
}

/** What was returned for mending keeps its first arrival. */
const lateAgain = (pledge: Pledge): boolean | null => (pledge.sentState === "returned" ? pledge.late : null);

export function decideReturn(
  pledge: Pledge,
  version: number,
  reason: string,
  at: Instant,
): PledgeEvent | Refusal {
  const standing = receivable(pledge, version, ["sent", "accepted"]);
  if (standing) return standing;
  const words = tidy(reason);
  if (!words)
    return refuse("no-reason", "Hãy ghi lý do trả lại để cụm biết phải sửa gì.", { field: "reason" });
  return { kind: "returned", at, remarks: words };
}

export function decideAcceptance(
  pledge: Pledge,
  version: number,
  remarks: string | null,
  at: Instant,
): PledgeEvent | Refusal {
  return receivable(pledge, version, ["sent"]) ?? { kind: "accepted", at, remarks };
}

function receivable(pledge: Pledge, version: number, states: readonly SentState[]): Refusal | null {
  if (pledge.sentState === null || !states.includes(pledge.sentState))
    return movedOn(
      "not-sent",
      "Kế hoạch của cụm không ở trạng thái chờ tiếp nhận nên không làm được việc này.",
    );
  return refuseStale(pledge.version, version);
}
