import 'server-only'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { lockDirectory } from './directory-lock'
import * as schema from './schema'

/** The database, whichever driver is under it. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>

/** Inside a transaction only this handle may be used: on PGlite the outer one would wait for itself. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

export interface OpenDatabase {
  db: Db
  close(): Promise<void>
}

const options = { schema, casing: 'snake_case' } as const
const migrationsFolder = 'drizzle'

/** Postgres by connection string. Its migrations run before a deployment, not here. */
export async function openPostgres(connectionString: string): Promise<OpenDatabase> {
  const [{ Pool }, { drizzle }, { attachDatabasePool }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
    import('@vercel/functions'),
  ])
  const pool = new Pool({
    connectionString,
    max: 10,
    idleTimeoutMillis: 5_000,
    connectionTimeoutMillis: 5_000,
  })
  // Without a listener, a server that drops an idle connection would end the process.
  pool.on('error', () => {})
  // Closes idle connections before a function is suspended; elsewhere it does nothing.
  attachDatabasePool(pool)
  return { db: drizzle(pool, options), close: () => pool.end() }
}

/** Postgres embedded in this process, kept in `directory` or, as `memory://`, nowhere. Migrates itself. */
export async function openPglite(directory: string): Promise<OpenDatabase> {
  const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ])
  const onDisk = !directory.startsWith('memory://')
  // PGlite makes only the last folder of the path.
  if (onDisk) await mkdir(dirname(directory), { recursive: true })
  const release = onDisk ? await lockDirectory(directory) : undefined
  try {
    const client = await PGlite.create(directory)
    const db = drizzle(client, options)
    await migrate(db, { migrationsFolder })
    return { db, close: () => client.close().finally(release) }
  } catch (error) {
    release?.()
    throw error
  }
}
