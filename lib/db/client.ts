import 'server-only'
import { env } from '@/lib/env'
import { type Db, type OpenDatabase, openPglite, openPostgres } from './open'

// On globalThis: a hot reload evaluates this module again, and must not open the directory twice.
const shared: typeof globalThis & { visAVisDatabase?: Promise<OpenDatabase> } = globalThis

/**
 * The application's database, opened on first use: Postgres when `DATABASE_URL` is set, otherwise
 * PGlite in `PGLITE_DIR` or `.data/app`. A failed opening is tried again by the next caller.
 */
export async function db(): Promise<Db> {
  shared.visAVisDatabase ??= open().catch((error: unknown) => {
    delete shared.visAVisDatabase
    throw error
  })
  return (await shared.visAVisDatabase).db
}

function open(): Promise<OpenDatabase> {
  const { DATABASE_URL, PGLITE_DIR } = env()
  return DATABASE_URL ? openPostgres(DATABASE_URL) : openPglite(PGLITE_DIR ?? '.data/app')
}
