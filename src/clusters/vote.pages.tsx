import { countFactsOf } from "../ballots/count.store.ts";
import { pollOf, resultOf } from "../ballots/poll.store.ts";
import { printDocx } from "../documents/print-docx.ts";
import { printPdf } from "../documents/print-pdf.ts";
import { any, isRefusal } from "../platform/refusal.ts";
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
import type { KeptFile } from "../web/kit.ts";
import { stagedFiles } from "../web/staged.ts";
import { publishedResults } from "./results.store.ts";
import { leadsCluster, maySteer, writesFor } from "./score.may.ts";
import { seenYear } from "./scoring-year.pages.tsx";
import { authoriseVoter, decideTie, holdSecondRound, holdVote } from "./vote.acts.ts";
import { meetingMinutes } from "./vote.document.ts";
import { AuthoriseForm, HoldForm, SecondRoundForm, TieForm } from "./vote.form.ts";
import { clusterNominationsOf, peopleToServe, votersOf, votesOf } from "./vote.store.ts";
import { outcomeOf } from "./vote.ts";
import { AuthorisePage, HoldPage, type ShownVote, VotePage } from "./vote.view.tsx";
import type { WholeYear } from "./whole-sheet.store.ts";
import { yearHref, yearsHref } from "./year-tags.view.tsx";

const base = `${yearsHref}/nam/:id{[0-9]+}/suy-ton`;
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Suy tôn: the cluster's votes, who votes for each member, the minutes of the meeting. */
export function votePages() {
  const votes = pages();

  votes.get(base, async (c) => show(c, await votePage(c)));

  votes.get(`${base}/to-chuc`, async (c) => show(c, await holdPage(c, await toHold(c), emptyForm)));

  votes.post(`${base}/to-chuc`, async (c) => {
    const whole = await toHold(c);
    const form = await read(c, HoldForm);
    if (hasErrors(form)) return show(c, await holdPage(c, whole, form), 422);
    const outcome = await holdVote(actorOf(c), { yearId: whole.scoring.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await holdPage(c, whole, refusedForm(outcome, form.typed)))
      : seeOther(c, yearHref(whole.scoring.id, "/suy-ton"), {
          title: "Đã lập cuộc suy tôn; tổ kiểm phiếu mở bỏ phiếu ở trang bỏ phiếu",
        });
  });

  votes.get(`${base}/vong-hai`, async (c) => seeOther(c, yearHref((await toHold(c)).scoring.id, "/suy-ton")));

  votes.post(`${base}/vong-hai`, async (c) => {
    const whole = await toHold(c);
    const form = await read(c, SecondRoundForm);
    const back = yearHref(whole.scoring.id, "/suy-ton");
    if (hasErrors(form)) return seeOther(c, back);
    const outcome = await holdSecondRound(actorOf(c), { yearId: whole.scoring.id, voteId: form.values.vote });
    return isRefusal(outcome)
      ? seeOther(c, back, { tone: "bad", title: outcome.sentence })
      : seeOther(c, back, { title: "Đã lập vòng bầu lại" });
  });

  votes.get(`${base}/quyet-dinh`, async (c) =>
    seeOther(c, yearHref((await toHold(c)).scoring.id, "/suy-ton")),
  );

  votes.post(`${base}/quyet-dinh`, async (c) => {
    const whole = await toHold(c);
    const form = await read(c, TieForm);
    const back = yearHref(whole.scoring.id, "/suy-ton");
    if (hasErrors(form)) return seeOther(c, back);
    const { vote, unit } = form.values;
    const outcome = await decideTie(actorOf(c), { yearId: whole.scoring.id, voteId: vote, unit });
    return isRefusal(outcome)
      ? seeOther(c, back, { tone: "bad", title: outcome.sentence })
      : seeOther(c, back, { title: "Đã ghi quyết định của Trưởng cụm" });
  });

  votes.get(`${base}/uy-quyen`, async (c) => show(c, await authorisePage(c, emptyForm, [])));

  votes.post(`${base}/uy-quyen`, async (c) => {
    const whole = await seenYear(c);
    if (authorisable(c, whole).length === 0) throw new NotFound();
    const staged = await stagedFiles(c, "paper");
    const form = await read(c, AuthoriseForm);
    if (hasErrors(form) || staged.error) {
      const errors = {
        ...(hasErrors(form) ? form.errors : {}),
        ...(staged.error ? { paper: staged.error } : {}),
      };
      return show(c, await authorisePage(c, { errors, typed: form.typed }, staged.kept), 422);
    }
    const input = { yearId: whole.scoring.id, file: staged.tokens[0] ?? null, ...form.values };
    const outcome = await authoriseVoter(actorOf(c), input);
    return isRefusal(outcome)
      ? refused(c, outcome, await authorisePage(c, refusedForm(outcome, form.typed), staged.kept))
      : seeOther(c, yearHref(whole.scoring.id, "/suy-ton"), { title: "Đã ghi ủy quyền bỏ phiếu" });
  });

  votes.get(`${base}/:vote{[0-9]+}/bien-ban.docx`, async (c) => {
    const { document, name } = await minutes(c);
    return download(c, await printDocx(document), `${name}.docx`, DOCX);
  });

  votes.get(`${base}/:vote{[0-9]+}/bien-ban.pdf`, async (c) => {
    const { document, name } = await minutes(c);
    return download(c, (await printPdf(document)).bytes, `${name}.pdf`, "application/pdf");
  });

  return votes;
}

const mayHold = (c: Context, { seen }: WholeYear) =>
  any(leadsCluster(actorOf(c), seen), maySteer(actorOf(c), seen));

async function toHold(c: Context): Promise<WholeYear> {
  const whole = await seenYear(c);
  if (isRefusal(mayHold(c, whole))) throw new NotFound();
  return whole;
}

const standing = ({ members }: WholeYear) =>
  members.filter(({ listed, endedOn }) => listed && endedOn === null);

const authorisable = (c: Context, whole: WholeYear) =>
  standing(whole).filter(
    ({ unit }) => !isRefusal(any(writesFor(actorOf(c), unit), maySteer(actorOf(c), whole.seen))),
  );

async function votePage(c: Context) {
  const whole = await seenYear(c);
  const { scoring } = whole;
  const units = standing(whole).map(({ unit }) => unit);
  const [voters, all, nominations, results] = await Promise.all([
    votersOf(readerOf(c), scoring.id, units, actorOf(c).day),
    votesOf(readerOf(c), scoring.id),
    clusterNominationsOf(readerOf(c), { scoring: scoring.id }),
    publishedResults(readerOf(c), scoring.id),
  ]);
  const totals = new Map(results.map(({ unit, total }) => [unit, total]));
  const votes: ShownVote[] = [];
  for (const vote of all) {
    const poll = await pollOf(readerOf(c), vote.poll);
    const result = vote.state === "counted" ? await resultOf(readerOf(c), vote.poll) : null;
    const { person } = actorOf(c);
    const inPoll = [...(poll?.roll ?? []), ...(poll?.officers ?? [])].some((one) => one.person === person);
    const counts = (poll?.officers ?? []).some((one) => one.person === person);
    votes.push({
      ...vote,
      inPoll,
      counts,
      stands: poll?.state ?? "prepared",
      outcome: result ? outcomeOf(scoring, result, totals) : null,
    });
  }
  return (
    <VotePage
      frame={await frameOf(c)}
      whole={whole}
      voters={voters}
      votes={votes}
      nominations={nominations}
      holds={!isRefusal(mayHold(c, whole))}
      leads={!isRefusal(leadsCluster(actorOf(c), whole.seen))}
      authorises={authorisable(c, whole).length > 0}
      formKey={newKey()}
    />
  );
}

async function holdPage(c: Context, whole: WholeYear, state: FormState) {
  const units = standing(whole).map(({ unit }) => unit);
  const { day } = actorOf(c);
  const [people, voters, results] = await Promise.all([
    peopleToServe(readerOf(c), [...units, whole.scoring.cluster], day),
    votersOf(readerOf(c), whole.scoring.id, units, day),
    publishedResults(readerOf(c), whole.scoring.id),
  ]);
  return (
    <HoldPage
      frame={await frameOf(c)}
      whole={whole}
      state={state}
      formKey={newKey()}
      people={people}
      voters={voters}
      results={results}
    />
  );
}

async function authorisePage(c: Context, state: FormState, kept: readonly KeptFile[]) {
  const whole = await seenYear(c);
  const units = authorisable(c, whole);
  if (units.length === 0) throw new NotFound();
  const people = await peopleToServe(
    readerOf(c),
    units.map(({ unit }) => unit),
    actorOf(c).day,
  );
  return (
    <AuthorisePage
      frame={await frameOf(c)}
      whole={whole}
      state={state}
      formKey={newKey()}
      units={units}
      people={people.map(({ person, name, post }) => ({ id: `${person}`, label: `${name}, ${post}` }))}
      kept={kept}
    />
  );
}

/** Minutes of a counted vote, for whoever sees the year. */
async function minutes(c: Context) {
  const whole = await seenYear(c);
  const { scoring } = whole;
  const vote = found((await votesOf(readerOf(c), scoring.id)).find(({ id }) => id === idOf(c, "vote")));
  if (vote.state !== "counted") throw new NotFound();
  const [poll, count, nominations, results] = await Promise.all([
    pollOf(readerOf(c), vote.poll),
    countFactsOf(readerOf(c), vote.poll),
    clusterNominationsOf(readerOf(c), { scoring: scoring.id }),
    publishedResults(readerOf(c), scoring.id),
  ]);
  const nomination = nominations.find((one) => one.poll === vote.poll) ?? null;
  const facts = {
    scoring,
    vote,
    members: standing(whole).length,
    voters: poll?.roll ?? [],
    results,
    count,
    nomination,
  };
  return { document: meetingMinutes(facts), name: `Biên bản họp ${scoring.clusterName} ${scoring.year}` };
}
