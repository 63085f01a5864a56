import type { Page } from '@playwright/test'
import { z } from 'zod'

const entry = z.object({
  status: z.enum(['reserved', 'issued', 'live', 'ended', 'failed']),
  endReason: z.string().nullable(),
  firstFrameMs: z.number().nullable(),
})

/** What the ledger says of one of the visitor's own sessions. */
export async function ledgerEntry(page: Page, sessionId: string) {
  const answer = await page.evaluate(async (id) => {
    const response = await fetch(`/api/sessions/${id}`)
    return response.json()
  }, sessionId)
  return entry.parse(answer)
}
