import type { DocumentKind } from "./plan-reading.ts";
import { folded } from "./plan-text.ts";

/** Names of types (tên loại văn bản) as they stand in capitals above the abstract. */
const NAMES: readonly [RegExp, DocumentKind][] = [
  [/^quyet dinh(?![a-z])/, "QUYET_DINH"],
  [/^ke hoach(?![a-z])/, "KE_HOACH"],
  [/^huong dan(?![a-z])/, "HUONG_DAN"],
  [/^to trinh(?![a-z])/, "TO_TRINH"],
  [/^bao cao(?![a-z])/, "BAO_CAO"],
  [/^thong bao(?![a-z])/, "THONG_BAO"],
  [/^chi thi(?![a-z])/, "CHI_THI"],
  [/^nghi quyet(?![a-z])/, "NGHI_QUYET"],
  [/^(?:cong van|cong dien)(?![a-z])/, "CONG_VAN"],
  [
    /^(?:noi dung |ban |thu |bai |loi |dien van |phat bieu |du thao )*(?:phat dong|keu goi)(?![a-z])/,
    "PHAT_DONG",
  ],
  [/^(?:chuong trinh|quy che|de an|phuong an|giao uoc|quy dinh|the le|ket luan|thong tri)(?![a-z])/, "KHAC"],
];

/** The type named at the head of a line, with the letters it takes. */
export function kindNamed(text: string): { kind: DocumentKind; length: number } | null {
  const key = folded(text);
  for (const [pattern, kind] of NAMES) {
    const match = pattern.exec(key);
    if (match) return { kind, length: kind === "PHAT_DONG" ? 0 : match[0].length };
  }
  return null;
}

/** Abbreviations of types in symbols (Nghị định 30/2020/NĐ-CP, Phụ lục III; Party papers use the same). */
const ABBREVIATIONS: Readonly<Record<string, DocumentKind>> = {
  QĐ: "QUYET_DINH",
  QÐ: "QUYET_DINH",
  KH: "KE_HOACH",
  HD: "HUONG_DAN",
  TTR: "TO_TRINH",
  TT: "TO_TRINH",
  BC: "BAO_CAO",
  TB: "THONG_BAO",
  CT: "CHI_THI",
  NQ: "NGHI_QUYET",
  CV: "CONG_VAN",
  CTR: "KHAC",
  CTRHĐ: "KHAC",
  QC: "KHAC",
  QYĐ: "KHAC",
  ĐA: "KHAC",
  PA: "KHAC",
  BB: "KHAC",
  HĐ: "KHAC",
  KL: "KHAC",
  GM: "KHAC",
};

/** The type a symbol stands for; a symbol without one is an official letter's (công văn). */
export function kindOfSymbol(symbol: string): DocumentKind {
  const first = (symbol.split(/[-–/]/)[0] ?? "").toUpperCase();
  return ABBREVIATIONS[first] ?? "CONG_VAN";
}

/** The parts of a symbol that name bodies: `KH-STP-VP` → STP, VP; `BTP-TCCB` → BTP, TCCB; `KH/ĐU` → ĐU. */
export function bodiesOfSymbol(symbol: string): string[] {
  const parts = symbol.split(/[-–/]/).filter((part) => part !== "");
  return (parts[0] ?? "").toUpperCase() in ABBREVIATIONS ? parts.slice(1) : parts;
}
