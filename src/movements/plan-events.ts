/** A time without a day of its own: bound to an event or known only to the month. */
export interface WrittenEvent {
  readonly at: number;
  readonly raw: string;
  readonly inclusive: boolean;
}

const ACT =
  /báo cáo|sơ kết|tổng kết|đăng ký|gửi|nộp|bình xét|họp|suy tôn|xét (?:tặng|chọn|đề nghị|khen)|đề nghị (?:khen|tặng)|chấm điểm|hoàn thành|ban hành|xong|phát động|tổ chức|tổng hợp|trình|khen thưởng|kiểm điểm|đánh giá/iu;

/** No sentence that a person wrote sets more. */
const MOST_IN_A_SENTENCE = 20;

const PERIOD = "(?:\\s?/\\s?\\d{4}|\\s(?:của\\s)?năm\\s\\d{4})?(?!\\d)";

/** From the most telling to the least; a place told by one is not told again. */
const EVENTS: readonly RegExp[] = [
  /(?:chậm nhất|muộn nhất|trong (?:vòng|thời hạn)|không quá|sau)(?:\slà)?\s(?:\d{1,3}|\p{L}+ \(\d{1,3}\))\s(?:ngày|tháng|tuần)(?:\slàm việc)?,?\s(?:kể từ|sau|tính từ|trước|từ)[^.;:,()]{3,120}/giu,
  /(?:(?:chậm nhất|muộn nhất|trước|vào|đến)\s(?:là\s|vào\s)?)?ngày\s\d{1,2}\s(?:(?:hằng|hàng|mỗi)\stháng|các\stháng\s\d{1,2}(?:(?:,|\svà|,\svà)\s\d{1,2}){1,11}|(?:của\s)?tháng\s(?:cuối|đầu|tiếp theo|sau)(?:\s(?:của\s)?(?:mỗi\s|hằng\s|hàng\s)?(?:quý|kỳ))?)(?![\p{L}\d])/giu,
  /cùng với (?:việc\s|dịp\s)?(?:tổng kết|sơ kết)[^.;:,()]{3,120}/giu,
  /(?:vào\s|nhân\s|trong\s)?dịp (?:sơ kết|tổng kết|kết thúc)[^.;:,()]{3,100}/giu,
  /(?:sau|khi kết thúc|kết thúc|cuối)\smỗi\s(?:đợt|phong trào|giai đoạn|quý|năm|kỳ|tháng)(?:\sthi đua)?/giu,
  /(?:sau khi|ngay sau khi|khi)\s(?:kết thúc|tổng kết|sơ kết|hoàn thành)[^.;:,()]{3,80}/giu,
  new RegExp(
    `(?:(?:trước|trong|hết|xong|chậm nhất|đến hết|đến|cuối|đầu|giữa|vào|dự kiến)\\s(?:là\\s|trong\\s|vào\\s|hết\\s|cuối\\s|đầu\\s)*)(?:tháng\\s\\d{1,2}|quý\\s(?:IV|I{1,3}|[1-4]))${PERIOD}`,
    "giu",
  ),
  /(?:vào\s)?cuối\s(?:năm(?:\s(?:học|\d{4}))?|quý|kỳ|đợt)(?!\p{L})/giu,
  /định kỳ\s(?:hằng|hàng)?\s?(?:tháng|quý|năm|\d{1,2} tháng)(?:[,\s]+(?:và\s)?(?:năm|một năm|01 năm|1 năm|cả năm))*(?!\p{L})/giu,
];

/** The events a sentence binds an act to; only sentences that ask for something count. */
export function eventsIn(text: string): WrittenEvent[] {
  if (!ACT.test(text)) return [];
  const found: WrittenEvent[] = [];
  for (const pattern of EVENTS) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (found.some((other) => match.index < other.at + other.raw.length && end > other.at)) continue;
      if (isPeriod(text, match.index) || inQuotes(text, match.index)) continue;
      found.push({
        at: match.index,
        raw: match[0].replace(/\s+theo (?:quy định|hướng dẫn).*$/iu, "").trim(),
        inclusive: !/^trước/iu.test(match[0]),
      });
    }
  }
  return found.sort((left, right) => left.at - right.at).slice(0, MOST_IN_A_SENTENCE);
}

/** `từ tháng 01 đến tháng 6` is a span, not a deadline. */
const isPeriod = (text: string, at: number): boolean =>
  /(?:từ|kể từ)\s[^.;]{0,50}$/iu.test(text.slice(Math.max(0, at - 60), at));

const inQuotes = (text: string, at: number): boolean => {
  const before = text.slice(0, at);
  return before.lastIndexOf("“") > before.lastIndexOf("”");
};
