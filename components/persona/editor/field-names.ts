const names: Readonly<Record<string, string>> = {
  name: 'Name',
  language: 'Language',
  tagline: 'Tagline',
  'openingLines.0': 'Way to begin 1',
  'openingLines.1': 'Way to begin 2',
  'openingLines.2': 'Way to begin 3',
  avatarId: 'Avatar',
  avatarModel: 'Avatar model',
  voiceId: 'Voice',
  'greeting.text': 'Greeting',
  systemPrompt: 'System prompt',
  llmId: 'Language model',
  brain: 'Language model',
  maxSessionSeconds: 'Longest conversation',
  'voiceDetection.endOfSpeechSensitivity': 'How soon a pause ends a turn',
  'voiceDetection.silenceBeforeAutoEndTurnSeconds': 'Silence that ends a turn',
  'voiceDetection.silenceBeforeSkipTurnSeconds': 'Silence after which it speaks again',
  'voiceDetection.silenceBeforeSessionEndSeconds': 'Silence that ends the conversation',
  'voiceDetection.speechEnhancementLevel': 'How much noise is taken away',
  'voiceGeneration.speed': 'Speed',
  'voiceGeneration.volume': 'Volume',
  'voiceGeneration.stability': 'Stability',
  'voiceGeneration.similarityBoost': 'Likeness',
  'voiceGeneration.style': 'Style',
  'directorNotes.style.text': 'In your own words',
  'directorNotes.expressivity': 'Expressivity',
}

/** What a field is called; undefined for what the form has no field of its own for. */
export const fieldName = (path: string): string | undefined => names[path]

/** The `id` of a field, so that a summary of errors can lead to it. */
export const fieldId = (path: string) => `field-${path.replaceAll('.', '-')}`
