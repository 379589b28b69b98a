import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { exampleDecision, exampleLetter } from "./examples.ts";
import {
  addresseeLines,
  closedBody,
  groundLines,
  numberLine,
  officeLines,
  placeAndDay,
  recipientLines,
} from "./tree.ts";
import {
  article,
  clause,
  list,
  officialDocument,
  paragraph,
  recipient,
  recipients,
  signedFor,
  table,
} from "./tree-build.ts";
import { toText } from "./tree-text.ts";

const letterhead = exampleDecision.letterhead;

test("a number below 10 takes a leading zero; an unnumbered paper leaves room before the slash", () => {
  expect(numberLine({ ...letterhead, number: "5" })).toBe("Số: 05/QĐ-BTP");
  expect(numberLine({ ...letterhead, number: "5a" })).toBe("Số: 05a/QĐ-BTP");
  expect(numberLine({ ...letterhead, number: "252" })).toBe("Số: 252/QĐ-BTP");
  expect(numberLine({ ...letterhead, number: null })).toBe(`Số: ${"\u00a0".repeat(8)}/QĐ-BTP`);
  expect(numberLine({ ...letterhead, number: null, symbol: null })).toBeNull();
});

test("the day is written with leading zeros below 10 and in months 1 and 2, or left to be filled in", () => {
  const room = "\u00a0".repeat(8);
  expect(placeAndDay({ ...letterhead, day: day("2026-02-05") })).toBe("Hà Nội, ngày 05 tháng 02 năm 2026");
  expect(placeAndDay({ ...letterhead, day: { year: 2026 } })).toBe(`Hà Nội, ngày${room}tháng${room}năm 2026`);
});

test("grounds, recipients and addressees end with semicolons and the last with a full stop", () => {
  expect(groundLines(["Căn cứ A;", "Căn cứ B.", "Theo đề nghị của C"])).toEqual([
    "Căn cứ A;",
    "Căn cứ B;",
    "Theo đề nghị của C.",
  ]);
  expect(
    recipientLines(recipients([recipient("Như Điều 3"), recipient("Bộ trưởng", "để báo cáo")], "VT, TCCB")),
  ).toEqual(["- Như Điều 3;", "- Bộ trưởng (để báo cáo);", "- Lưu: VT, TCCB."]);
  expect(recipientLines(recipients([recipient("Như trên")], null))).toEqual(["- Như trên."]);
  expect(addresseeLines(["Sở Tư pháp"])).toEqual(["Sở Tư pháp"]);
  expect(addresseeLines(["Sở A", "Sở B"])).toEqual(["- Sở A;", "- Sở B."]);
});

test("the offices over a signature run from the head downwards", () => {
  const deputy = signedFor("TL.", "BỘ TRƯỞNG", "PHÓ VỤ TRƯỞNG", "Lê A");
  const twice = { ...deputy, acting: [...deputy.acting, { capacity: "KT.", office: "VỤ TRƯỞNG" } as const] };
  expect(officeLines(twice)).toEqual(["TL. BỘ TRƯỞNG", "KT. VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG"]);
  expect(officeLines(signedFor("Q.", "GIÁM ĐỐC", null, null))).toEqual(["Q. GIÁM ĐỐC"]);
});

test("./. replaces the last full stop once, wherever the text ends", () => {
  const last = (text: string) =>
    toText(
      officialDocument({
        ...exampleDecision,
        body: [paragraph(text)],
        annexes: [],
        recipients: null,
        signatures: [],
      }),
    )
      .split("\n")
      .at(-1);
  expect(last("Hết.")).toBe("Hết./.");
  expect(last("Hết./.")).toBe("Hết./.");
  expect(last("Hết")).toBe("Hết./.");
  expect(closedBody([list(["một;", "hai;"])])).toEqual([list(["một;", "hai./."])]);
  expect(closedBody([article(1, "A.")])).toEqual([article(1, "A./.")]);
  expect(closedBody([table([{ title: "A", share: 1 }], [["1"]])])).toEqual([
    table([{ title: "A", share: 1 }], [["1"]]),
  ]);
  expect(closedBody([])).toEqual([]);
});

test("the tree as text holds what the paper holds, in its order", () => {
  const room = "\u00a0".repeat(8);
  expect(toText(exampleLetter)).toBe(
    [
      "DỰ THẢO",
      "BỘ TƯ PHÁP",
      "VỤ TỔ CHỨC CÁN BỘ",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      `Số: ${room}/TCCB-TĐKT`,
      `Hà Nội, ngày${room}tháng${room}năm 2026`,
      "V/v đôn đốc đăng ký thi đua năm 2026",
      "Kính gửi:",
      "- Sở Tư pháp tỉnh Điện Biên;",
      "- Thi hành án dân sự tỉnh Điện Biên.",
      "Thực hiện Kế hoạch phát động phong trào thi đua ngành Tư pháp năm 2026, các cơ quan, đơn vị gửi kết quả đăng ký thi đua về Vụ Tổ chức cán bộ chậm nhất là ngày 27/02/2026. Đến nay, Vụ Tổ chức cán bộ chưa nhận được kết quả đăng ký của Quý cơ quan.",
      "Vụ Tổ chức cán bộ đề nghị Quý cơ quan gửi kết quả đăng ký thi đua trước ngày 10/3/2026 để tổng hợp, báo cáo Bộ trưởng./.",
      "KT. VỤ TRƯỞNG",
      "PHÓ VỤ TRƯỞNG",
      "Lê Thị Hạnh",
      "Nơi nhận:",
      "- Như trên;",
      "- Bộ trưởng (để báo cáo);",
      "- Lưu: VT, TCCB.",
    ].join("\n"),
  );
});

test("an annex repeats the letterhead and stands after the recipients", () => {
  const lines = toText(exampleDecision).split("\n");
  const start = lines.indexOf("- Lưu: VT, Vụ TĐKT.");
  expect(lines.slice(start + 1, start + 8)).toEqual([
    "BỘ TƯ PHÁP",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "KẾ HOẠCH",
    "Phát động phong trào thi đua ngành Tư pháp năm 2021",
    "(Ban hành kèm theo Quyết định số 252/QĐ-BTP",
    "ngày 22 tháng 02 năm 2021 của Bộ trưởng Bộ Tư pháp)",
  ]);
  expect(lines.at(-1)).toBe(
    "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời phản ánh về cơ quan Thường trực Hội đồng Thi đua - Khen thưởng ngành Tư pháp để được hướng dẫn hoặc báo cáo Lãnh đạo Bộ chỉ đạo, giải quyết./.",
  );
});

test("builders store NFC whatever was typed", () => {
  expect(clause(1, "Đặng Ước".normalize("NFD"))).toEqual(clause(1, "Đặng Ước"));
});
