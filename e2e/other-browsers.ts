import { existsSync } from 'node:fs'
import { firefox, webkit } from '@playwright/test'

const others = { firefox, webkit }

/** Browsers beside Chromium that Playwright has a build of on this machine; says loudly which are missing. */
export function otherBrowsers(): (keyof typeof others)[] {
  const names = ['firefox', 'webkit'] as const
  const found = names.filter((name) => existsSync(others[name].executablePath()))
  const missing = names.filter((name) => !found.includes(name))
  // The configuration is read by every worker; one line is enough.
  if (missing.length > 0 && process.env.TEST_WORKER_INDEX === undefined) {
    console.warn(
      `\nSKIPPED: the tests in ${missing.join(' and ')}. To run them: npx playwright install ${missing.join(' ')}\n`,
    )
  }
  return found
}
