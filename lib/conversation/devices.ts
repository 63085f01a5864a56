/** A microphone or a speaker as it is offered to the visitor. */
export interface Device {
  /** The browser's id. */
  id: string
  label: string
}

export type DeviceKind = 'audioinput' | 'audiooutput'

const nouns = { audioinput: 'Microphone', audiooutput: 'Speaker' }

/** Chromium names the maker and the model of a USB device by number, which helps nobody. */
const usbNumbers = /\s*\([0-9a-f]{4}:[0-9a-f]{4}\)$/i

/**
 * The devices of a kind. None before the visitor has allowed the microphone: until then browsers
 * list one without id and name.
 */
export function devicesOf(
  all: Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[],
  kind: DeviceKind,
): Device[] {
  const known = new Map<string, Device>()
  const labels = new Map<string, number>()
  for (const { kind: itsKind, deviceId: id, label } of all) {
    if (itsKind !== kind || !id || known.has(id)) continue
    const name = label.replace(usbNumbers, '').trim() || `${nouns[kind]} ${known.size + 1}`
    const times = (labels.get(name) ?? 0) + 1
    labels.set(name, times)
    known.set(id, { id, label: times > 1 ? `${name} (${times})` : name })
  }
  return [...known.values()]
}

/**
 * Calls with the devices of a kind, now and whenever one comes or goes, until the returned function
 * is called.
 */
export function watchDevices(kind: DeviceKind, onDevices: (devices: Device[]) => void): () => void {
  const media = globalThis.navigator?.mediaDevices
  if (!media?.enumerateDevices) return () => {}
  let asked = 0
  async function list() {
    asked += 1
    const mine = asked
    const all = await media.enumerateDevices().catch(() => [])
    // An older answer may come later than a newer one.
    if (mine === asked) onDevices(devicesOf(all, kind))
  }
  void list()
  media.addEventListener('devicechange', list)
  return () => {
    asked += 1
    media.removeEventListener('devicechange', list)
  }
}
