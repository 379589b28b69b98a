import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { beforeAll, describe, expect, test } from "vitest";
import { checkoutFolder } from "../src/platform/settings.ts";
import { stages } from "../src/stages.ts";

/** Holds the law of the house (docs/guide): what may import what, made from the ordered list of stages. */
const checkout = checkoutFolder();
const anyStage = `(${stages.join("|")})`;
const pureOfPlatform =
  "src/platform/(actor|day|deadline|calendar|refusal|money|vietnamese|offered|reminder|extension)\\.ts$";
/** The bare noun, who may, and facts → document. */
const pure = `^(src/${anyStage}/[a-z0-9-]+(\\.(may|document))?\\.ts$|src/law/(rules|cases)/[a-z0-9-]+\\.ts$|src/documents/(tree[a-z-]*|lines)\\.ts$|${pureOfPlatform})`;
const tests = "\\.test\\.tsx?$";

const rules: IForbiddenRuleType[] = [
  {
    name: "pure-imports-only-pure",
    severity: "error",
    from: { path: pure, pathNot: [tests, "^src/platform/day\\.ts$"] },
    to: { pathNot: pure },
  },
  {
    name: "only-day-knows-the-calendar-library",
    severity: "error",
    from: { pathNot: "^src/platform/day\\.ts$" },
    to: { path: "temporal-polyfill" },
  },
  {
    name: "sql-only-in-stores",
    severity: "error",
    from: {
      path: "^src/",
      pathNot: [
        "\\.store\\.ts$",
        "^src/platform/(db(\\.(migrate|prepared))?|rows|postgres|jobs|sign-in)\\.ts$",
        tests,
      ],
    },
    to: { path: "node_modules/(kysely|pg)/" },
  },
  {
    name: "http-only-in-pages",
    severity: "error",
    from: {
      path: "^src/",
      pathNot: [
        "\\.(pages|view)\\.tsx?$",
        "^src/(web/|documents/print-html\\.tsx$|house\\.ts$|start\\.ts$)",
        tests,
      ],
    },
    to: { path: "node_modules/(hono|@hono)/" },
  },
  {
    name: "the-kit-only-in-pages",
    severity: "error",
    from: {
      path: `^src/(${anyStage}|documents|platform)/`,
      pathNot: ["\\.(pages|view|form|part)\\.tsx?$", tests],
    },
    to: { path: "^src/web/" },
  },
  {
    name: "stores-know-no-acts",
    severity: "error",
    from: { path: "\\.store\\.ts$" },
    to: { path: "\\.(acts|pages|form|view|jobs|offers|part)\\.tsx?$" },
  },
  {
    name: "acts-know-no-pages",
    severity: "error",
    from: { path: "\\.acts\\.ts$" },
    to: { path: "\\.(pages|view|jobs|offers|part)\\.tsx?$" },
  },
  {
    name: "platform-knows-nobody",
    severity: "error",
    from: { path: "^src/platform/" },
    to: { path: `^src/(${anyStage}|documents|web)/` },
  },
  {
    name: "documents-know-only-the-platform",
    severity: "error",
    from: { path: "^src/documents/", pathNot: tests },
    to: { path: `^src/(${anyStage}|web)/` },
  },
  {
    name: "web-knows-only-the-platform",
    severity: "error",
    from: { path: "^src/web/", pathNot: tests },
    to: { path: `^src/(${anyStage}|documents)/` },
  },
  {
    name: "nothing-sees-the-composition",
    severity: "error",
    from: { pathNot: ["^src/[a-z]+\\.ts$", "^test/", tests] },
    to: { path: "^src/(main|house|parts|start|seed|check|test)\\.ts$" },
  },
  {
    name: "no-circles",
    severity: "error",
    from: {},
    to: { circular: true, dependencyTypesNot: ["type-only"] },
  },
  { name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
  ...stages.map((stage, index): IForbiddenRuleType => {
    const later = stages.slice(index + 1);
    return {
      name: `${stage}-imports-no-later-stage`,
      severity: "error",
      from: { path: `^src/${stage}/`, pathNot: tests },
      to: { path: later.length > 0 ? `^src/(${later.join("|")})/` : "^no such folder$" },
    };
  }),
];

describe("what may import what", () => {
  let violations: string[] = [];
  let modules = 0;

  beforeAll(async () => {
    const { output } = await cruise(["src"], {
      baseDir: checkout,
      ruleSet: { forbidden: rules },
      validate: true,
      doNotFollow: { path: "node_modules" },
      tsPreCompilationDeps: true,
      parser: "swc",
      enhancedResolveOptions: {
        exportsFields: ["exports"],
        conditionNames: ["import", "node", "default", "types"],
      },
    });
    const { summary } = output as ICruiseResult;
    modules = summary.totalCruised;
    violations = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  });

  test("no import breaks the law of the house", () => {
    expect(modules).toBeGreaterThan(50);
    expect(violations).toEqual([]);
  });
});

const sources = readdirSync(join(checkout, "src"), { recursive: true, encoding: "utf8" })
  .map((path) => `src/${path}`)
  .filter((path) => /\.tsx?$/.test(path));

test("pure files ask neither the clock nor chance", () => {
  const asking = sources.filter(
    (path) =>
      new RegExp(pure).test(path) &&
      !new RegExp(tests).test(path) &&
      /new Date\(\)|Date\.now|Math\.random|crypto\.randomUUID/.test(
        readFileSync(join(checkout, path), "utf8"),
      ),
  );
  expect(asking).toEqual([]);
});

test("writes are made in acts: only stores hold insert, update or delete", () => {
  const writing = sources.filter(
    (path) =>
      !/\.store\.ts$|^src\/platform\/(db|rows)/.test(path) &&
      !new RegExp(tests).test(path) &&
      /\.(insertInto|updateTable|deleteFrom)\(|\b(transact|transactUnless)\(/.test(
        readFileSync(join(checkout, path), "utf8"),
      ),
  );
  expect(writing).toEqual(["src/platform/act.ts"]);
});

test("no folder is called common, utils or helpers, and none outside the plan stands in src", () => {
  const folders = readdirSync(join(checkout, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(folders.filter((name) => /^(common|utils?|helpers?|shared|misc)$/.test(name))).toEqual([]);
  const top = readdirSync(join(checkout, "src"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const known = new Set<string>([...stages, "documents", "web", "platform"]);
  expect(top.map((entry) => entry.name).filter((name) => !known.has(name))).toEqual([]);
});

test("no file is longer than 400 lines", () => {
  const long = sources.filter(
    (path) =>
      path !== "src/platform/rows.ts" && readFileSync(join(checkout, path), "utf8").split("\n").length > 400,
  );
  expect(long).toEqual([]);
});
