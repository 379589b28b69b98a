import { type PickFormState, shownPick } from "../org/pick.form.ts";
import { writeDay } from "../platform/day.ts";
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
  PersonPicker,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  UnitPicker,
} from "../web/kit.ts";
import type { SeenCouncil } from "./council.may.ts";
import { councilKindNames } from "./council.ts";
import { type Membership, roleNames, roles } from "./member.ts";
import { tieNames, usualRules, type WorkingRules, writeShare } from "./rules.ts";

interface FormPageProps {
  frame: Frame;
  state: PickFormState;
  formKey: string;
}

const failed = (state: FormState): boolean => Object.keys(state.errors).length > 0;

export const crumbsTo = (council: { id: number; name: string }, label: string) => [
  { label: "Hội đồng", href: "/hoi-dong" },
  { label: council.name, href: `/hoi-dong/${council.id}` },
  { label },
];

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const PaperFields = ({ state }: { state: FormState }) => (
  <>
    <TextField
      {...shown(state, "paperSymbol")}
      label="Số, ký hiệu quyết định"
      hint="Ví dụ 415/QĐ-BTP"
      width="medium"
    />
    <DayField {...shown(state, "paperDay")} label="Ngày quyết định" />
  </>
);

export const FoundPage = ({ frame, state, formKey }: FormPageProps) => (
  <Page
    frame={frame}
    title="Thành lập Hội đồng"
    failed={failed(state)}
    crumbs={[{ label: "Hội đồng", href: "/hoi-dong" }, { label: "Thành lập" }]}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action="/hoi-dong/moi" formKey={formKey} guard>
        <UnitPicker
          {...shownPick(state, "body")}
          label="Cơ quan, đơn vị có Hội đồng"
          hint="Người đứng đầu nơi này quyết định thành lập; Thường trực nơi này chuẩn bị giấy tờ."
        />
        <RadioField
          name="kind"
          label="Loại Hội đồng"
          error={state.errors.kind}
          value={state.typed.kind?.[0]}
          choices={choicesOf(councilKindNames)}
        />
        <TextField
          {...shown(state, "name")}
          label="Tên Hội đồng"
          hint="Ví dụ Hội đồng Thi đua - Khen thưởng Sở Tư pháp tỉnh Điện Biên"
        />
        <PaperFields state={state} />
        <DayField {...shown(state, "foundedOn")} label="Hoạt động từ ngày" />
        <Actions>
          <Button>Thành lập Hội đồng</Button>
          <ButtonLink href="/hoi-dong" kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

export const SeatPage = ({ frame, council, state, formKey }: FormPageProps & { council: SeenCouncil }) => (
  <Page
    frame={frame}
    title="Thêm thành viên Hội đồng"
    failed={failed(state)}
    crumbs={crumbsTo(council, "Thêm thành viên")}
    lead="Chủ tịch, Phó Chủ tịch và ủy viên bỏ phiếu. Thư ký và tổ giúp việc chỉ bỏ phiếu khi đồng thời là ủy viên; khi đó ghi hai dòng."
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`/hoi-dong/${council.id}/thanh-vien/moi`} formKey={formKey} guard>
        <PersonPicker {...shownPick(state, "person")} label="Người" />
        <SelectField
          {...shown(state, "role")}
          label="Vai trò"
          choices={roles.map((role) => ({ value: role, label: roleNames[role] }))}
        />
        <DayField {...shown(state, "from")} label="Từ ngày" />
        <PaperFields state={state} />
        <Actions>
          <Button>Thêm thành viên</Button>
          <ButtonLink href={`/hoi-dong/${council.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

interface LeavePageProps extends FormPageProps {
  council: SeenCouncil;
  member: Membership;
}

export const LeavePage = ({ frame, council, member, state, formKey }: LeavePageProps) => (
  <Page
    frame={frame}
    title={`${member.personName} thôi tham gia Hội đồng`}
    failed={failed(state)}
    crumbs={crumbsTo(council, "Thôi tham gia")}
    lead={`${roleNames[member.role]} từ ${writeDay(member.validity.from!)}. Những phiên đã họp và phiếu đã bỏ giữ nguyên.`}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`/hoi-dong/${council.id}/thanh-vien/${member.id}/thoi`} formKey={formKey} guard>
        <DayField {...shown(state, "on")} label="Thôi từ ngày" hint="Ngày đầu tiên không còn là thành viên" />
        <TextField {...shown(state, "endSymbol")} label="Số, ký hiệu quyết định" width="medium" />
        <Actions>
          <Button>Ghi việc thôi tham gia</Button>
          <ButtonLink href={`/hoi-dong/${council.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

interface RulesPageProps extends FormPageProps {
  council: SeenCouncil;
  before: WorkingRules | null;
}

export function RulesPage({ frame, council, before, state, formKey }: RulesPageProps) {
  const stored = before ?? usualRules;
  const isFresh = Object.keys(state.typed).length === 0;
  const box = (name: string, value: boolean) => ({
    name,
    checked: isFresh ? value : state.typed[name] !== undefined,
  });
  return (
    <Page
      frame={frame}
      title="Quy chế làm việc của Hội đồng"
      failed={failed(state)}
      crumbs={crumbsTo(council, "Quy chế làm việc")}
      lead="Mỗi lần ban hành là một bản mới, áp dụng từ ngày ghi ở đây; bản trước vẫn còn cho những phiên đã họp."
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={`/hoi-dong/${council.id}/quy-che/moi`} formKey={formKey} guard>
          <PaperFields state={state} />
          <DayField {...shown(state, "fromDay")} label="Áp dụng từ ngày" />
          <TextField
            {...shown(state, "quorum", writeShare(stored.quorum))}
            label="Họp khi có ít nhất"
            hint="Phần của tổng số thành viên, ghi như 2/3 hoặc 80 %"
            width="short"
          />
          <TextField
            {...shown(state, "awardQuorum", writeShare(stored.awardQuorum))}
            label="Khi xét khen thưởng, họp khi có ít nhất"
            width="short"
          />
          <NumberField
            {...shown(state, "thresholdPercent", stored.thresholdPercent?.toString() ?? "")}
            label="Tỷ lệ đồng ý nơi luật không định"
            hint="Bỏ trống là quá nửa. Danh hiệu mà luật định tỷ lệ (90 %, 80 %) thì luôn theo luật của ngày họp."
            unit="% tổng số thành viên"
            optional
          />
          <RadioField
            name="secret"
            label="Cách bỏ phiếu"
            value={state.typed.secret?.[0] ?? (stored.secret ? "kin" : "cong-khai")}
            error={state.errors.secret}
            inline
            choices={[
              { value: "kin", label: "Bỏ phiếu kín" },
              { value: "cong-khai", label: "Biểu quyết công khai" },
            ]}
          />
          <RadioField
            name="tie"
            label="Khi số phiếu bằng nhau"
            value={state.typed.tie?.[0] ?? stored.tie}
            error={state.errors.tie}
            choices={choicesOf(tieNames)}
          />
          <Checkbox
            {...box("countsLetters", stored.countsLetters)}
            label="Tính phiếu xin ý kiến của thành viên vắng mặt"
          />
          <Checkbox
            {...box("closesKinship", stored.closesKinship)}
            label="Mục đóng với thành viên có quan hệ gia đình đã khai báo"
          />
          <Checkbox
            {...box("closesAuthorship", stored.closesAuthorship)}
            label="Mục sáng kiến đóng với thành viên là đồng tác giả"
          />
          <Checkbox
            {...box("closesOwnUnit", stored.closesOwnUnit)}
            label="Mục đóng với thành viên cùng đơn vị với người được xét"
            hint="Thường để trống, vì thành viên chính là thủ trưởng các đơn vị. Hồ sơ của chính mình thì luôn đóng."
          />
          <TextArea {...shown(state, "remarks", before?.remarks ?? "")} label="Ghi chú" optional rows={2} />
          <Actions>
            <Button>Ghi quy chế</Button>
            <ButtonLink href={`/hoi-dong/${council.id}`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}
