import type { Query } from './api-action.ts';

/** One page of a list. */
export interface Page<Item> {
  readonly currentPage: number;
  readonly pageSize: number;
  readonly totalSize: number;
  readonly items: readonly Item[];
}

/** How long the pages of a list are. */
export interface PageSizes {
  /** Where none is asked for. */
  readonly usual: number;
  /** The longest that there is, whatever is asked for; as long as asked, if not given. */
  readonly longest: number | undefined;
}

/** Whether `CurrentPage` and `PageSize` are absent or whole numbers above zero, as they must be. */
export function hasValidPage(query: Query): boolean {
  return [query['CurrentPage'] ?? '', query['PageSize'] ?? ''].every(text => /^([1-9]\d{0,8})?$/.test(text));
}

/** The page of `all` that a query with a valid `CurrentPage` and `PageSize` asks for. */
export function pageOf<Item>(query: Query, all: readonly Item[], sizes: PageSizes): Page<Item> {
  const currentPage = Number(query['CurrentPage'] ?? '') || 1;
  const asked = Number(query['PageSize'] ?? '') || sizes.usual;
  const pageSize = Math.min(asked, sizes.longest ?? asked);
  const from = (currentPage - 1) * pageSize;
  return { currentPage, pageSize, totalSize: all.length, items: all.slice(from, from + pageSize) };
}

/** The fields that tell where in a list a page stands. */
export function pageFields(page: Page<unknown>): {
  readonly CurrentPage: number;
  readonly PageSize: number;
  readonly TotalSize: number;
} {
  return { CurrentPage: page.currentPage, PageSize: page.pageSize, TotalSize: page.totalSize };
}
