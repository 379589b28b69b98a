import { isRefusal } from "../platform/refusal.ts";
import { type FormState, shown, versionShown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Columns,
  EmptyState,
  FinalStep,
  InstantText,
  type KeptFile,
  Lines,
  RadioField,
  SelectField,
  Stack,
  Tag,
  TextArea,
  TextDiff,
  TextField,
  Upload,
} from "../web/kit.ts";
import { type Plan, type PlanComment, type Section, verdictNames } from "./plan.ts";
import { mayRun, unitsWritten } from "./pledge.may.ts";
import { planIsOpen } from "./pledge.ts";
import { PledgePage, type PledgeProps, type Saving, StateTag, Words } from "./pledge-frame.view.tsx";
import type { Member } from "./signing.ts";

interface FormProps extends PledgeProps {
  state: FormState;
  formKey: string;
}

interface PlanViewProps extends PledgeProps {
  plans: readonly Plan[];
  comments: readonly PlanComment[];
}

export function PlanView(props: PlanViewProps) {
  const { pledge, plans, comments } = props;
  const [latest] = plans;
  const base = `/giao-uoc/${pledge.id}`;
  return (
    <PledgePage
      {...props}
      side="plan"
      title={`Kế hoạch thi đua năm ${pledge.year} của cụm`}
      lead={
        <>
          {pledge.clusterName} · <StateTag state={pledge.state} />
        </>
      }
      actions={<PlanActions {...props} />}
    >
      <Columns>
        <Card title={latest ? `Bản thứ ${latest.number}` : "Dự thảo"} lead={latest && savedBy(latest)}>
          {latest ? (
            latest.sections.map((section, index) => (
              <section>
                <h3>
                  {index + 1}. {section.title}
                </h3>
                <Words text={section.text} />
              </section>
            ))
          ) : (
            <EmptyState title="Chưa có dự thảo kế hoạch">
              Trưởng, Phó Trưởng cụm soạn từng mục hoặc đọc từ tệp đã có.
            </EmptyState>
          )}
        </Card>
        <Stack>
          <CommentsCard {...props} comments={comments} />
          {plans.length > 0 && (
            <Card title="Các phiên bản" flush>
              <Lines
                lines={plans.map((plan) => ({
                  main: <a href={`${base}/ke-hoach/phien-ban/${plan.number}`}>Bản thứ {plan.number}</a>,
                  detail: savedBy(plan),
                }))}
              />
            </Card>
          )}
        </Stack>
      </Columns>
    </PledgePage>
  );
}

const savedBy = (plan: Plan) => (
  <>
    {plan.actorName}, <InstantText at={plan.at} />
    {plan.sourceName && ` · đọc từ ${plan.sourceName}`}
  </>
);

function PlanActions({ actor, pledge, plans, counts }: PlanViewProps) {
  const base = `/giao-uoc/${pledge.id}`;
  const runs = !isRefusal(mayRun(actor, pledge));
  const open = planIsOpen(pledge.state);
  return (
    <>
      {runs && open && (
        <>
          <ButtonLink href={`${base}/ke-hoach/doc-tep`} kind="secondary">
            Đọc từ tệp
          </ButtonLink>
          <ButtonLink href={`${base}/ke-hoach/soan`} kind="secondary">
            Soạn, sửa dự thảo
          </ButtonLink>
        </>
      )}
      {runs && pledge.state === "drafting" && plans.length > 0 && (
        <ButtonLink href={`${base}/ke-hoach/lay-y-kien`}>Lấy ý kiến</ButtonLink>
      )}
      {runs && pledge.state === "in-comment" && counts.unanswered === 0 && (
        <ButtonLink href={`${base}/thong-qua`}>Thông qua</ButtonLink>
      )}
    </>
  );
}

function CommentsCard({ actor, pledge, comments }: PlanViewProps) {
  const base = `/giao-uoc/${pledge.id}`;
  const runs = !isRefusal(mayRun(actor, pledge));
  const mayComment = pledge.state === "in-comment" && (runs || unitsWritten(actor, pledge).length > 0);
  return (
    <Card
      title="Góp ý của các đơn vị"
      tag={<Tag>{`${comments.length} ý kiến`}</Tag>}
      more={mayComment ? <a href={`${base}/gop-y`}>Góp ý…</a> : undefined}
      flush={comments.length > 0}
    >
      {comments.length === 0 ? (
        <p>Chưa có góp ý nào.</p>
      ) : (
        <Lines
          lines={comments.map((comment) => ({
            main: (
              <>
                <b>{comment.unitName}</b>
                {comment.section && <span class="soft"> · mục “{comment.section}”</span>}
                <br />
                {comment.words}
              </>
            ),
            detail: comment.verdict ? (
              <>
                {verdictNames[comment.verdict]}: {comment.answer}
              </>
            ) : (
              `Bản thứ ${comment.planVersion}, chưa trả lời`
            ),
            end:
              runs && comment.verdict === null ? (
                <a href={`${base}/gop-y/${comment.id}`}>
                  Trả lời<span class="unseen"> góp ý của {comment.unitName}</span>
                </a>
              ) : undefined,
          }))}
        />
      )}
    </Card>
  );
}

export function PlanVersionView(props: PledgeProps & { plan: Plan; before: Plan | null }) {
  const { plan, before } = props;
  return (
    <PledgePage
      {...props}
      side="plan"
      title={`Bản thứ ${plan.number} của dự thảo kế hoạch`}
      lead={savedBy(plan)}
      below={`Bản thứ ${plan.number}`}
    >
      <Card
        title={before ? `Thay đổi so với bản thứ ${before.number}` : "Bản đầu tiên"}
        lead={before ? "Chữ gạch ngang đã bỏ, chữ gạch chân mới thêm." : undefined}
      >
        {(before ? pairs(before.sections, plan.sections) : pairs([], plan.sections)).map((pair) => (
          <section>
            <h3>{pair.title}</h3>
            <TextDiff before={before ? pair.before : pair.after} after={pair.after} />
          </section>
        ))}
      </Card>
    </PledgePage>
  );
}

/** Sections of two versions side by side: by name, in the order of the newer, what went at the end. */
function pairs(before: readonly Section[], after: readonly Section[]) {
  const gone = before.filter(({ title }) => !after.some((section) => section.title === title));
  return [
    ...after.map(({ title, text }) => ({
      title,
      before: before.find((section) => section.title === title)?.text ?? "",
      after: text,
    })),
    ...gone.map(({ title, text }) => ({ title: `${title} (đã bỏ mục)`, before: text, after: "" })),
  ];
}

const MORE_SECTIONS = 2;

export function PlanFormView(
  props: FormProps & { saving: Saving; from: number; sections: readonly Section[] },
) {
  const { pledge, state, sections } = props;
  const typed = Object.keys(state.typed).filter((name) => /^sections\.\d+\.title$/.test(name)).length;
  const rows = Math.max(sections.length + MORE_SECTIONS, typed);
  const base = `/giao-uoc/${pledge.id}`;
  return (
    <PledgePage {...props} side="plan" title="Soạn dự thảo kế hoạch của cụm" below="Soạn dự thảo">
      <ActionForm action={`${base}/ke-hoach/soan`} formKey={props.formKey} guard {...props.saving}>
        <input type="hidden" name="from" value={versionShown(state, props.from, "from")} />
        {Array.from({ length: rows }, (_, index) => (
          <Card>
            <TextField
              {...shown(state, `sections.${index}.title`, sections[index]?.title ?? "")}
              label={`Tên mục ${index + 1}`}
              optional={index > 0}
            />
            <TextArea
              {...shown(state, `sections.${index}.text`, sections[index]?.text ?? "")}
              label={`Nội dung mục ${index + 1}`}
              rows={index < sections.length ? 7 : 3}
              optional={index > 0}
            />
          </Card>
        ))}
        <p class="soft small">
          Mục để trống cả tên và nội dung thì bỏ. Mỗi lần lưu là một phiên bản; bản trước còn nguyên.
        </p>
        <Actions>
          <Button>Lưu thành bản thứ {`${props.from + 1}`}</Button>
          <ButtonLink href={`${base}/ke-hoach`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </PledgePage>
  );
}

export function ReadView(props: FormProps & { kept: readonly KeptFile[] }) {
  const base = `/giao-uoc/${props.pledge.id}`;
  return (
    <PledgePage {...props} side="plan" title="Đọc dự thảo từ tệp" below="Đọc từ tệp">
      <Card>
        <ActionForm action={`${base}/ke-hoach/doc-tep`} formKey={props.formKey} files>
          <p>
            Tệp được đọc thành các mục theo đề mục I, II, III hoặc 1, 2, 3; kết quả là một phiên bản mới để rà
            soát.
          </p>
          <Upload
            name="document"
            label="Tệp dự thảo kế hoạch"
            hint="DOCX, PDF có chữ, hoặc văn bản thuần; không quá 20 MB"
            accept=".docx,.pdf,.txt"
            error={props.state.errors.document}
            kept={props.kept}
          />
          <Actions>
            <Button>Đọc tệp</Button>
            <ButtonLink href={`${base}/ke-hoach`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </PledgePage>
  );
}

export function OpeningView(props: FormProps) {
  const { pledge } = props;
  const base = `/giao-uoc/${pledge.id}`;
  return (
    <PledgePage {...props} side="plan" title="Lấy ý kiến dự thảo kế hoạch" below="Lấy ý kiến">
      <FinalStep
        action={`${base}/ke-hoach/lay-y-kien`}
        formKey={props.formKey}
        effects={[
          "Lãnh đạo và cán bộ đầu mối của các đơn vị thành viên thấy dự thảo và nhận thông báo.",
          "Dự thảo vẫn sửa được; mỗi lần sửa là một phiên bản để mọi người so.",
        ]}
        touched={{ label: "Gửi đến", names: pledge.members.map(({ name }) => name) }}
        basis={[
          { label: "Kế hoạch của cụm được các đơn vị thành viên thảo luận, thống nhất tại hội nghị cụm" },
        ]}
        afterwards="Sau khi trả lời hết góp ý và họp hội nghị thì ghi kết quả thông qua."
        verb="Gửi lấy ý kiến"
        backHref={`${base}/ke-hoach`}
      />
    </PledgePage>
  );
}

export function CommentView(props: FormProps & { units: readonly Member[]; sections: readonly Section[] }) {
  const { state, units } = props;
  const base = `/giao-uoc/${props.pledge.id}`;
  return (
    <PledgePage {...props} side="plan" title="Góp ý dự thảo kế hoạch" below="Góp ý">
      <Card>
        <ActionForm action={`${base}/gop-y`} formKey={props.formKey} guard>
          <SelectField
            {...shown(state, "unit", units.length === 1 ? `${units[0]?.unit}` : "")}
            label="Đơn vị góp ý"
            choices={units.map(({ unit, name }) => ({ value: `${unit}`, label: name }))}
          />
          <SelectField
            {...shown(state, "section")}
            label="Về mục"
            prompt="Toàn bộ dự thảo"
            choices={props.sections.map(({ title }) => ({ value: title, label: title }))}
            optional
          />
          <TextArea {...shown(state, "words")} label="Nội dung góp ý" rows={6} />
          <Actions>
            <Button>Gửi góp ý</Button>
            <ButtonLink href={`${base}/ke-hoach`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </PledgePage>
  );
}

export function AnswerView(props: FormProps & { comment: PlanComment }) {
  const { state, comment } = props;
  const base = `/giao-uoc/${props.pledge.id}`;
  return (
    <PledgePage {...props} side="plan" title="Trả lời góp ý" below="Trả lời góp ý">
      <Card
        title={comment.unitName}
        lead={comment.section ? `Về mục “${comment.section}”` : "Về toàn bộ dự thảo"}
      >
        <Words text={comment.words} />
        {comment.verdict ? (
          <p>
            {verdictNames[comment.verdict]}: {comment.answer}
          </p>
        ) : (
          <ActionForm action={`${base}/gop-y/${comment.id}`} formKey={props.formKey} guard>
            <RadioField
              {...shown(state, "verdict")}
              label="Ý kiến của cụm"
              choices={Object.entries(verdictNames).map(([value, label]) => ({ value, label }))}
            />
            <TextArea {...shown(state, "answer")} label="Nội dung trả lời" rows={4} />
            <Actions>
              <Button>Trả lời</Button>
              <ButtonLink href={`${base}/ke-hoach`} kind="secondary">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        )}
      </Card>
    </PledgePage>
  );
}
