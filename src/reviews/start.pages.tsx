import { yearOf } from "../platform/day.ts";
import { emptyForm, type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import { actorOf, frameOf, NotFound, newKey, pages, readerOf, show } from "../web/http.ts";
import { ActionForm, Actions, Button, ButtonLink, Card, NumberField, Page, SelectField } from "../web/kit.ts";
import { kindNames } from "./period.ts";
import { namesOn } from "./reporting.store.ts";
import { receivesFor, reviewReachOf } from "./review-reach.store.ts";
import { movementsToReview } from "./start.store.ts";
import { BASE } from "./tags.view.tsx";

/** A report that no deadline asks for: of the year's work, of another movement or another year. */
export function startPages() {
  const start = pages();

  start.get(`${BASE}/moi`, async (c) => {
    const actor = actorOf(c);
    const reach = await reviewReachOf(readerOf(c), actor);
    const writers = [...new Set([...reach.writes, ...reach.clusters, ...receivesFor(reach, actor)])];
    if (writers.length === 0) throw new NotFound();
    const [names, movements] = await Promise.all([
      namesOn(readerOf(c), writers, actor.day),
      movementsToReview(readerOf(c), writers),
    ]);
    return show(
      c,
      <StartPage
        frame={await frameOf(c)}
        units={[...names].map(([id, name]) => ({ id, name }))}
        movements={movements}
        year={yearOf(actor.day)}
        state={emptyForm}
        formKey={newKey()}
      />,
    );
  });

  return start;
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
    crumbs={[{ label: "Sơ kết, tổng kết", href: BASE }, { label: "Lập báo cáo" }]}
    lead="Đã có báo cáo của kỳ này thì báo cáo đó được mở ra."
  >
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
