import type { Query } from './api-action.ts';

/** One page of a list. */
export interface Page<Item> {
  readonly currentPage: number;
  readonly pageSize: number;
  readonly totalSize: number;
  readonly items: readonly Item[];
}

/** Whether `CurrentPage` and `PageSize` are absent or whole numbers above zero, as they must be. */
export function hasValidPage(query: Query): boolean {
  return [query['CurrentPage'] ?? '', query['PageSize'] ?? ''].every(text => /^([1-9]\d{0,8})?$/.test(text));
}

/** The page of `all` that a query with a valid `CurrentPage` and `PageSize` asks for. */
export function pageOf<Item>(query: Query, all: readonly Item[], defaultSize: number): Page<Item> {
  const currentPage = Number(query['CurrentPage'] ?? '') || 1;
  const pageSize = Number(query['PageSize'] ?? '') || defaultSize;
  const from = (currentPage - 1) * pageSize;
  return { currentPage, pageSize, totalSize: all.length, items: all.slice(from, from + pageSize) };
}
