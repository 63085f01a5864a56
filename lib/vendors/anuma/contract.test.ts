import { afterAll, expect, test, vi } from 'vitest'
import { startAnuma } from '@/sandbox/anuma/start'
import { listCuratedModels } from './api'
import { openModel } from './models'
import { anumaContract } from './testing/contract'

vi.spyOn(console, 'log').mockImplementation(() => {})

const standIn = await startAnuma({ port: 0, pace: { firstMs: 0, wordsPerSecond: 0 } })
afterAll(() => standIn.close())

anumaContract('the stand-in', () => ({
  baseUrl: standIn.url,
  apiKey: standIn.env.ANUMA_API_KEY ?? '',
  model: standIn.env.ANUMA_MODEL ?? '',
}))

const apiKey = process.env.CONTRACT_ANUMA_API_KEY
const baseUrl = process.env.CONTRACT_ANUMA_API_URL ?? 'https://portal.anuma.ai'

if (apiKey) {
  const model = process.env.CONTRACT_ANUMA_MODEL ?? openModel(await listCuratedModels(baseUrl))
  anumaContract('Anuma itself', () => ({ baseUrl, apiKey, model: model ?? '' }))
} else {
  console.warn(
    'SKIPPED: the contract with Anuma itself. Set CONTRACT_ANUMA_API_KEY, and CONTRACT_ANUMA_MODEL for a model of your choice, to run it; it costs a few short replies.',
  )
  test.skip('the contract with Anuma itself: set CONTRACT_ANUMA_API_KEY', () => {
    expect(apiKey).toBeDefined()
  })
}
