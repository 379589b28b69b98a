import { writeNumber } from "../platform/money.ts";
import type { Figure } from "../platform/offered.ts";
import { isRefusal } from "../platform/refusal.ts";
import { type FormState, shown, versionShown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  type Choice,
  ClosedAction,
  DayField,
  EmptyState,
  FinalStep,
  Lines,
  Notice,
  NumberField,
  SelectField,
  Tag,
  TextArea,
  TextField,
} from "../web/kit.ts";
import { type Commitment, writeCommitment } from "./commitment.ts";
import { mayRun, mayWriteFor, unitsWritten } from "./pledge.may.ts";
import { textIsOpen } from "./pledge.ts";
import { PledgePage, type PledgeProps, type Saving, StateTag, Words } from "./pledge-frame.view.tsx";
import type { Member } from "./signing.ts";

interface FormProps extends PledgeProps {
  state: FormState;
  formKey: string;
}

interface TextViewProps extends PledgeProps {
  commitments: readonly Commitment[];
  titles: readonly Choice[];
}

export function TextView(props: TextViewProps) {
  const { actor, pledge, commitments, counts } = props;
  const base = `/giao-uoc/${pledge.id}`;
  const runs = !isRefusal(mayRun(actor, pledge));
  const open = textIsOpen(pledge.state);
  return (
    <PledgePage
      {...props}
      side="text"
      title="Văn bản giao ước và cam kết"
      lead={
        <>
          {pledge.clusterName} · <StateTag state={pledge.state} />
        </>
      }
      actions={
        <>
          <ButtonLink href={`${base}/ban-in`} kind="secondary">
            Xem bản in
          </ButtonLink>
          {runs && open && (
            <ButtonLink href={`${base}/van-ban/soan`} kind="secondary">
              Soạn nội dung chung
            </ButtonLink>
          )}
          {open && unitsWritten(actor, pledge).length > 0 && (
            <ButtonLink href={`${base}/cam-ket/moi`}>Ghi cam kết</ButtonLink>
          )}
        </>
      }
    >
      {pledge.state === "signing" && <FallWarning signed={counts.signed} />}
      <Card title="Nội dung chung">
        {pledge.common ? (
          <Words text={pledge.common} />
        ) : (
          <EmptyState title="Chưa có nội dung chung">Trưởng, Phó Trưởng cụm soạn phần này.</EmptyState>
        )}
      </Card>
      {pledge.members.map((member) => (
        <MemberCard {...props} member={member} own={commitments.filter(({ unit }) => unit === member.unit)} />
      ))}
    </PledgePage>
  );
}

const FallWarning = ({ signed }: { signed: number }) => (
  <Notice tone="watch" title={signed > 0 ? `${signed} đơn vị đã ký văn bản này` : "Văn bản đã chốt để ký"}>
    <p>
      Sửa nội dung chung hay bất kỳ cam kết nào thì văn bản thành một bản mới; chữ ký trên bản cũ không còn
      giá trị, được giữ lại làm lịch sử, và mọi đơn vị được báo phần thay đổi để ký lại.
    </p>
  </Notice>
);

function MemberCard({
  actor,
  pledge,
  member,
  own,
  titles,
}: TextViewProps & { member: Member; own: readonly Commitment[] }) {
  const base = `/giao-uoc/${pledge.id}`;
  const writes = textIsOpen(pledge.state) && !isRefusal(mayWriteFor(actor, pledge, member.unit));
  const titleOf = (code: string | null) => titles.find(({ value }) => value === code)?.label;
  return (
    <Card
      title={member.name}
      tag={
        <Tag tone={own.length > 0 ? "plain" : "watch"}>
          {own.length > 0 ? `${own.length} cam kết` : "Chưa cam kết"}
        </Tag>
      }
      flush={own.length > 0}
    >
      {own.length === 0 ? (
        <p class="soft">Đơn vị chưa ghi cam kết.</p>
      ) : (
        <Lines
          lines={own.map((commitment) => ({
            main: writeCommitment(commitment),
            detail: titleOf(commitment.title) ? `Gắn với danh hiệu: ${titleOf(commitment.title)}` : undefined,
            end: writes ? (
              <>
                <a href={`${base}/cam-ket/${commitment.id}`}>
                  Sửa<span class="unseen"> cam kết {commitment.words}</span>
                </a>{" "}
                ·{" "}
                <a href={`${base}/cam-ket/${commitment.id}/bo`}>
                  Bỏ<span class="unseen"> cam kết {commitment.words}</span>
                </a>
              </>
            ) : undefined,
          }))}
        />
      )}
    </Card>
  );
}

/** The price of a change once somebody has signed: asked for only then. */
const ReasonField = ({ pledge, counts, state }: FormProps) =>
  pledge.state === "signing" && counts.signed > 0 ? (
    <>
      <FallWarning signed={counts.signed} />
      <TextField
        {...shown(state, "reason")}
        label="Lý do sửa văn bản đã có chữ ký"
        hint="Lý do được gửi đến tất cả các đơn vị và người đã ký"
      />
    </>
  ) : null;

export function CommonView(props: FormProps & { saving: Saving }) {
  const { pledge, state } = props;
  const base = `/giao-uoc/${pledge.id}`;
  return (
    <PledgePage {...props} side="text" title="Nội dung chung của giao ước" below="Nội dung chung">
      <Card>
        <ActionForm action={`${base}/van-ban/soan`} formKey={props.formKey} guard {...props.saving}>
          <input type="hidden" name="version" value={versionShown(state, pledge.version)} />
          <TextArea
            {...shown(state, "common", pledge.common)}
            label="Nội dung chung"
            hint="Các đơn vị thống nhất điều gì; mỗi điều một dòng. Cam kết riêng của từng đơn vị do đơn vị đó ghi."
            rows={14}
          />
          <ReasonField {...props} />
          <Actions>
            <Button>Lưu nội dung chung</Button>
            <ButtonLink href={`${base}/van-ban`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </PledgePage>
  );
}

/** Figures by name; one chosen earlier and offered no more stays to be seen. */
function figureChoices(figures: readonly Figure[], before: string | null): Choice[] {
  const choices = figures.map(({ code, label, measure }) => ({
    value: code,
    label: `${label} (${measure})`,
  }));
  return before === null || figures.some(({ code }) => code === before)
    ? choices
    : [...choices, { value: before, label: "Số liệu đã chọn trước đây, nay không còn" }];
}

interface PromiseViewProps extends FormProps {
  /** What the record tells of the unit's year. */
  figures: readonly Figure[];
  commitment: Commitment | null;
  units: readonly Member[];
  titles: readonly Choice[];
}

export function PromiseView(props: PromiseViewProps) {
  const { pledge, state, commitment, units } = props;
  const base = `/giao-uoc/${pledge.id}`;
  const target = commitment?.target ?? null;
  return (
    <PledgePage
      {...props}
      side="text"
      title={commitment ? "Sửa cam kết" : "Ghi cam kết"}
      below={commitment ? "Sửa cam kết" : "Ghi cam kết"}
    >
      <Card>
        <ActionForm
          action={commitment ? `${base}/cam-ket/${commitment.id}` : `${base}/cam-ket/moi`}
          formKey={props.formKey}
          guard
        >
          <input type="hidden" name="version" value={versionShown(state, commitment?.version ?? 0)} />
          <SelectField
            {...shown(state, "unit", units.length === 1 ? `${units[0]?.unit}` : "")}
            label="Đơn vị cam kết"
            choices={units.map(({ unit, name }) => ({ value: `${unit}`, label: name }))}
            prompt={units.length === 1 ? null : undefined}
          />
          <TextArea {...shown(state, "words", commitment?.words ?? "")} label="Nội dung cam kết" rows={3} />
          <NumberField
            {...shown(state, "target", target === null ? "" : writeNumber(target))}
            label="Số cam kết"
            decimal
            optional
          />
          <TextField
            {...shown(state, "measure", commitment?.measure ?? "")}
            label="Đơn vị tính"
            hint="Ví dụ %, văn bản, vụ việc; phải có khi đã ghi số"
            width="short"
            optional
          />
          <SelectField
            {...shown(state, "title", commitment?.title ?? "")}
            label="Gắn với danh hiệu phấn đấu"
            prompt="Không gắn"
            choices={props.titles}
            optional
          />
          <SelectField
            {...shown(state, "figure", commitment?.figure ?? "")}
            label="Đối chiếu bằng số liệu"
            hint="Cuối năm, số trên hệ thống hiện cạnh số đã cam kết; đơn vị tính lấy theo số liệu"
            prompt="Không gắn, tự ghi kết quả"
            choices={figureChoices(props.figures, commitment?.figure ?? null)}
            optional
          />
          <ReasonField {...props} />
          <Actions>
            <Button>Lưu cam kết</Button>
            <ButtonLink href={`${base}/van-ban`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </PledgePage>
  );
}

export function WithdrawView(props: FormProps & { commitment: Commitment }) {
  const { pledge, commitment } = props;
  const base = `/giao-uoc/${pledge.id}`;
  return (
    <PledgePage {...props} side="text" title="Bỏ cam kết" below="Bỏ cam kết">
      <Card title={commitment.unitName}>
        <p>{writeCommitment(commitment)}</p>
        <ActionForm action={`${base}/cam-ket/${commitment.id}/bo`} formKey={props.formKey}>
          <input type="hidden" name="version" value={versionShown(props.state, commitment.version)} />
          <ReasonField {...props} />
          <Actions>
            <Button>Bỏ cam kết này</Button>
            <ButtonLink href={`${base}/van-ban`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </PledgePage>
  );
}

export function OpenSigningView(props: FormProps & { silent: readonly Member[] }) {
  const { pledge, silent } = props;
  const base = `/giao-uoc/${pledge.id}`;
  if (silent.length > 0 || pledge.common === "")
    return (
      <PledgePage {...props} side="text" title="Chốt văn bản, mở ký giao ước" below="Mở ký">
        <Card title="Chưa chốt được văn bản">
          {pledge.common === "" && <p>Chưa có phần nội dung chung.</p>}
          {silent.length > 0 && <p>Chưa ghi cam kết: {silent.map(({ name }) => name).join("; ")}.</p>}
          <ClosedAction label="Mở ký" id="mo-ky" reason="Cần đủ nội dung chung và cam kết của mọi đơn vị." />
        </Card>
      </PledgePage>
    );
  return (
    <PledgePage {...props} side="text" title="Chốt văn bản, mở ký giao ước" below="Mở ký">
      <FinalStep
        action={`${base}/mo-ky`}
        formKey={props.formKey}
        effects={[
          "Văn bản giao ước gồm nội dung chung và mọi cam kết được chốt với mã băm SHA-256.",
          "Người đứng đầu từng đơn vị nhận thông báo, đọc và ký đúng văn bản đó.",
          "Sau chữ ký đầu tiên, mọi thay đổi làm các chữ ký đã có mất giá trị và phải ký lại.",
        ]}
        touched={{ label: "Mời ký", names: pledge.members.map(({ name }) => name) }}
        basis={[{ label: "Hội nghị cụm thông qua kế hoạch; các đơn vị thành viên ký giao ước thi đua" }]}
        afterwards="Chưa có gì phát hành ra ngoài cho đến khi mọi đơn vị đã ký."
        verb="Chốt văn bản, mở ký"
        backHref={`${base}/van-ban`}
      >
        <input type="hidden" name="version" value={versionShown(props.state, pledge.version)} />
        <DayField
          {...shown(props.state, "signBy")}
          label="Hạn ký"
          hint="Tính cả ngày này; đến hạn thì đơn vị chưa ký được nhắc"
          optional
        />
      </FinalStep>
    </PledgePage>
  );
}
