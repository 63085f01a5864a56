import type { MicrophoneTrouble } from './state'

interface MicrophoneCopy {
  title: string
  body: string
}

const microphoneCopy: Record<MicrophoneTrouble, (name: string) => MicrophoneCopy> = {
  denied: (name) => ({
    title: `${name} can’t hear you`,
    body: 'The browser blocks the microphone for this site. Allow it in the site settings beside the address; it works from the next talk on. Typing works now.',
  }),
  blocked: (name) => ({
    title: `${name} can’t hear you`,
    body: 'This page is not allowed to use a microphone here. Open it in a window of its own, or type.',
  }),
  missing: (name) => ({
    title: `${name} can’t hear you`,
    body: 'No microphone was found. Connect one for the next talk. Typing works now.',
  }),
  busy: (name) => ({
    title: `${name} can’t hear you`,
    body: 'Another app is using the microphone. Close it for the next talk. Typing works now.',
  }),
  unanswered: (name) => ({
    title: `${name} can’t hear you`,
    body: 'The browser’s question about the microphone got no answer. It asks again at the next talk. Typing works now.',
  }),
  unsupported: (name) => ({
    title: `${name} can’t hear you`,
    body: 'This browser offers no microphone to this page; it does so only over https. Typing works now.',
  }),
  lost: (name) => ({
    title: `${name} can’t hear you any more`,
    body: 'The microphone was disconnected. Choose another one in the settings, or type.',
  }),
}

export const microphoneWords = (trouble: MicrophoneTrouble, name: string): MicrophoneCopy =>
  microphoneCopy[trouble](name)
