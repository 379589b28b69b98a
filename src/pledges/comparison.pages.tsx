import type { Figure } from "../platform/offered.ts";
import { any } from "../platform/refusal.ts";
import { found, frameOf, idOf, newKey, pages, show } from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { commitmentsOf, findCommitment } from "./commitment.store.ts";
import type { Commitment } from "./commitment.ts";
import { writeOutcome } from "./comparison.acts.ts";
import { ComparisonView, OutcomeView } from "./comparison.view.tsx";
import { mountForm } from "./form-page.pages.tsx";
import { OutcomeForm } from "./pledge.form.ts";
import { mayRun, mayWriteFor, unitsWritten } from "./pledge.may.ts";
import { planIsOpen } from "./pledge.ts";
import { propsOf } from "./pledge-frame.view.tsx";
import { type Seen, seenPledge } from "./seen.pages.tsx";
import { figuresOffered } from "./tally.pages.ts";

/** At the year's end: what was promised beside what was done. */
export function comparisonPages(gathered: Gathered) {
  const comparison = pages();

  comparison.get("/giao-uoc/:id{[0-9]+}/doi-chieu", async (c) => {
    const seen = await seenPledge(c);
    const commitments = await commitmentsOf(seen.reader, seen.pledge.id);
    const figures = await ownFigures(seen, gathered, commitments);
    return show(
      c,
      <ComparisonView {...propsOf(await frameOf(c), seen)} commitments={commitments} figures={figures} />,
    );
  });

  mountForm(comparison, {
    path: "/doi-chieu/:commitment{[0-9]+}",
    schema: OutcomeForm,
    may: async (seen) => {
      const { unit } = await commitmentIn(seen);
      return any(mayRun(seen.actor, seen.pledge), mayWriteFor(seen.actor, seen.pledge, unit));
    },
    open: ({ pledge }) => !planIsOpen(pledge.state),
    draw: async (seen, { state }) => {
      const commitment = await commitmentIn(seen);
      const { movement, year } = seen.pledge;
      const units = [commitment.unit];
      return (
        <OutcomeView
          {...propsOf(await frameOf(seen.c), seen)}
          commitment={commitment}
          figures={await figuresOffered(gathered, seen.reader, { movement, units, year })}
          state={state}
          formKey={newKey()}
        />
      );
    },
    take: ({ actor, pledge, c }, { version, ...outcome }) =>
      writeOutcome(actor, { pledgeId: pledge.id, commitmentId: idOf(c, "commitment"), version, outcome }),
    done: { to: "/doi-chieu", title: "Đã ghi kết quả thực hiện cam kết" },
  });

  return comparison;
}

/** The figures that commitments of this person's own units are tied to, by unit and code. */
async function ownFigures(
  { actor, reader, pledge }: Seen,
  gathered: Gathered,
  commitments: readonly Commitment[],
): Promise<Map<string, Figure>> {
  const tied = unitsWritten(actor, pledge).filter(({ unit }) =>
    commitments.some((one) => one.unit === unit && one.figure !== null),
  );
  const found = await Promise.all(
    tied.map(async ({ unit }) => {
      const { movement, year } = pledge;
      const figures = await figuresOffered(gathered, reader, { movement, units: [unit], year });
      return figures.map((figure) => [`${unit} ${figure.code}`, figure] as const);
    }),
  );
  return new Map(found.flat());
}

const commitmentIn = async ({ c, reader, pledge }: Seen) =>
  found(await findCommitment(reader, pledge.id, idOf(c, "commitment")));
