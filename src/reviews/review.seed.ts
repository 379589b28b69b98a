import { findMovement } from "../movements/movement.store.ts";
import { findMovementNamed } from "../movements/movement-list.store.ts";
import { holderActing, sure } from "../org/acting.seed.ts";
import { findUnitByCode } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import { day, yearOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import type { Gathered } from "../platform/offers.ts";
import { enterPaperReview } from "./paper.acts.ts";
import { acceptReview, startReview } from "./review.acts.ts";
import { findReview, findReviewAt } from "./review.store.ts";
import { sectionsOf } from "./section.store.ts";
import { draftTemplate, issueTemplate } from "./template.acts.ts";
import { listTemplates } from "./template.store.ts";
import { takeParagraph, writeReview } from "./writing.acts.ts";

/** A unit's report of the demo: the day it was received, and what it wrote section by section. */
interface Told {
  readonly code: string;
  readonly receivedOn: string;
  readonly accepted: boolean;
  readonly lateReason?: string;
  readonly words: Readonly<Record<string, string>>;
}

const told: readonly Told[] = [
  {
    code: "BTP-HSHC",
    receivedOn: "06-25",
    accepted: true,
    words: {
      "Công tác lãnh đạo, chỉ đạo":
        "Vụ đã quán triệt kế hoạch thi đua tại hội nghị công chức đầu năm, phân công từng phòng theo dõi một chỉ tiêu.\nLãnh đạo Vụ kiểm điểm tiến độ thi đua tại giao ban hằng tháng.",
      "Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến":
        "Nhóm soạn thảo dự án luật hoàn thành trước hạn 12 ngày nhờ họp trực tuyến với địa phương hằng tuần.",
      "Tồn tại, hạn chế và nguyên nhân":
        "Còn hai hồ sơ thẩm định chậm do chờ ý kiến của bộ, ngành.\nViệc bình xét ở một phòng còn hình thức.",
      "Bài học kinh nghiệm":
        "Giao chỉ tiêu đến từng người thì tiến độ rõ hơn.\nBáo cáo hằng tháng ngắn gọn giúp phát hiện chậm trễ sớm.",
      "Đề xuất, kiến nghị": "Đề nghị Bộ sớm hướng dẫn thống nhất cách tính hồ sơ thẩm định đúng hạn.",
    },
  },
  {
    code: "BTP-DSKT",
    receivedOn: "06-29",
    accepted: true,
    words: {
      "Công tác lãnh đạo, chỉ đạo":
        "Cấp ủy và lãnh đạo Vụ đưa nội dung thi đua vào chương trình công tác quý.",
      "Tồn tại, hạn chế và nguyên nhân": "Sáng kiến đăng ký còn ít so với số người.",
      "Bài học kinh nghiệm": "Chọn việc khó làm nội dung thi đua thì phong trào thiết thực.",
      "Đề xuất, kiến nghị": "Đề nghị tổ chức trao đổi kinh nghiệm giữa các đơn vị trong Cụm vào quý III.",
    },
  },
  {
    code: "BTP-CVDC",
    receivedOn: "06-30",
    accepted: true,
    words: {
      "Công tác lãnh đạo, chỉ đạo": "Vụ ban hành kế hoạch thi đua trong tháng 01 và ký giao ước trong Cụm.",
      "Tồn tại, hạn chế và nguyên nhân": "Tuyên truyền gương người tốt, việc tốt chưa thường xuyên.",
    },
  },
  { code: "BTP-PLQT", receivedOn: "06-26", accepted: false, words: {} },
  { code: "BTP-TCCB", receivedOn: "06-27", accepted: true, words: {} },
  { code: "BTP-VP", receivedOn: "06-30", accepted: true, words: {} },
  { code: "BTP-KTVBXLVP", receivedOn: "06-24", accepted: false, words: {} },
  { code: "STP-HCM", receivedOn: "06-30", accepted: true, words: {} },
  {
    code: "BTP-KHTC",
    receivedOn: "07-06",
    accepted: false,
    lateReason: "Trùng thời gian quyết toán.",
    words: {},
  },
];

/**
 * The reviews of the demo: this year's template, reports of its first half that came on paper (one of them
 * late, two missing), and the Ministry's own being drafted. Done again it adds nothing.
 */
export async function seedReviews(actor: Actor, gathered: Gathered): Promise<void> {
  const year = yearOf(actor.day);
  const movement = await findMovementNamed(reader(), `Phong trào thi đua ngành Tư pháp năm ${year}`, year);
  const ministry = await findUnitByCode(reader(), "BTP", actor.day);
  if (movement === null || !ministry || actor.day < day(`${year}-07-31`)) return;
  if ((await findMovement(reader(), movement, actor.day))?.state === "closed") return;
  const scene = { movement, ministry: ministry.id, year, gathered };
  await tellTemplate(scene);
  const reports = new Map<string, number>();
  for (const one of told) reports.set(one.code, await tellReport(scene, one));
  await tellMinistry(scene, reports);
}

interface Scene {
  readonly movement: number;
  readonly ministry: number;
  readonly year: number;
  readonly gathered: Gathered;
}

/** The Ministry's standing officer on a day of that year. */
async function standingOn({ year }: Scene, monthAndDate: string): Promise<Actor> {
  const standing = await holderActing("BTP", ["standing-officer"], day(`${year}-${monthAndDate}`));
  if (!standing) throw new Error("nobody stands for the Ministry");
  return standing;
}

async function tellTemplate(scene: Scene): Promise<void> {
  const { ministry, year } = scene;
  const standing = await standingOn(scene, "05-20");
  const before = await listTemplates(reader(), [ministry], standing.day);
  if (before.some((template) => template.year === year)) return;
  for (const kind of ["interim", "final"] as const) {
    const input = { body: ministry, year, kind, from: null };
    sure(await issueTemplate(standing, { templateId: sure(await draftTemplate(standing, input)) }));
  }
}

async function tellReport(scene: Scene, report: Told): Promise<number> {
  const { movement, year, gathered } = scene;
  const standing = await standingOn(scene, report.receivedOn);
  const unit = await findUnitByCode(reader(), report.code, standing.day);
  if (!unit) throw new Error(`no unit ${report.code}`);
  const place = { level: "unit", unit: unit.id, movement, kind: "interim", year } as const;
  const before = await findReviewAt(reader(), place);
  if (before !== null) return before;
  const { level: _level, ...receipt } = place;
  const id = sure(
    await enterPaperReview(standing, {
      ...receipt,
      channel: "paper",
      receivedOn: day(`${year}-${report.receivedOn}`),
      lateReason: report.lateReason ?? "",
      remarks: null,
      paper: null,
      gathered,
    }),
  );
  if (Object.keys(report.words).length > 0) await write(standing, id, report.words);
  const version = (await findReview(reader(), id, standing.day))?.version ?? 0;
  if (report.accepted) sure(await acceptReview(standing, { reviewId: id, version, remarks: null }));
  return id;
}

async function write(writer: Actor, id: number, words: Told["words"]): Promise<void> {
  const version = (await findReview(reader(), id, writer.day))?.version ?? 0;
  const sections = await sectionsOf(reader(), id);
  const written = sections.flatMap(({ heading, position }) =>
    words[heading] === undefined ? [] : [{ position, words: words[heading] }],
  );
  sure(await writeReview(writer, { reviewId: id, version, words: written }));
}

/** The Ministry's own, begun, with two paragraphs of units in it. */
async function tellMinistry(scene: Scene, reports: ReadonlyMap<string, number>): Promise<void> {
  const { movement, ministry, year } = scene;
  const standing = await standingOn(scene, "07-15");
  const place = { level: "sector", unit: ministry, movement, kind: "interim", year } as const;
  if ((await findReviewAt(reader(), place)) !== null) return;
  const { level: _level, ...begun } = place;
  const id = sure(await startReview(standing, begun));
  await write(standing, id, {
    "Công tác lãnh đạo, chỉ đạo":
      "Bộ đã ban hành kế hoạch phát động phong trào thi đua năm và hướng dẫn các đơn vị đăng ký trên hệ thống.",
  });
  const sections = await sectionsOf(reader(), id);
  for (const [code, heading] of [
    ["BTP-HSHC", "Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến"],
    ["BTP-DSKT", "Đề xuất, kiến nghị"],
  ] as const) {
    const position = sections.find((section) => section.heading === heading)?.position ?? 0;
    const source = reports.get(code) ?? 0;
    sure(
      await takeParagraph(standing, {
        reviewId: id,
        position,
        source,
        sourcePosition: position,
        paragraph: 0,
      }),
    );
  }
}
