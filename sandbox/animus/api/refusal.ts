/** An answer in the gateway's shape: `{message}`, or `{detail}` from the service behind it [sdk]. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly options: { field?: 'message' | 'detail'; retryAfter?: number } = {},
  ) {
    super(message)
  }

  get body() {
    return { [this.options.field ?? 'message']: this.message }
  }
}

export const unauthorized = () => new Refusal(401, 'Unauthorized')

export const badRequest = (detail: string) => new Refusal(400, detail, { field: 'detail' })
