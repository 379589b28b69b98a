import { yearOf } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
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
import { pageIn, rowsOnAPage, type TableAddress } from "../web/kit.ts";
import { maySeeYear, maySteer } from "./score.may.ts";
import { scoreReachOf } from "./score-reach.store.ts";
import { changeYear, openYear } from "./scoring-year.acts.ts";
import { ChangeForm, OpenForm, StartSheetForm, TakeOverForm } from "./scoring-year.form.ts";
import { clustersToOpen, listYears } from "./scoring-year.store.ts";
import { YearPage } from "./scoring-year.view.tsx";
import { startSheet } from "./sheet.acts.ts";
import { tableReachOf } from "./table.pages.tsx";
import { publishedTables } from "./table.store.ts";
import { takeOverSheet } from "./takeover.acts.ts";
import { type WholeYear, wholeYear } from "./whole-sheet.store.ts";
import { ChangeYearPage, OpenYearPage } from "./year-form.view.tsx";
import { YearListPage } from "./year-list.view.tsx";
import { sheetHref, yearHref, yearsHref } from "./year-tags.view.tsx";

const base = `${yearsHref}/nam/:id{[0-9]+}`;

/** The year asked for; what this person may not see is not there. */
export async function seenYear(c: Context): Promise<WholeYear> {
  const actor = actorOf(c);
  const whole = found(await wholeYear(readerOf(c), idOf(c), actor.day));
  if (isRefusal(maySeeYear(actor, whole.seen))) throw new NotFound();
  return whole;
}

/** My clusters, and a cluster's year with its days. */
export function scoringYearPages() {
  const years = pages();

  years.get(yearsHref, async (c) => {
    const actor = actorOf(c);
    const query = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ""));
    const address: TableAddress = { path: yearsHref, query };
    const page = pageIn(address);
    const reach = await scoreReachOf(readerOf(c), actor);
    const filter = { year: /^\d{4}$/.test(query.nam ?? "") ? Number(query.nam) : null };
    const year = yearOf(actor.day);
    const { writes } = await tableReachOf(c, actor);
    return show(
      c,
      <YearListPage
        frame={await frameOf(c)}
        actor={actor}
        found={
          await listYears(readerOf(c), reach, filter, {
            offset: (page - 1) * rowsOnAPage,
            limit: rowsOnAPage,
          })
        }
        address={address}
        page={page}
        years={[year, year - 1, year - 2, year - 3, year - 4]}
        steers={writes.length > 0}
      />,
    );
  });

  years.get(`${yearsHref}/mo`, async (c) => show(c, await openPage(c, emptyForm)));

  years.post(`${yearsHref}/mo`, async (c) => {
    const form = await read(c, OpenForm);
    if (hasErrors(form)) return show(c, await openPage(c, form), 422);
    const outcome = await openYear(actorOf(c), form.values);
    return isRefusal(outcome)
      ? refused(c, outcome, await openPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, yearHref(outcome), { title: "Đã mở chấm điểm; các thành viên được báo" });
  });

  years.get(base, async (c) => {
    const whole = await seenYear(c);
    return show(c, <YearPage frame={await frameOf(c)} actor={actorOf(c)} whole={whole} formKey={newKey()} />);
  });

  years.get(`${base}/lich`, async (c) => show(c, await changePage(c, emptyForm)));

  years.post(`${base}/lich`, async (c) => {
    const whole = await seenYear(c);
    const form = await read(c, ChangeForm);
    if (hasErrors(form)) return show(c, await changePage(c, form), 422);
    const outcome = await changeYear(actorOf(c), { yearId: whole.scoring.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await changePage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, yearHref(outcome), { title: "Đã lưu lịch chấm điểm" });
  });

  years.get(`${base}/phieu`, async (c) => seeOther(c, yearHref((await seenYear(c)).scoring.id)));

  years.post(`${base}/phieu`, async (c) => {
    const whole = await seenYear(c);
    const form = await read(c, StartSheetForm);
    if (hasErrors(form)) return seeOther(c, yearHref(whole.scoring.id));
    const outcome = await startSheet(actorOf(c), { yearId: whole.scoring.id, ...form.values });
    return isRefusal(outcome)
      ? seeOther(c, yearHref(whole.scoring.id), { tone: "bad", title: outcome.sentence })
      : seeOther(c, sheetHref(outcome, "/cham"));
  });

  years.get(`${base}/tiep-nhan`, async (c) => seeOther(c, yearHref((await seenYear(c)).scoring.id)));

  years.post(`${base}/tiep-nhan`, async (c) => {
    const whole = await seenYear(c);
    const form = await read(c, TakeOverForm);
    if (hasErrors(form)) return seeOther(c, yearHref(whole.scoring.id));
    const { sheet, unit } = form.values;
    const outcome = await takeOverSheet(actorOf(c), { yearId: whole.scoring.id, sheetId: sheet, unit });
    return isRefusal(outcome)
      ? seeOther(c, yearHref(whole.scoring.id), { tone: "bad", title: outcome.sentence })
      : seeOther(c, yearHref(whole.scoring.id), { title: "Đã tiếp nhận phiếu chấm điểm" });
  });

  return years;
}

async function openPage(c: Context, state: FormState) {
  const actor = actorOf(c);
  const { writes } = await tableReachOf(c, actor);
  if (writes.length === 0) throw new NotFound();
  const asked = Number(state.typed.year?.[0] ?? c.req.query("nam"));
  const year = Number.isInteger(asked) && asked > 1945 && asked < 2200 ? asked : yearOf(actor.day);
  return (
    <OpenYearPage
      frame={await frameOf(c)}
      state={state}
      formKey={newKey()}
      tables={await publishedTables(readerOf(c), writes)}
      clusters={await clustersToOpen(readerOf(c), writes, year)}
      year={year}
    />
  );
}

async function changePage(c: Context, state: FormState) {
  const whole = await seenYear(c);
  if (isRefusal(maySteer(actorOf(c), whole.seen))) throw new NotFound();
  return (
    <ChangeYearPage
      frame={await frameOf(c)}
      state={state}
      formKey={newKey()}
      tables={await publishedTables(readerOf(c), [whole.scoring.founder, whole.table.owner])}
      scoring={whole.scoring}
    />
  );
}
