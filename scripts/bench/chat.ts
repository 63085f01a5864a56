import { launch } from '../../e2e/launch'
import { emailTokens } from '../../e2e/stand-ins'
import { readEvents } from '../../lib/chat/read-events'
import { median } from './median'
import { now, stampingVendor } from './stamping-vendor'

const rounds = 40
const parallel = 50
const words = 30
const everyMs = 30

interface Measured {
  /** What our server says of its own parts. */
  parts: string
  /** From asking to the first word. */
  firstMs: number
  /** Of each word, from being sent to being read. */
  delays: number[]
}

/** Asks for a reply and reads it, or leaves after so many words. */
async function measure(ask: (signal: AbortSignal) => Promise<Response>, leaveAfter = words) {
  const abort = new AbortController()
  const started = now()
  const response = await ask(abort.signal)
  if (!response.ok || !response.body) throw new Error(`answered ${response.status}`)
  const parts = response.headers.get('server-timing') ?? ''
  const measured: Measured & { leftAt?: number } = { parts, firstMs: Number.NaN, delays: [] }
  for await (const { event, data } of readEvents(response.body)) {
    const stamp = /"(?:text|content)":"([\d.]+) "/.exec(data)?.[1]
    if (event === 'error') throw new Error(data)
    if (!stamp) continue
    if (measured.delays.length === 0) measured.firstMs = now() - started
    measured.delays.push(now() - Number(stamp))
    if (measured.delays.length < leaveAfter || leaveAfter === words) continue
    measured.leftAt = now()
    abort.abort()
    break
  }
  return measured
}

/** The median of each part that our server names, vendor excepted. */
function partsOf(all: Measured[]): string {
  const named = all.flatMap(({ parts }) => [...parts.matchAll(/(\w+);dur=([\d.]+)/g)])
  return ['auth', 'persona', 'ledger']
    .map((part) => {
      const times = named.filter(([, name]) => name === part).map(([, , time]) => Number(time))
      return `${part} ${ms(median(times))}`
    })
    .join(', ')
}

const ms = (value: number) => `${value.toFixed(1)} ms`
const ratio = (ours: number, direct: number) => `${(ours / direct).toFixed(2)} times`
const worst = (numbers: number[]) => Math.max(...numbers)
const late = (numbers: number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.95)] ?? 0

/**
 * What our server adds to a chat, against the same vendor asked directly, in turns: to the first
 * word, to each word, and with many streams at once; and how soon the vendor learns that somebody
 * has left.
 */
export async function benchChat() {
  const vendor = await stampingVendor({ words, everyMs })
  const launched = await launch({
    mode: 'preview',
    port: Number(process.env.BENCH_PORT ?? 3600),
    dataDir: '.data/bench-chat',
    env: {
      ANUMA_API_KEY: 'anuma_test_bench',
      ANUMA_API_URL: vendor.url,
      ANUMA_MODEL: 'bench/stamps',
      LIMIT_CHAT_REPLIES_PER_HOUR: '100000',
      LIMIT_APP_CHAT_REPLIES_PER_DAY: '1000000',
    },
  })
  try {
    const people = await Promise.all(
      Array.from({ length: parallel / 2 }, (_, n) =>
        emailTokens(`chat-${n}-${Date.now()}@example.org`, launched.urls.privy),
      ),
    )
    const ours = (person: number) => (signal: AbortSignal) =>
      fetch(`${launched.urls.app}/api/chat`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'privy-id-token': people[person % people.length]?.identityToken ?? '',
        },
        body: JSON.stringify({ vendor: 'anuma', messages: [{ role: 'user', content: 'Hello' }] }),
        signal,
      })
    const direct = (signal: AbortSignal) => fetch(vendor.url, { method: 'POST', signal })

    const one = { ours: [] as Measured[], direct: [] as Measured[] }
    const asked: number[] = []
    for (let round = 0; round < rounds + 5; round += 1) {
      const plain = await measure(direct)
      const started = now()
      const through = await measure(ours(round))
      // The first ones compile and connect.
      if (round < 5) continue
      one.direct.push(plain)
      one.ours.push(through)
      asked.push((vendor.streams.at(-1)?.askedAt ?? Number.NaN) - started)
    }
    const first = (all: Measured[]) => median(all.map(({ firstMs }) => firstMs))
    const firstDelay = (all: Measured[]) => median(all.map(({ delays }) => delays[0] ?? Number.NaN))
    const delays = (all: Measured[]) => all.flatMap(({ delays }) => delays)
    console.log(
      `Chat, ask to first word: through us ${ms(first(one.ours))}, direct ${ms(first(one.direct))}: we add ${ms(first(one.ours) - first(one.direct))}, of that ${ms(median(asked))} until the vendor is asked (${partsOf(one.ours)}) and ${ms(firstDelay(one.ours) - firstDelay(one.direct))} on its first word`,
    )
    console.log(
      `Chat, vendor's word to reader: median through us ${ms(median(delays(one.ours)))}, direct ${ms(median(delays(one.direct)))} (${ratio(median(delays(one.ours)), median(delays(one.direct)))}); 95% within ${ms(late(delays(one.ours)))} and ${ms(late(delays(one.direct)))}; words every ${everyMs} ms`,
    )

    const leaving: number[] = []
    for (let round = 0; round < 20; round += 1) {
      const { leftAt = Number.NaN } = await measure(ours(round), 3)
      const stream = vendor.streams.at(-1)
      while (stream && stream.leftAt === undefined) await new Promise((go) => setTimeout(go, 1))
      leaving.push((stream?.leftAt ?? Number.NaN) - leftAt)
    }
    console.log(
      `Chat, reader leaves to vendor released: median ${ms(median(leaving))}, longest ${ms(worst(leaving))}`,
    )

    const crowd = async (ask: (n: number) => (signal: AbortSignal) => Promise<Response>) =>
      Promise.all(Array.from({ length: parallel }, (_, n) => measure(ask(n))))
    const many = { direct: await crowd(() => direct), ours: await crowd(ours) }
    const whole = many.ours.filter(({ delays }) => delays.length === words).length
    console.log(
      `Chat, ${parallel} streams at once: ${whole} whole; vendor's word to reader: median through us ${ms(median(delays(many.ours)))}, direct ${ms(median(delays(many.direct)))}; 95% within ${ms(late(delays(many.ours)))} and ${ms(late(delays(many.direct)))}; first word after ${ms(first(many.ours))}`,
    )
  } finally {
    await launched.stop()
    await vendor.close()
  }
}
