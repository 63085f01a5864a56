import { parentPort } from 'node:worker_threads'
import { flite } from './flite'
import { speakable } from './speakable'
import { SAMPLE_RATE } from './speech'
import { upsample } from './upsample'
import { timeWords } from './words'
import type { WorkerAnswer, WorkerRequest } from './worker-messages'

parentPort?.on('message', async ({ id, text, voice, stretch, pitch }: WorkerRequest) => {
  const answer = (message: WorkerAnswer, transfer: ArrayBuffer[] = []) =>
    parentPort?.postMessage(message, transfer)
  try {
    const { samples, sampleRate, phonemes } = await flite(speakable(text), voice, stretch, pitch)
    const sound = upsample(samples, SAMPLE_RATE / sampleRate)
    const buffer = new ArrayBuffer(sound.byteLength)
    new Int16Array(buffer).set(sound)
    const words = timeWords(text, phonemes)
    answer({ id, speech: { samples: new Int16Array(buffer), phonemes, words } }, [buffer])
  } catch (error) {
    answer({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
