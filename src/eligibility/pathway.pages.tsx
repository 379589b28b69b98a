import { type Ruling, rulingOn } from "../law/case-of.ts";
import { type Code, isCode } from "../law/codes.ts";
import { loadNumbers } from "../law/number.store.ts";
import type { Numbers } from "../law/numbers.ts";
import { type Day, lastDayOf, readTypedDay, yearOf } from "../platform/day.ts";
import { seenSubject } from "../records/seen.pages.tsx";
import { titlesFor } from "../registrations/title.ts";
import { actorOf, type Context, frameOf, pages, readerOf, show } from "../web/http.ts";
import { asOfDay, factsKnownTo, knowsRestricted } from "./known.ts";
import { type PathwayAsked, pathwayOf, rankOf } from "./pathway.ts";
import { PathwayView } from "./pathway.view.tsx";
import { factsOfSubject, placeOfSubject } from "./subject.store.ts";
import { changesBetween, mostSuppositions, readSupposition, type Supposition, supposing } from "./what-if.ts";

/** The pathway of a person or a unit, as it is and as it would be if something were different. */
export function pathwayPages() {
  const pathways = pages();

  pathways.get("/dieu-kien/:subject{nguoi|don-vi}/:id{[0-9]+}", async (c) => {
    const [actor, reader] = [actorOf(c), readerOf(c)];
    const subject = await seenSubject(c);
    const onDay = readTypedDay(c.req.query("ngay") ?? "") ?? actor.day;
    const place = await placeOfSubject(reader, subject, onDay);
    const kind = subject.kind === "person" ? "individual" : "collective";
    const titles = titlesFor(place, yearOf(onDay), kind).toSorted(
      (left, right) => rankOf(left.code) - rankOf(right.code),
    );
    const codes = titles.map(({ code }) => code);
    const asked = pathwayAsked(codes, kind, onDay, await loadNumbers(reader));
    const all = asOfDay(await factsOfSubject(reader, subject, onDay), onDay);
    const facts = factsKnownTo(actor, subject, all);
    const steps = pathwayOf(facts, asked);
    const suppositions = suppositionsIn(c);
    const supposed = suppositions.length > 0 ? pathwayOf(supposing(facts, suppositions), asked) : null;
    return show(
      c,
      <PathwayView
        frame={await frameOf(c)}
        subject={subject}
        onDay={onDay}
        isToday={onDay === actor.day}
        titles={titles}
        facts={facts}
        steps={steps}
        supposed={supposed}
        changes={supposed ? changesBetween(steps, supposed) : []}
        suppositions={suppositions}
        refusedSupposition={refusedIn(c)}
        shown={shownIn(c)}
        knowsRestricted={knowsRestricted(actor, subject)}
      />,
    );
  });

  return pathways;
}

/** This year's dossiers are judged by the rules at the end of the year, later ones by those of the day. */
function pathwayAsked(
  codes: readonly Code[],
  kind: "individual" | "collective",
  onDay: Day,
  numbers: Numbers,
): PathwayAsked {
  const year = yearOf(onDay);
  const on = (day: Day): readonly Ruling[] =>
    codes.flatMap((code) => [rulingOn(code, kind, day, numbers)].filter((ruling) => ruling !== null));
  return { year, onDay, thisYear: on(lastDayOf(year)), onward: on(onDay) };
}

/** `them=grade:excellent:2026` for each thing supposed before, `gia-su` and `nam` for the one just added. */
function suppositionsIn(c: Context): readonly Supposition[] {
  const before = (c.req.queries("them") ?? []).map((text) => {
    const cut = text.lastIndexOf(":");
    return readSupposition(text.slice(0, cut), Number(text.slice(cut + 1)));
  });
  const added = readSupposition(c.req.query("gia-su") ?? "", Number(c.req.query("nam") ?? ""));
  return [...before, added].filter((one) => one !== null).slice(0, mostSuppositions);
}

/** Something was to be supposed, but not a thing or a year that can be read. */
const refusedIn = (c: Context): boolean => {
  const [what, year] = [c.req.query("gia-su"), c.req.query("nam")];
  return what !== undefined && readSupposition(what, Number(year ?? "")) === null;
};

const shownIn = (c: Context): Code | null => {
  const code = c.req.query("xem") ?? "";
  return isCode(code) ? code : null;
};
