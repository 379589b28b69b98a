import { type Day, type Instant, writeDay } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import type { ReviewKind } from "./period.ts";
import type { AskedSection } from "./section.ts";

/**
 * The template of a year for one kind of review (mẫu báo cáo), made by a body for those who report to it.
 * Once issued (gửi các đơn vị) it is frozen; a change is a new version, and reports begun before keep theirs.
 */
export interface Template {
  readonly id: number;
  readonly body: number;
  readonly bodyName: string;
  readonly year: number;
  readonly kind: ReviewKind;
  readonly version: number;
  readonly name: string;
  readonly changedAt: Instant;
  readonly issuedAt: Instant | null;
  readonly issuedBy: string | null;
  /** The last day for reports on the year, outside any movement; null asks for none. */
  readonly dueOn: Day | null;
  readonly sections: readonly AskedSection[];
}

/** A day that is asked for is still to come when the template goes out; a whole movement has its own. */
export function refuseDueOn({ dueOn, kind }: Pick<Template, "dueOn" | "kind">, today: Day): Refusal | null {
  if (dueOn === null) return null;
  if (kind === "whole")
    return refuse(
      "due-of-a-movement",
      "Tổng kết giai đoạn theo hạn của phong trào; hãy bỏ trống hạn gửi ở mẫu này.",
      { field: "dueOn" },
    );
  return dueOn < today
    ? refuse("due-in-the-past", `Hạn gửi ${writeDay(dueOn)} đã qua; hãy chọn ngày khác.`, { field: "dueOn" })
    : null;
}

type NewSection = Omit<AskedSection, "position">;

/** An issued template does not change any more. */
export const refuseIssued = (template: Pick<Template, "issuedAt">): Refusal | null =>
  template.issuedAt === null
    ? null
    : movedOn(
        "template-issued",
        "Mẫu này đã gửi các đơn vị nên không sửa được nữa; hãy lập phiên bản mới rồi sửa ở đó.",
      );

/** The sections as they are kept: rows without a heading drop out, the others are numbered in their order. */
export function decideSections(given: readonly NewSection[]): AskedSection[] | Refusal {
  const headed = given
    .map((section) => ({ ...section, heading: tidy(section.heading) }))
    .filter(({ heading }) => heading !== "");
  if (headed.length === 0)
    return refuse("no-sections", "Mẫu phải có ít nhất một mục. Hãy ghi tên mục.", { field: "sections" });
  const twice = headed.find(({ heading }, at) => headed.findIndex((one) => one.heading === heading) !== at);
  if (twice)
    return refuse("heading-twice", `Mục “${twice.heading}” có hai lần; mỗi mục một tên riêng.`, {
      field: "sections",
    });
  const bare = headed.find(({ kind, codes }) => kind === "figures" && codes.length === 0);
  if (bare)
    return refuse(
      "figures-without-codes",
      `Mục “${bare.heading}” là mục số liệu: hãy chọn ít nhất một nhóm số liệu.`,
      {
        field: "sections",
      },
    );
  return headed.map((section, position) => ({
    ...section,
    codes: section.kind === "figures" ? section.codes : [],
    position,
  }));
}

/** Sections as the numbers beside them order them; without a number one keeps its place. */
export const inOrder = <Row extends { readonly order: number | null }>(
  rows: readonly Row[],
): Omit<Row, "order">[] =>
  rows
    .map(({ order, ...row }, at) => ({ row, place: order ?? at + 1 }))
    .sort((left, right) => left.place - right.place)
    .map(({ row }) => row);

/** Groups of figures that a section may show; a stage without figures yet simply fills nothing. */
export const figureGroups: readonly { readonly code: string; readonly label: string }[] = [
  { code: "movements.", label: "Phát động, kế hoạch của đơn vị" },
  { code: "pledges.", label: "Giao ước thi đua" },
  { code: "registrations.", label: "Đăng ký thi đua" },
  { code: "targets.", label: "Chỉ tiêu thi đua" },
  { code: "checks.", label: "Kiểm tra, giám sát" },
  { code: "questions.", label: "Kiến nghị, vướng mắc đã nêu" },
  { code: "lateness.", label: "Thời hạn công việc" },
  { code: "reviews.", label: "Báo cáo sơ kết, tổng kết của đơn vị" },
  { code: "honours.", label: "Danh hiệu, khen thưởng" },
  { code: "costs.", label: "Chi phí tổ chức phong trào" },
];

const text = (heading: string, guidance: string): NewSection => ({
  heading,
  guidance,
  kind: "text",
  codes: [],
});

const figures = (heading: string, guidance: string, codes: readonly string[]): NewSection => ({
  heading,
  guidance,
  kind: "figures",
  codes,
});

/**
 * What is asked where the body has issued no template: what Quyết định 252/QĐ-BTP (II, III.2.2) and
 * Kế hoạch 25/KH-STP of 2018 (III) make their units answer for.
 */
export function usualSections(kind: ReviewKind): AskedSection[] {
  const period = kind === "interim" ? "trong kỳ" : "trong năm";
  const sections: NewSection[] = [
    text(
      "Công tác lãnh đạo, chỉ đạo",
      "Việc quán triệt, ban hành kế hoạch; vai trò của cấp ủy, người đứng đầu; việc gắn thi đua với nhiệm vụ chính trị.",
    ),
    figures(
      "Phát động, đăng ký và ký kết giao ước thi đua",
      "Phát động đến từng tập thể, cá nhân như thế nào; số liệu lấy từ hệ thống ở bảng dưới.",
      ["movements.", "pledges.", "registrations."],
    ),
    figures(
      "Kết quả thực hiện chỉ tiêu, nhiệm vụ thi đua",
      `Kết quả ${period} so với chỉ tiêu đã đăng ký; nguyên nhân của chỉ tiêu chưa đạt.`,
      ["targets."],
    ),
    figures(
      "Chế độ thông tin, báo cáo và thời hạn",
      "Việc chấp hành thời hạn gửi kế hoạch, đăng ký, báo cáo.",
      ["lateness.", "reviews."],
    ),
    figures("Kiểm tra, giám sát phong trào thi đua", "Đã kiểm tra ở đâu, phát hiện gì, khắc phục đến đâu.", [
      "checks.",
    ]),
    figures(
      "Công tác khen thưởng",
      "Khen thưởng theo thẩm quyền và đề nghị khen thưởng; tỷ lệ người trực tiếp lao động.",
      ["honours."],
    ),
    text(
      "Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến",
      "Gương người tốt, việc tốt, mô hình mới, cách làm hay; đã tuyên truyền ở đâu.",
    ),
    figures(
      "Thực hành tiết kiệm, chống lãng phí",
      "Chi phí tổ chức phong trào khi có ghi; việc tiết kiệm trong tổ chức phong trào.",
      ["costs."],
    ),
    {
      heading: "Tồn tại, hạn chế và nguyên nhân",
      guidance: "Mỗi dòng một tồn tại, kèm nguyên nhân.",
      kind: "faults",
      codes: [],
    },
    {
      heading: "Bài học kinh nghiệm",
      guidance: "Mỗi dòng một bài học; phần này được đặt bên cạnh khi soạn kế hoạch năm sau.",
      kind: "lessons",
      codes: [],
    },
    text(
      kind === "interim" ? "Nhiệm vụ trọng tâm 6 tháng cuối năm" : "Phương hướng, nhiệm vụ thời gian tới",
      "Việc sẽ làm, ai làm, khi nào xong.",
    ),
    {
      heading: "Đề xuất, kiến nghị",
      guidance: "Mỗi dòng một kiến nghị, ghi rõ với cơ quan nào.",
      kind: "proposals",
      codes: [],
    },
  ];
  return sections.map((section, position) => ({ ...section, position }));
}
