import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { findUnitByCode } from "../org/unit.store.ts";
import { act, type Work } from "../platform/act.ts";
import { type Actor, isSystem } from "../platform/actor.ts";
import { addDays, type Day, day, firstDayOf, lastDayOf, onDay, startOf, yearOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal, mayNot, type Refusal } from "../platform/refusal.ts";
import { checkoutFolder } from "../platform/settings.ts";
import { adoptPlan } from "./adoption.acts.ts";
import { emptyDraft, type MovementDraft } from "./draft.ts";
import { beginMovement } from "./drafting.acts.ts";
import { readPlan, settleProposed, uploadPlan } from "./import.acts.ts";
import { findImport } from "./import.store.ts";
import { closeMovement, sendDown } from "./life.acts.ts";
import { saveStep } from "./life.store.ts";
import { loadMovement } from "./movement.store.ts";
import { levelOf, type MovementKind } from "./movement.ts";
import { findMovementNamed } from "./movement-list.store.ts";
import { interimDeadline, presentDeadlines } from "./present-deadlines.seed.ts";
import { reachScope } from "./sending.acts.ts";

/** A movement of the demo as `fixtures/movements.yaml` tells it. */
interface Told {
  readonly key: string;
  readonly launcher: string;
  readonly kind: MovementKind;
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly theme?: string;
  readonly spellings?: readonly string[];
  readonly parents?: readonly string[];
  readonly continues?: string;
}

const NINE_O_CLOCK_MS = 9 * 60 * 60 * 1000;

/** The system as it would have acted on a day of the past, so that history stands in its own time. */
const onThat = (actor: Actor, on: Day): Actor => {
  const at = new Date(startOf(on).getTime() + NINE_O_CLOCK_MS);
  return { ...actor, at, day: onDay(at), key: null };
};

/**
 * Movements of the demo: those that the founding documents name, the launches of 2018 and 2021 from their own
 * papers, and one that runs now. Done again it adds only what is missing.
 */
export async function seedMovements(actor: Actor): Promise<void> {
  const checkout = checkoutFolder();
  const told = parse(readFileSync(join(checkout, "fixtures", "movements.yaml"), "utf8")) as readonly Told[];
  const ids = new Map<string, number>();
  for (const one of told)
    ids.set(one.key, sure(await seedTold(onThat(actor, firstDayOf(one.from)), { told: one, ids })));
  await seedPaper(actor, {
    launcher: "STP-HCM",
    file: "004-kh-25-stp-hcm-2018.txt",
    on: day("2018-01-02"),
    closedOn: day("2018-12-28"),
    name: "Phong trào thi đua yêu nước năm 2018",
  });
  await seedPaper(actor, {
    launcher: "BTP",
    file: "002-qd-252-btp-2021-plan.txt",
    on: day("2021-02-22"),
    closedOn: day("2022-01-14"),
    name: "Phong trào thi đua ngành Tư pháp năm 2021",
  });
  sure(await seedPresent(actor, {}));
}

const sure = <Value>(value: Value | Refusal): Value => {
  if (isRefusal(value)) throw new Error(value.sentence);
  return value;
};

interface ToldInput {
  readonly told: Told;
  readonly ids: ReadonlyMap<string, number>;
}

/** A movement of the past of which only name, theme and years are known: published, closed, reaching nobody now. */
const seedTold = act({
  name: "movement.seed-told",
  async run(work, { told, ids }: ToldInput): Promise<number | Refusal> {
    if (!isSystem(work.actor)) return systemOnly();
    const before = await findMovementNamed(work.tx, told.name, told.from);
    if (before !== null) return before;
    const launcher = await launcherOf(work, told.launcher);
    const linked = (kind: "parent" | "continues", key: string) => {
      const other = ids.get(key);
      return other === undefined ? [] : [{ kind, other, name: key }];
    };
    const id = await beginMovement(work, {
      ...emptyDraft(launcher.id, {
        name: told.name,
        kind: told.kind,
        level: levelOf(launcher.kind),
        fromYear: told.from,
        toYear: told.to,
      }),
      theme: told.theme ?? null,
      spellings: told.spellings ?? [],
      onPortal: true,
      links: [
        ...(told.parents ?? []).flatMap((key) => linked("parent", key)),
        ...(told.continues === undefined ? [] : linked("continues", told.continues)),
      ],
    });
    if (isRefusal(id)) return id;
    const over = lastDayOf(told.to);
    const issued = { kind: "issued-elsewhere", onDay: work.day, remarks: null } as const;
    await saveStep(work.tx, { id, state: "draft" }, issued, work.actor, work.at);
    const started = { kind: "started", onDay: work.day, remarks: null } as const;
    await saveStep(work.tx, { id, state: "issued" }, started, work.actor, work.at);
    const closed = { kind: "closed", onDay: over, remarks: "Hết thời gian thực hiện." } as const;
    await saveStep(work.tx, { id, state: "running" }, closed, work.actor, work.at);
    work.record("movement.seeded", id, { name: told.name });
    return id;
  },
});

interface Paper {
  readonly launcher: string;
  readonly file: string;
  readonly on: Day;
  readonly closedOn: Day;
  readonly name: string;
}

/** A launch from its own paper, through the same reader and acts as a person's; impossible deadlines stay open. */
async function seedPaper(actor: Actor, paper: Paper): Promise<void> {
  const then = onThat(actor, paper.on);
  const known = await findMovementNamed(reader(), paper.name, yearOf(paper.on));
  if (known !== null) return;
  const launcher = await findUnitByCode(reader(), paper.launcher, then.day);
  if (!launcher) throw new Error(`no unit ${paper.launcher}`);
  const bytes = readFileSync(join(checkoutFolder(), "fixtures", "sources", paper.file));
  const importId = sure(await uploadPlan(then, { body: launcher.id, file: { name: paper.file, bytes } }));
  sure(await readPlan(then, { importId }));
  const plan = await findImport(reader(), importId, [launcher.id]);
  for (const [index, deadline] of (plan?.reading?.deadlines ?? []).entries()) {
    if (!deadline.impossible) continue;
    const question = `Đề nghị xác nhận hạn đúng: văn bản ghi “${deadline.raw}” (dòng ${deadline.line}), là ngày không có thật.`;
    sure(
      await settleProposed(then, {
        importId,
        key: `deadline-${index}`,
        way: "left-open",
        day: null,
        inclusive: deadline.inclusive,
        instrumentSymbol: null,
        instrumentDay: null,
        reason: question,
      }),
    );
  }
  const adopting = { kind: "regular", onPortal: true, issued: true, sameDocument: false } as const;
  const movementId = sure(await adoptPlan(then, { importId, ...adopting }));
  const remarks = "Đã tổng kết.";
  sure(await closeMovement(onThat(actor, paper.closedOn), { movementId, remarks }));
}

/** The Ministry's movement of this year, whose deadlines lie a few days ahead, so that units can register. */
const seedPresent = act({
  name: "movement.seed-present",
  async run(work, _: Readonly<Record<string, unknown>>): Promise<number | Refusal> {
    if (!isSystem(work.actor)) return systemOnly();
    const year = yearOf(work.day);
    const plain = presentDraft(year, work.day, (await launcherOf(work, "BTP")).id);
    const draft = { ...plain, deadlines: [...plain.deadlines, await interimDeadline(work, year)] };
    const before = await findMovementNamed(work.tx, draft.name, year);
    if (before !== null) return before;
    const id = await beginMovement(work, draft);
    if (isRefusal(id)) return id;
    const movement = await loadMovement(work.tx, id, work.day);
    if (!movement) throw new Error("the movement just written is gone");
    const units = await reachScope(work, movement);
    if (isRefusal(units)) return units;
    const issuedOn = movement.documents[0]?.issuedOn ?? work.day;
    await sendDown(
      work,
      movement,
      { kind: "issued-elsewhere", onDay: issuedOn, remarks: null },
      units.length,
    );
    work.record("movement.seeded", id, { name: draft.name });
    return id;
  },
});

const systemOnly = (): Refusal => mayNot("system-only", "Dữ liệu trình diễn chỉ do hệ thống nạp.");

async function launcherOf(work: Work, code: string) {
  const unit = await findUnitByCode(work.tx, code, work.day);
  if (!unit) throw new Error(`no unit ${code}`);
  return unit;
}

/** Invented, in the manner of the Ministry's plans. */
function presentDraft(year: number, today: Day, launcher: number): MovementDraft {
  const issuedOn = addDays(today, -7);
  const given = {
    name: `Phong trào thi đua ngành Tư pháp năm ${year}`,
    kind: "regular",
    level: "ministry",
  } as const;
  const content = (label: string, level: number, heading: string, responsible = "") => ({
    label,
    level,
    heading,
    responsible,
    units: [],
    line: null,
  });
  const target = (words: string, value: number, base: string, measure: string) => ({
    id: null,
    words,
    measure,
    value,
    unit: "%",
    base,
    line: null,
  });
  const phase = (name: string, from: Day, to: Day) => ({
    name,
    from,
    to,
    fromWording: null,
    toWording: null,
    line: null,
  });
  return {
    ...emptyDraft(launcher, { ...given, fromYear: year, toYear: year }),
    theme:
      "Ngành Tư pháp đoàn kết, kỷ cương, đổi mới, sáng tạo, thi đua hoàn thành xuất sắc nhiệm vụ chính trị được giao",
    onPortal: true,
    goal: "Phát huy tinh thần đoàn kết, chủ động, sáng tạo của cán bộ, công chức, viên chức, người lao động trong toàn Ngành, hoàn thành xuất sắc các chỉ tiêu, nhiệm vụ công tác năm.",
    requirements:
      "Phong trào thi đua phải thiết thực, có tiêu chí cụ thể, gắn với nhiệm vụ chính trị; khen thưởng khách quan, công khai, kịp thời, quan tâm tập thể nhỏ và người trực tiếp lao động.",
    scopeWords: "Các đơn vị thuộc Bộ, Sở Tư pháp, cơ quan thi hành án dân sự các tỉnh, thành phố.",
    subjects: "Tập thể, cán bộ, công chức, viên chức, người lao động trong ngành Tư pháp.",
    criteria:
      "Hoàn thành và hoàn thành vượt mức chỉ tiêu, nhiệm vụ được giao; có sáng kiến, mô hình mới được áp dụng.",
    expectedCommendation:
      "Danh hiệu thi đua và hình thức khen thưởng theo thẩm quyền của Bộ trưởng; đề nghị cấp Nhà nước đối với tập thể, cá nhân tiêu biểu.",
    funding: "Quỹ thi đua, khen thưởng ngành Tư pháp và các nguồn hợp pháp khác.",
    solutions:
      "Tuyên truyền, quán triệt; đăng ký thi đua; theo dõi, đôn đốc, kiểm tra; phát hiện, bồi dưỡng, tổng kết, nhân rộng điển hình tiên tiến.",
    grounds: [
      { words: "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", line: null },
      {
        words:
          "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng",
        line: null,
      },
    ],
    recipients: [
      { name: "Như Điều 3", purpose: null },
      { name: "Bộ trưởng", purpose: "để báo cáo" },
      { name: "Các Thứ trưởng", purpose: "để biết, chỉ đạo" },
      { name: "Cổng Thông tin điện tử Bộ Tư pháp", purpose: "để đăng tải" },
      { name: "Lưu: VT, TCCB", purpose: null },
    ],
    contents: [
      content("1.", 1, "Nâng cao chất lượng công tác xây dựng và thi hành pháp luật"),
      content("1.1.", 2, "Thẩm định văn bản quy phạm pháp luật đúng hạn, có chất lượng"),
      content("1.2.", 2, "Kiểm tra, rà soát văn bản theo kế hoạch"),
      content("2.", 1, "Hoàn thành chỉ tiêu thi hành án dân sự", "Cục Quản lý Thi hành án dân sự"),
      content("3.", 1, "Cải cách hành chính, chuyển đổi số trong công tác tư pháp"),
      content("4.", 1, "Phát hiện, bồi dưỡng, tổng kết, nhân rộng điển hình tiên tiến"),
    ],
    targets: [
      target(
        "Hồ sơ thẩm định văn bản quy phạm pháp luật đúng hạn",
        100,
        "tổng số hồ sơ thẩm định",
        "số hồ sơ đúng hạn",
      ),
      target(
        "Hồ sơ dịch vụ công giải quyết đúng và trước hạn",
        98,
        "tổng số hồ sơ tiếp nhận",
        "số hồ sơ đúng và trước hạn",
      ),
      target(
        "Tập thể, cá nhân hoàn thành nhiệm vụ",
        100,
        "tổng số tập thể, cá nhân",
        "kết quả đánh giá, xếp loại",
      ),
    ],
    phases: [
      phase("Đợt 1", firstDayOf(year), day(`${year}-06-30`)),
      phase("Đợt 2", day(`${year}-07-01`), lastDayOf(year)),
    ],
    deadlines: presentDeadlines(year, today),
    documents: [
      {
        kind: "QUYET_DINH",
        number: "1518",
        symbol: "QĐ-BTP",
        issuer: launcher,
        issuerName: "Bộ Tư pháp",
        place: "Hà Nội",
        issuedOn,
        title: `Ban hành Kế hoạch phát động phong trào thi đua ngành Tư pháp năm ${year}`,
        signatory: { capacity: "KT. BỘ TRƯỞNG", role: "THỨ TRƯỞNG", name: "Đặng Quang Khải" },
        file: null,
        fileName: null,
      },
    ],
  };
}
