import { day } from "../platform/day.ts";
import type { OfficialDocument } from "./tree.ts";
import {
  annex,
  article,
  bold,
  heading,
  list,
  officialDocument,
  paragraph,
  recipient,
  recipients,
  signedBy,
  signedFor,
  table,
} from "./tree-build.ts";

/** A decision with its plan, in the manner of 252/QĐ-BTP: what tests and the newcomer's guide print. */
export const exampleDecision: OfficialDocument = officialDocument({
  letterhead: {
    superior: null,
    issuer: "BỘ TƯ PHÁP",
    number: "252",
    symbol: "QĐ-BTP",
    place: "Hà Nội",
    day: day("2021-02-22"),
  },
  title: {
    kind: "named",
    name: "QUYẾT ĐỊNH",
    abstract: "Ban hành Kế hoạch phát động phong trào thi đua ngành Tư pháp năm 2021",
  },
  decider: "BỘ TRƯỞNG BỘ TƯ PHÁP",
  grounds: [
    "Căn cứ Luật Thi đua, khen thưởng năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2005 và Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2013;",
    "Căn cứ Nghị định số 96/2017/NĐ-CP ngày 16 tháng 8 năm 2017 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Tư pháp",
    "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
    "Căn cứ Thông tư số 05/2018/TT-BTP ngày 07 tháng 6 năm 2018 của Bộ Tư pháp hướng dẫn công tác thi đua, khen thưởng ngành Tư pháp",
    "Xét đề nghị của Vụ trưởng Vụ Thi đua - Khen thưởng",
  ],
  verb: "QUYẾT ĐỊNH:",
  body: [
    article(
      1,
      "Ban hành kèm theo Quyết định này Kế hoạch phát động phong trào thi đua ngành Tư pháp năm 2021.",
    ),
    article(2, "Quyết định này có hiệu lực kể từ ngày ký."),
    article(
      3,
      "Hội đồng Thi đua - Khen thưởng ngành Tư pháp, Vụ trưởng Vụ Thi đua - Khen thưởng, Chánh Văn phòng Bộ, Vụ trưởng Vụ Tổ chức cán bộ, Cục trưởng Cục Kế hoạch - Tài chính, Tổng cục trưởng Tổng cục Thi hành án dân sự, Thủ trưởng các đơn vị thuộc Bộ; Trưởng, Phó Trưởng các Cụm, Khu vực thi đua; Giám đốc Sở Tư pháp, Cục trưởng Cục Thi hành án dân sự các tỉnh, thành phố trực thuộc Trung ương chịu trách nhiệm thi hành Quyết định này.",
    ),
  ],
  recipients: recipients(
    [
      recipient("Như Điều 3"),
      recipient("Hội đồng Thi đua - Khen thưởng Trung ương", "để báo cáo"),
      recipient("Ban Thi đua - Khen thưởng Trung ương", "để biết"),
      recipient("Bộ trưởng", "để báo cáo"),
      recipient("Các Thứ trưởng", "để biết và chỉ đạo thực hiện"),
      recipient("Trưởng Khối thi đua các bộ, ban, ngành nội chính Trung ương", "để biết"),
      recipient("Cổng Thông tin điện tử BTP", "để đăng tải"),
    ],
    "VT, Vụ TĐKT",
  ),
  signatures: [signedFor("KT.", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "Nguyễn Thanh Tịnh")],
  annexes: [
    annex({
      letterhead: true,
      name: "KẾ HOẠCH",
      abstract: "Phát động phong trào thi đua ngành Tư pháp năm 2021",
      reference:
        "(Ban hành kèm theo Quyết định số 252/QĐ-BTP\nngày 22 tháng 02 năm 2021 của Bộ trưởng Bộ Tư pháp)",
      closed: true,
      body: [
        paragraph(
          "Bộ, ngành Tư pháp phát động phong trào thi đua năm 2021 với chủ đề “",
          bold(
            "Ngành Tư pháp đoàn kết, kỷ cương, hành động, sáng tạo, thi đua thực hiện thắng lợi nhiệm vụ chính trị được giao",
          ),
          "” tới toàn thể cán bộ, công chức, viên chức, người lao động trong Ngành với những nội dung chủ yếu như sau:",
        ),
        heading(1, "I.", "MỤC ĐÍCH, YÊU CẦU"),
        heading(2, "1.", "Mục đích"),
        paragraph(
          "1.1. Phát huy tinh thần đoàn kết, kỷ cương, sự chủ động, sáng tạo của cán bộ, công chức, viên chức, người lao động trong toàn Ngành.",
        ),
        heading(2, "2.", "Yêu cầu"),
        paragraph(
          "2.1. Phong trào thi đua phải được thực hiện đồng bộ, thường xuyên, liên tục, nội dung, hình thức phong phú, hấp dẫn.",
        ),
        heading(1, "II.", "NỘI DUNG"),
        heading(2, "1.", "Phong trào thi đua"),
        heading(3, "1.1.", "Phong trào thi đua “Ngành Tư pháp đoàn kết, kỷ cương, hành động, sáng tạo”"),
        heading(4, "1.1.1.", "Công tác kiểm tra, rà soát văn bản"),
        paragraph(
          "Đẩy mạnh công tác kiểm tra, rà soát văn bản để kịp thời phát hiện, xử lý quy định trái pháp luật theo Quyết định số 236/QĐ-TTg ngày 12/02/2020 của Thủ tướng Chính phủ.",
        ),
        heading(2, "2.", "Thời gian"),
        list(["Đợt 1: từ đầu năm đến ngày 30/6/2021;", "Đợt 2: từ ngày 01/7/2021 đến kết thúc năm."]),
        heading(1, "III.", "TỔ CHỨC THỰC HIỆN"),
        paragraph(
          "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời phản ánh về cơ quan Thường trực Hội đồng Thi đua - Khen thưởng ngành Tư pháp để được hướng dẫn hoặc báo cáo Lãnh đạo Bộ chỉ đạo, giải quyết.",
        ),
      ],
    }),
  ],
});

/** A công văn that urges late units, not yet numbered. */
export const exampleLetter: OfficialDocument = officialDocument({
  letterhead: {
    superior: "BỘ TƯ PHÁP",
    issuer: "VỤ TỔ CHỨC CÁN BỘ",
    number: null,
    symbol: "TCCB-TĐKT",
    place: "Hà Nội",
    day: { year: 2026 },
  },
  title: { kind: "letter", abstract: "đôn đốc đăng ký thi đua năm 2026" },
  draft: "DỰ THẢO",
  addressees: ["Sở Tư pháp tỉnh Điện Biên", "Thi hành án dân sự tỉnh Điện Biên"],
  body: [
    paragraph(
      "Thực hiện Kế hoạch phát động phong trào thi đua ngành Tư pháp năm 2026, các cơ quan, đơn vị gửi kết quả đăng ký thi đua về Vụ Tổ chức cán bộ chậm nhất là ngày 27/02/2026. Đến nay, Vụ Tổ chức cán bộ chưa nhận được kết quả đăng ký của Quý cơ quan.",
    ),
    paragraph(
      "Vụ Tổ chức cán bộ đề nghị Quý cơ quan gửi kết quả đăng ký thi đua trước ngày 10/3/2026 để tổng hợp, báo cáo Bộ trưởng.",
    ),
  ],
  recipients: recipients([recipient("Như trên"), recipient("Bộ trưởng", "để báo cáo")], "VT, TCCB"),
  signatures: [signedFor("KT.", "VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG", "Lê Thị Hạnh")],
});

/** A report whose annex is a wide list over several pages. */
export const exampleWideList: OfficialDocument = officialDocument({
  letterhead: {
    superior: "BỘ TƯ PHÁP",
    issuer: "VỤ TỔ CHỨC CÁN BỘ",
    number: "7",
    symbol: "BC-TCCB",
    place: "Hà Nội",
    day: day("2026-03-05"),
  },
  title: { kind: "named", name: "BÁO CÁO", abstract: "Kết quả đăng ký thi đua năm 2026" },
  body: [paragraph("Vụ Tổ chức cán bộ báo cáo kết quả đăng ký thi đua năm 2026 theo Phụ lục kèm theo.")],
  recipients: recipients([recipient("Bộ trưởng", "để báo cáo")], "VT, TCCB"),
  signatures: [signedBy("VỤ TRƯỞNG", "Trần Văn Bình")],
  annexes: [
    annex({
      label: "Phụ lục",
      name: "DANH SÁCH ĐĂNG KÝ THI ĐUA NĂM 2026",
      reference: "(Kèm theo Báo cáo số 07/BC-TCCB ngày 05 tháng 3 năm 2026 của Vụ Tổ chức cán bộ)",
      orientation: "landscape",
      body: [
        table(
          [
            { title: "STT", share: 1, alignment: "centre" },
            { title: "Họ và tên", share: 4 },
            { title: "Chức vụ", share: 3 },
            { title: "Đơn vị", share: 6 },
            { title: "Danh hiệu đăng ký", share: 4 },
            { title: "Tiền thưởng (đồng)", share: 2, alignment: "right" },
          ],
          Array.from({ length: 200 }, (_, at) => [
            `${at + 1}`,
            `Nguyễn Thị Người Thứ ${at + 1}`,
            at % 3 === 0 ? "Trợ giúp viên pháp lý hạng II" : "Chuyên viên",
            at % 4 === 0
              ? "Phòng Thi hành án dân sự khu vực 3, Thi hành án dân sự tỉnh Đắk Lắk"
              : "Sở Tư pháp tỉnh Điện Biên",
            "Chiến sĩ thi đua cơ sở",
            "2.340.000",
          ]),
          { size: 12 },
        ),
      ],
      signatures: [signedBy("NGƯỜI LẬP BIỂU", "Lê Thị Hạnh"), signedBy("VỤ TRƯỞNG", "Trần Văn Bình")],
    }),
  ],
});
