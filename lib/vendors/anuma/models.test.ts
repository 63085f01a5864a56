import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { startAnuma } from '@/sandbox/anuma/start'
import { listCuratedModels } from './api'
import { openModel } from './models'

const lines: string[] = []
vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
const standIn = await startAnuma({ port: 0 })
afterAll(() => standIn.close())
afterEach(() => fetch(`${standIn.url}/__sandbox/faults`, { method: 'DELETE' }))

const asked = async () => {
  const state = await (await fetch(`${standIn.url}/__sandbox/state`)).json()
  return state.counters.curatedModels ?? 0
}

/** The module as a server with this environment loads it. */
async function withModel(model: string) {
  Object.assign(process.env, standIn.env, { ANUMA_MODEL: model })
  vi.resetModules()
  return (await import('./models')).chatModel
}

test('the model of the environment answers, without waiting for any list', async () => {
  await fetch(`${standIn.url}/__sandbox/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ kind: 'models', hang: true }),
  })
  expect(await (await withModel('sandbox/quill'))()).toBe('sandbox/quill')
})

test('one that is not recommended is told to whoever runs the app, once', async () => {
  const chatModel = await withModel('warehouse/crate-7')
  await chatModel()
  await chatModel()
  const warnings = () => lines.filter((line) => line.includes('not among the curated models'))
  await vi.waitFor(() => expect(warnings()).toHaveLength(1))
  expect(await chatModel()).toBe('warehouse/crate-7')
  expect(warnings()).toHaveLength(1)
})

test('without one, the recommended one answers; the list is asked for once', async () => {
  const chatModel = await withModel('')
  const before = await asked()
  const models = await Promise.all(Array.from({ length: 20 }, () => chatModel()))
  expect(new Set(models)).toEqual(new Set(['sandbox/quill']))
  expect(await asked()).toBe(before + 1)
})

test('recommended is what everybody may use, featured or first, and what chats', async () => {
  const models = await listCuratedModels(standIn.url)
  expect(openModel(models)).toBe('sandbox/quill')
  expect(openModel(models.filter(({ featured }) => !featured))).toBe('sandbox/ponder')
  expect(
    openModel(models.filter(({ required_tier, category }) => required_tier || category !== 'text')),
  ).toBeUndefined()
  expect(openModel([])).toBeUndefined()
})

test('a list that cannot be had is a problem of the vendor', async () => {
  const answers = [{ status: 500 }, { html: '<p>Hello</p>', status: 200 }, { body: { models: 7 } }]
  for (const answer of answers) {
    await fetch(`${standIn.url}/__sandbox/faults`, { method: 'DELETE' })
    await fetch(`${standIn.url}/__sandbox/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ kind: 'models', ...answer }),
    })
    await expect(listCuratedModels(standIn.url)).rejects.toMatchObject({ code: 'vendor_error' })
  }
})
