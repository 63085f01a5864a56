import { describe, expect, it } from 'vitest'
import { browserFamilies } from './browser-family'
import { microphoneWords } from './microphone-copy'
import { microphoneTroubles } from './state'

const sentences = /^[A-Z].*\.$/
const all = microphoneTroubles.flatMap((trouble) =>
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
    const said = microphoneTroubles.map((trouble) => microphoneWords(trouble, 'M', 'safari'))
    expect(new Set(said.map(({ happened }) => happened)).size).toBe(microphoneTroubles.length)
    expect(new Set(said.map(({ remedy }) => remedy)).size).toBe(microphoneTroubles.length)
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
})
