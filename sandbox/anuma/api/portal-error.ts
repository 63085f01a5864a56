interface Details {
  type?: string
  code?: string
  retryAfter?: number
  /** Further fields of the body. */
  more?: Readonly<Record<string, unknown>>
}

/** An answer in the portal's envelope, where `error` is a string [sdk]. */
export class PortalError extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    readonly details: Details = {},
  ) {
    super(error)
  }

  /** The body; `id` is that of the request. */
  body(id: string) {
    const { type, code, more } = this.details
    return { error: this.error, type, code, ...more, request_id: id, trace_id: `trace_${id}` }
  }
}

export const badRequest = (error: string) =>
  new PortalError(400, error, { type: 'invalid_request_error', code: 'bad_request' })

export const unauthorized = (error: string) =>
  new PortalError(401, error, { type: 'authentication_error', code: 'unauthorized' })

/** 402, for a balance as for a spending cap. `gate` says which [sdk]. */
export const insufficientBalance = (gate = 'minimum') =>
  new PortalError(402, 'insufficient_balance', {
    type: 'billing_error',
    code: 'payment_required',
    more: { required_micro_usd: 100, available_micro_usd: 0, gate },
  })

/** 403, in an envelope without a code [3p]. */
export const tierRequired = (model: string, tier: string) =>
  new PortalError(403, 'model_tier_required', { more: { model, required_tier: tier } })
