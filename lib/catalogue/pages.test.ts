import { describe, expect, test } from 'vitest'
import type { Catalogue, CatalogueAvatar, CatalogueVoice } from '@/lib/vendors/vendor'
import { avatarPage as avatarSchema, voicePage as voiceSchema } from './items'
import { avatarPage, llmPage, voicePage } from './pages'
import { catalogueQueries } from './query'

const avatar = (name: string, more: Partial<CatalogueAvatar> = {}): CatalogueAvatar => ({
  id: name,
  name,
  variant: undefined,
  about: undefined,
  pictureUrl: 'https://vendor.example/secret.png',
  source: 'stock',
  models: [],
  tags: [],
  ...more,
})
const voice = (name: string, more: Partial<CatalogueVoice> = {}): CatalogueVoice => ({
  id: name,
  name,
  about: undefined,
  gender: 'female',
  country: undefined,
  language: 'en',
  sampleUrl: 'https://vendor.example/secret.mp3',
  controls: {},
  ...more,
})
const catalogue = (more: Partial<Catalogue>): Catalogue => ({
  avatars: [],
  voices: [],
  llms: [],
  ...more,
})

const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name)

describe('avatars', () => {
  const avatars = [
    avatar('Maya', { variant: 'desk' }),
    avatar('Inês', { about: 'Sixties, silver bob' }),
    avatar('Omar', { source: 'one-shot', tags: ['Studio'] }),
    avatar('Ada', { source: 'own' }),
  ]
  const ask = (query: object) =>
    names(avatarPage(catalogue({ avatars }), catalogueQueries.avatars.parse(query)))

  test.each([
    [{ search: 'INES' }, ['Inês']],
    [{ search: 'bob sílver' }, ['Inês']],
    [{ search: 'desk' }, ['Maya']],
    [{ search: 'studio' }, ['Omar']],
    [{ search: ' ' }, ['Maya', 'Inês', 'Omar', 'Ada']],
    [{ search: 'nobody' }, []],
    [{ source: 'stock' }, ['Maya', 'Inês']],
    [{ source: 'one-shot' }, ['Omar']],
    [{ source: 'one-shot', search: 'maya' }, []],
  ])('asked for by %j', (query, expected) => expect(ask(query)).toEqual(expected))

  test('come in pages of 24; beyond the last page is nothing', () => {
    const many = catalogue({ avatars: Array.from({ length: 50 }, (_, n) => avatar(`${n}`)) })
    const page = (number: number) =>
      avatarPage(many, catalogueQueries.avatars.parse({ page: number }))
    expect(page(1)).toMatchObject({ total: 50, page: 1, lastPage: 3 })
    expect([1, 2, 3].flatMap((number) => names(page(number)))).toHaveLength(50)
    expect(page(9)).toMatchObject({ items: [], total: 50, lastPage: 3 })
  })

  test('never carry the vendor’s addresses or words that are only for searching', () => {
    const sent = JSON.parse(
      JSON.stringify(avatarPage(catalogue({ avatars }), catalogueQueries.avatars.parse({}))),
    )
    expect(JSON.stringify(sent)).not.toContain('vendor.example')
    expect(avatarSchema.parse(sent)).toEqual(sent)
    expect(sent.items[1].pictureUrl).toBe(`/avatars/${encodeURIComponent('Inês')}/picture`)
  })
})

describe('voices', () => {
  const voices = [
    voice('Clara'),
    voice('Robert', { gender: 'male' }),
    voice('Giulia', { language: 'it' }),
    voice('Nameless', { gender: undefined, language: undefined, sampleUrl: undefined }),
  ]
  const ask = (query: object) =>
    voicePage(catalogue({ voices }), catalogueQueries.voices.parse(query))

  test.each([
    [{ gender: 'female' }, ['Clara', 'Giulia']],
    [{ language: 'it' }, ['Giulia']],
    [{ gender: 'male', language: 'it' }, []],
    [{ search: 'rob' }, ['Robert']],
  ])('asked for by %j', (query, expected) => expect(names(ask(query))).toEqual(expected))

  test('tell which languages there are, however few were found', () => {
    expect(ask({ search: 'nobody' })).toMatchObject({ total: 0, languages: ['en', 'it'] })
  })

  test('are heard at our own address, where there is something to hear', () => {
    const sent = JSON.parse(JSON.stringify(ask({})))
    expect(JSON.stringify(sent)).not.toContain('vendor.example')
    expect(voiceSchema.parse(sent)).toEqual(sent)
    expect(sent.items[0].sampleUrl).toBe('/voices/Clara/sample')
    expect(sent.items[3].sampleUrl).toBeNull()
  })
})

test('language models are found by name and description', () => {
  const llms = [
    { id: 'a', name: 'Hearth', about: 'Warm' },
    { id: 'b', name: 'Flint', about: undefined },
  ]
  expect(
    names(llmPage(catalogue({ llms }), catalogueQueries.llms.parse({ search: 'warm' }))),
  ).toEqual(['Hearth'])
})
