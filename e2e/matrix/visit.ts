import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { Room } from '../room'
import type { Vendor } from './vendor'

const granted = z.object({ sessionId: z.uuid() })
const entry = z.object({ status: z.string(), endReason: z.string().nullable() })

export type Phase =
  | 'idle'
  | 'preparing'
  | 'waiting'
  | 'connecting'
  | 'live'
  | 'reconnecting'
  | 'ended'
  | 'failed'

export interface VisitOptions {
  app: string
  vendor: Vendor
  /** Proves who the visitor is, whatever becomes of the page and its cookies. */
  identityToken: string
  /** Console errors that this test expects, as patterns. */
  expectedErrors: RegExp[]
}

/** One visitor's stay, in as many tabs as they like, and everything that was opened for it. */
export class Visit {
  readonly room: Room
  /** Our ids of the sessions that this visitor was granted, oldest first. */
  readonly sessions: string[] = []
  readonly vendor: Vendor

  constructor(
    readonly page: Page,
    private readonly options: VisitOptions,
  ) {
    this.room = new Room(page)
    this.vendor = options.vendor
    page.context().on('response', async (response) => {
      if (!/\/api\/(session|swaram)-token$/.test(response.url()) || !response.ok()) return
      const body = granted.safeParse(await response.json().catch(() => undefined))
      if (body.success) this.sessions.push(body.data.sessionId)
    })
  }

  /** The SDK, or the browser, may log this. */
  expectsErrors = (...patterns: RegExp[]) => this.options.expectedErrors.push(...patterns)

  async open() {
    await this.page.goto('/talk')
    await expect(this.room.button('Start talking')).toBeEnabled()
  }

  /** The same visitor in another tab, on the talk page. */
  async secondTab(): Promise<Room> {
    const room = new Room(await this.page.context().newPage())
    await room.page.goto('/talk')
    await expect(room.button('Start talking')).toBeEnabled()
    return room
  }

  press = (name: string) => this.room.button(name).click()
  sees = (phase: Phase, timeout = 15_000) => seesIn(this.room, phase, timeout)

  async talk() {
    await this.press('Start talking')
    await this.sees('live')
  }

  async end() {
    await this.press('End conversation')
    await this.sees('ended')
  }

  /** A panel with words, the code that an operator looks for, and a next step. */
  async readsFailure(code: string, next = 'Try again', timeout = 15_000) {
    await this.sees('failed', timeout)
    await readsFailureIn(this.room, code, next)
  }

  request(path: string, method = 'GET', body?: unknown) {
    return fetch(`${this.options.app}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'privy-id-token': this.options.identityToken,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }

  /** What the ledger says of the sessions, such as `ended: visitor`. */
  async ledger(): Promise<string[]> {
    const read = async (id: string) => {
      const answer = entry.parse(await (await this.request(`/api/sessions/${id}`)).json())
      return `${answer.status}: ${answer.endReason}`
    }
    return Promise.all(this.sessions.map(read))
  }
}

export async function seesIn(room: Room, phase: Phase, timeout = 15_000) {
  await expect(room.stage()).toHaveAttribute('data-phase', phase, { timeout })
}

export async function readsFailureIn(room: Room, code: string, next: string) {
  const stage = room.stage()
  await expect(stage.getByText(new RegExp(`^${code}( ·|$)`))).toBeVisible()
  await expect(stage.getByRole('heading', { level: 2 })).not.toBeEmpty()
  await expect(stage.getByRole('alert')).not.toBeEmpty()
  await expect(
    stage
      .getByRole('button', { name: next, exact: true })
      .or(stage.getByRole('link', { name: next, exact: true })),
  ).toBeVisible()
}
