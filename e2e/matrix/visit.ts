import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import type { Launched } from '../launch'
import { Room } from '../room'

const granted = z.object({ sessionId: z.uuid() })
const entry = z.object({ status: z.string(), endReason: z.string().nullable() })
const vendorState = z.object({
  sessions: z.array(
    z.object({ id: z.string(), state: z.string(), clientLabel: z.string().nullish() }),
  ),
})

type Phase =
  | 'idle'
  | 'preparing'
  | 'waiting'
  | 'connecting'
  | 'live'
  | 'reconnecting'
  | 'ended'
  | 'failed'

/** One visitor's stay, with the vendor's faults in hand, and everything that was opened for it. */
export class Visit {
  readonly room: Room
  /** Our ids of the sessions that this visitor was granted, oldest first. */
  readonly sessions: string[] = []

  constructor(
    readonly page: Page,
    readonly stack: Launched,
  ) {
    this.room = new Room(page)
    this.follow(page)
  }

  /** Notes the sessions that are granted to this page. */
  follow(page: Page) {
    page.on('response', async (response) => {
      if (!response.url().endsWith('/api/session-token') || !response.ok()) return
      const body = granted.safeParse(await response.json().catch(() => undefined))
      if (body.success) this.sessions.push(body.data.sessionId)
    })
  }

  async open() {
    await this.page.goto('/talk')
    await expect(this.room.button('Start talking')).toBeEnabled()
  }

  press = (name: string) => this.room.button(name).click()

  async sees(phase: Phase, timeout = 15_000) {
    await expect(this.page.locator('section[data-phase]')).toHaveAttribute('data-phase', phase, {
      timeout,
    })
  }

  /** A panel with words, the code that an operator looks for, and a next step. */
  async readsFailure(code: string, next = 'Try again', timeout = 15_000) {
    await this.sees('failed', timeout)
    const stage = this.page.locator('section[data-phase]')
    await expect(stage.getByRole('heading', { level: 2 })).not.toBeEmpty()
    await expect(stage.getByRole('alert')).not.toBeEmpty()
    await expect(stage).toContainText(code)
    await expect(
      stage.getByRole('button', { name: next }).or(stage.getByRole('link', { name: next })),
    ).toBeVisible()
  }

  async talk() {
    await this.press('Start talking')
    await this.sees('live')
  }

  async end() {
    await this.press('End conversation')
    await this.sees('ended')
  }

  async #control(path: string, method: string, body?: unknown) {
    const response = await fetch(`${this.stack.urls.anam}/__sandbox/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(10_000),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`/__sandbox/${path} answered ${response.status}`)
    return response.json().catch(() => undefined)
  }

  /** Makes the vendor fail in a named way. */
  fault = (fault: Record<string, unknown>) => this.#control('faults', 'POST', fault)
  limit = (limit: number, estimatedWaitSeconds?: number) =>
    this.#control('limit', 'POST', { limit, estimatedWaitSeconds })

  async calm() {
    await this.#control('faults', 'DELETE')
    await this.limit(3)
  }

  async openAtVendor() {
    const { sessions } = vendorState.parse(await this.#control('state', 'GET'))
    return sessions.filter(({ clientLabel }) => this.sessions.includes(clientLabel ?? ''))
  }

  /** What the ledger says of one of the sessions. */
  async ledger(sessionId: string) {
    const url = `${this.stack.urls.app}/api/sessions/${sessionId}`
    const response = await this.page.context().request.get(url)
    return entry.parse(await response.json())
  }

  liveMicrophones = () =>
    this.page.evaluate(() => {
      const find: unknown = Reflect.get(globalThis, 'liveMicrophones')
      const found: unknown = typeof find === 'function' ? find() : []
      return Array.isArray(found) ? found.length : Number.NaN
    })

  /** Ledger and vendor agree that everything is over, and no microphone listens. */
  async leavesNothing() {
    const open = async () => {
      const entries = await Promise.all(this.sessions.map((id) => this.ledger(id)))
      return entries.filter(({ status }) => status !== 'ended' && status !== 'failed')
    }
    await expect.poll(open, 'open in the ledger').toEqual([])
    await expect.poll(() => this.openAtVendor(), 'open at the vendor').toEqual([])
    if (this.page.isClosed()) return
    await expect.poll(this.liveMicrophones, 'live microphone tracks').toBe(0)
  }
}
