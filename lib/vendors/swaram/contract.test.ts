import { afterAll, expect, test, vi } from 'vitest'
import { startSwaram } from '@/sandbox/swaram/start'
import { swaramContract } from './testing/contract'

vi.spyOn(console, 'log').mockImplementation(() => {})

const standIn = await startSwaram({ port: 0 })
afterAll(() => standIn.close())

swaramContract('the stand-in', () => ({
  baseUrl: standIn.url,
  apiKey: standIn.env.SWARAM_API_KEY ?? '',
}))

const apiKey = process.env.CONTRACT_SWARAM_API_KEY
const baseUrl = process.env.CONTRACT_SWARAM_API_URL ?? 'https://api.swaram.live'

if (apiKey) swaramContract('Swaram itself', () => ({ baseUrl, apiKey }))
else {
  console.warn(
    'SKIPPED: the contract with Swaram itself. Set CONTRACT_SWARAM_API_KEY to run it; it costs a few seconds of speech.',
  )
  test.skip('the contract with Swaram itself: set CONTRACT_SWARAM_API_KEY', () => {
    expect(apiKey).toBeDefined()
  })
}
