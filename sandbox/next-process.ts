import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { compilerCacheEnv } from './compiler-cache'

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
        ...(command === 'dev' && compilerCacheEnv()),
        ...env,
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_OPTIONS: (process.env.NODE_OPTIONS ?? '').replace(/--import[= ]\S*tsx\S*/g, ''),
      },
    },
  )
}

/** Ends a process and all it started. Waits until it is gone, with force after `patienceMs`. */
export async function endProcess(child: ChildProcess, patienceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  const group = -child.pid
  const gone = new Promise((resolve) => child.once('exit', resolve))
  // Next tells its own children, and what it is still compiling needs them for a moment.
  child.kill('SIGTERM')
  const kill = () => {
    try {
      process.kill(group, 'SIGKILL')
    } catch {
      child.kill('SIGKILL') // Windows has no process groups.
    }
  }
  const force = setTimeout(kill, patienceMs)
  await gone
  clearTimeout(force)
}
