import { z } from 'zod'
import { CallFailure, callApi } from '@/lib/http/call-api'
import { saveAs } from '@/lib/save-as'
import { refusalOf } from './import-words'
import { maxPersonaBytes } from './persona'

const created = z.object({ id: z.string(), version: z.number() })
const path = (id: string, rest = '') => `/api/personas/${encodeURIComponent(id)}${rest}`
const createdIn = async (response: Response) => created.parse(await response.json())

// What the gallery asks of the server. Each throws `CallFailure`.

export const duplicatePersona = async (id: string) =>
  createdIn(await callApi(path(id, '/duplicate'), 'POST'))

export async function removePersona(id: string): Promise<void> {
  await callApi(path(id), 'DELETE')
}

export async function restorePersona(id: string): Promise<void> {
  await callApi(path(id, '/restore'), 'POST')
}

export async function chooseDefault(personaId: string): Promise<void> {
  await callApi('/api/profile/default-persona', 'PUT', { personaId })
}

/** Keeps a persona as a file, under the name that the server gives it. */
export async function downloadPersona(id: string): Promise<void> {
  const response = await callApi(path(id, '/export'), 'GET')
  const named = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')
  saveAs(named?.[1] ?? 'persona.json', await response.blob())
}

/** Makes a persona of a file that one was exported to. */
export async function importPersona(file: File): Promise<z.infer<typeof created>> {
  if (file.size > maxPersonaBytes) {
    const detail = `${file.name} is too large to be a persona: at most ${maxPersonaBytes / 1_000} kB.`
    throw new CallFailure({ code: 'payload_too_large', detail })
  }
  let document: unknown
  try {
    document = JSON.parse(await file.text())
  } catch {
    throw new CallFailure({ code: 'invalid_request', detail: `${file.name} is not JSON.` })
  }
  const refusal = refusalOf(document)
  if (refusal) throw new CallFailure({ code: 'invalid_request', ...refusal })
  return createdIn(await callApi('/api/personas/import', 'POST', document))
}
