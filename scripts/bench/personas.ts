import { z } from 'zod'
import { emailTokens } from '../../e2e/stand-ins'
import { blankContent } from '../../lib/personas/blank'
import { median } from './median'

const count = 500
const times = 30
const created = z.object({ id: z.string(), version: z.number() })

/** The gallery of somebody who has 500 personas, searching in it, and saving one of them. */
export async function benchPersonas({ app, privy }: { app: string; privy: string }) {
  const email = `gallery-${Date.now()}@example.org`
  const { identityToken } = await emailTokens(email, privy)
  const ask = async (path: string, method = 'GET', body?: unknown) => {
    const started = performance.now()
    const response = await fetch(`${app}${path}`, {
      method,
      headers: {
        cookie: `privy-id-token=${identityToken}`,
        'privy-id-token': identityToken,
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return { text, ms: performance.now() - started }
  }
  const persona = (n: number) => ({
    ...blankContent,
    name: `Persona ${n}`,
    tagline: `Number ${n} of many`,
    systemPrompt: 'You are one of many. '.repeat(200),
  })
  let last = { id: '', version: 0 }
  for (let n = 0; n < count; n += 1) {
    last = created.parse(
      JSON.parse((await ask('/api/personas', 'POST', { content: persona(n) })).text),
    )
  }

  const report = async (name: string, target: number, once: (n: number) => Promise<number>) => {
    await once(0)
    const all: number[] = []
    for (let n = 1; n <= times; n += 1) all.push(await once(n))
    const [middle, worst] = [median(all), Math.max(...all)]
    console.log(
      `${name}: median ${middle.toFixed(0)} ms, worst of ${times} ${worst.toFixed(0)} ms (target ${target} ms)`,
    )
  }
  await report(
    `gallery of ${count} personas, first page`,
    150,
    async () => (await ask('/personas')).ms,
  )
  await report('search, page', 100, async (n) => (await ask(`/personas?q=number+${n}`)).ms)
  await report('search, API', 100, async (n) => (await ask(`/api/personas?q=number+${n}`)).ms)
  await report('save', 50, async (n) => {
    const body = { version: last.version, content: persona(1_000 + n) }
    const { ms, text } = await ask(`/api/personas/${last.id}`, 'PUT', body)
    last = { ...last, ...z.object({ version: z.number() }).parse(JSON.parse(text)) }
    return ms
  })
}
