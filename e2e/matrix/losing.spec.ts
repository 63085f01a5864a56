import { expect, test } from './stack'
import type { Visit } from './visit'

/** A talk in which the visitor has said something that must not be lost. */
async function talkAbout(visit: Visit) {
  await visit.talk()
  await visit.room.say('My name is Ada.')
  await expect(visit.room.transcript()).toContainText('My name is Ada.')
  await expect(visit.room.turnsOf('Mira').nth(1)).toBeVisible()
}

async function goesOn(visit: Visit) {
  await visit.sees('live', 20_000)
  await expect.poll(() => visit.sessions.length).toBe(2)
  await expect(visit.room.transcript()).toContainText('My name is Ada.')
  const [first = ''] = visit.sessions
  await expect.poll(() => visit.ledger(first)).toMatchObject({ status: 'ended' })
  await expect.poll(async () => (await visit.openAtVendor()).length).toBe(1)
  await visit.room.say('What did I tell you?')
  await expect(visit.room.transcript()).toContainText('What did I tell you?')
  await visit.end()
}

test('the engine dies: a new session takes its place, and knows what was said', async ({
  visit,
}) => {
  await talkAbout(visit)
  await visit.fault({ kind: 'engine-dead' })
  await visit.sees('reconnecting', 3_500)
  await goesOn(visit)
})

test('signalling drops for a moment: the talk goes on in the same session', async ({ visit }) => {
  await talkAbout(visit)
  await visit.fault({ kind: 'ws-drop' })
  await visit.page.waitForTimeout(2_000)
  await visit.sees('live')
  await visit.room.say('Are you still there?')
  await expect(visit.room.turnsOf('Mira').last()).toBeVisible()
  expect(visit.sessions).toHaveLength(1)
  await visit.end()
})

test('offline and back: it waits, what is typed waits too, and video runs again', async ({
  visit,
}) => {
  await talkAbout(visit)
  await visit.page.context().setOffline(true)
  await visit.fault({ kind: 'engine-dead' })
  await visit.sees('reconnecting', 3_500)
  await visit.room.say('Sent while offline')
  await expect(visit.room.transcript()).toContainText(/Sent while offline/)
  await visit.page.context().setOffline(false)
  await goesOn(visit)
})

test('the vendor refuses while it is opened again: the talk ends in words', async ({ visit }) => {
  await talkAbout(visit)
  await visit.fault({ kind: 'session-token', status: 402 })
  await visit.fault({ kind: 'engine-dead' })
  await visit.readsFailure('vendor_out_of_credit')
  await expect(visit.room.transcript()).toContainText('My name is Ada.')
})

test('ending while it is opened again ends it', async ({ visit }) => {
  await talkAbout(visit)
  await visit.fault({ kind: 'session-token', hang: true })
  await visit.fault({ kind: 'engine-dead' })
  await visit.sees('reconnecting', 3_500)
  await visit.end()
})

test('the vendor ends the session: the room says so', async ({ visit }) => {
  await talkAbout(visit)
  await visit.fault({ kind: 'server-end', text: 'Ended by the test' })
  await visit.sees('ended')
  await expect(visit.page.getByText('ended it', { exact: false }).first()).toBeVisible()
})

test('the vendor warns: the visitor reads a plain hint', async ({ visit }) => {
  await talkAbout(visit)
  await visit.fault({ kind: 'warning', text: 'Secret words of the vendor' })
  await expect(visit.page.getByText(/may end soon|warn/i).first()).toBeVisible()
  await expect(visit.page.getByText('Secret words of the vendor')).toHaveCount(0)
  await visit.end()
})
