import { type Day, type Validity, writeDay, yearOf } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { type Awards, awardsFor } from "./award.ts";
import {
  type CollectiveFact,
  type Fact,
  identityOf,
  kindsFor,
  type NewFact,
  type SubjectKind,
  valueKeys,
  wordingOf,
} from "./fact.ts";

/** Whose record is written, as far as a fact can contradict it. */
export interface SubjectTraits {
  readonly kind: SubjectKind;
  readonly name: string;
  readonly birthYear: number | null;
  /** When the unit exists, its forerunners counted in; open for a person. */
  readonly validity: Validity;
}

/** What a fact is held against: the day of writing, the catalogue, and what stands already. */
interface Held {
  readonly subject: SubjectTraits;
  readonly awards: Awards;
  readonly standing: readonly Fact[];
  readonly day: Day;
}

const YOUNGEST = 15;

/** A fact is added when it is possible in itself and nothing standing says the same or the contrary. */
export function decideFact(fact: NewFact, held: Held): NewFact | Refusal {
  const sound = decideValues(fact, held);
  if (isRefusal(sound)) return sound;
  const twin = held.standing.find((other) => identityOf(other) === identityOf(sound));
  if (twin === undefined) return sound;
  return wordingOf(twin) === wordingOf(sound)
    ? movedOn("fact-already-there", "Nội dung này đã có trong hồ sơ.")
    : refuse("fact-contradicts", "Hồ sơ đã có nội dung khác cho mục này; hãy sửa dòng đã có.", {
        field: "year",
      });
}

/** A correction replaces one standing fact and says why; it may not run into another. */
export function decideCorrection(old: Fact, fact: NewFact, reason: string, held: Held): NewFact | Refusal {
  if (old.withdrawn) return alreadyWithdrawn();
  if (!tidy(reason)) return refuse("no-reason", "Hãy ghi lý do sửa.", { field: "reason" });
  const others = held.standing.filter((other) => other.id !== old.id || other.kind !== old.kind);
  const sound = decideFact(fact, { ...held, standing: others });
  if (isRefusal(sound)) return sound;
  if (wordingOf(sound) === wordingOf(old))
    return refuse("nothing-changed", "Chưa có gì thay đổi so với dòng đang ghi.");
  return sound;
}

export function decideWithdrawal(old: Fact, reason: string): string | Refusal {
  if (old.withdrawn) return alreadyWithdrawn();
  return tidy(reason) || refuse("no-reason", "Hãy ghi lý do rút.", { field: "reason" });
}

const alreadyWithdrawn = (): Refusal =>
  movedOn("already-withdrawn", "Dòng này đã được rút khỏi hồ sơ trước đó.");

/** An award once given is taken back by another decision, which the record names. */
export function decideRevocation(old: Fact, on: Day, by: string, today: Day): NewFact | Refusal {
  if (old.kind !== "honour" || old.withdrawn)
    return refuse("not-an-award", "Chỉ danh hiệu, hình thức khen thưởng đang ghi mới có quyết định hủy bỏ.");
  if (old.revokedOn !== null)
    return movedOn("already-revoked", `Đã có quyết định hủy bỏ ngày ${writeDay(old.revokedOn)}.`);
  if (on > today) return refuse("day-to-come", "Ngày quyết định chưa tới.", { field: "revokedOn" });
  if (old.paperDay !== null && on < old.paperDay)
    return refuse("revoked-before-given", "Ngày hủy bỏ trước ngày quyết định khen thưởng.", {
      field: "revokedOn",
    });
  return { ...old, revokedOn: on, revokedBy: by };
}

/** The fact as it will be written, or why it cannot be true. */
export function decideValues(
  fact: NewFact,
  { subject, awards, day }: Omit<Held, "standing">,
): NewFact | Refusal {
  if (!kindsFor(subject.kind).includes(fact.kind))
    return refuse("not-for-this-subject", "Loại nội dung này không dùng cho đối tượng này.");
  const year = decideYear(fact, subject, day);
  if (year) return year;
  if (fact.paperDay !== null && fact.paperDay > day)
    return refuse("day-to-come", "Ngày văn bản chưa tới.", { field: "paperDay" });
  const fault = faultOf(fact, subject, awards, day);
  if (fault) return fault;
  return fact.kind === "initiative"
    ? { ...fact, title: tidy(fact.title), usedFor: [...new Set(fact.usedFor)].sort() }
    : fact;
}

function decideYear({ year }: NewFact, subject: SubjectTraits, day: Day): Refusal | null {
  if (!Number.isInteger(year) || year < 1945)
    return refuse("implausible-year", "Hãy nhập năm từ 1945 đến nay.", { field: "year" });
  if (year > yearOf(day)) return refuse("year-to-come", `Năm ${year} chưa tới.`, { field: "year" });
  if (subject.birthYear !== null && year < subject.birthYear + YOUNGEST)
    return refuse("too-young", `${subject.name} sinh năm ${subject.birthYear}; năm ${year} không hợp lý.`, {
      field: "year",
    });
  const { from, to } = subject.validity;
  if (from !== null && year < yearOf(from))
    return refuse("unit-not-yet", `${subject.name} chỉ có từ ngày ${writeDay(from)}.`, { field: "year" });
  if (to !== null && year > yearOf(to))
    return refuse("unit-ended", `${subject.name} đã kết thúc từ ngày ${writeDay(to)}.`, { field: "year" });
  return null;
}

function faultOf(fact: NewFact, subject: SubjectTraits, awards: Awards, day: Day): Refusal | null {
  switch (fact.kind) {
    case "honour":
      if (!awardsFor(awards, subject.kind).some((award) => award.code === fact.code))
        return refuse("unknown-award", "Hãy chọn danh hiệu hoặc hình thức dành cho đối tượng này.", {
          field: "code",
        });
      return fact.fromYear !== null && fact.fromYear > fact.year
        ? refuse("period-turned-round", "Năm đầu của giai đoạn phải trước năm cuối.", { field: "fromYear" })
        : null;
    case "initiative":
      return tidy(fact.title)
        ? null
        : refuse("no-title", "Hãy nhập tên sáng kiến, đề tài.", { field: "title" });
    case "discipline":
      return spanFault(fact.fromDay, fact.toDay, "toDay", day);
    case "pending":
      return spanFault(fact.since, fact.endedOn, "endedOn", day) ?? clearedFault(fact.endedOn, fact.cleared);
    case "absence":
      return fact.days >= 1 && fact.days <= 366
        ? null
        : refuse("implausible-days", "Số ngày nghỉ trong năm từ 1 đến 366.", { field: "days" });
    case "service":
      return fact.fromDay > day ? refuse("day-to-come", "Ngày này chưa tới.", { field: "fromDay" }) : null;
    case "collective":
      return compositionFault(fact);
    default:
      return null;
  }
}

function spanFault(from: Day, to: Day | null, field: string, day: Day): Refusal | null {
  if (from > day) return refuse("day-to-come", "Ngày bắt đầu chưa tới.");
  if (to !== null && to <= from && field === "toDay")
    return refuse("ends-before-it-begins", "Ngày hết hiệu lực phải sau ngày bắt đầu.", { field });
  if (to !== null && to < from)
    return refuse("ends-before-it-begins", "Ngày kết thúc trước ngày bắt đầu.", { field });
  return null;
}

const clearedFault = (endedOn: Day | null, cleared: boolean | null): Refusal | null =>
  (endedOn === null) === (cleared === null)
    ? null
    : refuse(
        "ending-half-said",
        "Vụ việc đã kết thúc cần cả ngày và kết luận; chưa kết thúc thì để trống cả hai.",
        {
          field: "endedOn",
        },
      );

function compositionFault(fact: CollectiveFact): Refusal | null {
  const { completed, advancedWorkers, grassrootsFighters, warnedOrWorse, women } = fact;
  const parts = [completed, advancedWorkers, grassrootsFighters, warnedOrWorse, women].filter(
    (part) => part !== null,
  );
  if (fact.total !== null && parts.some((part) => part > fact.total!))
    return refuse("part-larger-than-whole", "Tổng số người nhỏ hơn một con số thành phần.", {
      field: "total",
    });
  const told = valueKeys.collective.filter((key) => key !== "year").map((key) => fact[key]);
  return told.every((value) => value === null)
    ? refuse("nothing-said", "Hãy nhập ít nhất một mục.", { field: "total" })
    : null;
}
