import { newDatabase } from './postgres'
import { type Severable, severable } from './severable'
import { test as base, expect } from './stack'

interface OnPostgres {
  /** The way from the app to its database; undefined where this machine has no PostgreSQL. */
  wire: (Severable & { url: string }) | undefined
}

const test = base.extend<object, OnPostgres>({
  wire: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
    async ({}, use) => {
      const database = await newDatabase()
      if (!database) return use(undefined)
      const { url } = database
      const wire = await severable({ host: url.hostname, port: Number(url.port || 5432) })
      url.hostname = '127.0.0.1'
      url.port = String(wire.port)
      await use({ ...wire, url: url.href })
      await wire.close()
      await database.drop()
    },
    { scope: 'worker' },
  ],
  stackEnv: [({ wire }, use) => use({ DATABASE_URL: wire?.url ?? '' }), { scope: 'worker' }],
})

test.skip(({ wire }) => !wire, 'There is no PostgreSQL on this machine')
test.afterEach(({ wire }) => wire?.mend())

test('the database is away at the start: internal, and Try again works when it is back', async ({
  visit,
  wire,
}) => {
  wire?.cut()
  await visit.press('Start talking')
  await visit.readsFailure('internal')
  wire?.mend()
  await visit.press('Try again')
  await visit.sees('live')
  await visit.end()
})

test('the database is away for a while in the talk: nothing is seen of it', async ({
  visit,
  wire,
}) => {
  await visit.talk()
  wire?.cut()
  await visit.room.say('Can you hear me?')
  await expect(visit.room.turnsOf('Mira').nth(1)).toBeVisible()
  wire?.mend()
  await visit.end()
  await expect.poll(() => visit.ledger()).toEqual(['ended: visitor'])
})

test('the database is away at the end: ended, not saved, and saved by a press when it is back', async ({
  visit,
  wire,
}) => {
  await visit.talk()
  await visit.room.say('Remember this.')
  await expect(visit.room.turnsOf('Mira').nth(1)).toBeVisible()
  wire?.cut()
  await visit.end()
  await expect(visit.room.stage()).toContainText('Could not be saved')
  await expect.poll(() => visit.vendor.open()).toEqual([])
  wire?.mend()
  await visit.room.stage().getByRole('button', { name: /save/i }).click()
  await expect(visit.room.stage()).not.toContainText('Could not be saved')
  await expect.poll(() => visit.ledger()).toEqual(['ended: visitor'])
})

test('the end could not be told: Talk again works all the same', async ({ visit, wire }) => {
  await visit.talk()
  wire?.cut()
  await visit.end()
  wire?.mend()
  await visit.press('Talk again')
  await visit.sees('live')
  await visit.end()
})
