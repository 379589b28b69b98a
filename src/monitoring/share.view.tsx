import { writeNumber } from "../platform/money.ts";
import type { FormState } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  addressWith,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  fieldId,
  Page,
  Pager,
  type TableAddress,
  TableFilters,
} from "../web/kit.ts";
import { writeMeasured } from "./forecast.ts";
import { compareParts, partsElsewhere, type Share, ways } from "./share.ts";
import type { SeenPart } from "./share-seen.pages.ts";
import { isRatio, type Target } from "./target.ts";

/** A unit that may be given a part, and the part it has. */
export interface Divisible {
  readonly unit: number;
  readonly unitName: string;
  readonly part: Share | null;
}

interface DivideProps {
  frame: Frame;
  seen: SeenPart;
  address: TableAddress;
  /** Every unit that may be given a part. */
  all: readonly Divisible[];
  /** Those of this page. */
  units: readonly Divisible[];
  paging: { readonly page: number; readonly total: number; readonly size: number };
  state: FormState;
  formKey: string;
}

/** A share and the units below it: who gets a part, and how much. */
export function DividePage(props: DivideProps) {
  const { frame, seen, address, all, units, paging, state } = props;
  const { share, target } = seen;
  const several = all.length > paging.size;
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
      <Card title="Đơn vị được giao" lead={sumWords(seen, all, units, state)}>
        {all.length === 0 ? (
          <EmptyState title="Không có đơn vị nào bên dưới">
            Chỉ tiêu này do đơn vị tự thực hiện và nhập số liệu.
          </EmptyState>
        ) : (
          <>
            {several && (
              <>
                <TableFilters
                  id="don-vi"
                  address={address}
                  filters={[{ kind: "search", name: "q", label: "Tìm đơn vị" }]}
                />
                <p class="small soft">
                  Lưu từng trang: phần của các đơn vị ở trang khác được giữ nguyên. Đề xuất chia phần còn lại
                  cho các đơn vị đã chọn ở trang này.
                </p>
              </>
            )}
            <DivisionForm {...props} several={several} target={target} />
            <Pager address={address} noun="đơn vị" {...paging} />
          </>
        )}
      </Card>
    </Page>
  );
}

interface DivisionFormProps extends DivideProps {
  several: boolean;
  target: Target;
}

const DivisionForm = ({ address, all, units, state, formKey, several, target, seen }: DivisionFormProps) => (
  <ActionForm action={addressWith(address, {})} formKey={formKey} guard>
    <input type="hidden" name="shown" value={units.map(({ unit }) => unit).join("-")} />
    <DivisionTable units={units} state={state} />
    <p class="small soft">
      {isRatio(target.measure)
        ? "Tỷ lệ không chia nhỏ: đề xuất giao cùng một mức cho các đơn vị đã chọn; sửa được từng ô."
        : "Đề xuất chia lẻ như chỉ tiêu được giao và cộng lại vừa đủ; sửa được từng ô trước khi lưu."}
    </p>
    <Actions>
      <Button>{several ? "Lưu trang này" : "Lưu phần chia"}</Button>
      {Object.entries(ways).map(([way, label]) => (
        <button
          class="button button-secondary"
          type="submit"
          formaction={addressWith({ path: `${address.path}/de-xuat`, query: address.query }, { cach: way })}
          data-turbo="false"
        >
          {label}
        </button>
      ))}
      {several && (
        <button class="button button-secondary" type="submit" formaction={`${address.path}/tat-ca`}>
          {`Chia đều cho cả ${writeNumber(all.length)} đơn vị và lưu`}
        </button>
      )}
      <ButtonLink href={`/theo-doi/phan/${seen.share.id}`} kind="quiet">
        Quay lại
      </ButtonLink>
    </Actions>
  </ActionForm>
);

const typedAt = (state: FormState, name: string): string | undefined => state.typed[name]?.[0];

const wasTyped = (state: FormState): boolean => Object.keys(state.typed).length > 0;

const numberText = (value: number | null | undefined): string => (value == null ? "" : writeNumber(value));

/** The sum of what stands or is proposed, against the whole; what other pages hold stands. */
function sumWords(
  { share, target }: SeenPart,
  all: readonly Divisible[],
  units: readonly Divisible[],
  state: FormState,
): string {
  const standing = all.flatMap(({ part }) => (part ? [part] : []));
  if (!wasTyped(state)) return compareParts(target, share.goal, standing).words;
  const shown = units.map(({ unit }) => unit);
  const typed = units.flatMap(({ unit }) => {
    if (state.typed[`parts.u${unit}.chosen`] === undefined) return [];
    const text = typedAt(state, `parts.u${unit}.goal`) ?? "";
    const goal = Number(text.replaceAll(".", "").replace(",", "."));
    return [{ unit, base: null, goal: text === "" || Number.isNaN(goal) ? null : goal }];
  });
  return compareParts(target, share.goal, [...typed, ...partsElsewhere(standing, shown, typed)]).words;
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
  const { unit, unitName: name, part } = one;
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
