import { z } from 'zod'
import { createStore, type WritableStore } from './store'

/** What a visitor has set for all conversations in this browser. */
const preferencesSchema = z.object({
  captions: z.boolean().catch(true),
  largeCaptions: z.boolean().catch(false),
  /** How loud the persona is, 0 to 1. */
  volume: z.number().min(0).max(1).catch(1),
  /** Devices by the browser's id; undefined is the system's choice. */
  microphoneId: z.string().optional().catch(undefined),
  speakerId: z.string().optional().catch(undefined),
  /** Muted unless a key or the microphone button is held. */
  pushToTalk: z.boolean().catch(false),
  /** Loudspeakers: nobody is heard while the persona speaks. */
  holdMicrophone: z.boolean().catch(false),
  /** Single keys act while people talk; who dictates switches them off (WCAG 2.1.4). */
  shortcuts: z.boolean().catch(true),
  /** Send the transcript to the server when a conversation ends. */
  keepTranscript: z.boolean().catch(true),
  /** The sound check has been passed or skipped once. */
  isChecked: z.boolean().catch(false),
})

export type Preferences = z.infer<typeof preferencesSchema>

export const defaultPreferences: Preferences = preferencesSchema.parse({})

const key = 'vis-a-vis.preferences'

/**
 * The preferences of this browser, remembered where it allows that. The first value is the default
 * one, so that server and browser render the same; `load` brings the remembered one.
 */
export interface PreferenceStore extends WritableStore<Preferences> {
  load: () => void
  change: (next: Partial<Preferences>) => void
}

export function createPreferences(storage: () => Storage = () => localStorage): PreferenceStore {
  const store = createStore(defaultPreferences)

  function set(next: Preferences) {
    store.set(next)
    try {
      storage().setItem(key, JSON.stringify(next))
    } catch {
      // Private windows and full disks: it holds for this page then.
    }
  }

  function load() {
    try {
      const kept = storage().getItem(key)
      if (kept) store.set(preferencesSchema.parse(JSON.parse(kept)))
    } catch {
      // Somebody else's value, or no storage: what is set holds.
    }
  }

  return {
    ...store,
    set,
    load,
    change(next) {
      // Another tab may have changed something since: only what is named here changes.
      load()
      set({ ...store.get(), ...next })
    },
  }
}
