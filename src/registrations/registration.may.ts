import { actsWithin, holdsPost, isSelf, standsIn } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { all, any, isRefusal, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";
import type { Line, Subject } from "./line.ts";
import type { Registration } from "./registration.ts";

/** A registration with what rights on it are decided by. */
export interface SeenRegistration extends Registration {
  /** Units whose standing officers act for the receiver (đơn vị thường trực). */
  readonly servedBy: readonly number[];
  /** The unit and all above it. */
  readonly above: readonly number[];
  /** The unit's clusters of the year. */
  readonly clusters: readonly number[];
  /** The receiver stands in a province's own administration: a Sở that gathers from its rooms. */
  readonly receiverTerritorial: boolean;
}

type Right = Permit | Refusal;

const inOneOf = (units: readonly number[], ask: (unit: number) => Right): Right =>
  any(...units.map(ask), mayNot("lacks-post", "Việc này dành cho Thường trực của nơi nhận đăng ký."));

/** The unit's own people who write and send its registration. */
const writesFor = (actor: Actor, unit: number): Right =>
  any(holdsPost(actor, "unit-head", unit), holdsPost(actor, "unit-officer", unit));

/** A body that receives, and the units without legal personality whose standing officers act for it. */
export type Receiving = Pick<SeenRegistration, "receiver" | "servedBy">;

/** The standing body: its officers and its head take registrations in, return, remind and put deadlines off. */
const standsFor = (actor: Actor, { receiver, servedBy }: Receiving): Right =>
  any(
    holdsPost(actor, "unit-head", receiver),
    inOneOf(servedBy, (body) => holdsPost(actor, "standing-officer", body)),
  );

/** What one may not see is not there: the same reach in SQL is `registration-reach.store.ts`. */
export const maySee = (actor: Actor, registration: SeenRegistration): Right =>
  any(
    standsIn(actor, registration.unit),
    all(hasArrived(registration), maySeeArrived(actor, registration)),
    all(standsWithTheBody(registration), maySeeAsClusterHead(actor, registration)),
  );

const hasArrived = ({ submittedAt }: Registration): Right =>
  submittedAt === null ? mayNot("not-sent", "Đăng ký này chưa được gửi.") : permit("sent");

const standsWithTheBody = ({ state }: Registration): Right =>
  state === "submitted" || state === "accepted"
    ? permit("sent")
    : mayNot("not-sent", "Đăng ký này chưa được gửi.");

const maySeeArrived = (actor: Actor, registration: SeenRegistration): Right =>
  any(
    inOneOf(registration.servedBy, (body) => holdsPost(actor, "standing-officer", body)),
    inOneOf(registration.addressees, (body) => overseesIn(actor, body)),
    actsWithin(actor, "inspector", registration.above),
  );

const overseesIn = (actor: Actor, body: number): Right =>
  any(
    holdsPost(actor, "unit-head", body),
    holdsPost(actor, "unit-deputy", body),
    holdsPost(actor, "standing-officer", body),
  );

/** Units send their cluster one copy (Thông tư 05/2018/TT-BTP, Điều 17). */
const maySeeAsClusterHead = (actor: Actor, registration: SeenRegistration): Right =>
  inOneOf(registration.clusters, (cluster) =>
    any(holdsPost(actor, "cluster-head", cluster), holdsPost(actor, "cluster-deputy", cluster)),
  );

/** Before it is sent, the whole list is the unit's leaders' and officer's; others of the unit see their own lines. */
export const maySeeWholeList = (actor: Actor, registration: SeenRegistration): Right =>
  registration.submittedAt === null
    ? any(holdsPost(actor, "unit-deputy", registration.unit), writesFor(actor, registration.unit))
    : maySee(actor, registration);

/** What of a registration somebody sees: their own lines, or the list as far as it goes to them. */
export const linesSeen = (actor: Actor, registration: SeenRegistration, lines: readonly Line[]): Line[] =>
  lines.filter((line) => !isRefusal(maySeeLine(actor, registration, line)));

/** The receiver of a Sở's registration takes only what goes up the sector's chain; its own people see all. */
const seesBothChains = (actor: Actor, registration: SeenRegistration): boolean =>
  registration.receiverTerritorial ||
  !isRefusal(any(standsIn(actor, registration.unit), actsWithin(actor, "inspector", registration.above)));

export const maySeeLine = (actor: Actor, registration: SeenRegistration, line: Line): Right =>
  any(
    line.subject.kind === "individual"
      ? isSelf(actor, line.subject.person)
      : mayNot("not-oneself", "Dòng này không phải của cá nhân."),
    all(
      maySeeWholeList(actor, registration),
      line.state === "listed" ? permit("listed") : writesFor(actor, registration.unit),
      line.chain === "vertical" || seesBothChains(actor, registration)
        ? permit("goes to them")
        : mayNot("other-chain", "Dòng này trình địa phương."),
    ),
  );

/** The unit writes while it is open; what came on paper is copied by the standing officer who entered it. */
export const mayWrite = (actor: Actor, registration: SeenRegistration): Right =>
  isBeingCopied(registration) ? standsFor(actor, registration) : writesFor(actor, registration.unit);

export const isBeingCopied = ({ state, channel }: Registration): boolean =>
  state === "submitted" && channel !== null && channel !== "online";

/** Everybody of the unit may propose a line for themselves. */
export const mayPropose = (actor: Actor, registration: SeenRegistration): Right =>
  actor.person === null
    ? mayNot("not-a-person", "Chỉ cá nhân mới tự đăng ký được.")
    : standsIn(actor, registration.unit);

export const maySubmit = (actor: Actor, registration: SeenRegistration): Right =>
  writesFor(actor, registration.unit);

export const mayWithdraw = (actor: Actor, registration: SeenRegistration): Right =>
  any(holdsPost(actor, "unit-head", registration.unit), holdsPost(actor, "unit-officer", registration.unit));

/** Accept, return. */
export const mayReceive = (actor: Actor, registration: SeenRegistration): Right =>
  standsFor(actor, registration);

/** The unit attaches its signed list; the standing officer the one that came on paper. */
export const mayAttachPaper = (actor: Actor, registration: SeenRegistration): Right =>
  any(standsFor(actor, registration), writesFor(actor, registration.unit));

/** Over the registrations a body receives: the overview; its officers and head also act. */
export const mayOversee = (actor: Actor, body: Receiving): Right =>
  any(holdsPost(actor, "unit-deputy", body.receiver), standsFor(actor, body));

export const mayManage = (actor: Actor, body: Receiving): Right => standsFor(actor, body);

/** Begin a registration for a unit. */
export const mayStart = (actor: Actor, unit: number): Right => writesFor(actor, unit);

/** The conditions of a line are read by the person, by who writes and leads in the unit, by who receives. */
export const mayReadVerdict = (actor: Actor, registration: SeenRegistration, subject: Subject): Right =>
  any(
    subject.kind === "individual"
      ? isSelf(actor, subject.person)
      : mayNot("not-oneself", "Dòng này không phải của cá nhân."),
    holdsPost(actor, "unit-deputy", registration.unit),
    writesFor(actor, registration.unit),
    overseesIn(actor, registration.receiver),
    standsFor(actor, registration),
    actsWithin(actor, "inspector", registration.above),
  );

/** Why a line is suspended is told only to the standing officers and the head of the unit, and not of oneself. */
export const mayKnowRestricted = (actor: Actor, registration: SeenRegistration, subject: Subject): boolean =>
  !(subject.kind === "individual" && subject.person === actor.person) &&
  !isRefusal(
    any(
      holdsPost(actor, "unit-head", registration.unit),
      inOneOf(registration.servedBy, (body) => holdsPost(actor, "standing-officer", body)),
    ),
  );
