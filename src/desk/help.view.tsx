import { Card, type Frame, Page, Stack } from "../web/kit.ts";

interface Topic {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
}

/** What an officer asks most, stage by stage; pages link to their own topic. */
const topics: readonly Topic[] = [
  {
    id: "viec-cua-toi",
    title: "Việc của tôi",
    steps: [
      "Mở trang này trước tiên mỗi ngày: việc gấp nhất đứng trên cùng, kèm số ngày còn lại.",
      "“Tôi đang chờ” cho biết ai chưa gửi; nút đôn đốc nhắc một lần trong ngày, không nhắc trùng.",
      "Giữ nhiều chức trách thì chọn chức trách đang làm ở góc trên bên trái.",
    ],
  },
  {
    id: "phong-trao",
    title: "Phát động phong trào",
    steps: [
      "Có văn bản phát động (.docx, .pdf, .txt): vào Phong trào, chọn Nhập văn bản. Hệ thống đọc và đề xuất từng mục, chỉ rõ dòng.",
      "Nhận, sửa hoặc bỏ từng mục. Điểm phải xử lý (ví dụ ngày không có thật) phải giải quyết xong mới lập được phong trào.",
      "Chưa có văn bản: chọn Soạn mới hoặc Lập từ năm trước; in ra ký, văn thư nhập số và ngày, rồi ban hành.",
    ],
  },
  {
    id: "ke-hoach-don-vi",
    title: "Kế hoạch của đơn vị",
    steps: [
      "Khi nhận phong trào, mở Kế hoạch đơn vị: với từng nội dung, chỉ tiêu, thời hạn của cấp trên, chọn nhận nguyên, điều chỉnh hoặc không áp dụng kèm lý do.",
      "Bảng đối chiếu cho biết nội dung nào chưa có trả lời, thời hạn nào muộn hơn, chỉ tiêu nào thấp hơn cấp trên.",
      "Ghi việc quán triệt, phát động: ngày, hình thức, số người đã được biết.",
    ],
  },
  {
    id: "giao-uoc",
    title: "Giao ước thi đua",
    steps: [
      "Trưởng cụm mở hội nghị của năm, đưa dự thảo kế hoạch; thành viên góp ý, mỗi ý kiến đều được trả lời.",
      "Từng đơn vị ghi cam kết của mình. Người đứng đầu ký sau khi xác thực lại; nội dung đổi thì mọi chữ ký mất hiệu lực và mọi người được báo.",
      "Bản có đủ chữ ký tải về dạng PDF ký số; đưa tệp lên trang Kiểm tra chữ ký để biết tệp còn nguyên hay đã bị sửa.",
    ],
  },
  {
    id: "dang-ky",
    title: "Đăng ký thi đua",
    steps: [
      "Mở đăng ký của đơn vị mình, thêm từng dòng hoặc nhập từ Excel. Bản nháp tự lưu.",
      "Mỗi dòng cho biết gửi lên cấp nào và điều kiện hôm nay theo luật. “Chưa có minh chứng” không phải là không đạt.",
      "Kiểm tra rồi gửi trước hạn. Bản giấy: in, ký, đóng dấu, quét và đính kèm kèm số, ngày.",
    ],
  },
  {
    id: "theo-doi",
    title: "Chỉ tiêu, tiến độ",
    steps: [
      "Mỗi kỳ, đơn vị nhập số liệu của mọi chỉ tiêu trên một trang; hoặc tải mẫu Excel, điền rồi nhập lại.",
      "Bấm vào một con số để mở tới từng đơn vị, từng lần nhập. Số sai thì nhập số mới bên cạnh, số cũ vẫn còn.",
      "“Dự báo” tính theo đà của các kỳ đã qua; chưa đủ một kỳ thì chưa dự báo.",
    ],
  },
  {
    id: "kien-nghi",
    title: "Kiến nghị, hỏi – đáp",
    steps: [
      "Tìm trong Hỏi – đáp trước; chưa có thì gửi kiến nghị, kèm tài liệu nếu cần.",
      "Cơ quan nhận trả lời hoặc chuyển lên cấp trên; mỗi lần đều có hạn và đơn vị thấy kiến nghị đang ở đâu.",
      "Trả lời dùng chung được thì phổ biến tới mọi đơn vị, không nêu tên đơn vị hỏi.",
    ],
  },
  {
    id: "kiem-tra",
    title: "Kiểm tra, giám sát",
    steps: [
      "Lập kế hoạch, thêm từng cuộc kiểm tra; đơn vị được báo ngay.",
      "Sau kiểm tra, ghi kết quả rồi từng phát hiện. Tồn tại phải khắc phục có hạn; đơn vị báo cáo khắc phục, cơ quan kiểm tra xác nhận hoặc đề nghị làm tiếp.",
      "Cách làm hay được đưa vào danh sách đề xuất nhân rộng.",
    ],
  },
  {
    id: "chi-phi",
    title: "Chi phí phong trào",
    steps: [
      "Không bắt buộc. Ghi dự kiến và số đã chi của từng hoạt động để báo cáo nêu được kết quả tiết kiệm.",
      "Ghi nhầm thì hủy ghi kèm lý do rồi ghi lại.",
    ],
  },
  {
    id: "don-doc",
    title: "Đôn đốc, đúng hạn",
    steps: [
      "Trang Theo dõi hạn cho biết ai chậm việc gì, theo đơn vị và theo cụm; lọc rồi lấy công văn đôn đốc hoặc đoạn tin ngắn để gửi.",
      "Nhắc tự động trước và sau hạn theo số ngày cơ quan đặt; một người một ngày chỉ nhận một bản tổng hợp.",
      "Gia hạn có lý do; đơn vị thấy hạn mới, lịch sử vẫn giữ hạn cũ.",
    ],
  },
  {
    id: "so-ket-tong-ket",
    title: "Sơ kết, tổng kết",
    steps: [
      "Mở báo cáo: số liệu đã điền sẵn từ dữ liệu, bấm vào để xem nguồn; phần lời do người viết, kỳ trước đặt bên cạnh.",
      "Gửi xong, số liệu được giữ nguyên; nguồn đổi sau đó thì báo cáo cho biết số hiện nay.",
      "Cấp trên mở trang tổng hợp: ai chưa gửi, lấy đoạn nào của đơn vị nào; không phải chép tay.",
    ],
  },
  {
    id: "cum-thi-dua",
    title: "Cụm thi đua, chấm điểm",
    steps: [
      "Đơn vị tự chấm kèm minh chứng rồi gửi; chưa gửi thì không thấy điểm của ai khác.",
      "Cơ quan thường trực thẩm định, mỗi chỗ khác điểm tự chấm đều có lý do.",
      "Cụm bỏ phiếu suy tôn: mỗi đơn vị một phiếu, do người đứng đầu hoặc người được ủy quyền bằng văn bản.",
    ],
  },
  {
    id: "hoi-dong",
    title: "Hội đồng",
    steps: [
      "Thư ký lập phiên họp, chương trình, tài liệu; thành viên khai xung đột lợi ích trước khi họp.",
      "Hồ sơ của chính mình luôn đóng với mình; trang nói rõ điều đó.",
      "Trang trực tiếp cho biết ai có mặt, đang xét mục nào, ai đã bỏ phiếu; không ai thấy phiếu bầu thế nào.",
    ],
  },
  {
    id: "bo-phieu",
    title: "Bỏ phiếu kín",
    steps: [
      "Trang phiếu nói rõ phiếu được niêm phong trong trình duyệt hay trên máy chủ. Bỏ xong, giữ mã tra cứu để đối chiếu với biên bản.",
      "Hai người trong tổ kiểm phiếu dùng hai mật khẩu để mở; một người quên thì dùng mảnh dự phòng niêm phong. Mất hai mảnh thì bỏ phiếu lại trên giấy.",
      "Lúc nào cũng chuyển sang phiếu giấy được; kết quả kiểm lại được bằng tệp xuất ra.",
    ],
  },
  {
    id: "dieu-kien",
    title: "Điều kiện, lộ trình",
    steps: [
      "Mở trang của một người hoặc đơn vị: đang có gì, năm nay đủ điều kiện nào, còn thiếu gì cho từng bước và sớm nhất năm nào.",
      "“Giả sử” thử thêm một kết quả để xem lộ trình đổi ra sao; không lưu vào hồ sơ.",
      "Rà soát toàn đơn vị, tỉnh hoặc ngành: ai đủ mà chưa đăng ký, ai đã đăng ký mà chưa đủ; tải về được.",
    ],
  },
  {
    id: "ho-so",
    title: "Hồ sơ thành tích",
    steps: [
      "Mỗi người, mỗi đơn vị một trang theo năm: xếp loại, danh hiệu, sáng kiến. Sửa sai là thêm dòng mới bên cạnh dòng cũ.",
      "Nhập từ Excel: dòng nào trùng tên được đặt cạnh nhau để bạn chọn; nhập sai thì hoàn tác cả lần nhập.",
      "Kỷ luật và việc đang xem xét chỉ người có trách nhiệm nhìn thấy.",
    ],
  },
  {
    id: "phap-luat",
    title: "Pháp luật",
    steps: [
      "Xem văn bản nào có hiệu lực vào một ngày, mỗi danh hiệu đòi hỏi gì theo từng thời kỳ, ai quyết định.",
      "Con số mới (lương cơ sở, tỷ lệ) được thêm kèm văn bản; trang xem trước cho biết điều gì thay đổi.",
      "“Chưa đối chiếu” nghĩa là điều đó chưa được so với văn bản gốc.",
    ],
  },
  {
    id: "to-chuc",
    title: "Tổ chức, con người",
    steps: [
      "Cây tổ chức xem được ở bất kỳ ngày nào; đơn vị sáp nhập vẫn giữ lịch sử.",
      "Nhập người, đơn vị từ Excel: hệ thống tìm dòng tiêu đề, ghép cột, chỉ lỗi từng dòng và chưa lưu gì trước khi bạn xác nhận.",
    ],
  },
  {
    id: "ban-phim",
    title: "Bàn phím",
    steps: [
      "Ctrl K hoặc / để tìm; Tab đi tới, Shift Tab đi lui; Esc đóng bảng chọn.",
      "Mọi việc làm được chỉ bằng bàn phím và cả khi trình duyệt tắt JavaScript.",
    ],
  },
];

export function HelpView({ frame }: { frame: Frame }) {
  return (
    <Page frame={frame} title="Trợ giúp" lead="Những việc hay hỏi, theo thứ tự của một năm công tác.">
      <Stack>
        {topics.map((topic) => (
          <Card title={topic.title} id={topic.id}>
            <ol>
              {topic.steps.map((step) => (
                <li>{step}</li>
              ))}
            </ol>
          </Card>
        ))}
      </Stack>
    </Page>
  );
}
