import { shown } from "../web/form.ts";
import { ActionForm, Actions, Button, Card, ErrorSummary, Page, TextField } from "../web/kit.ts";
import { FormPage, type OfPersonProps, ownerOf } from "./person-form.view.tsx";

export const AccountView = ({
  frame,
  state,
  formKey,
  person,
  suggested,
}: OfPersonProps & { suggested: { username: string; password: string } }) => (
  <FormPage
    frame={frame}
    title="Mở tài khoản"
    lead={person.name}
    owner={ownerOf(person)}
    action={`/to-chuc/nguoi/${person.id}/tai-khoan`}
    formKey={formKey}
    state={state}
    verb="Mở tài khoản"
  >
    <TextField
      {...shown(state, "username", suggested.username)}
      label="Tên đăng nhập"
      width="medium"
      autocomplete="off"
      hint="3 đến 30 chữ không dấu, chữ số, dấu chấm hoặc gạch dưới"
    />
    <TextField
      {...shown(state, "password", suggested.password)}
      label="Mật khẩu tạm"
      width="medium"
      autocomplete="off"
      spellcheck={false}
      hint="Ghi lại và giao tận tay; hệ thống không hiện lại. Người dùng đổi ở trang Tài khoản."
    />
  </FormPage>
);

interface KeptAccountProps extends OfPersonProps {
  username: string;
  /** A fresh one to hand over. */
  password: string;
}

/** An account that is there: a new first password, or an end. */
export const KeptAccountView = ({ frame, state, formKey, person, username, password }: KeptAccountProps) => (
  <Page
    frame={frame}
    title="Tài khoản"
    lead={`${person.name}: ${username}`}
    crumbs={[{ label: "Tổ chức", href: "/to-chuc" }, ownerOf(person), { label: "Tài khoản" }]}
    failed={Object.keys(state.errors).length > 0}
  >
    <ErrorSummary errors={state.errors} />
    <Card title="Đặt mật khẩu tạm" lead="Khi người này quên mật khẩu; mọi phiên đang mở sẽ kết thúc">
      <ActionForm action={`/to-chuc/nguoi/${person.id}/mat-khau-tam`} formKey={formKey}>
        <TextField
          {...shown(state, "password", password)}
          label="Mật khẩu tạm"
          width="medium"
          autocomplete="off"
          spellcheck={false}
          hint="Ghi lại và giao tận tay; hệ thống không hiện lại."
        />
        <Actions>
          <Button>Đặt mật khẩu tạm</Button>
        </Actions>
      </ActionForm>
    </Card>
    <Card title="Đóng tài khoản" lead="Khi người này không còn công tác">
      <ActionForm action={`/to-chuc/nguoi/${person.id}/ban-dong-tai-khoan`} formKey={`${formKey}-dong`}>
        <p>
          Tài khoản {username} không đăng nhập được nữa và không mở lại được; việc đã làm vẫn ghi tên{" "}
          {person.name}. Cần dùng lại thì mở tài khoản mới.
        </p>
        <Actions>
          <Button kind="secondary">Đóng tài khoản {username}</Button>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
