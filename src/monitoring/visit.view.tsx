import type { Actor } from "../platform/actor.ts";
import { writeDay } from "../platform/day.ts";
import { emptyForm, type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  Card,
  DayField,
  DayText,
  DeadlineTag,
  ErrorSummary,
  type KeptFile,
  Page,
  Plate,
  RadioField,
  Stack,
  Tag,
  TextArea,
  Timeline,
  type Tone,
  Upload,
} from "../web/kit.ts";
import {
  correctionDue,
  type Finding,
  type FindingState,
  findingKindNames,
  findingStateNames,
  severityNames,
  type Visit,
} from "./check.ts";
import { VisitTag } from "./check.view.tsx";
import type { CheckFile, CorrectionStep } from "./finding.store.ts";

const HOME = "/theo-doi/kiem-tra";

/** What came back with a form of the page, and which finding it was about. */
export interface VisitReply {
  readonly state: FormState;
  readonly finding: number | null;
  readonly kept: readonly KeptFile[];
}

interface VisitProps {
  frame: Frame;
  actor: Actor;
  visit: Visit;
  findings: readonly Finding[];
  corrections: readonly CorrectionStep[];
  files: readonly CheckFile[];
  checks: boolean;
  corrects: boolean;
  reply: VisitReply;
  formKey: () => string;
}

/** One visit: what it was for, what it came to, each finding with its correction. */
export function VisitView(props: VisitProps) {
  const { frame, visit, reply, checks } = props;
  const { state } = reply;
  return (
    <Page
      frame={frame}
      title={`Kiểm tra ${visit.unitName}`}
      ownHeading
      failed={Object.keys(state.errors).length > 0}
      crumbs={[{ label: "Kiểm tra, giám sát", href: HOME }, { label: visit.unitName }]}
    >
      <Stack>
        <ErrorSummary errors={inForm(state, reply.finding).errors} />
        <VisitPlate visit={visit} />
        <Card title="Nội dung kiểm tra">
          <Paragraphs text={visit.contents} />
          {visit.team && (
            <>
              <h3>Đoàn kiểm tra</h3>
              <Paragraphs text={visit.team} />
            </>
          )}
        </Card>
        {visit.summary && (
          <Card title="Kết quả chung">
            <Paragraphs text={visit.summary} />
            <Files files={props.files.filter(({ correction }) => correction === null)} visit={visit.id} />
          </Card>
        )}
        {props.findings.map((finding) => (
          <FindingCard {...props} finding={finding} />
        ))}
        {checks && visit.state === "held" && <NewFindingCards {...props} />}
        {checks && visit.state === "planned" && <HoldingCards {...props} />}
      </Stack>
    </Page>
  );
}

const VisitPlate = ({ visit }: { visit: Visit }) => (
  <Plate
    title={`Kiểm tra ${visit.unitName}`}
    tag={<VisitTag state={visit.state} />}
    facts={[
      { label: "Cơ quan kiểm tra", value: visit.bodyName },
      ...(visit.planName ? [{ label: "Kế hoạch", value: visit.planName }] : []),
      { label: "Dự kiến", value: <DayText day={visit.plannedOn} /> },
      ...(visit.heldOn ? [{ label: "Đã kiểm tra", value: <DayText day={visit.heldOn} /> }] : []),
      ...(visit.cancelledWhy ? [{ label: "Lý do hủy", value: visit.cancelledWhy }] : []),
    ]}
  />
);

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split("\n").map((line) => (
      <p>{line}</p>
    ))}
  </>
);

const Files = ({ files, visit }: { files: readonly CheckFile[]; visit: number }) => (
  <>
    {files.map((file) => (
      <p>
        <a
          href={`${HOME}/${visit}/tep/${file.correction === null ? "v" : "k"}/${file.id}`}
          data-turbo="false"
        >
          {file.name}
        </a>
      </p>
    ))}
  </>
);

const stateTones: Readonly<Record<FindingState, Tone>> = {
  noted: "plain",
  open: "watch",
  shown: "action",
  accepted: "good",
};

function FindingCard(props: VisitProps & { finding: Finding }) {
  const { visit, finding, actor, corrections, files } = props;
  const steps = corrections.filter((step) => step.finding === finding.id);
  return (
    <Card
      id={`phat-hien-${finding.id}`}
      title={
        finding.severity
          ? `${findingKindNames[finding.kind]}: ${severityNames[finding.severity].toLowerCase()}`
          : findingKindNames[finding.kind]
      }
      tag={
        finding.kind === "good-practice" ? (
          <Tag tone="good">Đề xuất nhân rộng</Tag>
        ) : (
          <Tag tone={stateTones[finding.state]}>{findingStateNames[finding.state]}</Tag>
        )
      }
    >
      <Paragraphs text={finding.words} />
      {finding.demand && finding.dueOn && (
        <p>
          <b>Yêu cầu khắc phục:</b> {finding.demand} Hạn: <DayText day={finding.dueOn} />{" "}
          {finding.state === "open" && <DeadlineTag deadline={correctionDue(finding.dueOn)} at={actor.at} />}
        </p>
      )}
      {steps.length > 0 && (
        <Timeline
          label="Khắc phục"
          entries={steps.map((step) => ({
            at: step.at,
            who: [step.actorName, step.postTitle].filter(Boolean).join(", "),
            onBehalfOf: step.onBehalfOf ?? undefined,
            what: (
              <>
                {stepWords[step.kind]}
                {step.dueOn && `, hạn mới ${writeDay(step.dueOn)}`}
                {step.words && `: ${step.words}`}
                <Files files={files.filter(({ correction }) => correction === step.id)} visit={visit.id} />
              </>
            ),
          }))}
        />
      )}
      {props.corrects && finding.state === "open" && <ShowForm {...props} />}
      {props.checks && finding.state === "shown" && <JudgeForms {...props} />}
    </Card>
  );
}

const stepWords: Readonly<Record<CorrectionStep["kind"], string>> = {
  shown: "báo cáo khắc phục",
  accepted: "xác nhận đã khắc phục",
  refused: "đề nghị khắc phục tiếp",
};

/** Several such forms stand on one page, so that each field carries its finding in its name. */
const inForm = (state: FormState, finding: number | null): FormState =>
  finding === null
    ? state
    : {
        errors: Object.fromEntries(
          Object.entries(state.errors).map(([name, sentence]) => [name && `${name}-${finding}`, sentence]),
        ),
        typed: state.typed,
      };

const fieldOf = (props: VisitProps & { finding: Finding }, name: string, stored = "") => {
  const state = props.reply.finding === props.finding.id ? props.reply.state : emptyForm;
  return { ...shown(state, name, stored), name: `${name}-${props.finding.id}` };
};

const ShowForm = (props: VisitProps & { finding: Finding }) => {
  const { visit, finding, reply } = props;
  const own = reply.finding === finding.id;
  return (
    <ActionForm
      action={`${HOME}/${visit.id}/phat-hien/${finding.id}/khac-phuc`}
      formKey={props.formKey()}
      files
      guard
    >
      <TextArea {...fieldOf(props, "shown")} label="Đã khắc phục thế nào" rows={3} />
      <Upload
        name={`files-${finding.id}`}
        label="Minh chứng"
        optional
        several
        error={own ? reply.state.errors.files : undefined}
        kept={own ? reply.kept : []}
      />
      <Button small>Báo cáo khắc phục</Button>
    </ActionForm>
  );
};

const JudgeForms = (props: VisitProps & { finding: Finding }) => {
  const path = `${HOME}/${props.visit.id}/phat-hien/${props.finding.id}`;
  return (
    <Stack>
      <ActionForm action={`${path}/xac-nhan`} formKey={props.formKey()}>
        <Actions>
          <Button small>Xác nhận đã khắc phục</Button>
        </Actions>
      </ActionForm>
      <ActionForm action={`${path}/chua-dat`} formKey={props.formKey()} guard>
        <TextArea {...fieldOf(props, "refusal")} label="Điều còn phải khắc phục" rows={2} />
        <DayField {...fieldOf(props, "newDueOn")} label="Hạn khắc phục mới" />
        <Button kind="secondary" small>
          Đề nghị khắc phục tiếp
        </Button>
      </ActionForm>
    </Stack>
  );
};

/** A fault and a good practice are told apart by their forms, so that each asks only for what is its own. */
const NewFindingCards = ({ visit, reply, formKey }: VisitProps) => {
  const state = reply.finding === null ? reply.state : emptyForm;
  return (
    <>
      <Card title="Ghi một tồn tại, hạn chế">
        <ActionForm action={`${HOME}/${visit.id}/phat-hien`} formKey={formKey()} guard>
          <TextArea {...shown(state, "words")} label="Tồn tại, hạn chế" rows={4} />
          <RadioField
            {...shown(state, "severity")}
            label="Mức độ"
            inline
            choices={Object.entries(severityNames).map(([value, label]) => ({ value, label }))}
          />
          <TextArea
            {...shown(state, "demand")}
            label="Yêu cầu khắc phục"
            hint="Có yêu cầu thì ghi cả hạn; không yêu cầu thì để trống cả hai ô"
            rows={2}
            optional
          />
          <DayField {...shown(state, "dueOn")} label="Hạn khắc phục" optional />
          <Button>Ghi tồn tại</Button>
        </ActionForm>
      </Card>
      <Card title="Ghi một cách làm hay" lead="Được đưa vào danh sách đề xuất nhân rộng.">
        <ActionForm action={`${HOME}/${visit.id}/cach-lam-hay`} formKey={formKey()} guard>
          <TextArea {...shown(state, "practice")} label="Cách làm hay" rows={3} />
          <Button kind="secondary">Ghi cách làm hay</Button>
        </ActionForm>
      </Card>
    </>
  );
};

const HoldingCards = ({ visit, reply, formKey, actor }: VisitProps) => (
  <>
    <Card title="Ghi kết quả">
      <ActionForm action={`${HOME}/${visit.id}/ket-qua`} formKey={formKey()} files guard>
        <DayField
          {...shown(reply.state, "heldOn", visit.plannedOn <= actor.day ? writeDay(visit.plannedOn) : "")}
          label="Ngày kiểm tra"
        />
        <TextArea {...shown(reply.state, "summary")} label="Kết quả chung" rows={5} />
        <Upload
          name="files"
          label="Biên bản kiểm tra"
          optional
          several
          error={reply.state.errors.files}
          kept={reply.kept}
        />
        <Button>Ghi kết quả</Button>
      </ActionForm>
    </Card>
    <Card title="Hủy cuộc kiểm tra">
      <ActionForm action={`${HOME}/${visit.id}/huy`} formKey={formKey()} guard>
        <TextArea {...shown(reply.state, "why")} label="Lý do hủy" rows={2} />
        <Button kind="quiet">Hủy cuộc kiểm tra</Button>
      </ActionForm>
    </Card>
  </>
);
