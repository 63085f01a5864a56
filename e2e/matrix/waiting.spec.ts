import { expect, test } from './stack'

test.describe('every line at the vendor is taken', () => {
  test('the talk begins by itself when one is free', async ({ visit }) => {
    await visit.limit(0, 40)
    await visit.press('Start talking')
    await visit.sees('waiting')
    await expect(visit.page.getByText(/40 seconds|less than a minute|about/i).first()).toBeVisible()
    await visit.limit(3)
    await visit.sees('live', 20_000)
    await visit.end()
  })

  test('the queue can be left, and nothing begins later', async ({ visit }) => {
    await visit.limit(0)
    await visit.press('Start talking')
    await visit.sees('waiting')
    await visit.press('Cancel')
    await visit.sees('idle')
    const granted = visit.sessions.length
    await visit.limit(3)
    // Longer than the queue's longest pause between two looks.
    await visit.page.waitForTimeout(3_000)
    await visit.sees('idle')
    expect(visit.sessions).toHaveLength(granted)
  })

  test('refused at the mint already, it waits all the same', async ({ visit }) => {
    await visit.fault({ kind: 'session-token', status: 429, error: 'Concurrency limit', times: 5 })
    await visit.press('Start talking')
    await visit.sees('waiting', 20_000)
    await visit.calm()
    await visit.sees('live', 25_000)
    await visit.end()
  })

  test('closing the tab in the queue leaves nothing', async ({ visit }) => {
    await visit.limit(0)
    await visit.press('Start talking')
    await visit.sees('waiting')
    await visit.page.goto('/')
  })
})
