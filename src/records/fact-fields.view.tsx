import { type FormState, shown, shownList } from "../web/form.ts";
import {
  Checkbox,
  CheckboxesField,
  DayField,
  NumberField,
  RadioField,
  SelectField,
  TextField,
} from "../web/kit.ts";
import { type Awards, awardsFor } from "./award.ts";
import {
  disciplineNames,
  type Fact,
  type FactKind,
  gradeNames,
  matterNames,
  scopeNames,
  workNames,
} from "./fact.ts";
import type { Subject } from "./subject.store.ts";

interface FieldsProps {
  state: FormState;
  subject: Subject;
  kind: FactKind;
  awards: Awards;
  old: Fact | null;
  knowsRestricted: boolean;
  stored: Readonly<Record<string, string>>;
}

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const yesNo = [
  { value: "co", label: "Có" },
  { value: "khong", label: "Không" },
  { value: "", label: "Chưa rõ" },
];

/** The fields of each kind of fact. */
export function FactFields(props: FieldsProps) {
  const { kind, state, stored, awards, subject } = props;
  const field = (name: string) => shown(state, name, stored[name]);
  const year = <NumberField {...field("year")} label="Năm" />;
  switch (kind) {
    case "grade":
      return (
        <>
          {year}
          <RadioField {...field("grade")} label="Mức xếp loại" choices={choicesOf(gradeNames)} />
        </>
      );
    case "honour":
      return (
        <>
          <SelectField
            {...field("code")}
            label="Danh hiệu hoặc hình thức"
            choices={awardsFor(awards, subject.kind).map(({ code, name }) => ({ value: code, label: name }))}
          />
          <NumberField {...field("year")} label="Năm thành tích" hint="Của một giai đoạn thì ghi năm cuối." />
          <NumberField {...field("fromYear")} label="Năm đầu của giai đoạn" optional />
          {subject.kind === "person" && <Checkbox {...boxOf(props, "posthumous")} label="Truy tặng" />}
        </>
      );
    case "initiative":
      return <InitiativeFields {...props} />;
    case "discipline":
      return (
        <>
          <RadioField {...field("form")} label="Hình thức kỷ luật" choices={choicesOf(disciplineNames)} />
          <DayField {...field("fromDay")} label="Có hiệu lực từ ngày" />
          <DayField {...field("toDay")} label="Hết hiệu lực từ ngày" optional />
        </>
      );
    case "pending":
      return (
        <>
          <RadioField {...field("matter")} label="Vụ việc" choices={choicesOf(matterNames)} />
          <DayField {...field("since")} label="Từ ngày" />
          <DayField {...field("endedOn")} label="Kết thúc ngày" optional />
          <RadioField
            {...field("cleared")}
            label="Kết luận không vi phạm"
            hint="Chỉ chọn có hoặc không khi đã kết thúc."
            choices={yesNo}
            inline
          />
        </>
      );
    case "absence":
      return (
        <>
          {year}
          <NumberField {...field("days")} label="Số ngày nghỉ" unit="ngày" />
          <Checkbox
            {...boxOf(props, "countsAsWork")}
            label="Được tính là thời gian công tác"
            hint="Nghỉ thai sản; điều trị do bị thương khi chiến đấu, cứu người, cứu tài sản."
          />
        </>
      );
    case "service":
      return <DayField {...field("fromDay")} label="Bắt đầu công tác từ ngày" />;
    case "collective":
      return <CollectiveFields {...props} />;
  }
}

function InitiativeFields({ state, stored, subject, awards, old }: FieldsProps) {
  const field = (name: string) => shown(state, name, stored[name]);
  const used = old?.kind === "initiative" ? old.usedFor : [];
  return (
    <>
      <TextField {...field("title")} label="Tên sáng kiến, đề tài" />
      <RadioField {...field("work")} label="Loại" choices={choicesOf(workNames)} />
      <NumberField {...field("year")} label="Năm" />
      <RadioField {...field("scope")} label="Phạm vi ảnh hưởng" choices={choicesOf(scopeNames)} />
      <RadioField {...field("recognised")} label="Đã được công nhận, nghiệm thu" choices={yesNo} inline />
      <CheckboxesField
        {...shownList(state, "usedFor", used)}
        label="Đã dùng để xét"
        hint="Một sáng kiến dùng một lần để đề nghị (Công văn 5007/BNV-TĐKT năm 2023)."
        choices={awardsFor(awards, subject.kind).map(({ code, shortName }) => ({
          value: code,
          label: shortName,
        }))}
        optional
        inline
      />
    </>
  );
}

function CollectiveFields({ state, stored, knowsRestricted }: FieldsProps) {
  const field = (name: string) => shown(state, name, stored[name]);
  return (
    <>
      <NumberField {...field("year")} label="Năm" />
      <NumberField {...field("total")} label="Tổng số cá nhân" unit="người" optional />
      <NumberField {...field("completed")} label="Hoàn thành nhiệm vụ trở lên" unit="người" optional />
      <NumberField {...field("advancedWorkers")} label="Đạt Lao động tiên tiến" unit="người" optional />
      <NumberField
        {...field("grassrootsFighters")}
        label="Đạt Chiến sĩ thi đua cơ sở"
        unit="người"
        optional
      />
      {knowsRestricted && (
        <NumberField
          {...field("warnedOrWorse")}
          label="Bị kỷ luật từ cảnh cáo trở lên"
          unit="người"
          optional
        />
      )}
      <NumberField {...field("women")} label="Nữ" unit="người" optional />
      <RadioField {...field("targetsExceeded")} label="Vượt các chỉ tiêu được giao" choices={yesNo} inline />
      <RadioField
        {...field("cleanBodies")}
        label="Tổ chức Đảng, đoàn thể trong sạch, vững mạnh"
        choices={yesNo}
        inline
      />
      <RadioField {...field("clusterVoted")} label="Được cụm, khối suy tôn" choices={yesNo} inline />
      <NumberField {...field("clusterRank")} label="Xếp thứ trong cụm, khối" optional />
    </>
  );
}

/** A box once sent stands as sent; an absent name then means that it is not ticked. */
const boxOf = ({ state, stored }: FieldsProps, name: string) => ({
  name,
  checked: Object.keys(state.typed).length > 0 ? name in state.typed : stored[name] === "co",
  error: state.errors[name],
});
