import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { ChatPage } from '../chat-room'
import { test as base, expect } from './stack'

const addresses = z.object({ animus: z.url() })

interface Own {
  /** Somebody signed in, in a chat whose page asks the vendor itself. */
  chat: ChatPage
  /** Makes that vendor fail. */
  fails: (fault: Record<string, unknown>) => Promise<unknown>
}

const test = base.extend<Own>({
  // biome-ignore lint/correctness/noUnusedFunctionParameters: the stack has to be up before its addresses are read.
  fails: async ({ stack }, use, { parallelIndex }) => {
    const file = readFileSync(`.data/e2e-matrix-${parallelIndex}/sandbox.json`, 'utf8')
    const { animus } = addresses.parse(JSON.parse(file))
    const control = (init: RequestInit) =>
      fetch(`${animus}/__sandbox/faults`, {
        headers: { 'content-type': 'application/json', connection: 'close' },
        ...init,
      })
    await control({ method: 'DELETE' })
    await use((fault) => control({ method: 'POST', body: JSON.stringify(fault) }))
    await control({ method: 'DELETE' })
  },
  chat: async ({ visit }, use, { parallelIndex }) => {
    const chat = new ChatPage(visit.page, `.data/e2e-matrix-${parallelIndex}`)
    await visit.page.goto('/talk?persona=mira&medium=chat&vendor=animus')
    await expect(chat.message()).toBeEnabled()
    await use(chat)
  },
})

test.skip(!existsSync('sandbox/animus'), 'This app has no vendor that browsers ask with a token.')

/** What the vendor may do, and the code that the visitor reads. */
const refusals: [what: string, fault: Record<string, unknown>, code: string][] = [
  ['refuses our key (401)', { kind: 'token', status: 401 }, 'vendor_rejected_credentials'],
  ['gives no token (500)', { kind: 'token', status: 500 }, 'vendor_error'],
  ['gives a token that is none', { kind: 'token', body: { accessToken: 'me' } }, 'vendor_error'],
  ['is slow to give a token', { kind: 'token', hang: true }, 'vendor_timeout'],
  ['refuses every token (401)', { kind: 'chat', status: 401 }, 'token_refused'],
  ['wants money (402)', { kind: 'chat', status: 402 }, 'vendor_out_of_credit'],
  ['has no room (429)', { kind: 'chat', status: 429, retryAfter: 20 }, 'vendor_busy'],
  ['breaks (500)', { kind: 'chat', status: 500 }, 'vendor_error'],
  ['sends 10 MB at once', { kind: 'chat', event: 'huge' }, 'unexpected_answer'],
  ['sends nothing in an answer', { kind: 'chat', event: 'empty' }, 'vendor_error'],
  ['reports an error in its stream', { kind: 'chat', event: 'error' }, 'vendor_error'],
  ['cuts its stream', { kind: 'chat', event: 'cut' }, 'connection_lost'],
]

for (const [what, fault, code] of refusals) {
  test(`the vendor ${what}: ${code}, and it is asked again`, async ({ chat, fails, visit }) => {
    // Chromium logs a stream that is cut.
    visit.expectsErrors(/net::ERR_/)
    await fails({ ...fault, message: 'inner words', times: code === 'token_refused' ? 2 : 1 })
    await chat.send('Hello')
    await expect(chat.alert()).toContainText(code, { timeout: 20_000 })
    await expect(chat.log()).not.toContainText('inner words')
    await chat.button('Try again').click()
    await chat.isAnswered()
    await expect(chat.turns()).toHaveCount(2)
  })
}

test('what the vendor objects to is taken back', async ({ chat }) => {
  await chat.send('Gore, please.')
  await expect(chat.answer()).toContainText('withheld')
  await expect(chat.answer()).not.toContainText(/hear you/)
  await expect.poll(() => chat.kept()).toEqual(['Gore, please.'])
})

test('a stream that falls silent is stopped at once', async ({ chat, fails }) => {
  await fails({ kind: 'chat', event: 'stall', comments: true, times: 1 })
  await chat.send('Hello')
  await expect(chat.answer()).toContainText('Hey')
  await chat.button('Stop').click()
  await chat.button('Retry').click()
  await chat.isAnswered()
})
