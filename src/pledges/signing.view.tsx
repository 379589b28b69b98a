import { writeDay } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  ClosedAction,
  DataTable,
  DayField,
  FinalStep,
  InstantText,
  type KeptFile,
  Lines,
  Notice,
  SelectField,
  Tag,
  TextDiff,
  TextField,
  Upload,
} from "../web/kit.ts";
import { postWords, whenSigned } from "./pledge.document.ts";
import { mayEnterPaper, mayRun, signingPost, unitsSigned } from "./pledge.may.ts";
import type { PledgeHistoryEntry } from "./pledge.store.ts";
import { PledgePage, type PledgeProps, Words } from "./pledge-frame.view.tsx";
import type { UnitHead } from "./roster.store.ts";
import { fallen, type Member, type PledgeText, type Signature, standing, unsigned } from "./signing.ts";

interface FormProps extends PledgeProps {
  state: FormState;
  formKey: string;
}

interface SignaturesProps extends PledgeProps {
  texts: readonly PledgeText[];
  signatures: readonly Signature[];
  heads: readonly UnitHead[];
  /** Members without accounts here. */
  offline: readonly number[];
  sealed: PledgeHistoryEntry | null;
  /** What was sealed was signed with the test authority's key. */
  trial: boolean;
}

export function SignaturesView(props: SignaturesProps) {
  const { actor, pledge, texts, signatures, sealed } = props;
  const latest = texts[0] ?? null;
  const base = `/giao-uoc/${pledge.id}`;
  const signs = pledge.state === "signing" && unitsSigned(actor, pledge).length > 0;
  const gone = fallen(signatures, latest);
  const complete = latest !== null && unsigned(pledge.members, signatures, latest).length === 0;
  return (
    <PledgePage
      {...props}
      side="signatures"
      title="Chữ ký giao ước"
      lead={`${pledge.clusterName}: đã ký ${props.counts.signed}/${pledge.members.length} đơn vị`}
      actions={
        <>
          <ButtonLink href={`${base}/ban-in`} kind="secondary">
            Bản in có chữ ký
          </ButtonLink>
          {pledge.state === "signing" && !isRefusal(mayEnterPaper(actor, pledge)) && (
            <ButtonLink href={`${base}/ky-giay`} kind="secondary">
              Nhập chữ ký bản giấy
            </ButtonLink>
          )}
          {complete && pledge.state === "signing" && !isRefusal(mayRun(actor, pledge)) && (
            <ButtonLink href={`${base}/phat-hanh`}>Ký số, phát hành</ButtonLink>
          )}
          {signs && <ButtonLink href={`${base}/ky`}>Đọc và ký</ButtonLink>}
        </>
      }
    >
      {sealed && (
        <Notice title="Giao ước đã được ký số và phát hành">
          <p>
            <a href={`${base}/giao-uoc-da-ky.pdf`} data-turbo="false">
              Tải bản PDF đã ký số
            </a>{" "}
            · <InstantText at={sealed.at} />
            {props.trial && " · khóa của CA thử nghiệm, không có giá trị pháp lý"}
          </p>
          <p class="small">
            SHA-256 của tệp: <code class="hash">{sealed.file}</code>
          </p>
        </Notice>
      )}
      {latest && (
        <Card
          title={`${pledge.state === "signed" ? "Văn bản đã ký" : "Văn bản đang ký"}: bản thứ ${latest.number}`}
        >
          <p>
            Chốt lúc <InstantText at={latest.at} />, {latest.actorName}.
            {pledge.signBy && ` Hạn ký: hết ngày ${writeDay(pledge.signBy)}.`}
          </p>
          <p class="small">
            Mã băm SHA-256 của văn bản: <code class="hash">{latest.hash}</code>
          </p>
        </Card>
      )}
      <Card title="Người đứng đầu các đơn vị" flush>
        <SignaturesTable {...props} latest={latest} />
      </Card>
      {gone.length > 0 && (
        <Card
          title="Chữ ký không còn giá trị"
          tag={<Tag tone="watch">{`${gone.length} chữ ký`}</Tag>}
          lead="Văn bản đã thay đổi sau khi ký; các chữ ký này được giữ làm lịch sử."
          flush
        >
          <Lines
            lines={gone.map((one) => ({
              main: `${one.signerName}, ${postWords(one)}`,
              detail: `${one.unitName} · ký bản thứ ${texts.find(({ id }) => id === one.text)?.number ?? "?"}, ${whenSigned(one)}`,
            }))}
          />
        </Card>
      )}
      {texts.length > 0 && (
        <Card title="Các bản văn bản đã chốt" flush>
          <Lines
            lines={texts.map((text) => ({
              main: <a href={`${base}/chu-ky/${text.number}`}>Bản thứ {text.number}</a>,
              detail: (
                <>
                  <InstantText at={text.at} />, {text.actorName}
                  {text.reason && ` · ${text.reason}`}
                </>
              ),
              end: `${signatures.filter((one) => one.text === text.id).length} chữ ký`,
            }))}
          />
        </Card>
      )}
    </PledgePage>
  );
}

function SignaturesTable({
  pledge,
  signatures,
  latest,
  heads,
  offline,
}: SignaturesProps & { latest: PledgeText | null }) {
  const of = new Map(standing(signatures, latest).map((one) => [one.unit, one]));
  const headOf = (unit: number) => heads.find((head) => head.unit === unit);
  return (
    <DataTable<Member>
      id="chu-ky"
      caption="Chữ ký của người đứng đầu các đơn vị thành viên"
      rows={pledge.members}
      rowKey={({ unit }) => `${unit}`}
      columns={[
        { key: "don-vi", label: "Đơn vị", head: true, cell: ({ name }) => name },
        {
          key: "nguoi",
          label: "Người ký, chức vụ",
          cell: ({ unit }) => {
            const signed = of.get(unit);
            if (signed) return `${signed.signerName}, ${postWords(signed)}`;
            const head = headOf(unit);
            return (
              <span class="soft">{head ? `${head.name}, ${head.title}` : "Chưa có người đứng đầu"}</span>
            );
          },
        },
        {
          key: "luc",
          label: "Thời điểm ký",
          kind: "tag",
          cell: ({ unit }) => {
            const signed = of.get(unit);
            if (signed) return <Tag tone="good">{whenSigned(signed)}</Tag>;
            return <Tag>{offline.includes(unit) ? "Ký bản giấy" : "Chưa ký"}</Tag>;
          },
        },
        {
          key: "bam",
          label: "Mã băm đã ký",
          kind: "code",
          cell: ({ unit }) => {
            const signed = of.get(unit);
            if (!signed) return "";
            return signed.file ? (
              <a href={`/giao-uoc/${pledge.id}/ky-giay/${signed.id}`} data-turbo="false">
                Bản quét
              </a>
            ) : (
              <code>{signed.hash.slice(0, 16)}…</code>
            );
          },
        },
      ]}
    />
  );
}

export function TextChangeView(
  props: PledgeProps & { text: PledgeText; before: PledgeText | null; signatures: readonly Signature[] },
) {
  const { text, before, signatures } = props;
  const gone = before ? signatures.filter((one) => one.text === before.id) : [];
  return (
    <PledgePage
      {...props}
      side="signatures"
      title={before ? `Thay đổi của văn bản giao ước, bản thứ ${text.number}` : "Văn bản giao ước, bản thứ 1"}
      lead={
        <>
          {text.actorName}, <InstantText at={text.at} />
          {text.reason && ` · ${text.reason}`}
        </>
      }
      below={`Bản thứ ${text.number}`}
    >
      {gone.length > 0 && (
        <Notice tone="watch" title={`${gone.length} chữ ký trên bản thứ ${before?.number} không còn giá trị`}>
          <p>{gone.map((one) => `${one.unitName} (${one.signerName})`).join("; ")}</p>
        </Notice>
      )}
      <Card
        title={before ? `So với bản thứ ${before.number}` : "Toàn văn"}
        lead={before ? "Chữ gạch ngang đã bỏ, chữ gạch chân mới thêm." : undefined}
      >
        <Paragraphs before={before?.text ?? text.text} after={text.text} />
        <p class="small">
          Mã băm SHA-256: <code class="hash">{text.hash}</code>
        </p>
      </Card>
    </PledgePage>
  );
}

/** Two texts paragraph by paragraph, so that what stayed is read as it stands. */
function Paragraphs({ before, after }: { before: string; after: string }) {
  const [old, fresh] = [before.split(/\n+/), after.split(/\n+/)];
  if (old.length === fresh.length)
    return (
      <>
        {fresh.map((line, index) => (
          <TextDiff before={old[index] ?? ""} after={line} />
        ))}
      </>
    );
  return <TextDiff before={before} after={after} />;
}

interface SignViewProps extends FormProps {
  text: PledgeText | null;
  signatures: readonly Signature[];
}

/** Exactly what is signed, its hash, and by which post; the person has just proved anew who they are. */
export function SignView(props: SignViewProps) {
  const { actor, pledge, text, signatures, state } = props;
  const base = `/giao-uoc/${pledge.id}`;
  const signed = new Set(standing(signatures, text).map(({ unit }) => unit));
  const units = unitsSigned(actor, pledge).filter(({ unit }) => !signed.has(unit));
  if (!text || units.length === 0)
    return (
      <PledgePage {...props} side="signatures" title="Ký giao ước thi đua" below="Ký" state={state}>
        <Card title="Không còn gì để ký">
          <p>Đơn vị của Ông/Bà đã ký văn bản này; chữ ký vẫn còn giá trị chừng nào văn bản chưa thay đổi.</p>
          <Actions>
            <ButtonLink href={`${base}/chu-ky`}>Xem chữ ký</ButtonLink>
          </Actions>
        </Card>
      </PledgePage>
    );
  return (
    <PledgePage {...props} side="signatures" title="Ký giao ước thi đua" below="Ký" state={state}>
      <Card title={`Văn bản sẽ ký: bản thứ ${text.number}`} lead={`Chốt bởi ${text.actorName}`}>
        <Words text={text.text} />
        <p class="small">
          Mã băm SHA-256 của văn bản: <code class="hash">{text.hash}</code>
        </p>
      </Card>
      {units.map((member) => (
        <SignStep {...props} member={member} hash={text.hash} />
      ))}
    </PledgePage>
  );
}

function SignStep({
  actor,
  pledge,
  member,
  hash,
  formKey,
}: SignViewProps & { member: Member; hash: string }) {
  const base = `/giao-uoc/${pledge.id}`;
  const post = signingPost(actor, member.unit);
  const behalf = post?.onBehalfOf ? `, thay mặt ${post.onBehalfOf.name}, ${post.onBehalfOf.title}` : "";
  return (
    <FinalStep
      action={`${base}/ky`}
      formKey={`${formKey}-${member.unit}`}
      effects={[
        `${actor.name}, ${post?.title ?? ""}${behalf}, ký cho ${member.name}.`,
        "Lưu họ tên, chức vụ, thời điểm ký và mã băm của đúng văn bản ở trên.",
        "Nếu văn bản thay đổi sau đó, chữ ký này không còn giá trị và Ông/Bà được báo để ký lại.",
      ]}
      touched={{ label: "Ký cho", names: [member.name] }}
      basis={[{ label: "Các đơn vị thành viên ký giao ước thi đua tại hội nghị cụm" }]}
      afterwards="Chữ ký không rút lại được; chỉ mất giá trị khi văn bản thay đổi."
      verb="Ký giao ước"
      backHref={`${base}/chu-ky`}
    >
      <input type="hidden" name="unit" value={member.unit} />
      <input type="hidden" name="hash" value={hash} />
    </FinalStep>
  );
}

interface PaperProps extends FormProps {
  left: readonly Member[];
  kept: readonly KeptFile[];
}

export function PaperSignatureView(props: PaperProps) {
  const { state, left } = props;
  const base = `/giao-uoc/${props.pledge.id}`;
  return (
    <PledgePage {...props} side="signatures" title="Nhập chữ ký trên bản giấy" below="Bản giấy">
      <Card lead="Cho đơn vị không có tài khoản trên hệ thống hoặc đã ký bản giấy tại hội nghị.">
        <ActionForm action={`${base}/ky-giay`} formKey={props.formKey} files guard>
          <SelectField
            {...shown(state, "unit")}
            label="Đơn vị đã ký"
            choices={left.map(({ unit, name }) => ({ value: `${unit}`, label: name }))}
          />
          <TextField {...shown(state, "signerName")} label="Họ tên người ký" width="medium" />
          <TextField {...shown(state, "postTitle")} label="Chức vụ" width="medium" />
          <DayField {...shown(state, "signedOn")} label="Ngày ký trên bản giấy" />
          <Upload
            name="scan"
            label="Bản quét đã ký"
            hint="PDF hoặc ảnh, không quá 20 MB"
            accept=".pdf,.jpg,.jpeg,.png"
            error={state.errors.scan}
            kept={props.kept}
          />
          <Actions>
            <Button>Ghi chữ ký</Button>
            <ButtonLink href={`${base}/chu-ky`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </PledgePage>
  );
}

export function SealView(props: FormProps & { left: readonly Member[]; trial: boolean }) {
  const { pledge, left } = props;
  const base = `/giao-uoc/${pledge.id}`;
  return (
    <PledgePage {...props} side="signatures" title="Ký số và phát hành giao ước" below="Phát hành">
      {props.trial && (
        <Notice tone="watch" title="Đang dùng khóa của CA thử nghiệm – không có giá trị pháp lý">
          <p>Cơ quan thật đặt khóa của mình (tệp PKCS#12) trong cấu hình trước khi phát hành.</p>
        </Notice>
      )}
      {left.length > 0 ? (
        <Card title="Chưa phát hành được">
          <p>Chưa ký: {left.map(({ name }) => name).join("; ")}.</p>
          <ClosedAction label="Ký số, phát hành" id="phat-hanh" reason="Cần đủ chữ ký của mọi đơn vị." />
        </Card>
      ) : (
        <FinalStep
          action={`${base}/phat-hanh`}
          formKey={props.formKey}
          effects={[
            "Giao ước cùng bảng chữ ký được in thành PDF và ký số (PAdES) bằng khóa của cơ quan.",
            "Tệp đã ký được lưu theo mã băm SHA-256 và không tạo lại.",
            "Văn bản và cam kết không sửa được nữa.",
          ]}
          touched={{ label: "Báo cho", names: pledge.members.map(({ name }) => name) }}
          basis={[{ label: "Mọi đơn vị thành viên đã ký giao ước" }]}
          afterwards="Ai nhận tệp cũng kiểm tra được chữ ký ở trang “Kiểm tra chữ ký số”."
          verb="Ký số và phát hành"
          backHref={`${base}/chu-ky`}
        />
      )}
    </PledgePage>
  );
}
