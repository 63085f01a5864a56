import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Device, devicesOf, watchDevices } from './devices'

afterEach(() => vi.unstubAllGlobals())

const input = (deviceId: string, label = '') => ({ kind: 'audioinput' as const, deviceId, label })
const output = (deviceId: string, label = '') => ({ kind: 'audiooutput' as const, deviceId, label })

describe('the devices of a kind', () => {
  it('are listed by their names, each kind for itself', () => {
    const all = [input('a', 'Built-in'), output('b', 'Headphones')]
    expect(devicesOf(all, 'audioinput')).toEqual([{ id: 'a', label: 'Built-in' }])
    expect(devicesOf(all, 'audiooutput')).toEqual([{ id: 'b', label: 'Headphones' }])
  })

  it('are none while the browser hides them', () => {
    expect(devicesOf([input(''), output('')], 'audioinput')).toEqual([])
  })

  it('get a number where the browser gives no name', () => {
    const labels = devicesOf([input('a'), input('b')], 'audioinput').map(({ label }) => label)
    expect(labels).toEqual(['Microphone 1', 'Microphone 2'])
  })

  it('can be told apart when two have the same name', () => {
    const labels = devicesOf([input('a', 'USB'), input('b', 'USB')], 'audioinput')
    expect(labels.map(({ label }) => label)).toEqual(['USB', 'USB (2)'])
  })

  it('are named without the numbers of a USB device', () => {
    const [device] = devicesOf([input('a', 'Headset (046d:0A38)')], 'audioinput')
    expect(device?.label).toBe('Headset')
  })

  it('are listed once, whatever the browser repeats', () => {
    expect(devicesOf([input('a', 'One'), input('a', 'One')], 'audioinput')).toHaveLength(1)
  })
})

/** A browser with these devices, and a way to plug and unplug them. */
function browser(all: ReturnType<typeof input>[]) {
  const media = Object.assign(new EventTarget(), { enumerateDevices: async () => all })
  vi.stubGlobal('navigator', { mediaDevices: media })
  return (next: ReturnType<typeof input>[]) => {
    all = next
    media.dispatchEvent(new Event('devicechange'))
  }
}

const soon = () => new Promise((resolve) => setTimeout(resolve))

describe('watching devices', () => {
  it('tells those that are there, and whatever comes and goes', async () => {
    const change = browser([input('a', 'One')])
    const told: Device[][] = []
    const stop = watchDevices('audioinput', (devices) => told.push(devices))
    await soon()
    change([input('a', 'One'), input('b', 'Two')])
    await soon()
    expect(told.map((devices) => devices.length)).toEqual([1, 2])
    stop()
    change([])
    await soon()
    expect(told).toHaveLength(2)
  })

  it('tells nothing after it was stopped, even what was asked before', async () => {
    browser([input('a', 'One')])
    const told: Device[][] = []
    watchDevices('audioinput', (devices) => told.push(devices))()
    await soon()
    expect(told).toEqual([])
  })

  it('is silent where the browser has no devices', () => {
    vi.stubGlobal('navigator', {})
    expect(() => watchDevices('audioinput', () => {})()).not.toThrow()
  })
})
