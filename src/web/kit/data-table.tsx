import type { Child } from "hono/jsx";
import { EmptyState } from "./empty-state.tsx";
import { Pager } from "./pager.tsx";
import { addressSortedBy, type TableAddress, type TableSort } from "./table-address.ts";
import { type TableFilter, TableFilters } from "./table-filters.tsx";

/** How a cell is set: codes and days never wrap, numbers stand to the right. */
export type CellKind = "text" | "code" | "number" | "day" | "tag" | "actions";

export interface Column<Row> {
  /** Name in the URL's sort. */
  readonly key: string;
  readonly label: string;
  readonly kind?: CellKind | undefined;
  readonly cell: (row: Row) => Child;
  readonly sortable?: boolean | undefined;
  /** The cell that names the row. One column has it; the first when none says so. */
  readonly head?: boolean | undefined;
}

/** Something that can be done to several rows: a button that leads to a page saying what it will touch. */
export interface BulkAction {
  readonly label: string;
  readonly address: string;
}

interface Bulk<Row> {
  /** Name under which the ticked rows are sent. */
  readonly name: string;
  /** What a row is called, for its box and for the list of what is ticked. */
  readonly rowLabel: (row: Row) => string;
  readonly actions: readonly BulkAction[];
  /** What goes along with the ticked rows: the year looked at. */
  readonly carried?: Readonly<Record<string, string>> | undefined;
  /** `get` leads to a page that lists what it will touch; that is the usual way. */
  readonly method?: "get" | "post" | undefined;
  /** Idempotency key, for `post`. */
  readonly formKey?: string | undefined;
}

export interface DataTableProps<Row> {
  /** Tells two tables of one page apart; also the anchor. */
  id: string;
  /** Names the table for those who do not see its heading. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Row shown in detail beside the table. */
  currentKey?: string | undefined;
  /** Path and query as they are; needed for sort, filters and pages. */
  address?: TableAddress | undefined;
  sort?: TableSort | undefined;
  filters?: readonly TableFilter[] | undefined;
  paging?:
    | { readonly page: number; readonly total: number; readonly size?: number; readonly noun: string }
    | undefined;
  bulk?: Bulk<Row> | undefined;
  /** Exactly what is seen, as files. */
  exports?: readonly { readonly label: string; readonly href: string }[] | undefined;
  /** What to do when there is nothing. */
  empty?: Child;
}

/** Rows of one kind. On a phone each row is a card with its labels. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, address, bulk, rows, paging, filters } = props;
  const table = (
    <div class="table-scroll">
      <table class="table" id={id}>
        <caption class="unseen">{props.caption}</caption>
        <TableHead {...props} />
        <tbody>
          {rows.map((row) => (
            <TableRow table={props} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
  return (
    <div class="data-table">
      {filters && address && <TableFilters id={id} address={address} filters={filters} />}
      {rows.length === 0 ? (
        (props.empty ?? (
          <EmptyState title="Không có dòng nào khớp">Hãy bỏ bớt điều kiện lọc rồi xem lại.</EmptyState>
        ))
      ) : bulk ? (
        <bulk-select for={bulkFormId(id)}>
          {table}
          <BulkBar id={id} bulk={bulk as Bulk<unknown>} />
        </bulk-select>
      ) : (
        table
      )}
      {(paging || props.exports) && (
        <div class="table-foot">
          {paging && address && <Pager address={address} {...paging} />}
          {props.exports && (
            <p class="exports">
              Tải đúng danh sách đang xem:{" "}
              {props.exports.map((file) => (
                <a href={file.href} data-turbo="false">
                  {file.label}
                </a>
              ))}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

const bulkFormId = (id: string): string => `${id}-nhieu`;

function TableHead<Row>({ columns, sort, address, bulk, id }: DataTableProps<Row>) {
  return (
    <thead>
      <tr>
        {bulk && (
          <td class="cell-box" data-bulk-all="">
            <span class="unseen">Chọn</span>
          </td>
        )}
        {columns.map((column) => (
          <th
            scope="col"
            class={`cell-${column.kind ?? "text"}`}
            aria-sort={
              sort?.column === column.key ? (sort.descending ? "descending" : "ascending") : undefined
            }
          >
            {column.sortable && address ? (
              <a class="sort" href={`${addressSortedBy(address, column.key, sort)}#${id}`}>
                {column.label}
                <SortSign direction={sort?.column === column.key ? sort : undefined} />
              </a>
            ) : (
              column.label
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortSign({ direction }: { direction: TableSort | undefined }) {
  return (
    <svg class="sort-sign" width="10" height="14" viewBox="0 0 10 14" aria-hidden="true" focusable="false">
      {!direction?.descending && <path d="M5 1l4 5H1z" />}
      {direction?.descending !== false && <path d="M5 13L1 8h8z" />}
    </svg>
  );
}

function TableRow<Row>({ table, row }: { table: DataTableProps<Row>; row: Row }) {
  const { columns, bulk } = table;
  const key = table.rowKey(row);
  const headKey = (columns.find((column) => column.head) ?? columns[0])?.key;
  return (
    <tr aria-current={key === table.currentKey ? "true" : undefined}>
      {bulk && (
        <td class="cell-box">
          <label class="box-only">
            <input type="checkbox" name={bulk.name} value={key} form={bulkFormId(table.id)} />
            <span class="unseen">Chọn {bulk.rowLabel(row)}</span>
          </label>
        </td>
      )}
      {columns.map((column) =>
        column.key === headKey ? (
          <th scope="row" class={`cell-${column.kind ?? "text"} cell-head`}>
            {column.cell(row)}
          </th>
        ) : (
          <td class={`cell-${column.kind ?? "text"}`} data-label={column.label}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function BulkBar({ id, bulk }: { id: string; bulk: Bulk<unknown> }) {
  return (
    <form
      class="bulk-bar"
      id={bulkFormId(id)}
      method={bulk.method ?? "get"}
      action={bulk.actions[0]?.address}
    >
      {bulk.method === "post" && <input type="hidden" name="key" value={bulk.formKey} />}
      {Object.entries(bulk.carried ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="bulk-count" role="status">
        Với các dòng đã chọn:
      </p>
      {bulk.actions.map((action) => (
        <button class="button button-secondary button-small" type="submit" formaction={action.address}>
          {action.label}
        </button>
      ))}
    </form>
  );
}
