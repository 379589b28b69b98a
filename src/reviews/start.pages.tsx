import type { Actor } from "../platform/actor.ts";
import { yearOf } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
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
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  NumberField,
  Page,
  SelectField,
} from "../web/kit.ts";
import { kindNames } from "./period.ts";
import { namesOn } from "./reporting.store.ts";
import { startReview } from "./review.acts.ts";
import { StartForm } from "./review.form.ts";
import { type ReviewReach, receivesFor, reviewReachOf } from "./review-reach.store.ts";
import { movementsToReview } from "./start.store.ts";
import { BASE } from "./tags.view.tsx";

/** A report that no deadline asks for: of the year's work, of another movement or another year. */
export function startPages() {
  const start = pages();

  start.get(`${BASE}/moi`, async (c) => show(c, await startPage(c, emptyForm)));

  start.post(BASE, async (c) => {
    const form = await read(c, StartForm);
    if (hasErrors(form)) return show(c, await startPage(c, form), 422);
    const outcome = await startReview(actorOf(c), form.values);
    return isRefusal(outcome)
      ? refused(c, outcome, await startPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `${BASE}/${outcome}/soan`);
  });

  return start;
}

/** The units, clusters and bodies for which somebody may begin a report. */
export const startsFor = (reach: ReviewReach, actor: Actor): number[] => [
  ...new Set([...reach.writes, ...reach.clusters, ...receivesFor(reach, actor)]),
];

async function startPage(c: Context, state: FormState) {
  const actor = actorOf(c);
  const writers = startsFor(await reviewReachOf(readerOf(c), actor), actor);
  if (writers.length === 0) throw new NotFound();
  const [names, movements] = await Promise.all([
    namesOn(readerOf(c), writers, actor.day),
    movementsToReview(readerOf(c), writers),
  ]);
  return (
    <StartPage
      frame={await frameOf(c)}
      units={[...names].map(([id, name]) => ({ id, name }))}
      movements={movements}
      year={yearOf(actor.day)}
      state={state}
      formKey={newKey()}
    />
  );
}

interface StartPageProps {
  frame: Frame;
  units: readonly { id: number; name: string }[];
  movements: readonly { id: number; name: string }[];
  year: number;
  state: FormState;
  formKey: string;
}

const StartPage = ({ frame, units, movements, year, state, formKey }: StartPageProps) => (
  <Page
    frame={frame}
    title="Lập báo cáo sơ kết, tổng kết"
    failed={Object.keys(state.errors).length > 0}
    crumbs={[{ label: "Sơ kết, tổng kết", href: BASE }, { label: "Lập báo cáo" }]}
    lead="Đã có báo cáo của kỳ này thì báo cáo đó được mở ra."
  >
    <ErrorSummary errors={state.errors} title="Chưa bắt đầu được" />
    <Card>
      <ActionForm action={BASE} formKey={formKey}>
        <SelectField
          {...shown(state, "unit", units.length === 1 ? `${units[0]?.id}` : "")}
          label="Nơi báo cáo"
          choices={units.map(({ id, name }) => ({ value: `${id}`, label: name }))}
        />
        <SelectField
          {...shown(state, "movement")}
          label="Phong trào"
          prompt="Công tác thi đua, khen thưởng của năm, không theo một phong trào"
          choices={movements.map(({ id, name }) => ({ value: `${id}`, label: name }))}
          optional
        />
        <SelectField
          {...shown(state, "kind", "interim")}
          label="Kỳ báo cáo"
          prompt={null}
          choices={Object.entries(kindNames).map(([value, label]) => ({ value, label }))}
        />
        <NumberField {...shown(state, "year", `${year}`)} label="Năm" />
        <Actions>
          <Button>Bắt đầu viết</Button>
          <ButtonLink href={BASE} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
