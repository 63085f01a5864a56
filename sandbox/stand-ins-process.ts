import { z } from 'zod'
import type { StandIn, StartStandIn } from './stand-in'

/**
 * The process in which all stand-ins run, apart from the launcher: WebRTC is native code, and if it
 * ever takes the process down, the launcher starts this file again on the same ports.
 */
const assignment = z.object({
  dataDir: z.string(),
  vendors: z.array(z.object({ name: z.string(), port: z.number().int() })),
})

export type Assignment = z.infer<typeof assignment>

export const readyMessage = z.object({
  ready: z.record(
    z.string(),
    z.object({
      url: z.string(),
      env: z.record(z.string(), z.string()),
      notes: z.array(z.tuple([z.string(), z.string()])),
    }),
  ),
})

const startModule = z.object({
  start: z.custom<StartStandIn>((value) => typeof value === 'function'),
})

const running: StandIn[] = []

async function close() {
  // Nobody is left to use force if one of them hangs.
  setTimeout(() => process.exit(1), 3_000).unref()
  await Promise.allSettled(running.map((standIn) => standIn.close()))
  process.exit(0)
}

async function main(raw: string) {
  const { dataDir, vendors } = assignment.parse(JSON.parse(raw))
  // Without its launcher this process would hold the ports of the next one.
  process.on('disconnect', close)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, close)

  const ready: z.infer<typeof readyMessage>['ready'] = {}
  for (const { name, port } of vendors) {
    const { start } = startModule.parse({ ...(await import(`./${name}/start.ts`)) })
    const log = (line: string) => console.log(`[${name}] ${line}`)
    const standIn = await start({ port, dataDir, log })
    running.push(standIn)
    ready[name] = {
      url: standIn.url,
      env: standIn.env,
      notes: (standIn.notes ?? []).map(([label, text]): [string, string] => [label, text]),
    }
  }
  process.send?.({ ready })
}

const [, , raw] = process.argv
// Only in the forked process: the launcher imports the message types from here.
if (raw && process.send) await main(raw)
