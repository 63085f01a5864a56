import { expect, test } from './stack'

/** Every error status of the vendor's, at our server's mint. */
const atMint: [string, Record<string, unknown>, string][] = [
  ['finds our request wrong', { status: 400 }, 'vendor_error'],
  ['refuses our key', { status: 401 }, 'vendor_rejected_credentials'],
  ['wants money', { status: 402 }, 'vendor_out_of_credit'],
  ['forbids it to our key', { status: 403 }, 'vendor_rejected_credentials'],
  ['does not know the address', { status: 404 }, 'vendor_error'],
  [
    'has reached our spend cap',
    { status: 429, error: 'Spend cap reached' },
    'vendor_out_of_credit',
  ],
  ['fails', { status: 500 }, 'vendor_error'],
  [
    'is hidden behind a broken proxy',
    { status: 502, html: '<h1>Bad gateway</h1>' },
    'vendor_error',
  ],
  ['never answers', { hang: true }, 'vendor_timeout'],
]

for (const [what, fault, code] of atMint) {
  test(`the vendor ${what} at the mint: ${code}`, async ({ visit }) => {
    await visit.fault({ kind: 'session-token', ...fault })
    await visit.press('Start talking')
    await visit.readsFailure(code)
    await visit.press('Back')
    await visit.sees('idle')
  })
}

/** Every error status at the start of the engine, which the SDK in the page meets. */
const atEngine: [string, Record<string, unknown>, string][] = [
  [
    'finds the token expired',
    { status: 401, error: 'Session token has expired' },
    'vendor_rejected_credentials',
  ],
  ['forbids it', { status: 403 }, 'vendor_error'],
  ['wants money', { status: 402 }, 'vendor_error'],
  [
    'has reached our usage limit',
    { status: 429, error: 'Usage limit reached' },
    'vendor_out_of_credit',
  ],
  ['fails', { status: 500 }, 'vendor_error'],
]

for (const [what, fault, code] of atEngine) {
  test(`the vendor ${what} at the start of the engine: ${code}`, async ({ visit }) => {
    await visit.fault({ kind: 'engine-session', ...fault })
    await visit.press('Start talking')
    await visit.readsFailure(code)
  })
}

test('after a failure the next press works', async ({ visit }) => {
  await visit.fault({ kind: 'session-token', status: 500 })
  await visit.press('Start talking')
  await visit.readsFailure('vendor_error')
  await visit.calm()
  await visit.press('Try again')
  await visit.sees('live')
  await visit.end()
})

test('a slow vendor: the progress is told in words, and it begins', async ({ visit }) => {
  await visit.fault({ kind: 'slow-start', delayMs: 3_000, times: 1 })
  await visit.press('Start talking')
  await visit.sees('connecting')
  await expect(visit.page.getByRole('list', { name: 'Progress' })).toContainText('first frame')
  await visit.sees('live')
  await visit.end()
})

test('no way through the network: the connection fails in words', async ({ visit }) => {
  await visit.fault({ kind: 'ice-failure' })
  await visit.press('Start talking')
  await visit.readsFailure('connect', 'Try again', 45_000)
})

test('no picture: waiting ends in words', async ({ visit }) => {
  await visit.fault({ kind: 'no-video' })
  await visit.press('Start talking')
  await visit.readsFailure('no_first_frame', 'Try again', 45_000)
})
