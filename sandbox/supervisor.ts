import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { type Assignment, readyMessage } from './stand-ins-process'

const file = fileURLToPath(new URL('./stand-ins-process.ts', import.meta.url))

type Running = z.infer<typeof readyMessage>['ready']

export interface Supervisor {
  /** Where the stand-ins are, and the variables that point the app at them. */
  running: Running
  close(): Promise<void>
}

function spawnOnce(assignment: Assignment): { child: ChildProcess; ready: Promise<Running> } {
  const child = fork(file, [JSON.stringify(assignment)], {
    execArgv: ['--import', 'tsx'],
    // Out of the terminal's process group: Ctrl-C reaches the launcher, which then ends things in order.
    detached: true,
  })
  const ready = new Promise<Running>((resolve, reject) => {
    child.once('message', (message) => resolve(readyMessage.parse(message).ready))
    child.once('exit', (code, signal) =>
      reject(new Error(`The stand-ins ended before they were ready (${signal ?? code}).`)),
    )
  })
  return { child, ready }
}

/** Starts the stand-ins' process and starts it again whenever it dies, on the same ports. */
export async function superviseStandIns(assignment: Assignment): Promise<Supervisor> {
  let closing = false
  let failures = 0
  let current = spawnOnce(assignment)
  const running = await current.ready

  const watch = ({ child }: typeof current) =>
    child.once('exit', async (code, signal) => {
      if (closing) return
      const wait = Math.min(250 * 2 ** failures++, 5_000)
      console.error(
        `\n  ! The stand-ins stopped (${signal ?? `exit ${code}`}). Starting them again.\n`,
      )
      await new Promise((resolve) => setTimeout(resolve, wait))
      if (closing) return
      current = spawnOnce(assignment)
      watch(current)
      current.ready.then(
        () => {
          console.error('  ● The stand-ins are back on the same addresses.\n')
          setTimeout(() => (failures = 0), 30_000).unref()
        },
        (error: Error) => console.error(`  ! ${error.message}`),
      )
    })
  watch(current)

  return {
    running,
    close: async () => {
      closing = true
      const { child } = current
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), 3_000)
      await gone
      clearTimeout(force)
    },
  }
}
