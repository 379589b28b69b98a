import type { Code } from "../law/codes.ts";
import { act, type Work } from "../platform/act.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { collectivesOf, findPersonCandidate } from "./candidate.store.ts";
import { routeOf } from "./chain.ts";
import {
  dropLine,
  findLine,
  isGathered,
  linesOf,
  saveLine,
  saveLineState,
  saveNewLine,
} from "./line.store.ts";
import { type Candidate, decideLine, decideProposal, type Line, type NewLine } from "./line.ts";
import { findRegisteringUnit } from "./registering.store.ts";
import { loadSeen } from "./registration.acts.ts";
import { isBeingCopied, mayPropose, mayWrite, type SeenRegistration } from "./registration.may.ts";
import { touchRegistration, unitEndOf } from "./registration.store.ts";
import { isOpen, refuseEnded, stateNames } from "./registration.ts";
import { existsInYear, titleAsked } from "./title.ts";

/** Who a line is for, as the form names it. */
export type SubjectAsked =
  | { readonly kind: "individual"; readonly person: number }
  | { readonly kind: "collective"; readonly unit: number }
  | { readonly kind: "household"; readonly name: string };

export interface LineInput {
  readonly registrationId: number;
  readonly title: Code;
  readonly subject: SubjectAsked;
  readonly commitment: string | null;
}

/** Loads a registration for somebody who may write in it now. */
export async function loadForWriting(work: Work, id: number): Promise<SeenRegistration | Refusal> {
  const registration = await loadSeen(work, id);
  if (isRefusal(registration)) return registration;
  const allowed = mayWrite(work.actor, registration);
  if (isRefusal(allowed)) return allowed;
  return refuseClosed(work, registration);
}

async function refuseClosed(work: Work, registration: SeenRegistration): Promise<SeenRegistration | Refusal> {
  if (!isOpen(registration.state) && !isBeingCopied(registration))
    return movedOn(
      "not-open",
      `Đăng ký đang ở trạng thái “${stateNames[registration.state]}” nên không sửa được; hãy rút lại hoặc đề nghị Thường trực trả lại.`,
    );
  const ended = refuseEnded(registration.unitName, await unitEndOf(work.tx, registration.unit, work.day));
  return ended ?? registration;
}

/** The unit's officer adds a line to the list. */
export const addLine = act({
  name: "registration-line.add",
  async run(work, input: LineInput): Promise<number | Refusal> {
    const registration = await loadForWriting(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const line = await lineFor(work, registration, input, null);
    if (isRefusal(line)) return line;
    const id = await saveNewLine(
      work.tx,
      registration,
      line,
      { state: "listed", proposedBy: null, gatheredFrom: null },
      work.at,
    );
    await touchRegistration(work.tx, registration.id, work.at);
    work.record("registration.line-added", registration.id, { line: id, title: line.title });
    return id;
  },
});

/** A person of the unit enters a line for themselves; it waits for the unit's officer. */
export const proposeLine = act({
  name: "registration-line.propose",
  async run(work, input: { registrationId: number; title: Code; commitment: string | null }) {
    const registration = await loadSeen(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const allowed = mayPropose(work.actor, registration);
    if (isRefusal(allowed)) return allowed;
    const open = await refuseClosed(work, registration);
    if (isRefusal(open)) return open;
    const person = work.actor.person!;
    const line = await lineFor(
      work,
      registration,
      { ...input, subject: { kind: "individual", person } },
      null,
    );
    if (isRefusal(line)) return line;
    const standing = { state: "proposed", proposedBy: person, gatheredFrom: null } as const;
    const id = await saveNewLine(work.tx, registration, line, standing, work.at);
    work.record("registration.line-proposed", registration.id, { line: id, title: line.title });
    return id;
  },
});

/** The unit's officer takes a proposed line into the list, or declines it with a reason. */
export const answerProposal = act({
  name: "registration-line.answer",
  async run(
    work,
    input: { registrationId: number; lineId: number; verdict: "listed" | "declined"; answer: string },
  ): Promise<number | Refusal> {
    const registration = await loadForWriting(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const line = await findLine(work.tx, registration.id, input.lineId, work.day);
    if (!line) return lineGone();
    const decided = decideProposal(line, input.verdict, input.answer);
    if (isRefusal(decided)) return decided;
    await saveLineState(work.tx, line.id, decided, work.at);
    await touchRegistration(work.tx, registration.id, work.at);
    work.record("registration.line-answered", registration.id, { line: line.id, verdict: input.verdict });
    return line.id;
  },
});

/** Changes a line of one's own list; a gathered one is changed where it was written. */
export const changeLine = act({
  name: "registration-line.change",
  async run(work, input: LineInput & { lineId: number; version: number }): Promise<number | Refusal> {
    const registration = await loadForWriting(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const line = await findLine(work.tx, registration.id, input.lineId, work.day);
    if (!line) return lineGone();
    if (line.gatheredFrom)
      return refuse(
        "line-was-gathered",
        `Dòng này do ${line.gatheredFrom.unitName} đăng ký; hãy trả lại để đơn vị đó sửa, hoặc bỏ khỏi danh sách.`,
      );
    const changed = await lineFor(work, registration, input, line);
    if (isRefusal(changed)) return changed;
    if (!(await saveLine(work.tx, line, changed, input.version, work.at))) return lineMoved();
    await touchRegistration(work.tx, registration.id, work.at);
    work.record("registration.line-changed", registration.id, { line: line.id, title: changed.title });
    return line.id;
  },
});

/** Takes a line off the list; what a registration above has gathered stays until that one drops it. */
export const removeLine = act({
  name: "registration-line.remove",
  async run(work, input: { registrationId: number; lineId: number; version: number }) {
    const registration = await loadForWriting(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const line = await findLine(work.tx, registration.id, input.lineId, work.day);
    if (!line) return lineGone();
    if (line.version !== input.version) return lineMoved();
    if (await isGathered(work.tx, line.id))
      return refuse(
        "line-is-gathered",
        "Dòng này đã được đơn vị cấp trên tổng hợp; đề nghị cấp trên bỏ khỏi danh sách của mình trước.",
      );
    await dropLine(work.tx, line.id);
    await touchRegistration(work.tx, registration.id, work.at);
    work.record("registration.line-removed", registration.id, { line: line.id, title: line.title });
    return registration.id;
  },
});

/** Decides a line from what the form asks: looks up its subject, its chain and the lines beside it. */
export async function lineFor(
  work: Work,
  registration: SeenRegistration,
  input: Omit<LineInput, "registrationId">,
  instead: Line | null,
): Promise<NewLine | Refusal> {
  const unit = await findRegisteringUnit(work.tx, registration.unit, work.day);
  const candidate = await candidateFor(work, registration, input.subject);
  if (isRefusal(candidate)) return candidate;
  if (!existsInYear(input.title, registration.year))
    return refuse(
      "no-such-title-then",
      `Pháp luật về thi đua, khen thưởng áp dụng cho năm ${registration.year} không có danh hiệu, hình thức này.`,
      { field: "title" },
    );
  const route = routeOf(input.title, unit!, registration.year);
  if (isRefusal(route)) return route;
  const others = (await linesOf(work.tx, registration.id, work.day)).filter(
    (line) => line.id !== instead?.id,
  );
  return decideLine(
    { title: titleAsked(input.title, route.chain), candidate, commitment: input.commitment },
    unit!,
    registration.year,
    others,
  );
}

async function candidateFor(
  work: Work,
  registration: SeenRegistration,
  asked: SubjectAsked,
): Promise<Candidate | Refusal> {
  if (asked.kind === "household") return { subject: { kind: "household", name: asked.name }, belongs: true };
  const found =
    asked.kind === "individual"
      ? await findPersonCandidate(work.tx, asked.person, registration, work.day)
      : (await collectivesOf(work.tx, registration, work.day)).find(
          ({ subject }) => subject.kind === "collective" && subject.unit === asked.unit,
        );
  // Somebody of another unit is not named: that would tell who works where.
  return found?.belongs
    ? found
    : refuse(
        "no-such-subject",
        "Không tìm thấy người hoặc tập thể này trong đơn vị; hãy chọn từ danh sách.",
        {
          field: "subject",
        },
      );
}

const lineGone = (): Refusal =>
  movedOn("line-gone", "Dòng này không còn trong đăng ký; có thể đã bị bỏ ở cửa sổ khác.");

const lineMoved = (): Refusal =>
  movedOn(
    "stale",
    "Dòng này đã được sửa ở cửa sổ khác. Phần vừa nhập vẫn còn dưới đây; hãy xem lại rồi lưu.",
  );
