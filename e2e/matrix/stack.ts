import { test as base, expect, newEmail } from '../fixtures'
import { type Launched, launch } from '../launch'
import { emailTokens } from '../stand-ins'
import { Visit } from './visit'
import { watchMicrophones } from './watch-microphones'

interface Own {
  /** A signed-in visitor on the talk page. When the test is over nothing of theirs may be left. */
  visit: Visit
}

interface Shared {
  /** The app and its stand-ins, for this worker alone: what breaks here breaks for nobody else. */
  stack: Launched
}

const env = {
  LIMIT_TOKENS_PER_HOUR: '1000',
  LIMIT_GUEST_TOKENS_PER_HOUR: '1000',
  LIMIT_APP_SESSIONS_PER_DAY: '10000',
}

export const test = base.extend<Own, Shared>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names.
    async ({}, use, { parallelIndex }) => {
      const port = 3310 + parallelIndex * 10
      const stack = await launch({
        mode: 'preview',
        port,
        dataDir: `.data/e2e-matrix-${parallelIndex}`,
        env,
      })
      await use(stack)
      await stack.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: ({ stack }, use) => use(stack.urls.app),

  visit: async ({ page, stack }, use) => {
    await page.addInitScript(watchMicrophones)
    const { identityToken } = await emailTokens(newEmail(), stack.urls.privy)
    await page
      .context()
      .addCookies([
        { name: 'privy-id-token', value: identityToken, url: stack.urls.app, sameSite: 'Strict' },
      ])
    const visit = new Visit(page, stack)
    await visit.open()
    await use(visit)
    await visit.leavesNothing()
    await visit.calm()
  },
})

export { expect }
