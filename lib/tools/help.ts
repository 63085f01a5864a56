/** What the page can say about itself, by topic: short enough to be said aloud. */
export const help = {
  mute: 'The microphone button at the left of the controls mutes and unmutes the microphone, and so does the key M. While it is muted nothing is heard, and typing still works.',
  captions:
    'The captions button shows or hides what is being said, as text over the controls. Settings has larger captions.',
  push_to_talk:
    'Push to talk is a switch in the settings. With it the microphone is open only while the space bar or the microphone button is held.',
  typing:
    'Instead of speaking, a message can be typed in the field under the transcript and sent. On a phone the transcript button opens it.',
  interrupt:
    'The interrupt button, or simply beginning to speak, stops the persona in the middle of a sentence.',
  ending:
    'The red button at the right of the controls ends the conversation at once, and so does holding the key E. A conversation also ends by itself when its time is over; the time left stands at the top right.',
  transcript:
    'Everything that is said is written down in the transcript beside the picture. It can be copied or downloaded there.',
  personas:
    'Under Personas anybody who is signed in can choose whom to talk to, and write personas of their own.',
  devices:
    'Settings lists the microphones, and the loudspeakers where the browser allows it, and has the volume.',
  limits:
    'Conversations have a time limit, and there is a number of them that can be started in an hour. Guests have less of both than people who sign in with an email address.',
  privacy:
    'The camera is never used. The transcript is kept on the server at the end unless that is switched off in the settings; the sound is sent to the service that plays the persona and is not kept by this app.',
} as const

export type HelpTopic = keyof typeof help
