import { expect, test } from './stack'

test.describe('every line is taken', () => {
  test('known before the session starts: it waits, with the guess, and begins by itself', async ({
    visit,
  }) => {
    await visit.vendor.allows(0, 4)
    await visit.press('Start talking')
    await visit.sees('waiting')
    await expect(visit.room.status()).toContainText(/wait/i)
    await expect(visit.room.stage()).toContainText(/few seconds|about 4 s/)
    await visit.vendor.allows(3)
    await visit.sees('live')
    await visit.end()
    expect((await visit.ledger()).at(-1)).toBe('ended: visitor')
  })

  for (const [what, fault] of [
    ['429', { status: 429, error: 'Concurrent session limit reached' }],
    ['503', { status: 503 }],
  ] as const) {
    test(`told at the token (${what}): it waits, and begins by itself`, async ({ visit }) => {
      await visit.vendor.fails({ kind: 'session-token', ...fault })
      await visit.press('Start talking')
      await visit.sees('waiting')
      await visit.vendor.calm()
      await visit.sees('live', 20_000)
      await visit.end()
    })
  }

  test('told at the session (503): it waits, and begins by itself', async ({ visit }) => {
    await visit.vendor.fails({ kind: 'engine-session', status: 503 })
    await visit.press('Start talking')
    await visit.sees('waiting')
    await visit.vendor.calm()
    await visit.sees('live', 20_000)
    await visit.end()
  })

  test('Cancel in the queue: at rest, and nothing begins later', async ({ visit }) => {
    await visit.vendor.allows(0)
    await visit.press('Start talking')
    await visit.sees('waiting')
    await visit.press('Cancel')
    await visit.sees('idle')
    const granted = visit.sessions.length
    await visit.vendor.allows(3)
    // Time is the subject: longer than from one look at the queue to the next.
    await visit.page.waitForTimeout(2_500)
    await visit.sees('idle')
    expect(visit.sessions).toHaveLength(granted)
  })
})

test.describe(() => {
  test.use({ ownClock: true })
  test('nobody leaves for ten minutes: vendor_busy', async ({ visit }) => {
    await visit.vendor.allows(0)
    await visit.press('Start talking')
    await visit.sees('waiting')
    await visit.page.clock.fastForward(601_000)
    await visit.readsFailure('vendor_busy')
  })
})
