import { describe, expect, test } from 'vitest'
import { readEvents } from '@/lib/chat/read-events'
import { readReply } from '@/lib/chat/read-reply'
import type { VendorChatEvent } from '@/lib/chat/server-chat'
import { Problem } from '@/lib/http/problem'
import { type AnumaAccount, listCuratedModels } from '../api'
import { completionRequest } from '../completion'
import { streamReply } from '../server-chat'
import { anumaFrames } from '../stream-frames'

/** What a suite runs against: an account, and a model that it may use. */
type Account = AnumaAccount & { model: string }

/** Generous: a language model thinks, and a real network is between. */
const patience = { timeout: 60_000 }

const request = {
  system: 'You are friendly and brief.',
  messages: [{ role: 'user', content: 'Say good day in one short sentence.' }] as const,
  maxTokens: 400,
}

/**
 * What the app relies on, told of any Anuma: the real one or its stand-in. Costs the real one a few
 * short replies.
 */
export function anumaContract(name: string, account: () => Account) {
  describe(`the contract with ${name}`, patience, () => {
    const post = (headers: Record<string, string>, body: object) =>
      fetch(`${account().baseUrl}/api/v1/chat/completions`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(patience.timeout),
      })
    const asked = () => completionRequest(account().model, request)

    async function reply(with_: Partial<Account> = {}) {
      const signal = AbortSignal.timeout(patience.timeout)
      const events: VendorChatEvent[] = []
      const stream = await streamReply({ ...account(), ...with_ }, request, signal)
      for await (const event of stream) events.push(event)
      return events
    }
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => 'no problem',
        (error: unknown) => (error instanceof Problem ? error.code : error),
      )

    test('the key streams a reply: words, then its end with what it used', async () => {
      const events = await reply()
      expect(events.filter(({ type }) => type === 'delta').length).toBeGreaterThan(0)
      expect(events.at(-1)).toMatchObject({
        type: 'done',
        finish: 'complete',
        usage: { promptTokens: expect.any(Number), replyTokens: expect.any(Number) },
      })
    })

    test('the header has it stream in OpenAI’s chunks, with an end of their own', async () => {
      const key = { 'X-API-KEY': account().apiKey }
      const response = await post({ ...key, 'X-Anuma-Stream-Format': 'openai' }, asked())
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
      const text = await response.text()
      expect(text).toContain('"chat.completion.chunk"')
      expect(text).toMatch(/data: \[DONE\]\s*$/)
    })

    test('without the header its own envelope says the same', async () => {
      const { body } = await post({ 'X-API-KEY': account().apiKey }, asked())
      if (!body) throw new Error('No body')
      const events: VendorChatEvent[] = []
      for await (const event of readReply(readEvents(body), anumaFrames())) events.push(event)
      expect(events.some(({ type }) => type === 'delta')).toBe(true)
      expect(events.at(-1)).toMatchObject({ type: 'done', finish: 'complete' })
    })

    test('a wrong key is our trouble, and not the visitor’s', async () => {
      expect(await codeOf(reply({ apiKey: 'anuma_test_wrong' }))).toBe(
        'vendor_rejected_credentials',
      )
    })

    test('a key as bearer is refused: it would be taken for a visitor’s token', async () => {
      const response = await post({ Authorization: `Bearer ${account().apiKey}` }, asked())
      expect(response.status).toBe(401)
      await response.body?.cancel()
    })

    test('a model that is not there is a matter of configuration', async () => {
      expect(await codeOf(reply({ model: 'nobody/no-such-model' }))).toBe('vendor_not_configured')
    })

    test('the curated models are there without a key, the one in use among them', async () => {
      const models = await listCuratedModels(account().baseUrl)
      expect(models.map(({ id }) => id)).toContain(account().model)
    })
  })
}
