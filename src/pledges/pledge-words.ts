import type { Promised } from "./commitment.ts";
import type { CommentVerdict, Section } from "./plan.ts";

/** What the clusters of the demo write: after the plan of Cụm thi đua số I of 2019, in our own words. */
export const planOf = (year: number): readonly Section[] => [
  {
    title: "Mục đích, yêu cầu",
    text: `Phát huy tinh thần thi đua yêu nước, khơi dậy nỗ lực của từng đơn vị và cá nhân trong cụm để hoàn thành, hoàn thành vượt mức nhiệm vụ năm ${year}.\nThi đua gắn với nhiệm vụ chính trị, công việc chuyên môn, phù hợp với đặc điểm của từng đơn vị; bình xét công khai, đúng người, đúng việc.`,
  },
  {
    title: "Nội dung, chủ đề thi đua",
    text: `Phong trào thi đua của cụm gắn chặt với phong trào thi đua của Bộ năm ${year}.\nTham mưu có chất lượng việc xây dựng luật, pháp lệnh; siết chặt kỷ luật, kỷ cương hành chính; đẩy mạnh chuyển đổi số trong giải quyết công việc.`,
  },
  {
    title: "Chỉ tiêu, nhiệm vụ trọng tâm",
    text: "100 % nhiệm vụ trong chương trình công tác năm hoàn thành đúng tiến độ.\n100 % dự án, dự thảo văn bản quy phạm pháp luật được giao trình đúng hạn.",
  },
  {
    title: "Các đợt thi đua cao điểm",
    text: `Đợt 1: từ đầu năm đến hết ngày 30/6/${year}.\nĐợt 2: từ ngày 01/7/${year} đến hết năm.`,
  },
  {
    title: "Tổ chức thực hiện",
    text: "Các đơn vị phát động đến từng công chức, viên chức; Trưởng cụm theo dõi, đôn đốc, tổ chức sơ kết, tổng kết.",
  },
];

/** The same once the members' comments were taken. */
export const secondPlanOf = (year: number): readonly Section[] =>
  planOf(year).map((section) =>
    section.title === "Chỉ tiêu, nhiệm vụ trọng tâm"
      ? { ...section, text: `${section.text}\nMỗi đơn vị có ít nhất một sáng kiến được công nhận trong năm.` }
      : section,
  );

interface Remark {
  readonly comment: { readonly section: string | null; readonly words: string };
  readonly answer: { readonly verdict: CommentVerdict; readonly answer: string };
}

export const remarks: readonly Remark[] = [
  {
    comment: {
      section: "Chỉ tiêu, nhiệm vụ trọng tâm",
      words: "Đề nghị bổ sung chỉ tiêu về sáng kiến của từng đơn vị để việc bình xét cuối năm có căn cứ.",
    },
    answer: {
      verdict: "taken",
      answer: "Đã bổ sung chỉ tiêu mỗi đơn vị có ít nhất một sáng kiến.",
    },
  },
  {
    comment: {
      section: "Các đợt thi đua cao điểm",
      words: "Đề nghị chia thành ba đợt, thêm một đợt chào mừng Ngày Pháp luật Việt Nam 09/11.",
    },
    answer: {
      verdict: "declined",
      answer:
        "Giữ hai đợt để thống nhất với phong trào của Bộ; hoạt động chào mừng Ngày Pháp luật nằm trong đợt 2.",
    },
  },
  {
    comment: {
      section: null,
      words:
        "Cơ bản nhất trí với dự thảo; đề nghị quy định rõ thời hạn các đơn vị gửi báo cáo sơ kết cho Trưởng cụm.",
    },
    answer: {
      verdict: "partly",
      answer: "Thời hạn báo cáo theo kế hoạch của Bộ; Trưởng cụm có văn bản nhắc trước.",
    },
  },
];

export const commonOf = (year: number): string =>
  `Các đơn vị thành viên đoàn kết, thống nhất ký giao ước thi đua năm ${year} với các nội dung sau:\nPhát động phong trào thi đua đến từng công chức, viên chức, người lao động; nêu cao vai trò nêu gương của người đứng đầu.\nHoàn thành, hoàn thành vượt mức các chỉ tiêu, nhiệm vụ được giao; bảo đảm chất lượng và tiến độ.\nGiúp đỡ, học tập kinh nghiệm lẫn nhau; bình xét, suy tôn công khai, khách quan.`;

const promise = (
  words: string,
  target: number | null,
  measure: string | null,
  title: string | null = null,
): Promised => ({ words, target, measure, title, figure: null });

/** What the member at that place of the roster promises. */
export const promisesOf = (place: number): readonly Promised[] => [
  promise("Nhiệm vụ trong chương trình công tác năm hoàn thành đúng tiến độ", 100, "%"),
  promise("Sáng kiến được Hội đồng sáng kiến công nhận", 1 + (place % 3), "sáng kiến"),
  ...(place % 2 === 0
    ? [
        promise(
          "Tập thể phấn đấu đạt danh hiệu Tập thể lao động xuất sắc",
          null,
          null,
          "EXCELLENT_LABOR_COLLECTIVE",
        ),
      ]
    : []),
  ...(place % 4 === 1
    ? [promise("Phấn đấu được tặng Cờ thi đua ngành Tư pháp", null, null, "MINISTRY_EMULATION_FLAG")]
    : []),
];
