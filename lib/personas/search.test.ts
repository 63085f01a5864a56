import { expect, test } from 'vitest'
import { matches, searchTextOf } from './search'

const text = searchTextOf({ name: 'Inês', tagline: 'Stories  by the FIRE', language: 'it' })

test.each(['ines', 'Inês', 'fire', 'stories fire', 'ITALIAN', ''])('%j is found', (query) => {
  expect(matches(text, query)).toBe(true)
})

test.each(['jonas', 'ines jonas', '%', '_'])('%j is not found', (query) => {
  expect(matches(text, query)).toBe(false)
})
