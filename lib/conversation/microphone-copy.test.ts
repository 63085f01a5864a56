import { describe, expect, it } from 'vitest'
import { browserFamilies } from './browser-family'
import { explain, microphoneWords } from './microphone-copy'
import { microphoneTroubles } from './state'

const sentences = /^[A-Z].*\.$/
const troubles = [...microphoneTroubles, 'system' as const]
const all = troubles.flatMap((trouble) =>
  browserFamilies.map((browser) => [trouble, browser] as const),
)

describe('words for a microphone in trouble', () => {
  it.each(all)('%s in %s: says what happened and what to do', (trouble, browser) => {
    const { title, happened, remedy } = microphoneWords(trouble, 'Mira', browser)
    expect(title).toContain('Mira')
    expect(happened).toMatch(sentences)
    expect(remedy).toMatch(sentences)
    expect(`${title} ${happened} ${remedy}`).not.toContain('undefined')
  })

  it('tells every trouble apart', () => {
    const said = troubles.map((trouble) => microphoneWords(trouble, 'M', 'safari'))
    expect(new Set(said.map(({ happened }) => happened)).size).toBe(troubles.length)
    expect(new Set(said.map(({ remedy }) => remedy)).size).toBe(troubles.length)
  })

  it.each([
    ['chromium', 'left of the address'],
    ['android', 'Permissions'],
    ['safari', 'Settings for this website'],
    ['ios-safari', 'Website Settings'],
    ['ios-other', 'Settings app'],
    ['firefox', 'take back the block'],
  ] as const)('names the place of the switch in %s', (browser, place) => {
    expect(microphoneWords('denied', 'Mira', browser).remedy).toContain(place)
  })

  it('tells a refusal by the system from one by the visitor', () => {
    expect(explain('denied', 'granted')).toBe('system')
    expect(explain('denied', 'denied')).toBe('denied')
    expect(explain('denied', 'unknown')).toBe('denied')
  })

  it('does not send a visitor to a switch when the browser will ask again', () => {
    expect(explain('denied', 'prompt')).toBe('unanswered')
  })

  it('tells a microphone that was forbidden from one that was unplugged', () => {
    expect(explain('lost', 'denied')).toBe('denied')
    expect(explain('lost', 'granted')).toBe('lost')
  })

  it('leaves every other trouble as it is, whatever the permission', () => {
    for (const trouble of microphoneTroubles.filter((each) => each !== 'denied')) {
      expect(explain(trouble, 'granted')).toBe(trouble)
    }
  })
})
