import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const account = z.object({
  type: z.literal('email'),
  address: z.string(),
  verified_at: z.number(),
  first_verified_at: z.number(),
  latest_verified_at: z.number(),
})

const user = z.object({
  id: z.string(),
  created_at: z.number(),
  linked_accounts: z.array(account),
  has_accepted_terms: z.boolean(),
  is_guest: z.boolean(),
  guest_credential: z.string().optional(),
  custom_metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
})

const state = z.object({
  users: z.record(z.string(), user),
  /** By session id. */
  sessions: z.record(z.string(), z.object({ userId: z.string() })),
  /** By refresh token; `usedAt` is 0 until it was used. */
  refresh: z.record(
    z.string(),
    z.object({ sid: z.string(), expiresAt: z.number(), usedAt: z.number() }),
  ),
})

export type User = z.infer<typeof user>
type State = z.infer<typeof state>

export interface SentCode {
  to: string
  code: string
  /** Milliseconds since 1970. */
  at: number
}

/** Unix seconds, as all of Privy's times are. */
export const now = () => Math.floor(Date.now() / 1_000)

/** Users and sessions. With a folder, every change is on disk before it is answered. */
export class Store {
  readonly #file: string | undefined
  readonly state: State
  /** Codes that wait to be typed, by address. Not kept: a restart asks for new ones. */
  readonly codes = new Map<string, { code: string; expiresAt: number; tries: number }>()
  readonly sent: SentCode[] = []

  constructor(dataDir: string | undefined) {
    this.#file = dataDir && join(dataDir, 'privy-users.json')
    this.state =
      this.#file && existsSync(this.#file)
        ? state.parse(JSON.parse(readFileSync(this.#file, 'utf8')))
        : { users: {}, sessions: {}, refresh: {} }
  }

  save() {
    if (!this.#file) return
    const draft = `${this.#file}.new`
    writeFileSync(draft, JSON.stringify(this.state), { mode: 0o600 })
    renameSync(draft, this.#file)
  }

  addUser(fields: Partial<User>): User {
    const created: User = {
      id: `did:privy:c${randomBytes(12).toString('hex')}`,
      created_at: now(),
      linked_accounts: [],
      has_accepted_terms: false,
      is_guest: false,
      ...fields,
    }
    this.state.users[created.id] = created
    return created
  }

  userByEmail(address: string): User | undefined {
    return Object.values(this.state.users).find(({ linked_accounts }) =>
      linked_accounts.some((linked) => linked.address === address),
    )
  }

  guest(credential: string): User | undefined {
    return Object.values(this.state.users).find((one) => one.guest_credential === credential)
  }

  removeUser(id: string) {
    delete this.state.users[id]
    this.endSessions((session) => session.userId === id)
  }

  endSessions(matches: (session: { userId: string; sid: string }) => boolean) {
    for (const [sid, session] of Object.entries(this.state.sessions)) {
      if (matches({ ...session, sid })) delete this.state.sessions[sid]
    }
  }
}
