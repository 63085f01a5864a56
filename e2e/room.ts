import { expect, type Page } from '@playwright/test'
import { z } from 'zod'

const grant = z.object({ sessionId: z.uuid(), maxSessionSeconds: z.number() })

/** The talk page as a visitor handles it. */
export class Room {
  constructor(readonly page: Page) {}

  readonly button = (name: string) => this.page.getByRole('button', { name, exact: true })
  /** Its `data-phase` is the state of the conversation. */
  readonly stage = () => this.page.locator('section[data-phase]')
  readonly status = () => this.page.getByRole('status').first()
  readonly transcript = () => this.page.getByRole('log', { name: 'Transcript' })
  readonly captions = () => this.page.locator('[data-caption]')
  readonly turnsOf = (name: string) =>
    this.transcript().getByRole('article').filter({ hasText: name })
  readonly message = () => this.page.getByRole('textbox', { name: 'Message' })
  readonly video = () => this.page.locator('video#persona-video')

  /** Presses `Start talking` and waits until the persona is there. Answers what the server granted. */
  async start() {
    const minted = this.page.waitForResponse((response) =>
      response.url().endsWith('/api/session-token'),
    )
    await this.button('Start talking').click()
    const answer = grant.parse(await (await minted).json())
    await expect(this.button('End conversation')).toBeVisible()
    return answer
  }

  async say(text: string) {
    await this.message().fill(text)
    await this.button('Send').click()
  }

  async end() {
    await this.button('End conversation').click()
    await expect(this.button('Talk again')).toBeVisible()
  }

  /** Mean brightness and a fingerprint of the frame that is on the stage now. */
  frame() {
    return this.video().evaluate((video: HTMLVideoElement) => {
      const canvas = document.createElement('canvas')
      canvas.width = video.videoWidth
      canvas.height = video.videoHeight
      const context = canvas.getContext('2d')
      context?.drawImage(video, 0, 0)
      const pixels = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let sum = 0
      let hash = 0
      for (let i = 0; i < pixels.length; i += 4) {
        sum += pixels[i] ?? 0
        hash = (hash * 31 + (pixels[i] ?? 0)) | 0
      }
      return { width: canvas.width, height: canvas.height, mean: sum / (pixels.length / 4), hash }
    })
  }

  /** Loudest moment of the persona's voice within these milliseconds (0 to 1). */
  loudness(milliseconds: number) {
    return this.video().evaluate(async (video: HTMLVideoElement, duration) => {
      if (!(video.srcObject instanceof MediaStream)) return 0
      const audio = new AudioContext()
      await audio.resume()
      const analyser = audio.createAnalyser()
      audio.createMediaStreamSource(video.srcObject).connect(analyser)
      const samples = new Float32Array(analyser.fftSize)
      let peak = 0
      const until = performance.now() + duration
      while (performance.now() < until) {
        analyser.getFloatTimeDomainData(samples)
        peak = Math.max(
          peak,
          Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length),
        )
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
      await audio.close()
      return peak
    }, milliseconds)
  }
}
