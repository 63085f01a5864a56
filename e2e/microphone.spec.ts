import { expect, signIn, test } from './fixtures'
import { Room } from './room'
import { vendorSessions } from './stand-ins'

const without = (name: string) => `
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', '${name}'))
`

for (const [name, error] of [
  ['denied', 'NotAllowedError'],
  ['missing', 'NotFoundError'],
  ['in use by another app', 'NotReadableError'],
] as const) {
  test(`with the microphone ${name}, the talk goes on by typing and says so`, async ({ page }) => {
    await page.addInitScript(without(error))
    await signIn(page)
    const room = new Room(page)
    await room.start()
    await expect(page.getByText(/microphone/i).first()).toBeVisible()
    await room.say('Can you read this?')
    await expect(room.turnsOf('Mira').nth(1)).toBeVisible()
    await room.end()
  })
}

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
