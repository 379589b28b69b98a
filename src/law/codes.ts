/**
 * The stable codes of every emulation title (danh hiệu thi đua) and every form of commendation (hình
 * thức khen thưởng). Records, rules, numbers and the command line name an award only by them; what each
 * is stands in the catalogue.
 */
const titleCodes = [
  "NATIONAL_EMULATION_FIGHTER",
  "MINISTRY_EMULATION_FIGHTER",
  "GRASSROOTS_EMULATION_FIGHTER",
  "ADVANCED_WORKER",
  "GOVERNMENT_EMULATION_FLAG",
  "MINISTRY_EMULATION_FLAG",
  "PROVINCE_EMULATION_FLAG",
  "MILITARY_REGION_FLAG",
  "EXCELLENT_LABOR_COLLECTIVE",
  "ADVANCED_LABOR_COLLECTIVE",
  "EXEMPLARY_COMMUNE",
  "CULTURAL_VILLAGE",
  "CULTURAL_FAMILY",
] as const;

const orderCodes = [
  "GOLD_STAR_ORDER",
  "HO_CHI_MINH_ORDER",
  "INDEPENDENCE_ORDER_1",
  "INDEPENDENCE_ORDER_2",
  "INDEPENDENCE_ORDER_3",
  "MILITARY_EXPLOIT_ORDER_1",
  "MILITARY_EXPLOIT_ORDER_2",
  "MILITARY_EXPLOIT_ORDER_3",
  "LABOR_ORDER_1",
  "LABOR_ORDER_2",
  "LABOR_ORDER_3",
  "FATHERLAND_PROTECTION_ORDER_1",
  "FATHERLAND_PROTECTION_ORDER_2",
  "FATHERLAND_PROTECTION_ORDER_3",
  "FEAT_OF_ARMS_ORDER_1",
  "FEAT_OF_ARMS_ORDER_2",
  "FEAT_OF_ARMS_ORDER_3",
  "GREAT_NATIONAL_UNITY_ORDER",
  "BRAVERY_ORDER",
  "FRIENDSHIP_ORDER",
] as const;

const medalCodes = [
  "VICTORY_FLAG_MEDAL",
  "NATIONAL_SECURITY_MEDAL",
  "GLORIOUS_FIGHTER_MEDAL_1",
  "GLORIOUS_FIGHTER_MEDAL_2",
  "GLORIOUS_FIGHTER_MEDAL_3",
  "FRIENDSHIP_MEDAL",
  "GLORIOUS_YOUTH_VOLUNTEER_MEDAL",
] as const;

const honoraryCodes = [
  "HERO_PROVINCE",
  "HEROIC_MOTHER",
  "ARMED_FORCES_HERO",
  "LABOR_HERO",
  "PEOPLES_TEACHER",
  "MERITORIOUS_TEACHER",
  "PEOPLES_PHYSICIAN",
  "MERITORIOUS_PHYSICIAN",
  "PEOPLES_ARTIST",
  "MERITORIOUS_ARTIST",
  "PEOPLES_ARTISAN",
  "MERITORIOUS_ARTISAN",
] as const;

const otherFormCodes = [
  "HO_CHI_MINH_PRIZE",
  "STATE_PRIZE",
  "JUSTICE_COMMEMORATIVE_MEDAL",
  "NATIONAL_ASSEMBLY_COMMEMORATIVE_MEDAL",
  "PROVINCE_BADGE",
  "PM_CERTIFICATE_OF_MERIT",
  "MINISTER_CERTIFICATE_OF_MERIT",
  "PROVINCE_CERTIFICATE_OF_MERIT",
  "MILITARY_REGION_CERTIFICATE_OF_MERIT",
  "CERTIFICATE_OF_COMMENDATION",
] as const;

const formCodes = [...orderCodes, ...medalCodes, ...honoraryCodes, ...otherFormCodes] as const;

export const codes = [...titleCodes, ...formCodes] as const;

export type TitleCode = (typeof titleCodes)[number];
export type OrderCode = (typeof orderCodes)[number];
export type MedalCode = (typeof medalCodes)[number];
export type HonoraryCode = (typeof honoraryCodes)[number];
export type FormCode = (typeof formCodes)[number];
export type Code = TitleCode | FormCode;

const known: ReadonlySet<string> = new Set(codes);

export const isCode = (text: string): text is Code => known.has(text);

/** Cá nhân, tập thể, hộ gia đình. */
export const subjectKinds = ["individual", "collective", "household"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const subjectNames: Readonly<Record<SubjectKind, string>> = {
  individual: "cá nhân",
  collective: "tập thể",
  household: "hộ gia đình",
};

export const isSubjectKind = (text: string): text is SubjectKind =>
  (subjectKinds as readonly string[]).includes(text);
