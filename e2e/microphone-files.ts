import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { spokenSound } from './spoken-sound'
import { wav } from './wav'

const rate = 48_000
const folder = resolve('.data/microphone')

/** What Chromium's fake microphones hear; its own beep once a second would count as the visitor's voice. */
export const microphoneFiles = {
  silence: `${folder}/silence.wav`,
  speech: `${folder}/speech.wav`,
}

/** Writes the files, once: a quiet room, and a question asked after some silence. */
export default function prepareMicrophoneFiles() {
  if (Object.values(microphoneFiles).every((file) => existsSync(file))) return
  mkdirSync(folder, { recursive: true })
  const quiet = new Int16Array(rate * 4)
  writeFileSync(microphoneFiles.silence, wav(quiet, rate))
  const samples = spokenSound(18, rate)
  const spoken = new Int16Array(quiet.length * 2 + samples.length)
  spoken.set(samples, quiet.length)
  writeFileSync(microphoneFiles.speech, wav(spoken, rate))
}
