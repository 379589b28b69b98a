/** Where a table stands: its path and what the URL says of filters, sort and page. */
export interface TableAddress {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

export interface TableSort {
  readonly column: string;
  readonly descending: boolean;
}

export const rowsOnAPage = 50;

const SORT = "xep";
const PAGE = "trang";

/** The same address with some parts changed; null takes a part away. */
export function addressWith(address: TableAddress, changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...address.query, ...changes }))
    if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${address.path}?${text}` : address.path;
}

/** Sort by a column, from the first page; a second time turns the order round. */
export const addressSortedBy = (address: TableAddress, column: string, sort: TableSort | undefined): string =>
  addressWith(address, {
    [SORT]: sort?.column === column && !sort.descending ? `-${column}` : column,
    [PAGE]: null,
  });

export const addressOfPage = (address: TableAddress, page: number): string =>
  addressWith(address, { [PAGE]: page > 1 ? `${page}` : null });

/** The sort the URL asks for, when it is one of the sortable columns; otherwise the usual one. */
export function sortIn(address: TableAddress, sortable: readonly string[], usual: TableSort): TableSort {
  const asked = address.query[SORT] ?? "";
  const column = asked.replace(/^-/, "");
  return sortable.includes(column) ? { column, descending: asked.startsWith("-") } : usual;
}

/** The page the URL asks for, from 1. */
export const pageIn = (address: TableAddress): number => {
  const asked = address.query[PAGE] ?? "1";
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
};

/** Names the table itself puts in the URL; a filter form must carry the sort along and drop the page. */
export const tableNames = { sort: SORT, page: PAGE } as const;
