import { expect, test } from "vitest";
import { placeOfPapers } from "./place.ts";

test.each([
  ["Sở Tư pháp tỉnh Điện Biên", "Bộ Tư pháp", "Điện Biên"],
  ["Thi hành án dân sự tỉnh Bà Rịa - Vũng Tàu", "", "Bà Rịa - Vũng Tàu"],
  // “Thành phố Hồ Chí Minh, ngày 02 tháng 01 năm 2018”: 25/KH-STP.
  ["Sở Tư pháp Thành phố Hồ Chí Minh", "Bộ Tư pháp", "Thành phố Hồ Chí Minh"],
  ["Phòng Hộ tịch", "Sở Tư pháp TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"],
  ["Sở Tư pháp thành phố Đà Nẵng", "", "Đà Nẵng"],
  ["Cụm thi đua số I", "Bộ Tư pháp", "Hà Nội"],
])("%s below “%s” writes from %s", (body, above, place) => {
  expect(placeOfPapers(body, above)).toBe(place);
});
