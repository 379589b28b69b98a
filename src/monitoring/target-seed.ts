import type { NewTarget } from "./target.ts";
import { TYPED } from "./target-source.ts";

type Said =
  | "name"
  | "measure"
  | "counted"
  | "counting"
  | "direction"
  | "rhythm"
  | "source"
  | "beyond"
  | "base"
  | "goal";

/** A target of the demo, and to which kind of units it is divided. */
export interface ToldTarget extends Pick<NewTarget, Said> {
  readonly parts: "provincial-department" | "enforcement-province";
}

const usual = { counting: "sum", rhythm: "quarter", source: TYPED, beyond: false, direction: "up" } as const;

const toDepartments = { ...usual, parts: "provincial-department" } as const;
const toEnforcement = { ...usual, parts: "enforcement-province", counting: "running" } as const;

/** Targets such as the sector's yearly programmes set them; the numbers are the demo's own. */
export const toldTargets: readonly ToldTarget[] = [
  {
    ...toEnforcement,
    name: "Tỷ lệ thi hành xong về việc trên số có điều kiện thi hành",
    measure: "percent",
    counted: "%",
    base: 83,
    goal: 84,
  },
  {
    ...toEnforcement,
    name: "Tỷ lệ thi hành xong về tiền trên số có điều kiện thi hành",
    measure: "percent",
    counted: "%",
    base: 50,
    goal: 52,
  },
  {
    ...toDepartments,
    name: "Tỷ lệ hồ sơ của công dân, tổ chức giải quyết đúng hạn (“Nói không với hồ sơ trễ hẹn”)",
    measure: "percent",
    counted: "%",
    direction: "keep",
    base: 98,
    goal: 98,
  },
  {
    ...toDepartments,
    name: "Vụ việc trợ giúp pháp lý tham gia tố tụng hoàn thành",
    measure: "count",
    counted: "vụ việc",
    base: 24_000,
    goal: 26_000,
  },
  {
    ...toDepartments,
    name: "Tỷ lệ hòa giải thành ở cơ sở",
    measure: "percent",
    counted: "%",
    base: 84,
    goal: 85,
  },
  {
    ...toDepartments,
    name: "Thời gian giải quyết bình quân một hồ sơ lý lịch tư pháp",
    measure: "days",
    counted: "ngày",
    direction: "down",
    base: 9,
    goal: 7,
  },
  {
    ...toDepartments,
    name: "Tỷ lệ đơn vị gửi đăng ký thi đua",
    measure: "percent",
    counted: "%",
    counting: "running",
    source: "registrations-sent",
    base: null,
    goal: 100,
  },
];
