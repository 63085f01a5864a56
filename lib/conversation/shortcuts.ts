/** What the keys do while people talk. The key is the character, as `KeyboardEvent.key` names it. */
export const shortcuts = {
  mute: { key: 'm', code: 'KeyM' },
  interrupt: { key: 'i', code: 'KeyI' },
  captions: { key: 'c', code: 'KeyC' },
  transcript: { key: 't', code: 'KeyT' },
  message: { key: '/', code: undefined },
  fullScreen: { key: 'f', code: 'KeyF' },
  pictureInPicture: { key: 'p', code: 'KeyP' },
  end: { key: 'e', code: 'KeyE' },
  help: { key: '?', code: undefined },
} as const

export type Shortcut = keyof typeof shortcuts

export interface Press {
  key: string
  /** The place on the keyboard. */
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

const isShortcut = (name: string): name is Shortcut => name in shortcuts

/**
 * The shortcut of a press; undefined for any other key and for what belongs to the browser. Where
 * the layout has no Latin letters (Malayalam, Russian), the place of the key decides.
 */
export function shortcutOf(press: Press): Shortcut | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined
  const key = press.key.toLowerCase()
  const isLatin = key.length === 1 && key <= '~'
  const hit = Object.entries(shortcuts).find(([, shortcut]) =>
    isLatin || key.length > 1 ? shortcut.key === key : shortcut.code === press.code,
  )?.[0]
  return hit && isShortcut(hit) ? hit : undefined
}

/** The space bar, which is held rather than pressed. */
export const isHoldKey = (press: Press): boolean =>
  press.key === ' ' && !press.ctrlKey && !press.metaKey && !press.altKey
