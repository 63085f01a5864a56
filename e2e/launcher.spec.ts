import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { type Launched, launch } from './launch'
import { emailTokens, guestTokens } from './stand-ins'

const dataDir = '.data/e2e-launcher'

test.describe.configure({ mode: 'serial' })

/** Every process whose command line names this launcher's folder, or that it started. */
const processesUnder = (pid: number) =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(dataDir) || line.trim().split(/\s+/)[1] === String(pid))
    .filter((line) => !line.includes(' ps '))

let launched: Launched

test.beforeAll(async () => {
  const env = { LIMIT_OPEN_SESSIONS: '100' }
  launched = await launch({ mode: 'preview', port: 3300, dataDir, env })
})
test.afterAll(async () => {
  await launched.stop()
})

test('the banner says where the app is, what is not real, and where codes appear', () => {
  expect(launched.output()).toContain('http://localhost:3300')
  // Every stand-in, in the order of their names.
  expect(launched.output()).toMatch(/Sandbox +(\w+, )*anam, (\w+, )*privy\b.*on this machine/)
  expect(launched.output()).toContain(launched.urls.privy)
})

test('two hundred mints at once by one user: exactly the allowance succeeds', async () => {
  const { identityToken } = await emailTokens('many@example.org', launched.urls.privy)
  const answers = await Promise.all(
    Array.from({ length: 200 }, () =>
      fetch(`${launched.urls.app}/api/session-token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'privy-id-token': identityToken },
        body: '{}',
      }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(190)
  for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
})

test('the stand-ins come back on the same addresses when their process dies', async () => {
  const before = await guestTokens(launched.urls.privy)
  const line = processesUnder(launched.process.pid ?? 0).find((entry) =>
    entry.includes('stand-ins-process'),
  )
  process.kill(Number(line?.trim().split(/\s+/)[0]), 'SIGKILL')
  await expect.poll(() => launched.output()).toContain('The stand-ins stopped (SIGKILL)')
  await expect.poll(() => launched.output(), { timeout: 20_000 }).toContain('are back on the same')
  const answer = await fetch(`${launched.urls.app}/api/session-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'privy-id-token': before.identityToken },
    body: '{}',
  })
  expect(answer.status, 'a sign-in from before still holds').toBe(200)
})

test('everything listens on loopback only', async () => {
  const listening = execFileSync('ss', ['-ltnH'], { encoding: 'utf8' }).split('\n')
  for (const url of Object.values(launched.urls)) {
    const { port } = new URL(url)
    const rows = listening.filter((row) => row.split(/\s+/)[3]?.endsWith(`:${port}`))
    expect(rows.map((row) => row.split(/\s+/)[3])).toEqual([`127.0.0.1:${port}`])
  }
})

const nothingAnswers = () =>
  Promise.all(
    Object.values(launched.urls).map((url) =>
      expect
        .poll(() =>
          // A connection that is kept would go on being answered while the server drains.
          fetch(url, { headers: { connection: 'close' } }).then(
            () => 'answers',
            () => 'gone',
          ),
        )
        .toBe('gone'),
    ),
  )

test('SIGTERM ends everything and leaves nothing running', async () => {
  const pid = launched.process.pid ?? 0
  expect(processesUnder(pid).length).toBeGreaterThan(1)
  expect(await launched.stop('SIGTERM')).toBe(0)
  expect(processesUnder(pid)).toEqual([])
  expect(existsSync(`${dataDir}/sandbox.json`)).toBe(false)
  await nothingAnswers()
})

test('even a launcher that is killed leaves nothing running', async () => {
  launched = await launch({ mode: 'preview', port: 3300, dataDir })
  await launched.stop('SIGKILL')
  await nothingAnswers()
})
