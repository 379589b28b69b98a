import { capitalise } from "../platform/vietnamese.ts";
import { folded, isCapitals, plain } from "./plan-text.ts";

/** First words of the names of bodies; a header line that begins otherwise goes on from the line above. */
const BODY =
  /^(?:bo|so|cuc|chi cuc|tong cuc|vu|phong|ban|ubnd|uy ban|hdnd|hoi dong|truong|dai hoc|hoc vien|vien|trung tam|dang bo|dang uy|chi bo|chi uy|tinh uy|thanh uy|huyen uy|quan uy|bch|btv|ldld|cdcs|cong doan|lien doan|tong lien doan|doan|hoi|mat tran|toa an|cum|khoi|khu vuc|van phong|bao|tap chi|nha xuat ban|thanh tra|chinh phu|thu tuong|quoc hoi|kho bac|bao hiem|ngan hang|tap doan|tong cong ty|cong ty|benh vien|tttt|thi hanh an|tong hoi|to chuc|nhom|khoa|vksnd|tand|ubmttq|chu tich|lien hiep)(?![a-z])/;

interface ReadIssuer {
  readonly name: string;
  readonly line: number;
}

/** The issuing body: the last body among the capitals at the head, joined where its name took two lines. */
export function issuerOf(lines: readonly { text: string; line: number }[], body: string): ReadIssuer | null {
  const bodies: { text: string; line: number }[] = [];
  for (const { text, line } of lines) {
    const last = bodies.at(-1);
    const starts = BODY.test(folded(text));
    if (starts && !(last && goesOn(last.text))) bodies.push({ text, line });
    else if (last) last.text = `${last.text} ${text}`;
  }
  const issuer = bodies.at(-1);
  return issuer ? { name: inSentenceCase(issuer.text, body), line: issuer.line } : null;
}

/** `CỤC THI HÀNH ÁN DÂN SỰ VÀ`, `HỘI ĐỒNG THI ĐUA -`: the name isn't finished. */
const goesOn = (text: string): boolean => /(?:\svà|[-–,&]|\scủa|\scác|\sthuộc|^chủ tịch)$/iu.test(text);

/** Words that keep a capital inside the name of a body. */
const PROPER: readonly string[] = [
  "Ban Chấp hành",
  "Ban Thường vụ",
  "Ban Tổ chức",
  "Ban Tuyên giáo",
  "Ban Dân vận",
  "Ủy ban Kiểm tra",
  "THPT",
  "THCS",
  "TNCS",
  "UBND",
  "Tư pháp",
  "Nội vụ",
  "Tài chính",
  "Y tế",
  "Công Thương",
  "Công an",
  "Quốc phòng",
  "Ngoại giao",
  "Giáo dục và Đào tạo",
  "Khoa học và Công nghệ",
  "Lao động - Thương binh và Xã hội",
  "Lao động",
  "Nông nghiệp và Môi trường",
  "Nông nghiệp và Phát triển nông thôn",
  "Tài nguyên và Môi trường",
  "Thông tin và Truyền thông",
  "Văn hóa, Thể thao và Du lịch",
  "Giao thông vận tải",
  "Kế hoạch và Đầu tư",
  "Xây dựng",
  "Thi hành án dân sự",
  "Quản lý Thi hành án dân sự",
  "Thi đua - Khen thưởng",
  "Tổ chức cán bộ",
  "Kế hoạch - Tài chính",
  "Luật",
  "Đại học",
  "Cộng sản",
  "Việt Nam",
  "Chính phủ",
  "Trung ương",
  "Hồ Chí Minh",
  "Hà Nội",
  "Đà Nẵng",
  "Hải Phòng",
  "Cần Thơ",
  "Huế",
];

/** `Đảng ủy Sở …`, `Công đoàn Bộ …`: the body inside the name keeps its capital. */
const INNER_BODY =
  /(?<=(?:^chủ tịch|đảng ủy|đảng uỷ|đảng bộ|chi bộ|công đoàn|hội đồng [\p{L}\s-]{3,40}|đoàn thanh niên)\s)(?:sở|bộ|cục|chi cục|tổng cục|văn phòng|trường|ban|ủy ban|uỷ ban|hội đồng|các|cơ quan)(?!\p{L})/giu;

/** `Cục Thuế`, `Phòng Tư pháp`: what a body of that rank looks after takes a capital. */
const FIELD =
  /((?<!\p{L})(?:sở|cục|chi cục|tổng cục|(?<!(?:văn|quốc)\s)phòng|^vụ|^bộ|^ban|^viện)\s)(\p{L}+)/giu;

const PLACE_WORD =
  /(?:(?:tỉnh|thành|huyện|quận|thị|xã|phường) (?:ủy|uỷ|đoàn)|(?:tỉnh|huyện|quận|xã|phường)(?!\s(?:ủy|uỷ|đoàn)(?!\p{L}))|thành phố|thpt|thcs|tiểu học|mầm non|tp\.?|thị xã|thị trấn|đặc khu)\s+/giu;

/**
 * `SỞ TƯ PHÁP` → `Sở Tư pháp`: as the text itself writes the name elsewhere; otherwise by the known names,
 * with capitals for the place after tỉnh, thành phố…
 */
function inSentenceCase(name: string, body: string): string {
  if (!isCapitals(name)) return name;
  const written = writtenElsewhere(name, body);
  if (written !== null) return capitalise(written);
  let result = capitalise(expanded(name.toLocaleLowerCase("vi")));
  for (const proper of PROPER) {
    const pattern = new RegExp(`(?<!\\p{L})${proper}(?!\\p{L})`, "giu");
    result = result.replace(pattern, proper);
  }
  result = result.replace(FIELD, (_, before: string, field: string) => `${before}${capitalise(field)}`);
  result = result.replace(/(?<=\s[-–]\s)\p{Ll}/gu, capitalise);
  result = result.replace(INNER_BODY, (inner) => capitalise(inner));
  return result.replace(
    new RegExp(`(${PLACE_WORD.source})(\\p{L}+(?:\\s\\p{L}+){0,3})`, "giu"),
    (_, word, place) => `${word}${capitalised(String(place))}`,
  );
}

/** The same words in small letters, somewhere in the text. */
function writtenElsewhere(name: string, body: string): string | null {
  const [text, key] = [folded(body), folded(name)];
  for (
    let at = text.indexOf(key), tries = 0;
    at >= 0 && tries < 50;
    at = text.indexOf(key, at + 1), tries += 1
  ) {
    const written = body.slice(at, at + name.length);
    if (/\p{Ll}/u.test(written) && /^\p{Lu}/u.test(written) && written.length === name.length) return written;
  }
  return null;
}

const expanded = (name: string): string =>
  name
    .replace(/^ubnd(?!\p{L})/u, "Ủy ban nhân dân")
    .replace(/^hđnd(?!\p{L})/u, "Hội đồng nhân dân")
    .replace(/^bch(?!\p{L})/u, "Ban Chấp hành");

const capitalised = (words: string): string => words.split(" ").map(capitalise).join(" ");

/** Bodies behind the abbreviations of symbols. */
const BODIES: Readonly<Record<string, string>> = {
  BTP: "Bộ Tư pháp",
  BNV: "Bộ Nội vụ",
  BTC: "Bộ Tài chính",
  BYT: "Bộ Y tế",
  BCT: "Bộ Công Thương",
  BCA: "Bộ Công an",
  BQP: "Bộ Quốc phòng",
  BNG: "Bộ Ngoại giao",
  BXD: "Bộ Xây dựng",
  BGTVT: "Bộ Giao thông vận tải",
  BGDĐT: "Bộ Giáo dục và Đào tạo",
  "BGD&ĐT": "Bộ Giáo dục và Đào tạo",
  BKHCN: "Bộ Khoa học và Công nghệ",
  BTNMT: "Bộ Tài nguyên và Môi trường",
  BNNPTNT: "Bộ Nông nghiệp và Phát triển nông thôn",
  BNNMT: "Bộ Nông nghiệp và Môi trường",
  BTTTT: "Bộ Thông tin và Truyền thông",
  BVHTTDL: "Bộ Văn hóa, Thể thao và Du lịch",
  BLĐTBXH: "Bộ Lao động - Thương binh và Xã hội",
  TTG: "Thủ tướng Chính phủ",
  CP: "Chính phủ",
  TW: "Ban Chấp hành Trung ương",
  TTCP: "Thanh tra Chính phủ",
  VPCP: "Văn phòng Chính phủ",
  STP: "Sở Tư pháp",
  SNV: "Sở Nội vụ",
  STC: "Sở Tài chính",
  SYT: "Sở Y tế",
  SCT: "Sở Công Thương",
  SXD: "Sở Xây dựng",
  SGTVT: "Sở Giao thông vận tải",
  SGDĐT: "Sở Giáo dục và Đào tạo",
  "SGD&ĐT": "Sở Giáo dục và Đào tạo",
  SKHCN: "Sở Khoa học và Công nghệ",
  "SKH&CN": "Sở Khoa học và Công nghệ",
  SKHĐT: "Sở Kế hoạch và Đầu tư",
  STNMT: "Sở Tài nguyên và Môi trường",
  SNNMT: "Sở Nông nghiệp và Môi trường",
  STTTT: "Sở Thông tin và Truyền thông",
  SVHTTDL: "Sở Văn hóa, Thể thao và Du lịch",
  SLĐTBXH: "Sở Lao động - Thương binh và Xã hội",
  UBND: "Ủy ban nhân dân",
  HĐND: "Hội đồng nhân dân",
  TCTHADS: "Tổng cục Thi hành án dân sự",
  CQLTHADS: "Cục Quản lý Thi hành án dân sự",
  CTHADS: "Cục Thi hành án dân sự",
  CCTHADS: "Chi cục Thi hành án dân sự",
  THADS: "Thi hành án dân sự",
  ĐU: "Đảng ủy",
  ĐUK: "Đảng ủy Khối",
  TU: "Tỉnh ủy",
  HU: "Huyện ủy",
  QU: "Quận ủy",
  CB: "Chi bộ",
  CĐ: "Công đoàn",
  CĐCS: "Công đoàn cơ sở",
  CĐVC: "Công đoàn Viên chức",
  LĐLĐ: "Liên đoàn Lao động",
  TLĐ: "Tổng Liên đoàn Lao động Việt Nam",
  ĐTN: "Đoàn Thanh niên",
  HĐTĐKT: "Hội đồng Thi đua - Khen thưởng",
  BTĐKT: "Ban Thi đua - Khen thưởng",
  BTGTW: "Ban Tuyên giáo Trung ương",
  ĐHLHN: "Trường Đại học Luật Hà Nội",
  ĐHLTPHCM: "Trường Đại học Luật Thành phố Hồ Chí Minh",
  HVTP: "Học viện Tư pháp",
  TANDTC: "Tòa án nhân dân tối cao",
  VKSTC: "Viện kiểm sát nhân dân tối cao",
  VKSNDTC: "Viện kiểm sát nhân dân tối cao",
  KBNN: "Kho bạc Nhà nước",
};

const LOCAL = /^(?:Sở|Ủy ban|Hội đồng nhân dân|Cục Thi hành|Chi cục|Liên đoàn|Ban Thi đua|Thi hành án)/u;

/**
 * The body a symbol names. Local bodies take the fuller name the text uses (“Sở Tư pháp thành phố …”),
 * else the place of the header when it is a city or province.
 */
export function issuerOfSymbol(bodies: readonly string[], place: string | null, body: string): string | null {
  for (const abbreviation of bodies) {
    const name = BODIES[abbreviation.replace(/\./g, "")] ?? BODIES[abbreviation.toUpperCase()];
    if (!name) continue;
    if (!LOCAL.test(name)) return name;
    const fuller = fullerName(name, body);
    if (fuller !== name) return fuller;
    return place && /^(?:Thành phố|TP|Tỉnh)/iu.test(place) ? `${name} ${place}` : name;
  }
  return null;
}

/** The name with its province, when the text writes it so somewhere. */
export function fullerName(name: string, body: string): string {
  const at = LOCAL.test(name) ? body.indexOf(`${name} `) : -1;
  if (at < 0) return name;
  const place = /^\s(?:tỉnh|thành phố|Thành phố|TP\.?)\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,3}/u;
  for (
    let from = at, tries = 0;
    from >= 0 && tries < 40;
    from = body.indexOf(`${name} `, from + 1), tries += 1
  ) {
    const match = place.exec(body.slice(from + name.length, from + name.length + 60));
    if (match) return plain(`${name}${match[0]}`);
  }
  return name;
}
