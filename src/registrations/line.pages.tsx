import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm, type Typed } from "../web/form.ts";
import {
  actorOf,
  type Context,
  formOf,
  found,
  frameOf,
  idOf,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import type { PickOption } from "../web/kit.ts";
import { refusedWithWords } from "../web/refused-words.tsx";
import { collectivesOf, findPersonCandidate, findPersonsNamed } from "./candidate.store.ts";
import { forgetForm, keepForm } from "./kept-form.acts.ts";
import { type KeptWords, keptFormOf } from "./kept-form.store.ts";
import { addLine, changeLine, removeLine, type SubjectAsked } from "./line.acts.ts";
import type { Candidate, IndividualSubject, Line, Subject } from "./line.ts";
import { LinePage } from "./line.view.tsx";
import { findRegisteringUnit } from "./registering.store.ts";
import { LineForm, type LineValues, RemoveForm } from "./registration.form.ts";
import { mayWrite, type SeenRegistration } from "./registration.may.ts";
import { lineIn, seenForChange, seenForWriting, seenRegistration } from "./seen.pages.tsx";
import { type TitleChoice, titlesFor } from "./title.ts";
import { verdictBeside } from "./verdict.pages.tsx";

/** The lines of a registration: added, changed, proposed by people for themselves, answered, dropped. */
export function linePages() {
  const lines = pages();

  lines.get("/dang-ky/:id{[0-9]+}/tim-nguoi", async (c) => {
    const seen = await seenForWriting(c);
    const words = c.req.query("q") ?? "";
    const people = words.trim()
      ? await findPersonsNamed(readerOf(c), words.trim(), seen, actorOf(c).day)
      : [];
    return c.json({ options: people.map(optionOf) });
  });

  lines.get("/dang-ky/:id{[0-9]+}/dong/moi", async (c) => {
    const seen = await seenForWriting(c);
    const kind = kindIn(c.req.query("cho") ?? c.req.query("kind"));
    const asked = typedInQuery(c);
    const kept = Object.keys(asked).length > 0 ? null : await keptOf(c, seen, kind);
    const state = { errors: {}, typed: kept?.typed ?? asked };
    return show(c, await linePage(c, seen, { kind, state, savedAt: kept?.savedAt ?? null }));
  });

  lines.post("/dang-ky/:id{[0-9]+}/dong/moi/nhap-tam", async (c) => {
    const seen = await seenForWriting(c);
    const form = formName(seen, kindIn(c.req.query("cho")));
    await keepForm({ ...actorOf(c), key: null }, { form, typed: wordsIn(await formOf(c)) });
    return c.json({ saved: true });
  });
  lines.get("/dang-ky/:id{[0-9]+}/dong/moi/nhap-tam", (c) => seeOther(c, `/dang-ky/${idOf(c)}/dong/moi`));

  lines.post("/dang-ky/:id{[0-9]+}/dong/moi", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const form = await read(c, LineForm);
    const kind = kindIn(`${(await formOf(c)).get("kind")}`);
    if (hasErrors(form)) return show(c, await linePage(c, seen, { kind, state: form }), 422);
    const subject = await subjectOf(c, seen, form.values);
    if ("state" in subject) {
      const state = { errors: subject.state.errors, typed: form.typed };
      return show(c, await linePage(c, seen, { kind, state, namesakes: subject.namesakes }), 422);
    }
    const { title, commitment } = form.values;
    const outcome = await addLine(actorOf(c), { registrationId: seen.id, title, commitment, subject });
    if (isRefusal(outcome))
      return refused(
        c,
        outcome,
        await linePage(c, seen, { kind, state: refusedAt(outcome, kind, form.typed) }),
      );
    await forgetForm({ ...actorOf(c), key: null }, { form: formName(seen, kind) });
    const notice = { title: "Đã thêm vào danh sách" };
    return (await formOf(c)).get("them-nua")
      ? seeOther(c, `/dang-ky/${seen.id}/dong/moi?cho=${kind}`, notice)
      : seeOther(c, `/dang-ky/${seen.id}?dong=${outcome}`, notice);
  });

  lines.get("/dang-ky/:id{[0-9]+}/dong/:line{[0-9]+}", async (c) => {
    const seen = await seenRegistration(c);
    const line = await lineIn(c, seen);
    if (isRefusal(mayWrite(actorOf(c), seen))) return seeOther(c, `/dang-ky/${seen.id}?dong=${line.id}`);
    if (line.state === "proposed") return seeOther(c, `/dang-ky/${seen.id}/dong/${line.id}/tra-loi`);
    return show(c, await linePage(c, seen, { kind: line.subject.kind, state: emptyForm, line }));
  });

  lines.post("/dang-ky/:id{[0-9]+}/dong/:line{[0-9]+}", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const line = await lineIn(c, seen);
    const kind = line.subject.kind;
    const form = await read(c, LineForm);
    if (hasErrors(form)) return show(c, await linePage(c, seen, { kind, state: form, line }), 422);
    const subject = await subjectOf(c, seen, form.values);
    if ("state" in subject) {
      const state = { errors: subject.state.errors, typed: form.typed };
      return show(c, await linePage(c, seen, { kind, state, line, namesakes: subject.namesakes }), 422);
    }
    const { title, commitment, version } = form.values;
    const input = { registrationId: seen.id, lineId: line.id, version: version ?? line.version };
    const outcome = await changeLine(actorOf(c), { ...input, title, commitment, subject });
    return isRefusal(outcome)
      ? refused(
          c,
          outcome,
          await linePage(c, seen, {
            kind,
            line,
            state: refusedAt(outcome, kind, afresh(outcome, line, form.typed)),
          }),
        )
      : seeOther(c, `/dang-ky/${seen.id}?dong=${outcome}`, { title: "Đã lưu dòng đăng ký" });
  });

  lines.get("/dang-ky/:id{[0-9]+}/dong/:line{[0-9]+}/ban-bo", (c) =>
    seeOther(c, `/dang-ky/${idOf(c)}/dong/${idOf(c, "line")}`),
  );
  lines.post("/dang-ky/:id{[0-9]+}/dong/:line{[0-9]+}/ban-bo", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const line = await lineIn(c, seen);
    const form = await read(c, RemoveForm);
    const version = hasErrors(form) ? 0 : form.values.version;
    const outcome = await removeLine(actorOf(c), { registrationId: seen.id, lineId: line.id, version });
    return isRefusal(outcome)
      ? refused(
          c,
          outcome,
          await linePage(c, seen, { kind: line.subject.kind, line, state: refusedForm(outcome, {}) }),
        )
      : seeOther(c, `/dang-ky/${seen.id}`, { title: `Đã bỏ dòng của ${line.subject.name}` });
  });

  return lines;
}

const kindIn = (text: string | undefined | null): Subject["kind"] =>
  text === "collective" || text === "household" ? text : "individual";

const formName = (seen: SeenRegistration, kind: Subject["kind"]): string => `dang-ky-${seen.id}-dong-${kind}`;

async function keptOf(c: Context, seen: SeenRegistration, kind: Subject["kind"]) {
  const { account } = actorOf(c);
  return account ? keptFormOf(readerOf(c), account, formName(seen, kind)) : null;
}

function wordsIn(form: FormData): KeptWords {
  const words: Record<string, string[]> = {};
  for (const [name, value] of form)
    if (typeof value === "string" && name !== "key") words[name] = [...(words[name] ?? []), value];
  return words;
}

/** What a look at the conditions carries in its address. */
function typedInQuery(c: Context): Typed {
  const { cho, key, ...asked } = c.req.queries();
  return asked;
}

/** A stale page is drawn anew with the version that holds, and everything typed. */
const afresh = (outcome: Refusal, line: Line, typed: Typed): Typed =>
  outcome.refusal === "stale" ? { ...typed, version: [`${line.version}`] } : typed;

const fieldFor = (outcome: Refusal, kind: Subject["kind"]): string | undefined =>
  outcome.field !== "subject" ? outcome.field : kind === "individual" ? "person" : kind;

const refusedAt = (outcome: Refusal, kind: Subject["kind"], typed: Typed): FormState =>
  refusedForm({ ...outcome, field: fieldFor(outcome, kind) }, typed);

const optionOf = ({ subject }: Candidate): PickOption => {
  const person = subject as IndividualSubject;
  const detail = [person.post, person.unitName, person.birthYear && `sinh ${person.birthYear}`]
    .filter(Boolean)
    .join(", ");
  return { id: `${person.person}`, label: person.name, detail };
};

interface Unsettled {
  readonly state: FormState;
  readonly namesakes: readonly PickOption[];
}

/** Who the form means: chosen from the list, or the only one whose name answers to the words. */
async function subjectOf(
  c: Context,
  seen: SeenRegistration,
  values: LineValues,
): Promise<SubjectAsked | Unsettled> {
  if (values.kind === "household")
    return values.household
      ? { kind: "household", name: values.household }
      : wrong("household", "Hãy ghi hộ gia đình.");
  if (values.kind === "collective")
    return values.collective
      ? { kind: "collective", unit: values.collective }
      : wrong("collective", "Hãy chọn tập thể.");
  if (!values.person) return wrong("person", "Hãy chọn người được đăng ký.");
  if (values.person.id) return { kind: "individual", person: Number(values.person.id) };
  const people = await findPersonsNamed(readerOf(c), values.person.text, seen, actorOf(c).day);
  const [only] = people;
  if (people.length === 1 && only)
    return { kind: "individual", person: (only.subject as IndividualSubject).person };
  return people.length === 0
    ? wrong("person", `Không có ai tên “${values.person.text}” trong ${seen.unitName}.`)
    : wrong(
        "person",
        `Có ${people.length} người ứng với “${values.person.text}”; hãy chọn đúng người.`,
        people.map(optionOf),
      );
}

const wrong = (field: string, sentence: string, namesakes: readonly PickOption[] = []): Unsettled => ({
  state: { errors: { [field]: sentence }, typed: {} },
  namesakes,
});

interface Drawing {
  readonly kind: Subject["kind"];
  readonly state: FormState;
  readonly line?: Line;
  readonly namesakes?: readonly PickOption[];
  readonly savedAt?: Date | null;
}

async function linePage(c: Context, seen: SeenRegistration, drawing: Drawing) {
  const { day } = actorOf(c);
  const unit = found(await findRegisteringUnit(readerOf(c), seen.unit, day));
  const titles = titlesFor(unit, seen.year, drawing.kind);
  const line = drawing.line ?? null;
  const collectives = drawing.kind === "collective" ? await collectivesOf(readerOf(c), seen, day) : [];
  return (
    <LinePage
      frame={await frameOf(c)}
      registration={seen}
      kind={drawing.kind}
      titles={titles}
      collectives={collectives}
      state={drawing.state}
      formKey={newKey()}
      line={line}
      namesakes={drawing.namesakes ?? []}
      savedAt={drawing.savedAt ?? null}
      beside={line ? await verdictBeside(c, seen, line) : await verdictOnTyped(c, seen, drawing, titles)}
    />
  );
}

/** The verdict on what is chosen so far, before anything is saved. */
async function verdictOnTyped(
  c: Context,
  seen: SeenRegistration,
  drawing: Drawing,
  titles: readonly TitleChoice[],
) {
  const title = titles.find(({ code }) => code === drawing.state.typed.title?.[0]);
  if (!title) return null;
  const subject = await typedSubject(c, seen, drawing);
  if (!subject) return null;
  const line: Line = {
    id: 0,
    registration: seen.id,
    title: title.code,
    subject,
    chain: title.chain,
    commitment: null,
    state: "listed",
    answer: null,
    proposedBy: null,
    gatheredFrom: null,
    version: 0,
  };
  return verdictBeside(c, seen, line);
}

async function typedSubject(
  c: Context,
  seen: SeenRegistration,
  { kind, state }: Drawing,
): Promise<Subject | null> {
  const { day } = actorOf(c);
  const typed = (name: string) => state.typed[name]?.[0] ?? "";
  if (kind === "household") return typed("household") ? { kind, name: typed("household") } : null;
  if (kind === "collective") {
    const collectives = await collectivesOf(readerOf(c), seen, day);
    const chosen = collectives.find(
      ({ subject }) => subject.kind === kind && `${subject.unit}` === typed("collective"),
    );
    return chosen?.subject ?? null;
  }
  const id = Number(typed("person.id"));
  if (!Number.isSafeInteger(id) || id <= 0) return null;
  const candidate = await findPersonCandidate(readerOf(c), id, seen, day);
  return candidate?.belongs ? candidate.subject : null;
}
