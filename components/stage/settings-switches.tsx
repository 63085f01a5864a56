'use client'

import { useConversation, useStore } from './conversation-context'
import { SettingsSwitch } from './settings-switch'

/** What can be on or off, for all conversations in this browser. */
export function SettingsSwitches() {
  const { preferences, persona } = useConversation()
  const { captions, largeCaptions, pushToTalk, keepTranscript } = useStore(preferences)
  return (
    <div>
      <SettingsSwitch
        label="Captions"
        isOn={captions}
        onChange={(isOn) => preferences.change({ captions: isOn })}
      >
        Shows the words over the picture.
      </SettingsSwitch>
      <SettingsSwitch
        label="Larger captions"
        isOn={largeCaptions}
        onChange={(isOn) => preferences.change({ largeCaptions: isOn })}
      >
        Bigger type, fewer words at a time.
      </SettingsSwitch>
      <SettingsSwitch
        label="Push to talk"
        isOn={pushToTalk}
        onChange={(isOn) => preferences.change({ pushToTalk: isOn })}
      >
        {`${persona.name} hears you only while you hold the microphone button or the space bar.`}
      </SettingsSwitch>
      <SettingsSwitch
        label="Keep transcripts"
        isOn={keepTranscript}
        onChange={(isOn) => preferences.change({ keepTranscript: isOn })}
      >
        Saves what was said when a conversation ends.
      </SettingsSwitch>
    </div>
  )
}
