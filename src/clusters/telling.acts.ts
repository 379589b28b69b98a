import { holdersToTell } from "../org/telling.store.ts";
import { act, type Work } from "../platform/act.ts";
import { writeDay } from "../platform/day.ts";
import { type Told, tell as tellPeople } from "../platform/telling.ts";
import { wholeSheet, wholeYear } from "./whole-sheet.store.ts";

/** What is told holds who did what and by when; never a score, a total or a rank. */
const tell = (work: Work, people: readonly Told[], sentence: string, href: string) =>
  tellPeople(work, people, { kind: "cluster", subject: "Chấm điểm cụm thi đua", sentence, href });

const writers = ["unit-head", "unit-officer"] as const;

/** Members learn that their cluster's year is open, and until when. */
export const tellMembers = act({
  name: "cluster-year.tell-members",
  async run(work, { yearId }: { yearId: number }): Promise<number> {
    const whole = await wholeYear(work.tx, yearId, work.day);
    if (!whole) return 0;
    const { scoring, members } = whole;
    const units = members.filter(({ listed }) => listed).map(({ unit }) => unit);
    const people = await holdersToTell(work.tx, units, writers, work.day);
    const { selfFrom, selfUntil } = scoring.calendar;
    const sentence = `${scoring.clusterName} mở chấm điểm năm ${scoring.year}: đơn vị tự chấm từ ${writeDay(selfFrom)} đến hết ${writeDay(selfUntil)}.`;
    return tell(work, people, sentence, `/cum-thi-dua/nam/${yearId}`);
  },
});

/** Members learn that results are published; they read them on the page, not in a letter. */
export const tellResults = act({
  name: "cluster-year.tell-results",
  async run(work, { yearId }: { yearId: number }): Promise<number> {
    const whole = await wholeYear(work.tx, yearId, work.day);
    if (!whole) return 0;
    const units = whole.members.filter(({ listed }) => listed).map(({ unit }) => unit);
    const people = await holdersToTell(work.tx, units, writers, work.day);
    const sentence = `Kết quả chấm điểm năm ${whole.scoring.year} của ${whole.scoring.clusterName} đã công bố.`;
    return tell(work, people, sentence, `/cum-thi-dua/nam/${yearId}/ket-qua`);
  },
});

/** The standing officers learn that a sheet has come. */
export const tellStandingBody = act({
  name: "score-sheet.tell-standing-body",
  async run(work, { sheetId }: { sheetId: number }): Promise<number> {
    const whole = await wholeSheet(work.tx, sheetId, work.day);
    if (!whole) return 0;
    const people = await holdersToTell(work.tx, whole.seen.servedBy, ["standing-officer"], work.day);
    const sentence = `${whole.sheet.unitName} đã gửi phiếu chấm điểm ${whole.scoring.clusterName} năm ${whole.scoring.year}.`;
    return tell(work, people, sentence, `/cum-thi-dua/nam/${whole.scoring.id}`);
  },
});

/** The unit learns what became of its sheet. */
export const tellUnit = act({
  name: "score-sheet.tell-unit",
  async run(work, { sheetId }: { sheetId: number }): Promise<number> {
    const whole = await wholeSheet(work.tx, sheetId, work.day);
    if (!whole) return 0;
    const { sheet, scoring } = whole;
    const people = await holdersToTell(work.tx, [sheet.unit], writers, work.day);
    const until = sheet.dueOn ? `, đề nghị gửi lại đến hết ngày ${writeDay(sheet.dueOn)}` : "";
    const sentence =
      sheet.state === "returned"
        ? `Phiếu chấm điểm ${scoring.clusterName} năm ${scoring.year} được trả lại để sửa${until}.`
        : `Phiếu chấm điểm ${scoring.clusterName} năm ${scoring.year} đã được thẩm định.`;
    return tell(work, people, sentence, `/cum-thi-dua/phieu/${sheet.id}`);
  },
});
