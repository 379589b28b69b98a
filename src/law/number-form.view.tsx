import { type Day, writeDay } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckAnswers,
  Checkbox,
  DayField,
  Diff,
  EmptyState,
  ErrorSummary,
  type Frame,
  Notice,
  NumberField,
  Page,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from "../web/kit.ts";
import { nameOf } from "./catalogue.ts";
import { Mark, spanWords } from "./mark.view.tsx";
import { keysOf, type NewNumber, nameOfKey, writeRow } from "./number.ts";
import type { Effects } from "./number-effects.ts";
import { type NumberKind, numberKindNames } from "./numbers.ts";

const crumbs = (label: string) => [
  { label: "Pháp luật", href: "/phap-luat" },
  { label: "Con số", href: "/phap-luat/con-so" },
  { label },
];

const units: Readonly<Record<NumberKind, string | undefined>> = {
  "base-salary": "đ",
  coefficient: undefined,
  threshold: "%",
  ratio: "%",
  deadline: "ngày làm việc",
};

interface NumberFormViewProps {
  frame: Frame;
  kind: NumberKind;
  state: FormState;
}

/** A number to be entered; it leads to what it would change before it counts. */
export function NumberFormView({ frame, kind, state }: NumberFormViewProps) {
  const corrects = state.typed.corrects?.[0] === "co";
  const title = `${corrects ? "Xác nhận, sửa" : "Nhập số mới"}: ${numberKindNames[kind].toLocaleLowerCase("vi")}`;
  return (
    <Page
      frame={frame}
      title={title}
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbs(corrects ? "Xác nhận, sửa" : "Nhập số mới")}
      lead="Bước sau cho xem số này làm thay đổi những gì; chưa có gì được lưu."
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <form class="form" method="get" action="/phap-luat/con-so/xem-truoc" novalidate>
          <input type="hidden" name="kind" value={kind} />
          {corrects && <input type="hidden" name="corrects" value="co" />}
          <SelectField
            {...shown(state, "of", keysOf(kind).length === 1 ? keysOf(kind)[0] : "")}
            label="Số này là của"
            choices={keysOf(kind).map((key) => ({ value: key, label: nameOfKey(kind, key) }))}
          />
          <NumberField
            {...shown(state, "value")}
            label={numberKindNames[kind]}
            unit={units[kind]}
            decimal={kind === "coefficient"}
            hint={kind === "coefficient" ? "Số lần mức lương cơ sở, ví dụ 1,5" : undefined}
          />
          {kind === "coefficient" && (
            <Checkbox
              name="ceiling"
              label="Văn bản chỉ quy định mức tối đa (không quá)"
              checked={state.typed.ceiling?.[0] !== undefined}
            />
          )}
          <DayField {...shown(state, "from")} label="Có hiệu lực từ ngày" hint="Ví dụ 01/07/2027" />
          <DayField
            {...shown(state, "to")}
            label="Hết hiệu lực từ ngày"
            hint="Ngày đầu tiên không còn áp dụng; để trống nếu chưa biết"
            optional
          />
          <TextField
            {...shown(state, "instrument")}
            label="Số, ký hiệu văn bản"
            hint="Ví dụ 161/2026/NĐ-CP"
            width="medium"
          />
          <TextField
            {...shown(state, "basis")}
            label="Căn cứ"
            hint="Ví dụ Nghị định 161/2026/NĐ-CP, Điều 3 khoản 2"
          />
          <Checkbox
            name="verified"
            label="Tôi đã đối chiếu số này với văn bản"
            checked={state.typed.verified?.[0] !== undefined}
          />
          <TextArea {...shown(state, "note")} label="Ghi chú" rows={2} optional />
          <Actions>
            <Button>Xem số này thay đổi gì</Button>
            <ButtonLink href={`/phap-luat/con-so?loai=${kind}`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </form>
      </Card>
    </Page>
  );
}

interface PreviewViewProps {
  frame: Frame;
  asked: NewNumber;
  effects: Effects;
  /** What the form sent, to be sent again or changed. */
  state: FormState;
  today: Day;
  formKey: string;
}

/** What a new number changes, before it counts. */
export function NumberPreviewView({ frame, asked, effects, state, today, formKey }: PreviewViewProps) {
  const query = new URLSearchParams(
    Object.entries(state.typed).flatMap(([name, values]) => values.map((value) => [name, value])),
  );
  return (
    <Page frame={frame} title="Số này thay đổi gì" crumbs={crumbs("Xem trước")} lead="Chưa có gì được lưu.">
      {asked.from < today && (
        <Notice tone="watch" title={`Ngày có hiệu lực ${writeDay(asked.from)} đã qua`}>
          <p>
            Những quyết định, kết luận đã ban hành giữ nguyên số đã dùng; chỉ việc tính từ nay về sau theo số
            này.
          </p>
        </Notice>
      )}
      <Stack>
        <Card title={asked.corrects ? "Xác nhận, sửa số" : "Số mới"}>
          <CheckAnswers
            answers={[
              { label: "Của", value: nameOfKey(asked.kind, asked.key) },
              { label: numberKindNames[asked.kind], value: writeRow(asked) },
              { label: "Áp dụng", value: spanWords(asked) },
              { label: "Văn bản", value: asked.instrument },
              { label: "Căn cứ", value: asked.basis },
              { label: "Đối chiếu", value: <Mark verified={asked.verified} /> },
            ]}
          />
          <ActionForm action="/phap-luat/con-so" formKey={formKey}>
            {Object.entries(state.typed).flatMap(([name, values]) =>
              values.map((value) => <input type="hidden" name={name} value={value} />),
            )}
            <Actions>
              <Button>{asked.corrects ? "Lưu bản xác nhận" : "Lưu số mới"}</Button>
              <ButtonLink href={`/phap-luat/con-so/moi?${query}`} kind="secondary">
                Sửa lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
        <Card title="Kết luận chịu ảnh hưởng">
          {effects.titles.length === 0 ? (
            <p>Không kết luận đủ điều kiện nào dựa vào số này.</p>
          ) : (
            <ul class="tree">
              {effects.titles.map((code) => (
                <li>
                  <a href={`/phap-luat/danh-hieu/${code}`}>{nameOf(code)}</a>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card title={effects.words} lead={`trước và sau, vào ngày ${writeDay(asked.from)}`} flush>
          {effects.changes.length === 0 ? (
            <EmptyState title="Không có gì thay đổi" />
          ) : (
            <Diff caption={effects.words} changes={effects.changes} />
          )}
        </Card>
      </Stack>
    </Page>
  );
}
