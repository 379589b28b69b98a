import { findMovementNamed } from "../movements/movement-list.store.ts";
import { actingAs, holderActing, sure } from "../org/acting.seed.ts";
import { findUnitByCode } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import { addDays, type Day, yearOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { makeCheckPlan, noteFinding, noteVisit, planVisit } from "./check.acts.ts";
import { checkReachOf, plansOf } from "./check.store.ts";
import { showCorrection } from "./correction.acts.ts";
import { recordCost } from "./cost.acts.ts";
import { publishGuidance } from "./guidance.acts.ts";
import { answerQuestion, raiseQuestion } from "./question.acts.ts";

/**
 * Questions, checks and costs of the demo around this year's movement, made through the acts by the demo's
 * own people on days of the past weeks. It is told once: done again it adds nothing.
 */
export async function seedFollowing(actor: Actor): Promise<void> {
  const year = yearOf(actor.day);
  const movement = await findMovementNamed(reader(), `Phong trào thi đua ngành Tư pháp năm ${year}`, year);
  const standing = await holderActing("BTP", ["standing-officer"], addDays(actor.day, -20));
  const ministry = await findUnitByCode(reader(), "BTP", actor.day);
  if (movement === null || !standing?.person || !ministry) return;
  const told = await plansOf(reader(), (await checkReachOf(reader(), standing)).checks);
  if (told.length > 0) return;
  const scene = { movement, ministry: ministry.id, standing: standing.person, today: actor.day };
  await tellQuestions(scene);
  await tellCosts(scene);
  await tellChecks(scene, standing);
}

interface Scene {
  readonly movement: number;
  readonly ministry: number;
  readonly standing: number;
  readonly today: Day;
}

const daysAgo = (scene: Scene, days: number): Day => addDays(scene.today, -days);

async function tellQuestions(scene: Scene): Promise<void> {
  const asked = await ask(scene, "STP-DBN", 15, {
    kind: "question",
    title: "Đăng ký danh hiệu cho người đang biệt phái",
    words:
      "Sở có hai công chức biệt phái sang Văn phòng Ủy ban nhân dân tỉnh từ tháng 3.\nĐề nghị hướng dẫn đăng ký danh hiệu tại Sở hay tại nơi biệt phái.",
  });
  if (asked !== null) {
    const officer = await actingAs(scene.standing, daysAgo(scene, 9));
    const words =
      "Người biệt phái đăng ký tại cơ quan cử đi; nơi nhận biệt phái có ý kiến nhận xét bằng văn bản để cơ quan cử đi xét.";
    sure(await answerQuestion(officer, { questionId: asked, words, files: [] }));
    const published = {
      questionId: asked,
      asked: "Người đang biệt phái đăng ký danh hiệu thi đua ở đâu?",
      answer: words,
    };
    sure(await publishGuidance(officer, published));
  }
  await ask(scene, "STP-HCM", 6, {
    kind: "difficulty",
    title: "Chia tỷ lệ Chiến sĩ thi đua cơ sở giữa hai khối",
    words: "Hai khối thi đua của Sở có số người chênh nhau nhiều; đề nghị hướng dẫn cách tính tỷ lệ 15 %.",
  });
}

type Told = Pick<Parameters<typeof raiseQuestion>[1], "kind" | "title" | "words">;

async function ask(scene: Scene, code: string, days: number, told: Told): Promise<number | null> {
  const officer = await holderActing(
    code,
    ["unit-officer", "standing-officer", "unit-head"],
    daysAgo(scene, days),
  );
  if (!officer?.post) return null;
  const about = { unit: officer.post.unit, movement: scene.movement, receiver: scene.ministry, files: [] };
  return sure(await raiseQuestion(officer, { ...about, ...told }));
}

async function tellCosts(scene: Scene): Promise<void> {
  const officer = await holderActing("STP-HCM", ["unit-officer", "standing-officer"], daysAgo(scene, 12));
  if (!officer?.post) return;
  const cost = { movement: scene.movement, unit: officer.post.unit, note: null, spentOn: daysAgo(scene, 14) };
  const conference = { activity: "Hội nghị phát động trực tuyến", source: "budget" as const };
  sure(await recordCost(officer, { ...cost, ...conference, planned: 18_000_000, spent: 11_400_000 }));
  const prints = { activity: "In sổ theo dõi thi đua", source: "fund" as const };
  sure(await recordCost(officer, { ...cost, ...prints, planned: null, spent: 2_350_000 }));
}

async function tellChecks(scene: Scene, standing: Actor): Promise<void> {
  const year = yearOf(scene.today);
  const named = { body: scene.ministry, year, purpose: null, paperSymbol: null, paperDay: null };
  const plan = sure(
    await makeCheckPlan(standing, {
      ...named,
      name: `Kế hoạch kiểm tra công tác thi đua, khen thưởng năm ${year}`,
    }),
  );
  const visit = async (code: string, plannedOn: Day, contents: string): Promise<number | null> => {
    const unit = await findUnitByCode(reader(), code, scene.today);
    if (!unit) return null;
    const team = "Lãnh đạo đơn vị thường trực, Trưởng đoàn\nChuyên viên thường trực, Thư ký đoàn";
    return sure(
      await planVisit(standing, { plan, body: scene.ministry, unit: unit.id, plannedOn, contents, team }),
    );
  };
  await visit("STP-HCM", addDays(scene.today, 16), "Việc đăng ký, theo dõi và bình xét thi đua của các khối");
  const held = await visit(
    "STP-DBN",
    daysAgo(scene, 10),
    "Việc phát động, đăng ký và lưu minh chứng thi đua",
  );
  if (held !== null) await tellFindings(scene, held);
}

async function tellFindings(scene: Scene, visitId: number): Promise<void> {
  const officer = await actingAs(scene.standing, daysAgo(scene, 8));
  const summary = "Đơn vị phát động đúng hạn, có sổ theo dõi; việc lưu minh chứng chưa đều giữa các phòng.";
  sure(await noteVisit(officer, { visitId, on: daysAgo(scene, 10), summary, files: [] }));
  const fault = { visitId, kind: "fault" as const };
  const first = sure(
    await noteFinding(officer, {
      ...fault,
      severity: "serious",
      words: "Ba phòng chưa lưu minh chứng cho chỉ tiêu đã đăng ký.",
      demand: "Bổ sung minh chứng và phân công người theo dõi ở từng phòng.",
      dueOn: addDays(scene.today, 7),
    }),
  );
  sure(
    await noteFinding(officer, {
      ...fault,
      severity: "minor",
      words: "Kế hoạch của đơn vị chưa nêu thời điểm sơ kết.",
      demand: null,
      dueOn: null,
    }),
  );
  const practice =
    "Mỗi sáng thứ Hai các phòng báo cáo tiến độ chỉ tiêu trên một bảng chung để cả cơ quan theo dõi.";
  const good = { visitId, kind: "good-practice" as const, severity: null, demand: null, dueOn: null };
  sure(await noteFinding(officer, { ...good, words: practice }));
  const unit = await holderActing("STP-DBN", ["unit-head", "standing-officer"], daysAgo(scene, 2));
  const words = "Đã bổ sung minh chứng của hai phòng; phòng còn lại hoàn thành trong tuần tới.";
  if (unit) sure(await showCorrection(unit, { visitId, findingId: first, words, files: [] }));
}
