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
