import { fold } from "../platform/vietnamese.ts";

/** First words of bodies and offices that may be bound to do something. */
const HEADS = [
  "Hội đồng",
  "Thường trực",
  "Vụ",
  "Cục",
  "Chi cục",
  "Tổng cục",
  "Sở",
  "Phòng(?!,| chống)",
  "Ban(?! hành)",
  "Văn phòng",
  "Chánh",
  "Thủ trưởng",
  "Giám đốc",
  "Phó",
  "Trưởng",
  "Ủy ban",
  "Uỷ ban",
  "UBND",
  "Ủy viên",
  "Công đoàn",
  "Liên đoàn",
  "Đoàn(?! kết)",
  "Đảng ủy",
  "Đảng uỷ",
  "Đảng bộ",
  "Chi bộ",
  "Chi ủy",
  "Cấp ủy",
  "Bộ phận",
  "Báo(?! cáo)",
  "Tạp chí",
  "Trung tâm",
  "Trường(?! hợp)",
  "Khoa(?! học)",
  "Khối(?! lượng)",
  "Cụm",
  "Khu vực",
  "Mỗi",
  "Từng",
  "Toàn thể",
  "Cán bộ",
  "Chủ tịch",
  "Bí thư",
  "Hiệu trưởng",
  "Tòa án",
  "Viện",
  "Cơ quan",
  "Đơn vị",
  "Tổ(?! chức)",
  "Hội(?! nghị)",
  "Người đứng đầu",
  "Lãnh đạo",
  "Tập thể",
  "Cá nhân",
  "Mặt trận",
  "Tổng Biên tập",
  "Học viện",
  "Nhà xuất bản",
  "Thi hành án",
  "Bộ(?! mặt)",
  "Tổng Giám đốc",
  "Vụ trưởng",
  "Cục trưởng",
  "Tổng cục trưởng",
  "Chi cục trưởng",
  "Thanh tra",
  "Ngành",
  "Nhóm",
  "Đài",
  "Cổng",
  "Doanh nghiệp",
  "Chuyên viên",
  "Kho bạc",
  "LĐLĐ",
  "CĐCS",
  "Chi hội",
  "Chi đoàn",
  "(?:Tỉnh|Thành|Huyện|Quận|Thị|Xã|Phường) (?:ủy|uỷ|[đĐ]oàn)",
  "Bảo hiểm",
  "[Cc]ác (?:chi(?:, đảng bộ|, đảng ủy)|[Hh]uyện|[Tt]hị|[Tt]hành|[Cc]hi hội|[Cc]hi đoàn|cơ quan|cơ sở|đơn vị|[Pp]hòng|[Ss]ở|[Bb]an|[Cc]ấp|tập thể|cá nhân|[Cc]ụm|[Kk]hối|Khu vực|[Tt]ạp chí|tổ chức|đồng chí|ngành|địa phương|[Cc]hi bộ|[Tt]rưởng|[Tt]hành viên|[Vv]ụ|[Cc]ục|[Tt]rường|[Kk]hoa|doanh nghiệp|[Cc]ông đoàn|UBND|huyện|xã|tỉnh|[Bb]ộ|[Tt]rung tâm|[Tt]ổ|[Hh]ội|[Vv]iện|[Đđ]oàn|[Đđ]ảng|Thứ trưởng|Chi cục|báo|nhà)",
].join("|");

/** Verbs with which a duty begins. */
const VERBS =
  "có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì|chủ động|phối hợp|căn cứ|xây dựng|ban hành|tổ chức(?! (?:chính trị|đảng|cơ sở|đoàn|công đoàn|xã hội|thành viên|hành chính|cán bộ|trực thuộc))|gửi|nộp|báo cáo|đăng ký|triển khai|thực hiện|hướng dẫn|theo dõi|tham mưu|thường xuyên|tiến hành|phải|cần|nghiêm túc|khẩn trương|hoàn thành|tổng hợp|kịp thời|tăng cường|đẩy mạnh|giúp|là cơ quan|là đầu mối|là đơn vị|quán triệt|phổ biến|lãnh đạo|đôn đốc|rà soát|bố trí|đảm bảo|bảo đảm|lập|họp|bình xét|tự chấm|chấm điểm|tự đánh giá|trình|chỉ đạo|quan tâm|hưởng ứng|phát động|đề xuất|lựa chọn|tuyên truyền|đưa tin|cụ thể hóa|cụ thể hoá|chuẩn bị|tiếp tục|sơ kết|tổng kết|đánh giá|ký kết|lồng ghép|cung cấp";

const SUBJECT = new RegExp(
  `^(?:[-–—+•*●]\\s*)?(?:(?:Đề nghị|Yêu cầu|Giao cho|Giao|Phân công|Các cơ quan, đơn vị:)\\s+)?((?:${HEADS})(?!\\p{L})(?:[^.:;]|;(?=\\s(?:và\\s)?(?:${HEADS}))){0,420}?)\\s*(?:,\\s*)?(?=(?:\\s|^)(?:${VERBS})(?!\\p{L}))`,
  "u",
);
const ASKED = new RegExp(
  `(?:đề nghị|yêu cầu|giao)\\s+((?:${HEADS}|toàn thể|mỗi|từng)(?!\\p{L})[^.:;]{0,300}?)\\s*(?:,\\s*)?(?=\\s(?:${VERBS})(?!\\p{L}))`,
  "u",
);
const AFTER_CLAUSE = new RegExp(
  `^[^.:;]{3,240}?,\\s((?:${HEADS}|toàn thể|mỗi|từng)(?!\\p{L})[^.:;]{0,300}?)\\s*(?:,\\s*)?(?=\\s(?:${VERBS})(?!\\p{L}))`,
  "u",
);
const WHOLE = new RegExp(
  `^(?:[-–—+•*●]\\s*)?(?:(?:Đối với|Trách nhiệm của|Nhiệm vụ của)\\s+)?((?:${HEADS})(?!\\p{L})[^.:;]{0,260}?)\\s*:?$`,
  "u",
);

/** The body a sentence binds, with where what it must do begins. */
export interface Subject {
  readonly who: string;
  readonly end: number;
}

/** Words with which a clause before the subject begins: “Trên cơ sở …, Hội đồng … có trách nhiệm …”. */
const OPENING =
  /^(?:[-–—+•*●]\s*)?(?:Trên cơ sở|Căn cứ|Cuối|Đầu|Trong|Sau|Khi|Hằng|Hàng|Định kỳ|Kết thúc|Cùng với|Nếu|Để|Theo|Từ|Vào|Trước|Định|Nhằm|Ngay|Qua|Đến|Thực hiện|Sau khi)(?!\p{L})/u;

/** “Tháng 11/2023: Sở Tư pháp gửi …”: the time at the head of a schedule's item. */
const WHEN =
  /^(?:[-–—+•*●]\s*)?(?:Tháng|Quý|Đợt|Giai đoạn|Bước|Năm|Từ|Trước|Ngày|Chậm nhất|Đến)\s[^:]{1,60}:\s*/u;

/** Reads the subject of a sentence such as “Văn phòng Sở chịu trách nhiệm …” or “Đề nghị các đơn vị gửi …”. */
export function subjectOf(text: string): Subject | null {
  const time = WHEN.exec(text)?.[0].length ?? 0;
  const head = text.slice(time, 700);
  const match =
    SUBJECT.exec(head) ?? ASKED.exec(head) ?? (OPENING.test(head) ? AFTER_CLAUSE.exec(head) : null);
  if (!match) return null;
  const who = tidyWho(match[1] ?? "");
  return who === "" ? null : { who, end: time + match.index + match[0].length };
}

/** A heading that is nothing but the name of a body: “2. Các phòng chuyên môn thuộc Sở:”. */
export function bodyNamed(text: string): string | null {
  if (text.length > 280) return null;
  const match = WHOLE.exec(text);
  if (!match) return null;
  const who = tidyWho(match[1] ?? "");
  if (
    /\s(?:chia|gồm|bao gồm|như sau|sau đây|được|là|thành \d+|thông báo|hướng dẫn|phát động|yêu cầu|đề nghị)(?!\p{L})/u.test(
      who,
    )
  )
    return null;
  return new RegExp(`\\s(?:${VERBS})(?!\\p{L})`, "u").test(` ${who.slice(3)}`) &&
    !/ có trách nhiệm/u.test(who)
    ? null
    : who;
}

const tidyWho = (text: string): string =>
  text
    .replace(/\s+(?:trong phạm vi|theo chức năng|theo phạm vi|căn cứ|trên cơ sở)[^.;:]*$/u, "")
    .replace(/\s+(?:có trách nhiệm|chịu trách nhiệm)$/u, "")
    .replace(/[\s,:]+$/u, "")
    .trim();

const OFFICES =
  /^(?:thu truong|giam doc|cuc truong|chi cuc truong|tong cuc truong|vu truong|chanh|truong|pho|hieu truong|chu tich|bi thu|nguoi dung dau|lanh dao|vien truong|trua?ong ban|tong bien tap|cac|moi|tung|toan the|va|cua)(?![a-z])[\s,]*/;

const SHORT: readonly [RegExp, string][] = [
  [/\bthads\b/g, "thi hanh an dan su"],
  [/\bubnd\b/g, "uy ban nhan dan"],
  [/\btdkt\b/g, "thi dua - khen thuong"],
  [/\bstp\b/g, "so tu phap"],
];

const keyOf = (text: string): string =>
  SHORT.reduce((key, [pattern, whole]) => key.replace(pattern, whole), fold(text).replace(/–/g, "-"));

/** The single bodies of an enumeration: split before a capital, “Trưởng, Phó Trưởng các Cụm, Khu vực” kept whole. */
export function bodiesIn(who: string): string[] {
  const found: string[] = [];
  for (const piece of who.split(
    /\s*[,;]\s*(?:và\s+)?(?=\p{Lu})|\s+và\s+(?=(?:Thủ trưởng|Giám đốc|Cục trưởng|Trưởng|Chánh|Văn phòng|các|Phòng|Ban|Công đoàn|Sở)(?!\p{L}))/u,
  )) {
    const last = found.at(-1);
    const belongs =
      last !== undefined &&
      (/^(?:Khu vực|Khối|Cụm)(?!\p{L})/u.test(piece) || /^(?:Trưởng|Phó|Phó Trưởng)$/u.test(last));
    if (belongs) found[found.length - 1] = `${last}, ${piece}`;
    else if (piece.trim()) found.push(piece.trim());
  }
  return found;
}

/** What makes a body recognisable: without office and article, up to “các tỉnh”, “thuộc”, “trực thuộc”. */
function coreOf(body: string): string {
  let key = keyOf(body);
  for (let before = ""; before !== key; ) {
    before = key;
    key = key.replace(OFFICES, "");
  }
  return key.replace(/\s+(?:cac tinh|tinh|thanh pho|thuoc|truc thuoc|cua|trong|o|va)(?![a-z]).*$/, "").trim();
}

const EVERYBODY =
  /^(?:tat ca |toan the |thu truong |lanh dao )*(?:cac |tung |moi )?(?:co quan|don vi|dia phuong|tap the|ca nhan|phong ban)(?:(?:,| va|) (?:co quan|don vi|to chuc|dia phuong|tap the|ca nhan))*(?: trong (?:toan )?(?:nganh|khoi|cum|tinh|he thong).*| truc thuoc| lien quan)?$/;

/** Whether a deadline for that audience binds that body. Nobody named means all. */
export function audienceCovers(audience: string | null, body: string): boolean {
  if (audience === null) return true;
  const key = keyOf(audience);
  if (EVERYBODY.test(key)) return true;
  const core = coreOf(body);
  if (core === "") return true;
  const parts = core.split(/,\s*/);
  return parts.some((part) => part.length > 2 && key.includes(part)) || coreIn(key, core);
}

const coreIn = (audience: string, core: string): boolean => {
  const other = coreOf(audience);
  return other.length > 5 && core.includes(other);
};
