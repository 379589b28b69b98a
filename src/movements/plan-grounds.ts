import type { Line } from "../documents/lines.ts";
import { readLabel } from "./plan-outline.ts";
import { isCapitals, passagesOf } from "./plan-text.ts";

/** A legal ground (căn cứ ban hành), without the word “Căn cứ” and its final mark. */
export interface Ground {
  readonly text: string;
  readonly line: number;
}

const GROUND = /^(?:[-–]\s*)?(?:Căn cứ(?: vào)?|Xét|Theo|Thực hiện|Trên cơ sở)(?!\p{L})/u;
const CITED =
  /(?:số\s*:?\s*\d|Luật|Nghị định|Nghị quyết|Thông tư|Chỉ thị|Quyết định|Kế hoạch|Điều lệ|Quy chế)/u;

/** The grounds that stand between the title and the first heading, article or `QUYẾT ĐỊNH:`. */
export function groundsOf(body: readonly Line[]): Ground[] {
  const found: Ground[] = [];
  for (const { text, line } of passagesOf(body.slice(0, 120))) {
    if (isCapitals(text) && /:\s*$/.test(text)) break;
    if (readLabel(text)) break;
    if (!GROUND.test(text)) continue;
    const ground = groundIn(text);
    if (ground) found.push({ text: ground, line });
  }
  return found;
}

function groundIn(text: string): string | null {
  const bare = text.replace(/^[-–]\s*/u, "");
  if (/^(?:Căn cứ|Xét|Theo (?:đề nghị|ý kiến))/u.test(bare) && /[;.,]$/u.test(bare) && bare.length < 900)
    return cleaned(bare);
  if (!CITED.test(bare)) return null;
  // Prose: “Thực hiện Kế hoạch số … của …, Sở Tư pháp ban hành Kế hoạch …”.
  const clause =
    /^(.{10,600}?)[,;]\s+(?:\p{Lu}[^,;]{2,80}\s)?(?:ban hành|xây dựng|phát động|triển khai|tổ chức|hướng dẫn|đề nghị)\s/u.exec(
      bare,
    );
  return clause ? cleaned(clause[1] ?? "") : null;
}

const cleaned = (text: string): string =>
  text.replace(/^(?:Căn cứ vào|Căn cứ|Thực hiện)\s+/u, "").replace(/[;.,:\s]+$/u, "");
