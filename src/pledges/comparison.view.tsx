import { writeNumber } from "../platform/money.ts";
import type { Figure } from "../platform/offered.ts";
import { isRefusal } from "../platform/refusal.ts";
import { type FormState, shown, versionShown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Bars,
  Button,
  ButtonLink,
  Card,
  Columns,
  DataTable,
  EmptyState,
  Lines,
  NumberField,
  RadioField,
  Stack,
  Tag,
  TextArea,
} from "../web/kit.ts";
import {
  type Commitment,
  type CommitmentResult,
  resultNames,
  results,
  writeCommitment,
} from "./commitment.ts";
import { mayRun, mayWriteFor } from "./pledge.may.ts";
import { planIsOpen } from "./pledge.ts";
import { PledgePage, type PledgeProps } from "./pledge-frame.view.tsx";

const tones = { done: "good", partly: "watch", not: "bad" } as const;

const ResultTag = ({ result }: { result: CommitmentResult | null }) =>
  result ? <Tag tone={tones[result]}>{resultNames[result]}</Tag> : <Tag>Chưa đối chiếu</Tag>;

interface ComparisonProps extends PledgeProps {
  commitments: readonly Commitment[];
  /** What the record tells of commitments tied to a figure, by unit and code. */
  figures: ReadonlyMap<string, Figure>;
}

export function ComparisonView(props: ComparisonProps) {
  const { pledge, actor, commitments, figures } = props;
  const base = `/giao-uoc/${pledge.id}`;
  const open = !planIsOpen(pledge.state);
  const writes = ({ unit }: Commitment) =>
    open && !(isRefusal(mayRun(actor, pledge)) && isRefusal(mayWriteFor(actor, pledge, unit)));
  return (
    <PledgePage
      {...props}
      side="comparison"
      title="Đối chiếu cam kết với kết quả"
      lead={`${pledge.clusterName}, năm ${pledge.year}`}
    >
      {commitments.length > 0 && (
        <Card title="Kết quả chung">
          <Bars
            label="Cam kết theo kết quả"
            bars={results.map((result) => ({
              label: resultNames[result],
              value: commitments.filter((one) => one.result === result).length,
              of: commitments.length,
              tone:
                result === "done"
                  ? ("good" as const)
                  : result === "partly"
                    ? ("watch" as const)
                    : ("action" as const),
            }))}
          />
        </Card>
      )}
      <Card title="Từng cam kết" flush>
        <DataTable<Commitment>
          id="doi-chieu"
          caption="Cam kết và kết quả"
          rows={commitments}
          rowKey={({ id }) => `${id}`}
          columns={[
            { key: "cam-ket", label: "Đã cam kết", head: true, cell: writeCommitment },
            { key: "don-vi", label: "Đơn vị", cell: ({ unitName }) => unitName },
            {
              key: "ket-qua",
              label: "Kết quả",
              kind: "tag",
              cell: ({ result }) => <ResultTag result={result} />,
            },
            {
              key: "so",
              label: "Đã thực hiện",
              cell: ({ resultValue, measure }) =>
                resultValue === null ? "" : `${writeNumber(resultValue)} ${measure ?? ""}`,
            },
            ...(figures.size === 0
              ? []
              : [
                  {
                    key: "so-lieu",
                    label: "Số liệu hệ thống",
                    cell: ({ unit, figure }: Commitment) => (
                      <FigureText figure={figures.get(`${unit} ${figure}`)} />
                    ),
                  },
                ]),
            { key: "minh-chung", label: "Minh chứng", cell: ({ evidence }) => evidence ?? "" },
            {
              key: "ghi",
              label: "Ghi",
              kind: "actions",
              cell: (commitment) =>
                writes(commitment) ? (
                  <a href={`${base}/doi-chieu/${commitment.id}`}>
                    {commitment.result ? "Sửa" : "Ghi"}
                    <span class="unseen"> kết quả của cam kết {commitment.words}</span>
                  </a>
                ) : (
                  ""
                ),
            },
          ]}
          empty={
            <EmptyState title="Chưa có cam kết nào">
              Các đơn vị ghi cam kết ở trang Văn bản, cam kết.
            </EmptyState>
          }
        />
      </Card>
    </PledgePage>
  );
}

/** The record's number, opened to where it comes from. */
const FigureText = ({ figure }: { figure: Figure | undefined }) =>
  figure ? (
    <a href={figure.href}>
      {figure.value === null ? "chưa rõ" : `${writeNumber(figure.value)} ${figure.measure}`}
      <span class="unseen"> {figure.label}</span>
    </a>
  ) : null;

interface OutcomeProps extends PledgeProps {
  commitment: Commitment;
  /** What the record of later stages tells of the unit's year. */
  figures: readonly Figure[];
  state: FormState;
  formKey: string;
}

export function OutcomeView(props: OutcomeProps) {
  const { pledge, commitment, figures, state } = props;
  const base = `/giao-uoc/${pledge.id}`;
  const tied = figures.find(({ code }) => code === commitment.figure);
  const counted = commitment.resultValue ?? tied?.value ?? null;
  return (
    <PledgePage {...props} side="comparison" title="Kết quả thực hiện cam kết" below="Ghi kết quả">
      <Columns>
        <Card title={commitment.unitName} lead={`Đã cam kết: ${writeCommitment(commitment)}`}>
          <ActionForm action={`${base}/doi-chieu/${commitment.id}`} formKey={props.formKey} guard>
            <input type="hidden" name="version" value={versionShown(state, commitment.version)} />
            {tied && (
              <p>
                Số liệu gắn với cam kết: {tied.label}, <FigureText figure={tied} />
              </p>
            )}
            <RadioField
              {...shown(state, "result", commitment.result ?? "")}
              label="Kết quả"
              choices={results.map((result) => ({ value: result, label: resultNames[result] }))}
            />
            <NumberField
              {...shown(state, "value", counted === null ? "" : writeNumber(counted))}
              label="Số đã thực hiện"
              unit={commitment.measure ?? undefined}
              decimal
              optional={commitment.target === null}
            />
            <TextArea
              {...shown(state, "evidence", commitment.evidence ?? "")}
              label="Minh chứng hoặc lý do"
              hint="Văn bản, báo cáo, số liệu nào cho thấy kết quả này"
              rows={4}
            />
            <Actions>
              <Button>Ghi kết quả</Button>
              <ButtonLink href={`${base}/doi-chieu`} kind="secondary">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
        <Stack>
          <Card title={`Số liệu năm ${pledge.year} trên hệ thống`} flush={figures.length > 0}>
            {figures.length === 0 ? (
              <p>Chưa có số liệu nào của đơn vị.</p>
            ) : (
              <Lines
                lines={figures.map((figure) => ({
                  main: <a href={figure.href}>{figure.label}</a>,
                  end: figure.value === null ? "chưa rõ" : `${writeNumber(figure.value)} ${figure.measure}`,
                }))}
              />
            )}
          </Card>
        </Stack>
      </Columns>
    </PledgePage>
  );
}
