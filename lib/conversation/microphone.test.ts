import { afterEach, describe, expect, it, vi } from 'vitest'
import { openMicrophone } from './microphone'

afterEach(() => vi.unstubAllGlobals())

/** A browser whose `getUserMedia` rejects with this. */
function browserRejecting(error: unknown) {
  const getUserMedia = () => Promise.reject(error)
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } })
}

const statusOf = async () => (await openMicrophone()).status

describe('a microphone that cannot be opened', () => {
  it.each([
    ['NotAllowedError', 'Permission denied', 'denied'],
    ['NotAllowedError', 'Permission denied by system', 'denied'],
    ['NotAllowedError', 'Permission dismissed', 'unanswered'],
    ['SecurityError', '', 'blocked'],
    ['NotFoundError', 'Requested device not found', 'missing'],
    ['OverconstrainedError', '', 'missing'],
    ['NotReadableError', 'Could not start audio source', 'busy'],
    ['AbortError', '', 'busy'],
    ['TypeError', '', 'unsupported'],
  ] as const)('%s “%s” is %s', async (name, message, status) => {
    browserRejecting(new DOMException(message, name))
    expect(await statusOf()).toBe(status)
  })

  it('is blocked, not denied, where the page’s policy forbids it', async () => {
    browserRejecting(new DOMException('Permission denied', 'NotAllowedError'))
    vi.stubGlobal('document', { featurePolicy: { allowsFeature: () => false } })
    expect(await statusOf()).toBe('blocked')
  })

  it('is unsupported where the browser has no devices at all', async () => {
    vi.stubGlobal('navigator', {})
    expect(await statusOf()).toBe('unsupported')
  })

  it('survives an error that is none', async () => {
    browserRejecting('no')
    expect(await statusOf()).toBe('unsupported')
  })
})

describe('the microphone that a visitor prefers', () => {
  /** A browser with these devices, of which the first is the system's choice. */
  function browserWith(ids: string[]) {
    const getUserMedia = async ({ audio }: { audio: { deviceId?: { exact: string } } }) => {
      const id = audio.deviceId?.exact ?? ids[0]
      if (!id || !ids.includes(id)) throw new DOMException('', 'OverconstrainedError')
      return { id }
    }
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } })
  }

  it('is the one that is opened', async () => {
    browserWith(['built-in', 'headset'])
    expect(await openMicrophone('headset')).toEqual({
      status: 'granted',
      stream: { id: 'headset' },
    })
  })

  it('is replaced by the system’s choice when it is unplugged', async () => {
    browserWith(['built-in'])
    expect(await openMicrophone('headset')).toEqual({
      status: 'granted',
      stream: { id: 'built-in' },
    })
  })

  it('is missing when there is none at all', async () => {
    browserWith([])
    expect(await openMicrophone('headset')).toEqual({ status: 'missing' })
  })
})
