import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** The newest channel to the engine. */
    engineChannel?: RTCDataChannel
  }
}

export interface EngineWords {
  /** Of the message, without the SDK's prefix. */
  id: string
  role: 'user' | 'persona'
  text: string
  /** The message is over. */
  ends?: boolean
  interrupted?: boolean
}

/** Keeps the page's channel to the engine at hand, for `receive`. Call it before the page is opened. */
export async function keepEngineChannel(page: Page) {
  await page.addInitScript(() => {
    const create = RTCPeerConnection.prototype.createDataChannel
    RTCPeerConnection.prototype.createDataChannel = function (...args) {
      window.engineChannel = create.apply(this, args)
      return window.engineChannel
    }
  })
}

/**
 * Lets words arrive as the engine sends them, in exactly these chunks: the stand-in
 * speaks word by word, in its own time.
 */
export async function receive(page: Page, chunks: readonly EngineWords[]) {
  await page.evaluate((all) => {
    for (const { id, role, text, ends = false, interrupted = false } of all) {
      const data = {
        message_id: id,
        content_index: 0,
        content: text,
        role,
        end_of_speech: ends,
        interrupted,
      }
      const message = JSON.stringify({ messageType: 'speechText', data })
      window.engineChannel?.dispatchEvent(new MessageEvent('message', { data: message }))
    }
  }, chunks)
}
