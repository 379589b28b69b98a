import { act } from "../platform/act.ts";
import { isRefusal, movedOn, type Refusal } from "../platform/refusal.ts";
import { loadForWriting } from "./line.acts.ts";
import { touchRegistration } from "./registration.store.ts";
import { dropTarget, saveNewTarget, saveTarget, targetsOf } from "./target.store.ts";
import { decideTarget, type NewTarget } from "./target.ts";

/** The unit commits to a target. */
export const addTarget = act({
  name: "registration-target.add",
  async run(work, input: { registrationId: number; target: NewTarget }): Promise<number | Refusal> {
    const registration = await loadForWriting(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const target = decideTarget(input.target, await targetsOf(work.tx, registration.id));
    if (isRefusal(target)) return target;
    await saveNewTarget(work.tx, registration.id, target, work.at);
    await touchRegistration(work.tx, registration.id, work.at);
    work.record("registration.target-added", registration.id, { ...target });
    return registration.id;
  },
});

/** The unit says a target anew. */
export const changeTarget = act({
  name: "registration-target.change",
  async run(
    work,
    input: { registrationId: number; targetId: number; version: number; target: NewTarget },
  ): Promise<number | Refusal> {
    const registration = await loadForWriting(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const others = (await targetsOf(work.tx, registration.id)).filter(({ id }) => id !== input.targetId);
    const target = decideTarget(input.target, others);
    if (isRefusal(target)) return target;
    const changed = { ...target, id: input.targetId, version: input.version };
    if (!(await saveTarget(work.tx, registration.id, changed, work.at)))
      return movedOn(
        "stale",
        "Chỉ tiêu này đã được sửa hoặc bỏ ở cửa sổ khác. Phần vừa nhập vẫn còn dưới đây.",
      );
    await touchRegistration(work.tx, registration.id, work.at);
    work.record("registration.target-changed", registration.id, { target: input.targetId, ...target });
    return registration.id;
  },
});

/** The unit takes a target back. */
export const removeTarget = act({
  name: "registration-target.remove",
  async run(work, input: { registrationId: number; targetId: number }): Promise<number | Refusal> {
    const registration = await loadForWriting(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    if (!(await dropTarget(work.tx, registration.id, input.targetId)))
      return movedOn("target-gone", "Chỉ tiêu này không còn trong đăng ký.");
    await touchRegistration(work.tx, registration.id, work.at);
    work.record("registration.target-removed", registration.id, { target: input.targetId });
    return registration.id;
  },
});
