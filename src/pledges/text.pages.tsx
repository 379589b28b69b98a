import { catalogue } from "../law/catalogue.ts";
import { any, isRefusal, mayNot } from "../platform/refusal.ts";
import { found, frameOf, idOf, newKey, pages, show } from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { commitmentsOf, findCommitment } from "./commitment.store.ts";
import { tieToFigure } from "./commitment.ts";
import { mountForm } from "./form-page.pages.tsx";
import { CommonForm, OpenSigningForm, PromiseForm, WithdrawPromiseForm } from "./pledge.form.ts";
import { mayRun, mayWriteFor, unitsWritten } from "./pledge.may.ts";
import { textIsOpen } from "./pledge.ts";
import { propsOf } from "./pledge-frame.view.tsx";
import { type Seen, seenPledge } from "./seen.pages.tsx";
import { figuresOffered } from "./tally.pages.ts";
import { openForSigning, promise, withdrawPromise, writeCommonText } from "./text.acts.ts";
import { CommonView, OpenSigningView, PromiseView, TextView, WithdrawView } from "./text.view.tsx";

/** Titles a commitment may aim at, by name. */
const titleChoices = catalogue
  .filter(({ kind }) => kind === "title")
  .map(({ code, name }) => ({ value: code, label: name }));

const mayWriteForSome = ({ actor, pledge }: Seen) =>
  any(
    ...unitsWritten(actor, pledge).map(({ unit }) => mayWriteFor(actor, pledge, unit)),
    mayNot("lacks-post", "Cam kết do đơn vị thành viên ghi."),
  );

/** The text of the pledge: the common part by the cluster's head, the commitments by each member. */
export function textPages(gathered: Gathered) {
  const text = pages();

  text.get("/giao-uoc/:id{[0-9]+}/van-ban", async (c) => {
    const seen = await seenPledge(c);
    const commitments = await commitmentsOf(seen.reader, seen.pledge.id);
    return show(
      c,
      <TextView {...propsOf(await frameOf(c), seen)} commitments={commitments} titles={titleChoices} />,
    );
  });

  mountForm(text, {
    path: "/van-ban/soan",
    schema: CommonForm,
    may: ({ actor, pledge }) => mayRun(actor, pledge),
    open: ({ pledge }) => textIsOpen(pledge.state),
    keeps: ({ pledge }) => ({ field: "version", now: pledge.version }),
    draw: async (seen, { state, saving }) => (
      <CommonView {...propsOf(await frameOf(seen.c), seen)} {...{ state, saving }} formKey={newKey()} />
    ),
    take: ({ actor, pledge }, values) => writeCommonText(actor, { pledgeId: pledge.id, ...values }),
    done: { to: "/van-ban", title: "Đã lưu phần nội dung chung" },
  });

  mountForm(text, {
    path: "/cam-ket/moi",
    schema: PromiseForm,
    may: mayWriteForSome,
    open: ({ pledge }) => textIsOpen(pledge.state),
    draw: async (seen, { state }) => (
      <PromiseView
        {...propsOf(await frameOf(seen.c), seen)}
        commitment={null}
        figures={await figuresFor(seen, gathered, writtenUnits(seen))}
        units={unitsWritten(seen.actor, seen.pledge)}
        titles={titleChoices}
        state={state}
        formKey={newKey()}
      />
    ),
    take: async (seen, { unit, version, reason, ...typed }) => {
      const promised = tieToFigure(typed, await figuresFor(seen, gathered, [unit]), null);
      if (isRefusal(promised)) return promised;
      const { actor, pledge } = seen;
      return promise(actor, { pledgeId: pledge.id, unit, commitmentId: null, version, promised, reason });
    },
    done: { to: "/van-ban", title: "Đã ghi cam kết" },
  });

  mountForm(text, {
    path: "/cam-ket/:commitment{[0-9]+}",
    schema: PromiseForm,
    may: async (seen) => mayWriteFor(seen.actor, seen.pledge, (await commitmentIn(seen)).unit),
    open: ({ pledge }) => textIsOpen(pledge.state),
    draw: async (seen, { state }) => {
      const commitment = await commitmentIn(seen);
      return (
        <PromiseView
          {...propsOf(await frameOf(seen.c), seen)}
          commitment={commitment}
          figures={await figuresFor(seen, gathered, [commitment.unit])}
          units={seen.pledge.members.filter(({ unit }) => unit === commitment.unit)}
          titles={titleChoices}
          state={state}
          formKey={newKey()}
        />
      );
    },
    take: async (seen, { unit, version, reason, ...typed }) => {
      const { figure, id: commitmentId } = await commitmentIn(seen);
      const promised = tieToFigure(typed, await figuresFor(seen, gathered, [unit]), figure);
      if (isRefusal(promised)) return promised;
      const { actor, pledge } = seen;
      return promise(actor, { pledgeId: pledge.id, unit, commitmentId, version, promised, reason });
    },
    done: { to: "/van-ban", title: "Đã sửa cam kết" },
  });

  mountForm(text, {
    path: "/cam-ket/:commitment{[0-9]+}/bo",
    schema: WithdrawPromiseForm,
    may: async (seen) => mayWriteFor(seen.actor, seen.pledge, (await commitmentIn(seen)).unit),
    open: ({ pledge }) => textIsOpen(pledge.state),
    draw: async (seen, { state }) => (
      <WithdrawView
        {...propsOf(await frameOf(seen.c), seen)}
        commitment={await commitmentIn(seen)}
        state={state}
        formKey={newKey()}
      />
    ),
    take: ({ actor, pledge, c }, values) =>
      withdrawPromise(actor, { pledgeId: pledge.id, commitmentId: idOf(c, "commitment"), ...values }),
    done: { to: "/van-ban", title: "Đã bỏ cam kết" },
  });

  mountForm(text, {
    path: "/mo-ky",
    schema: OpenSigningForm,
    may: ({ actor, pledge }) => mayRun(actor, pledge),
    open: ({ pledge }) => pledge.state === "adopted",
    draw: async (seen, { state }) => {
      const commitments = await commitmentsOf(seen.reader, seen.pledge.id);
      const silent = seen.pledge.members.filter(({ unit }) => !commitments.some((one) => one.unit === unit));
      return (
        <OpenSigningView
          {...propsOf(await frameOf(seen.c), seen)}
          silent={silent}
          state={state}
          formKey={newKey()}
        />
      );
    },
    take: ({ actor, pledge }, values) => openForSigning(actor, { pledgeId: pledge.id, ...values }),
    done: { to: "/chu-ky", title: "Đã chốt văn bản; các đơn vị được mời ký" },
  });

  return text;
}

const writtenUnits = ({ actor, pledge }: Seen): number[] =>
  unitsWritten(actor, pledge).map(({ unit }) => unit);

/** What the record tells of units this person writes for; of another's nothing. */
async function figuresFor({ actor, reader, pledge }: Seen, gathered: Gathered, asked: readonly number[]) {
  const units = asked.filter((unit) => !isRefusal(mayWriteFor(actor, pledge, unit)));
  if (units.length === 0) return [];
  return figuresOffered(gathered, reader, { movement: pledge.movement, units, year: pledge.year });
}

const commitmentIn = async ({ c, reader, pledge }: Seen) =>
  found(await findCommitment(reader, pledge.id, idOf(c, "commitment")));
