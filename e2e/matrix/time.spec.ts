import { expect, test } from './stack'

test.describe('a guest, who has eight seconds here', () => {
  test.use({ visitor: 'guest' })
  test('the time is up: a clean end, and says why', async ({ visit }) => {
    await visit.talk()
    await expect(visit.page.getByRole('timer')).toContainText(/0:0\d/)
    await visit.sees('ended')
    await expect(visit.room.stage()).toContainText(/time/i)
    await expect(visit.room.button('Talk again')).toBeVisible()
    await expect.poll(() => visit.ledger()).toEqual(['ended: time_limit'])
  })
})

test.describe('over minutes', () => {
  test.use({ ownClock: true })

  /** The persona has said its greeting, which would keep the talk awake. */
  const greeted = async (visit: import('./visit').Visit) => {
    await visit.talk()
    await expect(visit.room.turnsOf('Mira').first()).toBeVisible()
    await expect(visit.room.status()).toContainText('listening')
  }

  test('nobody is there: the page asks, then ends the talk', async ({ visit }) => {
    await greeted(visit)
    await visit.page.clock.fastForward(150_000)
    await expect(visit.page.getByRole('alertdialog')).toBeVisible()
    await visit.sees('live')
    await visit.page.clock.fastForward(30_000)
    await visit.sees('ended')
    await expect.poll(() => visit.ledger()).toEqual(['ended: nobody_there'])
  })

  test('somebody is there after all: a press, and the talk goes on', async ({ visit }) => {
    await greeted(visit)
    await visit.page.clock.fastForward(150_000)
    const question = visit.page.getByRole('alertdialog')
    await question.getByRole('button').first().click()
    await expect(question).toBeHidden()
    await visit.page.clock.fastForward(30_000)
    await visit.sees('live')
    await visit.end()
  })

  test('the device wakes after the end of the time: a clean end, and says why', async ({
    visit,
  }) => {
    await greeted(visit)
    await visit.page.clock.fastForward(601_000)
    await visit.sees('ended')
    await expect(visit.room.stage()).toContainText(/time/i)
    await expect.poll(() => visit.ledger()).toEqual(['ended: time_limit'])
  })
})
