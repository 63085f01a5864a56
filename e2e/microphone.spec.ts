import { expect, signIn, test } from './fixtures'
import { Room } from './room'
import { vendorSessions } from './stand-ins'

test('what a visitor says is heard, and the persona answers it', { tag: '@speech' }, async ({
  page,
}) => {
  await signIn(page)
  const room = new Room(page)
  const { sessionId } = await room.start()
  await expect
    .poll(async () => (await vendorSessions(sessionId))[0]?.mic.heardSeconds ?? 0, {
      timeout: 30_000,
    })
    .toBeGreaterThan(0.5)
  await expect(room.turnsOf('You').first()).toBeVisible()
  await room.end()
})
