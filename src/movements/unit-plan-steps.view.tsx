import type { Child } from "hono/jsx";
import { type Audience, audienceNames } from "../org/scope.ts";
import { writeDay } from "../platform/day.ts";
import { isLate, writeDeadline } from "../platform/deadline.ts";
import { type FormState, shown, shownList, versionShown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  CheckboxesField,
  DayField,
  ErrorSummary,
  FinalStep,
  Lines,
  Page,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from "../web/kit.ts";
import { countCoverage, writeParentItem } from "./coverage.ts";
import { crumbsOf } from "./unit-plan.view.tsx";
import type { Signer } from "./unit-plan-issue.ts";
import { pathOf, pathWith, type SeenParent, type SeenPlan } from "./unit-plan-seen.pages.ts";
import { CoverageTag, writeCoverage } from "./unit-plan-tags.view.tsx";

interface StepProps {
  frame: Frame;
  seen: SeenPlan;
  state: FormState;
  formKey: string;
}

interface ParentStepProps extends StepProps {
  beside: SeenParent;
}

const StepPage = ({
  frame,
  seen,
  state,
  title,
  lead,
  children,
}: Omit<StepProps, "formKey"> & { title: string; lead: string; children?: Child }) => (
  <Page
    frame={frame}
    title={title}
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsOf(seen, title)}
    lead={lead}
  >
    <ErrorSummary errors={state.errors} />
    {children}
  </Page>
);

const versionOf = (seen: SeenPlan, state: FormState) => (
  <input type="hidden" name="version" value={versionShown(state, seen.plan.version)} />
);

/** Before sending: gaps and contradictions in the open, and a reason when it is late. */
export function SendPage({ frame, seen, beside, state, formKey }: ParentStepProps) {
  const { plan, actor } = seen;
  const { parent, side, coverage } = beside;
  const gaps = coverage.filter(({ standing }) => standing === "missing" || standing === "contradicts");
  const passed = side?.deadline ? isLate(side.deadline, actor.at) : parent.dueOn !== null;
  const late = passed && (parent.state === "draft" || (parent.dueOn !== null && parent.dueOn < actor.day));
  return (
    <StepPage {...{ frame, seen, state }} title="Gửi kế hoạch" lead={parent.movementName}>
      <Stack>
        {gaps.length > 0 && (
          <Card title="Những mục chưa có hoặc trái với cấp trên" tone="watch" flush>
            <Lines
              lines={gaps.map(({ parent: asked, standing, note }) => ({
                main: writeParentItem(asked),
                detail: note ?? undefined,
                end: (
                  <>
                    <CoverageTag standing={standing} />{" "}
                    <a href={`${pathWith(plan, parent)}/tra-loi?muc=${encodeURIComponent(asked.key)}`}>
                      Sửa<span class="unseen"> {asked.words}</span>
                    </a>
                  </>
                ),
              }))}
            />
          </Card>
        )}
        <FinalStep
          action={`${pathWith(plan, parent)}/gui`}
          formKey={formKey}
          effects={[
            `Kế hoạch được gửi đến ${parent.receiverName} đúng như đang có; nơi nhận giữ bản này.`,
            side?.deadline
              ? `Hạn: ${writeDeadline(side.deadline)}.`
              : "Phong trào không định hạn gửi kế hoạch.",
            `Đối chiếu: ${writeCoverage(countCoverage(coverage))}.`,
            ...(plan.issue === null
              ? ["Kế hoạch chưa ghi số, ngày, người ký; vẫn gửi được và ghi sau khi ký."]
              : []),
          ]}
          touched={{ label: "Nơi nhận", names: [parent.receiverName] }}
          basis={[{ label: parent.movementName, href: `/phong-trao/${parent.movement}` }]}
          afterwards="Đã gửi thì không sửa được, trừ khi nơi nhận trả lại."
          verb={`Gửi ${parent.receiverName}`}
          backHref={pathOf(plan)}
        >
          {versionOf(seen, state)}
          {gaps.length > 0 && (
            <Checkbox
              name="acknowledged"
              label={`Đã xem ${gaps.length} mục chưa có hoặc trái với cấp trên và vẫn gửi`}
              error={state.errors.acknowledged}
              checked={state.typed.acknowledged !== undefined}
            />
          )}
          {(late || state.errors.lateReason) && (
            <TextArea {...shown(state, "lateReason")} label="Lý do gửi muộn" rows={2} />
          )}
          <TextArea {...shown(state, "remarks")} label="Lời nhắn cho nơi nhận" rows={2} optional />
        </FinalStep>
      </Stack>
    </StepPage>
  );
}

export const PlanReturnPage = ({ frame, seen, beside, state, formKey }: ParentStepProps) => (
  <StepPage
    {...{ frame, seen, state }}
    title="Trả lại kế hoạch"
    lead={`${seen.plan.unitName} · ${beside.parent.movementName}`}
  >
    <Card>
      <ActionForm action={`${pathWith(seen.plan, beside.parent)}/tra-lai`} formKey={formKey} guard>
        {versionOf(seen, state)}
        <TextArea
          {...shown(state, "reason", gapsInWords(beside))}
          label="Lý do trả lại"
          hint="Đơn vị đọc lời này để biết phải sửa gì"
          rows={5}
        />
        <DayField {...shown(state, "dueOn")} label="Đề nghị gửi lại đến hết ngày" optional />
        <Actions>
          <Button>Trả lại</Button>
          <ButtonLink href={pathOf(seen.plan)} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </StepPage>
);

/** What the coverage finds, as a first wording of the reason. */
const gapsInWords = ({ coverage }: SeenParent): string =>
  coverage
    .filter(({ standing }) => standing === "missing" || standing === "contradicts")
    .map(({ parent, standing, note }) =>
      standing === "missing" ? `Chưa có: ${writeParentItem(parent)}.` : `${parent.words}: ${note ?? ""}`,
    )
    .join("\n");

export function PlanAcceptPage({ frame, seen, beside, state, formKey }: ParentStepProps) {
  const { plan } = seen;
  const { parent, coverage } = beside;
  return (
    <StepPage {...{ frame, seen, state }} title="Tiếp nhận kế hoạch" lead={parent.movementName}>
      <FinalStep
        action={`${pathWith(plan, parent)}/tiep-nhan`}
        formKey={formKey}
        effects={[
          `${parent.receiverName} tiếp nhận kế hoạch và báo cho đơn vị.`,
          `Đối chiếu: ${writeCoverage(countCoverage(coverage))}.`,
          parent.late ? "Kế hoạch gửi sau hạn." : "Kế hoạch gửi đúng hạn.",
        ]}
        touched={{ label: "Đơn vị", names: [plan.unitName] }}
        basis={[{ label: parent.movementName, href: `/phong-trao/${parent.movement}` }]}
        afterwards="Đã tiếp nhận vẫn trả lại được để đơn vị sửa."
        verb="Tiếp nhận"
        backHref={pathOf(plan)}
      >
        {versionOf(seen, state)}
        <TextArea {...shown(state, "remarks")} label="Ý kiến của nơi nhận" rows={2} optional />
      </FinalStep>
    </StepPage>
  );
}

interface IssueProps extends StepProps {
  signers: readonly Signer[];
  symbol: string;
  place: string;
  /** What the reader found on the unit's own document. */
  read: { readonly number: string | null; readonly symbol: string | null };
}

export function PlanIssuePage({ frame, seen, state, formKey, signers, symbol, place, read }: IssueProps) {
  const { plan } = seen;
  return (
    <StepPage {...{ frame, seen, state }} title="Ghi số, ngày, người ký" lead={plan.unitName}>
      <Card>
        <p>
          Ghi theo bản đã ký, đóng dấu. Người ký phải giữ chức vụ lãnh đạo của đơn vị vào đúng ngày ban hành
          (Nghị định 30/2020/NĐ-CP, Điều 13).
        </p>
        <ActionForm action={`${pathOf(plan)}/ky-ban-hanh`} formKey={formKey} guard>
          {versionOf(seen, state)}
          <TextField
            {...shown(state, "number", read.number ?? "")}
            label="Số"
            width="short"
            inputmode="numeric"
          />
          <TextField {...shown(state, "symbol", read.symbol ?? symbol)} label="Ký hiệu" width="medium" />
          <DayField {...shown(state, "on", writeDay(seen.actor.day))} label="Ngày ban hành" />
          <TextField {...shown(state, "place", place)} label="Địa danh" width="medium" />
          <SelectField
            {...shown(state, "signer", signers[0] ? `${signers[0].person}` : "")}
            label="Người ký"
            choices={signers.map(({ person, name, title }) => ({
              value: `${person}`,
              label: `${name}, ${title}`,
            }))}
          />
          <Actions>
            <Button>Ghi nhận ban hành</Button>
            <ButtonLink href={pathOf(plan)} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </StepPage>
  );
}

interface LaunchProps extends StepProps {
  /** The unit's own groups, each with the names of those it would reach today. */
  groups: readonly { readonly group: Audience; readonly names: readonly string[] }[];
}

export function PlanLaunchPage({ frame, seen, state, formKey, groups }: LaunchProps) {
  const { plan } = seen;
  const usual = groups.map(({ group }) => group as string);
  return (
    <StepPage
      {...{ frame, seen, state }}
      title="Phát động đến đơn vị trực thuộc"
      lead={`${plan.unitName} · ${plan.issue?.number ?? ""}/${plan.issue?.symbol ?? ""}`}
    >
      <FinalStep
        action={`${pathOf(plan)}/phat-dong`}
        formKey={formKey}
        effects={[
          "Kế hoạch trở thành phong trào của đơn vị; các đơn vị trực thuộc thấy, đăng ký và lập kế hoạch trả lời.",
          "Nội dung, chỉ tiêu, hạn được đưa xuống đúng như kế hoạch đã ban hành.",
          "Thủ trưởng và cán bộ đầu mối của từng đơn vị được báo.",
        ]}
        touched={{
          label: "Các đơn vị sẽ nhận",
          names: groups.map(({ group, names }) => `${audienceNames[group]}: ${names.join(", ")}`),
        }}
        basis={[{ label: "Luật 06/2022/QH15, Điều 18" }]}
        afterwards="Đã phát động thì sửa bằng văn bản điều chỉnh ở trang của phong trào."
        verb="Phát động"
        backHref={pathOf(plan)}
      >
        {versionOf(seen, state)}
        <CheckboxesField
          {...shownList(state, "groups", usual)}
          label="Gửi đến"
          choices={groups.map(({ group, names }) => ({
            value: group,
            label: `${audienceNames[group]} (${names.length})`,
          }))}
        />
        <DayField
          {...shown(state, "plansDue")}
          label="Hạn các đơn vị gửi kế hoạch của mình"
          hint="Chậm nhất ngày này; để trống nếu không yêu cầu"
          optional
        />
      </FinalStep>
    </StepPage>
  );
}
