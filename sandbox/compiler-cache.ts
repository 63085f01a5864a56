import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Beside the cache that it keeps valid: removing `.next` removes both. */
const keyFile = join('.next', 'dev', 'cache', 'server-actions-key')

function storedKey(): string {
  try {
    return readFileSync(keyFile, 'utf8')
  } catch {
    const key = randomBytes(32).toString('base64')
    mkdirSync(dirname(keyFile), { recursive: true })
    writeFileSync(keyFile, key, { mode: 0o600 })
    return key
  }
}

/**
 * What `next dev` needs so that its compiler's cache on disk holds from one start to the next.
 * In a container Next makes a new server-actions key at every start, and each module compiled with
 * another key is compiled again. Without the second variable (internal to Next; a version that does
 * not know it ignores it) Next is gone 100 ms after SIGTERM, and what it compiled last is lost.
 */
export function compilerCacheEnv(): Record<string, string> {
  return {
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: storedKey(),
    __NEXT_DEV_WAIT_FOR_TURBOPACK_SHUTDOWN: '1',
  }
}
