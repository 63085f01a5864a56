import { createServer } from 'node:net'

function isFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** First port at or above `from` that is free on every interface and on loopback. Throws after `tries` ports. */
export async function pickPort(from: number, tries = 50): Promise<number> {
  for (let port = from; port < from + tries; port++) {
    if ((await isFree(port)) && (await isFree(port, '127.0.0.1'))) return port
  }
  const range =
    tries === 1 ? `Port ${from} is taken.` : `No free port from ${from} to ${from + tries - 1}.`
  throw new Error(`${range} Set PORT to another one.`)
}
