import { z } from 'zod'

const count = (fallback: number, most: number) =>
  z.coerce.number().int().min(1).max(most).default(fallback)

const pagingQuery = z.object({
  page: count(1, 1_000_000),
  perPage: count(10, 100),
  search: z.string().default(''),
})

export type PagingQuery = z.infer<typeof pagingQuery>

/** Reads `page`, `perPage` and `search`. Throws `ZodError` when they are out of range. */
export const readPaging = (query: URLSearchParams): PagingQuery =>
  pagingQuery.parse(Object.fromEntries(query))

/** One page of `items` with the vendor's `meta`. */
export function page<T>(items: readonly T[], { page, perPage }: PagingQuery) {
  const lastPage = Math.max(1, Math.ceil(items.length / perPage))
  return {
    data: items.slice((page - 1) * perPage, page * perPage),
    meta: {
      total: items.length,
      lastPage,
      currentPage: page,
      perPage,
      prev: page > 1 ? page - 1 : null,
      next: page < lastPage ? page + 1 : null,
    },
  }
}
