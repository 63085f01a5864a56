import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** What `live-when.ts` in a vendor's folder says: live as soon as one of these variables is set. */
const liveWhenModule = z.object({ liveWhen: z.array(z.string()) })

interface Plan {
  /** Vendors whose stand-in has to run. */
  standIns: string[]
  /** Vendors with a key of their own. */
  live: string[]
}

const here = dirname(fileURLToPath(import.meta.url))

/** Every folder beside this file that holds a stand-in: deleting the folder deletes the vendor from the sandbox. */
export function standInFolders(): string[] {
  return readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(here, entry.name, 'start.ts')))
    .map((entry) => entry.name)
    .sort()
}

/** Decides vendor by vendor between live and stand-in, by the variables that are set. */
export async function planVendors(environment: Record<string, string | undefined>): Promise<Plan> {
  const plan: Plan = { standIns: [], live: [] }
  for (const vendor of standInFolders()) {
    const { liveWhen } = liveWhenModule.parse({ ...(await import(`./${vendor}/live-when.ts`)) })
    const isLive = liveWhen.some((name) => environment[name]?.trim())
    plan[isLive ? 'live' : 'standIns'].push(vendor)
  }
  return plan
}
