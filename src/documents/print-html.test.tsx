import { expect, test } from "vitest";
import { exampleDecision, exampleLetter, exampleWideList } from "./examples.ts";
import { DocumentPage } from "./print-html.tsx";
import { cell, officialDocument, paragraph, table } from "./tree-build.ts";

const drawn = async (document: Parameters<typeof DocumentPage>[0]["document"]): Promise<string> =>
  `${await (<DocumentPage document={document} />)}`;

test("the page shows the decision and its plan with headings in order and no inline style", async () => {
  const html = await drawn(exampleDecision);
  expect([...html.matchAll(/<h(\d)[^>]*>([^<]*)/gu)].map(([, level, words]) => `${level} ${words}`)).toEqual([
    "2 QUYẾT ĐỊNH",
    "2 KẾ HOẠCH",
    "3 I. MỤC ĐÍCH, YÊU CẦU",
    "4 1. Mục đích",
    "4 2. Yêu cầu",
    "3 II. NỘI DUNG",
    "4 1. Phong trào thi đua",
    "5 1.1. Phong trào thi đua “Ngành Tư pháp đoàn kết, kỷ cương, hành động, sáng tạo”",
    "6 1.1.1. Công tác kiểm tra, rà soát văn bản",
    "4 2. Thời gian",
    "3 III. TỔ CHỨC THỰC HIỆN",
  ]);
  expect(html).toContain("<strong>Điều 2.</strong> Quyết định này có hiệu lực kể từ ngày ký.</p>");
  expect(html).not.toContain("style=");
});

test("a draft says so and a công văn has its subject under the number", async () => {
  const html = await drawn(exampleLetter);
  expect(html).toContain(
    '<p class="official-subject">V/v đôn đốc đăng ký thi đua năm 2026</p><p class="official-draft">DỰ THẢO</p>',
  );
});

test("a table keeps its widths, alignments and joined cells", async () => {
  const sheet = table(
    [
      { title: "STT", share: 1, alignment: "centre" },
      { title: "Tên", share: 3 },
    ],
    [[cell("I. Khối", { columns: 2 })], ["1", "An"]],
  );
  const html = await drawn(officialDocument({ ...exampleWideList, body: [sheet], annexes: [] }));
  expect(/<table.*<\/table>/su.exec(html)?.[0]).toBe(
    '<table class="official-table official-size-12"><colgroup><col width="25%"/><col width="75%"/></colgroup>' +
      '<thead><tr><th scope="col" colspan="1" rowspan="1">STT</th><th scope="col" colspan="1" rowspan="1">Tên</th></tr></thead>' +
      '<tbody><tr><td class="official-left" colspan="2" rowspan="1">I. Khối</td></tr>' +
      '<tr><td class="official-centre" colspan="1" rowspan="1">1</td><td class="official-left" colspan="1" rowspan="1">An</td></tr></tbody></table>',
  );
});

test("what people wrote is text, never HTML", async () => {
  const html = await drawn(
    officialDocument({ ...exampleLetter, body: [paragraph('<img src=x onerror="a">')] }),
  );
  expect(html).toContain("&lt;img src=x onerror=&quot;a&quot;&gt;./.</p>");
});
