import { writeDay } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  DayField,
  ErrorSummary,
  NumberField,
  Page,
  RadioField,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from "../web/kit.ts";
import { countingNames, directionNames, measureNames, rhythmNames, type Target } from "./target.ts";
import { sources, TYPED } from "./target-source.ts";

interface NewProps {
  frame: Frame;
  owners: readonly { readonly id: number; readonly name: string }[];
  movements: readonly { readonly id: number; readonly name: string; readonly year: number }[];
  state: FormState;
  formKey: string;
}

/** A new target, from nothing or from what a movement's plan says. */
export function NewTargetPage({ frame, owners, movements, state, formKey }: NewProps) {
  const taken = state.typed.takenWords?.[0];
  return (
    <Page
      frame={frame}
      title="Lập chỉ tiêu"
      failed={Object.keys(state.errors).length > 0}
      crumbs={[{ label: "Theo dõi chỉ tiêu", href: "/theo-doi" }, { label: "Lập chỉ tiêu" }]}
      lead={taken ? `Theo kế hoạch phong trào: “${taken}”` : undefined}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action="/theo-doi/moi" formKey={formKey} guard>
          <SelectField
            {...shown(state, "owner", owners.length === 1 ? `${owners[0]!.id}` : "")}
            label="Đơn vị chủ trì"
            hint="Đơn vị chịu trách nhiệm về chỉ tiêu này; sau đó chia cho các đơn vị bên dưới"
            choices={owners.map(({ id, name }) => ({ value: `${id}`, label: name }))}
          />
          <SelectField
            {...shown(state, "movement")}
            label="Thuộc phong trào"
            prompt="Không gắn với phong trào nào"
            choices={movements.map(({ id, name }) => ({ value: `${id}`, label: name }))}
            optional
          />
          {taken && (
            <>
              <input type="hidden" name="movementPosition" value={state.typed.movementPosition?.[0]} />
              <input type="hidden" name="takenWords" value={taken} />
            </>
          )}
          <TargetFields state={state} stored={null} />
          <Actions>
            <Button>Lập chỉ tiêu</Button>
            <ButtonLink href="/theo-doi" kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}

interface ChangeProps {
  frame: Frame;
  target: Target;
  /** Values stand, so what they mean is fixed. */
  fixed: boolean;
  state: FormState;
  formKey: string;
}

export const ChangePage = ({ frame, target, fixed, state, formKey }: ChangeProps) => (
  <Page
    frame={frame}
    title="Sửa chỉ tiêu"
    failed={Object.keys(state.errors).length > 0}
    lead={target.ownerName}
    crumbs={[
      { label: "Theo dõi chỉ tiêu", href: "/theo-doi" },
      { label: target.name, href: `/theo-doi/chi-tieu/${target.id}` },
      { label: "Sửa" },
    ]}
  >
    <ErrorSummary errors={state.errors} />
    <Stack>
      <Card
        lead={
          fixed
            ? "Đã có số liệu: loại, đơn vị tính của số tiền, cách cộng, hai ngày và nhịp báo cáo không đổi được nữa."
            : undefined
        }
        title="Nội dung chỉ tiêu"
      >
        <ActionForm action={`/theo-doi/chi-tieu/${target.id}/sua`} formKey={formKey} guard>
          <input type="hidden" name="seen" value={state.typed.seen?.[0] ?? target.version} />
          <TargetFields state={state} stored={target} />
          <Actions>
            <Button>Lưu chỉ tiêu</Button>
            <ButtonLink href={`/theo-doi/chi-tieu/${target.id}`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
      <Card title="Bãi bỏ chỉ tiêu" lead="Số liệu đã nhập vẫn xem được; các đơn vị không phải báo cáo nữa.">
        <ActionForm action={`/theo-doi/chi-tieu/${target.id}/bai-bo`} formKey={`${formKey}-bo`}>
          <TextArea {...shown(state, "reason")} label="Lý do bãi bỏ" rows={2} />
          <Button kind="secondary">Bãi bỏ chỉ tiêu này</Button>
        </ActionForm>
      </Card>
    </Stack>
  </Page>
);

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const sourceChoices = [
  { value: TYPED, label: "Đơn vị nhập hoặc nạp từ bảng tính" },
  ...Object.entries(sources).map(([value, { name }]) => ({ value, label: `Tự tính: ${name}` })),
];

function TargetFields({ state, stored }: { state: FormState; stored: Target | null }) {
  return (
    <>
      <TextField {...shown(state, "name", stored?.name)} label="Tên chỉ tiêu" />
      <WhatFields state={state} stored={stored} />
      <SpanFields state={state} stored={stored} />
      <TextField
        {...shown(state, "paperSymbol", stored?.paperSymbol ?? "")}
        label="Số, ký hiệu văn bản giao"
        hint="Chương trình công tác được phê duyệt, ví dụ 252/QĐ-BTP"
        width="medium"
        optional
      />
      <DayField
        {...shown(state, "paperDay", stored?.paperDay ? writeDay(stored.paperDay) : "")}
        label="Ngày văn bản"
        optional
      />
      <TextField {...shown(state, "paperLink", stored?.paperLink ?? "")} label="Đường dẫn văn bản" optional />
    </>
  );
}

const typedNumber = (value: number | null | undefined): string => (value == null ? "" : writeNumber(value));

const WhatFields = ({ state, stored }: { state: FormState; stored: Target | null }) => (
  <>
    <RadioField
      {...shown(state, "measure", stored?.measure)}
      label="Loại chỉ tiêu"
      choices={choicesOf(measureNames)}
    />
    <TextField
      {...shown(state, "counted", stored?.counted)}
      label="Đơn vị tính"
      hint="Ví dụ vụ việc, văn bản, ngày, km. Số tiền: đồng, triệu đồng hoặc tỷ đồng. Tỷ lệ thì để trống"
      width="short"
      optional
    />
    <RadioField
      {...shown(state, "direction", stored?.direction)}
      label="Chiều"
      choices={choicesOf(directionNames)}
    />
    <NumberField
      {...shown(state, "base", typedNumber(stored?.base))}
      label="Mức gốc (năm trước)"
      hint="Để trống nếu chưa có; không nhập 0"
      decimal
      optional
    />
    <NumberField {...shown(state, "goal", typedNumber(stored?.goal))} label="Chỉ tiêu cả năm" decimal />
    <Checkbox
      name="beyond"
      label="Tỷ lệ có thể quá 100% (vượt mức)"
      checked={state.typed.year ? state.typed.beyond !== undefined : (stored?.beyond ?? false)}
    />
    <SelectField
      {...shown(state, "source", stored?.source)}
      label="Nguồn số liệu"
      choices={sourceChoices}
      prompt={null}
    />
  </>
);

const SpanFields = ({ state, stored }: { state: FormState; stored: Target | null }) => (
  <>
    <NumberField {...shown(state, "year", stored ? `${stored.year}` : "")} label="Năm công tác" />
    <DayField
      {...shown(state, "from", stored ? writeDay(stored.from) : "")}
      label="Từ ngày"
      hint="Cơ quan thi hành án dân sự: từ 01/10 năm trước đến 30/09"
    />
    <DayField {...shown(state, "to", stored ? writeDay(stored.to) : "")} label="Đến hết ngày" />
    <RadioField
      {...shown(state, "rhythm", stored?.rhythm)}
      label="Nhịp báo cáo"
      choices={choicesOf(rhythmNames)}
      inline
    />
    <NumberField
      {...shown(state, "reportDays", stored ? `${stored.reportDays}` : "")}
      label="Báo cáo chậm nhất sau khi hết kỳ"
      unit="ngày"
    />
    <RadioField
      {...shown(state, "counting", stored?.counting)}
      label="Cách cộng các kỳ"
      choices={choicesOf(countingNames)}
    />
  </>
);
