import { printDocx } from "../documents/print-docx.ts";
import { printPdf } from "../documents/print-pdf.ts";
import { type SheetColumn, writeXlsx } from "../documents/spreadsheet.ts";
import { bodiesServing } from "../movements/movement-reach.store.ts";
import { writeDeadline } from "../platform/deadline.ts";
import { isRefusal } from "../platform/refusal.ts";
import { fold } from "../platform/vietnamese.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  download,
  found,
  frameOf,
  idOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import type { TableAddress } from "../web/kit.ts";
import { findMovementFacts } from "./deadline.store.ts";
import { extendDeadline } from "./extension.acts.ts";
import { extensionsOf } from "./extension.store.ts";
import { ExtensionPage } from "./extension.view.tsx";
import { clustersIn, owingOf, titleCounts } from "./overview.store.ts";
import { isStanding, type Owing, owes, standingOf } from "./overview.ts";
import { OverviewPage } from "./overview.view.tsx";
import { summaryDocument, urgingDocument } from "./registration.document.ts";
import { ExtensionForm } from "./registration.form.ts";
import { mayManage, mayOversee } from "./registration.may.ts";
import { remindDebtors } from "./reminding.acts.ts";
import { decideReminding, messengerText } from "./reminding.ts";
import { RemindingPage } from "./reminding.view.tsx";
import { signatoryOf } from "./signatory.store.ts";
import { summaryOf } from "./summary.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** One movement as the body that receives sees it: who has sent, who is late, who has not begun. */
export function overviewPages() {
  const overview = pages();

  overview.get("/dang-ky/phong-trao/:id{[0-9]+}", async (c) => {
    const { movement, body, owing, manages } = await overseen(c);
    const { at } = actorOf(c);
    const address = addressOf(c);
    const clusters = await clustersIn(readerOf(c), movement.id, actorOf(c).day);
    return show(
      c,
      <OverviewPage
        frame={await frameOf(c)}
        movement={movement}
        body={body}
        gathers={movement.launcher !== body}
        owing={owing}
        shown={narrowed(owing, address)}
        clusters={clusters}
        address={address}
        manages={manages}
        at={at}
      />,
    );
  });

  overview.get("/dang-ky/phong-trao/:id{[0-9]+}/don-doc", async (c) =>
    show(c, await remindingPage(c, emptyForm)),
  );

  overview.post("/dang-ky/phong-trao/:id{[0-9]+}/don-doc", async (c) => {
    const { movement, body } = await overseen(c);
    const outcome = await remindDebtors(actorOf(c), { movementId: movement.id, bodyId: body });
    if (isRefusal(outcome)) return refused(c, outcome, await remindingPage(c, refusedForm(outcome, {})));
    const already =
      outcome.alreadyToday > 0 ? `; ${outcome.alreadyToday} đơn vị đã được đôn đốc từ trước trong ngày` : "";
    return seeOther(c, pathTo(movement, body), { title: `Đã đôn đốc ${outcome.reminded} đơn vị${already}` });
  });

  overview.get("/dang-ky/phong-trao/:id{[0-9]+}/cong-van-don-doc.docx", async (c) => {
    const { movement, body, owing } = await overseen(c);
    const debtors = owing.filter(owes);
    const deadlines = new Set(debtors.map(({ deadline }) => (deadline ? writeDeadline(deadline) : "")));
    const [only] = deadlines;
    const { day } = actorOf(c);
    const document = urgingDocument({
      movementName: movement.name,
      deadline: deadlines.size === 1 && only ? only : null,
      debtors: debtors.map(({ unitName }) => unitName),
      signatory: await signatoryOf(readerOf(c), body, day),
      today: day,
    });
    return download(c, await printDocx(document), "Công văn đôn đốc đăng ký thi đua.docx", DOCX);
  });

  overview.get("/dang-ky/phong-trao/:id{[0-9]+}/tong-hop.xlsx", async (c) => {
    const { summary } = await summarised(c);
    const columns: SheetColumn[] = [
      { title: "Đơn vị", width: 50, kind: "text" },
      { title: "Tình trạng", width: 24, kind: "text" },
      { title: "Ngày gửi", width: 14, kind: "day" },
      ...summary.titles.map((title): SheetColumn => ({ title, width: 18, kind: "number" })),
    ];
    const rows = summary.rows.map((row) => [row.unitName, row.standing, row.sentOn, ...row.counts]);
    return download(c, await writeXlsx(columns, rows), "Tổng hợp đăng ký thi đua.xlsx", XLSX);
  });

  overview.get("/dang-ky/phong-trao/:id{[0-9]+}/tong-hop.docx", async (c) => {
    const { document } = await summarised(c);
    return download(c, await printDocx(document), "Tổng hợp đăng ký thi đua.docx", DOCX);
  });

  overview.get("/dang-ky/phong-trao/:id{[0-9]+}/tong-hop.pdf", async (c) => {
    const { document } = await summarised(c);
    const { bytes } = await printPdf(document);
    return download(c, bytes, "Tổng hợp đăng ký thi đua.pdf", "application/pdf");
  });

  overview.get("/dang-ky/phong-trao/:id{[0-9]+}/gia-han", async (c) => {
    const { manages } = await overseen(c);
    if (!manages) throw new NotFound();
    const asked = c.req.query("don-vi");
    const typed = asked ? { unit: [asked] } : {};
    return show(c, await extensionPage(c, { errors: {}, typed }));
  });

  overview.post("/dang-ky/phong-trao/:id{[0-9]+}/gia-han", async (c) => {
    const { movement, body } = await overseen(c);
    const form = await read(c, ExtensionForm);
    if (hasErrors(form)) return show(c, await extensionPage(c, form), 422);
    const { unit, day, reason } = form.values;
    const outcome = await extendDeadline(actorOf(c), {
      movementId: movement.id,
      bodyId: body,
      unitId: unit,
      day,
      reason,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await extensionPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, pathTo(movement, body), { title: "Đã gia hạn đăng ký và báo cho đơn vị" });
  });

  return overview;
}

const pathTo = (movement: { id: number; launcher: number }, body: number): string =>
  movement.launcher === body
    ? `/dang-ky/phong-trao/${movement.id}`
    : `/dang-ky/phong-trao/${movement.id}?noi-nhan=${body}`;

/** The movement and the body in the address, for somebody who oversees what that body receives. */
async function overseen(c: Context) {
  const actor = actorOf(c);
  const movement = found(await findMovementFacts(readerOf(c), idOf(c)));
  const asked = c.req.query("noi-nhan");
  const body = asked && /^\d{1,15}$/.test(asked) ? Number(asked) : movement.launcher;
  const receiving = { receiver: body, servedBy: await bodiesServing(readerOf(c), body, actor.day) };
  if (isRefusal(mayOversee(actor, receiving))) throw new NotFound();
  const owing = await owingOf(readerOf(c), movement.id, body, actor.day);
  return { movement, body, owing, manages: !isRefusal(mayManage(actor, receiving)) };
}

function addressOf(c: Context): TableAddress {
  const query = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ""));
  return { path: `/dang-ky/phong-trao/${idOf(c)}`, query };
}

function narrowed(owing: readonly Owing[], { query }: TableAddress): readonly Owing[] {
  const words = fold(query.q ?? "")
    .split(/\s+/)
    .filter(Boolean);
  const standing = query["tinh-trang"] ?? "";
  const cluster = Number(query.cum) || null;
  return owing.filter(
    (one) =>
      words.every((word) => fold(one.unitName).includes(word)) &&
      (!isStanding(standing) || standingOf(one) === standing) &&
      (standing !== "chua-gui" || owes(one)) &&
      (cluster === null || one.clusters.includes(cluster)),
  );
}

async function summarised(c: Context) {
  const { movement, body, owing } = await overseen(c);
  const summary = summaryOf(owing, await titleCounts(readerOf(c), movement.id, body));
  const signatory = await signatoryOf(readerOf(c), body, actorOf(c).day);
  const document = summaryDocument({
    movementName: movement.name,
    year: movement.year,
    ...summary,
    signatory,
  });
  return { summary, document };
}

async function remindingPage(c: Context, state: FormState) {
  const { movement, body, owing, manages } = await overseen(c);
  if (!manages) throw new NotFound();
  const actor = actorOf(c);
  const signatory = await signatoryOf(readerOf(c), body, actor.day);
  return (
    <RemindingPage
      frame={await frameOf(c)}
      movement={movement}
      back={pathTo(movement, body)}
      query={movement.launcher === body ? "" : `?noi-nhan=${body}`}
      reminding={decideReminding(owing, actor.day)}
      text={messengerText(movement.name, owing.filter(owes), signatory.body)}
      at={actor.at}
      state={state}
      formKey={newKey()}
    />
  );
}

async function extensionPage(c: Context, state: FormState) {
  const { movement, body, owing } = await overseen(c);
  return (
    <ExtensionPage
      frame={await frameOf(c)}
      movement={movement}
      back={pathTo(movement, body)}
      action={`/dang-ky/phong-trao/${movement.id}/gia-han${movement.launcher === body ? "" : `?noi-nhan=${body}`}`}
      owing={owing}
      extensions={await extensionsOf(readerOf(c), movement.id, body)}
      state={state}
      formKey={newKey()}
    />
  );
}
