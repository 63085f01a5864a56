import { existsSync, readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'

/** Who answers in these tests: faults are its own, in its stand-in's words. */
const vendor = 'anuma'

/** Whoever has deleted the vendor has nothing to test here. */
export const hasChatVendor = existsSync(`sandbox/${vendor}`)

const addresses = z.object({ [vendor]: z.url() })
const state = z.object({ openStreams: z.number(), faults: z.array(z.unknown()) })
const account = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      endReason: z.string().nullish(),
      messages: z.array(
        z.object({ role: z.string(), content: z.string(), interrupted: z.boolean().nullish() }),
      ),
    }),
  ),
})

/** The chat as a visitor handles it. */
export class ChatPage {
  constructor(
    readonly page: Page,
    /** Where the launcher of this run put everything. */
    private readonly dataDir = '.data/e2e',
  ) {}

  readonly button = (name: string) => this.page.getByRole('button', { name, exact: true })
  readonly message = () => this.page.getByRole('textbox', { name: 'Message', exact: true })
  readonly log = () => this.page.getByRole('log', { name: 'Transcript' })
  readonly turns = () => this.log().getByRole('article')
  readonly answer = () => this.turns().filter({ hasText: /^Mira/ }).last()
  readonly alert = () => this.log().getByRole('alert')

  async open() {
    await this.page.goto(`/talk?medium=chat&vendor=${vendor}`)
    await expect(this.message()).toBeEnabled()
  }

  async send(text: string) {
    await this.message().fill(text)
    await this.message().press('Enter')
  }

  /** Until the answer is there, to its end. */
  async isAnswered() {
    await expect(this.button('Retry')).toBeVisible()
    await expect(this.button('Send')).toBeVisible()
  }

  async ask(text: string) {
    await this.send(text)
    await expect(this.turns().filter({ hasText: text })).toBeVisible()
    await this.isAnswered()
  }

  /** What the ledger keeps of this visitor's sessions, oldest first. */
  async ledger() {
    const export_ = await this.page.evaluate(async () =>
      (await fetch('/api/account/export')).json(),
    )
    return account.parse(export_).sessions
  }

  /** What was said in their only chat, as the ledger has it. */
  async kept() {
    return (await this.ledger()).flatMap(({ messages }) => messages.map(({ content }) => content))
  }

  private async vendorUrl() {
    return addresses.parse(JSON.parse(readFileSync(`${this.dataDir}/sandbox.json`, 'utf8')))[vendor]
  }

  private async control(path: string, init: RequestInit = {}) {
    const headers = { 'content-type': 'application/json', connection: 'close' }
    const response = await fetch(`${await this.vendorUrl()}/__sandbox/${path}`, {
      headers,
      ...init,
    })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return response.json()
  }

  /** Makes the vendor fail, only for messages that hold these words. */
  fails = (match: string, fault: Record<string, unknown>) =>
    this.control('faults', {
      method: 'POST',
      body: JSON.stringify({ kind: 'chat', match, times: 1, ...fault }),
    })

  /** Nothing fails any more. */
  calm = () => this.control('faults', { method: 'DELETE' })

  /** Faults that have not struck yet. */
  faultsLeft = async () => state.parse(await this.control('state')).faults.length

  /** Answers that the vendor is writing now, for anybody. */
  openStreams = async () => state.parse(await this.control('state')).openStreams
}
