import { writeNumber } from "../platform/money.ts";
import type { FormState } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  fieldId,
  Page,
} from "../web/kit.ts";
import { writeMeasured } from "./forecast.ts";
import { compareParts, type Share, ways } from "./share.ts";
import type { SeenPart } from "./share-seen.pages.ts";
import { isRatio } from "./target.ts";

/** A unit that may be given a part, and the part it has. */
export interface Divisible {
  readonly unit: number;
  readonly name: string;
  readonly part: Share | null;
}

interface DivideProps {
  frame: Frame;
  seen: SeenPart;
  units: readonly Divisible[];
  state: FormState;
  formKey: string;
}

/** A share and the units below it: who gets a part, and how much. */
export function DividePage({ frame, seen, units, state, formKey }: DivideProps) {
  const { share, target } = seen;
  const address = `/theo-doi/phan/${share.id}/chia`;
  return (
    <Page
      frame={frame}
      title="Chia chỉ tiêu"
      lead={`${target.name}: ${share.unitName} được giao ${writeMeasured(share.goal, target)}`}
      failed={Object.keys(state.errors).length > 0}
      crumbs={[
        { label: "Theo dõi chỉ tiêu", href: "/theo-doi" },
        { label: share.unitName, href: `/theo-doi/phan/${share.id}` },
        { label: "Chia chỉ tiêu" },
      ]}
    >
      <ErrorSummary errors={state.errors} title="Chưa chia được" />
      <Card title="Đơn vị được giao" lead={sumWords(seen, units, state)}>
        {units.length === 0 ? (
          <EmptyState title="Không có đơn vị nào bên dưới">
            Chỉ tiêu này do đơn vị tự thực hiện và nhập số liệu.
          </EmptyState>
        ) : (
          <ActionForm action={address} formKey={formKey} guard>
            <DivisionTable units={units} state={state} />
            <p class="small soft">
              {isRatio(target.measure)
                ? "Tỷ lệ không chia nhỏ: đề xuất giao cùng một mức cho các đơn vị đã chọn; sửa được từng ô."
                : "Đề xuất chia lẻ như chỉ tiêu được giao và cộng lại vừa đủ; sửa được từng ô trước khi lưu."}
            </p>
            <Actions>
              <Button>Lưu phần chia</Button>
              {Object.entries(ways).map(([way, label]) => (
                <button
                  class="button button-secondary"
                  type="submit"
                  formaction={`${address}/de-xuat?cach=${way}`}
                  data-turbo="false"
                >
                  {label}
                </button>
              ))}
              <ButtonLink href={`/theo-doi/phan/${share.id}`} kind="quiet">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        )}
      </Card>
    </Page>
  );
}

const typedAt = (state: FormState, name: string): string | undefined => state.typed[name]?.[0];

const wasTyped = (state: FormState): boolean => Object.keys(state.typed).length > 0;

const numberText = (value: number | null | undefined): string => (value == null ? "" : writeNumber(value));

/** The sum of what stands or is proposed, against the whole. */
function sumWords({ share, target }: SeenPart, units: readonly Divisible[], state: FormState): string {
  const parts = units.flatMap(({ unit, part }) => {
    if (!wasTyped(state)) return part ? [{ unit, base: part.base, goal: part.goal }] : [];
    if (state.typed[`parts.u${unit}.chosen`] === undefined) return [];
    const text = typedAt(state, `parts.u${unit}.goal`) ?? "";
    const goal = Number(text.replaceAll(".", "").replace(",", "."));
    return [{ unit, base: null, goal: text === "" || Number.isNaN(goal) ? null : goal }];
  });
  return compareParts(target, share.goal, parts).words;
}

const DivisionTable = ({ units, state }: { units: readonly Divisible[]; state: FormState }) => (
  <div class="data-table">
    <div class="table-scroll">
      <table class="table">
        <caption class="unseen">Đơn vị được giao và phần của từng đơn vị</caption>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">Mức gốc</th>
            <th scope="col">Chỉ tiêu giao</th>
          </tr>
        </thead>
        <tbody>
          {units.map((one) => (
            <DivisionRow one={one} state={state} />
          ))}
        </tbody>
      </table>
    </div>
  </div>
);

function DivisionRow({ one, state }: { one: Divisible; state: FormState }) {
  const { unit, name, part } = one;
  const prefix = `parts.u${unit}`;
  const chosen = wasTyped(state) ? state.typed[`${prefix}.chosen`] !== undefined : part !== null;
  return (
    <tr>
      <th scope="row" class="cell-head">
        <label class="choice-label">
          <input type="checkbox" name={`${prefix}.chosen`} value="co" checked={chosen} />
          <span>{name}</span>
        </label>
      </th>
      <td data-label="Mức gốc">
        <NumberCell
          state={state}
          name={`${prefix}.base`}
          stored={numberText(part?.base)}
          label={`Mức gốc của ${name}`}
        />
      </td>
      <td data-label="Chỉ tiêu giao">
        <NumberCell
          state={state}
          name={`${prefix}.goal`}
          stored={numberText(part?.goal)}
          label={`Chỉ tiêu giao cho ${name}`}
        />
      </td>
    </tr>
  );
}

interface CellProps {
  state: FormState;
  name: string;
  stored: string;
  label: string;
}

/** A number in a grid: its label is heard, its column is seen. */
export function NumberCell({ state, name, stored, label }: CellProps) {
  const error = state.errors[name];
  const id = fieldId(name);
  return (
    <div class={error ? "field field-wrong" : "field"}>
      <input
        id={id}
        class="input input-number"
        type="text"
        inputmode="decimal"
        name={name}
        value={typedAt(state, name) ?? stored}
        aria-label={label}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error ? `${id}-loi` : undefined}
        autocomplete="off"
      />
      {error && (
        <p class="field-error" id={`${id}-loi`}>
          <span class="unseen">Lỗi: </span>
          {error}
        </p>
      )}
    </div>
  );
}
