import { createStore, type WritableStore } from '@/lib/conversation/store'

const key = 'vis-a-vis.shortcuts'

/**
 * Whether single keys act while people talk (WCAG 2.1.4: who dictates or presses keys by accident
 * switches them off). Remembered where the browser allows that.
 */
export function createShortcutsSwitch(storage: () => Storage = () => localStorage) {
  const store = createStore(true)
  let isLoaded = false

  function load() {
    if (isLoaded) return
    isLoaded = true
    try {
      if (storage().getItem(key) === 'off') store.set(false)
    } catch {
      // No storage: they are on.
    }
  }

  const isOn: WritableStore<boolean> = {
    ...store,
    get() {
      load()
      return store.get()
    },
    set(next) {
      store.set(next)
      try {
        storage().setItem(key, next ? 'on' : 'off')
      } catch {
        // It holds for this page then.
      }
    },
  }
  return isOn
}

export const shortcutsSwitch = createShortcutsSwitch()
