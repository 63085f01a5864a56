import { expect, it } from 'vitest'
import { createConversation } from './controller'
import { KeptLedger } from './testing/kept-ledger'
import { openStream, settle, stillTime, talking, video } from './testing/room'
import { ScriptedTransport } from './testing/scripted-transport'

stillTime()

it('a talk that starts muted is never heard before it is unmuted', async () => {
  const transport = new ScriptedTransport()
  const conversation = createConversation({
    transport: () => transport,
    ledger: new KeptLedger(),
    microphone: async () => openStream(),
    startsMuted: () => true,
  })
  conversation.start({ invitation: { personaId: 'mira' }, video })
  await settle()
  expect(conversation.state.get()).toMatchObject({ phase: 'live', muted: true })
  expect(transport.last).toMatchObject({ openedMuted: true, muted: true })
  conversation.setMuted(false)
  expect(transport.last).toMatchObject({ muted: false })
})

it('a visitor who was muted is not heard by a new connection, not even while it is opened', async () => {
  const { conversation, transport } = await talking()
  expect(transport.last).toMatchObject({ openedMuted: false, muted: false })
  conversation.setMuted(true)
  transport.last.tell({ type: 'closed', reason: 'connection_lost' })
  await settle()
  expect(transport.last).toMatchObject({ id: 'session-2', openedMuted: true, muted: true })
})
