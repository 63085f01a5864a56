// PCM16, little endian [doc], which is how every machine that runs a browser keeps its numbers.

/** `String.fromCharCode` takes no more arguments than this everywhere. */
const atOnce = 8_192

/** Samples as base64. */
export function encode(samples: Int16Array): string {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  let text = ''
  for (let at = 0; at < bytes.length; at += atOnce) {
    text += String.fromCharCode(...bytes.subarray(at, at + atOnce))
  }
  return btoa(text)
}

/** Puts pieces of base64 together to samples: a piece may end in the middle of one. */
export function createDecoder() {
  let half: number | undefined
  return {
    /** undefined where it is not base64. */
    decode(base64: string): Int16Array<ArrayBuffer> | undefined {
      let text: string
      try {
        text = atob(base64)
      } catch {
        return undefined
      }
      const carried = half === undefined ? 0 : 1
      const length = text.length + carried
      const bytes = new Uint8Array(length - (length % 2))
      if (half !== undefined && bytes.length > 0) bytes[0] = half
      for (let n = carried; n < bytes.length; n += 1) bytes[n] = text.charCodeAt(n - carried)
      if (length % 2 === 1) half = length === 1 && carried ? half : text.charCodeAt(text.length - 1)
      else half = undefined
      return new Int16Array(bytes.buffer)
    },
    /** The next piece begins with a whole sample. */
    reset() {
      half = undefined
    },
  }
}
