/**
 * One formant: a digital resonator as in Klatt's synthesiser (JASA 67, 1980), with a gain of 1 for
 * slow signals, so that several in a row keep the level.
 */
export class Resonator {
  #a = 1
  #b = 0
  #c = 0
  #last = 0
  #before = 0

  constructor(private readonly sampleRate: number) {}

  tune(frequency: number, bandwidth: number) {
    this.#c = -Math.exp((-2 * Math.PI * bandwidth) / this.sampleRate)
    this.#b =
      2 *
      Math.exp((-Math.PI * bandwidth) / this.sampleRate) *
      Math.cos((2 * Math.PI * frequency) / this.sampleRate)
    this.#a = 1 - this.#b - this.#c
  }

  next(input: number): number {
    const output = this.#a * input + this.#b * this.#last + this.#c * this.#before
    this.#before = this.#last
    this.#last = output
    return output
  }
}
