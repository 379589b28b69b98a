import type { Choice } from "./choice-fields.tsx";
import { Icon } from "./icons.tsx";
import { addressWith, type TableAddress, tableNames } from "./table-address.ts";

export type TableFilter =
  | { readonly kind: "search"; readonly name: string; readonly label: string }
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly label: string;
      readonly choices: readonly Choice[];
      /** One of the choices always holds, as a year does: there is no “all”, and taking filters off keeps it. */
      readonly always?: boolean | undefined;
    };

interface TableFiltersProps {
  id: string;
  address: TableAddress;
  filters: readonly TableFilter[];
}

/** A GET form, so that what is seen stands in the URL and can be sent to a colleague. */
export function TableFilters({ id, address, filters }: TableFiltersProps) {
  const names = filters.map((filter) => filter.name);
  const takenOff = filters.filter((filter) => !isAlways(filter)).map(({ name }) => name);
  const inForce = takenOff.filter((name) => address.query[name]);
  const none = Object.fromEntries([...takenOff, tableNames.page].map((name) => [name, null]));
  const carried = Object.entries(address.query).filter(
    ([name, value]) => value && name !== tableNames.page && !names.includes(name),
  );
  return (
    <search class="filters">
      <form method="get" action={address.path}>
        {carried.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {filters.map((filter) => (
          <Filter id={`${id}-${filter.name}`} filter={filter} value={address.query[filter.name] ?? ""} />
        ))}
        <div class="filter-buttons">
          <button class="button button-secondary" type="submit">
            Lọc
          </button>
          {inForce.length > 0 && <a href={addressWith(address, none)}>Bỏ lọc</a>}
        </div>
      </form>
    </search>
  );
}

const isAlways = (filter: TableFilter): boolean => filter.kind === "choice" && filter.always === true;

function Filter({ id, filter, value }: { id: string; filter: TableFilter; value: string }) {
  return (
    <div class={`filter filter-${filter.kind}`}>
      <label for={id}>{filter.label}</label>
      {filter.kind === "search" ? (
        <span class="with-icon">
          <Icon name="search" size={16} />
          <input class="input" id={id} type="search" name={filter.name} value={value} autocomplete="off" />
        </span>
      ) : (
        <select class="input input-select" id={id} name={filter.name}>
          {!isAlways(filter) && <option value="">Tất cả</option>}
          {filter.choices.map((choice) => (
            <option value={choice.value} selected={choice.value === value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
