import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { writeDay } from "../platform/day.ts";
import { findFile } from "../platform/files.store.ts";
import { stagedFile } from "../platform/files.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import type { LineChain } from "./chain.ts";
import { savePaper } from "./paper.store.ts";
import { beginFor, loadSeen, submissionFactsOf } from "./registration.acts.ts";
import { mayAttachPaper, mayManage } from "./registration.may.ts";
import { findRegistrationOf, loadRegistration, saveRegistrationEvent } from "./registration.store.ts";
import { type Channel, countedArrival, decideSubmission, refuseReceipt } from "./registration.ts";

interface PaperInput {
  readonly number: string;
  readonly day: Day;
  /** Token of the staged scan. */
  readonly file: string;
  readonly chain: LineChain | null;
}

/** The signed and sealed list is attached as a scan with its number and day. */
export const attachPaper = act({
  name: "registration.attach-paper",
  async run(work, input: PaperInput & { registrationId: number }): Promise<number | Refusal> {
    const registration = await loadSeen(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const allowed = mayAttachPaper(work.actor, registration);
    if (isRefusal(allowed)) return allowed;
    const attached = await attach(work, registration.id, input);
    return isRefusal(attached) ? attached : registration.id;
  },
});

const scanTypes: ReadonlySet<string> = new Set(["application/pdf", "image/jpeg", "image/png", "image/tiff"]);

async function attach(work: Work, registration: number, paper: PaperInput): Promise<true | Refusal> {
  const number = tidy(paper.number);
  if (!number) return refuse("no-number", "Hãy nhập số, ký hiệu của bản đã ký.", { field: "number" });
  if (paper.day > work.day)
    return refuse("signed-in-the-future", `Ngày văn bản ${writeDay(paper.day)} chưa đến.`, { field: "day" });
  const staged = await stagedFile(work.tx, work.actor.account ?? "system", paper.file, work.at);
  if (!staged)
    return refuse("no-scan", "Chưa có tệp bản ký, hoặc tệp đã quá 24 giờ; hãy chọn lại tệp.", {
      field: "scan",
    });
  const kept = await findFile(work.tx, staged.hash);
  if (!kept || !scanTypes.has(kept.mediaType))
    return refuse(
      "not-a-scan",
      `Tệp “${staged.name}” không phải PDF hay ảnh; hãy chọn bản quét đã ký, đóng dấu.`,
      {
        field: "scan",
      },
    );
  const scan = { chain: paper.chain, number, day: paper.day, file: staged.hash, fileName: staged.name };
  await savePaper(work.tx, registration, scan, work.actor, work.at);
  work.record("registration.paper-attached", registration, { number, day: paper.day, file: staged.hash });
  return true;
}

interface ReceiptInput {
  readonly movementId: number;
  readonly unitId: number;
  readonly channel: Exclude<Channel, "online">;
  readonly receivedOn: Day;
  readonly lateReason: string;
  readonly remarks: string | null;
  readonly paper: PaperInput | null;
}

/**
 * The standing officer enters what came on paper, by mail or by messenger; its day of receipt decides
 * whether it is late. The lines are copied afterwards.
 */
export const enterPaperRegistration = act({
  name: "registration.enter-paper",
  async run(work, input: ReceiptInput): Promise<number | Refusal> {
    const future = refuseReceipt(input.receivedOn, work.day);
    if (future) return future;
    const before = await findRegistrationOf(work.tx, input.movementId, input.unitId, work.day);
    const id = before?.id ?? (await beginFor(work, input.movementId, input.unitId));
    if (isRefusal(id)) return id;
    const registration = (await loadRegistration(work.tx, id, work.day))!;
    const allowed = mayManage(work.actor, registration);
    if (isRefusal(allowed)) return allowed;
    const facts = await submissionFactsOf(work, registration);
    const counted = { ...facts, version: registration.version, listed: 1 };
    const event = decideSubmission(registration, counted, {
      at: work.at,
      channel: input.channel,
      receivedOn: input.receivedOn,
      lateReason: input.lateReason,
      remarks: input.remarks,
    });
    if (isRefusal(event)) return event;
    await saveRegistrationEvent(work.tx, registration, event, work.actor);
    const attached = input.paper ? await attach(work, id, input.paper) : true;
    if (isRefusal(attached)) return attached;
    const arrived = countedArrival(work.at, input.receivedOn).toISOString();
    work.record("registration.received", id, { channel: input.channel, arrived, late: event.late });
    return id;
  },
});
