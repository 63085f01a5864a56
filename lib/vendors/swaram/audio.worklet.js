// Runs in the browser's audio thread, as it stands here: it is served as a file, so it imports
// nothing and is plain JavaScript. Swaram speaks and hears 24,000 samples a second; the hardware
// has a rate of its own, which must be kept (Firefox connects no other, reference A5).

const vendorRate = 24_000
/** Zero crossings of the filter on each side: some 80 dB with the window below. */
const reach = 20
const kaiser = 8

/** Samples that are sent together: 100 ms. */
const captured = 2_400

/** Waits for so many samples before it begins: 20 ms, or 100 ms where it has just run dry. */
const startWith = 480
const refillWith = 2_400
/** What comes after a silence of 300 ms is something new. */
const newReply = 7_200
/** A cut is faded within so many samples: 5 ms, which is no click. */
const fade = 120
/** What was heard is told this often, in samples: 50 ms. */
const tellEvery = 1_200

const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b))

/** The modified Bessel function of order 0. */
function bessel(x) {
  let sum = 1
  for (let term = 1, k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

/** One filter for each place that a new sample can have between two old ones. */
function filters(from, to) {
  const share = gcd(from, to)
  const up = to / share
  // Below the lower of the two limits; a little of the highest tones goes with what would fold back.
  const cutoff = Math.min(1, to / from) * 0.94
  const half = Math.ceil(reach / Math.min(1, to / from))
  const phases = Array.from({ length: up }, (_, phase) => {
    const taps = Float32Array.from({ length: 2 * half }, (_, tap) => {
      const at = tap - half + 1 - phase / up
      const window = bessel(kaiser * Math.sqrt(Math.max(0, 1 - (at / half) ** 2)))
      return window * (at === 0 ? cutoff : Math.sin(Math.PI * cutoff * at) / (Math.PI * at))
    })
    const sum = taps.reduce((total, tap) => total + tap, 0)
    return taps.map((tap) => tap / sum)
  })
  return { phases, up, down: from / share, length: 2 * half }
}

/** Changes the rate of a stream of any length: its state goes on from block to block. */
class Resampler {
  constructor(from, to) {
    Object.assign(this, filters(Math.round(from), Math.round(to)))
    // Twice, so that the newest samples always lie in one piece.
    this.line = new Float32Array(2 * this.length)
    this.at = 0
    this.phase = 0
  }

  /** Takes one sample of the old rate. */
  take(sample) {
    this.line[this.at] = sample
    this.line[this.at + this.length] = sample
    this.at = (this.at + 1) % this.length
    this.phase -= this.up
  }

  /** Whether the next sample of the new rate lies beyond what was taken. */
  get needs() {
    return this.phase >= this.up
  }

  /** The next sample of the new rate. */
  give() {
    const taps = this.phases[this.phase]
    let sum = 0
    for (let tap = 0; tap < taps.length; tap += 1) sum += taps[tap] * this.line[this.at + tap]
    this.phase += this.down
    return sum
  }
}

/** Posts what the microphone hears, in pieces of 100 ms. */
class Capture extends AudioWorkletProcessor {
  constructor() {
    super()
    this.resampler = new Resampler(sampleRate, vendorRate)
    this.piece = new Int16Array(captured)
    this.length = 0
    this.isOpen = true
    this.port.onmessage = () => {
      this.isOpen = false
    }
  }

  process([input]) {
    const { resampler } = this
    const channel = input[0]
    for (let n = 0; channel && n < channel.length; n += 1) {
      while (!resampler.needs) this.keep(resampler.give())
      resampler.take(channel[n])
    }
    return this.isOpen
  }

  keep(sample) {
    this.piece[this.length] = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767)
    this.length += 1
    if (this.length < captured) return
    this.port.postMessage(this.piece, [this.piece.buffer])
    this.piece = new Int16Array(captured)
    this.length = 0
  }
}

/** Plays what it is given, one piece after the other; `null` drops what has not been heard yet. */
class Playback extends AudioWorkletProcessor {
  constructor() {
    super()
    this.resampler = new Resampler(vendorRate, sampleRate)
    this.pieces = []
    /** Where in the first piece it is, and what lies ahead in all of them. */
    this.at = 0
    this.ahead = 0
    /** What was played or dropped since the beginning, and what was told of that. */
    this.heard = 0
    this.told = 0
    this.isPlaying = false
    /** Samples of silence so far while it waits with something to play. */
    this.waited = 0
    /** Samples that it had nothing to play for. */
    this.dry = newReply
    this.last = 0
    this.rise = 0
    this.isOpen = true
    this.port.onmessage = ({ data }) => {
      if (data === 'close') this.isOpen = false
      else if (data === null) this.drop()
      else this.add(data)
    }
  }

  add(piece) {
    if (piece.length === 0) return
    this.pieces.push(piece)
    this.ahead += piece.length
  }

  /** Fades out over the next few samples, and forgets the rest. */
  drop() {
    const length = this.isPlaying ? Math.min(fade, this.ahead) : 0
    const end = Int16Array.from({ length }, (_, n) => this.shift() * (1 - (n + 1) / length))
    // What was shifted just now is still to be heard.
    this.heard += this.ahead - length
    this.pieces = []
    this.at = 0
    this.ahead = 0
    this.waited = 0
    this.add(end)
    this.tell()
  }

  shift() {
    const [piece] = this.pieces
    const sample = piece[this.at]
    this.at += 1
    this.ahead -= 1
    this.heard += 1
    if (this.at === piece.length) {
      this.pieces.shift()
      this.at = 0
    }
    return sample
  }

  tell() {
    this.told = this.heard
    this.port.postMessage([this.heard, this.isPlaying])
  }

  /** The next sample of the vendor's rate, from -1 to 1. */
  next() {
    if (this.ahead === 0 || !this.isPlaying) {
      // What was broken off dies away instead of jumping to nothing.
      this.last = Math.abs(this.last) < 1e-4 ? 0 : this.last * 0.95
      return this.last
    }
    this.rise = Math.min(1, this.rise + 1 / fade)
    this.last = (this.shift() / 32_768) * this.rise
    return this.last
  }

  process(_, [output]) {
    const [channel] = output
    this.begin(channel.length)
    const { resampler } = this
    for (let n = 0; n < channel.length; n += 1) {
      while (resampler.needs) resampler.take(this.next())
      channel[n] = resampler.give()
    }
    const isDry = this.isPlaying && this.ahead === 0
    if (isDry) {
      this.isPlaying = false
      this.dry = 0
    }
    if (isDry || this.heard - this.told >= tellEvery) this.tell()
    return this.isOpen
  }

  /** Begins once enough is there, or once that has been waited for as long as it would have lasted. */
  begin(frames) {
    if (this.isPlaying) return
    const passed = (frames * vendorRate) / sampleRate
    this.dry += passed
    if (this.ahead === 0) return
    this.waited += passed
    const needed = this.dry > newReply ? startWith : refillWith
    if (this.ahead < needed && this.waited < needed) return
    this.isPlaying = true
    this.waited = 0
    this.rise = 0
    this.tell()
  }
}

registerProcessor('swaram-capture', Capture)
registerProcessor('swaram-playback', Playback)

export {}
