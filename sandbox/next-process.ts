import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const endWithParent = fileURLToPath(new URL('./end-with-parent.cjs', import.meta.url))
const nextBin = createRequire(import.meta.url).resolve('next/dist/bin/next')

export interface NextOptions {
  command: 'dev' | 'start'
  port: number
  /** Loopback while any stand-in is in use: its sign-in codes are for this machine only. */
  host: string | undefined
  env: Record<string, string | undefined>
}

/** Starts Next itself (never through npx, whose end would leave the server running). */
export function startNext({ command, port, host, env }: NextOptions): ChildProcess {
  const where = host ? ['-H', host] : []
  return spawn(
    process.execPath,
    ['--require', endWithParent, nextBin, command, '-p', String(port), ...where],
    {
      // The channel is there to be closed: see end-with-parent.cjs.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
      env: {
        ...process.env,
        ...env,
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_OPTIONS: (process.env.NODE_OPTIONS ?? '').replace(/--import[= ]\S*tsx\S*/g, ''),
      },
    },
  )
}

/** Ends a process and all it started. Waits until it is gone, with force after five seconds. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  const group = -child.pid
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const send = (signal: NodeJS.Signals) => {
    try {
      process.kill(group, signal)
    } catch {
      child.kill(signal) // Windows has no process groups.
    }
  }
  send('SIGTERM')
  const force = setTimeout(() => send('SIGKILL'), 5_000)
  await gone
  clearTimeout(force)
}
