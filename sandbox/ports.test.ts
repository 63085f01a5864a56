import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { pickPort } from './ports'

it('passes over a port that somebody holds, on loopback only too', async () => {
  const first = await pickPort(20_000)
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(first, '127.0.0.1', resolve))
  expect(await pickPort(first)).toBeGreaterThan(first)
  await new Promise((resolve) => holder.close(resolve))
})
