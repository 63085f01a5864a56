import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { presetCards } from '@/lib/personas/cards'
import { begin, callsOf, context, control, noFaults, problemIn, somebody } from './testing/api'
import { hasFace } from './testing/face'

const { GET: healthRoute } = await import('./health/route')
const { GET: availabilityRoute } = await import('./availability/route')
const { GET: pictureRoute } = await import('../avatars/[avatarId]/picture/route')

test.skipIf(!hasFace)('health names the database and the state of each vendor', async () => {
  const response = await healthRoute(new Request('http://localhost/api/health'), context({}))
  expect(response.status).toBe(200)
  const { vendors, ...state } = await response.json()
  expect(state).toEqual({ status: 'ok', database: 'ok' })
  const { anam: face, ...others } = vendors
  expect(face).toBe('practice')
  // Whatever else there is has no key here.
  expect(Object.values(others).filter((state) => state !== 'off')).toEqual([])
})

describe.skipIf(!hasFace)('pictures', () => {
  const picture = (avatarId: string) =>
    pictureRoute(new Request('http://localhost/'), context({ avatarId }))

  test('every preset has one, from our own address', async () => {
    for (const { pictureUrl } of await presetCards()) {
      const response = await picture(pictureUrl?.split('/')[2] ?? '')
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('image/webp')
      expect(response.headers.get('cache-control')).toBe('public, max-age=86400, s-maxage=86400')
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1_000)
    }
  })

  test('an id that is not in the catalogue is not fetched', async () => {
    expect((await picture('../../v1/sessions')).status).toBe(404)
  })
})

describe.skipIf(!hasFace)('availability', () => {
  const ask = async () =>
    availabilityRoute(await somebody().send('/api/availability', 'GET'), context({}))
  beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterAll(() => void vi.useRealTimers())
  /** Until what was heard is too old to be told again. */
  const aMoment = () => vi.setSystemTime(Date.now() + 2_001)

  test('asks the vendor once for everybody who waits, and again after two seconds', async () => {
    const before = await callsOf('sessions')
    const answers = await Promise.all(Array.from({ length: 20 }, ask))
    for (const answer of answers) expect(await answer.json()).toEqual({ canStart: true })
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store')
    expect(await callsOf('sessions')).toBe(before + 1)
    await begin((await somebody().grant()).sessionToken)
    await control('limit', { limit: 1 })
    aMoment()
    expect(await (await ask()).json()).toEqual({ canStart: false })
    expect(await callsOf('sessions')).toBe(before + 2)
  })

  test.each([
    [{ status: 401 }, 'vendor_rejected_credentials'],
    [{ hang: true }, 'vendor_timeout'],
    [{ html: '<h1>Gateway</h1>', status: 200 }, 'vendor_error'],
  ])('when Anam answers %j, says so to everybody, and recovers', async (fault, code) => {
    await control('faults', { kind: 'sessions', ...fault })
    aMoment()
    const before = await callsOf('sessions')
    for (const answer of await Promise.all([ask(), ask(), ask()])) {
      expect(await problemIn(answer)).toMatchObject({ code })
    }
    expect(await callsOf('sessions')).toBe(before + 1)
    await noFaults()
    aMoment()
    expect((await ask()).status).toBe(200)
  })

  test('is told to nobody who is not signed in', async () => {
    const request = new Request('http://localhost/api/availability')
    expect((await availabilityRoute(request, context({}))).status).toBe(401)
  })
})
