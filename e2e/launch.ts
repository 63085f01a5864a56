import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { neutralEnv } from './neutral-env'

const addresses = z.object({ app: z.url(), anam: z.url(), privy: z.url() })

export interface Launched {
  urls: z.infer<typeof addresses>
  process: ChildProcess
  /** Everything it has printed so far. */
  output(): string
  /** Ends it as Ctrl-C would, and waits until it is gone. Answers the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

export interface LaunchOptions {
  mode: 'dev' | 'preview'
  port: number
  /** A folder of its own, so that launchers beside each other share nothing. */
  dataDir: string
  env?: Record<string, string>
}

/** Starts `npm run dev` or `npm run preview` as a person would, and waits for its banner. */
export async function launch({ mode, port, dataDir, env }: LaunchOptions): Promise<Launched> {
  rmSync(dataDir, { recursive: true, force: true })
  let output = ''
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/run.ts', mode], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      PGLITE_DIR: 'memory://',
      ...neutralEnv,
      ...env,
    },
  })
  // A test run that crashes must not leave it behind.
  process.once('exit', () => child.kill())
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Vis-à-Vis is ready at')) resolve()
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.once('exit', (code) => reject(new Error(`The launcher ended (${code}):\n${output}`)))
  })
  return {
    urls: addresses.parse(JSON.parse(readFileSync(join(dataDir, 'sandbox.json'), 'utf8'))),
    process: child,
    output: () => output,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}
