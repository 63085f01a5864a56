import { loadEnvConfig } from '@next/env'
import { defineConfig } from 'drizzle-kit'

// As the app itself reads it: .env.local on a machine, the platform's variables on a server.
loadEnvConfig(process.cwd())

// Migrations need a session of their own: a pooler in transaction mode would lose the advisory lock.
const url = process.env.DATABASE_URL_UNPOOLED || process.env.DATABASE_URL
if (!url && process.argv.includes('migrate')) {
  throw new Error(
    'DATABASE_URL: there is no database to migrate. Set it to a Postgres, for example from neon.com.',
  )
}

export default defineConfig({
  dialect: 'postgresql',
  schema: './lib/db/schema.ts',
  out: './drizzle',
  casing: 'snake_case',
  dbCredentials: { url: url ?? '' },
})
