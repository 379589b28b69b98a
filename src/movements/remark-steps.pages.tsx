import type { Child } from "hono/jsx";
import type { z } from "zod";
import type { Refusal } from "../platform/refusal.ts";
import type { FormState } from "../web/form.ts";
import { actorOf, type Context } from "../web/http.ts";
import { adoptMovement, closeMovement, openForComment, printMovement, returnMovement } from "./life.acts.ts";
import { RemarksForm } from "./movement.form.ts";
import { reachedUnits } from "./scope.store.ts";
import type { Seen } from "./seen.pages.ts";
import { RemarksField, type StepWords } from "./steps.view.tsx";

export const LAUNCH = "Luật Thi đua, khen thưởng 2022 (06/2022/QH15), Điều 17, Điều 18";
export const PAPER = "Nghị định 30/2020/NĐ-CP";

/** One step of the life: its form, the words of its page, and what it does. */
export interface StepPage<Schema extends z.ZodType> {
  readonly path: string;
  readonly schema: Schema;
  words(seen: Seen): Promise<StepWords>;
  fields(seen: Seen, state: FormState): Promise<Child>;
  take(c: Context, seen: Seen, values: z.output<Schema>): Promise<number | Refusal>;
  readonly done: string;
  /** The final act of issuing leads to proof anew first. */
  readonly proves?: boolean;
  readonly looks?: boolean;
}

const MOST_NAMED = 6;

/** Whom the launch would reach today, as the final pages name them. */
export async function reachedNames({ reader, movement, actor }: Seen) {
  const units = await reachedUnits(reader, movement.launcher, movement.scope, actor.day);
  const shown = units.slice(0, MOST_NAMED).map((unit) => unit.name);
  return {
    count: units.length,
    names: units.length > shown.length ? [...shown, `và ${units.length - shown.length} đơn vị khác`] : shown,
  };
}

type RemarkStep = StepPage<typeof RemarksForm>;

/** Whose turn comes next. */
export const launchersPeople = (seen: Seen, who: string) => ({
  label: "Ai nhận việc tiếp",
  names: [`${who} của ${seen.movement.launcher.name}`],
});

const opening: RemarkStep = {
  path: "lay-y-kien",
  schema: RemarksForm,
  done: "Đã gửi dự thảo lấy ý kiến.",
  words: async (seen) => {
    const reached = await reachedNames(seen);
    return {
      path: "lay-y-kien",
      title: "Gửi dự thảo lấy ý kiến",
      verb: "Gửi lấy ý kiến",
      effects: [
        "Các đơn vị trong phạm vi đọc được dự thảo và góp ý từng phần.",
        "Thủ trưởng và cán bộ đầu mối của các đơn vị nhận thông báo.",
        "Người soạn trả lời từng ý kiến: tiếp thu, tiếp thu một phần hoặc không, và vì sao.",
      ],
      touched: { label: `Gửi tới ${reached.count} đơn vị`, names: reached.names },
      basis: [LAUNCH],
      afterwards: "Trong lúc lấy ý kiến vẫn sửa được dự thảo; trả lại được để soạn tiếp.",
    };
  },
  fields: async (_seen, state) => <RemarksField state={state} label="Lời nhắn, thời hạn góp ý" optional />,
  take: (c, seen, { remarks }) => openForComment(actorOf(c), { movementId: seen.movement.id, remarks }),
};

const adopting: RemarkStep = {
  path: "thong-qua",
  schema: RemarksForm,
  looks: true,
  done: "Đã thông qua dự thảo.",
  words: async (seen) => ({
    path: "thong-qua",
    title: "Thông qua dự thảo",
    verb: "Thông qua",
    effects: ["Nội dung dự thảo được chốt; từ đây muốn sửa phải trả lại.", "Người soạn in bản trình ký."],
    touched: launchersPeople(seen, "Chuyên viên thường trực"),
    basis: [LAUNCH],
    afterwards: "Có thể trả lại để soạn tiếp cho đến khi ký.",
  }),
  fields: async (_seen, state) => <RemarksField state={state} label="Ý kiến" optional />,
  take: (c, seen, { remarks }) => adoptMovement(actorOf(c), { movementId: seen.movement.id, remarks }),
};

const givingBack: RemarkStep = {
  path: "tra-lai",
  schema: RemarksForm,
  done: "Đã trả lại để soạn tiếp.",
  words: async (seen) => ({
    path: "tra-lai",
    title: "Trả lại để soạn tiếp",
    verb: "Trả lại",
    effects: ["Phong trào trở lại là dự thảo; góp ý và trả lời đã có vẫn còn."],
    touched: launchersPeople(seen, "Chuyên viên thường trực"),
    basis: [PAPER],
    afterwards: "Lý do được ghi vào nhật ký.",
  }),
  fields: async (_seen, state) => <RemarksField state={state} label="Lý do trả lại" />,
  take: (c, seen, { remarks }) => returnMovement(actorOf(c), { movementId: seen.movement.id, remarks }),
};

const printing: RemarkStep = {
  path: "trinh-ky",
  schema: RemarksForm,
  done: "Đã ghi nhận in bản trình ký.",
  words: async (seen) => ({
    path: "trinh-ky",
    title: "In bản trình ký",
    verb: "Đã in, trình ký",
    effects: [
      "Tải quyết định và kế hoạch ở mục Văn bản rồi in trình ký.",
      "Ghi nhận rằng văn bản đang trình người có thẩm quyền ký.",
    ],
    touched: launchersPeople(seen, "Người có thẩm quyền ký"),
    basis: [`${PAPER}, Điều 13`],
    afterwards: "Có thể trả lại để soạn tiếp cho đến khi ký.",
  }),
  fields: async () => null,
  take: (c, seen) => printMovement(actorOf(c), { movementId: seen.movement.id }),
};

const closing: RemarkStep = {
  path: "ket-thuc",
  schema: RemarksForm,
  done: "Đã kết thúc phong trào.",
  words: async (_seen) => ({
    path: "ket-thuc",
    title: "Kết thúc phong trào",
    verb: "Kết thúc",
    effects: [
      "Các đơn vị không đăng ký thêm vào phong trào này.",
      "Hồ sơ, số liệu và nhật ký giữ nguyên để tra cứu.",
    ],
    touched: { label: "Ai thấy", names: ["Các đơn vị trong phạm vi của phong trào"] },
    basis: ["Luật 06/2022/QH15, Điều 17"],
    afterwards: "Không mở lại được; năm sau lập phong trào mới theo phong trào này.",
  }),
  fields: async (_seen, state) => (
    <RemarksField state={state} label="Lý do, nếu kết thúc trước thời hạn" optional />
  ),
  take: (c, seen, { remarks }) => closeMovement(actorOf(c), { movementId: seen.movement.id, remarks }),
};

/** The way to next year's launch. */
export const nextYear: RemarkStep = {
  path: "nam-sau",
  schema: RemarksForm,
  done: "Đã lập dự thảo.",
  words: async (seen) => ({
    path: "nam-sau",
    title: `Lập phong trào năm ${seen.movement.fromYear + 1}`,
    verb: "Lập dự thảo",
    effects: [
      `Nội dung, chỉ tiêu, đợt, hạn, nơi nhận được chép sang dự thảo năm ${seen.movement.fromYear + 1}, ngày dời một năm.`,
      "Ngày không có thật ở năm mới (như 29/02) được giữ như viết và chỉ ra để xử lý.",
      "Chủ đề, khẩu hiệu và dịp chào mừng để trống để viết mới.",
    ],
    touched: launchersPeople(seen, "Chuyên viên thường trực"),
    basis: [LAUNCH],
    afterwards: "Dự thảo chỉ người của cơ quan phát động thấy.",
  }),
  fields: async () => null,
  take: async (_c, seen) => seen.movement.id,
};

/** Steps that ask for a remark at most. */
export const remarkSteps: readonly RemarkStep[] = [opening, adopting, givingBack, printing, closing];
