import { expect, type TestInfo } from '@playwright/test'
import { z } from 'zod'
import { liveMicrophones } from './microphones'
import type { Visit } from './visit'

const answer = z.object({ sessionId: z.string().optional(), code: z.string().optional() })

/**
 * However a row ends: no page listens to a microphone, the ledger has every session closed and the
 * visitor's one place free again, and nothing is open at the vendor.
 */
export async function afterwards(visit: Visit, testInfo: TestInfo) {
  await visit.vendor.calm()
  // Half a row leaves half a talk: it must not stand in the way of the next row.
  if (testInfo.errors.length > 0) {
    for (const page of visit.page.context().pages()) await page.goto('about:blank')
    return
  }
  for (const page of visit.page.context().pages()) {
    await expect.poll(() => liveMicrophones(page), 'microphones that listen').toBe(0)
  }
  await expect
    .poll(async () => (await visit.ledger()).filter((entry) => !/^(ended|failed)/.test(entry)), {
      message: 'open in the ledger',
    })
    .toEqual([])
  await expect
    .poll(async () => (await visit.vendor.open()).map(({ clientLabel }) => clientLabel), {
      message: 'open at the vendor',
    })
    .toEqual([])
  // A place that was reserved without an answer has no id here; only another start shows it.
  await expect.poll(() => tryPlace(visit), 'the place of the visitor').toBe('free')
  const description = (await visit.ledger()).join(', ') || 'nothing granted'
  testInfo.annotations.push({ type: 'ledger', description })
}

async function tryPlace(visit: Visit): Promise<string> {
  const response = await visit.request('/api/session-token', 'POST', {})
  const { sessionId, code } = answer.parse(await response.json())
  // Somebody without any starts left cannot have a place either.
  if (!sessionId) return code === 'rate_limited' ? 'free' : String(code)
  const report = { event: 'ended', reason: 'cancelled' }
  await visit.request(`/api/sessions/${sessionId}`, 'PATCH', report)
  return 'free'
}
