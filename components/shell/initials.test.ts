import { describe, expect, it } from 'vitest'
import { initials } from './initials'

describe('the initials of an account', () => {
  it.each([
    ['anna.kovac@example.org', 'AK'],
    ['anna_maria.kovac@example.org', 'AM'],
    ['test-0001@example.org', 'T0'],
    ['jörg@example.org', 'JÖ'],
    ['x@example.org', 'X'],
  ])('of %s are %s', (email, expected) => {
    expect(initials(email)).toBe(expected)
  })
})
