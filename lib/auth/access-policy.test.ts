import { expect, it } from 'vitest'
import { isAllowed } from './access-policy'
import type { Identity } from './identity'

const person = (changes: Partial<Identity> = {}): Identity => ({
  userId: 'did:privy:c1',
  isGuest: false,
  email: 'ada@example.org',
  issuedAt: 0,
  expiresAt: 0,
  metadata: {},
  ...changes,
})
const everybody = { emails: [], domains: [] }

it('lets everybody in while no list is set, guests too', () => {
  expect(isAllowed(person(), everybody)).toBe(true)
  expect(isAllowed(person({ isGuest: true, email: undefined }), everybody)).toBe(true)
})

it('lets in only listed emails and domains once a list is set', () => {
  expect(isAllowed(person(), { emails: ['ada@example.org'], domains: [] })).toBe(true)
  expect(isAllowed(person(), { emails: [], domains: ['example.org'] })).toBe(true)
  expect(isAllowed(person(), { emails: ['bob@example.org'], domains: [] })).toBe(false)
  expect(
    isAllowed(person({ email: 'ada@evil-example.org' }), { emails: [], domains: ['example.org'] }),
  ).toBe(false)
  expect(isAllowed(person({ email: undefined }), { emails: [], domains: ['example.org'] })).toBe(
    false,
  )
})

it('bars whom the operator blocked, on any list', () => {
  const blocked = person({ metadata: { access: 'blocked' } })
  expect(isAllowed(blocked, everybody)).toBe(false)
  expect(isAllowed(blocked, { emails: ['ada@example.org'], domains: [] })).toBe(false)
})
