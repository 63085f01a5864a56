import { describe, expect, it } from 'vitest'
import { createPreferences, defaultPreferences } from './preferences'

/** Storage with nothing behind it but a map. */
function storage(initial?: string) {
  const kept = new Map<string, string>()
  if (initial !== undefined) kept.set('vis-a-vis.preferences', initial)
  const api: Storage = {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => kept.delete(key),
    setItem: (key, value) => kept.set(key, value),
  }
  return () => api
}

function loaded(kept: string) {
  const preferences = createPreferences(storage(kept))
  preferences.load()
  return preferences.get()
}

describe('preferences', () => {
  it('are the default ones until they are loaded, so that server and browser render the same', () => {
    const preferences = createPreferences(storage('{"captions":false}'))
    expect(preferences.get()).toEqual(defaultPreferences)
    preferences.load()
    expect(preferences.get().captions).toBe(false)
  })

  it('are remembered for the next visit', () => {
    const browser = storage()
    createPreferences(browser).change({ speakerId: 'headset', volume: 0.4 })
    const next = createPreferences(browser)
    next.load()
    expect(next.get()).toEqual({ ...defaultPreferences, speakerId: 'headset', volume: 0.4 })
  })

  it('can be taken back to the system’s choice', () => {
    const browser = storage()
    const preferences = createPreferences(browser)
    preferences.change({ microphoneId: 'headset' })
    preferences.change({ microphoneId: undefined })
    const next = createPreferences(browser)
    next.load()
    expect(next.get().microphoneId).toBeUndefined()
  })

  it.each(['', '{', 'null', '[]', '"loud"', '42'])('ignore the kept value %j', (kept) => {
    expect(loaded(kept)).toEqual(defaultPreferences)
  })

  it('keep what is valid of a value that is partly not', () => {
    const kept = { volume: 7, captions: 'yes', largeCaptions: true, speakerId: 3, colour: 'red' }
    expect(loaded(JSON.stringify(kept))).toEqual({ ...defaultPreferences, largeCaptions: true })
  })

  it('hold for the page where the browser remembers nothing', () => {
    const preferences = createPreferences(() => {
      throw new DOMException('Access is denied', 'SecurityError')
    })
    preferences.load()
    expect(preferences.get()).toEqual(defaultPreferences)
    preferences.change({ pushToTalk: true })
    expect(preferences.get().pushToTalk).toBe(true)
  })
})
