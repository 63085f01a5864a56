import { describe, expect, test } from 'vitest'
import { lastChoice } from './last-choice'

/** A server whose answers take as long as they are told to. */
function slowServer() {
  const waiting: { resolve: () => void; reject: (why: Error) => void }[] = []
  const asked: string[] = []
  let kept = 'nobody'
  const write = async (value: string) => {
    asked.push(value)
    await new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }))
    kept = value
  }
  const answer = async (index: number, failure?: Error) => {
    if (failure) waiting[index]?.reject(failure)
    else waiting[index]?.resolve()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { write, answer, asked, kept: () => kept }
}

const soon = () => new Promise((resolve) => setTimeout(resolve))

describe('a choice that is written', () => {
  test('is the last one that was made, and those in between are left out', async () => {
    const server = slowServer()
    const choose = lastChoice<string>('nobody', server.write)
    const outcomes = [choose('mira'), choose('jonas'), choose('omar')]
    await soon()
    expect(server.asked).toEqual(['omar'])
    await server.answer(0)
    expect((await Promise.all(outcomes)).map(({ isLast }) => isLast)).toEqual([false, false, true])
    expect(server.kept()).toBe('omar')
  })

  test('is not overtaken by one whose answer takes longer', async () => {
    const server = slowServer()
    const choose = lastChoice<string>('nobody', server.write)
    const first = choose('mira')
    await soon()
    const second = choose('jonas')
    await soon()
    // The second waits, so the first cannot land after it.
    expect(server.asked).toEqual(['mira'])
    await server.answer(0)
    await server.answer(1)
    expect([await first, await second].map(({ isLast }) => isLast)).toEqual([false, true])
    expect(server.kept()).toBe('jonas')
  })

  test('that fails leaves what was kept before, and says so', async () => {
    const server = slowServer()
    const choose = lastChoice<string>('nobody', server.write)
    const first = choose('mira')
    await soon()
    const second = choose('jonas')
    await server.answer(0)
    const lost = new Error('Lost')
    await server.answer(1, lost)
    expect(await first).toEqual({ isLast: false, kept: 'mira' })
    expect(await second).toEqual({ isLast: true, kept: 'mira', failure: lost })
  })
})
