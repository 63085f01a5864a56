import { expect, test } from 'vitest'
import { AuthError, toAuthError } from './privy-api'

const thrown = (fields: object) => Object.assign(new Error('words of the vendor'), fields)

test.each([
  [{ privyErrorCode: 'invalid_credentials' }, 'wrong-code'],
  [{ code: 'invalid_credentials' }, 'wrong-code'],
  [{ privyErrorCode: 'unknown_auth_error', code: 'too_many_requests' }, 'too-many'],
  [{ status: 429 }, 'too-many'],
  [{ code: 'disallowed_login_method' }, 'guests-off'],
  [{ code: 'missing_or_invalid_token' }, 'signed-out'],
])('what Privy says as %o is %s', (fields, failure) => {
  expect(toAuthError(thrown(fields)).failure).toBe(failure)
})

test.each([thrown({}), thrown({ code: 42 }), thrown({ code: 'toString' }), 'a string', undefined])(
  'what Privy does not name counts as not reached: %o',
  (error) => {
    expect(toAuthError(error).failure).toBe('unreachable')
  },
)

test('a failure that already has a name keeps it', () => {
  const error = new AuthError('tokens-off')
  expect(toAuthError(error)).toBe(error)
})
