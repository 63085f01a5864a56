import { execFileSync } from 'node:child_process'
import { unmutedMicrophones } from './microphones'
import { expect, test } from './stack'
import type { Visit } from './visit'

/** What the SDK says when its connection goes. */
const lost = /WebSocket|Signalling|StreamingClient|signalling/

/** A talk in which the visitor has said something that must not be lost. Answers the persona's turns. */
async function talkAbout(visit: Visit): Promise<number> {
  visit.expectsErrors(lost)
  await visit.talk()
  await visit.room.say('My name is Ada.')
  const turns = visit.room.turnsOf('Mira')
  await expect(turns.nth(1)).toBeVisible()
  return turns.count()
}

/** Live again in a second session, without the first one, with all that was said and no second greeting. */
async function goesOn(visit: Visit, turnsBefore: number) {
  await visit.sees('live', 20_000)
  await expect.poll(() => visit.sessions.length).toBe(2)
  await expect.poll(async () => (await visit.ledger())[0]).toBe('ended: connection_lost')
  await expect
    .poll(async () => (await visit.vendor.open()).map(({ clientLabel }) => clientLabel))
    .toEqual([visit.sessions[1]])
  await expect.poll(() => visit.vendor.heard()).toContain('My name is Ada.')
  await visit.room.say('Are you there?')
  await expect(visit.room.turnsOf('Mira').nth(turnsBefore)).toBeVisible()
  // Everything that was said still stands, and the answer is the only new turn of the persona.
  await expect(visit.room.transcript()).toContainText('My name is Ada.')
  expect(await visit.room.turnsOf('Mira').count()).toBe(turnsBefore + 1)
}

async function endsWell(visit: Visit) {
  await visit.end()
  await expect.poll(() => visit.ledger()).toEqual(['ended: connection_lost', 'ended: visitor'])
}

test('the engine dies: reconnecting within 3 s, then the same talk in a new session', async ({
  visit,
}) => {
  const turns = await talkAbout(visit)
  const noticed = await timeToNotice(visit)
  await visit.vendor.fails({ kind: 'engine-dead' })
  await visit.sees('reconnecting')
  const { after, words } = await noticed()
  expect(after).toBeLessThan(3_000)
  expect(words).toMatch(/reconnecting/i)
  await goesOn(visit, turns)
  await endsWell(visit)
})

/**
 * Milliseconds from the last frame that was shown until the stage said so, and its words then: a
 * moment later the talk may go on already.
 */
async function timeToNotice(
  visit: Visit,
): Promise<() => Promise<{ after: number; words: string }>> {
  await visit.room.video().evaluate((video: HTMLVideoElement) => {
    let lastFrame = 0
    const seen = (at: number) => {
      lastFrame = at
      video.requestVideoFrameCallback(seen)
    }
    video.requestVideoFrameCallback(seen)
    const stage = video.closest('section[data-phase]')
    if (!stage) throw new Error('The video is not on the stage')
    const watch = new MutationObserver(() => {
      watch.disconnect()
      Reflect.set(globalThis, 'noticed', {
        after: performance.now() - lastFrame,
        words: document.querySelector('[role="status"]')?.textContent ?? '',
      })
    })
    watch.observe(stage, { attributeFilter: ['data-phase'] })
  })
  return () => visit.page.evaluate('globalThis.noticed')
}

test('muted when the engine dies: still muted afterwards', async ({ visit }) => {
  await talkAbout(visit)
  await visit.press('Mute microphone')
  await visit.vendor.fails({ kind: 'engine-dead' })
  await visit.sees('reconnecting')
  await visit.sees('live', 20_000)
  await expect(visit.room.button('Unmute microphone')).toBeVisible()
  expect(await sentUnmuted(visit)).toBe(0)
  await visit.end()
})

/** Tracks that are on their way to the persona and not muted; the page keeps one more, for its meter. */
const sentUnmuted = async (visit: Visit) => Math.max(0, (await unmutedMicrophones(visit.page)) - 1)

test('signalling drops for a moment: nothing is seen of it', async ({ visit }) => {
  await talkAbout(visit)
  const phases = await watchPhases(visit)
  await visit.vendor.fails({ kind: 'ws-drop' })
  const before = await visit.room.turnsOf('Mira').count()
  await visit.room.say('Are you still there?')
  await expect(visit.room.turnsOf('Mira').nth(before)).toBeVisible()
  // Time is the subject: longer than the vendor waits for signalling to come back.
  await visit.page.waitForTimeout(9_000)
  expect(await phases()).toEqual([])
  expect(visit.sessions).toHaveLength(1)
  await visit.end()
})

/** Notes every phase that the stage comes to from now on. */
async function watchPhases(visit: Visit): Promise<() => Promise<string[]>> {
  await visit.room.stage().evaluate((stage) => {
    const phases: string[] = []
    Reflect.set(globalThis, 'phases', phases)
    new MutationObserver(() => phases.push(stage.dataset.phase ?? '')).observe(stage, {
      attributeFilter: ['data-phase'],
    })
  })
  return () => visit.page.evaluate('globalThis.phases')
}

test('offline and back while reconnecting: what is typed waits, and is sent', async ({ visit }) => {
  const turns = await talkAbout(visit)
  visit.expectsErrors(/net::ERR_INTERNET_DISCONNECTED/)
  await visit.page.context().setOffline(true)
  await visit.vendor.fails({ kind: 'engine-dead' })
  await visit.sees('reconnecting')
  await visit.room.say('Written while offline')
  await expect(visit.room.transcript()).toContainText('Written while offline')
  await visit.page.context().setOffline(false)
  await visit.sees('live', 20_000)
  await expect.poll(() => visit.vendor.heard()).toContain('Written while offline')
  await expect(visit.room.turnsOf('Mira').nth(turns)).toBeVisible()
  await visit.end()
  // Offline, the end of the first one could be told only by what took its place.
  await expect
    .poll(async () => (await visit.ledger()).join(', '))
    .toMatch(/^ended: (connection_lost|continued), ended: visitor$/)
})

test('the vendor’s machines restart in the middle: reconnecting, then the same talk', async ({
  visit,
  stack,
}) => {
  const turns = await talkAbout(visit)
  process.kill(standInsOf(stack.process.pid ?? 0), 'SIGKILL')
  await visit.sees('reconnecting')
  await goesOn(visit, turns)
  await endsWell(visit)
})

function standInsOf(launcher: number): number {
  const line = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((entry) => entry.trim().split(/\s+/))
    .find(([, parent, ...args]) => parent === String(launcher) && /stand-ins/.test(args.join(' ')))
  return Number(line?.[0])
}

test('the device sleeps and the engine is gone when it wakes: the same talk goes on', async ({
  visit,
}) => {
  const turns = await talkAbout(visit)
  await visit.vendor.fails({ kind: 'engine-dead', afterMs: 500 })
  // Nothing of the page runs, as in a laptop that is shut.
  await visit.page.evaluate(() => {
    const until = performance.now() + 6_000
    while (performance.now() < until);
  })
  await goesOn(visit, turns)
  await endsWell(visit)
})

test('the vendor refuses a new session: the talk ends in its words', async ({ visit }) => {
  await talkAbout(visit)
  await visit.vendor.fails({ kind: 'session-token', status: 402 })
  await visit.vendor.fails({ kind: 'engine-dead' })
  await visit.readsFailure('vendor_out_of_credit')
  await expect(visit.room.transcript()).toContainText('My name is Ada.')
})

test('End while reconnecting: ended at once', async ({ visit }) => {
  await talkAbout(visit)
  await visit.vendor.fails({ kind: 'session-token', hang: true })
  await visit.vendor.fails({ kind: 'engine-dead' })
  await visit.sees('reconnecting')
  await visit.end()
  await expect(visit.room.button('Talk again')).toBeVisible()
})

test.describe(() => {
  test.use({ ownClock: true })
  test('nothing helps for 45 s: connection_lost', async ({ visit }) => {
    await talkAbout(visit)
    await visit.vendor.fails({ kind: 'session-token', status: 500 })
    await visit.vendor.fails({ kind: 'engine-dead' })
    await visit.sees('reconnecting')
    await expect(async () => {
      await visit.page.clock.fastForward(9_000)
      await visit.readsFailure('connection_lost', 'Try again', 1_000)
    }).toPass({ timeout: 30_000 })
    await expect(visit.room.transcript()).toContainText('My name is Ada.')
  })
})

test('the vendor ends the session: ended, on its side', async ({ visit }) => {
  await visit.talk()
  await visit.vendor.fails({ kind: 'server-end', text: 'Reason of the vendor' })
  await visit.sees('ended')
  await expect(visit.room.stage()).toContainText('Mira’s side')
  await expect(visit.room.stage()).not.toContainText('Reason of the vendor')
  await expect(visit.room.button('Talk again')).toBeVisible()
  await expect.poll(() => visit.ledger()).toEqual(['ended: server_ended'])
})

test('the vendor warns: a plain hint, none of its words', async ({ visit }) => {
  await visit.talk()
  await visit.vendor.fails({ kind: 'warning', text: 'Words of the vendor' })
  await expect(visit.room.stage().getByText(/may end/i)).toBeVisible()
  await expect(visit.page.getByText('Words of the vendor')).toHaveCount(0)
  await visit.end()
})
