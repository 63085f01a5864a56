import { describe, expect, it } from 'vitest'
import { pickPort } from './ports'
import { superviseStandIns } from './supervisor'

describe('the supervisor', () => {
  it('says where each stand-in is, and leaves no listener behind when it is closed', async () => {
    const port = await pickPort(24_000)
    const supervisor = await superviseStandIns({
      dataDir: '.data/supervisor-test',
      vendors: [{ name: 'privy', port }],
    })
    expect(supervisor.running.privy?.url).toBe(`http://localhost:${port}`)
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    await supervisor.close()
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  })

  it('fails at once, with the reason, when a stand-in cannot start', async () => {
    const vendors = [{ name: 'no-such-vendor', port: 0 }]
    await expect(superviseStandIns({ dataDir: '.data/supervisor-test', vendors })).rejects.toThrow(
      'ended before they were ready',
    )
  })
})
