import { actsWithin, holdsPost, standsIn } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { all, any, isRefusal, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";
import { isSent, type SheetState } from "./sheet.ts";

type Right = Permit | Refusal;

/** A cluster's year with what rights on it are decided by. */
export interface SeenYear {
  readonly cluster: number;
  readonly founder: number;
  /** Units whose standing officers act for the founder (đơn vị thường trực). */
  readonly servedBy: readonly number[];
  /** The founder and all above it. */
  readonly above: readonly number[];
  readonly published: boolean;
  /** Members of the roster; whose own sheet stands sent. */
  readonly members: readonly { readonly unit: number; readonly sent: boolean }[];
  /** Ministry units in whose professional field some criterion lies. */
  readonly fieldUnits: readonly number[];
}

/** A sheet, as far as rights ask about it. */
export interface SeenScore {
  readonly unit: number;
  readonly state: SheetState;
}

/** Who writes a unit's sheet and answers for it. */
export const writesFor = (actor: Actor, unit: number): Right =>
  any(
    holdsPost(actor, "unit-head", unit),
    holdsPost(actor, "unit-officer", unit),
    mayNot("lacks-post", "Việc này dành cho người đứng đầu hoặc cán bộ đầu mối thi đua của đơn vị."),
  );

const answersFor = (actor: Actor, unit: number): Right =>
  any(holdsPost(actor, "unit-deputy", unit), writesFor(actor, unit));

/** The founder's standing officers: they open the year, verify, publish. */
export const maySteer = (
  actor: Actor,
  { founder, servedBy }: Pick<SeenYear, "founder" | "servedBy">,
): Right =>
  any(
    holdsPost(actor, "unit-head", founder),
    ...servedBy.map((unit) => holdsPost(actor, "standing-officer", unit)),
    mayNot("lacks-post", "Việc này dành cho Thường trực thi đua, khen thưởng của cơ quan lập cụm."),
  );

/** The cluster's head and deputies of the year. */
export const leadsCluster = (actor: Actor, { cluster }: Pick<SeenYear, "cluster">): Right =>
  any(holdsPost(actor, "cluster-head", cluster), holdsPost(actor, "cluster-deputy", cluster));

const oversees = (actor: Actor, year: SeenYear): Right =>
  any(
    maySteer(actor, year),
    holdsPost(actor, "unit-deputy", year.founder),
    actsWithin(actor, "inspector", year.above),
  );

/** The year itself: its days, its members, who has sent. Never a score. */
export const maySeeYear = (actor: Actor, year: SeenYear): Right =>
  any(
    oversees(actor, year),
    leadsCluster(actor, year),
    ...year.members.map(({ unit }) => answersFor(actor, unit)),
    ...year.fieldUnits.map((unit) => answersFor(actor, unit)),
  );

/**
 * Nobody sees another's score before their own unit's stands sent, in whatever post: who stands in a member
 * unit that has not sent, or whose sheet was returned, sees none but its own.
 */
export const isBarred = (actor: Actor, year: SeenYear): boolean => barringUnits(actor, year).length > 0;

/** The members this person stands in that have not sent: until they do, others' scores stay closed to them. */
export const barringUnits = (actor: Actor, year: Pick<SeenYear, "published" | "members">): number[] =>
  year.published
    ? []
    : year.members
        .filter(({ unit, sent }) => !sent && !isRefusal(standsIn(actor, unit)))
        .map(({ unit }) => unit);

const isUnbarred = (actor: Actor, year: SeenYear): Right =>
  isBarred(actor, year)
    ? mayNot("own-not-sent", "Điểm của đơn vị khác chỉ xem được sau khi đơn vị mình gửi phiếu tự chấm.")
    : permit("own is sent");

/** The scores of a sheet by its own unit. The same reach in SQL is `score-reach.store.ts`. */
export const maySeeScores = (actor: Actor, year: SeenYear, sheet: SeenScore): Right =>
  any(
    answersFor(actor, sheet.unit),
    all(
      isSent(sheet.state) ? permit("sent") : mayNot("not-sent", "Phiếu này chưa được gửi."),
      isUnbarred(actor, year),
      any(
        oversees(actor, year),
        leadsCluster(actor, year),
        ...year.members.map(({ unit }) => answersFor(actor, unit)),
      ),
    ),
  );

/** Verified scores: the standing body's while it works, the unit's own once done, everybody's once published. */
export const maySeeVerified = (actor: Actor, year: SeenYear, sheet: SeenScore): Right =>
  any(
    all(isUnbarred(actor, year), oversees(actor, year)),
    all(
      sheet.state === "verified"
        ? permit("verified")
        : mayNot("not-verified", "Phiếu này chưa thẩm định xong."),
      answersFor(actor, sheet.unit),
    ),
    all(
      year.published ? permit("published") : mayNot("not-published", "Kết quả chưa công bố."),
      maySeeYear(actor, year),
    ),
  );

/** Ranks and grades stand in nobody's sight before they are published, but for those who make them. */
export const maySeeResults = (actor: Actor, year: SeenYear): Right =>
  any(
    all(
      year.published ? permit("published") : mayNot("not-published", "Kết quả chưa công bố."),
      maySeeYear(actor, year),
    ),
    all(isUnbarred(actor, year), oversees(actor, year)),
  );

/** Verify, return, enter what came on paper. */
export const mayVerify = (actor: Actor, year: SeenYear): Right =>
  all(maySteer(actor, year), isUnbarred(actor, year));

/** Typing a paper shows its scores: who stands in a member that has not sent types only that member's own. */
export const mayEnterPaper = (actor: Actor, year: SeenYear, unit: number): Right =>
  isRefusal(standsIn(actor, unit)) ? mayVerify(actor, year) : maySteer(actor, year);

/** Members give an opinion on others' sheets once their own stands sent. */
export const mayOpine = (actor: Actor, year: SeenYear, sheet: SeenScore): Right => {
  if (!isRefusal(answersFor(actor, sheet.unit)))
    return mayNot("own-sheet", "Đơn vị không cho ý kiến về phiếu của chính mình.");
  return all(
    isSent(sheet.state) ? permit("sent") : mayNot("not-sent", "Phiếu này chưa được gửi."),
    isUnbarred(actor, year),
    any(
      ...year.members.map(({ unit }) => writesFor(actor, unit)),
      mayNot("lacks-post", "Ý kiến do đơn vị thành viên của cụm nêu."),
    ),
  );
};

/** A ministry unit sees and judges of a sent sheet only what lies in its own professional field. */
export const mayOpineOnField = (actor: Actor, year: SeenYear, sheet: SeenScore, fieldUnit: number): Right =>
  all(
    isSent(sheet.state) ? permit("sent") : mayNot("not-sent", "Phiếu này chưa được gửi."),
    isUnbarred(actor, year),
    writesFor(actor, fieldUnit),
  );
