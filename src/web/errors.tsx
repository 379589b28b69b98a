import type { Child } from "hono/jsx";
import { addresses, type Frame, type Shell } from "./frame.ts";
import { ButtonLink } from "./kit/action.tsx";
import { Page, SignInPage } from "./layout.tsx";

export type ErrorStatus = 403 | 404 | 409 | 413 | 422 | 500;

interface ErrorPageProps {
  shell: Shell;
  /** With a frame the page stands in the program; without one by itself. */
  frame?: Frame | undefined;
  status: ErrorStatus;
  /** What happened, when somebody knows it better than the status does. */
  sentence?: string | null | undefined;
  /** The article behind a refusal. */
  basis?: string | undefined;
  /** The number by which a fault of ours is found in the log. */
  incident?: string | undefined;
  back?: { readonly href: string; readonly label: string } | undefined;
}

interface Words {
  readonly title: string;
  readonly happened: string;
  readonly kept: string;
  readonly next: string;
}

/** What one may not see answers 404 too, so its words cover both and never tell them apart. */
const words: Record<ErrorStatus, Words> = {
  403: {
    title: "Bạn không có quyền làm việc này",
    happened: "Chức vụ bạn đang dùng không được làm việc này.",
    kept: "Không có gì bị thay đổi.",
    next: "Nếu đây là phần việc của bạn, hãy chuyển sang chức vụ khác hoặc liên hệ người quản trị để được giao quyền.",
  },
  404: {
    title: "Không tìm thấy trang này",
    happened: "Địa chỉ này không có, hoặc nội dung không dành cho chức vụ bạn đang dùng.",
    kept: "Không có gì bị thay đổi.",
    next: "Hãy xem lại địa chỉ, tìm bằng ô tìm kiếm, hoặc chuyển sang chức vụ khác nếu bạn giữ nhiều chức vụ.",
  },
  409: {
    title: "Nội dung đã thay đổi trong lúc bạn làm việc",
    happened: "Người khác hoặc một cửa sổ khác đã thay đổi nội dung này sau khi bạn mở trang.",
    kept: "Việc vừa gửi chưa được ghi nhận; những gì đã lưu trước đó vẫn còn.",
    next: "Hãy mở lại để xem tình trạng mới nhất rồi làm tiếp.",
  },
  413: {
    title: "Phần gửi lên lớn quá",
    happened: "Tệp hoặc nội dung gửi lên vượt quá dung lượng cho phép nên không được nhận.",
    kept: "Không có gì bị thay đổi; bản nháp đã lưu vẫn còn.",
    next: "Hãy quay lại trang trước và gửi tệp nhỏ hơn.",
  },
  422: {
    title: "Chưa nhận được nội dung vừa gửi",
    happened: "Nội dung vừa gửi không đúng dạng.",
    kept: "Nội dung đó chưa được ghi nhận; bản nháp đã lưu vẫn còn.",
    next: "Hãy quay lại trang trước, sửa rồi gửi lại.",
  },
  500: {
    title: "Phần mềm gặp lỗi",
    happened: "Yêu cầu vừa rồi không hoàn thành được vì lỗi của phần mềm, không phải do bạn.",
    kept: "Yêu cầu đó không được ghi nhận một phần nào; dữ liệu đã lưu trước đó vẫn nguyên.",
    next: "Hãy thử lại sau ít phút. Nếu vẫn lỗi, hãy báo người quản trị.",
  },
};

/** What happened, what is kept, what to do. */
export function ErrorPage(props: ErrorPageProps) {
  const { title } = words[props.status];
  const body = <Explanation {...props} />;
  if (props.frame)
    return (
      <Page frame={props.frame} title={title}>
        {body}
      </Page>
    );
  return (
    <SignInPage shell={props.shell} title={title}>
      {body}
    </SignInPage>
  );
}

function Explanation({ status, sentence, basis, incident, back }: ErrorPageProps): Child {
  const { happened, kept, next } = words[status];
  return (
    <div class="explanation">
      <p>{sentence ?? happened}</p>
      {basis && <p>Căn cứ: {basis}.</p>}
      <p>{kept}</p>
      <p>{next}</p>
      {incident && (
        <p>
          Mã sự cố: <b class="incident">{incident}</b>
        </p>
      )}
      <div class="actions">
        <ButtonLink href={back?.href ?? addresses.home}>{back?.label ?? "Về trang đầu"}</ButtonLink>
      </div>
    </div>
  );
}
