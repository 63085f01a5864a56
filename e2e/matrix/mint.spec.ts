import { expect, test } from './stack'

const proxyPage = '<h1>Bad gateway</h1>'

/** What the vendor may answer when our server asks for a token, and the code that the visitor reads. */
const refusals: [what: string, fault: Record<string, unknown>, code: string][] = [
  ['finds our request wrong (400)', { status: 400 }, 'vendor_error'],
  ['refuses our key (401)', { status: 401 }, 'vendor_rejected_credentials'],
  ['wants money (402)', { status: 402 }, 'vendor_out_of_credit'],
  ['forbids it to our key (403)', { status: 403 }, 'vendor_rejected_credentials'],
  ['does not know the address (404)', { status: 404 }, 'vendor_error'],
  [
    'is at our spend cap (429)',
    { status: 429, error: 'Spend cap reached' },
    'vendor_out_of_credit',
  ],
  ['breaks (500)', { status: 500 }, 'vendor_error'],
  ['hides behind a broken proxy (502)', { status: 502, html: proxyPage }, 'vendor_error'],
  ['never answers', { hang: true }, 'vendor_timeout'],
]

for (const [what, fault, code] of refusals) {
  test(`asked for a token, the vendor ${what}: ${code}`, async ({ visit }) => {
    await visit.vendor.fails({ kind: 'session-token', ...fault })
    await visit.press('Start talking')
    await visit.readsFailure(code)
    // The vendor's words are not for visitors.
    await expect(visit.room.stage()).not.toContainText(/spend cap|gateway/i)
    await visit.press('Back')
    await visit.sees('idle')
    expect(visit.sessions).toEqual([])
  })
}

test('after a failure: Try again works', async ({ visit }) => {
  await visit.vendor.fails({ kind: 'session-token', status: 500 })
  await visit.press('Start talking')
  await visit.readsFailure('vendor_error')
  await visit.vendor.calm()
  await visit.press('Try again')
  await visit.sees('live')
  await visit.end()
})

test('the vendor is slow to give a token: the visitor reads what is awaited, then talks', async ({
  visit,
}) => {
  await visit.vendor.fails({ kind: 'session-token', delayMs: 2_000, times: 1 })
  await visit.press('Start talking')
  const progress = visit.page.getByRole('list', { name: 'Progress' })
  await expect(progress.locator('[aria-current=step]')).toHaveText(/place/)
  await visit.sees('live')
  await visit.end()
})

test.describe(() => {
  test.use({ ownClock: true })
  test('our server never answers: mint_timeout', async ({ visit }) => {
    await visit.page.route('**/api/session-token', () => {})
    await visit.press('Start talking')
    await visit.sees('preparing')
    await visit.page.clock.fastForward(20_000)
    await visit.readsFailure('mint_timeout')
    await visit.page.unroute('**/api/session-token')
    await visit.press('Try again')
    await visit.sees('live')
    await visit.end()
  })
})

test('somebody else answers for our server: unexpected_answer', async ({ visit }) => {
  await visit.page.route('**/api/session-token', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Welcome to the hotel’s network</h1>' }),
  )
  await visit.press('Start talking')
  await visit.readsFailure('unexpected_answer')
})

test.describe(() => {
  test.use({ visitor: 'guest' })
  test('no starts left in this hour: rate_limited, and when it goes on', async ({ visit }) => {
    for (let start = 0; start < 3; start += 1) {
      const { sessionId } = await (await visit.request('/api/session-token', 'POST', {})).json()
      await visit.request(`/api/sessions/${sessionId}`, 'PATCH', { event: 'ended' })
    }
    await visit.press('Start talking')
    await visit.readsFailure('rate_limited')
    await expect(visit.page.getByRole('link', { name: 'Sign in with email' })).toBeVisible()
    await expect(visit.room.stage()).toContainText(/\d/)
  })
})
