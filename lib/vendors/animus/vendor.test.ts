import { beforeEach, expect, test, vi } from 'vitest'

/** Animus as this environment makes it. */
async function animusWith(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  const { animus } = await import('./vendor')
  const { animusApi } = await import('./api')
  const { animusChat, animusChatThroughServer } = await import('./chat')
  return { animus, animusApi, animusChat, animusChatThroughServer }
}

beforeEach(() => {
  vi.resetModules()
  vi.unstubAllEnvs()
})

const account = { ANIMUS_API_KEY: 'key', ANIMUS_API_URL: 'https://animus.example.org/' }

test('without a key there is no Animus', async () => {
  const { animus } = await animusWith({ ANIMUS_API_KEY: '' })
  expect(animus.configured()).toBe(false)
})

test('pages ask Animus itself, and may reach it', async () => {
  const { animus, animusApi, animusChat } = await animusWith(account)
  expect(animus.configured()).toBe(true)
  expect(animus.connectSources()).toEqual(['https://animus.example.org'])
  expect(animus.source).toBe(animusChat)
  expect(animusApi).not.toThrow()
})

test('where a site chooses so, pages ask our server, and get no token', async () => {
  const through = { ...account, ANIMUS_THROUGH_SERVER: 'true' }
  const { animus, animusApi, animusChatThroughServer } = await animusWith(through)
  expect(animus.connectSources()).toEqual([])
  expect(animus.source).toBe(animusChatThroughServer)
  expect(animusApi).toThrow(expect.objectContaining({ code: 'vendor_not_configured' }))
})
