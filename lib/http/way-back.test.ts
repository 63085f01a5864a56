import { describe, expect, it } from 'vitest'
import { wayBack } from './way-back'

describe('the way back after signing in', () => {
  it('returns to a page of the app with its query', () => {
    expect(wayBack('/talk?persona=mira')).toBe('/talk?persona=mira')
  })

  it.each([
    'https://evil.example/talk',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'talk',
    '',
  ])('does not leave the app for %j', (next) => {
    expect(wayBack(next)).toBe('/talk')
  })

  it('does not end at data or at the sign-in page again', () => {
    expect(wayBack('/api/health')).toBe('/talk')
    expect(wayBack('/sign-in?next=/sign-in')).toBe('/talk')
  })

  it('falls back when it was asked for nothing or twice', () => {
    expect(wayBack(undefined, '/')).toBe('/')
    expect(wayBack(['/talk', '/'], '/')).toBe('/')
  })
})
