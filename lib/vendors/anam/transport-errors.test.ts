import { ErrorCode } from '@anam-ai/js-sdk'
import { describe, expect, it } from 'vitest'
import { ConversationError } from '@/lib/conversation/failure'
import { checkToken, startError } from './transport-errors'

const token = (payload: unknown) =>
  ['{}', JSON.stringify(payload), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.')

describe('a token from the server', () => {
  it('passes in the shapes that the SDK reads', () => {
    for (const type of ['ephemeral', 'stateful', 'EPHEMERAL', undefined]) {
      expect(() => checkToken(token({ type, accountId: 'ünï' }))).not.toThrow()
    }
  })

  it.each([
    ['nothing', ''],
    ['no token at all', 'abc'],
    ['a payload that is no JSON', `a.${Buffer.from('nope').toString('base64url')}.c`],
    ['a payload that is no object', token(7)],
    ['a legacy token', token({ type: 'Legacy' })],
  ])('is refused before the SDK sees it: %s', (_, wrong) => {
    expect(() => checkToken(wrong)).toThrow(ConversationError)
  })
})

/** As the SDK throws it; its own class would report to the vendor from its constructor. */
const clientError = (code: ErrorCode) => Object.assign(new Error('Failed'), { code })

describe('an error of the SDK', () => {
  it.each(Object.values(ErrorCode))('%s has a code of ours', (code) => {
    expect(startError(clientError(code)).failure.code).toMatch(/^(vendor_|token_refused)/)
  })

  it('says busy when the vendor is', () => {
    const limit = ErrorCode.CLIENT_ERROR_CODE_MAX_CONCURRENT_SESSIONS_REACHED
    expect(startError(clientError(limit)).failure).toEqual({ code: 'vendor_busy' })
  })

  it('that is not its own is a failed connection', () => {
    expect(startError(new Error('Already streaming')).failure.code).toBe('connection_failed')
  })

  it('keeps what was ours already', () => {
    const ours = new ConversationError({ code: 'browser_unsupported' })
    expect(startError(ours)).toBe(ours)
  })
})
