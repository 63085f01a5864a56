import { expect, it } from 'vitest'
import { createShortcutsSwitch } from './shortcuts-switch'

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    length: 0,
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: () => null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  }
}

it('shortcuts are on until they are switched off, which is remembered', () => {
  const storage = memory()
  const here = createShortcutsSwitch(() => storage)
  expect(here.get()).toBe(true)
  here.set(false)
  expect(createShortcutsSwitch(() => storage).get()).toBe(false)
  here.set(true)
  expect(createShortcutsSwitch(() => storage).get()).toBe(true)
})

it('the switch works where nothing can be remembered', () => {
  const here = createShortcutsSwitch(() => {
    throw new DOMException('No storage', 'SecurityError')
  })
  expect(here.get()).toBe(true)
  here.set(false)
  expect(here.get()).toBe(false)
})
