import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Columns,
  EmptyState,
  ErrorSummary,
  type Frame,
  NumberField,
  Page,
  RadioField,
  SelectField,
  Stack,
  TextField,
} from "../web/kit.ts";
import { kindNames, kinds } from "./movement.ts";

interface Body {
  readonly id: number;
  readonly name: string;
}

interface NewMovementProps {
  frame: Frame;
  bodies: readonly Body[];
  copies: readonly { readonly id: number; readonly name: string; readonly fromYear: number }[];
  year: number;
  state: FormState;
  /** Which of the two forms came back. */
  copying: boolean;
  formKey: string;
  copyKey: string;
  savedAt?: string | undefined;
}

/** A launch from nothing, from last year's, or from a paper. */
export function NewMovementView(props: NewMovementProps) {
  const { state, copying } = props;
  const blank: FormState = { errors: {}, typed: {} };
  return (
    <Page
      frame={props.frame}
      title="Soạn phong trào mới"
      failed={Object.keys(state.errors).length > 0}
      crumbs={[{ label: "Phong trào", href: "/phong-trao" }, { label: "Soạn mới" }]}
    >
      <Stack>
        <ErrorSummary errors={state.errors} />
        <Columns even>
          <Card title="Soạn từ đầu">
            <ActionForm
              action="/phong-trao/moi"
              formKey={props.formKey}
              draftAddress="/phong-trao/moi/ban-nhap"
              savedAt={props.savedAt}
            >
              <IdentityFields state={copying ? blank : state} bodies={props.bodies} year={props.year} />
              <Actions>
                <Button>Lập dự thảo</Button>
                <ButtonLink href="/phong-trao" kind="secondary">
                  Quay lại
                </ButtonLink>
              </Actions>
            </ActionForm>
          </Card>
          <Stack>
            <Card
              title="Lập theo phong trào năm trước"
              lead="Ngày được dời theo năm; ngày không có thật sẽ được chỉ ra."
            >
              {props.copies.length === 0 ? (
                <EmptyState title="Chưa có phong trào nào để lập theo" />
              ) : (
                <ActionForm action="/phong-trao/moi/tu-nam-truoc" formKey={props.copyKey}>
                  <RadioField
                    {...shown(copying ? state : blank, "movement", `${props.copies[0]?.id ?? ""}`)}
                    label="Theo phong trào"
                    choices={props.copies.map((copy) => ({ value: `${copy.id}`, label: copy.name }))}
                  />
                  <NumberField {...shown(copying ? state : blank, "year", `${props.year}`)} label="Cho năm" />
                  <Button kind="secondary">Lập dự thảo theo phong trào này</Button>
                </ActionForm>
              )}
            </Card>
            <Card title="Đã có văn bản phát động">
              <p>
                Tải quyết định, kế hoạch hoặc lời phát động lên; chương trình đọc và đề nghị từng mục để rà
                soát.
              </p>
              <Actions>
                <ButtonLink href="/phong-trao/nhap" kind="secondary">
                  Nhập văn bản phát động…
                </ButtonLink>
              </Actions>
            </Card>
          </Stack>
        </Columns>
      </Stack>
    </Page>
  );
}

interface IdentityFieldsProps {
  state: FormState;
  /** Left out where the body is settled. */
  bodies?: readonly Body[] | undefined;
  year: number;
  name?: string | undefined;
}

/** What names a movement: launcher, kind, name, years. */
export function IdentityFields({ state, bodies, year, name }: IdentityFieldsProps) {
  return (
    <>
      {bodies && <BodyField state={state} bodies={bodies} name="launcher" />}
      <SelectField
        {...shown(state, "kind", "regular")}
        label="Loại phong trào"
        prompt={null}
        choices={kinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
      />
      <TextField
        {...shown(state, "name", name)}
        label="Tên phong trào"
        hint={`Ví dụ: Phong trào thi đua ngành Tư pháp năm ${year}`}
      />
      <NumberField {...shown(state, "fromYear", `${year}`)} label="Từ năm" />
      <NumberField
        {...shown(state, "toYear", `${year}`)}
        label="Đến năm"
        hint="Cùng năm nếu là phong trào một năm"
      />
    </>
  );
}

/** The body that launches: one is settled, several are chosen from. */
export const BodyField = ({
  state,
  bodies,
  name,
}: {
  state: FormState;
  bodies: readonly Body[];
  name: string;
}) =>
  bodies.length === 1 ? (
    <>
      <input type="hidden" name={name} value={`${bodies[0]?.id}`} />
      <p>
        <b>Cơ quan phát động:</b> {bodies[0]?.name}
      </p>
    </>
  ) : (
    <SelectField
      {...shown(state, name, `${bodies[0]?.id ?? ""}`)}
      label="Cơ quan phát động"
      prompt={null}
      choices={bodies.map((body) => ({ value: `${body.id}`, label: body.name }))}
    />
  );
