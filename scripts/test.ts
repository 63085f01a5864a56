// `npm test`: everything, on the production build; the last line counts the tests.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'

const reports = '.data/reports'
const unitReport = `${reports}/unit.json`
const e2eReport = `${reports}/e2e.json`

const unit = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  numPendingTests: z.number(),
})
const e2e = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    skipped: z.number(),
    flaky: z.number(),
  }),
})

const failedSteps: string[] = []

function step(name: string, args: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`)
  const started = Date.now()
  const { status } = spawnSync('npm', ['run', '--silent', ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s`)
  if (status !== 0) failedSteps.push(name)
  return status === 0
}

function read<Output>(path: string, schema: z.ZodType<Output>): Output | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

step('lint', ['lint'])
step('types', ['typecheck'])
step('unit and integration', [
  'unit',
  '--',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
step('each vendor deleted', ['without'])
if (step('build', ['build'])) {
  rmSync('.data/e2e', { recursive: true, force: true })
  step('end to end', ['e2e'], { PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport })
}

const units = read(unitReport, unit)
const ends = read(e2eReport, e2e)
const passed = (units?.numPassedTests ?? 0) + (ends ? ends.stats.expected + ends.stats.flaky : 0)
const failed = (units?.numFailedTests ?? 0) + (ends?.stats.unexpected ?? 0)
const skipped = (units?.numPendingTests ?? 0) + (ends?.stats.skipped ?? 0)

if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`)
// A step that broke before it could count its tests still counts as one failure.
const isWhole = failedSteps.length === 0 && units !== undefined && ends !== undefined
const counted = isWhole ? failed : Math.max(failed, 1)
console.log(`\n${passed} passed, ${counted} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(counted > 0 ? 1 : 0)
