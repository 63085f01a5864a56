import { expect, test } from 'vitest'
import { page, readPaging } from './paging'

const items = Array.from({ length: 23 }, (_, index) => index)
const read = (query: string) => page(items, readPaging(new URLSearchParams(query)))

test('pages are cut and counted as the vendor does', () => {
  expect(read('')).toEqual({
    data: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    meta: { total: 23, lastPage: 3, currentPage: 1, perPage: 10, prev: null, next: 2 },
  })
  expect(read('page=3')).toMatchObject({ data: [20, 21, 22], meta: { prev: 2, next: null } })
  expect(read('perPage=100').data).toHaveLength(23)
  expect(read('page=9')).toMatchObject({ data: [], meta: { total: 23, next: null } })
})

test.each(['page=0', 'page=x', 'perPage=101', 'perPage=0', 'page=1.5'])(
  '%s is refused',
  (query) => {
    expect(() => read(query)).toThrow()
  },
)
