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
  DocumentLines,
  ErrorSummary,
  Page,
  RadioField,
  SideBySide,
  Stack,
  Tag,
  TextArea,
  TextField,
} from "../web/kit.ts";
import type { Blocker } from "./adoption.ts";
import { DropForm } from "./import.view.tsx";
import type { TextView } from "./reading-lines.ts";
import { lineHref, type ReviewFacts } from "./review-facts.view.tsx";
import { EditForm, FindingsCard, ItemLine } from "./review-item.view.tsx";
import { checkedIn } from "./section-facts.view.tsx";

const crumbs = (...more: { label: string; href?: string }[]) => [
  { label: "Phong trào", href: "/phong-trao" },
  ...more,
];

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
