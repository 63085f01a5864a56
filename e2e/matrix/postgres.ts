import { randomUUID } from 'node:crypto'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'

export interface EmptyDatabase {
  url: URL
  drop: () => Promise<void>
}

/** A new, migrated database on the PostgreSQL of this machine; undefined, and said loudly, without one. */
export async function newDatabase(): Promise<EmptyDatabase | undefined> {
  const admin = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2_000 })
  try {
    await admin.connect()
  } catch (error) {
    if (process.env.TEST_DATABASE_URL) throw error
    console.warn('\nSKIPPED: the rows of the fault matrix that cut a real PostgreSQL off.\n')
    return undefined
  }
  const name = `matrix_${randomUUID().replaceAll('-', '')}`
  await admin.query(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await migrate(drizzle(client), { migrationsFolder: 'drizzle' })
  await client.end()
  return {
    url,
    async drop() {
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}
