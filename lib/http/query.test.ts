import { expect, test } from 'vitest'
import { z } from 'zod'
import { Problem } from './problem'
import { readQuery } from './query'

const schema = z.strictObject({
  page: z.coerce.number('A page number.').int().min(1).default(1),
  search: z.string().max(5).default(''),
})
const read = (query: string) => readQuery(new Request(`http://localhost/api/x${query}`), schema)

const wrongFields = (query: string) => {
  try {
    read(query)
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid_request') {
      return error.errors?.map(({ path }) => path)
    }
    throw error
  }
  return []
}

test('a query is read as its schema says, with defaults', () => {
  expect(read('')).toEqual({ page: 1, search: '' })
  expect(read('?page=3&search=a%20b')).toEqual({ page: 3, search: 'a b' })
})

test('of a parameter given twice the last one counts', () => {
  expect(read('?page=2&page=4').page).toBe(4)
})

test.each([
  ['?page=0', ['page']],
  ['?page=one', ['page']],
  ['?page=1.5', ['page']],
  ['?page=', ['page']],
  ['?search=too+long', ['search']],
  ['?page=0&search=too+long', ['page', 'search']],
  ['?colour=red', ['colour']],
  ['?__proto__=x', ['__proto__']],
])('%s names %j', (query, fields) => {
  expect(wrongFields(query)).toEqual(fields)
})
