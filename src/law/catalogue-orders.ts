import { president } from "./catalogue-deciders.ts";
import { type Entry, existsAlways, law2003, law2022, sinceR2 } from "./catalogue-entry.ts";
import type { HonoraryCode, MedalCode, OrderCode, SubjectKind } from "./codes.ts";

/** Orders, medals and state honorary titles: all by the President (Luật 06/2022/QH15, Điều 77). */
const ofTheState = {
  kind: "form",
  level: "state",
  chains: ["vertical", "territorial"],
  interval: null,
  deciders: president,
  olderNames: {},
  existence: existsAlways,
  note: null,
} as const;

const people: readonly SubjectKind[] = ["individual"];
const peopleAndCollectives: readonly SubjectKind[] = ["individual", "collective"];
const everySubject: readonly SubjectKind[] = ["individual", "collective", "household"];

const row = <C extends Entry["code"]>(
  code: C,
  name: string,
  shortName: string,
  subjects: readonly SubjectKind[],
) => ({ ...ofTheState, code, name, shortName, subjects });

const order = (code: OrderCode, name: string, subjects = peopleAndCollectives): Entry =>
  row(code, `Huân chương ${name}`, `HC ${name}`, subjects);

/** From one class to the next of Huân chương Lao động: at least five years since the lower award. */
const labor = (code: OrderCode, rank: string): Entry => ({
  ...row(code, `Huân chương Lao động hạng ${rank}`, `HCLĐ hạng ${rank}`, everySubject),
  interval: {
    words: "Theo công trạng: từ 05 năm trở lên kể từ hình thức khen thưởng bậc dưới",
    basis: `${law2022}, Điều 42 đến Điều 44`,
    verified: true,
  },
});

export const orderEntries: Readonly<Record<OrderCode, Entry>> = {
  GOLD_STAR_ORDER: order("GOLD_STAR_ORDER", "Sao vàng"),
  HO_CHI_MINH_ORDER: order("HO_CHI_MINH_ORDER", "Hồ Chí Minh"),
  INDEPENDENCE_ORDER_1: order("INDEPENDENCE_ORDER_1", "Độc lập hạng Nhất"),
  INDEPENDENCE_ORDER_2: order("INDEPENDENCE_ORDER_2", "Độc lập hạng Nhì"),
  INDEPENDENCE_ORDER_3: order("INDEPENDENCE_ORDER_3", "Độc lập hạng Ba"),
  MILITARY_EXPLOIT_ORDER_1: order("MILITARY_EXPLOIT_ORDER_1", "Quân công hạng Nhất"),
  MILITARY_EXPLOIT_ORDER_2: order("MILITARY_EXPLOIT_ORDER_2", "Quân công hạng Nhì"),
  MILITARY_EXPLOIT_ORDER_3: order("MILITARY_EXPLOIT_ORDER_3", "Quân công hạng Ba"),
  LABOR_ORDER_1: labor("LABOR_ORDER_1", "Nhất"),
  LABOR_ORDER_2: labor("LABOR_ORDER_2", "Nhì"),
  LABOR_ORDER_3: labor("LABOR_ORDER_3", "Ba"),
  FATHERLAND_PROTECTION_ORDER_1: order("FATHERLAND_PROTECTION_ORDER_1", "Bảo vệ Tổ quốc hạng Nhất"),
  FATHERLAND_PROTECTION_ORDER_2: order("FATHERLAND_PROTECTION_ORDER_2", "Bảo vệ Tổ quốc hạng Nhì"),
  FATHERLAND_PROTECTION_ORDER_3: order("FATHERLAND_PROTECTION_ORDER_3", "Bảo vệ Tổ quốc hạng Ba"),
  FEAT_OF_ARMS_ORDER_1: order("FEAT_OF_ARMS_ORDER_1", "Chiến công hạng Nhất"),
  FEAT_OF_ARMS_ORDER_2: order("FEAT_OF_ARMS_ORDER_2", "Chiến công hạng Nhì"),
  FEAT_OF_ARMS_ORDER_3: order("FEAT_OF_ARMS_ORDER_3", "Chiến công hạng Ba"),
  GREAT_NATIONAL_UNITY_ORDER: order("GREAT_NATIONAL_UNITY_ORDER", "Đại đoàn kết dân tộc"),
  BRAVERY_ORDER: order("BRAVERY_ORDER", "Dũng cảm"),
  FRIENDSHIP_ORDER: {
    ...order("FRIENDSHIP_ORDER", "Hữu nghị"),
    note: "Tặng cá nhân, tập thể nước ngoài: kèm tặng phẩm lưu niệm, không kèm tiền (Nghị định 152/2025/NĐ-CP, Điều 48 khoản 4).",
  },
};

const medal = (code: MedalCode, name: string): Entry =>
  row(code, `Huy chương ${name}`, `Huy chương ${name}`, people);

export const medalEntries: Readonly<Record<MedalCode, Entry>> = {
  VICTORY_FLAG_MEDAL: medal("VICTORY_FLAG_MEDAL", "Quân kỳ quyết thắng"),
  NATIONAL_SECURITY_MEDAL: medal("NATIONAL_SECURITY_MEDAL", "Vì an ninh Tổ quốc"),
  GLORIOUS_FIGHTER_MEDAL_1: medal("GLORIOUS_FIGHTER_MEDAL_1", "Chiến sĩ vẻ vang hạng Nhất"),
  GLORIOUS_FIGHTER_MEDAL_2: medal("GLORIOUS_FIGHTER_MEDAL_2", "Chiến sĩ vẻ vang hạng Nhì"),
  GLORIOUS_FIGHTER_MEDAL_3: medal("GLORIOUS_FIGHTER_MEDAL_3", "Chiến sĩ vẻ vang hạng Ba"),
  FRIENDSHIP_MEDAL: medal("FRIENDSHIP_MEDAL", "Hữu nghị"),
  GLORIOUS_YOUTH_VOLUNTEER_MEDAL: {
    ...medal("GLORIOUS_YOUTH_VOLUNTEER_MEDAL", "Thanh niên xung phong vẻ vang"),
    existence: {
      regimes: sinceR2,
      words: "Được thêm từ Luật năm 2022.",
      basis: `${law2022}, Điều 96 khoản 2`,
      verified: true,
    },
  },
};

const honorary = (code: HonoraryCode, name: string, subjects = people): Entry =>
  row(code, name, name, subjects);

export const honoraryEntries: Readonly<Record<HonoraryCode, Entry>> = {
  HERO_PROVINCE: {
    ...honorary("HERO_PROVINCE", "Tỉnh Anh hùng, Thành phố Anh hùng", ["collective"]),
    chains: [],
    existence: {
      regimes: sinceR2,
      words: "Chưa thấy danh hiệu này trong Luật năm 2003.",
      basis: law2003,
      verified: false,
    },
  },
  HEROIC_MOTHER: { ...honorary("HEROIC_MOTHER", "Bà mẹ Việt Nam anh hùng"), chains: [] },
  ARMED_FORCES_HERO: honorary(
    "ARMED_FORCES_HERO",
    "Anh hùng Lực lượng vũ trang nhân dân",
    peopleAndCollectives,
  ),
  LABOR_HERO: {
    ...honorary("LABOR_HERO", "Anh hùng Lao động", peopleAndCollectives),
    interval: {
      words: "Xét 05 năm một lần, trừ thành tích đột xuất",
      basis: "Nghị định 91/2017/NĐ-CP, Điều 48 khoản 1 điểm d",
      verified: false,
    },
  },
  PEOPLES_TEACHER: honorary("PEOPLES_TEACHER", "Nhà giáo nhân dân"),
  MERITORIOUS_TEACHER: honorary("MERITORIOUS_TEACHER", "Nhà giáo ưu tú"),
  PEOPLES_PHYSICIAN: honorary("PEOPLES_PHYSICIAN", "Thầy thuốc nhân dân"),
  MERITORIOUS_PHYSICIAN: honorary("MERITORIOUS_PHYSICIAN", "Thầy thuốc ưu tú"),
  PEOPLES_ARTIST: honorary("PEOPLES_ARTIST", "Nghệ sĩ nhân dân"),
  MERITORIOUS_ARTIST: honorary("MERITORIOUS_ARTIST", "Nghệ sĩ ưu tú"),
  PEOPLES_ARTISAN: honorary("PEOPLES_ARTISAN", "Nghệ nhân nhân dân"),
  MERITORIOUS_ARTISAN: honorary("MERITORIOUS_ARTISAN", "Nghệ nhân ưu tú"),
};
