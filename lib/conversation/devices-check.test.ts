import { beforeEach, describe, expect, it } from 'vitest'
import { createMicrophoneCheck } from './devices-check'
import type { MicrophoneResult } from './microphone'
import { gate, openStream } from './testing/room'

const opened: MediaStreamTrack[] = []
beforeEach(() => {
  opened.length = 0
})

async function open(): Promise<MicrophoneResult> {
  const result = openStream()
  if (result.status === 'granted') opened.push(...result.stream.getTracks())
  return result
}

const live = () => opened.filter(({ readyState }) => readyState === 'live')

describe('a microphone that is tried', () => {
  it('is open after the press, and closed after stop', async () => {
    const check = createMicrophoneCheck(open)
    await check.ask()
    expect(check.state.get().status).toBe('granted')
    check.stop()
    expect(check.state.get().status).toBe('off')
    expect(live()).toEqual([])
  })

  it('is asked for at once, inside the press', () => {
    const check = createMicrophoneCheck(open)
    void check.ask()
    expect(opened).toHaveLength(1)
    expect(check.state.get().status).toBe('asking')
    check.stop()
  })

  it('leaves nothing open when the answer comes after stop', async () => {
    const answer = gate()
    const check = createMicrophoneCheck(() => answer.opened().then(open))
    const asking = check.ask()
    check.stop()
    answer.open()
    await asking
    expect(opened).toHaveLength(1)
    expect(live()).toEqual([])
    expect(check.state.get().status).toBe('off')
  })

  it('is only one, also when another is chosen', async () => {
    const check = createMicrophoneCheck(open)
    await check.ask()
    await Promise.all([check.ask('a'), check.ask('b')])
    expect(opened).toHaveLength(3)
    expect(live()).toHaveLength(1)
    check.stop()
  })

  it('gives way to another device when it is pulled out', async () => {
    const asked: (string | undefined)[] = []
    const check = createMicrophoneCheck((deviceId) => {
      asked.push(deviceId)
      return open()
    })
    await check.ask('headset')
    opened[0]?.dispatchEvent(new Event('ended'))
    await new Promise((resolve) => setTimeout(resolve))
    expect(asked).toEqual(['headset', undefined])
    check.stop()
    expect(live()).toEqual([])
  })

  it('says why it cannot be had, and can be asked for again', async () => {
    let result: () => Promise<MicrophoneResult> = async () => ({ status: 'denied' })
    const check = createMicrophoneCheck(() => result())
    await check.ask()
    expect(check.state.get()).toEqual({ status: 'denied' })
    result = open
    await check.ask()
    expect(check.state.get().status).toBe('granted')
    check.stop()
  })
})
