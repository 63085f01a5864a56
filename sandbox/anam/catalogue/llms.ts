import { CREATED_AT } from './avatars'
import { stableId } from './stable-id'

/** Turns the persona into a mouth only: the page says what is spoken (documented by the vendor). */
export const CLIENT_SIDE_LLM = 'CUSTOMER_CLIENT_V1'

export type Manner = 'warm' | 'concise'

interface LlmEntry {
  manner: Manner
  name: string
  about: string
}

const LLMS: LlmEntry[] = [
  { manner: 'warm', name: 'Hearth', about: 'Warm and talkative: asks back, thinks aloud.' },
  { manner: 'concise', name: 'Flint', about: 'Short and to the point.' },
]

const byId = new Map(LLMS.map((llm) => [stableId(`llm ${llm.manner}`), llm]))

export const isLlm = (id: string) => id === CLIENT_SIDE_LLM || byId.has(id)

/** The brain behind a model id; undefined for the client-side one. */
export const findLlm = (id: string): LlmEntry | undefined => byId.get(id)

const usual = {
  urls: [],
  temperature: 0,
  maxTokens: 256,
  deploymentName: null,
  apiVersion: null,
  metadata: {},
  isGlobal: true,
  isZdr: true,
  reasoningEffort: 'default' as const,
  reasoningFormat: 'parsed' as const,
  createdByOrganizationId: null,
  createdAt: CREATED_AT,
  updatedAt: null,
}

/** As accounts list it (observed in August 2026): a model like any other, but for its format. */
const noLlm = {
  ...usual,
  id: CLIENT_SIDE_LLM,
  displayName: 'Disable LLM',
  description: 'The page says what is spoken.',
  llmFormat: 'none' as const,
  modelName: '',
  displayTags: [],
  isDefault: false,
}

/** The catalogue in the vendor's shape. */
export function listLlms() {
  const llms = [...byId].map(([id, { manner, name, about }]) => ({
    ...usual,
    id,
    displayName: name,
    description: `${about} Rules on this machine, not a language model.`,
    llmFormat: 'openai' as const,
    modelName: `${name.toLowerCase()}-local`,
    displayTags: [manner, 'local'],
    isDefault: manner === 'warm',
  }))
  return [...llms, noLlm]
}
