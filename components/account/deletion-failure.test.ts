import { expect, test } from 'vitest'
import { CallFailure } from '@/lib/http/call-api'
import { deletionFailure } from './deletion-failure'

test('that the account is still there is said only where the server has said so', () => {
  const refused = new CallFailure({ code: 'rate_limited', detail: 'Wait a minute.' })
  expect(deletionFailure(refused)).toBe('Your account was not deleted. Wait a minute.')
  const lost = new CallFailure({ code: 'offline', detail: 'Not reached.' })
  for (const unknown of [lost, new SyntaxError('Unexpected end')]) {
    expect(deletionFailure(unknown)).toContain('may be deleted or not')
  }
})
