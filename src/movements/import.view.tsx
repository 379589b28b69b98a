import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  ClosedAction,
  DayField,
  type DocumentLine,
  DocumentLines,
  ErrorSummary,
  type Frame,
  Icon,
  Lines,
  lineId,
  Notice,
  Page,
  RadioField,
  SelectField,
  SideBySide,
  Stack,
  Tag,
  TextArea,
  TextField,
  Upload,
} from "../web/kit.ts";
import type { Blocker } from "./adoption.ts";
import type { ImportUnderWay, PlanImport } from "./import.store.ts";
import { kindNames, kinds } from "./movement.ts";
import { BodyField, IdentityFields } from "./new.view.tsx";
import type { PlanFinding } from "./plan-reading.ts";
import type { Choice, Proposal, ProposedField } from "./proposal.ts";
import type { TextView } from "./reading-lines.ts";
import { checkedIn } from "./section.view.tsx";

const crumbs = (...more: { label: string; href?: string }[]) => [
  { label: "Phong trào", href: "/phong-trao" },
  ...more,
];

interface UploadViewProps {
  frame: Frame;
  bodies: readonly { readonly id: number; readonly name: string }[];
  underWay: readonly ImportUnderWay[];
  state: FormState;
  formKey: string;
}

/** A launch document comes in: whatever it is, it is kept. */
export function UploadView({ frame, bodies, underWay, state, formKey }: UploadViewProps) {
  return (
    <Page
      frame={frame}
      title="Nhập văn bản phát động"
      lead="Quyết định, kế hoạch, lời phát động; cả bản tin hay trang web nói về một phong trào"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbs({ label: "Nhập văn bản" })}
    >
      <Stack>
        <ErrorSummary errors={state.errors} />
        <Card>
          <ActionForm action="/phong-trao/nhap" formKey={formKey} files>
            <BodyField state={state} bodies={bodies} name="body" />
            <Upload
              name="file"
              label="Tệp văn bản"
              hint="Word (.docx), PDF có chữ, hoặc văn bản thuần (.txt), không quá 20 MB. Tệp không đọc được vẫn được giữ để điền tay."
              error={state.errors.file}
              accept=".docx,.pdf,.txt,.doc"
            />
            <Actions>
              <Button>Tải lên và đọc</Button>
              <ButtonLink href="/phong-trao" kind="secondary">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
        {underWay.length > 0 && (
          <Card title="Văn bản đang nhập" flush>
            <Lines
              lines={underWay.map((plan) => ({
                main: <a href={`/phong-trao/nhap/${plan.id}`}>{plan.fileName}</a>,
                detail: plan.sentence ?? `${plan.actorName} tải lên`,
                end: plan.state === "unreadable" ? <Tag tone="watch">Không đọc được</Tag> : undefined,
              }))}
            />
          </Card>
        )}
      </Stack>
    </Page>
  );
}

/** The reading is under way; the page looks again by itself. */
export const WaitingView = ({ frame, plan }: { frame: Frame; plan: PlanImport }) => (
  <Page
    frame={frame}
    title="Đang đọc văn bản"
    refreshEvery={2}
    crumbs={crumbs({ label: "Nhập văn bản", href: "/phong-trao/nhap" }, { label: plan.fileName })}
  >
    <Notice tone="info" title={`Đang đọc “${plan.fileName}”.`}>
      <p>Trang tự mở lại sau vài giây. Có thể rời trang này; văn bản vẫn ở mục Nhập văn bản.</p>
    </Notice>
  </Page>
);

interface UnreadableProps {
  frame: Frame;
  plan: PlanImport;
  year: number;
  state: FormState;
  formKey: string;
  dropKey: string;
}

/** The file could not be read: it is kept, and the movement is typed by hand. */
export function UnreadableView({ frame, plan, year, state, formKey, dropKey }: UnreadableProps) {
  return (
    <Page
      frame={frame}
      title="Điền tay từ văn bản"
      lead={plan.fileName}
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbs({ label: "Nhập văn bản", href: "/phong-trao/nhap" }, { label: plan.fileName })}
    >
      <Stack>
        <ErrorSummary errors={state.errors} />
        <Notice tone="watch" title={plan.sentence ?? "Không đọc được văn bản này."}>
          <p>
            Tệp đã được giữ:{" "}
            <a href={`/phong-trao/nhap/${plan.id}/tep`} data-turbo="false">
              {plan.fileName}
            </a>
            . Hãy mở tệp và điền các mục dưới đây; nội dung, hạn, đợt điền tiếp ở trang của phong trào.
          </p>
        </Notice>
        <Card>
          <ActionForm action={`/phong-trao/nhap/${plan.id}/dien-tay`} formKey={formKey}>
            <IdentityFields state={state} year={year} />
            <Actions>
              <Button>Lập dự thảo từ tệp này</Button>
              <ButtonLink href="/phong-trao/nhap" kind="secondary">
                Tải tệp khác
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
        <DropForm plan={plan} formKey={dropKey} />
      </Stack>
    </Page>
  );
}

const DropForm = ({ plan, formKey }: { plan: PlanImport; formKey: string }) => (
  <ActionForm action={`/phong-trao/nhap/${plan.id}/ban-bo`} formKey={formKey} inline>
    <Button kind="quiet" small>
      Bỏ văn bản này
    </Button>
  </ActionForm>
);

export interface ReviewFacts {
  readonly frame: Frame;
  readonly plan: PlanImport;
  /** Lines shown, with what was read in them marked. */
  readonly lines: readonly DocumentLine[];
  readonly view: TextView;
  readonly blockers: readonly Blocker[];
  readonly items: readonly Proposal[];
  readonly findings: readonly PlanFinding[];
  /** The item being corrected. */
  readonly editing: string | null;
  /** The form that came back: of which item or blocker. */
  readonly returned: { readonly key: string; readonly state: FormState } | null;
  readonly papers: number;
  readonly formKey: () => string;
  /** Movements that the paper mentions and that stand here, by the item. */
  readonly known: ReadonlyMap<string, { readonly id: number; readonly name: string }>;
}

/** The paper at the left, what was read of it at the right, each item tied to its lines. */
export function ReviewView(facts: ReviewFacts) {
  const { plan, blockers, findings, frame, returned } = facts;
  const watch = findings.filter((finding) => finding.severity === "warn").length;
  const state: FormState = returned?.state ?? { errors: {}, typed: {} };
  return (
    <Page
      frame={frame}
      title="Rà soát văn bản trước khi lập phong trào"
      failed={Object.keys(state.errors).length > 0}
      lead={
        <>
          {plan.fileName} · đọc được {facts.papers} văn bản, {plan.lines.length} dòng ·{" "}
          {blockers.length > 0 ? (
            <b class="bad">{blockers.length} điểm phải xử lý</b>
          ) : (
            "không còn điểm phải xử lý"
          )}
          , {watch} điểm nên xem
        </>
      }
      crumbs={crumbs({ label: "Nhập văn bản", href: "/phong-trao/nhap" }, { label: plan.fileName })}
    >
      <ErrorSummary errors={state.errors} />
      <SideBySide
        document={<TextCard facts={facts} />}
        panel={
          <>
            {blockers.map((blocker) => (
              <BlockerCard facts={facts} blocker={blocker} />
            ))}
            <ReadCard facts={facts} />
            <FindingsCard facts={facts} />
            <AdoptBar facts={facts} />
          </>
        }
      />
    </Page>
  );
}

const viewNames: Readonly<Record<TextView, { readonly query: string; readonly label: string }>> = {
  near: { query: "", label: "Quanh điểm phải xử lý" },
  read: { query: "?van-ban=da-doc", label: "Mọi dòng đã đọc" },
  whole: { query: "?van-ban=tat-ca", label: "Cả văn bản" },
};

function TextCard({ facts }: { facts: ReviewFacts }) {
  const { plan, lines, view, blockers } = facts;
  const at = `/phong-trao/nhap/${plan.id}`;
  const views = (Object.keys(viewNames) as TextView[]).filter(
    (other) => other !== view && (other !== "near" || blockers.length > 0),
  );
  const last = lines.at(-1)?.number;
  return (
    <Card title="Văn bản" lead={lines[0] && last ? `dòng ${lines[0].number}–${last}` : undefined} flush>
      <p class="card-body small">
        {views.map((other) => (
          <>
            <a href={`${at}${viewNames[other].query}`}>{viewNames[other].label}</a>
            {" · "}
          </>
        ))}
        <a href={`${at}/tep`} data-turbo="false">
          Tải tệp
        </a>
      </p>
      <DocumentLines lines={lines} label={`Các dòng của ${plan.fileName}`} />
    </Card>
  );
}

/** A line of the paper: on this page when it is shown, else where all lines are. */
const lineHref = (facts: ReviewFacts, line: number): string =>
  facts.lines.some((shownLine) => shownLine.number === line)
    ? `#${lineId(line)}`
    : `/phong-trao/nhap/${facts.plan.id}?van-ban=tat-ca#${lineId(line)}`;

function BlockerCard({ facts, blocker }: { facts: ReviewFacts; blocker: Blocker }) {
  const { plan, returned } = facts;
  const state: FormState = returned?.key === blocker.key ? returned.state : { errors: {}, typed: {} };
  const read = plan.reading?.deadlines[blocker.index];
  const isDeadline = blocker.key.startsWith("deadline-") && read;
  return (
    <Card title="Phải xử lý" tone="bad" id={blocker.key} tag={<Tag tone="bad">Dòng {blocker.line}</Tag>}>
      <p>
        <b class="bad">{blocker.sentence}</b>
      </p>
      {isDeadline ? (
        <>
          <p>
            <a href={lineHref(facts, blocker.line)}>Dòng {blocker.line}</a>, hạn của{" "}
            <b>{read.audience ?? "các đơn vị"}</b>. Văn bản ghi “{read.raw}”:{" "}
            {read.inclusive ? "tính cả ngày đó." : "không tính ngày đó."}
          </p>
          <SettleForm facts={facts} blocker={blocker} state={state} />
        </>
      ) : (
        <p>
          Hãy <a href={`/phong-trao/nhap/${plan.id}?sua=${blocker.key}#${blocker.key}`}>sửa mục này</a> cho
          đúng, hoặc bỏ mục này.
        </p>
      )}
    </Card>
  );
}

function SettleForm({ facts, blocker, state }: { facts: ReviewFacts; blocker: Blocker; state: FormState }) {
  const read = facts.plan.reading?.deadlines[blocker.index];
  if (!read) return null;
  const question = `Đề nghị xác nhận hạn đúng của “${read.what ?? "việc này"}” đối với ${read.audience ?? "các đơn vị"}: văn bản ghi “${read.raw}” (dòng ${read.line}), là ngày không có thật.`;
  return (
    <ActionForm action={`/phong-trao/nhap/${facts.plan.id}/han/${blocker.index}`} formKey={facts.formKey()}>
      <DayField {...shown(state, "day")} label="Hạn đúng là" optional />
      <Checkbox {...checkedIn(state, "inclusive", read.inclusive)} label="Tính cả ngày này" />
      <RadioField
        {...shown(state, "way", "set-here")}
        label="Căn cứ"
        choices={[
          {
            value: "set-here",
            label: "Xác định tại đây, có lý do",
            inside: <TextArea {...shown(state, "reason")} label="Lý do" rows={2} />,
          },
          {
            value: "correction",
            label: "Văn bản đính chính của nơi ban hành",
            inside: (
              <>
                <TextField {...shown(state, "instrumentSymbol")} label="Số, ký hiệu văn bản đính chính" />
                <DayField {...shown(state, "instrumentDay")} label="Ngày văn bản đính chính" />
              </>
            ),
          },
        ]}
      />
      <TextArea
        {...shown(state, "question", question)}
        label="Câu hỏi, nếu để trống và hỏi nơi ban hành"
        rows={3}
        optional
      />
      <Actions>
        <Button small>Lưu hạn này</Button>
        <Button kind="secondary" small name="leave" value="open">
          Để trống và hỏi nơi ban hành
        </Button>
      </Actions>
    </ActionForm>
  );
}

const decisionWords: Readonly<Record<Choice["decision"], string>> = {
  accepted: "đã nhận",
  corrected: "đã sửa",
  dropped: "đã bỏ",
};

function ReadCard({ facts }: { facts: ReviewFacts }) {
  const { plan, items, editing } = facts;
  return (
    <Card
      title="Đã đọc được"
      more={
        <ActionForm action={`/phong-trao/nhap/${plan.id}/ban-nhan`} formKey={facts.formKey()} inline>
          <Button kind="quiet" small>
            Nhận tất cả
          </Button>
        </ActionForm>
      }
      flush
    >
      <ul class="lines">
        {items.map((item) => (
          <li id={facts.blockers.some((blocker) => blocker.key === item.key) ? undefined : item.key}>
            {editing === item.key ? (
              <EditForm facts={facts} item={item} />
            ) : (
              <ItemLine facts={facts} item={item} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ItemLine({ facts, item }: { facts: ReviewFacts; item: Proposal }) {
  const { plan } = facts;
  const decision = plan.choices[item.key]?.decision;
  const settled = plan.settlements[item.key];
  const known = facts.known.get(item.key);
  return (
    <>
      <div>
        <Icon name={decision === "dropped" ? "unmet" : decision ? "met" : "unknown"} size={18} />{" "}
        <b>{item.label}</b> {decision === "dropped" ? <del>{summaryOf(item)}</del> : summaryOf(item)}
        <small>
          {[
            decision ? decisionWords[decision] : "chưa rà soát",
            item.note,
            settled
              ? settled.way === "left-open"
                ? "để trống, hỏi nơi ban hành"
                : "đã xác định lại ngày"
              : null,
            known ? `là phong trào “${known.name}”` : null,
          ]
            .filter(Boolean)
            .join(" · ")}
          {item.lines.length > 0 && (
            <>
              {" "}
              · dòng{" "}
              {item.lines.slice(0, 4).map((line, index) => (
                <>
                  {index > 0 && ", "}
                  <a href={lineHref(facts, line)}>{line}</a>
                </>
              ))}
            </>
          )}
        </small>
      </div>
      <div class="line-end">
        <a href={`/phong-trao/nhap/${plan.id}?sua=${item.key}#${item.key}`}>
          Sửa
          <span class="unseen">
            {" "}
            {item.label}: {summaryOf(item).slice(0, 60)}
          </span>
        </a>
      </div>
    </>
  );
}

/** An item in one line. */
export function summaryOf(item: Proposal): string {
  const value = (name: string) => item.fields.find((field) => field.name === name)?.value ?? "";
  const joined = (parts: readonly string[], by: string) => parts.filter((part) => part !== "").join(by);
  switch (item.noun) {
    case "paper":
      if (value("number") === "") return value("title");
      return joined(
        [
          joined([value("number"), value("symbol")], "/"),
          value("place"),
          value("issuedOn"),
          joined([value("capacity"), value("role"), value("signer")], " "),
        ],
        " · ",
      );
    case "name":
      return joined(
        [
          value("name"),
          value("fromYear") === value("toYear")
            ? value("fromYear")
            : `${value("fromYear")}-${value("toYear")}`,
        ],
        " · ",
      );
    case "theme":
    case "motto":
      return `“${value("words")}”`;
    case "phase":
      return `${value("name")}: ${value("from") || "chưa rõ"} – ${value("to") || "chưa rõ"}`;
    case "deadline":
      return joined(
        [
          value("what"),
          value("audience"),
          value("day") ? `${value("inclusive") ? "chậm nhất" : "trước"} ${value("day")}` : "chưa có ngày",
        ],
        " · ",
      );
    case "target":
      return value("words");
    case "duty":
      return `${value("who")}: ${value("what")}`;
    case "mention":
      return value("name");
    case "text":
    case "list":
    case "outline":
      return shortened(value("words"));
  }
}

const shortened = (text: string): string => {
  const [first = "", ...rest] = text.split("\n");
  const short = first.length > 120 ? `${first.slice(0, 119)}…` : first;
  return rest.length > 0 && first.length <= 120 ? `${short} …` : short;
};

function EditForm({ facts, item }: { facts: ReviewFacts; item: Proposal }) {
  const { plan, returned } = facts;
  const state: FormState = returned?.key === item.key ? returned.state : { errors: {}, typed: {} };
  return (
    <ActionForm action={`/phong-trao/nhap/${plan.id}/muc/${item.key}`} formKey={facts.formKey()}>
      <p>
        <b>{item.label}</b> {item.note && <small class="soft">{item.note}</small>}
      </p>
      {item.fields.map((field) => (
        <ProposedInput field={field} state={state} />
      ))}
      <Actions>
        <Button small>Lưu mục này</Button>
        <Button kind="secondary" small name="decision" value="accepted">
          Nhận như văn bản
        </Button>
        <Button kind="secondary" small name="decision" value="dropped">
          Bỏ mục này
        </Button>
        <ButtonLink href={`/phong-trao/nhap/${plan.id}#${item.key}`} kind="quiet" small>
          Thôi
        </ButtonLink>
      </Actions>
    </ActionForm>
  );
}

function ProposedInput({ field, state }: { field: ProposedField; state: FormState }) {
  const common = { ...shown(state, field.name, field.value), label: field.label, optional: field.optional };
  if (field.input === "day") return <DayField {...common} />;
  if (field.input === "text") return <TextArea {...common} rows={8} />;
  if (field.input === "inclusive")
    return <Checkbox {...checkedIn(state, field.name, field.value !== "")} label={field.label} value="co" />;
  return <TextField {...common} />;
}

function FindingsCard({ facts }: { facts: ReviewFacts }) {
  const shownFindings = facts.findings.filter((finding) => finding.severity !== "block");
  if (shownFindings.length === 0) return null;
  return (
    <Card title="Nên xem" flush>
      <Lines
        lines={shownFindings.map((finding) => ({
          main: finding.message,
          detail: finding.severity === "info" ? "để biết" : "giữ nguyên như văn bản",
          end: <a href={lineHref(facts, finding.line)}>Dòng {finding.line}</a>,
        }))}
      />
    </Card>
  );
}

function AdoptBar({ facts }: { facts: ReviewFacts }) {
  const { plan, blockers } = facts;
  return (
    <Stack>
      <Actions>
        {blockers.length > 0 ? (
          <ClosedAction
            id="lap"
            label="Lập phong trào từ văn bản"
            reason={`Còn ${blockers.length} điểm phải xử lý`}
          />
        ) : (
          <ButtonLink href={`/phong-trao/nhap/${plan.id}/lap`}>Lập phong trào từ văn bản…</ButtonLink>
        )}
      </Actions>
      <DropForm plan={plan} formKey={facts.formKey()} />
    </Stack>
  );
}

interface AdoptFieldsProps {
  state: FormState;
  issuedPaper: boolean;
  taken: string | null;
}

/** What a person still says before the movement is made. */
export const AdoptFields = ({ state, issuedPaper, taken }: AdoptFieldsProps) => (
  <>
    <RadioField
      {...shown(state, "as", issuedPaper ? "issued" : "draft")}
      label="Lập thành"
      choices={[
        {
          value: "issued",
          label: "Phong trào đã ban hành: gửi xuống các đơn vị trong phạm vi ngay",
          closed: issuedPaper ? undefined : "văn bản chưa có số và ngày",
        },
        { value: "draft", label: "Dự thảo: soạn tiếp, lấy ý kiến, trình ký" },
      ]}
    />
    <SelectField
      {...shown(state, "kind", "regular")}
      label="Loại phong trào"
      prompt={null}
      choices={kinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
    />
    <Checkbox {...checkedIn(state, "onPortal", false)} label="Đăng lên Cổng thông tin" />
    {taken !== null && (
      <Checkbox
        {...checkedIn(state, "sameDocument", false)}
        label="Đúng là lập thêm một phong trào từ cùng văn bản"
        hint={`Số văn bản này đã có ở phong trào “${taken}”.`}
      />
    )}
  </>
);
