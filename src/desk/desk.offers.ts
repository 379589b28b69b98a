import { yearOf } from "../platform/day.ts";
import type { Offers } from "../platform/offers.ts";
import { flagsHeld } from "./year-flags.store.ts";
import { subjectSeen } from "./year-looking.pages.ts";

/** What the desk offers the whole: the year on one page, from a unit's and a cluster's own page. */
export const deskOffers: Offers = {
  stage: "desk",
  async tabs(reader, actor, { noun, id }) {
    if (noun !== "unit" && noun !== "cluster") return [];
    const year = yearOf(actor.day);
    const subject = await subjectSeen(reader, actor, { noun, id }, year);
    const name = noun === "cluster" ? "cum" : "don-vi";
    return subject
      ? [
          {
            label: `Năm ${year} trên một trang`,
            href: `/nam-cong-tac?${name}=${id}&nam=${year}`,
            count: null,
          },
        ]
      : [];
  },
  async yearSteps(reader, _actor, { noun, id, year }) {
    const flags = noun === "unit" ? await flagsHeld(reader, [id], year) : [];
    return flags.map(({ name, decidedOn }) => ({
      ...{ label: name, state: "Được tặng", tone: "good" as const, day: decidedOn },
      ...{ deadline: null, href: `/ho-so/don-vi/${id}` },
    }));
  },

  async yearResults(reader, year, units) {
    return (await flagsHeld(reader, units, year)).map(({ unit, name }) => ({
      ...{ kind: "flag", label: "Cờ thi đua", unit, words: name, tone: "good" as const },
    }));
  },
};
