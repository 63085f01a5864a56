import { ORGANIZATION_ID } from '../catalogue/avatars'
import { stableId } from '../catalogue/stable-id'
import type { StartedSession } from '../engine/sessions'

const API_KEY_ID = stableId('api key')

const isoOrNull = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString())

/** A session in the vendor's shape. */
export function sessionView({ record }: StartedSession) {
  const { id, request, startedAt, endedAt, exitStatus, engineHost, clientMetadata } = record
  return {
    id,
    personaId: null,
    clientLabel: request.clientLabel ?? null,
    startTime: new Date(startedAt).toISOString(),
    endTime: isoOrNull(endedAt),
    sessionLengthMs: endedAt === undefined ? null : endedAt - startedAt,
    exitStatus: exitStatus ?? null,
    engineHost,
    engineProtocol: 'http',
    engineVersion: 'local',
    clientMetadata,
    personaConfig: { type: 'ephemeral', ...request.personaConfig },
    apiKeyId: API_KEY_ID,
    organizationId: ORGANIZATION_ID,
    createdAt: new Date(startedAt).toISOString(),
    updatedAt: isoOrNull(endedAt),
  }
}

/** Its transcript in the vendor's shape. */
export function transcriptView({ record, engine }: StartedSession) {
  const { entries } = engine.conversation.transcript
  const { personaConfig } = record.request
  return {
    sessionId: record.id,
    personaName: 'name' in personaConfig ? (personaConfig.name ?? null) : null,
    startTime: new Date(record.startedAt).toISOString(),
    endTime: isoOrNull(record.endedAt),
    durationMs: record.endedAt === undefined ? null : record.endedAt - record.startedAt,
    totalMessages: entries.length,
    transcriptsEnabled: true,
    messages: entries,
  }
}
