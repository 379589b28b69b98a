import type { FormState } from "../web/form.ts";
import { shown, versionShown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckboxesField,
  EmptyState,
  ErrorSummary,
  Notice,
  Page,
  RadioField,
  Stack,
  TextArea,
  TextField,
} from "../web/kit.ts";
import { type CoverageLine, type ParentItem, writeParentItem } from "./coverage.ts";
import type { NewPlanItem, PlanAnswer, PlanItem } from "./unit-plan.ts";
import { crumbsOf } from "./unit-plan.view.tsx";
import { itemTaking, type ProposedMatch } from "./unit-plan-answers.ts";
import { ItemFields } from "./unit-plan-item-fields.view.tsx";
import { pathOf, pathWith, type SeenParent, type SeenPlan } from "./unit-plan-seen.pages.ts";
import { kindNames, writeItem } from "./unit-plan-tags.view.tsx";

interface WritingProps {
  /** For the form that saves itself: where, and when it last did. */
  saving: Saving;
  frame: Frame;
  seen: SeenPlan;
  state: FormState;
  formKey: string;
}

interface Saving {
  draftAddress: string;
  savedAt?: string | undefined;
}

const failed = (state: FormState): boolean => Object.keys(state.errors).length > 0;

interface AnswerPageProps extends WritingProps {
  beside: SeenParent;
  line: CoverageLine;
  answer: PlanAnswer | undefined;
  item: PlanItem | undefined;
}

/** One item of a launch: take it as it is, put it in own words, or leave it with a reason. */
export function AnswerPage({
  frame,
  seen,
  beside,
  line,
  answer,
  item,
  state,
  saving,
  formKey,
}: AnswerPageProps) {
  const asked: ParentItem = line.parent;
  const action = `${pathWith(seen.plan, beside.parent)}/tra-loi?muc=${encodeURIComponent(asked.key)}`;
  return (
    <Page
      frame={frame}
      title={`Trả lời ${kindNames[asked.kind].toLocaleLowerCase("vi")} của cấp trên`}
      failed={failed(state)}
      crumbs={crumbsOf(seen, "Trả lời")}
      lead={beside.parent.movementName}
    >
      <ErrorSummary errors={state.errors} />
      <Stack>
        <Card title="Cấp trên nêu">
          {asked.kind === "content" && asked.grouping && <p class="soft">{asked.grouping}</p>}
          <p>{writeParentItem(asked)}</p>
          {line.standing === "contradicts" && line.note && <Notice tone="watch" title={line.note} />}
        </Card>
        <Card>
          <ActionForm action={action} formKey={formKey} {...saving}>
            <RadioField
              name="verdict"
              label="Đơn vị trả lời"
              error={state.errors.verdict}
              value={state.typed.verdict?.[0] ?? answer?.verdict ?? "taken"}
              choices={[
                {
                  value: "taken",
                  label: "Lấy nguyên",
                  hint: "Đưa đúng như cấp trên nêu vào kế hoạch của đơn vị",
                },
                {
                  value: "adapted",
                  label: "Điều chỉnh cho đơn vị",
                  hint: "Lời văn, mức, ngày của đơn vị",
                  inside: <ItemFields kind={asked.kind} state={state} item={item ?? itemTaking(asked)} />,
                },
                {
                  value: "left",
                  label: "Không đưa vào",
                  hint: "Phải ghi lý do",
                  inside: (
                    <TextArea {...shown(state, "reason", answer?.reason ?? "")} label="Lý do" rows={2} />
                  ),
                },
              ]}
            />
            <Actions>
              <Button>Lưu</Button>
              <ButtonLink href={pathOf(seen.plan)} kind="secondary">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
      </Stack>
    </Page>
  );
}

interface TakePageProps extends Omit<WritingProps, "saving"> {
  beside: SeenParent;
  open: readonly ParentItem[];
}

/** Takes several items as they are: the page lists them all before anything is written. */
export function TakePage({ frame, seen, beside, open, state, formKey }: TakePageProps) {
  const values = failed(state) ? (state.typed.keys ?? []) : open.map(({ key }) => key);
  return (
    <Page
      frame={frame}
      title="Lấy nguyên các mục chưa có"
      failed={failed(state)}
      crumbs={crumbsOf(seen, "Lấy nguyên")}
      lead={beside.parent.movementName}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        {open.length === 0 ? (
          <EmptyState title="Mọi mục của phong trào đã được trả lời" />
        ) : (
          <ActionForm action={`${pathWith(seen.plan, beside.parent)}/lay-nguyen`} formKey={formKey}>
            <CheckboxesField
              name="keys"
              label="Các mục được đưa đúng như cấp trên nêu vào kế hoạch của đơn vị"
              hint="Bỏ chọn mục nào đơn vị muốn điều chỉnh hoặc không đưa vào; sau đó vẫn sửa được từng mục"
              error={state.errors.keys}
              values={values}
              choices={open.map((asked) => ({
                value: asked.key,
                label: writeParentItem(asked),
                hint: kindNames[asked.kind],
              }))}
            />
            <Actions>
              <Button>Lấy nguyên các mục đã chọn</Button>
              <ButtonLink href={pathOf(seen.plan)} kind="secondary">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        )}
      </Card>
    </Page>
  );
}

interface MatchPageProps extends Omit<WritingProps, "saving"> {
  beside: SeenParent;
  proposed: readonly ProposedMatch[];
}

/** Own items that may answer items of the launch: proposed by their words, accepted by a person. */
export function MatchPage({ frame, seen, beside, proposed, state, formKey }: MatchPageProps) {
  return (
    <Page
      frame={frame}
      title="Ghép mục của đơn vị với mục của cấp trên"
      failed={failed(state)}
      crumbs={crumbsOf(seen, "Ghép")}
      lead={beside.parent.movementName}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        {proposed.length === 0 ? (
          <EmptyState title="Không thấy mục nào giống nhau để đề nghị ghép">
            Mở từng mục của cấp trên và chọn “Điều chỉnh cho đơn vị”.
          </EmptyState>
        ) : (
          <ActionForm action={`${pathWith(seen.plan, beside.parent)}/ghep`} formKey={formKey}>
            <CheckboxesField
              name="matches"
              label="Chỉ ghép những cặp đúng là trả lời cho nhau"
              hint="Đề nghị theo số từ chung; không cặp nào được ghép khi Ông/Bà chưa chọn"
              error={state.errors.matches}
              values={state.typed.matches ?? []}
              choices={proposed.map(({ parent, item, share }) => ({
                value: `${item.id}|${parent.key}`,
                label: writeParentItem(parent),
                hint: `đơn vị: ${writeItem(item)} · giống ${share}% số từ`,
              }))}
            />
            <Actions>
              <Button>Ghép các cặp đã chọn</Button>
              <ButtonLink href={pathOf(seen.plan)} kind="secondary">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        )}
      </Card>
    </Page>
  );
}

interface ItemPageProps extends WritingProps {
  kind: NewPlanItem["kind"];
  /** Null for a new one. */
  item: PlanItem | null;
}

/** An item of the unit's own. */
export function ItemPage({ frame, seen, kind, item, state, saving, formKey }: ItemPageProps) {
  const base = pathOf(seen.plan);
  const action = item ? `${base}/muc/${item.id}` : `${base}/muc/moi`;
  return (
    <Page
      frame={frame}
      title={item ? "Sửa mục của đơn vị" : `Thêm ${kindNames[kind].toLocaleLowerCase("vi")}`}
      failed={failed(state)}
      crumbs={crumbsOf(seen, item ? "Sửa mục" : "Thêm mục")}
    >
      <ErrorSummary errors={state.errors} />
      {!item && (
        <p>
          {(Object.keys(kindNames) as NewPlanItem["kind"][]).map((one, index) => (
            <>
              {index > 0 && " · "}
              {one === kind ? (
                <b>{kindNames[one]}</b>
              ) : (
                <a href={`${action}?loai=${one}`}>{kindNames[one]}</a>
              )}
            </>
          ))}
        </p>
      )}
      <Card>
        <ActionForm action={action} formKey={formKey} {...saving}>
          <input type="hidden" name="kind" value={kind} />
          <ItemFields kind={kind} state={state} item={item} withGrouping />
          <Actions>
            <Button>Lưu</Button>
            {item && (
              <Button kind="secondary" formaction={`${action}/bo`}>
                Bỏ mục này
              </Button>
            )}
            <ButtonLink href={base} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}

/** Name, purpose, requirements, arrangements. */
export function TextsPage({ frame, seen, state, saving, formKey }: WritingProps) {
  const { plan, content } = seen;
  return (
    <Page
      frame={frame}
      title="Lời văn của kế hoạch"
      failed={failed(state)}
      crumbs={crumbsOf(seen, "Lời văn")}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={`${pathOf(plan)}/loi-van`} formKey={formKey} {...saving}>
          <input type="hidden" name="version" value={versionShown(state, plan.version)} />
          <TextField {...shown(state, "name", content.name)} label="Tên kế hoạch" />
          <TextArea {...shown(state, "goal", content.goal ?? "")} label="Mục đích" rows={4} optional />
          <TextArea
            {...shown(state, "requirements", content.requirements ?? "")}
            label="Yêu cầu"
            rows={4}
            optional
          />
          <TextArea
            {...shown(state, "arrangements", content.arrangements ?? "")}
            label="Tổ chức thực hiện"
            rows={6}
            optional
          />
          <Actions>
            <Button>Lưu</Button>
            <ButtonLink href={pathOf(plan)} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}
