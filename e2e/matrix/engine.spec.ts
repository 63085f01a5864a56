import { expect, test } from './stack'

/** What the vendor may answer when the page starts its session, which the SDK reads. */
const refusals: [what: string, fault: Record<string, unknown>, code: string][] = [
  ['finds it wrong (400)', { status: 400 }, 'vendor_error'],
  ['refuses the token (401)', { status: 401 }, 'token_refused'],
  ['wants money (402)', { status: 402 }, 'vendor_out_of_credit'],
  ['forbids it (403)', { status: 403 }, 'token_refused'],
  [
    'is at our spend cap (429)',
    { status: 429, error: 'Spend cap reached' },
    'vendor_out_of_credit',
  ],
  ['is at our usage limit (429)', { status: 429 }, 'vendor_out_of_credit'],
  ['breaks (500)', { status: 500 }, 'vendor_error'],
  [
    'hides behind a broken proxy (502)',
    { status: 502, html: '<h1>Bad gateway</h1>' },
    'vendor_error',
  ],
]

for (const [what, fault, code] of refusals) {
  test(`asked for a session, the vendor ${what}: ${code}`, async ({ visit }) => {
    await visit.vendor.fails({ kind: 'engine-session', ...fault })
    await visit.press('Start talking')
    await visit.readsFailure(code)
    // A refused token is asked for once more: then there are two.
    await expect.poll(async () => [...new Set(await visit.ledger())]).toEqual(['ended: failed'])
  })
}

test('the vendor is slow to appear: the visitor reads what is awaited, then talks', async ({
  visit,
}) => {
  await visit.vendor.fails({ kind: 'slow-start', delayMs: 2_500, times: 1 })
  await visit.press('Start talking')
  await visit.sees('connecting')
  const progress = visit.page.getByRole('list', { name: 'Progress' })
  await expect(progress.locator('[aria-current=step]')).toHaveText(/first frame/)
  await visit.sees('live')
  await visit.end()
})

test('the network lets no signalling through: connection_failed', async ({ visit }) => {
  test.slow()
  visit.expectsErrors(/WebSocket|Signalling|StreamingClient/)
  await visit.page.routeWebSocket(/webrtc/, (socket) => socket.close())
  await visit.press('Start talking')
  await visit.readsFailure('connection_failed', 'Try again', 30_000)
})

test.describe('waits of many seconds', () => {
  test.use({ ownClock: true })

  test('the vendor never starts the session: connect_timeout', async ({ visit }) => {
    await visit.vendor.fails({ kind: 'engine-session', hang: true })
    await visit.press('Start talking')
    await visit.sees('connecting')
    await visit.page.clock.fastForward(20_000)
    await visit.readsFailure('connect_timeout')
  })

  test('no way through the network: connect_timeout', async ({ visit }) => {
    visit.expectsErrors(/StreamingClient/)
    await visit.vendor.fails({ kind: 'ice-failure' })
    await visit.press('Start talking')
    await visit.sees('connecting')
    await expect.poll(async () => (await visit.vendor.open()).length).toBe(1)
    await visit.page.clock.fastForward(20_000)
    await visit.readsFailure('connect_timeout')
  })

  test('no picture comes: no_first_frame', async ({ visit }) => {
    await visit.vendor.fails({ kind: 'no-video' })
    await visit.press('Start talking')
    await visit.sees('connecting')
    // The greeting is sent once words can flow: from then on only the picture is missing.
    await expect.poll(() => visit.vendor.open()).not.toEqual([])
    await expect(async () => {
      await visit.page.clock.fastForward(5_000)
      await visit.readsFailure('no_first_frame', 'Try again', 500)
    }).toPass()
  })
})
