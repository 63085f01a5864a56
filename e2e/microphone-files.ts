import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { SAMPLE_RATE } from '../sandbox/anam/speech/speech'
import { Synthesiser } from '../sandbox/anam/speech/synthesiser'
import { wav } from './wav'

const folder = resolve('.data/microphone')

/** What Chromium's fake microphones hear; its own beep once a second would count as the visitor's voice. */
export const microphoneFiles = {
  silence: `${folder}/silence.wav`,
  speech: `${folder}/speech.wav`,
}

/** Writes the files, once: a quiet room, and a question asked after some silence. */
export default async function prepareMicrophoneFiles() {
  if (Object.values(microphoneFiles).every((file) => existsSync(file))) return
  mkdirSync(folder, { recursive: true })
  const quiet = new Int16Array(SAMPLE_RATE * 4)
  writeFileSync(microphoneFiles.silence, wav(quiet, SAMPLE_RATE))
  const synthesiser = new Synthesiser()
  const text = 'Hello there. Could you please tell me what your name is, and where you are from?'
  const { samples } = await synthesiser.speak(text, { flite: 'rms', stretch: 1 })
  await synthesiser.close()
  const spoken = new Int16Array(quiet.length * 2 + samples.length)
  spoken.set(samples, quiet.length)
  writeFileSync(microphoneFiles.speech, wav(spoken, SAMPLE_RATE))
}
