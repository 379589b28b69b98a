import type { Frame } from "../web/frame.ts";
import { Actions, ButtonLink, Card, InstantText, Notice } from "../web/kit.ts";
import type { Poll } from "./poll.ts";
import { PollPage } from "./poll.view.tsx";

interface RecoveryPageProps {
  frame: Frame;
  poll: Poll;
  recovery: string;
  picture: string;
  at: Date;
}

/** Shown once, right after opening; printed, sealed in an envelope, kept by nobody of the counting team. */
export const RecoveryPage = ({ frame, poll, recovery, picture, at }: RecoveryPageProps) => (
  <PollPage frame={frame} poll={poll} running current="team" title="Tờ khóa dự phòng">
    <Notice tone="watch" title="Tờ này hiện đúng một lần">
      Hãy in hoặc chép ngay, bỏ phong bì, niêm phong có chữ ký của tổ kiểm phiếu và giao người không giữ phần
      khóa nào. Hệ thống không lưu nội dung này.
    </Notice>
    <Card title="Khóa dự phòng của hòm phiếu">
      <p>
        {poll.title} · {poll.body.name} · mở lúc <InstantText at={at} />
      </p>
      <p>
        <b class="code">{recovery}</b>
      </p>
      <p>
        <img src={picture} alt="Mã QR của khóa dự phòng" width="220" height="220" />
      </p>
      <p>
        Dùng cùng cụm mật khẩu của một người giữ phần khóa để mở hòm phiếu khi người kia quên. Một mình tờ này
        không mở được gì.
      </p>
    </Card>
    <Actions>
      <ButtonLink href={`/bo-phieu/${poll.id}/to-kiem-phieu`}>Đã in và niêm phong, tiếp tục</ButtonLink>
    </Actions>
  </PollPage>
);
