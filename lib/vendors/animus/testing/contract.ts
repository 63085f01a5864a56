import { describe, expect, test } from 'vitest'
import type { ChatEvent } from '@/lib/chat/chat-source'
import { ConversationError } from '@/lib/conversation/failure'
import { type AnimusAccount, createAnimusApi } from '../api'
import { createAnimusChat } from '../chat-with-token'
import { completionRequest } from '../completion'

/** What a suite runs against: an account, and a model of it. */
type Account = AnimusAccount & { model: string }

/** Generous: a language model thinks, and a real network is between. */
const patience = { timeout: 60_000 }

const messages = [{ role: 'user', content: 'Say good day in one short sentence.' }] as const

/**
 * What the app relies on, told of any Animus: the real one or its stand-in. Costs the real one a few
 * short replies.
 */
export function animusContract(name: string, account: () => Account) {
  describe(`the contract with ${name}`, patience, () => {
    /** A page whose token is what `token` says. */
    function chatWith(token: () => Promise<string>) {
      const { baseUrl, model } = account()
      return createAnimusChat({
        async mint() {
          const accessToken = await token()
          return {
            accessToken,
            expiresAt: new Date(Date.now() + 60_000).toISOString(),
            animus: { token: accessToken },
            apiBaseUrl: baseUrl,
            sessionId: 'contract',
            model,
            instructions: 'You are friendly and brief.',
          }
        },
        live: async () => {},
      })
    }
    const minted = async () => (await createAnimusApi(account()).generateToken()).token
    const reply = async (token: () => Promise<string>) => {
      const events: ChatEvent[] = []
      const request = { personaId: 'contract', messages }
      const signal = AbortSignal.timeout(patience.timeout)
      for await (const event of chatWith(token).reply(request, signal)) events.push(event)
      return events
    }

    test('a key has a token made that lives for more than a minute', async () => {
      const { expiresAt } = await createAnimusApi(account()).generateToken()
      expect(expiresAt - Date.now()).toBeGreaterThan(60_000)
    })

    test('a wrong key is our trouble, and not the visitor’s', async () => {
      const wrong = createAnimusApi({ ...account(), apiKey: 'wrong' })
      await expect(wrong.generateToken()).rejects.toMatchObject({
        code: 'vendor_rejected_credentials',
      })
    })

    test('a token streams a reply over /v3: words, then its end', async () => {
      const events = await reply(minted)
      expect(events.filter(({ type }) => type === 'delta').length).toBeGreaterThan(0)
      expect(events.at(-1)).toMatchObject({ type: 'done', finish: 'complete' })
    })

    test('a token that is none is a 401, after which a page asks for another', async () => {
      const error = await reply(async () => 'e30.e30.c2ln').catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(ConversationError)
      expect(error).toMatchObject({ failure: { code: 'token_refused' } })
    })

    test('the key streams a reply over /v2', async () => {
      const { baseUrl, apiKey, model } = account()
      const system = 'You are friendly and brief.'
      const response = await fetch(`${baseUrl}/v2/chat/completions`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(completionRequest({ model, system, messages, maxTokens: 60 })),
      })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
      expect(await response.text()).toMatch(/data: \[DONE\]\s*$/)
    })

    test('pages of other origins may ask /v3, with what a page of ours sends', async () => {
      const response = await fetch(`${account().baseUrl}/v3/chat/completions`, {
        method: 'OPTIONS',
        headers: {
          Origin: 'http://localhost:3000',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization,content-type',
        },
      })
      expect(response.ok).toBe(true)
      const allowed = (name: string) => response.headers.get(`access-control-allow-${name}`) ?? ''
      expect(['*', 'http://localhost:3000']).toContain(allowed('origin'))
      expect(allowed('headers').toLowerCase()).toMatch(/\*|authorization/)
    })
  })
}
