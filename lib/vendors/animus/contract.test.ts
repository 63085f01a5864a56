import { afterAll, expect, test, vi } from 'vitest'
import { animusUnderTest } from './testing/animus-under-test'
import { animusContract } from './testing/contract'

vi.spyOn(console, 'log').mockImplementation(() => {})

const standIn = await animusUnderTest()
afterAll(() => standIn.close())

const model = process.env.CONTRACT_ANIMUS_MODEL ?? 'vivian-llama3.1-70b-1.0-fp8'

animusContract('the stand-in', () => ({ baseUrl: standIn.url, apiKey: standIn.apiKey, model }))

const apiKey = process.env.CONTRACT_ANIMUS_API_KEY
const baseUrl = process.env.CONTRACT_ANIMUS_API_URL ?? 'https://api.animusai.co'

if (apiKey) animusContract('Animus itself', () => ({ baseUrl, apiKey, model }))
else {
  console.warn(
    'SKIPPED: the contract with Animus itself. Set CONTRACT_ANIMUS_API_KEY to run it; it costs a few short replies.',
  )
  test.skip('the contract with Animus itself: set CONTRACT_ANIMUS_API_KEY', () => {
    expect(apiKey).toBeDefined()
  })
}
