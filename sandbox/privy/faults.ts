import { z } from 'zod'
import { defaultSettings, type Settings } from './options'

/** `{kind: 'settings', …}` changes the dashboard; the other kinds break requests under a path prefix. */
export const faultBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('settings'),
    identityTokens: z.boolean().optional(),
    guests: z.boolean().optional(),
    accessTokenSeconds: z.number().int().min(1).optional(),
    identityTokenSeconds: z.number().int().min(1).optional(),
  }),
  z.strictObject({
    kind: z.literal('error'),
    path: z.string().default('/api/'),
    status: z.number().int().min(400).max(599).default(503),
    times: z.number().int().min(1).default(1_000_000),
  }),
  z.strictObject({
    kind: z.literal('hang'),
    path: z.string().default('/api/'),
    times: z.number().int().min(1).default(1_000_000),
  }),
])

export type Fault = z.infer<typeof faultBody>
type RequestFault = Exclude<Fault, { kind: 'settings' }>

/** What is broken on demand. */
export class Faults {
  #active: RequestFault[] = []

  constructor(readonly settings: Settings) {}

  add(fault: Fault) {
    if (fault.kind !== 'settings') this.#active.push({ ...fault })
    else {
      const { kind: _, ...changes } = fault
      Object.assign(this.settings, changes)
    }
  }

  clear() {
    this.#active = []
    Object.assign(this.settings, defaultSettings)
  }

  /** The fault that this request meets, used up by one. */
  take(path: string): RequestFault | undefined {
    const fault = this.#active.find((one) => path.startsWith(one.path))
    if (fault && --fault.times === 0) this.#active = this.#active.filter((one) => one !== fault)
    return fault
  }
}
