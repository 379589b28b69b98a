import type { Child } from "hono/jsx";
import type { Refusal } from "../platform/refusal.ts";
import { addresses, type Frame, type Shell } from "./frame.ts";
import { ButtonLink } from "./kit/action.tsx";
import { Page, SignInPage } from "./layout.tsx";

/** With a frame the page stands in the program; with a shell alone it stands by itself. */
export interface ErrorPageProps {
  within: Frame | Shell;
  /** Where to go on; home when left out. */
  back?: { readonly href: string; readonly label: string } | undefined;
}

interface Explained extends ErrorPageProps {
  title: string;
  /** What happened. */
  happened: Child;
  /** What is kept. */
  kept: Child;
  /** What to do. */
  next: Child;
}

function Explanation({ happened, kept, next, back }: Omit<Explained, "within" | "title">) {
  return (
    <div class="explanation">
      <p>{happened}</p>
      <p>{kept}</p>
      <p>{next}</p>
      <div class="actions">
        <ButtonLink href={back?.href ?? addresses.home}>{back?.label ?? "Về trang đầu"}</ButtonLink>
      </div>
    </div>
  );
}

function ExplainedPage({ within, title, ...rest }: Explained) {
  if ("who" in within)
    return (
      <Page frame={within} title={title}>
        <Explanation {...rest} />
      </Page>
    );
  return (
    <SignInPage shell={within} title={title}>
      <Explanation {...rest} />
    </SignInPage>
  );
}

/** 404: there is no such page, or it is not for this person; the two are never told apart. */
export const NotFoundPage = (props: ErrorPageProps) => (
  <ExplainedPage
    {...props}
    title="Không tìm thấy trang này"
    happened="Địa chỉ này không có, hoặc nội dung không dành cho chức vụ Ông/Bà đang dùng."
    kept="Không có gì bị thay đổi."
    next="Hãy xem lại địa chỉ, tìm bằng ô tìm kiếm, hoặc chuyển sang chức vụ khác nếu Ông/Bà giữ nhiều chức vụ."
  />
);

/** 403: it is there, and this person may not do that. */
export const MayNotPage = ({ refusal, ...props }: ErrorPageProps & { refusal: Refusal }) => (
  <ExplainedPage
    {...props}
    title="Ông/Bà không có quyền làm việc này"
    happened={refusal.sentence}
    kept="Không có gì bị thay đổi."
    next={
      refusal.basis
        ? `Căn cứ: ${refusal.basis}. Nếu cần, hãy liên hệ người phụ trách của đơn vị.`
        : "Nếu việc này thuộc phần việc của Ông/Bà, hãy liên hệ người quản trị để được giao quyền."
    }
  />
);

/** 409: the thing moved on since the page was drawn. */
export const MovedOnPage = ({ refusal, ...props }: ErrorPageProps & { refusal: Refusal }) => (
  <ExplainedPage
    {...props}
    title="Nội dung đã thay đổi trong lúc Ông/Bà làm việc"
    happened={refusal.sentence}
    kept="Việc vừa gửi chưa được ghi nhận; những gì đã lưu trước đó vẫn còn."
    next="Hãy mở lại để xem tình trạng mới nhất rồi làm tiếp."
  />
);

/** 422 where no form can be drawn again: what was sent cannot be read. */
export const UnacceptablePage = ({ refusal, ...props }: ErrorPageProps & { refusal: Refusal }) => (
  <ExplainedPage
    {...props}
    title="Chưa nhận được nội dung vừa gửi"
    happened={refusal.basis ? `${refusal.sentence} (${refusal.basis})` : refusal.sentence}
    kept="Nội dung vừa gửi chưa được ghi nhận; bản nháp đã lưu vẫn còn."
    next="Hãy quay lại trang trước, sửa rồi gửi lại."
  />
);

/** 500: a fault of ours, with a number by which it is found in the log. */
export const FailurePage = ({ incident, ...props }: ErrorPageProps & { incident: string }) => (
  <ExplainedPage
    {...props}
    title="Phần mềm gặp lỗi"
    happened="Yêu cầu vừa rồi không hoàn thành được vì lỗi của phần mềm, không phải do Ông/Bà."
    kept="Yêu cầu đó không được ghi nhận một phần nào; dữ liệu đã lưu trước đó vẫn nguyên."
    next={
      <>
        Hãy thử lại sau ít phút. Nếu vẫn lỗi, hãy báo người quản trị mã sự cố{" "}
        <b class="incident">{incident}</b>.
      </>
    }
  />
);
