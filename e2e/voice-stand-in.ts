import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const addresses = z.object({ swaram: z.url().optional() })

const state = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      bytesHeard: z.number(),
      secondsHeard: z.number(),
      turns: z.number(),
      said: z.array(z.string()),
      replying: z.boolean(),
      pendingCalls: z.array(z.string()),
      /** What the page has sent it, sound aside. */
      received: z.array(z.object({ type: z.string().optional() })),
    }),
  ),
  counters: z.record(z.string(), z.number()),
})

/** The vendor of voices in the hands of tests: its stand-in, started with the app. */
export class VoiceStandIn {
  readonly #url: string

  constructor(dataDir = '.data/e2e') {
    const { swaram } = addresses.parse(JSON.parse(readFileSync(`${dataDir}/sandbox.json`, 'utf8')))
    if (!swaram) throw new Error('There is no stand-in for voices')
    this.#url = swaram
  }

  /** Whether this app has a vendor of voices at all. */
  static isThere = () => existsSync('sandbox/swaram')

  state = async () => state.parse(await this.#call('GET', 'state'))

  /** One of its sessions while it is open. */
  session = async (id: string) => (await this.state()).sessions.find((session) => session.id === id)

  /** Makes the persona of a session say something. */
  say = (sessionId: string, text: string) => this.#call('POST', 'say', { sessionId, text })

  /** Makes the persona of a session use a tool. */
  useTool = (sessionId: string, name: string, args: unknown) =>
    this.#call('POST', 'tool-call', { sessionId, name, arguments: args })

  fails = (fault: Record<string, unknown>) => this.#call('POST', 'faults', fault)

  async calm() {
    await this.#call('DELETE', 'faults')
    await this.#call('POST', 'plan', {})
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#url}/__sandbox/${path}`, {
      method,
      headers: { 'content-type': 'application/json', connection: 'close' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return response.json()
  }
}
