import { movementReachOf } from "../movements/movement-reach.store.ts";
import { closeForm, keepForm, openForm } from "../movements/typed.pages.ts";
import { addressIn, listFiles, mostInAFile, numberIn } from "../org/list-files.pages.ts";
import { onDay, writeDay } from "../platform/day.ts";
import { readKept } from "../platform/files.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  type App,
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
  seeOther,
  show,
  statusOf,
} from "../web/http.ts";
import { type KeptFile, pageIn, rowsOnAPage, type TableAddress } from "../web/kit.ts";
import { type StagedFiles, stagedFiles } from "../web/staged.ts";
import { guidanceFrom } from "./guidance.store.ts";
import { movementsInReach } from "./movement-choices.store.ts";
import {
  answerDueFrom,
  answerQuestion,
  closeQuestion,
  escalateQuestion,
  raiseQuestion,
  reopenQuestion,
} from "./question.acts.ts";
import { AgainForm, AskForm, CloseForm, EscalateForm, ReplyForm } from "./question.form.ts";
import { mayAnswer, mayAsk, maySeeQuestion } from "./question.may.ts";
import { filesOfQuestion, findQuestion, historyOfQuestion } from "./question.store.ts";
import {
  isQuestionKind,
  isQuestionState,
  type Question,
  questionKindNames,
  questionStateNames,
} from "./question.ts";
import { QuestionView } from "./question.view.tsx";
import { AskView } from "./question-ask.view.tsx";
import { everyQuestion, listQuestions, type QuestionFilter } from "./question-list.store.ts";
import { QuestionListView } from "./question-list.view.tsx";
import {
  answeringBodiesAbove,
  inspectsUnit,
  questionReachOf,
  unitsAskedFor,
} from "./question-reach.store.ts";

const HOME = "/theo-doi/kien-nghi";
const DRAFT = "kien-nghi-moi";

/** Questions raised to the standing body: list, asking, exchange. */
export function questionPages(): App {
  const questions = pages();
  listAddresses(questions);
  askAddresses(questions);
  exchangeAddresses(questions);
  return questions;
}

function listAddresses(questions: App): void {
  questions.get(HOME, async (c) => {
    const actor = actorOf(c);
    const reader = readerOf(c);
    const address = addressOf(c);
    const page = pageIn(address);
    const reach = await questionReachOf(reader, actor);
    const [rows, movements, frame] = await Promise.all([
      listQuestions(reader, reach, filterIn(address), {
        offset: (page - 1) * rowsOnAPage,
        limit: rowsOnAPage,
      }),
      movementReachOf(reader, actor).then((movementReach) => movementsInReach(reader, movementReach)),
      frameOf(c),
    ]);
    return show(
      c,
      <QuestionListView
        frame={frame}
        actor={actor}
        address={address}
        page={page}
        found={rows}
        movements={movements}
        asks={reach.asksFor.length > 0}
        answers={reach.serves.length > 0}
      />,
    );
  });

  listFiles(questions, HOME, { name: "Kiến nghị, vướng mắc", columns, rows: exported });
}

const columns = [
  { title: "Đơn vị gửi", width: 40, kind: "text" },
  { title: "Vấn đề", width: 60, kind: "text" },
  { title: "Loại", width: 24, kind: "text" },
  { title: "Phong trào", width: 40, kind: "text" },
  { title: "Nơi trả lời", width: 40, kind: "text" },
  { title: "Trạng thái", width: 18, kind: "text" },
  { title: "Ngày gửi", width: 14, kind: "day" },
  { title: "Hạn trả lời", width: 14, kind: "day" },
] as const;

async function exported(c: Context) {
  const reach = await questionReachOf(readerOf(c), actorOf(c));
  const { rows } = await listQuestions(readerOf(c), reach, filterIn(addressOf(c)), {
    offset: 0,
    limit: mostInAFile,
  });
  return rows.map((row) => [
    row.unitName,
    row.title,
    questionKindNames[row.kind],
    row.movementName ?? "",
    row.holderName,
    questionStateNames[row.state],
    onDay(row.askedAt),
    row.dueOn,
  ]);
}

const addressOf = (c: Context) => addressIn(c, HOME);

const filterIn = ({ query }: TableAddress): QuestionFilter => ({
  ...everyQuestion,
  words: query.q ?? "",
  state: query["trang-thai"] && isQuestionState(query["trang-thai"]) ? query["trang-thai"] : null,
  kind: query.loai && isQuestionKind(query.loai) ? query.loai : null,
  movement: numberIn(query["phong-trao"]),
  late: query.loc === "qua-han",
  mine: query.loc === "cho-toi",
});

function askAddresses(questions: App): void {
  questions.get(`${HOME}/moi`, async (c) => {
    const opened = await openForm(actorOf(c), DRAFT);
    const asked = c.req.query("phong-trao");
    const state =
      asked && Object.keys(opened.state.typed).length === 0
        ? { ...opened.state, typed: { movement: [asked] } }
        : opened.state;
    return show(c, await askPage(c, state, [], opened.savedAt));
  });

  questions.post(`${HOME}/moi`, async (c) => {
    const staged = await stagedFiles(c, "files");
    const form = await read(c, AskForm);
    if (hasErrors(form) || staged.error)
      return show(c, await askPage(c, withFileError(form, staged), staged.kept), 422);
    const outcome = await raiseQuestion(actorOf(c), { ...form.values, files: staged.tokens });
    if (isRefusal(outcome))
      return show(c, await askPage(c, refusedForm(outcome, form.typed), staged.kept), statusOf(outcome));
    await closeForm(actorOf(c), DRAFT);
    return seeOther(c, `${HOME}/${outcome}`, { title: "Đã gửi kiến nghị" });
  });

  questions.get(`${HOME}/moi/ban-nhap`, (c) => c.redirect(`${HOME}/moi`, 303));
  questions.post(`${HOME}/moi/ban-nhap`, (c) => keepForm(c, actorOf(c), DRAFT));
}

const withFileError = (form: Partial<FormState>, staged: StagedFiles): FormState => ({
  errors: { ...form.errors, ...(staged.error ? { files: staged.error } : {}) },
  typed: form.typed ?? {},
});

async function askPage(c: Context, state: FormState, kept: readonly KeptFile[], savedAt?: string) {
  const actor = actorOf(c);
  const reader = readerOf(c);
  const units = await unitsAskedFor(reader, actor);
  const chosen = Number(state.typed.unit?.[0] ?? units[0]?.id ?? 0);
  const unit = units.some(({ id }) => id === chosen) ? chosen : units[0]?.id;
  if (unit === undefined) throw new NotFound();
  const [receivers, movements, frame] = await Promise.all([
    answeringBodiesAbove(reader, unit, actor.day),
    movementReachOf(reader, actor).then((reach) => movementsInReach(reader, reach)),
    frameOf(c),
  ]);
  return (
    <AskView
      frame={frame}
      units={units}
      receivers={receivers}
      unit={unit}
      movements={movements}
      state={state}
      kept={kept}
      formKey={newKey()}
      savedAt={savedAt}
    />
  );
}

function exchangeAddresses(questions: App): void {
  questions.get(`${HOME}/:id{[0-9]+}`, async (c) => show(c, await questionPage(c, await seenQuestion(c))));

  questions.get(`${HOME}/:id{[0-9]+}/tep/:file{[0-9]+}`, async (c) => {
    const question = await seenQuestion(c);
    const files = await filesOfQuestion(readerOf(c), question.id);
    const file = found(files.find(({ id }) => id === idOf(c, "file")));
    return download(c, await readKept(file.hash), file.name, file.mediaType);
  });

  for (const step of ["tra-loi", "chuyen-len", "hoi-lai", "ket-thuc"])
    questions.get(`${HOME}/:id{[0-9]+}/${step}`, (c) => c.redirect(`${HOME}/${idOf(c)}`, 303));

  questions.post(`${HOME}/:id{[0-9]+}/tra-loi`, async (c) => {
    const question = await seenQuestion(c);
    const staged = await stagedFiles(c, "files");
    const form = await read(c, ReplyForm);
    if (hasErrors(form) || staged.error)
      return show(c, await questionPage(c, question, withFileError(form, staged), staged.kept), 422);
    const answer = { questionId: question.id, words: form.values.answer, files: staged.tokens };
    const outcome = await answerQuestion(actorOf(c), answer);
    return after(c, question, outcome, "Đã gửi trả lời", form.typed, staged.kept);
  });

  questions.post(`${HOME}/:id{[0-9]+}/chuyen-len`, async (c) => {
    const question = await seenQuestion(c);
    const form = await read(c, EscalateForm);
    if (hasErrors(form)) return show(c, await questionPage(c, question, form), 422);
    const outcome = await escalateQuestion(actorOf(c), { questionId: question.id, ...form.values });
    return after(c, question, outcome, "Đã chuyển lên cấp trên", form.typed);
  });

  questions.post(`${HOME}/:id{[0-9]+}/hoi-lai`, async (c) => {
    const question = await seenQuestion(c);
    const form = await read(c, AgainForm);
    if (hasErrors(form)) return show(c, await questionPage(c, question, form), 422);
    const outcome = await reopenQuestion(actorOf(c), { questionId: question.id, words: form.values.again });
    return after(c, question, outcome, "Đã hỏi lại", form.typed);
  });

  questions.post(`${HOME}/:id{[0-9]+}/ket-thuc`, async (c) => {
    const question = await seenQuestion(c);
    const form = await read(c, CloseForm);
    if (hasErrors(form)) return show(c, await questionPage(c, question, form), 422);
    const words = form.values.closing ?? "";
    const outcome = await closeQuestion(actorOf(c), { questionId: question.id, words });
    return after(c, question, outcome, "Đã kết thúc kiến nghị", form.typed);
  });
}

async function after(
  c: Context,
  question: Question,
  outcome: number | Refusal,
  title: string,
  typed: FormState["typed"],
  kept: readonly KeptFile[] = [],
) {
  if (!isRefusal(outcome)) return seeOther(c, `${HOME}/${question.id}`, { title });
  const now = found(await findQuestion(readerOf(c), question.id));
  return show(c, await questionPage(c, now, refusedForm(outcome, typed), kept), statusOf(outcome));
}

/** The question in the address; what somebody may not see is no such page. */
export async function seenQuestion(c: Context): Promise<Question> {
  const question = found(await findQuestion(readerOf(c), idOf(c)));
  const reach = await questionReachOf(readerOf(c), actorOf(c));
  const inspects = await inspectsUnit(readerOf(c), reach, question.unit);
  if (isRefusal(maySeeQuestion(actorOf(c), reach.serves, inspects, question))) throw new NotFound();
  return question;
}

async function questionPage(
  c: Context,
  question: Question,
  state: FormState = emptyForm,
  kept: readonly KeptFile[] = [],
) {
  const actor = actorOf(c);
  const reader = readerOf(c);
  const { serves } = await questionReachOf(reader, actor);
  const answers = !isRefusal(mayAnswer(serves, question));
  const [history, files, guidance, above, frame] = await Promise.all([
    historyOfQuestion(reader, question.id),
    filesOfQuestion(reader, question.id),
    guidanceFrom(reader, question.id),
    answers ? answeringBodiesAbove(reader, question.holder, actor.day) : [],
    frameOf(c),
  ]);
  return (
    <QuestionView
      frame={frame}
      actor={actor}
      question={question}
      history={history}
      files={files}
      guidance={guidance}
      above={above}
      proposedDue={writeDay(answerDueFrom(actor.day))}
      answers={answers}
      asks={!isRefusal(mayAsk(actor, question.unit))}
      state={state}
      kept={kept}
      formKey={newKey}
    />
  );
}
