import { clustersOf } from "../org/cluster.store.ts";
import { lastDayOf, yearOf } from "../platform/day.ts";
import { readKept } from "../platform/files.ts";
import { isRefusal, mayNot, refuse } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  download,
  found,
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
import type { KeptFile } from "../web/kit.ts";
import type { Gathered } from "../web/part.ts";
import { stagedFiles } from "../web/staged.ts";
import { deadlineOf } from "./deadline.store.ts";
import { mountForm } from "./form-page.pages.tsx";
import { AcceptForm, ReceiptForm, ReturnForm, SendForm } from "./pledge.form.ts";
import { mayReceive, mayRun } from "./pledge.may.ts";
import { historyOf } from "./pledge.store.ts";
import { planIsOpen } from "./pledge.ts";
import { propsOf } from "./pledge-frame.view.tsx";
import { pledgeReachOf } from "./pledge-reach.store.ts";
import { rosterMembers } from "./roster.store.ts";
import { type Seen, seenPledge } from "./seen.pages.tsx";
import { acceptFromCluster, receiveOnPaper, returnToCluster, sendToStanding } from "./sending.acts.ts";
import { AcceptView, ReceiptView, ReturnView, SendView } from "./sending.view.tsx";
import { figuresOffered } from "./tally.pages.ts";
import { tallyOf } from "./tally.ts";

/** The cluster's plan and the tally of registered titles go to the standing body, and its answer comes back. */
export function sendingPages(gathered: Gathered) {
  const sending = pages();

  const tallyFor = async ({ reader, pledge }: Pick<Seen, "reader" | "pledge">) => {
    const units = pledge.members.map(({ unit }) => unit);
    return tallyOf(
      await figuresOffered(gathered, reader, { movement: pledge.movement, units, year: pledge.year }),
    );
  };

  mountForm(sending, {
    path: "/gui",
    schema: SendForm,
    may: ({ actor, pledge }) => mayRun(actor, pledge),
    open: ({ pledge }) =>
      !planIsOpen(pledge.state) && (pledge.sentState === null || pledge.sentState === "returned"),
    draw: async (seen, { state }) => (
      <SendView
        {...propsOf(await frameOf(seen.c), seen)}
        tally={await tallyFor(seen)}
        deadline={await deadlineOf(seen.reader, seen.pledge)}
        state={state}
        formKey={newKey()}
      />
    ),
    take: async (seen, values) =>
      sendToStanding(seen.actor, { pledgeId: seen.pledge.id, tally: await tallyFor(seen), ...values }),
    done: { to: "", title: "Đã gửi kế hoạch và tổng hợp đăng ký đến Thường trực" },
  });

  mountForm(sending, {
    path: "/tiep-nhan",
    schema: AcceptForm,
    may: ({ actor, pledge }) => mayReceive(actor, pledge),
    open: ({ pledge }) => pledge.sentState === "sent",
    draw: async (seen, { state }) => (
      <AcceptView {...propsOf(await frameOf(seen.c), seen)} state={state} formKey={newKey()} />
    ),
    take: ({ actor, pledge }, values) => acceptFromCluster(actor, { pledgeId: pledge.id, ...values }),
    done: { to: "", title: "Đã tiếp nhận kế hoạch của cụm" },
  });

  mountForm(sending, {
    path: "/tra-lai",
    schema: ReturnForm,
    may: ({ actor, pledge }) => mayReceive(actor, pledge),
    open: ({ pledge }) => pledge.sentState === "sent" || pledge.sentState === "accepted",
    draw: async (seen, { state }) => (
      <ReturnView {...propsOf(await frameOf(seen.c), seen)} state={state} formKey={newKey()} />
    ),
    take: ({ actor, pledge }, values) => returnToCluster(actor, { pledgeId: pledge.id, ...values }),
    done: { to: "", title: "Đã trả lại kế hoạch cho cụm" },
  });

  sending.get("/giao-uoc/:id{[0-9]+}/ban-giay-da-nhan", async (c) => {
    const seen = await seenPledge(c);
    const history = await historyOf(seen.reader, seen.pledge.id);
    const sent = found(history.find(({ kind, file }) => kind === "sent" && file !== null));
    return download(
      c,
      await readKept(sent.file ?? ""),
      sent.fileName ?? "ban-giay",
      "application/octet-stream",
    );
  });

  sending.get("/giao-uoc/nhap-ban-giay", async (c) => show(c, await receiptPage(c, emptyForm, [])));

  sending.post("/giao-uoc/nhap-ban-giay", async (c) => {
    const files = await stagedFiles(c, "scan");
    const form = await read(c, ReceiptForm);
    if (hasErrors(form) || files.error) {
      const errors = {
        ...(hasErrors(form) ? form.errors : {}),
        ...(files.error ? { scan: files.error } : {}),
      };
      return show(c, await receiptPage(c, { errors, typed: form.typed }, files.kept), 422);
    }
    const reader = readerOf(c);
    const { cluster, year } = form.values;
    const members = await rosterMembers(reader, cluster, year);
    const units = members.map(({ unit }) => unit);
    const mine = (await clustersReceived(c, year)).some(({ id }) => id === cluster);
    const outcome =
      members.length === 0
        ? refuse("no-roster", `Cụm chưa có thành phần năm ${year}.`, { field: "cluster" })
        : !mine
          ? mayNot("lacks-post", "Cụm này không gửi kế hoạch đến cơ quan của Ông/Bà.")
          : await receiveOnPaper(actorOf(c), {
              ...form.values,
              scan: files.tokens.at(-1) ?? null,
              tally: tallyOf(await figuresOffered(gathered, reader, { movement: null, units, year })),
            });
    return isRefusal(outcome)
      ? refused(c, outcome, await receiptPage(c, refusedForm(outcome, form.typed), files.kept))
      : seeOther(c, `/giao-uoc/${outcome}`, { title: "Đã ghi bản giấy của cụm" });
  });

  return sending;
}

/** The clusters whose plans come to the bodies this person receives for. */
async function clustersReceived(c: Context, year: number) {
  const reach = await pledgeReachOf(readerOf(c), actorOf(c));
  const found = await Promise.all(reach.receives.map((body) => clustersOf(readerOf(c), body, year)));
  return found.flat();
}

async function receiptPage(c: Context, state: FormState, kept: readonly KeptFile[]) {
  const actor = actorOf(c);
  const typed = Number(state.typed.year?.[0]);
  const year = typed >= 1945 && typed <= 2199 ? typed : yearOf(actor.day);
  const clusters = await clustersReceived(c, yearOf(lastDayOf(year)));
  if (clusters.length === 0 && !actor.posts.some(({ kind }) => kind === "standing-officer"))
    throw new NotFound();
  return (
    <ReceiptView
      frame={await frameOf(c)}
      clusters={clusters}
      year={year}
      state={state}
      kept={kept}
      formKey={newKey()}
    />
  );
}
