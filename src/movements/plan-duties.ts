import { bodyNamed, subjectOf } from "./plan-bodies.ts";
import { withoutLabel } from "./plan-outline.ts";
import type { PlanDuty } from "./plan-reading.ts";
import { firstCharacters, type Passage } from "./plan-text.ts";

/** A duty with its passage, and whether it binds to report or to register. */
export interface ReadDuty extends PlanDuty {
  readonly passage: number;
  readonly text: string;
}

const BINDS =
  /(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì|chủ động|phải|đề nghị|yêu cầu|giao|phối hợp|thường xuyên|là cơ quan thường trực|là đầu mối|tham mưu|căn cứ|tổ chức|gửi|báo cáo|đăng ký|hướng dẫn|theo dõi|kịp thời|triển khai|xây dựng)(?!\p{L})/iu;
const FORMULA = /^chịu trách nhiệm thi hành|thi hành Quyết định này|có hiệu lực/u;
const HANDS_IN = /có trách nhiệm|chịu trách nhiệm|(?<!\p{L})(?:gửi|nộp|đăng ký|báo cáo)(?!\p{L})/iu;
const WHAT_LENGTH = 160;

/** Who must do what, from the part that shares out the work (tổ chức thực hiện) and from what is asked of bodies. */
export function dutiesOf(passages: readonly Passage[]): ReadDuty[] {
  const found: ReadDuty[] = [];
  let above: { who: string; depth: number } | null = null;
  let sharing = false;
  passages.forEach((passage, index) => {
    const text = withoutLabel(passage.text);
    const label = passage.text.slice(0, passage.text.length - text.length);
    const depth = depthOf(label);
    if (/tổ chức thực hiện|trách nhiệm (?:thực hiện|của)|phân công/iu.test(text) && text.length < 120) {
      sharing = true;
      above = null;
    } else if (above && depth !== null && depth <= above.depth) above = null;
    const named =
      text.length < 280 &&
      (sharing || /trách nhiệm/iu.test(text)) &&
      label !== "" &&
      (!/^[-–—+•*●]/u.test(label) || /:\s*$/u.test(text))
        ? bodyNamed(text)
        : null;
    if (named) {
      above = { who: named, depth: depth ?? 0 };
      return;
    }
    const listed = sharing && label !== "" ? /^([^:.;]{4,200}):\s+(\S.*)$/u.exec(text.slice(0, 1200)) : null;
    const body = listed ? bodyNamed(listed[1] ?? "") : null;
    if (body) {
      found.push(duty(body, listed?.[2] ?? "", passage.line, index));
      return;
    }
    const subject = subjectOf(text);
    if (subject && BINDS.test(text.slice(0, 700)) && !FORMULA.test(text.slice(subject.end).trim())) {
      const what = text.slice(subject.end).trim();
      const asks = sharing || HANDS_IN.test(what.slice(0, 120));
      if (asks && /:\s*$/.test(text) && what.length < 160) {
        above = { who: subject.who, depth: depth ?? 0 };
        if (/^(?:có trách nhiệm|có nhiệm vụ)?\s*:?$/u.test(what)) return;
      }
      if (asks) found.push(duty(subject.who, what, passage.line, index));
      return;
    }
    if (above && (label !== "" || index > 0)) found.push(duty(above.who, text, passage.line, index));
  });
  return found;
}

/** How deep a label stands: a bullet below everything, 2.2.1 below 2.2; null for plain prose. */
function depthOf(label: string): number | null {
  const text = label.trim();
  if (text === "") return null;
  if (/^[-–—•*●]/u.test(text)) return 20;
  if (/^\+/.test(text)) return 21;
  if (/^(?:[IVX]+|[A-HĐ])\s*[.)/–-]/u.test(text) || /^(?:phần|chương|mục|điều)/iu.test(text)) return 1;
  if (/^[a-zđ]/u.test(text)) return 15;
  return 2 + (text.match(/\.(?=\d)/g)?.length ?? 0);
}

const duty = (who: string, what: string, line: number, passage: number): ReadDuty => ({
  who,
  what: firstCharacters(what.replace(/^[,\s]+/u, "").replace(/\.\/\.?.{0,6}$/u, "."), WHAT_LENGTH),
  line,
  passage,
  text: what,
});
