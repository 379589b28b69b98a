import type { z } from "zod";
import { isRefusal } from "../platform/refusal.ts";
import { fold } from "../platform/vietnamese.ts";
import { emptyForm, type FormState, hasErrors, readForm, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  frameOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { pageIn, rowsOnAPage } from "../web/kit.ts";
import { mayKeepNumbers } from "./law.may.ts";
import { enterNumber } from "./number.acts.ts";
import { NumberForm } from "./number.form.ts";
import { enteredNumbers, historyOfNumbers, keeperOfNumbers } from "./number.store.ts";
import { decideNumber, type EnteredNumber, keysOf, type NewNumber, nameOfKey } from "./number.ts";
import { type NumberLine, NumbersView } from "./number.view.tsx";
import { effectsOf } from "./number-effects.ts";
import { NumberFormView, NumberPreviewView } from "./number-form.view.tsx";
import { allRows, isNumberKind, type NumberKind, numberOn, numbersWith } from "./numbers.ts";

/** Numbers of the law as dated rows, and the way a new one is entered: form, preview, then it counts. */
export function numberPages() {
  const numbers = pages();

  numbers.get("/phap-luat/con-so", async (c) => {
    const actor = actorOf(c);
    const asked = c.req.query("loai") ?? "";
    const kind: NumberKind = isNumberKind(asked) ? asked : "base-salary";
    const address = { path: "/phap-luat/con-so", query: c.req.query() };
    const page = pageIn(address);
    const [right, entered, history] = await Promise.all([
      rightToEnter(c),
      enteredNumbers(readerOf(c)),
      historyOfNumbers(readerOf(c), kind),
    ]);
    const lines = linesSeen(c, kind, entered);
    return show(
      c,
      <NumbersView
        frame={await frameOf(c)}
        kind={kind}
        rows={lines.slice((page - 1) * rowsOnAPage, page * rowsOnAPage)}
        {...{ address, page }}
        total={lines.length}
        today={actor.day}
        mayEnter={!isRefusal(right)}
        refusal={isRefusal(right) ? right : null}
        history={history}
      />,
    );
  });

  numbers.get("/phap-luat/con-so/moi", async (c) => {
    await mustEnter(c);
    const kind = c.req.query("kind") ?? "";
    if (!isNumberKind(kind)) throw new NotFound();
    return show(c, await formPage(c, kind, { ...emptyForm, typed: c.req.queries() }));
  });

  numbers.get("/phap-luat/con-so/xem-truoc", async (c) => {
    await mustEnter(c);
    const form = readForm(NumberForm, formFromQuery(c));
    if (hasErrors(form)) return show(c, await formPage(c, kindTyped(form), form), 422);
    const asked = toNumber(form.values);
    const reader = readerOf(c);
    const entered = await enteredNumbers(reader);
    const before = numbersWith(entered);
    const same = entered.filter((row) => row.kind === asked.kind && row.key === asked.key);
    const counting = numberOn(before, asked.kind, asked.key, asked.from);
    const change = decideNumber(asked, counting, same, actorOf(c).day);
    if (isRefusal(change))
      return refused(c, change, await formPage(c, asked.kind, refusedForm(change, form.typed)));
    // Numbers of the same thing that overlap are the database's to refuse; here the new one lies over them.
    const others = entered.filter((row) => !same.includes(row));
    return show(
      c,
      <NumberPreviewView
        frame={await frameOf(c)}
        asked={asked}
        effects={effectsOf(before, numbersWith([...others, asked]), asked)}
        state={{ errors: {}, typed: form.typed }}
        today={actorOf(c).day}
        formKey={newKey()}
      />,
    );
  });

  numbers.post("/phap-luat/con-so", async (c) => {
    const form = await read(c, NumberForm);
    if (hasErrors(form)) return show(c, await formPage(c, kindTyped(form), form), 422);
    const asked = toNumber(form.values);
    const outcome = await enterNumber(actorOf(c), asked);
    if (isRefusal(outcome))
      return refused(c, outcome, await formPage(c, asked.kind, refusedForm(outcome, form.typed)));
    return seeOther(c, `/phap-luat/con-so?loai=${asked.kind}`, {
      title: asked.corrects
        ? "Đã lưu bản xác nhận."
        : "Đã lưu số mới; số trước giữ nguyên cho những ngày trước đó.",
    });
  });

  return numbers;
}

const toNumber = ({ of, ...values }: z.output<typeof NumberForm>): NewNumber => ({ ...values, key: of });

const kindTyped = ({ typed }: FormState): NumberKind => {
  const kind = typed.kind?.[0] ?? "";
  return isNumberKind(kind) ? kind : "base-salary";
};

const formPage = async (c: Context, kind: NumberKind, state: FormState) => (
  <NumberFormView frame={await frameOf(c)} kind={kind} state={state} />
);

function formFromQuery(c: Context): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(c.req.queries()))
    for (const value of values) form.append(name, value);
  return form;
}

const rightToEnter = async (c: Context) =>
  mayKeepNumbers(actorOf(c), await keeperOfNumbers(readerOf(c), actorOf(c).day));

/** The forms are no page for those who may not enter numbers. */
async function mustEnter(c: Context): Promise<void> {
  if (isRefusal(await rightToEnter(c))) throw new NotFound();
}

function linesSeen(c: Context, kind: NumberKind, entered: readonly EnteredNumber[]): readonly NumberLine[] {
  const words = fold(c.req.query("q") ?? "")
    .split(/\s+/)
    .filter(Boolean);
  const mark = c.req.query("doi-chieu");
  return allRows(numbersWith(entered))
    .filter((row) => row.kind === kind)
    .filter((row) => !mark || row.verified === (mark === "roi"))
    .filter((row) => {
      const name = fold(`${nameOfKey(kind, row.key)} ${row.basis}`);
      return words.every((word) => name.includes(word));
    })
    .map((row) => ({
      ...row,
      entered:
        entered.find((one) => one.kind === kind && one.key === row.key && one.from === row.from) ?? null,
    }))
    .toSorted(
      (left, right) =>
        keysOf(kind).indexOf(left.key) - keysOf(kind).indexOf(right.key) ||
        right.from.localeCompare(left.from),
    );
}
