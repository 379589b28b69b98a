import { writeDay } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import { type FormState, shown } from "../web/form.ts";
import { DayField, NumberField, RadioField, TextArea, TextField } from "../web/kit.ts";
import { directionOf } from "./coverage.ts";
import type { NewPlanItem } from "./unit-plan.ts";

interface ItemFieldsProps {
  kind: NewPlanItem["kind"];
  state: FormState;
  /** What stands now, or what the launch says; null for an empty form. */
  item: NewPlanItem | null;
  /** The unit chooses the heading itself: only for what is its own. */
  withGrouping?: boolean | undefined;
}

/** What was chosen beside the words; empty where the words say the same. */
const directionTyped = (item: NewPlanItem | null): string =>
  item === null ||
  item.direction === null ||
  item.direction === directionOf(`${item.words} ${item.measure ?? ""}`)
    ? ""
    : item.direction === "at-most"
      ? "khong-qua"
      : "it-nhat";

/** The fields of one content, target or deadline of the unit's plan. */
export function ItemFields({ kind, state, item, withGrouping }: ItemFieldsProps) {
  const deadline = item?.deadline ?? null;
  return (
    <>
      <TextArea
        {...shown(state, "words", item?.words)}
        label={kind === "deadline" ? "Việc phải làm" : kind === "target" ? "Chỉ tiêu" : "Nội dung"}
        rows={3}
      />
      {kind === "content" && (
        <>
          {withGrouping && (
            <TextField
              {...shown(state, "grouping", item?.grouping ?? "")}
              label="Thuộc đề mục"
              hint="Để trống nếu là một đề mục riêng"
              optional
            />
          )}
          <TextField
            {...shown(state, "responsible", item?.responsible ?? "")}
            label="Nơi chủ trì thực hiện"
            hint="Ví dụ Phòng Hộ tịch - Quốc tịch"
            optional
          />
        </>
      )}
      {kind === "target" && (
        <>
          <NumberField
            {...shown(state, "value", item?.value == null ? "" : writeNumber(item.value))}
            label="Mức"
            decimal
            optional
          />
          <TextField
            {...shown(state, "valueUnit", item?.valueUnit ?? "")}
            label="Đơn vị tính"
            hint="Ví dụ %, mô hình, hồ sơ"
            width="short"
            optional
          />
          <RadioField
            name="direction"
            label="Mức này là"
            error={state.errors.direction}
            value={state.typed.direction?.[0] ?? directionTyped(item)}
            inline
            choices={[
              { value: "", label: "Theo lời văn của chỉ tiêu" },
              { value: "it-nhat", label: "Ít nhất" },
              { value: "khong-qua", label: "Không quá" },
            ]}
          />
          <TextField {...shown(state, "base", item?.base ?? "")} label="Trên tổng số" optional />
          <TextField {...shown(state, "measure", item?.measure ?? "")} label="Cách đo" optional />
        </>
      )}
      {kind === "deadline" && (
        <>
          <DayField
            {...shown(state, "day", deadline?.day ? writeDay(deadline.day) : "")}
            label="Ngày"
            optional
          />
          <RadioField
            name="inclusive"
            label="Tính cả ngày này"
            error={state.errors.inclusive}
            value={state.typed.inclusive?.[0] ?? (deadline && !deadline.inclusive ? "khong" : "co")}
            inline
            choices={[
              { value: "co", label: "Có (chậm nhất ngày…)" },
              { value: "khong", label: "Không (trước ngày…)" },
            ]}
          />
          <TextField
            {...shown(state, "event", deadline?.day === null ? deadline.wording : "")}
            label="Hoặc gắn với sự kiện"
            hint="Ví dụ cùng với báo cáo tổng kết năm; dùng khi chưa có ngày"
            optional
          />
        </>
      )}
    </>
  );
}
