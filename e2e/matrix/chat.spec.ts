import { ChatPage, hasChatVendor } from '../chat-room'
import { test as base, expect } from './stack'

/** Somebody signed in, in a chat. */
const test = base.extend<{ chat: ChatPage }>({
  chat: async ({ visit }, use, { parallelIndex }) => {
    const chat = new ChatPage(visit.page, `.data/e2e-matrix-${parallelIndex}`)
    await chat.calm()
    await chat.open()
    await use(chat)
    // However a row ends, the vendor writes nothing for nobody.
    await expect.poll(chat.openStreams, 'streams at the vendor').toBe(0)
  },
})

test.skip(!hasChatVendor, 'This app has no vendor whose chats our server carries.')

const words = 'My name is Ada.'
const many = 'Tell me everything, please'
const proxyPage = '<h1>Bad gateway</h1>'

/** What the vendor may do, and the code that the visitor reads. */
const refusals: [what: string, fault: Record<string, unknown>, code: string][] = [
  ['finds our request wrong (400)', { status: 400 }, 'vendor_error'],
  ['refuses our key (401)', { status: 401 }, 'vendor_rejected_credentials'],
  ['wants money (402)', { status: 402 }, 'vendor_out_of_credit'],
  ['forbids it to our key (403)', { status: 403 }, 'vendor_rejected_credentials'],
  ['has no room (429)', { status: 429, retryAfter: 20 }, 'vendor_busy'],
  ['breaks (500)', { status: 500 }, 'vendor_error'],
  ['hides behind a broken proxy (502)', { status: 502, html: proxyPage }, 'vendor_error'],
]

for (const [what, fault, code] of refusals) {
  test(`asked for an answer, the vendor ${what}: ${code}`, async ({ chat }) => {
    await chat.fails(words, { ...fault, times: 100 })
    await chat.send(words)
    await expect(chat.alert()).toContainText(code, { timeout: 30_000 })
    // The vendor's words are not for visitors.
    await expect(chat.log()).not.toContainText(/provider|balance|gateway/i)
    await expect(chat.turns()).toHaveCount(1)
    await chat.button('Try again').click()
    await expect(chat.alert()).toContainText(code, { timeout: 30_000 })
  })
}

/** What may befall an answer that has begun. */
const mishaps: [what: string, fault: Record<string, unknown>][] = [
  ['reports an error in its stream', { event: 'error' }],
  ['is cut off', { event: 'cut' }],
]

for (const [what, fault] of mishaps) {
  test(`in the middle of an answer, the vendor ${what}: what came stays, and it is asked again`, async ({
    chat,
  }) => {
    await chat.fails(many, { ...fault, afterChunks: 60 })
    await chat.send(many)
    await expect(chat.alert()).toBeVisible()
    await expect(chat.answer()).toContainText('You asked for everything')
    await expect(chat.answer()).toContainText('Not complete.')
    await expect.poll(async () => (await chat.kept()).at(-1)).toContain('You asked for everything')
    await chat.button('Try again').click()
    await chat.isAnswered()
    await expect(chat.turns()).toHaveCount(2)
    await expect(chat.answer()).toContainText('few people do')
    await expect.poll(async () => (await chat.kept()).at(-1)).toContain('few people do')
  })
}

for (const event of ['malformed', 'split-utf8', 'out-of-order', 'unknown']) {
  test(`frames that are ${event} end in an answer or in words, never in silence`, async ({
    chat,
  }) => {
    await chat.fails(words, { event, afterChunks: 2 })
    await chat.send(words)
    await expect(chat.button('Send')).toBeVisible()
    await expect(chat.alert().or(chat.button('Retry'))).toBeVisible()
    await expect(chat.log()).not.toContainText('�')
  })
}

test('an answer with nothing in it is told, not shown as silence', async ({ chat }) => {
  await chat.fails(words, { event: 'empty' })
  await chat.send(words)
  await expect(chat.alert()).toContainText('vendor_error')
})

for (const [what, fault] of [
  ['falls silent in the middle of an answer', { event: 'stall' }],
  ['never answers', { hang: true }],
] as const) {
  test(`the vendor ${what}: Stop ends the wait at once`, async ({ chat }) => {
    await chat.fails(words, fault)
    await chat.send(words)
    await expect.poll(chat.faultsLeft, 'the question has not reached the vendor').toBe(0)
    await chat.button('Stop').click()
    await expect(chat.button('Retry')).toBeVisible()
    await chat.button('Retry').click()
    await chat.isAnswered()
    await expect(chat.turns()).toHaveCount(2)
  })
}

test('our server is away: offline, and the message is sent when it is back', async ({
  chat,
  visit,
}) => {
  visit.expectsErrors(/ERR_CONNECTION_REFUSED/)
  await visit.page.route('**/api/chat', (route) => route.abort('connectionrefused'))
  await chat.send(words)
  await expect(chat.alert()).toContainText('offline')
  await visit.page.unroute('**/api/chat')
  await chat.button('Try again').click()
  await chat.isAnswered()
})

test('somebody else answers for our server: unexpected_answer', async ({ chat, visit }) => {
  await visit.page.route('**/api/chat', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Welcome to the hotel’s network</h1>' }),
  )
  await chat.send(words)
  await expect(chat.alert()).toContainText('unexpected_answer')
})

test('our server breaks: internal, with the number that finds it in its log', async ({
  chat,
  visit,
}) => {
  const problem = { type: 'about:blank', title: 'Internal', status: 500, code: 'internal' }
  await visit.page.route('**/api/chat', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({ ...problem, requestId: 'r-1' }),
    }),
  )
  await chat.send(words)
  await expect(chat.alert()).toContainText('internal · request r-1')
})

test('the ledger cannot be reached: nothing is lost, and saving works later', async ({
  chat,
  visit,
}) => {
  visit.expectsErrors(/ERR_FAILED/)
  await visit.page.route('**/api/sessions/**', (route) => route.abort())
  await chat.ask(words)
  await expect(visit.page.getByText('it could not be saved')).toBeVisible()
  await visit.page.unroute('**/api/sessions/**')
  await chat.button('Save again').click()
  await expect(visit.page.getByText('it could not be saved')).toHaveCount(0)
  expect(await chat.kept()).toHaveLength(2)
})

test.describe('signed out meanwhile', () => {
  test('unauthenticated: signing in leads back to the chat', async ({ chat, visit }) => {
    await chat.ask(words)
    await visit.page.context().clearCookies()
    await chat.send('Are you there?')
    await expect(chat.alert()).toContainText('unauthenticated', { timeout: 30_000 })
    await expect(chat.alert().getByRole('link', { name: 'Sign in' })).toHaveAttribute(
      'href',
      /medium%3Dchat/,
    )
  })
})

test.describe('a guest', () => {
  test.use({ visitor: 'guest' })
  test('with no answers left: rate_limited, and when it goes on', async ({ chat }) => {
    await chat.ask(words)
    await chat.ask('What is my name?')
    await chat.send('And now?')
    await expect(chat.alert()).toContainText('rate_limited')
    await expect(chat.alert().getByRole('link', { name: 'Sign in with email' })).toBeVisible()
    await expect(chat.alert()).toContainText(/You can write again .*at \d/)
    await expect(chat.button('Try again')).toHaveAttribute('aria-disabled', 'true')
  })
})
