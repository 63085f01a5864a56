import { describe, expect, test } from 'vitest'
import { blankContent } from './blank'
import type { PersonaContent } from './persona'
import { readStored, storedContent, Unreadable } from './stored'

const ada: PersonaContent = { ...blankContent, name: 'Ada', systemPrompt: 'You explain engines.' }

describe('what is kept of a persona', () => {
  test('is read as it is', () => {
    expect(readStored(JSON.parse(JSON.stringify(ada)))).toEqual(ada)
  })

  test.each(Object.keys(blankContent).filter((key) => key !== 'name' && key !== 'systemPrompt'))(
    'is read where an older version did not know %s yet',
    (key) => {
      const { [key]: _, ...older } = { ...ada } as Record<string, unknown>
      expect(readStored(older)).toEqual(ada)
    },
  )

  test('is read without what a newer version knew besides, however deep', () => {
    const newer = {
      ...ada,
      soul: 7,
      voiceDetection: { patience: 1 },
      greeting: { ...ada.greeting, volume: 3 },
    }
    expect(readStored(newer)).toEqual(ada)
  })

  test.each([null, 7, 'Ada', [], {}, { ...ada, name: '' }, { ...ada, room: 'attic' }])(
    'that is no persona any more (%j) is none',
    (content) => {
      expect(readStored(content)).toBeNull()
      expect(() => storedContent(content)).toThrow(Unreadable)
    },
  )
})
