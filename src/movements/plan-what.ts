import { bodyNamed, subjectOf } from "./plan-bodies.ts";
import { withoutLabel } from "./plan-outline.ts";

interface Due {
  /** The sentence up to its first deadline. */
  readonly sentence: string;
  /** What stands between the deadline before and this one. */
  readonly clause: string;
  readonly after: string;
  /** A second deadline of the same verb. */
  readonly shared: boolean;
}

const LONGEST = 160;
const DESTINATION =
  "(?:về|cho|đến|tới|lên|qua|Văn phòng|Phòng|Sở|Vụ|Ban|Thường trực|Hội đồng|Trưởng|Phó|Giám đốc|Chủ tịch|Bộ|Cục|Tổng cục|UBND|Ủy ban|Đảng ủy|Công đoàn|Liên đoàn|Tỉnh|Lãnh đạo|Đoàn|bằng văn bản|trước|theo)";
const SENT = new RegExp(
  `(?:gửi|nộp)(\\s(?:kèm|kèm theo))?\\s(?:các\\s)?(?!${DESTINATION})(.{3,200}?)(?=\\s${DESTINATION}(?!\\p{L})|[,;(]|$)`,
  "giu",
);
const SENT_BEFORE = new RegExp(
  `([^.;:,]{6,160}?)\\s(?:được\\s)?(?:gửi|nộp|báo cáo|chuyển)\\s(?=${DESTINATION})`,
  "giu",
);
const PLAN = /(?:ban hành|xây dựng|lập)\s(?:và ban hành\s)?(?:các\s)?kế hoạch/iu;
const REVIEW =
  /((?:sơ|tổng) kết(?:\s(?:phong trào thi đua|công tác thi đua(?:, khen thưởng)?|đợt thi đua|phong trào|thực hiện))?)/giu;

/** What must be handed in or done by a deadline, in few words. */
export function whatIsDue({ sentence, clause, after, shared }: Due): string | null {
  const thing =
    /^\s*[,(]?\s*đối với\s((?:báo cáo|hồ sơ|đăng ký|kế hoạch|sơ kết|tổng kết|danh hiệu|khen thưởng)[^.;),]{0,120}?)(?=\s(?:và|,|\()|[.;),]|$)/iu.exec(
      after,
    );
  if (thing) return lowered(thing[1] ?? "");
  const inBrackets = /^\s*\(\s*((?:báo cáo|hồ sơ|đăng ký|kế hoạch|sơ kết|tổng kết)[^();]{0,100})\)/iu.exec(
    after,
  );
  if (inBrackets) return lowered(inBrackets[1] ?? "");
  const own = lastClause(clause);
  const text = (shared && subjectless(own)) || own.trim() === "" ? lastClause(sentence) : own;
  const what = shorten(objectOf(text) ?? actOf(text));
  const period = shared ? NEXT_PERIOD.exec(own)?.[1] : undefined;
  if (period && what)
    return PERIOD_OF_REPORT.test(what) ? what.replace(PERIOD_OF_REPORT, period) : `${what} ${period}`;
  return what !== null && SENT_ONLY.test(what) ? (shorten(headed(clause)) ?? what) : what;
}

/** “báo cáo đợt I trước ngày …, đợt II trước ngày …”: the same thing for the next period. */
const NEXT_PERIOD =
  /^[\s,;)]*(?:và\s)?((?:đợt|quý|giai đoạn|kỳ)\s[\dIVX]{1,4}|06 tháng|6 tháng|cả năm|năm)\s*:?\s*$/iu;
const PERIOD_OF_REPORT = /(?:đợt|quý|giai đoạn|kỳ)\s[\dIVX]{1,4}|0?6 tháng/iu;

/** “Bản đăng ký thi đua: nộp về Phòng Tổ chức cán bộ trước ngày …”: the thing stands before the colon. */
const SENT_ONLY = /^(?:gửi|nộp|hoàn thành|xong)(?:\s(?:về|cho|đến|qua)\s.*)?$/iu;

const headed = (clause: string): string | null =>
  /^([^:;]{4,120}):\s/u.exec(withoutLabel(clause.trim()))?.[1] ?? null;

/** After the last semicolon, when something is done there; without the body that a list names first. */
function lastClause(whole: string): string {
  const clause = whole.replace(/[,;]\s(?:và\s)?(?:hoàn thành|xong)(?:\sxong)?\s*$/iu, "");
  const last = clause.slice(Math.max(clause.lastIndexOf(";"), clause.lastIndexOf(": ")) + 1);
  const bare = withoutLabel(DOES.test(last) ? last.trim() : clause);
  const listed = /^([^:.;]{4,200}):/u.exec(bare);
  return listed && bodyNamed(listed[1] ?? "") ? bare.slice(listed[0].length) : bare;
}

const DOES = /gửi|nộp|chấm điểm|báo cáo|đăng ký|hoàn thành|ban hành|tổ chức|xây dựng|sơ kết|tổng kết/iu;

/** Between two deadlines of one verb stands only the audience of the first. */
const subjectless = (clause: string): boolean => {
  const bare = clause.replace(/^\s*\(?\s*(?:đối với|cho|dành cho).*$/iu, "");
  const named = bare.replace(/^[\s,;]*(?:(?:và|còn|riêng)\s)?/u, "");
  const subject = subjectOf(named);
  return (
    !DOES.test(bare) ||
    (subject !== null && /^\s*(?:gửi|nộp|hoàn thành)?\s*$/u.test(named.slice(subject.end)))
  );
};

function objectOf(text: string): string | null {
  const sent = [...text.matchAll(SENT)].at(-1);
  if (sent) {
    const object = (sent[2] ?? "").trim();
    if (sent[1] && PLAN.test(text)) return `kế hoạch và ${object}`;
    const review = /^báo cáo$/iu.test(object) ? [...text.matchAll(REVIEW)].at(-1)?.[1] : undefined;
    return review ? `${object} ${review.toLowerCase()}` : object;
  }
  const before = [...text.matchAll(SENT_BEFORE)].at(-1);
  const thing = before?.[1]?.replace(/^\s*[-–+•]?\s*(?:và\s)?/u, "");
  return thing &&
    bodyNamed(thing) === null &&
    /^(?:kết quả|báo cáo|hồ sơ|danh sách|bản|đăng ký|kế hoạch|văn bản|các|ý kiến|biên bản|tờ trình|số liệu)/iu.test(
      thing,
    )
    ? thing
    : null;
}

const ACTS =
  /(?:chuẩn bị|tham mưu|cụ thể hóa|cụ thể hoá|hoàn thành|báo cáo|đăng ký|ban hành|tổ chức|xây dựng|ký kết|tổng hợp|trình|triển khai|phát động|tiến hành|thực hiện|tự chấm điểm|chấm điểm|sơ kết|tổng kết|họp|bình xét|góp ý|lập)(?!\p{L}).{0,200}$/iu;

function actOf(text: string): string | null {
  const subject = subjectOf(text);
  const rest = subject ? text.slice(subject.end) : text;
  const bare = rest
    .replace(/^(?:\s|[-–+•*]|có trách nhiệm|chịu trách nhiệm|,|:)+/u, "")
    .replace(/[\s,:(]*(?:thời hạn|hạn|thời gian)?[\s,:(]*$/iu, "");
  const act = ACTS.exec(bare.replace(/,?\s*(?:và\s)?(?:gửi|nộp)\s(?:về|cho|đến|qua)\s.*$/iu, "").slice(-320));
  return (act?.[0] ?? bare).trim() || null;
}

/** “đăng ký thi đua về Sở (qua Văn phòng Sở)”: where it goes is no part of what is due. */
const TO_BODY =
  /^(.{4,}?)\s(?:gửi\s)?(?:về|với)\s(?:[Pp]hòng|[Đđ]ơn vị|[Cc]ơ quan|Sở|Ban|Bộ|Vụ|Cục|Chi cục|Tổng cục|UBND|Ủy ban|Uỷ ban|Thường trực|Hội đồng|Văn phòng|Tỉnh|Thành|Huyện|Trưởng|Công đoàn|Liên đoàn|Đảng ủy|Khối|Cụm)(?!\p{L})[^;]*$/u;

const shorten = (text: string | null): string | null => {
  if (text === null) return null;
  const bare = text
    .trim()
    .replace(/^[-–+•*]\s*|^(?:riêng|còn)\s/u, "")
    .replace(/\s*:?\s(?:từ|kể từ) (?:ngày\s)?\d.*$/iu, "")
    .replace(TO_BODY, "$1")
    .replace(/(?:[\s,:;()]|\s(?:gửi|nộp)|\sxong|,\s(?:hoàn thành|xong)(?:\sxong)?)+$/u, "");
  return !/\p{L}/u.test(bare) || /^đối với\s/iu.test(bare) ? null : lowered(bare.slice(0, LONGEST));
};

/** A sentence's first letter, made small where it isn't a name. */
const lowered = (text: string): string =>
  /^(?:Kết quả|Báo cáo|Hồ sơ|Danh sách|Bản|Đăng ký|Kế hoạch|Các|Ý kiến|Biên bản|Tổ chức|Hoàn thành|Xây dựng|Ban hành|Văn bản|Sơ kết|Tổng kết|Họp|Triển khai|Thực hiện|Tổng hợp|Xây dựng|Lập|Trình|Sáng kiến|Chuẩn bị|Tham mưu|Đề nghị|Giao ước)/u.test(
    text,
  )
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
