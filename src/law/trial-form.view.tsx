import { type Day, writeDay, yearOf } from "../platform/day.ts";
import { capitalise } from "../platform/vietnamese.ts";
import { type FormState, shown, shownList } from "../web/form.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  CheckboxesField,
  Columns,
  DayField,
  ErrorSummary,
  type Frame,
  NumberField,
  Page,
  RadioField,
  SelectField,
  Stack,
} from "../web/kit.ts";
import { catalogue, subjectKinds, subjectNames } from "./catalogue.ts";
import {
  bases,
  basisNames,
  type DisciplineForm,
  disciplineForms,
  gradeNames,
  grades,
  type Pending,
  pendingMatters,
  scopeNames,
  scopes,
} from "./facts.ts";
import { rowsShown } from "./trial.form.ts";

const disciplineNames: Readonly<Record<DisciplineForm, string>> = {
  reprimand: "Khiển trách",
  warning: "Cảnh cáo",
  demotion: "Giáng chức, cách chức",
  dismissal: "Buộc thôi việc",
};

const pendingNames: Readonly<Record<Pending, string>> = {
  disciplineReview: "Đang xem xét kỷ luật",
  investigation: "Đang bị điều tra, thanh tra, kiểm tra",
  complaint: "Có khiếu nại, tố cáo đang xác minh",
  press: "Báo chí nêu đang xác minh",
};

interface TrialFormViewProps {
  frame: Frame;
  state: FormState;
  today: Day;
}

/** A case filled in field by field; what is left empty stays unknown. */
export function TrialFormView({ frame, state, today }: TrialFormViewProps) {
  const year = yearOf(today) - 1;
  return (
    <Page
      frame={frame}
      title="Điền một trường hợp"
      failed={Object.keys(state.errors).length > 0}
      crumbs={[
        { label: "Pháp luật", href: "/phap-luat" },
        { label: "Xét thử", href: "/phap-luat/thu" },
        { label: "Điền" },
      ]}
      lead="Mục nào để trống thì điều kiện cần mục đó là “chưa rõ”, không phải “không đạt”. Không lưu gì cả."
    >
      <ErrorSummary errors={state.errors} title="Chưa xét được" />
      <form class="form" method="get" action="/phap-luat/thu/dien" novalidate>
        <input type="hidden" name="xet" value="co" />
        <Columns even>
          <Stack>
            <AskedCard state={state} year={year} today={today} />
            <YearsCard state={state} year={year} />
            <SaidCard state={state} />
          </Stack>
          <Stack>
            <HeldCard state={state} />
            <PersonCard state={state} />
            <CollectiveCard state={state} />
          </Stack>
        </Columns>
        <Actions>
          <Button>Xét</Button>
          <ButtonLink href="/phap-luat/thu" kind="secondary">
            Dán trường hợp
          </ButtonLink>
        </Actions>
      </form>
    </Page>
  );
}

interface PartProps {
  state: FormState;
}

const AskedCard = ({ state, year, today }: PartProps & { year: number; today: Day }) => (
  <Card title="Xét gì">
    <SelectField
      {...shown(state, "ask", "GRASSROOTS_EMULATION_FIGHTER")}
      label="Danh hiệu, hình thức"
      choices={catalogue.map(({ code, name }) => ({ value: code, label: name }))}
    />
    <RadioField
      {...shown(state, "kind", "individual")}
      label="Đối tượng"
      inline
      choices={subjectKinds.map((kind) => ({ value: kind, label: capitalise(subjectNames[kind]) }))}
    />
    <SelectField
      {...shown(state, "basis", "merit")}
      label="Căn cứ xét"
      prompt={null}
      choices={bases.map((basis) => ({ value: basis, label: capitalise(basisNames[basis]) }))}
    />
    <NumberField {...shown(state, "year", `${year}`)} label="Năm thành tích" />
    <DayField {...shown(state, "receivedOn", writeDay(today))} label="Ngày cơ quan thẩm định nhận hồ sơ" />
    <Checkbox
      name="moreFavourable"
      label="Đề nghị áp dụng quy định mới nếu có lợi hơn"
      checked={state.typed.moreFavourable !== undefined}
    />
  </Card>
);

const indexes = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const YearsCard = ({ state, year }: PartProps & { year: number }) => (
  <Card title="Xếp loại theo năm">
    {indexes(rowsShown.grades).map((index) => (
      <Columns even>
        <NumberField
          {...shown(state, `grades.${index}.year`, `${year - index}`)}
          label={`Năm thứ ${index + 1}`}
          optional
        />
        <SelectField
          {...shown(state, `grades.${index}.grade`)}
          label={`Xếp loại năm thứ ${index + 1}`}
          prompt="Chưa rõ"
          optional
          choices={grades
            .toReversed()
            .map((grade) => ({ value: grade, label: capitalise(gradeNames[grade]) }))}
        />
      </Columns>
    ))}
  </Card>
);

const HeldCard = ({ state }: PartProps) => (
  <Card title="Đã được tặng, sáng kiến">
    {indexes(rowsShown.honours).map((index) => (
      <Columns even>
        <SelectField
          {...shown(state, `honours.${index}.code`)}
          label={`Danh hiệu, hình thức thứ ${index + 1}`}
          prompt="Không"
          optional
          choices={catalogue.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <NumberField {...shown(state, `honours.${index}.year`)} label={`Năm của thứ ${index + 1}`} optional />
      </Columns>
    ))}
    <Checkbox
      name="honoursAll"
      label="Đã kê đủ danh hiệu, hình thức"
      checked={state.typed.honoursAll !== undefined}
    />
    {indexes(rowsShown.initiatives).map((index) => (
      <Columns even>
        <SelectField
          {...shown(state, `initiatives.${index}.scope`)}
          label={`Sáng kiến thứ ${index + 1}, phạm vi`}
          prompt="Không"
          optional
          choices={scopes.map((scope) => ({ value: scope, label: capitalise(scopeNames[scope]) }))}
        />
        <NumberField
          {...shown(state, `initiatives.${index}.year`)}
          label={`Năm công nhận sáng kiến thứ ${index + 1}`}
          optional
        />
      </Columns>
    ))}
    <Checkbox
      name="initiativesAll"
      label="Đã kê đủ sáng kiến"
      checked={state.typed.initiativesAll !== undefined}
    />
  </Card>
);

const saidLabels = {
  registered: "Đã đăng ký thi đua",
  reviewed: "Bình xét xác nhận các tiêu chuẩn chung",
  targetsExceeded: "Vượt mức các chỉ tiêu",
  cleanBodies: "Đảng, đoàn thể trong sạch, vững mạnh",
  clusterVoted: "Được cụm, khối suy tôn",
} as const;

const SaidField = ({ state, name }: PartProps & { name: keyof typeof saidLabels }) => (
  <RadioField
    {...shown(state, name, "")}
    label={saidLabels[name]}
    inline
    choices={[
      { value: "co", label: "Có" },
      { value: "khong", label: "Không" },
      { value: "", label: "Chưa rõ" },
    ]}
  />
);

const SaidCard = ({ state }: PartProps) => (
  <Card title="Đăng ký, bình xét">
    <SaidField state={state} name="registered" />
    <SaidField state={state} name="reviewed" />
  </Card>
);

const PersonCard = ({ state }: PartProps) => (
  <Card title="Cá nhân, vi phạm">
    <NumberField
      {...shown(state, "tenureMonths")}
      label="Thời gian công tác tại đơn vị"
      unit="tháng"
      optional
    />
    <NumberField {...shown(state, "absenceDays")} label="Nghỉ trong năm" unit="ngày" optional />
    <NumberField
      {...shown(state, "quotaBase")}
      label="Số đạt Lao động tiên tiến của đơn vị"
      unit="người"
      optional
    />
    <NumberField {...shown(state, "quotaAlready")} label="Đã đề nghị danh hiệu này" unit="người" optional />
    <SelectField
      {...shown(state, "discipline.form")}
      label="Kỷ luật"
      prompt="Không kê"
      optional
      choices={disciplineForms.map((form) => ({ value: form, label: disciplineNames[form] }))}
    />
    <DayField {...shown(state, "discipline.from")} label="Kỷ luật từ ngày" optional />
    <DayField {...shown(state, "discipline.to")} label="Hết thời hạn kỷ luật từ ngày" optional />
    <Checkbox
      name="disciplineNone"
      label="Ngoài ra không bị kỷ luật"
      checked={state.typed.disciplineNone !== undefined}
    />
    <CheckboxesField
      {...shownList(state, "pending")}
      label="Việc đang xem xét"
      optional
      choices={pendingMatters.map((matter) => ({ value: matter, label: pendingNames[matter] }))}
    />
    <Checkbox
      name="pendingNone"
      label="Ngoài ra không có việc nào"
      checked={state.typed.pendingNone !== undefined}
    />
  </Card>
);

const CollectiveCard = ({ state }: PartProps) => (
  <Card title="Tập thể">
    <NumberField {...shown(state, "existsMonths")} label="Đã thành lập" unit="tháng" optional />
    <NumberField {...shown(state, "members.total")} label="Tổng số thành viên" unit="người" optional />
    <NumberField
      {...shown(state, "members.completed")}
      label="Hoàn thành nhiệm vụ trở lên"
      unit="người"
      optional
    />
    <NumberField
      {...shown(state, "members.advancedWorkers")}
      label="Đạt Lao động tiên tiến"
      unit="người"
      optional
    />
    <NumberField
      {...shown(state, "members.grassrootsFighters")}
      label="Đạt Chiến sĩ thi đua cơ sở"
      unit="người"
      optional
    />
    <NumberField
      {...shown(state, "members.warnedOrWorse")}
      label="Bị kỷ luật từ cảnh cáo trở lên"
      unit="người"
      optional
    />
    <SaidField state={state} name="targetsExceeded" />
    <SaidField state={state} name="cleanBodies" />
    <SaidField state={state} name="clusterVoted" />
    <NumberField {...shown(state, "clusterRank")} label="Xếp thứ trong cụm, khối" optional />
  </Card>
);
