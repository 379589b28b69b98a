import type { Child } from "hono/jsx";
import { writeDay } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  ErrorSummary,
  FinalStep,
  type Frame,
  Notice,
  Page,
  SelectField,
  TextField,
  UnitPicker,
} from "../web/kit.ts";
import { type PickFormState, shownPick } from "./pick.form.ts";
import type { PostInRecord } from "./post.store.ts";
import { postKindNames } from "./post.ts";
import type { Unit } from "./unit.ts";
import { boxed, InstrumentFields, kindChoices, NamingFields } from "./unit-form.view.tsx";

interface ChangeViewProps {
  frame: Frame;
  unit: Unit;
  state: PickFormState;
  formKey: string;
}

interface ChangePageProps extends ChangeViewProps {
  title: string;
  noun: string;
  verb: string;
  lead?: string;
  children?: Child;
}

function ChangePage({ frame, unit, state, formKey, title, noun, verb, lead, children }: ChangePageProps) {
  return (
    <Page
      frame={frame}
      title={title}
      lead={lead ?? unit.name}
      crumbs={[
        { label: "Tổ chức", href: "/to-chuc" },
        { label: unit.name, href: `/to-chuc/don-vi/${unit.id}` },
        { label: title },
      ]}
      failed={Object.keys(state.errors).length > 0}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={`/to-chuc/don-vi/${unit.id}/${noun}`} formKey={formKey} guard>
          {children}
          <Actions>
            <Button>{verb}</Button>
            <ButtonLink href={`/to-chuc/don-vi/${unit.id}`} kind="secondary">
              Thôi
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}

export const RenamingView = (props: ChangeViewProps) => (
  <ChangePage {...props} title="Đổi tên đơn vị" noun="doi-ten" verb="Ghi tên mới">
    <NamingFields state={props.state} unit={props.unit} />
    <InstrumentFields state={props.state} />
  </ChangePage>
);

interface TransferViewProps extends ChangeViewProps {
  parent: Unit | null;
  guide: Unit | null;
}

export const TransferView = ({ parent, guide, ...props }: TransferViewProps) => (
  <ChangePage {...props} title="Điều chuyển đơn vị" noun="dieu-chuyen" verb="Điều chuyển">
    <UnitPicker
      {...shownPick(props.state, "parent", parent ? { id: `${parent.id}`, label: parent.name } : undefined)}
      label="Trực thuộc"
      optional
    />
    <UnitPicker
      {...shownPick(props.state, "guidedBy", guide ? { id: `${guide.id}`, label: guide.name } : undefined)}
      label="Do đơn vị nào hướng dẫn chuyên môn"
      optional
    />
    <InstrumentFields state={props.state} />
  </ChangePage>
);

export const MERGED_AT_ONCE = 4;

export const MergerView = (props: ChangeViewProps) => (
  <ChangePage
    {...props}
    title="Tiếp nhận đơn vị sáp nhập"
    noun="sap-nhap"
    verb="Xem trước những gì sẽ thay đổi"
    lead={`Các đơn vị dưới đây kết thúc và nhập vào ${props.unit.name}`}
  >
    {Array.from({ length: MERGED_AT_ONCE }, (_, index) => (
      <UnitPicker
        {...shownPick(props.state, `from.${index}`)}
        label={`Đơn vị được sáp nhập thứ ${index + 1}`}
        optional={index > 0}
      />
    ))}
    <InstrumentFields state={props.state} />
  </ChangePage>
);

export const DissolutionView = (props: ChangeViewProps) => (
  <ChangePage {...props} title="Giải thể đơn vị" noun="giai-the" verb="Giải thể">
    <Notice tone="info" title="Chỉ giải thể được khi không còn người và không còn đơn vị trực thuộc.">
      <p>Lịch sử, đăng ký và danh hiệu của đơn vị vẫn được giữ và tra cứu được.</p>
    </Notice>
    <InstrumentFields state={props.state} />
  </ChangePage>
);

export const PARTS_AT_ONCE = 3;

export const SplitView = (props: ChangeViewProps) => (
  <ChangePage {...props} title="Chia, tách đơn vị" noun="chia-tach" verb="Chia, tách">
    <Checkbox
      {...boxed(props.state, "goesOn")}
      label={`Tách: ${props.unit.name} vẫn tiếp tục hoạt động`}
      hint="Không chọn là chia: đơn vị kết thúc, người và đơn vị trực thuộc chuyển sang đơn vị mới thứ nhất rồi điều động tiếp."
    />
    {Array.from({ length: PARTS_AT_ONCE }, (_, index) => (
      <PartFields state={props.state} index={index} />
    ))}
    <InstrumentFields state={props.state} />
  </ChangePage>
);

const PartFields = ({ state, index }: { state: FormState; index: number }) => (
  <fieldset class="field field-group">
    <legend>Đơn vị mới thứ {index + 1}</legend>
    <TextField {...shown(state, `parts.${index}.name`)} label="Tên đơn vị" optional={index > 0} />
    <TextField {...shown(state, `parts.${index}.shortName`)} label="Tên viết tắt" width="medium" optional />
    <TextField
      {...shown(state, `parts.${index}.code`)}
      label="Mã đơn vị"
      width="medium"
      optional={index > 0}
    />
    <SelectField
      {...shown(state, `parts.${index}.kind`)}
      label="Loại đơn vị"
      choices={kindChoices}
      optional={index > 0}
    />
  </fieldset>
);

export interface MergerFacts {
  readonly from: readonly Unit[];
  readonly moved: readonly PostInRecord[];
  readonly ended: readonly PostInRecord[];
  readonly rehung: readonly Unit[];
  readonly openWork: readonly { unit: string; label: string; count: number }[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly on: string;
  readonly paper: string | null;
}

interface MergerPreviewProps {
  frame: Frame;
  unit: Unit;
  facts: MergerFacts;
  formKey: string;
}

/** What follows a merger, before anything is written. */
export function MergerPreview({ frame, unit, facts, formKey }: MergerPreviewProps) {
  const people = new Set(facts.moved.filter((post) => post.kind === "member").map((post) => post.person))
    .size;
  return (
    <Page
      frame={frame}
      title="Xem trước việc sáp nhập"
      lead={`Vào ${unit.name}, từ ngày ${facts.on}`}
      crumbs={[
        { label: "Tổ chức", href: "/to-chuc" },
        { label: unit.name, href: `/to-chuc/don-vi/${unit.id}` },
        { label: "Sáp nhập" },
      ]}
    >
      <FinalStep
        action={`/to-chuc/don-vi/${unit.id}/ban-sap-nhap`}
        formKey={formKey}
        effects={[
          `${facts.from.length} đơn vị kết thúc từ ngày ${facts.on}: ${facts.from.map((one) => one.name).join("; ")}.`,
          `${people} người chuyển sang ${unit.name}, giữ chức danh đang ghi.`,
          facts.ended.length === 0
            ? "Không có chức trách nào phải kết thúc."
            : `${facts.ended.length} chức trách kết thúc và cần cử lại: ${facts.ended.slice(0, SHOWN).map(writePost).join("; ")}${facts.ended.length > SHOWN ? "; …" : ""}.`,
          facts.rehung.length === 0
            ? "Không có đơn vị trực thuộc nào phải chuyển."
            : `${facts.rehung.length} đơn vị trực thuộc chuyển theo: ${facts.rehung.map((one) => one.name).join("; ")}.`,
          ...facts.openWork.map(
            (work) => `${work.unit}: ${work.count} ${work.label} còn dở, chuyển cho ${unit.name} xử lý tiếp.`,
          ),
        ]}
        touched={{
          label: "Người chuyển đơn vị",
          names: facts.moved
            .filter((post) => post.kind === "member")
            .map((post) => `${post.personName}, ${post.title}, ${post.unitName}`),
        }}
        basis={[{ label: facts.paper ?? "Chưa ghi văn bản sáp nhập" }]}
        afterwards="Thành tích, danh hiệu và chuỗi năm của các đơn vị được nối tiếp. Ghi nhầm thì sửa bằng một thay đổi mới, không xóa được."
        verb="Sáp nhập"
        backHref={`/to-chuc/don-vi/${unit.id}/sap-nhap`}
      >
        {Object.entries(facts.hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      </FinalStep>
    </Page>
  );
}

const SHOWN = 12;

const writePost = (post: PostInRecord): string =>
  `${postKindNames[post.kind]} ${post.unitName} (${post.personName})`;

export const paperText = (
  symbol: string | null,
  signed: Parameters<typeof writeDay>[0] | null,
): string | null =>
  symbol === null ? null : signed === null ? symbol : `${symbol} ngày ${writeDay(signed)}`;
