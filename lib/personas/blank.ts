import type { PersonaContent } from './persona'

/** A persona before anybody wrote anything: everything is left to the vendor and to the server. */
export const blankContent: PersonaContent = {
  name: '',
  tagline: '',
  language: null,
  systemPrompt: '',
  greeting: { kind: 'improvised', uninterruptible: false },
  avatarId: null,
  avatarModel: null,
  voiceId: null,
  llmId: null,
  brain: null,
  casting: { avatar: 0, gender: 'female', voice: 0 },
  room: 'moss',
  openingLines: [],
  maxSessionSeconds: null,
  voiceDetection: {},
  voiceGeneration: {},
  directorNotes: {},
  tools: [],
}
