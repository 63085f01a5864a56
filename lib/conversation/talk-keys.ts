/** What holds the microphone: a key, or its button under a finger. */
export type Hold = 'key' | 'button'

/** `open`: heard, and muted while held. `push`: muted, and heard while held. */
export type TalkMode = 'open' | 'push'

export interface TalkKeys {
  mode: TalkMode
  /** What the visitor has chosen for the time when nothing is held. */
  mutedAtRest: boolean
  held: readonly Hold[]
  /** When a press began that toggles if it is short, in milliseconds of any one clock. */
  tapSince: number | undefined
}

export type TalkKeysEvent =
  | { type: 'mode'; mode: TalkMode }
  /** `taps`: a short press of this one toggles, as a press of a button does. */
  | { type: 'down'; hold: Hold; at: number; taps?: boolean }
  | { type: 'up'; hold: Hold; at: number }
  /** The window no longer hears keys: no release will come. */
  | { type: 'lost' }
  | { type: 'toggle' }

/** Shorter than this is a press, longer is a hold, in milliseconds. */
export const tapMs = 300

export const initialTalkKeys: TalkKeys = {
  mode: 'open',
  mutedAtRest: false,
  held: [],
  tapSince: undefined,
}

/** Several things may hold at once: the microphone goes back when the last one lets go. */
export function reduceTalkKeys(keys: TalkKeys, event: TalkKeysEvent): TalkKeys {
  switch (event.type) {
    case 'mode':
      if (event.mode === keys.mode) return keys
      return { ...initialTalkKeys, mode: event.mode, mutedAtRest: event.mode === 'push' }
    case 'down':
      // A key that is held down repeats itself.
      if (keys.held.includes(event.hold)) return keys
      return {
        ...keys,
        held: [...keys.held, event.hold],
        tapSince: event.taps && keys.held.length === 0 ? event.at : undefined,
      }
    case 'up': {
      if (!keys.held.includes(event.hold)) return keys
      const { tapSince, mode } = keys
      const isTap = mode === 'open' && tapSince !== undefined && event.at - tapSince < tapMs
      return {
        ...keys,
        held: keys.held.filter((hold) => hold !== event.hold),
        mutedAtRest: isTap ? !keys.mutedAtRest : keys.mutedAtRest,
        tapSince: undefined,
      }
    }
    case 'lost':
      return keys.held.length > 0 ? { ...keys, held: [], tapSince: undefined } : keys
    case 'toggle':
      return { ...keys, mutedAtRest: !keys.mutedAtRest }
  }
}

/** Whether the microphone is to be muted now. */
export function isMuted({ mode, mutedAtRest, held }: TalkKeys): boolean {
  const isHeld = held.length > 0
  return mode === 'push' ? mutedAtRest && !isHeld : mutedAtRest || isHeld
}
