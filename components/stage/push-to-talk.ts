import type { Conversation } from '@/lib/conversation/conversation'
import { isTalking } from '@/lib/conversation/state'
import {
  type Hold,
  initialTalkKeys,
  isMuted,
  reduceTalkKeys,
  type TalkKeys,
  type TalkKeysEvent,
  type TalkMode,
} from '@/lib/conversation/talk-keys'

/** Everything that mutes and unmutes: keys, the button, and the mode that says what they mean. */
export interface PushToTalk {
  setMode: (mode: TalkMode) => void
  /** `taps`: a short press of this one toggles, as a press of a button does. */
  press: (hold: Hold, taps?: boolean) => void
  release: (hold: Hold) => void
  /** The window no longer hears keys. */
  lose: () => void
  toggle: () => void
}

export function createPushToTalk(
  { state, setMuted }: Pick<Conversation, 'state' | 'setMuted'>,
  now: () => number = () => performance.now(),
): PushToTalk {
  let keys = initialTalkKeys

  function handle(event: TalkKeysEvent) {
    const talk = state.get()
    if (!isTalking(talk)) return
    keys = reduceTalkKeys(asHeard(keys, talk.muted), event)
    const muted = isMuted(keys)
    if (muted !== talk.muted) setMuted(muted)
  }

  /** Nothing can be held where there is nothing to mute. */
  function press(hold: Hold, taps = false) {
    const talk = state.get()
    if (!isTalking(talk) || talk.microphone !== 'granted') return
    handle({ type: 'down', hold, at: now(), taps })
  }

  return {
    setMode: (mode) => handle({ type: 'mode', mode }),
    press,
    release: (hold) => handle({ type: 'up', hold, at: now() }),
    lose: () => handle({ type: 'lost' }),
    toggle: () => handle({ type: 'toggle' }),
  }
}

/** While nothing is held, whatever else has muted the microphone counts as the visitor's choice. */
const asHeard = (keys: TalkKeys, muted: boolean): TalkKeys =>
  keys.held.length > 0 ? keys : { ...keys, mutedAtRest: muted }
