import { randomUUID } from 'node:crypto'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { type OpenDatabase, openPglite, openPostgres } from './open'
import * as schema from './schema'

/** An empty, migrated database in memory. */
export const memoryDatabase = (): Promise<OpenDatabase> => openPglite('memory://')

const local = 'postgres://postgres@127.0.0.1:5432/postgres'

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 1_000 })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * The Postgres server to test on: the one `TEST_DATABASE_URL` names, which then has to answer, or a
 * local one. Undefined, and said loudly, when there is none.
 */
export async function testServer(): Promise<string | undefined> {
  const named = process.env.TEST_DATABASE_URL
  if (named) return named
  if (await answers(local)) return local
  console.warn(
    '\nSKIPPED: the tests on real PostgreSQL. Set TEST_DATABASE_URL, or start a server on 127.0.0.1:5432.\n',
  )
  return undefined
}

export interface PostgresDatabase extends OpenDatabase {
  url: string
}

/** A new, migrated database on that server; closing it drops it. */
export async function postgresDatabase(server: string): Promise<PostgresDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const address = new URL(server)
  address.pathname = `/${name}`
  const url = address.href
  const migrations = new pg.Client({ connectionString: url })
  await migrations.connect()
  await migrate(drizzle(migrations, { schema, casing: 'snake_case' }), {
    migrationsFolder: 'drizzle',
  })
  await migrations.end()
  const { db, close } = await openPostgres(url)
  return {
    url,
    db,
    async close() {
      await close()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}
