import { audienceNames } from "../org/scope.ts";
import { writeDay } from "../platform/day.ts";
import { writeDeadline } from "../platform/deadline.ts";
import { asDeadline, purposeNames } from "./deadlines.ts";
import { kindNames, type Movement, writeYears } from "./movement.ts";
import { writeOutline } from "./outline.ts";

/** The parts in which a launch is written, commented on and amended. */
export const sectionNames = {
  ten: "Tên, loại, thời gian",
  "muc-dich": "Mục đích, yêu cầu",
  "doi-tuong": "Phạm vi, đối tượng",
  "noi-dung": "Nội dung, giải pháp",
  "tieu-chi": "Tiêu chí, khen thưởng, kinh phí",
  "chi-tieu": "Chỉ tiêu",
  dot: "Đợt thi đua cao điểm",
  han: "Hạn và đối tượng",
  "can-cu": "Căn cứ, dịp chào mừng, nơi nhận",
} as const;

export type SectionKey = keyof typeof sectionNames;

export const isSection = (text: string): text is SectionKey => text in sectionNames;

/** The parts of a movement that a form may change; deadlines change one by one, with their own reasons. */
export type MovementChange = Partial<
  Pick<
    Movement,
    | "name"
    | "spellings"
    | "kind"
    | "fromYear"
    | "toYear"
    | "theme"
    | "motto"
    | "onPortal"
    | "goal"
    | "requirements"
    | "scopeWords"
    | "subjects"
    | "scope"
    | "contents"
    | "solutions"
    | "criteria"
    | "expectedCommendation"
    | "funding"
    | "phases"
    | "grounds"
    | "occasions"
    | "recipients"
  >
> & { readonly targets?: readonly TargetChange[]; readonly links?: readonly LinkChange[] };

/** A target as typed: with its id when it stood before. */
export type TargetChange = Omit<Movement["targets"][number], "id"> & { readonly id: number | null };

export type LinkChange = Pick<Movement["links"][number], "kind" | "other"> & { readonly name: string };

/** One thing of a section in words, so that before and after can be laid side by side. */
export interface Described {
  readonly label: string;
  readonly words: string;
}

type Worded = Omit<Movement, "targets"> & { readonly targets: readonly TargetChange[] };

/** What a section says, in words. */
export function describeSection(
  section: SectionKey,
  movement: Worded,
  unitNames: ReadonlyMap<number, string>,
): Described[] {
  const units = (ids: readonly number[]) => ids.map((id) => unitNames.get(id) ?? `đơn vị ${id}`).join("; ");
  const text = (label: string, words: string | null) => ({ label, words: words ?? "" });
  switch (section) {
    case "ten":
      return [
        text("Tên phong trào", movement.name),
        text("Cách gọi khác", movement.spellings.join("; ")),
        text("Loại", kindNames[movement.kind]),
        text("Thời gian", writeYears(movement)),
        text("Chủ đề", movement.theme),
        text("Khẩu hiệu", movement.motto),
        text("Đăng Cổng thông tin", movement.onPortal ? "có" : "không"),
        text("Trả lời phong trào cấp trên", namesOf(movement, "parent")),
        text("Phong trào liên quan", namesOf(movement, "related")),
        text("Nối tiếp", namesOf(movement, "continues")),
      ];
    case "muc-dich":
      return [text("Mục đích", movement.goal), text("Yêu cầu", movement.requirements)];
    case "doi-tuong":
      return [
        text("Phạm vi", movement.scopeWords),
        text("Đối tượng", movement.subjects),
        text("Nhóm đơn vị", movement.scope.groups.map((group) => audienceNames[group]).join("; ")),
        text("Thêm đơn vị", units(movement.scope.named)),
        text("Trừ đơn vị", units(movement.scope.excluded)),
      ];
    case "noi-dung":
      return [text("Nội dung", writeOutline(movement.contents)), text("Giải pháp", movement.solutions)];
    case "tieu-chi":
      return [
        text("Tiêu chí", movement.criteria),
        text("Dự kiến khen thưởng", movement.expectedCommendation),
        text("Kinh phí", movement.funding),
      ];
    case "chi-tieu":
      return movement.targets.map((target, index) => text(`Chỉ tiêu ${index + 1}`, writeTarget(target)));
    case "dot":
      return movement.phases.map((phase, index) => text(`Đợt ${index + 1}`, writePhase(phase)));
    case "han":
      return movement.deadlines
        .filter((deadline) => !deadline.withdrawn)
        .map((deadline) =>
          text(
            `${purposeNames[deadline.purpose]}: ${deadline.audienceWords}`,
            `${deadline.what}; ${writeDeadline(asDeadline(deadline))}`,
          ),
        );
    case "can-cu":
      return [
        text("Căn cứ", movement.grounds.map((ground) => ground.words).join("\n")),
        text("Dịp chào mừng", movement.occasions.map((occasion) => occasion.words).join("\n")),
        text("Nơi nhận", movement.recipients.map(writeRecipient).join("\n")),
      ];
  }
}

const namesOf = (movement: Worded, kind: string): string =>
  movement.links
    .filter((link) => link.kind === kind)
    .map((link) => link.name)
    .join("; ");

export const writeRecipient = (recipient: { name: string; purpose: string | null }): string =>
  recipient.purpose === null ? recipient.name : `${recipient.name} (${recipient.purpose})`;

export const writeTarget = (target: Omit<TargetChange, "id" | "line">): string =>
  [
    target.words,
    target.value === null ? "" : `${`${target.value}`.replace(".", ",")}${target.unit ?? ""}`,
    target.base === null ? "" : `trên ${target.base}`,
    target.measure === null ? "" : `đo bằng ${target.measure}`,
  ]
    .filter((part) => part !== "")
    .join("; ");

export const writePhase = (phase: Movement["phases"][number]): string =>
  `${phase.name}: ${phase.from ? writeDay(phase.from) : (phase.fromWording ?? "chưa định")} đến ${
    phase.to ? writeDay(phase.to) : (phase.toWording ?? "chưa định")
  }`;

export interface DescribedChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What differs, thing by thing; what came or went has an empty side. */
export function changesBetween(before: readonly Described[], after: readonly Described[]): DescribedChange[] {
  const labels = [...new Set([...before, ...after].map((one) => one.label))];
  const words = (side: readonly Described[], label: string) =>
    side.find((one) => one.label === label)?.words ?? "";
  return labels
    .map((label) => ({ label, before: words(before, label), after: words(after, label) }))
    .filter((change) => change.before !== change.after);
}
