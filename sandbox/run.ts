// `npm run dev` and `npm run preview`: the stand-ins that are needed, and Next beside them.
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nextEnv from '@next/env'
import { banner } from './banner'
import { endProcess, startNext } from './next-process'
import { planVendors } from './plan'
import { pickPort } from './ports'
import { type Supervisor, superviseStandIns } from './supervisor'
import { waitForPage } from './wait-for-page'

const isDev = process.argv[2] !== 'preview'
if (!isDev && !existsSync('.next/BUILD_ID')) {
  console.error('There is no production build yet. Make one first: npm run build')
  process.exit(1)
}
const quiet = { info() {}, error: console.error }
const { combinedEnv } = nextEnv.loadEnvConfig(process.cwd(), isDev, quiet)

const dataDir = process.env.DATA_DIR || '.data'
// A line left blank in .env.local counts as unset, here as in the app.
const databaseDir = combinedEnv.PGLITE_DIR || join(dataDir, 'app')
const { standIns, live } = await planVendors(combinedEnv)
const port = combinedEnv.PORT ? await pickPort(Number(combinedEnv.PORT), 1) : await pickPort(3000)
const url = `http://localhost:${port}`
await mkdir(dataDir, { recursive: true })

let supervisor: Supervisor | undefined
if (standIns.length > 0) {
  let next = port + 1000
  const vendors: { name: string; port: number }[] = []
  for (const name of standIns) {
    const free = await pickPort(next)
    vendors.push({ name, port: free })
    next = free + 1
  }
  supervisor = await superviseStandIns({ dataDir, vendors })
}
const running = supervisor?.running ?? {}

const child = startNext({
  command: isDev ? 'dev' : 'start',
  port,
  host: standIns.length > 0 ? '127.0.0.1' : undefined,
  env: {
    ...combinedEnv,
    APP_URL: combinedEnv.APP_URL || url,
    PGLITE_DIR: databaseDir,
    VENDOR_LABELS: standIns.map((name) => `${name}=sandbox`).join(','),
    ...Object.assign({}, ...Object.values(running).map((standIn) => standIn.env)),
  },
})

const whereFile = join(dataDir, 'sandbox.json')
// After a first start `next dev` writes its cache for up to five seconds, longer on a busy machine.
const patienceMs = isDev ? 15_000 : 5_000
let stopping = false
async function stop(code: number) {
  if (stopping) return
  stopping = true
  await Promise.allSettled([endProcess(child, patienceMs), supervisor?.close()])
  await rm(whereFile, { force: true })
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0))
child.once('exit', (code) => stop(code ?? 1))

/** Tells the tests where everything is, and the person. */
async function announce() {
  const addresses = Object.fromEntries(
    Object.entries(running).map(([name, { url }]) => [name, url]),
  )
  await writeFile(whereFile, `${JSON.stringify({ app: url, ...addresses }, null, 2)}\n`)
  console.log(
    banner({
      url,
      sandboxed: standIns,
      live,
      notes: Object.values(running).flatMap((standIn) => standIn.notes),
      database: combinedEnv.DATABASE_URL ? 'DATABASE_URL' : `embedded, in ${databaseDir}`,
    }),
  )
}

try {
  const health = `${url}/api/health`
  // While developing, what counts is the first page; the database is opened after it.
  await waitForPage(isDev ? url : health, () => stopping)
  if (!stopping) await announce()
  if (isDev) await waitForPage(health, () => stopping)
} catch (error) {
  console.error(error)
  await stop(1)
}
