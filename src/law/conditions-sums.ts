import type { Code } from "./codes.ts";
import { oncePerYear } from "./conditions-honours.ts";
import { yearsOf } from "./period.ts";
import type { Sum, SumsCondition } from "./rule.ts";
import { found, type Situation, twoDigits } from "./situation.ts";
import type { Finding } from "./verdict.ts";

const ministryFlags: readonly Code[] = ["MINISTRY_EMULATION_FLAG", "PROVINCE_EMULATION_FLAG"];
const certificates: readonly Code[] = ["MINISTER_CERTIFICATE_OF_MERIT", "PROVINCE_CERTIFICATE_OF_MERIT"];
const counted: readonly Code[] = ["GOVERNMENT_EMULATION_FLAG", ...ministryFlags, ...certificates];

/** Flags and bằng khen that a collective has gathered since the award that opens the period. */
export function judgeSums(condition: SumsCondition, situation: Situation): Finding {
  const { from, to } = yearsOf(condition.period, situation);
  const had = situation.held?.filter(
    ({ code, year }) => counted.includes(code) && year >= from && year <= to,
  );
  const asks = condition.sums.map((sum) => sumWords(sum, withoutCode)).join("; hoặc ");
  const span = from > to ? "" : ` trong các năm ${from}–${to}`;
  if (had === undefined)
    return found(condition, {
      state: "unknown",
      words: `Chưa rõ số cờ thi đua, bằng khen${span}; yêu cầu ${asks}`,
      evidence: [],
      needs: `Cần danh sách cờ thi đua, bằng khen${span}`,
    });
  const flags = (codes: readonly Code[]): number =>
    oncePerYear(had.filter(({ code }) => codes.includes(code))).length;
  const has: Count = {
    government: flags(["GOVERNMENT_EMULATION_FLAG"]),
    ministry: flags(ministryFlags),
    certificates: had.filter(({ code }) => certificates.includes(code)).length,
  };
  const reached = condition.sums.filter((sum) => shortOf(sum, has) === 0);
  const met = reached.some(({ onlyWithoutFlags }) => !onlyWithoutFlags);
  // Bằng khen alone serve only those outside the subjects of the flags; who holds a flag is a subject of them.
  const perhaps = !met && reached.length > 0 && has.government + has.ministry === 0;
  const evidence = had.length === 0 ? ["honours"] : had.map(({ path }) => path);
  const words = `${had.length === 0 ? "Chưa có cờ thi đua, bằng khen" : "Có "}${sumWords({ ...has, onlyWithoutFlags: false }, withoutCode)}${span}; yêu cầu ${asks}`;
  if (perhaps)
    return found(condition, {
      state: "unknown",
      words: `${words}. Chưa rõ tập thể có thuộc đối tượng tặng cờ thi đua hay không`,
      evidence,
      needs: "Cần xác nhận tập thể không thuộc đối tượng tặng cờ thi đua",
    });
  return found(condition, {
    state: met ? "met" : "unmet",
    words,
    evidence,
    needs: smallest(condition.sums, has),
  });
}

type Count = Pick<Sum, "government" | "ministry" | "certificates">;

const shortOf = (sum: Count, has: Count): number =>
  Math.max(0, sum.government - has.government) +
  Math.max(0, sum.ministry - has.ministry) +
  Math.max(0, sum.certificates - has.certificates);

/** The sum that lacks the fewest awards. */
function smallest(sums: readonly Sum[], has: Count): string {
  const open = sums.filter(({ onlyWithoutFlags }) => !onlyWithoutFlags);
  const nearest = open.reduce((best, sum) => (shortOf(sum, has) < shortOf(best, has) ? sum : best));
  const missing = {
    government: Math.max(0, nearest.government - has.government),
    ministry: Math.max(0, nearest.ministry - has.ministry),
    certificates: Math.max(0, nearest.certificates - has.certificates),
    onlyWithoutFlags: false,
  };
  return `Cần thêm ${sumWords(missing, withCode)}`;
}

const withCode = (name: string, code: Code): string => `${name} (${code})`;
const withoutCode = (name: string): string => name;

const sumWords = (sum: Sum, named: (name: string, code: Code) => string): string =>
  [
    counting(sum.government, named("Cờ thi đua của Chính phủ", "GOVERNMENT_EMULATION_FLAG")),
    counting(sum.ministry, named("Cờ thi đua của bộ, ban, ngành, tỉnh", "MINISTRY_EMULATION_FLAG")),
    counting(sum.certificates, named("bằng khen của bộ, ban, ngành, tỉnh", "MINISTER_CERTIFICATE_OF_MERIT")),
    sum.onlyWithoutFlags ? "nếu không thuộc đối tượng tặng cờ thi đua" : "",
  ]
    .filter((words) => words !== "")
    .join(sum.onlyWithoutFlags ? " " : " và ");

const counting = (count: number, name: string): string => (count === 0 ? "" : `${twoDigits(count)} ${name}`);
