import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from './document'
import { refusalOf } from './import-words'
import { presets } from './presets'

const [{ id: _, isPreset: __, ...content }] = presets as [(typeof presets)[number]]
const file = JSON.parse(JSON.stringify(documentOf(content)))

describe('a file that is not a persona of this app', () => {
  test.each([
    [null, 'This file is not a persona of this app: there are no fields in it.'],
    [[1, 2], 'This file is not a persona of this app: there are no fields in it.'],
    [{}, 'This file is not a persona of this app: its “format” is not “vis-a-vis.persona”.'],
    [
      { name: 'left-pad', scripts: {} },
      'This file is not a persona of this app: its “format” is not “vis-a-vis.persona”, and “name” is unknown here.',
    ],
    [
      { format: 'vis-a-vis.persona', version: 1 },
      'This file is not a persona of this app: there is no “persona” in it.',
    ],
    [
      { ...file, version: 2 },
      'This file is of another version of this app. This one reads version 1.',
    ],
  ])('%j is refused in plain words', (document, detail) => {
    expect(refusalOf(document)).toEqual({ detail, errors: [] })
  })

  test('is named by its unknown and its wrong fields', () => {
    const persona = { ...file.persona, soul: 1, room: 'attic', greeting: 7, tools: 'all' }
    expect(refusalOf({ ...file, persona })?.errors).toEqual([
      { path: 'persona.greeting', message: 'Not what belongs here.' },
      { path: 'persona.room', message: 'Not what belongs here.' },
      { path: 'persona.tools', message: 'Not what belongs here.' },
      { path: 'persona.soul', message: 'Unknown field.' },
    ])
  })

  test('never is answered in the words of the library', () => {
    const keys = fc.constantFrom(...Object.keys(file.persona))
    fc.assert(
      fc.property(keys, fc.jsonValue(), (key, value) => {
        const refusal = refusalOf({ ...file, persona: { ...file.persona, [key]: value } })
        expect(JSON.stringify(refusal ?? '')).not.toMatch(/expected|Invalid|received|Unrecognized/)
      }),
    )
  })
})

test('a persona that was exported here is taken', () => {
  expect(refusalOf(file)).toBeUndefined()
})
