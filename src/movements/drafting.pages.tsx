import { settlePicks } from "../org/pick.form.ts";
import type { Actor } from "../platform/actor.ts";
import { yearOf } from "../platform/day.ts";
import { lessonsFor } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  type App,
  actorOf,
  type Context,
  frameOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  seeOther,
  show,
} from "../web/http.ts";
import type { PickOption } from "../web/kit.ts";
import type { Gathered } from "../web/part.ts";
import { changeSection, copyMovement, draftMovement } from "./drafting.acts.ts";
import { launchingBodies } from "./launchers.store.ts";
import { isBeingWritten } from "./life.ts";
import { CopyForm, type FormSection, NewMovementForm, sectionForms } from "./movement.form.ts";
import type { MovementKind } from "./movement.ts";
import { knownMovements, movementsToCopy } from "./movement-list.store.ts";
import { movementReachOf } from "./movement-reach.store.ts";
import { NewMovementView } from "./new.view.tsx";
import { withLinesOf } from "./outline.ts";
import { reachableUnits, unitNamesOf } from "./scope.store.ts";
import { SectionView } from "./section.view.tsx";
import { isSection, type MovementChange, type SectionKey } from "./sections.ts";
import { mayEditNow, type Seen, seenMovement } from "./seen.pages.ts";
import { closeForm, keepForm, openForm } from "./typed.pages.ts";

const NEW = "phong-trao-moi";

/** A movement begins here, and each of its sections is written here. */
export function draftingPages(gathered: Gathered): App {
  const drafting = pages();

  drafting.get("/phong-trao/moi", async (c) => {
    const opened = await openForm(actorOf(c), NEW);
    return showNew(c, { ...opened, copying: false });
  });

  drafting.post("/phong-trao/moi", async (c) => {
    const form = await read(c, NewMovementForm);
    if (hasErrors(form)) return showNew(c, { state: form, copying: false }, 422);
    const { kind, ...given } = form.values;
    const outcome = await draftMovement(actorOf(c), { ...given, kind: kind as MovementKind });
    if (isRefusal(outcome))
      return showNew(
        c,
        { state: refusedForm(outcome, form.typed), copying: false },
        outcome.kind === "may-not" ? 403 : 422,
      );
    await closeForm(actorOf(c), NEW);
    return seeOther(c, `/phong-trao/${outcome}/noi-dung`, {
      title: "Đã lập dự thảo.",
      children: "Hãy điền từng phần bên dưới; phần nào cũng lưu riêng được.",
    });
  });

  drafting.get("/phong-trao/moi/ban-nhap", (c) => c.redirect("/phong-trao/moi", 303));
  drafting.post("/phong-trao/moi/ban-nhap", (c) => keepForm(c, actorOf(c), NEW));

  drafting.get("/phong-trao/moi/tu-nam-truoc", (c) => c.redirect("/phong-trao/moi", 303));
  drafting.post("/phong-trao/moi/tu-nam-truoc", async (c) => {
    const form = await read(c, CopyForm);
    if (hasErrors(form)) return showNew(c, { state: form, copying: true }, 422);
    return copied(c, form.values.movement, form.values.year, form.typed);
  });

  drafting.get("/phong-trao/:id/phan/:section", async (c) => {
    const seen = await editable(c, gathered);
    const section = sectionOf(c);
    const opened = await openForm(seen.actor, formName(seen, section));
    return showSection(c, seen, section, opened);
  });

  drafting.get("/phong-trao/:id/phan/:section/ban-nhap", (c) =>
    c.redirect(`/phong-trao/${c.req.param("id")}/phan/${c.req.param("section")}`, 303),
  );
  drafting.post("/phong-trao/:id/phan/:section/ban-nhap", async (c) => {
    const seen = await editable(c, gathered);
    return keepForm(c, seen.actor, formName(seen, sectionOf(c)));
  });

  drafting.post("/phong-trao/:id/phan/:section", async (c) => {
    const seen = await editable(c, gathered);
    const section = sectionOf(c);
    const form = await read(c, sectionForms[section]);
    if (hasErrors(form)) return showSection(c, seen, section, { state: form }, 422);
    const { version, amendment, ...typed } = form.values as Record<string, unknown> & SectionFrame;
    const made = await changeFrom(seen, section, typed);
    if ("errors" in made)
      return showSection(
        c,
        seen,
        section,
        { state: { errors: made.errors, typed: form.typed }, namesakes: made.namesakes },
        422,
      );
    const outcome = await changeSection(actorOf(c), {
      movementId: seen.movement.id,
      version,
      section,
      change: made.change,
      amendment,
    });
    if (isRefusal(outcome)) {
      const kept =
        outcome.refusal === "changed-meanwhile"
          ? { ...form.typed, version: [`${seen.movement.version}`] }
          : form.typed;
      const state = refusedForm(outcome, kept);
      return showSection(
        c,
        seen,
        section,
        { state },
        outcome.kind === "moved-on" ? 409 : outcome.kind === "may-not" ? 403 : 422,
      );
    }
    await closeForm(seen.actor, formName(seen, section));
    return seeOther(c, `/phong-trao/${outcome}/noi-dung#${section}`, { title: "Đã lưu." });
  });

  return drafting;
}

/** Copies last year's launch, from the list of choices or from its own page. */
export async function copied(c: Context, movement: number, year: number, typed: FormState["typed"]) {
  const outcome = await copyMovement(actorOf(c), { movementId: movement, year });
  if (isRefusal(outcome))
    return showNew(
      c,
      { state: refusedForm(outcome, typed), copying: true },
      outcome.kind === "may-not" ? 403 : 422,
    );
  return seeOther(c, `/phong-trao/${outcome}`, {
    title: "Đã lập dự thảo theo phong trào năm trước.",
    children: "Ngày đã dời sang năm mới; chủ đề và dịp chào mừng để trống để viết lại.",
  });
}

interface SectionFrame {
  readonly version: number;
  readonly amendment: { symbol: string; day: Actor["day"]; reason: string } | null;
}

interface NewState {
  readonly state: FormState;
  readonly copying: boolean;
  readonly savedAt?: string | undefined;
}

async function showNew(c: Context, given: NewState, status: 200 | 403 | 422 = 200) {
  const actor = actorOf(c);
  const reader = readerOf(c);
  const bodies = await launchingBodies(reader, actor);
  if (bodies.length === 0) throw new NotFound();
  const copies = await movementsToCopy(
    reader,
    bodies.map((body) => body.id),
  );
  return show(
    c,
    <NewMovementView
      frame={await frameOf(c)}
      bodies={bodies}
      copies={copies}
      year={yearOf(actor.day)}
      state={given.state}
      copying={given.copying}
      savedAt={given.savedAt}
      formKey={newKey()}
      copyKey={newKey()}
    />,
    status,
  );
}

/** The movement, for those who may change it; for everybody else the page is not there. */
async function editable(c: Context, gathered: Gathered): Promise<Seen> {
  const seen = await seenMovement(c, gathered);
  if (!mayEditNow(seen)) throw new NotFound();
  return seen;
}

function sectionOf(c: Context): FormSection {
  const section = c.req.param("section") ?? "";
  if (!isSection(section) || section === "han") throw new NotFound();
  return section;
}

const formName = (seen: Seen, section: SectionKey): string => `phong-trao-${seen.movement.id}-${section}`;

interface SectionState {
  readonly state: FormState;
  readonly savedAt?: string | undefined;
  readonly namesakes?: Readonly<Record<string, readonly PickOption[]>> | undefined;
}

async function showSection(
  c: Context,
  seen: Seen,
  section: FormSection,
  given: SectionState,
  status: 200 | 403 | 409 | 422 = 200,
) {
  const { reader, movement, actor } = seen;
  const typedUnits = ["named", "excluded"].flatMap((name) => given.state.typed[name] ?? []).map(Number);
  const units = [...movement.scope.named, ...movement.scope.excluded, ...typedUnits].filter(
    Number.isSafeInteger,
  );
  const [reachable, names, others, lessons] = await Promise.all([
    reachableUnits(reader, movement.launcher.id, actor.day),
    unitNamesOf(reader, units, actor.day),
    section === "ten" ? linkable(seen) : [],
    isBeingWritten(movement.state) ? lessonsFor(seen.gathered, reader, actor, movement.launcher.id) : [],
  ]);
  return show(
    c,
    <SectionView
      frame={await frameOf(c)}
      movement={movement}
      section={section}
      state={given.state}
      savedAt={given.savedAt}
      namesakes={given.namesakes}
      formKey={newKey()}
      reachable={[...new Set(reachable.map((unit) => unit.audience))]}
      units={[...names].map(([id, name]) => ({ id, name }))}
      others={others}
      lessons={lessons}
    />,
    status,
  );
}

const MOST_LINKABLE = 40;

/** Movements this one can answer (of other launchers) or stand beside (its own). */
async function linkable({ reader, actor, movement }: Seen) {
  const known = await knownMovements(reader, await movementReachOf(reader, actor));
  return known
    .filter((other) => other.id !== movement.id)
    .slice(-MOST_LINKABLE)
    .map((other) => ({ id: other.id, name: other.name, above: other.launcher !== movement.launcher.id }));
}

type Made =
  | { readonly change: MovementChange }
  | {
      readonly errors: FormState["errors"];
      readonly namesakes: Readonly<Record<string, readonly PickOption[]>>;
    };

/** What was typed, as a change: pickers and linked movements looked up. */
async function changeFrom(seen: Seen, section: FormSection, typed: Record<string, unknown>): Promise<Made> {
  const { movement } = seen;
  if (section === "noi-dung") {
    const { contents, ...rest } = typed as {
      contents: Parameters<typeof withLinesOf>[0];
      solutions: string | null;
    };
    const outline = withLinesOf(contents, movement.contents).map((content) => ({ ...content, units: [] }));
    return { change: { ...rest, contents: outline } };
  }
  if (section === "ten") {
    const { linked, kind, ...rest } = typed as {
      linked: { parent: number[]; related: number[] };
      kind: MovementKind;
    };
    return { change: { ...rest, kind, links: await linksFrom(seen, linked) } };
  }
  if (section === "doi-tuong") return scopeFrom(seen, typed);
  if (section === "chi-tieu" || section === "dot")
    return { change: keepLines(movement, typed as MovementChange) };
  return { change: withStatedLines(movement, typed as MovementChange) };
}

async function linksFrom(seen: Seen, linked: { parent: number[]; related: number[] }) {
  const { movement } = seen;
  const others = new Map((await linkable(seen)).map((other) => [other.id, other.name]));
  for (const link of movement.links) others.set(link.other, link.name);
  const of = (kind: "parent" | "related", ids: readonly number[]) =>
    ids.filter((id) => others.has(id)).map((id) => ({ kind, other: id, name: others.get(id) ?? "" }));
  return [
    ...of("parent", linked.parent),
    ...of("related", linked.related),
    ...movement.links.filter((link) => link.kind === "continues"),
  ];
}

async function scopeFrom(seen: Seen, typed: Record<string, unknown>): Promise<Made> {
  const { add, remove, scope, ...rest } = typed as {
    add: Parameters<typeof settlePicks>[2][string]["picked"];
    remove: Parameters<typeof settlePicks>[2][string]["picked"];
    scope: NonNullable<MovementChange["scope"]>;
  };
  const settled = await settlePicks(seen.reader, seen.actor, {
    add: { of: "unit", picked: add },
    remove: { of: "unit", picked: remove },
  });
  if ("errors" in settled) return settled;
  const { ids } = settled;
  return {
    change: {
      ...rest,
      scope: {
        groups: scope.groups,
        named: [...new Set([...scope.named, ...(ids.add === null ? [] : [ids.add])])],
        excluded: [...new Set([...scope.excluded, ...(ids.remove === null ? [] : [ids.remove])])],
      },
    },
  };
}

/** Rows that still stand as before keep the line of the paper they came from. */
function keepLines(movement: Seen["movement"], change: MovementChange): MovementChange {
  return {
    ...(change.targets && {
      targets: change.targets.map((target) => ({
        ...target,
        line: movement.targets.find((before) => before.id === target.id)?.line ?? null,
      })),
    }),
    ...(change.phases && {
      phases: change.phases.map((phase) => {
        const before = movement.phases.find((one) => one.name === phase.name);
        return {
          ...phase,
          fromWording: before?.fromWording ?? null,
          toWording: before?.toWording ?? null,
          line: before?.line ?? null,
        };
      }),
    }),
  };
}

const withStatedLines = (movement: Seen["movement"], change: MovementChange): MovementChange => ({
  ...change,
  ...(change.grounds && {
    grounds: change.grounds.map((one) => movement.grounds.find(({ words }) => words === one.words) ?? one),
  }),
  ...(change.occasions && {
    occasions: change.occasions.map(
      (one) => movement.occasions.find(({ words }) => words === one.words) ?? one,
    ),
  }),
});
