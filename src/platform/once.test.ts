import { expect, test } from "vitest";
import { anActor, world } from "../../test/world.ts";
import { reader } from "./db.ts";
import { oncePerRequest } from "./once.ts";

const here = world();

test("one request asks once, another request asks anew, an act asks in its own transaction", async () => {
  let asked = 0;
  const ask = oncePerRequest(async () => {
    asked += 1;
    return asked;
  });
  const first = anActor();
  expect(await Promise.all([ask(reader(), first), ask(reader(), first)])).toEqual([1, 1]);
  expect(await ask(reader(), anActor())).toBe(2);
  expect(await here.arrange((tx) => ask(tx, first))).toBe(3);
});
