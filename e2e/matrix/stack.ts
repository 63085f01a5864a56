import type { Page } from '@playwright/test'
import { test as base, expect, newEmail, signInByCode } from '../fixtures'
import { type Launched, launch } from '../launch'
import { emailTokens, guestTokens } from '../stand-ins'
import { afterwards } from './afterwards'
import { watchMicrophones } from './microphones'
import { Vendor } from './vendor'
import { Visit } from './visit'

interface Own {
  /** `member` has the cookie only, as after a reload; `by code` has Privy's session as well. */
  visitor: 'member' | 'guest' | 'by code'
  /** Whether the page's clock is the test's to move. It runs by itself too. */
  ownClock: boolean
  /** Somebody signed in, on the talk page. When the row is over nothing of theirs may be left. */
  visit: Visit
}

interface Shared {
  /** What its app is configured with beside the limits. */
  stackEnv: Record<string, string>
  /** The app and its stand-ins, for this worker alone: what breaks here breaks for nobody else. */
  stack: Launched
}

const roomyLimits = {
  LIMIT_TOKENS_PER_HOUR: '1000',
  LIMIT_APP_SESSIONS_PER_DAY: '10000',
  LIMIT_GUEST_TOKENS_PER_HOUR: '3',
  LIMIT_GUEST_CHAT_REPLIES_PER_HOUR: '2',
  /** So that a guest sees the end of their time while the test waits. */
  LIMIT_GUEST_SESSION_SECONDS: '8',
}

const firstPort = Number(process.env.E2E_PORT ?? 3100) + 210

export const test = base.extend<Own, Shared>({
  stackEnv: [{}, { option: true, scope: 'worker' }],
  stack: [
    async ({ stackEnv }, use, { parallelIndex }) => {
      const stack = await launch({
        mode: 'preview',
        port: firstPort + parallelIndex * 10,
        dataDir: `.data/e2e-matrix-${parallelIndex}`,
        env: { ...roomyLimits, ...stackEnv },
      })
      await use(stack)
      await stack.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: ({ stack }, use) => use(stack.urls.app),
  visitor: ['member', { option: true }],
  ownClock: [false, { option: true }],
  // A list of its own for each test: rows add to it.
  expectedErrors: ({ viewport: _ }, use) => use([]),

  visit: async ({ page, stack, visitor, ownClock, expectedErrors }, use, testInfo) => {
    const { app, privy } = stack.urls
    const vendor = new Vendor(stack.urls)
    await page.context().addInitScript(watchMicrophones)
    if (ownClock) await page.clock.install()
    const identityToken = await signIn(page, visitor, { app, privy })
    const visit = new Visit(page, { app, vendor, identityToken, expectedErrors })
    await vendor.calm()
    await visit.open()
    await use(visit)
    if (testInfo.errors.length > 0) {
      await testInfo.attach('what the stack printed', { body: stack.output().slice(-20_000) })
    }
    await afterwards(visit, testInfo)
  },
})

/** Answers an identity token of the same person, for questions that no page asks. */
async function signIn(page: Page, visitor: Own['visitor'], at: { app: string; privy: string }) {
  const email = newEmail()
  if (visitor === 'by code') await signInByCode(page, email, at.privy)
  const { identityToken } =
    visitor === 'guest' ? await guestTokens(at.privy) : await emailTokens(email, at.privy)
  if (visitor !== 'by code') {
    await page
      .context()
      .addCookies([
        { name: 'privy-id-token', value: identityToken, url: at.app, sameSite: 'Strict' },
      ])
  }
  return identityToken
}

export { expect }
