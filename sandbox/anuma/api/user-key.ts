import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const keys = z.object({ app: z.string() })

/**
 * The key that a dashboard would be given to check users with. The Privy stand-in keeps its pair in
 * the same folder; it may start after this one, so the file is read when a token comes.
 */
export function readUserKey(dataDir: string | undefined): string | undefined {
  if (!dataDir) return undefined
  try {
    const { app } = keys.parse(JSON.parse(readFileSync(join(dataDir, 'privy-keys.json'), 'utf8')))
    return createPublicKey(app).export({ type: 'spki', format: 'pem' }).toString()
  } catch {
    return undefined
  }
}
