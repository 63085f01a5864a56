import { describe, expect, it } from 'vitest'
import { isHoldKey, type Press, shortcutOf, shortcuts } from './shortcuts'

const press = (key: string, rest: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...rest,
})

describe('a shortcut', () => {
  it.each(Object.entries(shortcuts))('%s is found by its character', (name, { key }) => {
    expect(shortcutOf(press(key))).toBe(name)
  })

  it('does not mind Caps Lock', () => {
    expect(shortcutOf(press('M'))).toBe('mute')
  })

  it.each(['ctrlKey', 'metaKey', 'altKey'])(
    'leaves combinations with %s to the browser',
    (held) => {
      expect(shortcutOf(press('f', { [held]: true }))).toBeUndefined()
      expect(isHoldKey(press(' ', { [held]: true }))).toBe(false)
    },
  )

  it('goes by the place of the key where the layout has no Latin letters', () => {
    expect(shortcutOf(press('ь', { code: 'KeyM' }))).toBe('mute')
    expect(shortcutOf(press('സ', { code: 'KeyM' }))).toBe('mute')
  })

  it('goes by the character where the layout has moved it', () => {
    // On a French keyboard the comma lies where others have M.
    expect(shortcutOf(press(',', { code: 'KeyM' }))).toBeUndefined()
    expect(shortcutOf(press('m', { code: 'Semicolon' }))).toBe('mute')
  })

  it.each(['Escape', 'Enter', 'Tab', 'Dead', 'x', '1'])('is not %s', (key) => {
    expect(shortcutOf(press(key, { code: 'KeyX' }))).toBeUndefined()
  })

  it('never has the space bar, which is held', () => {
    expect(shortcutOf(press(' '))).toBeUndefined()
    expect(isHoldKey(press(' '))).toBe(true)
  })

  it('has no key twice', () => {
    const keys = Object.values(shortcuts).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
