import { badRequest, PortalError, tierRequired } from '../api/portal-error'
import { CATALOGUE, CURATED, type CuratedModel, DEFAULT_MODEL } from './models'

const unroutable = (error: string) =>
  new PortalError(404, error, { type: 'invalid_request_error', code: 'model_not_found' })

/** The model that answers a request. Throws the portal's refusal. */
export function pickModel(id: string): CuratedModel {
  if (!/^[^/\s]+\/\S+$/.test(id)) throw badRequest('model must be in provider/model format')
  const found = CURATED.find((model) => model.id === id)
  if (!found) throw unroutable(CATALOGUE.includes(id) ? 'model not available' : 'model_not_found')
  // A retired model is served by the default of the tier [sdk].
  const model = found.retired ? CURATED.find((one) => one.id === DEFAULT_MODEL) : found
  if (!model) throw unroutable('model not available')
  if (model.required_tier) throw tierRequired(model.id, model.required_tier)
  if (model.category === 'image') throw unroutable('model not available')
  return model
}
