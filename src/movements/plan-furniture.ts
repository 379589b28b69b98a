import type { Line } from "../documents/lines.ts";
import { folded, plain } from "./plan-text.ts";

/** What a page, a printer or a signature server put around the text (khung trang). */
export interface Furniture {
  readonly lines: readonly Line[];
  readonly dropped: readonly Line[];
  readonly web: number;
  readonly news: number;
}

const WEB = [
  /^(?:thu \S{1,3}|chu nhat)\s*,?\s*(?:ngay )?\d{1,2}\/\d{1,2}\/\d{4}\s*[,|-]?\s*\d{1,2}:\d{2}/,
  /^(?:thu \S{1,3}|chu nhat)\s*,?\s*(?:ngay )?\d{1,2}\/\d{1,2}\/\d{4}$/,
  /^(?:ngay dang|cap nhat(?: luc| ngay)?|dang ngay|ngay cap nhat|xuat ban|ngay xuat ban)\s*:?\s*\d/,
  /^\d{1,2}:\d{2}(?::\d{2})?\s*(?:am|pm)?\s*[,|-]?\s*(?:ngay )?\d{1,2}\/\d{1,2}\/\d{4}/,
  /^\d{1,2}\/\d{1,2}\/\d{4}\s*[,|-]?\s*\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?$/,
  /^danh gia\s*:?$/,
  /^luot danh gia/,
  /^(?:tong so )?luot (?:xem|truy cap|doc)\s*:?\s*[\d.,]*$/,
  /^(?:so luot xem|luot xem|da xem)\s*:?\s*[\d.,]+$/,
  /^binh luan(?:\s*\(\d+\))?$/,
  /^(?:y kien ban doc|gui binh luan|viet binh luan|y kien)$/,
  /ma xac thuc/,
  /^ma bao mat/,
  /^lien ket (?:website|web|nhanh)$/,
  /^thong ke truy cap$/,
  /^(?:thong ke|dang truy cap|truy cap|hom nay|hom qua|trong tuan|trong thang|tat ca|tong truy cap|online|truc tuyen|dang online|khach truy cap)\s*:\s*[\d.,]+$/,
  /^(?:trang chu|gioi thieu|tin tuc|lien he|so do (?:cong|trang)|rss|dang nhap|tim kiem|english|menu)(?:\s*[|>»/]\s*.{0,80})?$/,
  /^(?:in trang|in bai|in bai viet|gui mail|gui email|chia se|facebook|twitter|zalo|quay lai|ve dau trang|ban in|tai ve|tai file)(?:\s*[|>»:].{0,40})?$/,
  /^(?:tu khoa|tags?)\s*:/,
  /^(?:copyright|©|ban quyen|giay phep so|giay phep thiet lap)/,
  /^(?:chung nhan tin nhiem|ghi ro nguon)/,
];

const NEWS = [/\banh \d{1,2}$/, /^(?:anh|anh minh hoa)\s*:/, /^nguon(?: anh)?\s*:/];

/** From here on other articles follow; what stands after it belongs to none of ours. */
const END_OF_ARTICLE =
  /^(?:cung chuyen muc|tin cung chuyen muc|tin lien quan|tin khac|cac tin khac|tin bai khac|bai viet lien quan|tin moi|tin moi hon|cac tin da dua.{0,20}|tin cu hon|doc them|xem them|co the ban quan tam|doc nhieu|tin doc nhieu)\s*:?$/;

const STAMP = [
  /^(?:nguoi ky|ky boi|duoc ky boi|ngay ky|thoi gian ky|chuc danh|co quan|email|chu ky so)\s*:/,
  /^signature (?:not verified|valid)/,
  /^(?:da ky so|ky so)\s*(?:boi.*)?$/,
  /^van ban (?:dien tu )?(?:nay )?duoc ky so/,
];

const PAGE_NUMBER = /^(?:-\s*)?(?:trang\s*)?\d{1,3}(?:\s*\/\s*\d{1,3})?(?:\s*-)?$/;

/** Rules of dashes or stars under a heading say nothing. */
const RULE = /^[-–—_=*.~•|:\s]{1,200}$/;

/** Parts the text from its furniture. Page numbers and rules go too, rules without being told. */
export function withoutFurniture(all: readonly Line[]): Furniture {
  const lines: Line[] = [];
  const dropped: Line[] = [];
  let web = 0;
  let news = 0;
  let ended = false;
  let lastText = "";
  const official = all.slice(0, 60).some((line) => /^s[oô]\s*:.{0,12}\//i.test(folded(plain(line.text))));
  all.forEach((line, index) => {
    const text = plain(line.text);
    const key = folded(text).slice(0, 200);
    if (text === "" || (RULE.test(text) && !/^\d/.test(text))) {
      lines.push({ number: line.number, text: "" });
      return;
    }
    const kind = furnitureKind(key, text, lastText);
    if (kind === "page") {
      dropped.push(line);
      return;
    }
    if (kind === "web") web += 1;
    if (kind === "news" || kind === "news-end") news += 1;
    if (kind === "news-end" && !official && index > all.length / 4) ended = true;
    if (kind !== null || ended) {
      dropped.push(line);
      lines.push({ number: line.number, text: "" });
      return;
    }
    lastText = text;
    lines.push(line);
  });
  return { lines, dropped, web, news };
}

type FurnitureKind = "web" | "news" | "news-end" | "stamp" | "page";

function furnitureKind(key: string, text: string, lastText: string): FurnitureKind | null {
  if (text.length > 160) return null;
  if (PAGE_NUMBER.test(key)) return isPageNumber(lastText) ? "page" : null;
  if (END_OF_ARTICLE.test(key)) return "news-end";
  if (/tin lien quan$/.test(key) && key.length < 60) return "web";
  if (WEB.some((pattern) => pattern.test(key))) return "web";
  if (NEWS.some((pattern) => pattern.test(key))) return "news";
  if (STAMP.some((pattern) => pattern.test(key))) return "stamp";
  return null;
}

/** A lone number is a page's, unless the line before asks for one (`Số:`). */
const isPageNumber = (lastText: string): boolean => !/(?:số|:)\s*$/iu.test(lastText);
