import { type SheetColumn, writeCsv, writeXlsx } from "../documents/spreadsheet.ts";
import { refuseEndedPost } from "../org/ended-post.store.ts";
import { findFile } from "../platform/files.store.ts";
import { readKept } from "../platform/files.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { fold } from "../platform/vietnamese.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  type App,
  actorOf,
  type Context,
  download,
  formOf,
  found,
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
import { type KeptFile, pageIn, rowsOnAPage, type TableAddress } from "../web/kit.ts";
import type { Gathered } from "../web/part.ts";
import { refusedWithWords } from "../web/refused-words.tsx";
import { stagedFiles } from "../web/staged.ts";
import { noteReach, takeBackReach } from "./launch-reach.acts.ts";
import { reachByUnit, reachesOf, staffOf } from "./launch-reach.store.ts";
import type { UnitReach } from "./launch-reach.ts";
import { ReachListPage, shareOf, UnitReachPage } from "./launch-reach.view.tsx";
import { isInForce } from "./life.ts";
import { bodiesServing } from "./movement-reach.store.ts";
import { seenMovement } from "./seen.pages.ts";
import { settingOf } from "./setting.pages.ts";
import { ReachForm } from "./unit-plan.form.ts";
import { mayOverseePlans, mayWritePlan, writing } from "./unit-plan.may.ts";
import { heirsOf } from "./unit-plan-succession.store.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const LIST = "/phong-trao/:id{[0-9]+}/quan-triet";
const UNIT = `${LIST}/:unit{[0-9]+}`;

/** How units brought a launch to every single person: noted by the unit, added up for the receiver. */
export function launchReachPages(gathered: Gathered): App {
  const reach = pages();

  reach.get(LIST, async (c) => {
    const elsewhere = await ownReach(c, gathered);
    if (elsewhere !== null) return seeOther(c, elsewhere);
    const { seen, units, narrowed, address } = await overseen(c, gathered);
    const page = pageIn(address);
    return show(
      c,
      <ReachListPage
        setting={await settingOf(c, seen)}
        {...{ units, page, address }}
        shown={narrowed.slice((page - 1) * rowsOnAPage, page * rowsOnAPage)}
        total={narrowed.length}
      />,
    );
  });

  reach.get(`${LIST}.xlsx`, async (c) => {
    const { narrowed } = await overseen(c, gathered);
    return download(c, await writeXlsx(columns, sheetOf(narrowed)), "Quán triệt, phát động.xlsx", XLSX);
  });
  reach.get(`${LIST}.csv`, async (c) => {
    const { narrowed } = await overseen(c, gathered);
    return download(c, await writeCsv(columns, sheetOf(narrowed)), "Quán triệt, phát động.csv", "text/csv");
  });

  reach.get(UNIT, async (c) => show(c, await unitPage(c, gathered, emptyForm, [])));
  reach.post(UNIT, async (c) => {
    const ended = await endedHere(c);
    if (ended) return refusedWithWords(c, ended);
    const staged = await stagedFiles(c, "scan");
    const form = await read(c, ReachForm);
    if (hasErrors(form) || staged.error) {
      const errors = {
        ...(hasErrors(form) ? form.errors : {}),
        ...(staged.error ? { scan: staged.error } : {}),
      };
      return show(c, await unitPage(c, gathered, { errors, typed: form.typed }, staged.kept), 422);
    }
    const outcome = await noteReach(actorOf(c), {
      movementId: idOf(c),
      unitId: idOf(c, "unit"),
      reach: form.values,
      file: staged.tokens[0] ?? null,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await unitPage(c, gathered, refusedForm(outcome, form.typed), staged.kept))
      : seeOther(c, pathOf(c), { title: `Đã ghi ${form.values.reached} người được phổ biến` });
  });

  reach.get(`${UNIT}/:reach{[0-9]+}/bo`, (c) => seeOther(c, pathOf(c)));
  reach.post(`${UNIT}/:reach{[0-9]+}/bo`, async (c) => {
    await formOf(c);
    const outcome = await takeBackReach(actorOf(c), {
      movementId: idOf(c),
      unitId: idOf(c, "unit"),
      reachId: idOf(c, "reach"),
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await unitPage(c, gathered, refusedForm(outcome, {}), []))
      : seeOther(c, pathOf(c), { title: "Đã bỏ lần phổ biến; vẫn còn trong nhật ký" });
  });

  reach.get(`${UNIT}/:reach{[0-9]+}/tep`, async (c) => {
    const { seen, unit } = await unitSeen(c, gathered);
    const reaches = await reachesOf(seen.reader, seen.movement.id, unit.unit);
    const { file, fileName } = found(reaches.find(({ id }) => id === idOf(c, "reach")));
    if (file === null) throw new NotFound();
    const kept = found(await findFile(seen.reader, file));
    return download(c, await readKept(file), fileName ?? "van-ban", kept.mediaType);
  });

  return reach;
}

const pathOf = (c: Context): string => `/phong-trao/${idOf(c)}/quan-triet/${idOf(c, "unit")}`;

async function inForce(c: Context, gathered: Gathered) {
  const seen = await seenMovement(c, gathered);
  if (!isInForce(seen.movement.state)) throw new NotFound();
  const receiver = seen.movement.launcher.id;
  const receiving = { receiver, servedBy: await bodiesServing(seen.reader, receiver, seen.actor.day) };
  return { seen, oversees: !isRefusal(mayOverseePlans(seen.actor, receiving)) };
}

async function overseen(c: Context, gathered: Gathered) {
  const { seen, oversees } = await inForce(c, gathered);
  if (!oversees) throw new NotFound();
  const units = await reachByUnit(seen.reader, seen.movement.id, seen.actor.day);
  const query = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ""));
  const address: TableAddress = { path: `/phong-trao/${seen.movement.id}/quan-triet`, query };
  return { seen, units, address, narrowed: narrow(units, address) };
}

/**
 * Where a figure of people reached leads somebody who does not oversee the launch: to their own unit's page, or
 * else to the launch; null for who oversees it.
 */
async function ownReach(c: Context, gathered: Gathered): Promise<string | null> {
  const { seen, oversees } = await inForce(c, gathered);
  if (oversees) return null;
  const units = await reachByUnit(seen.reader, seen.movement.id, seen.actor.day);
  const heirs = await heirsOf(
    seen.reader,
    units.map(({ unit }) => unit),
    seen.actor.day,
  );
  const own = units.find(({ unit }) => (heirs.get(unit) ?? []).some((heir) => seen.within.includes(heir)));
  return own ? `/phong-trao/${idOf(c)}/quan-triet/${own.unit}` : `/phong-trao/${idOf(c)}`;
}

function narrow(units: readonly UnitReach[], { query }: TableAddress): UnitReach[] {
  const words = fold(query.q ?? "")
    .split(/\s+/)
    .filter(Boolean);
  return units.filter(({ unitName, staff, reached }) => {
    const level = staff === null ? "chua-ghi" : reached < staff ? "con-thieu" : "du";
    return words.every((word) => fold(unitName).includes(word)) && (!query.muc || query.muc === level);
  });
}

/** One unit in scope, for who stands in it or oversees the launch. */
async function unitSeen(c: Context, gathered: Gathered) {
  const { seen, oversees } = await inForce(c, gathered);
  const units = await reachByUnit(seen.reader, seen.movement.id, seen.actor.day);
  const unit = found(units.find((one) => one.unit === idOf(c, "unit")));
  const writers = (await heirsOf(seen.reader, [unit.unit], seen.actor.day)).get(unit.unit) ?? [];
  if (!oversees && !writers.some((writer) => seen.within.includes(writer))) throw new NotFound();
  return { seen, unit, writes: !isRefusal(mayWritePlan(seen.actor, { writers })) };
}

/** Somebody who wrote for the unit when the page was drawn, and whose post has ended since. */
async function endedHere(c: Context): Promise<Refusal | null> {
  const actor = actorOf(c);
  const { person, day } = actor;
  const writers = (await heirsOf(readerOf(c), [idOf(c, "unit")], day)).get(idOf(c, "unit")) ?? [];
  if (!isRefusal(mayWritePlan(actor, { writers }))) return null;
  return refuseEndedPost(readerOf(c), { person, units: writers, kinds: writing, day });
}

async function unitPage(c: Context, gathered: Gathered, state: FormState, kept: readonly KeptFile[]) {
  const { seen, unit, writes } = await unitSeen(c, gathered);
  return (
    <UnitReachPage
      setting={await settingOf(c, seen)}
      unit={{ id: unit.unit, name: unit.unitName }}
      reaches={await reachesOf(seen.reader, seen.movement.id, unit.unit)}
      staff={await staffOf(seen.reader, unit.unit, seen.actor.day)}
      {...{ writes, state, kept }}
      formKey={newKey()}
    />
  );
}

const columns: readonly SheetColumn[] = [
  { title: "Đơn vị", width: 50, kind: "text" },
  { title: "Số lần", width: 10, kind: "number" },
  { title: "Đã phổ biến", width: 14, kind: "number" },
  { title: "Tổng số người", width: 14, kind: "number" },
  { title: "Tỷ lệ", width: 10, kind: "text" },
  { title: "Lần gần nhất", width: 14, kind: "day" },
];

const sheetOf = (units: readonly UnitReach[]) =>
  units.map((one) => [one.unitName, one.occasions, one.reached, one.staff, shareOf(one), one.lastOn]);
