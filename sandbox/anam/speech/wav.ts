import { SAMPLE_RATE } from './speech'

const HEADER_BYTES = 44
/** Speech is made at 16 kHz and played at 48: every third sample is all there is. */
const STEP = 3

/** A 16 kHz mono WAV file of what is spoken at 48 kHz. */
export function wavOf(samples: Int16Array): Uint8Array {
  const kept = samples.filter((_, index) => index % STEP === 0)
  const file = Buffer.alloc(HEADER_BYTES + kept.byteLength)
  const rate = SAMPLE_RATE / STEP
  file.write('RIFF', 0)
  file.writeUInt32LE(HEADER_BYTES - 8 + kept.byteLength, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(kept.byteLength, 40)
  file.set(new Uint8Array(kept.buffer, kept.byteOffset, kept.byteLength), HEADER_BYTES)
  return file
}
