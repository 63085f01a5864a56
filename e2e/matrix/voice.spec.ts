import { VoiceRoom } from '../voice-room'
import { VoiceStandIn } from '../voice-stand-in'
import {
  leaveMicrophoneUnanswered,
  liveMicrophones,
  refuseMicrophone,
  unplugMicrophone,
} from './microphones'
import { test as base, expect } from './stack'

interface Own {
  vendor: VoiceStandIn
  /** The visitor of the row, on the page where one is only heard. */
  voice: VoiceRoom
}

const test = base.extend<Own>({
  vendor: async ({ stack: _ }, use, { parallelIndex }) => {
    const vendor = new VoiceStandIn(`.data/e2e-matrix-${parallelIndex}`)
    await vendor.calm()
    await use(vendor)
    await vendor.calm()
  },
  voice: async ({ visit, vendor }, use) => {
    const room = new VoiceRoom(visit.page)
    await room.open()
    // What a browser says of a socket that the other end closes is its own affair.
    visit.expectsErrors(/WebSocket/)
    await use(room)
    const open = async () => (await vendor.state()).sessions.map(({ id }) => id)
    await expect.poll(open, 'open at the vendor').toEqual([])
  },
})

test.skip(!VoiceStandIn.isThere(), 'This app has no vendor of voices.')

test.describe('a mint', () => {
  for (const [fault, code] of [
    [{ status: 401 }, 'vendor_rejected_credentials'],
    [{ status: 402 }, 'vendor_out_of_credit'],
    [{ status: 500 }, 'vendor_error'],
    [{ html: '<h1>Bad gateway</h1>' }, 'vendor_error'],
    [{ json: { value: 'a key' } }, 'vendor_error'],
    [{ hang: true }, 'vendor_timeout'],
  ] as const) {
    test(`that answers ${JSON.stringify(fault)} is told as ${code}`, async ({
      voice: _,
      visit,
      vendor,
    }) => {
      await vendor.fails({ kind: 'client-secret', ...fault })
      await visit.press('Start talking')
      await visit.readsFailure(code)
    })
  }
})

test.describe('a connection', () => {
  for (const [code, told] of [
    [4003, 'vendor_out_of_credit'],
    [4008, 'vendor_busy'],
    [1006, 'connection_failed'],
  ] as const) {
    test(`that is closed with ${code} at once is ${told}, and is not tried again`, async ({
      voice: _,
      visit,
      vendor,
    }) => {
      await vendor.fails({ kind: 'close', code, at: 'open' })
      await visit.press('Start talking')
      await visit.readsFailure(told)
      await visit.page.waitForTimeout(2_000)
      expect(visit.sessions).toHaveLength(1)
      expect(await visit.ledger()).toEqual([expect.stringMatching(/^(ended|failed)/)])
    })
  }

  test('whose token is refused once is opened with another one', async ({
    voice,
    visit,
    vendor,
  }) => {
    await vendor.fails({ kind: 'close', code: 4001, at: 'open', times: 1 })
    await visit.talk()
    expect(visit.sessions).toHaveLength(2)
    await expect(voice.turnsOf('Mira').first()).toBeVisible()
    await visit.end()
  })

  test('whose tokens are all refused is given up after the second', async ({
    voice: _,
    visit,
    vendor,
  }) => {
    await vendor.fails({ kind: 'close', code: 4001, at: 'open' })
    await visit.press('Start talking')
    await visit.readsFailure('token_refused')
    expect(visit.sessions).toHaveLength(2)
  })

  test('to a vendor that is busy for a moment waits, and comes about', async ({
    voice,
    visit,
    vendor,
  }) => {
    await vendor.fails({ kind: 'close', code: 1013, at: 'open', times: 1 })
    await visit.press('Start talking')
    await visit.sees('waiting')
    await visit.sees('live', 20_000)
    await expect(voice.turnsOf('Mira').first()).toBeVisible()
    await visit.end()
  })

  test('on which nothing ever comes is given up', async ({ voice: _, visit, vendor }) => {
    test.setTimeout(90_000)
    await vendor.fails({ kind: 'stall', at: 'open' })
    await visit.press('Start talking')
    await visit.readsFailure('connect_timeout', 'Try again', 30_000)
  })
})

test.describe('a talk', () => {
  for (const code of [1006, 1011, 1013]) {
    test(`whose connection is closed with ${code} goes on in another session, without a greeting`, async ({
      voice,
      visit,
      vendor,
    }) => {
      await visit.talk()
      await expect(voice.turnsOf('Mira').first()).toBeVisible()
      await vendor.fails({ kind: 'close', code, afterMs: 0 })
      await expect.poll(() => visit.sessions.length).toBe(2)
      await visit.sees('live', 20_000)
      await expect.poll(async () => (await visit.ledger())[0]).toBe('ended: connection_lost')
      await visit.page.waitForTimeout(1_500)
      expect((await vendor.session(voice.vendorSession))?.said).toEqual([])
      await vendor.say(voice.vendorSession, 'ഞാൻ ഇവിടെയുണ്ട്.')
      await expect(voice.turnsOf('Mira').last()).toContainText('ഇവിടെയുണ്ട്')
      await visit.end()
      await expect.poll(() => visit.ledger()).toEqual(['ended: connection_lost', 'ended: visitor'])
    })
  }

  test('for which the credit runs out says so, and is not tried again', async ({
    voice: _,
    visit,
    vendor,
  }) => {
    await visit.talk()
    await vendor.fails({ kind: 'close', code: 4003, afterMs: 0 })
    await visit.readsFailure('vendor_out_of_credit')
    expect(visit.sessions).toHaveLength(1)
  })

  test('whose reply stops in the middle goes on in another session', async ({
    voice: _,
    visit,
    vendor,
  }) => {
    test.setTimeout(90_000)
    await vendor.fails({ kind: 'stall', at: 'reply', times: 1 })
    await visit.talk()
    await visit.sees('reconnecting', 20_000)
    await visit.sees('live', 20_000)
    expect(visit.sessions).toHaveLength(2)
    await visit.end()
  })

  for (const frame of ['malformed-json', 'binary', 'early-done', 'odd-bytes', 'error-event']) {
    test(`in which a frame is ${frame} goes on`, async ({ voice, visit, vendor }) => {
      await vendor.fails({ kind: 'bad-frame', frame, times: 1 })
      await visit.talk()
      await expect(voice.turnsOf('Mira').first()).toBeVisible()
      await visit.page.waitForTimeout(1_500)
      await vendor.say(voice.vendorSession, 'ഞാൻ ഇവിടെയുണ്ട്.')
      await expect(voice.turnsOf('Mira').last()).toContainText('ഇവിടെയുണ്ട്')
      await expect.poll(() => voice.loudness(400)).toBeGreaterThan(0.01)
      expect(visit.sessions).toHaveLength(1)
      await visit.end()
    })
  }

  test('with ten megabytes in a frame goes on, and can be interrupted', async ({
    voice,
    visit,
    vendor,
  }) => {
    await vendor.fails({ kind: 'bad-frame', frame: 'huge', times: 1 })
    await visit.talk()
    await expect(voice.turnsOf('Mira').first()).toBeVisible()
    await visit.page.waitForTimeout(2_000)
    await visit.press('Interrupt')
    await vendor.say(voice.vendorSession, 'ഞാൻ ഇവിടെയുണ്ട്.')
    await expect(voice.turnsOf('Mira').last()).toContainText('ഇവിടെയുണ്ട്')
    expect(visit.sessions).toHaveLength(1)
    await visit.end()
  })

  test('that is left by closing the page is over at the vendor and in the ledger', async ({
    voice,
    visit,
    vendor,
  }) => {
    await visit.talk()
    await expect(voice.turnsOf('Mira').first()).toBeVisible()
    await visit.page.goto('about:blank')
    await expect.poll(async () => (await vendor.state()).sessions).toEqual([])
    await expect.poll(() => visit.ledger()).toEqual(['ended: page_closed'])
  })
})

test('a start that is cancelled at any moment leaves nothing open', async ({
  voice,
  visit,
  vendor,
}) => {
  for (const ms of [0, 60, 150, 300, 600]) {
    await visit.press('Start talking')
    await visit.page.waitForTimeout(ms)
    await voice.page
      .getByRole('button', { name: /^(Cancel|End conversation)$/ })
      .first()
      .click()
    await expect.poll(() => voice.stage().getAttribute('data-phase')).toMatch(/^(idle|ended)$/)
    await expect.poll(async () => (await vendor.state()).sessions).toEqual([])
    if ((await voice.stage().getAttribute('data-phase')) === 'ended') await voice.open()
  }
})

test.describe('a microphone', () => {
  test('is asked for before a token, which lives for a minute', async ({ voice: _, visit }) => {
    const allow = await leaveMicrophoneUnanswered(visit.page)
    await visit.press('Start talking')
    await visit.sees('preparing')
    await visit.page.waitForTimeout(1_500)
    expect(visit.sessions).toEqual([])
    await allow()
    await visit.sees('live')
    expect(visit.sessions).toHaveLength(1)
    await visit.end()
  })

  test('that is refused is told, and no token is spent on it', async ({ voice: _, visit }) => {
    await refuseMicrophone(visit.page, 'NotAllowedError')
    await visit.press('Start talking')
    await visit.readsFailure('microphone_needed')
    expect(visit.sessions).toEqual([])
  })

  test('that is pulled out is replaced, and the vendor goes on hearing', async ({
    voice,
    visit,
    vendor,
  }) => {
    await visit.talk()
    await unplugMicrophone(visit.page)
    await expect.poll(() => liveMicrophones(visit.page)).toBeGreaterThan(0)
    const heard = async () => (await vendor.session(voice.vendorSession))?.secondsHeard ?? 0
    const before = await heard()
    await expect.poll(heard).toBeGreaterThan(before + 1)
    expect(visit.sessions).toHaveLength(1)
    await visit.end()
  })
})

test('a browser that holds sound back gets its press, and the greeting waits for it', async ({
  voice,
  visit,
  vendor,
}) => {
  await visit.page.evaluate(() => {
    const Audio = globalThis.AudioContext
    globalThis.AudioContext = class extends Audio {
      constructor(options?: AudioContextOptions) {
        super(options)
        void super.suspend()
      }
      override resume() {
        // As Safari: without a press it stays open.
        const isPressed = Reflect.get(globalThis, 'isPressed') === true
        return isPressed ? super.resume() : new Promise<void>(() => {})
      }
    }
  })
  await visit.talk()
  const soundOn = voice.stage().getByRole('button', { name: /sound on/i })
  await expect(soundOn).toBeVisible()
  expect((await vendor.session(voice.vendorSession))?.said).toEqual([])
  await visit.page.evaluate(() => Reflect.set(globalThis, 'isPressed', true))
  await soundOn.click()
  await expect(soundOn).toBeHidden()
  await expect.poll(() => voice.loudness(400)).toBeGreaterThan(0.01)
  await expect(voice.turnsOf('Mira').first()).toBeVisible()
  await visit.end()
})
