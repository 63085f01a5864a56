'use client'

import { SwitchField } from '@/components/ui/switch-field'
import { useConversation, useStore } from './conversation-context'

/** What can be on or off, for all conversations in this browser. */
export function SettingsSwitches() {
  const { preferences, persona, medium } = useConversation()
  const { captions, largeCaptions, pushToTalk, holdMicrophone, keepTranscript } =
    useStore(preferences)
  return (
    <div>
      <SwitchField
        label="Captions"
        isOn={captions}
        onChange={(isOn) => preferences.change({ captions: isOn })}
      >
        Shows the words over the picture.
      </SwitchField>
      <SwitchField
        label="Larger captions"
        isOn={largeCaptions}
        onChange={(isOn) => preferences.change({ largeCaptions: isOn })}
      >
        Bigger type, fewer words at a time.
      </SwitchField>
      <SwitchField
        label="Push to talk"
        isOn={pushToTalk}
        onChange={(isOn) => preferences.change({ pushToTalk: isOn })}
      >
        {`${persona.name} hears you only while you hold the microphone button or the space bar.`}
      </SwitchField>
      {medium === 'voice' ? (
        <SwitchField
          label="Hold my microphone"
          isOn={holdMicrophone}
          onChange={(isOn) => preferences.change({ holdMicrophone: isOn })}
        >
          {`For loudspeakers: ${persona.name} does not hear you while speaking, so no echo cuts in. Interrupt still works.`}
        </SwitchField>
      ) : null}
      <SwitchField
        label="Keep transcripts"
        isOn={keepTranscript}
        onChange={(isOn) => preferences.change({ keepTranscript: isOn })}
      >
        Saves what was said when a conversation ends.
      </SwitchField>
    </div>
  )
}
