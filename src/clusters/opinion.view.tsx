import type { FormState } from "../web/form.ts";
import { shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  InstantText,
  Lines,
  NumberField,
  Page,
  SelectField,
  Tag,
  TextArea,
} from "../web/kit.ts";
import { type Criteria, leavesOf, type NumberedCriterion } from "./criteria.ts";
import type { Opinion } from "./opinion.store.ts";
import { writeHundredths } from "./points.ts";

interface OpinionsCardProps {
  opinions: readonly Opinion[];
  criteria: Criteria;
  addHref: string | null;
}

export function OpinionsCard({ opinions, criteria, addHref }: OpinionsCardProps) {
  const numbers = new Map(leavesOf(criteria).map(({ id, number }) => [id, number]));
  return (
    <Card
      title="Ý kiến"
      tag={<Tag>{`${opinions.length}`}</Tag>}
      more={addHref && <a href={addHref}>Cho ý kiến…</a>}
      flush
    >
      {opinions.length === 0 ? (
        <EmptyState title="Chưa có ý kiến nào" />
      ) : (
        <Lines
          lines={opinions.map((one) => ({
            main: (
              <>
                <b>{one.unitName}</b>
                {one.criterion !== null && ` · mục ${numbers.get(one.criterion) ?? "đã bỏ"}`}
                {one.points !== null && ` · đề nghị ${writeHundredths(one.points)} điểm`}
              </>
            ),
            detail: (
              <>
                {one.words} · <InstantText at={one.at} />
              </>
            ),
          }))}
        />
      )}
    </Card>
  );
}

interface OpinionPageProps {
  frame: Frame;
  unitName: string;
  crumbs: readonly { label: string; href?: string }[];
  action: string;
  backHref: string;
  criteria: readonly NumberedCriterion[];
  /** An opinion on the sheet as a whole is the members'; a ministry unit keeps to its field. */
  whole: boolean;
  speakers: readonly { readonly unit: number; readonly name: string }[];
  state: FormState;
  formKey: string;
}

export const OpinionPage = (props: OpinionPageProps) => (
  <Page
    frame={props.frame}
    title={`Ý kiến về phiếu của ${props.unitName}`}
    failed={Object.keys(props.state.errors).length > 0}
    crumbs={props.crumbs}
    lead="Ý kiến gửi đến Thường trực khi thẩm định; đơn vị được chấm cũng đọc được."
  >
    <ErrorSummary errors={props.state.errors} />
    <Card>
      <ActionForm action={props.action} formKey={props.formKey} guard>
        {props.speakers.length > 1 ? (
          <SelectField
            {...shown(props.state, "unit")}
            label="Nêu ý kiến thay mặt"
            choices={props.speakers.map(({ unit, name }) => ({ value: `${unit}`, label: name }))}
          />
        ) : (
          <input type="hidden" name="unit" value={props.speakers[0]?.unit} />
        )}
        <SelectField
          {...shown(props.state, "criterion")}
          label="Về tiêu chí"
          prompt={props.whole ? "Cả phiếu" : "Chọn…"}
          choices={props.criteria.map(({ id, number, name }) => ({
            value: `${id}`,
            label: `${number}. ${name}`,
          }))}
          optional={props.whole}
        />
        <NumberField {...shown(props.state, "points")} label="Số điểm đề nghị" unit="điểm" decimal optional />
        <TextArea {...shown(props.state, "words")} label="Ý kiến" rows={4} />
        <Actions>
          <Button>Gửi ý kiến</Button>
          <ButtonLink href={props.backHref} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
