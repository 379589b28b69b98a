import { yearOf } from "../platform/day.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  type App,
  actorOf,
  type Context,
  formOf,
  found,
  frameOf,
  idOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  seeOther,
  show,
  statusOf,
} from "../web/http.ts";
import { FinalPage } from "./adopt.view.tsx";
import { adoptPlan, draftByHand } from "./adoption.acts.ts";
import { acceptedItems, blockersOf, isIssuedPaper } from "./adoption.ts";
import { findNumberTaken } from "./document.store.ts";
import { acceptAll, decideItem, dropPlan, readPlan, settleProposed, uploadPlan } from "./import.acts.ts";
import { findImport, importsUnderWay, type PlanImport } from "./import.store.ts";
import { UnreadableView, UploadView, WaitingView } from "./import.view.tsx";
import { launchingBodies } from "./launchers.store.ts";
import { sendFile } from "./looking.pages.ts";
import { AdoptionForm, ByHandForm, SettlementForm, UploadForm } from "./movement.form.ts";
import { hasProved } from "./movement.may.ts";
import type { MovementKind } from "./movement.ts";
import { knownMovements } from "./movement-list.store.ts";
import { movementReachOf } from "./movement-reach.store.ts";
import { nameKey } from "./plan-mentions.ts";
import type { Decision } from "./proposal.ts";
import { proposalsOf, withChoice } from "./proposal.ts";
import { markedLines, type TextView } from "./reading-lines.ts";
import { ReviewView } from "./review.view.tsx";
import { reachedUnits } from "./scope.store.ts";
import { closeForm, keepForm, openForm } from "./typed.pages.ts";

/** Larger files are read by a job while the page waits. */
const READ_AT_ONCE = 400_000;
const MOST_LINES_SHOWN = 3000;

type Status = 200 | 403 | 409 | 422;

/** A launch document comes in, is looked through, and becomes a movement. */
export function importPages(): App {
  const imports = pages();

  imports.get("/phong-trao/nhap", (c) => showUpload(c, emptyForm));
  imports.post("/phong-trao/nhap", async (c) => {
    const form = await read(c, UploadForm);
    if (hasErrors(form)) return showUpload(c, form, 422);
    const { body, file } = form.values;
    if (!file) return showUpload(c, { errors: { file: "Hãy chọn tệp văn bản." }, typed: form.typed }, 422);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await uploadPlan(actorOf(c), { body, file: { name: file.name, bytes } });
    if (isRefusal(outcome)) return showUpload(c, refusedForm(outcome, form.typed), statusOf(outcome));
    if (bytes.length <= READ_AT_ONCE) await readPlan({ ...actorOf(c), key: null }, { importId: outcome });
    return seeOther(c, `/phong-trao/nhap/${outcome}`);
  });

  imports.get("/phong-trao/nhap/:id", async (c) => showImport(c, await ownImport(c), null));

  imports.get("/phong-trao/nhap/:id/tep", async (c) => {
    const plan = await ownImport(c);
    return sendFile(c, { hash: plan.file, name: plan.fileName });
  });

  for (const path of ["muc/:key", "han/:index", "ban-nhan", "ban-bo", "dien-tay"])
    imports.get(`/phong-trao/nhap/:id/${path}`, (c) =>
      c.redirect(`/phong-trao/nhap/${c.req.param("id")}`, 303),
    );

  imports.post("/phong-trao/nhap/:id/muc/:key", async (c) => {
    const plan = await ownImport(c);
    const key = c.req.param("key");
    const fields = await fieldsOf(c);
    const decision = (fields.decision as Decision | undefined) ?? "corrected";
    const outcome = await decideItem(actorOf(c), { importId: plan.id, key, choice: { decision, fields } });
    if (!isRefusal(outcome)) return seeOther(c, `/phong-trao/nhap/${plan.id}#${key}`);
    return showImport(
      c,
      plan,
      { key, state: refusedForm(outcome, typedFrom(fields)), editing: true },
      statusOf(outcome),
    );
  });

  imports.post("/phong-trao/nhap/:id/han/:index{[0-9]+}", async (c) => {
    const plan = await ownImport(c);
    const key = `deadline-${c.req.param("index")}`;
    const fields = await fieldsOf(c);
    const leaving = fields.leave === "open";
    const form = await read(c, SettlementForm.partial({ way: true }));
    if (hasErrors(form) && !leaving) return showImport(c, plan, { key, state: form, editing: false }, 422);
    const given = hasErrors(form) ? null : form.values;
    const outcome = await settleProposed(actorOf(c), {
      importId: plan.id,
      key,
      way: leaving ? "left-open" : (given?.way ?? "set-here"),
      day: leaving ? null : (given?.day ?? null),
      inclusive: fields.inclusive !== undefined,
      instrumentSymbol: given?.instrumentSymbol ?? null,
      instrumentDay: given?.instrumentDay ?? null,
      reason: leaving ? (fields.question ?? null) : (given?.reason ?? null),
    });
    if (!isRefusal(outcome))
      return seeOther(c, `/phong-trao/nhap/${plan.id}`, { title: "Đã xử lý hạn này." });
    return showImport(
      c,
      plan,
      { key, state: refusedForm(questionField(outcome), typedFrom(fields)), editing: false },
      statusOf(outcome),
    );
  });

  imports.post("/phong-trao/nhap/:id/ban-nhan", async (c) => {
    const plan = await ownImport(c);
    await formOf(c);
    const outcome = await acceptAll(actorOf(c), { importId: plan.id });
    if (isRefusal(outcome))
      return showImport(
        c,
        plan,
        { key: "", state: refusedForm(outcome, {}), editing: false },
        statusOf(outcome),
      );
    return seeOther(c, `/phong-trao/nhap/${plan.id}`, { title: "Đã nhận tất cả các mục." });
  });

  imports.post("/phong-trao/nhap/:id/ban-bo", async (c) => {
    const plan = await ownImport(c);
    await formOf(c);
    const outcome = await dropPlan(actorOf(c), { importId: plan.id });
    if (isRefusal(outcome))
      return showImport(
        c,
        plan,
        { key: "", state: refusedForm(outcome, {}), editing: false },
        statusOf(outcome),
      );
    return seeOther(c, "/phong-trao/nhap", { title: "Đã bỏ văn bản; tệp vẫn được giữ trong hồ sơ." });
  });

  imports.post("/phong-trao/nhap/:id/dien-tay", async (c) => {
    const plan = await ownImport(c);
    const form = await read(c, ByHandForm);
    if (hasErrors(form)) return showUnreadable(c, plan, form, 422);
    const { kind, ...given } = form.values;
    const outcome = await draftByHand(actorOf(c), {
      importId: plan.id,
      ...given,
      kind: kind as MovementKind,
    });
    if (isRefusal(outcome))
      return showUnreadable(c, plan, refusedForm(outcome, form.typed), statusOf(outcome));
    return seeOther(c, `/phong-trao/${outcome}/noi-dung`, { title: "Đã lập dự thảo; tệp ở mục Văn bản." });
  });

  imports.get("/phong-trao/nhap/:id/lap", async (c) => {
    const plan = await ownImport(c);
    const actor = actorOf(c);
    const issued = plan.reading !== null && isIssuedPaper(plan.reading.documents);
    if (issued && isRefusal(hasProved(actor))) return toProof(c);
    return showAdoption(c, plan, (await openForm(actor, c.req.path)).state);
  });
  imports.post("/phong-trao/nhap/:id/lap", async (c) => {
    const plan = await ownImport(c);
    const form = await read(c, AdoptionForm);
    if (hasErrors(form)) return showAdoption(c, plan, form, 422);
    const { kind, as, ...given } = form.values;
    const outcome = await adoptPlan(actorOf(c), {
      importId: plan.id,
      ...given,
      kind: kind as MovementKind,
      issued: as === "issued",
    });
    if (!isRefusal(outcome)) {
      await closeForm(actorOf(c), c.req.path);
      return seeOther(c, `/phong-trao/${outcome}`, {
        title: as === "issued" ? "Đã lập phong trào và gửi xuống các đơn vị." : "Đã lập dự thảo từ văn bản.",
      });
    }
    if (outcome.refusal === "not-proved") {
      await keepForm(c, actorOf(c), c.req.path);
      return toProof(c);
    }
    return showAdoption(c, plan, refusedForm(outcome, form.typed), statusOf(outcome));
  });

  return imports;
}

const toProof = (c: Context) => seeOther(c, `/xac-thuc-lai?tiep=${encodeURIComponent(c.req.path)}`);

const questionField = (refusal: Refusal): Refusal =>
  refusal.refusal === "no-question" ? { ...refusal, field: "question" } : refusal;

/** A document of a body this person drafts for; for everybody else it is not there. */
async function ownImport(c: Context): Promise<PlanImport> {
  const actor = actorOf(c);
  const reader = readerOf(c);
  const bodies = await launchingBodies(reader, actor);
  return found(
    await findImport(
      reader,
      idOf(c),
      bodies.map((body) => body.id),
    ),
  );
}

async function fieldsOf(c: Context): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [name, value] of await formOf(c))
    if (typeof value === "string" && name !== "key")
      fields[name] = value.normalize("NFC").replaceAll("\r\n", "\n");
  return fields;
}

const typedFrom = (fields: Readonly<Record<string, string>>): FormState["typed"] =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));

async function showUpload(c: Context, state: FormState, status: Status = 200) {
  const actor = actorOf(c);
  const reader = readerOf(c);
  const bodies = await launchingBodies(reader, actor);
  if (bodies.length === 0) throw new NotFound();
  const underWay = await importsUnderWay(
    reader,
    bodies.map((body) => body.id),
  );
  return show(
    c,
    <UploadView
      frame={await frameOf(c)}
      bodies={bodies}
      underWay={underWay}
      state={state}
      formKey={newKey()}
    />,
    status,
  );
}

interface Returned {
  readonly key: string;
  readonly state: FormState;
  readonly editing: boolean;
}

async function showImport(c: Context, plan: PlanImport, returned: Returned | null, status: Status = 200) {
  if (plan.state === "adopted" && plan.movement !== null)
    return c.redirect(`/phong-trao/${plan.movement}`, 303);
  if (plan.state === "dropped") throw new NotFound();
  const frame = await frameOf(c);
  if (plan.state === "waiting") return show(c, <WaitingView frame={frame} plan={plan} />);
  const { reading } = plan;
  if (plan.state === "unreadable" || reading === null)
    return showUnreadable(c, plan, returned?.state ?? emptyForm, status);
  const blockers = blockersOf(reading, plan.choices, plan.settlements);
  const view = viewOf(c.req.query("van-ban"), blockers.length > 0);
  const items = proposalsOf(reading, plan.lines).map((item) => withChoice(item, plan.choices[item.key]));
  const asked = returned?.editing ? returned.key : (c.req.query("sua") ?? null);
  return show(
    c,
    <ReviewView
      frame={frame}
      plan={plan}
      lines={markedLines(plan.lines, reading, blockers, view).slice(0, MOST_LINES_SHOWN)}
      view={view}
      blockers={blockers}
      items={items}
      findings={reading.findings}
      editing={asked}
      returned={returned}
      papers={reading.documents.length}
      formKey={newKey}
      known={await knownIn(c, plan)}
    />,
    status,
  );
}

const viewOf = (asked: string | undefined, blocked: boolean): TextView => {
  if (asked === "tat-ca") return "whole";
  return asked === "da-doc" || !blocked ? "read" : "near";
};

/** Movements here that the paper mentions, by the item that mentions them. */
async function knownIn(c: Context, plan: PlanImport) {
  const { reading } = plan;
  if (reading === null) return new Map();
  const reader = readerOf(c);
  const known = await knownMovements(reader, await movementReachOf(reader, actorOf(c)));
  const byKey = new Map(known.flatMap((one) => one.names.map((name) => [nameKey(name), one] as const)));
  return new Map(
    acceptedItems({ ...plan, reading }).flatMap((item) => {
      const movement = item.noun === "mention" ? byKey.get(nameKey(item.fields[0]?.value ?? "")) : undefined;
      return movement ? [[item.key, { id: movement.id, name: movement.name }] as const] : [];
    }),
  );
}

async function showUnreadable(c: Context, plan: PlanImport, state: FormState, status: Status = 200) {
  return show(
    c,
    <UnreadableView
      frame={await frameOf(c)}
      plan={plan}
      year={yearOf(actorOf(c).day)}
      state={state}
      formKey={newKey()}
      dropKey={newKey()}
    />,
    status,
  );
}

async function showAdoption(c: Context, plan: PlanImport, state: FormState, status: Status = 200) {
  const { reading } = plan;
  if (plan.state === "adopted" && plan.movement !== null)
    return c.redirect(`/phong-trao/${plan.movement}`, 303);
  if (plan.state !== "read" || reading === null) return c.redirect(`/phong-trao/nhap/${plan.id}`, 303);
  const blockers = blockersOf(reading, plan.choices, plan.settlements);
  if (blockers.length > 0) {
    const errors = { "": `Còn ${blockers.length} điểm phải xử lý trước khi lập phong trào.` };
    return showImport(c, plan, { key: "", state: { errors, typed: {} }, editing: false }, 422);
  }
  const actor = actorOf(c);
  const reader = readerOf(c);
  const launcher = found((await launchingBodies(reader, actor)).find((body) => body.id === plan.body));
  const units = await reachedUnits(reader, launcher, { groups: [], named: [], excluded: [] }, actor.day);
  return show(
    c,
    <FinalPage
      frame={await frameOf(c)}
      plan={plan}
      items={acceptedItems({ ...plan, reading })}
      launcher={launcher.name}
      units={units.map((unit) => unit.name)}
      taken={await takenBy(c, plan)}
      state={state}
      formKey={newKey()}
    />,
    status,
  );
}

/** The movement that came from a paper of the same number, when there is one. */
async function takenBy(c: Context, plan: PlanImport): Promise<string | null> {
  for (const paper of plan.reading?.documents ?? []) {
    if (paper.number === null || paper.symbol === null || paper.issuedOn === null) continue;
    const { number, symbol } = paper;
    const taken = await findNumberTaken(readerOf(c), plan.body, {
      number,
      symbol,
      year: yearOf(paper.issuedOn),
    });
    if (taken) return taken.movement;
  }
  return null;
}
