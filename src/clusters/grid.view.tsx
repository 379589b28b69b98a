import type { Child } from "hono/jsx";
import type { FormState } from "../web/form.ts";
import { shown } from "../web/form.ts";
import { flatten, type NumberedCriterion } from "./criteria.ts";
import { type Hundredths, writeHundredths } from "./points.ts";
import { inputsOf, writePoints, writeRule } from "./rule-words.ts";
import { gridField } from "./scores.form.ts";
import type { CriteriaTable } from "./table.ts";

export interface GridValue {
  readonly actual: Hundredths | null;
  readonly planned: Hundredths | null;
  readonly words: string | null;
}

interface GridProps {
  caption: string;
  table: CriteriaTable;
  state: FormState;
  /** What stands, or is proposed, for a criterion. */
  valueOf: (id: number) => GridValue;
  /** Points beside the fields: reckoned by what is saved. */
  pointsOf: (id: number) => Hundredths | null;
  /** Heading and cell of a column of its own, before the fields. */
  beside?: { readonly label: string; readonly cell: (criterion: NumberedCriterion) => Child } | undefined;
  /** Below the name of a criterion: where a value comes from. */
  under: (criterion: NumberedCriterion) => Child;
  wordsLabel: string;
}

const written = (value: Hundredths | null): string => (value === null ? "" : writeHundredths(value));

/** All criteria in one form, for the keyboard: arrows and Enter go from field to field, everything is sent at once. */
export function ScoreGrid(props: GridProps) {
  const { table, beside } = props;
  return (
    <score-grid>
      <div class="table-scroll">
        <table class="table score-grid">
          <caption class="unseen">{props.caption}</caption>
          <thead>
            <tr>
              <th scope="col">TT</th>
              <th scope="col">Tiêu chí</th>
              {beside && (
                <th scope="col" class="cell-number">
                  {beside.label}
                </th>
              )}
              <th scope="col">Số liệu</th>
              <th scope="col" class="cell-number">
                Điểm
              </th>
              <th scope="col">{props.wordsLabel}</th>
            </tr>
          </thead>
          <tbody>
            {flatten(table.criteria.groups).map((criterion) =>
              criterion.children.length > 0 ? (
                <BranchRow criterion={criterion} columns={beside ? 4 : 3} />
              ) : (
                <LeafRow {...props} criterion={criterion} />
              ),
            )}
          </tbody>
        </table>
      </div>
    </score-grid>
  );
}

const BranchRow = ({ criterion, columns }: { criterion: NumberedCriterion; columns: number }) => (
  <tr class="row-branch">
    <td class="cell-code">{criterion.number}</td>
    <th scope="row" colspan={columns} class="cell-head">
      {criterion.name}
    </th>
    <td class="soft">tối đa {writeHundredths(criterion.max)}</td>
  </tr>
);

function LeafRow(props: GridProps & { criterion: NumberedCriterion }) {
  const { criterion, state, beside } = props;
  const value = props.valueOf(criterion.id);
  const inputs = inputsOf(criterion.rule!);
  return (
    <tr id={`muc-${criterion.id}`}>
      <td class="cell-code">{criterion.number}</td>
      <th scope="row" class="cell-head">
        <span class="line">
          {criterion.name}
          <small>{writeRule(criterion.rule)}</small>
          {props.under(criterion)}
        </span>
      </th>
      {beside && (
        <td class="cell-number" data-label={beside.label}>
          {beside.cell(criterion)}
        </td>
      )}
      <td data-label="Số liệu">
        <span class="grid-inputs">
          <GridInput
            criterion={criterion}
            field="actual"
            label={inputs.actual}
            stored={written(value.actual)}
            state={state}
          />
          {inputs.planned && (
            <GridInput
              criterion={criterion}
              field="planned"
              label={inputs.planned}
              stored={written(value.planned)}
              state={state}
            />
          )}
        </span>
      </td>
      <td class="cell-number" data-label="Điểm">
        {writePoints(props.pointsOf(criterion.id), criterion.max)}
      </td>
      <td data-label={props.wordsLabel}>
        <WordsInput criterion={criterion} label={props.wordsLabel} stored={value.words ?? ""} state={state} />
      </td>
    </tr>
  );
}

interface InputProps {
  criterion: NumberedCriterion;
  label: string;
  stored: string;
  state: FormState;
}

function GridInput({ criterion, field, label, stored, state }: InputProps & { field: "actual" | "planned" }) {
  const { name, value, error } = shown(state, gridField(criterion.id, field), stored);
  const id = `o-${name.replaceAll(".", "-")}`;
  return (
    <span class="grid-field">
      <label for={id} class="small soft">
        {label}
        <span class="unseen">, mục {criterion.number}</span>
      </label>
      <input
        id={id}
        class="input input-number"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        name={name}
        value={value}
        data-grid={field}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error ? `${id}-loi` : undefined}
      />
      {error && (
        <span class="field-error" id={`${id}-loi`}>
          {error}
        </span>
      )}
    </span>
  );
}

function WordsInput({ criterion, label, stored, state }: InputProps) {
  const { name, value, error } = shown(state, gridField(criterion.id, "words"), stored);
  const id = `o-${name.replaceAll(".", "-")}`;
  return (
    <span class="grid-field">
      <input
        id={id}
        class="input input-full"
        type="text"
        name={name}
        value={value}
        maxlength={1000}
        data-grid="words"
        aria-label={`${label}, mục ${criterion.number}`}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error ? `${id}-loi` : undefined}
      />
      {error && (
        <span class="field-error" id={`${id}-loi`}>
          {error}
        </span>
      )}
    </span>
  );
}
