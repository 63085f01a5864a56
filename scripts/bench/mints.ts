import { execFileSync } from 'node:child_process'
import { launch } from '../../e2e/launch'
import { emailTokens, setVendorLimit } from '../../e2e/stand-ins'

const count = 200

async function burst(name: string, databaseUrl: string) {
  const launched = await launch({
    mode: 'preview',
    port: 3500,
    dataDir: '.data/bench-mints',
    env: { LIMIT_OPEN_SESSIONS: '100', DATABASE_URL: databaseUrl },
  })
  try {
    await setVendorLimit(1_000, launched.urls.anam)
    const email = `burst-${Date.now()}@example.org`
    const { identityToken } = await emailTokens(email, launched.urls.privy)
    const started = performance.now()
    const statuses = await Promise.all(
      Array.from({ length: count }, async () => {
        const { status } = await fetch(`${launched.urls.app}/api/session-token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'privy-id-token': identityToken },
          body: '{}',
        })
        return status
      }),
    )
    const milliseconds = performance.now() - started
    const with200 = statuses.filter((status) => status === 200).length
    const with429 = statuses.filter((status) => status === 429).length
    console.log(
      `${count} mints at once by one user, ${name}: ${with200} succeed, ${with429} answer 429, in ${milliseconds.toFixed(0)} ms`,
    )
  } finally {
    await launched.stop()
  }
}

/** The same burst on the embedded database and, where `TEST_DATABASE_URL` names one, on PostgreSQL. */
export async function benchMints() {
  await burst('embedded database', '')
  const url = process.env.TEST_DATABASE_URL
  if (!url) return console.log('PostgreSQL: SKIPPED, set TEST_DATABASE_URL to an empty database')
  const environment = { ...process.env, DATABASE_URL: url, DATABASE_URL_UNPOOLED: '' }
  execFileSync('npm', ['run', '--silent', 'db:migrate'], { env: environment, stdio: 'ignore' })
  await burst('PostgreSQL', url)
}
