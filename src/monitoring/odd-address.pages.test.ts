import { expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { checkPages } from "./check.pages.tsx";
import { costPages } from "./cost.pages.tsx";
import { guidancePages } from "./guidance.pages.tsx";
import { questionPages } from "./question.pages.tsx";
import { targetListPages } from "./target-list.pages.tsx";

const ministry = ministryIn(world());

const paths = [
  "/theo-doi",
  "/theo-doi/kiem-tra",
  "/theo-doi/kien-nghi",
  "/theo-doi/hoi-dap",
  "/theo-doi/chi-phi",
] as const;
const queries = [
  "nam=99999999999",
  "nam=0",
  "q=%00",
  "phong-trao=9999999999999999999",
  "trang=999999",
] as const;

test.each(paths.flatMap((path) => queries.map((query) => `${path}?${query}`)))(
  "%s is a list, whatever was typed into its address",
  async (address) => {
    const pages = [targetListPages(), checkPages(), questionPages(), guidancePages(), costPages()];
    const visitor = browse(pages, await ministry.actor("thuong-truc", new Date("2021-06-01T02:00:00Z")));
    expect((await visitor.get(address)).status).toBe(200);
  },
);
