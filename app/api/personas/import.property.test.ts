import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longest, presetStyles, rooms } from '@/lib/personas/persona'
import { toolNames } from '@/lib/tools/names'
import { problemIn, somebody } from '../testing/api'
import { nonna, personasOf } from '../testing/persona-api'

const anyText = (most: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: most * 2 }) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', '\u0000', '\ud800', '<script>', "'; drop--") },
  )
const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined })
const likely = fc.record({
  name: anyText(longest.name),
  tagline: anyText(longest.tagline),
  language: fc.option(fc.constantFrom('en', 'it', 'ml')),
  systemPrompt: anyText(200),
  greeting: fc.oneof(
    fc.record({ kind: fc.constant('said'), text: anyText(80), uninterruptible: fc.boolean() }),
    fc.record({ kind: fc.constant('improvised'), uninterruptible: fc.boolean() }),
    fc.constant({ kind: 'none' }),
  ),
  avatarId: fc.constant(null),
  avatarModel: fc.constant(null),
  voiceId: fc.constant(null),
  llmId: fc.constant(null),
  brain: fc.constant(null),
  casting: fc.record({
    avatar: fc.nat(1_000),
    gender: fc.constantFrom('female', 'male'),
    voice: fc.nat(1_000),
  }),
  room: fc.constantFrom(...rooms),
  openingLines: fc.array(anyText(40), { maxLength: 3 }),
  maxSessionSeconds: fc.option(fc.integer({ min: 30, max: 7_200 })),
  voiceDetection: fc.record({ endOfSpeechSensitivity: share, speechEnhancementLevel: share }),
  voiceGeneration: fc.record({ stability: share, style: share }),
  directorNotes: fc.record({
    style: fc.record({ kind: fc.constant('preset'), name: fc.constantFrom(...presetStyles) }),
    expressivity: share,
  }),
  tools: fc.uniqueArray(fc.constantFrom(...toolNames)),
})

/** A persona with something in it replaced by anything at all, or missing, or besides. */
const unlikely = fc
  .tuple(likely, fc.constantFrom(...Object.keys(nonna), 'owner', '__proto__'), fc.jsonValue())
  .map(([persona, key, value]) => ({ ...persona, [key]: value }))

const documents = fc.oneof(
  { weight: 5, arbitrary: likely.map((persona) => ({ persona })) },
  { weight: 4, arbitrary: unlikely.map((persona) => ({ persona })) },
  { weight: 1, arbitrary: fc.record({ format: fc.string(), version: fc.nat(), persona: likely }) },
  { weight: 1, arbitrary: fc.jsonValue() },
)

/** As a file would hold it: what JSON does to a document happens before, not after. */
const asFile = (document: unknown): unknown => JSON.parse(JSON.stringify(document))

test('any document is imported and comes out again to the letter, or is refused with the field named', async () => {
  const seen = { accepted: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(documents, async (written) => {
      const isObject = typeof written === 'object' && written !== null && !Array.isArray(written)
      const document = asFile(
        isObject ? { format: 'vis-a-vis.persona', version: 1, ...written } : written,
      )
      // Somebody new each time: beside a persona of the same name it would be given another.
      const mine = personasOf(somebody())
      const response = await mine.import(document)
      if (response.status === 201) {
        seen.accepted += 1
        const { id } = await response.json()
        expect(await (await mine.export(id)).json()).toEqual(document)
        return
      }
      seen.refused += 1
      expect(response.status).toBe(400)
      const problem = await problemIn(response)
      expect(problem.errors?.length).toBeGreaterThan(0)
    }),
    { numRuns: 2_000 },
  )
  expect(seen.accepted).toBeGreaterThan(300)
  expect(seen.refused).toBeGreaterThan(300)
}, 120_000)
