import wrtc from '@roamhq/wrtc'
import { afterEach, beforeEach, vi } from 'vitest'
import { createConversation } from '../controller'
import type { Conversation } from '../conversation'
import type { MicrophoneResult } from '../microphone'
import { KeptLedger } from './kept-ledger'
import { ScriptedBrain } from './scripted-brain'
import { type Script, ScriptedTransport } from './scripted-transport'

/** The window of the test: dispatch `online` or `pagehide` on it. */
export let page = new EventTarget()

/** Time stands still between the steps of a test. */
export function stillTime() {
  beforeEach(() => {
    vi.useFakeTimers()
    page = new EventTarget()
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
}

/** The scripted transport draws nothing. */
export const video: HTMLVideoElement = Object.create(null)

const tracks: MediaStreamTrack[] = []

/** Every microphone that this test has opened. */
export const openedTracks = (): readonly MediaStreamTrack[] => tracks
export const liveTracks = () => tracks.filter(({ readyState }) => readyState === 'live')

/** A real audio track, which can be stopped and looked at. */
export function openStream(): MicrophoneResult {
  const track = new wrtc.nonstandard.RTCAudioSource().createTrack()
  tracks.push(track)
  return { status: 'granted', stream: new wrtc.MediaStream([track]) }
}

export interface Room {
  conversation: Conversation
  transport: ScriptedTransport
  ledger: KeptLedger
  /** Who thinks for a persona with a brain. */
  brain: ScriptedBrain
}

export function room(
  script: Script = {},
  microphone: () => Promise<MicrophoneResult> = async () => openStream(),
  more: { ring?: () => void } = {},
): Room {
  tracks.length = 0
  const transport = new ScriptedTransport(script)
  const ledger = new KeptLedger()
  const brain = new ScriptedBrain()
  const conversation = createConversation({
    transport: () => transport,
    ledger,
    microphone,
    chatWith: async () => brain,
    ...more,
  })
  return { transport, ledger, conversation, brain }
}

export const phase = ({ conversation }: Room) => conversation.state.get().phase
export const begin = ({ conversation }: Room) =>
  conversation.start({ invitation: { personaId: 'mira' }, video })

/** Lets everything that is due happen. */
export const settle = () => vi.advanceTimersByTimeAsync(10)

/** A room in which a conversation is live. */
export async function talking(script?: Script): Promise<Room> {
  const talk = room(script)
  begin(talk)
  await settle()
  if (phase(talk) !== 'live') throw new Error(`Not live but ${phase(talk)}`)
  return talk
}

/** A promise that the test resolves. */
export function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened: () => opened, open }
}
