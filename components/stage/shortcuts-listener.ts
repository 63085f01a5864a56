import { isHoldKey, type Shortcut, shortcutOf } from '@/lib/conversation/shortcuts'
import type { PushToTalk } from './push-to-talk'
import type { HoldToEnd } from './shortcuts-hold-to-end'

export interface ShortcutActions {
  talk: Pick<PushToTalk, 'press' | 'release' | 'lose'>
  end: Pick<HoldToEnd, 'press' | 'release'>
  act: Record<Exclude<Shortcut, 'end'>, () => void>
  /** Whether keys may act now: people talk and nothing asks them something. */
  isReady: () => boolean
  /** The visitor's switch. */
  isOn: () => boolean
  /** The space bar is more than a shortcut then: it works with the switch off, too. */
  isPushToTalk: () => boolean
}

/** Whoever types here means the letters. */
const fields = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'
/** These have a use of their own for the space bar. */
const operable = 'a[href], button, summary, audio, video, [tabindex]:not([tabindex="-1"])'
/** What lies over the page has the keys to itself; `:is` forgives a browser without popovers. */
const layers = ['dialog', 'alertdialog', 'menu', 'listbox']
  .map((role) => `[role="${role}"]:not([data-closed])`)
  .concat(':is(:popover-open, dialog[open])')
  .join(', ')

/** Hears the keys of the whole page until the returned function is called. */
export function listenForShortcuts(actions: ShortcutActions): () => void {
  const { talk, end, act } = actions
  const listening = new AbortController()
  // First of all: a key that answers a question on the page must find that question still open.
  const { signal } = listening
  const options = { capture: true, signal }

  function onKeyDown(event: KeyboardEvent) {
    if (!event.repeat) end.release()
    const { target } = event
    if (event.isComposing || !(target instanceof Element) || target.closest(fields)) return
    if (!actions.isReady() || document.querySelector(layers)) return
    if (isHoldKey(event)) return holdDown(event, target)
    const shortcut = actions.isOn() ? shortcutOf(event) : undefined
    if (!shortcut) return
    event.preventDefault()
    if (event.repeat) return
    if (shortcut === 'end') end.press()
    else act[shortcut]()
  }

  function holdDown(event: KeyboardEvent, target: Element) {
    if (!actions.isOn() && !actions.isPushToTalk()) return
    const isTalkButton = target.closest('[data-talk-button]') !== null
    if (!isTalkButton && target.closest(operable)) return
    // The page would scroll, and the button would be pressed once more on release.
    event.preventDefault()
    if (!event.repeat) talk.press('key', isTalkButton)
  }

  function onKeyUp(event: KeyboardEvent) {
    end.release()
    if (event.key !== ' ') return
    talk.release('key')
    const isOurs = actions.isOn() || actions.isPushToTalk()
    // Firefox presses a button on release, whatever became of the press.
    if (isOurs && event.target instanceof Element && event.target.closest('[data-talk-button]')) {
      event.preventDefault()
    }
  }

  function onLost() {
    talk.lose()
    end.release()
  }

  addEventListener('keydown', onKeyDown, options)
  addEventListener('keyup', onKeyUp, options)
  addEventListener('blur', onLost, { signal })
  document.addEventListener('visibilitychange', onLost, { signal })
  return () => {
    listening.abort()
    onLost()
  }
}
