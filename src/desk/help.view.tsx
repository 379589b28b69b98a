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
    id: "dang-ky",
    title: "Đăng ký thi đua",
    steps: [
      "Mở đăng ký của đơn vị mình, thêm từng dòng hoặc nhập từ Excel. Bản nháp tự lưu.",
      "Mỗi dòng cho biết gửi lên cấp nào và điều kiện hôm nay theo luật. “Chưa có minh chứng” không phải là không đạt.",
      "Kiểm tra rồi gửi trước hạn. Bản giấy: in, ký, đóng dấu, quét và đính kèm kèm số, ngày.",
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
