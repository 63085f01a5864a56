/** An answer in the shape of Privy's errors; `code` is one of the enum in `@privy-io/api-base`. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string | undefined,
    message: string,
  ) {
    super(message)
  }
}

export const invalidToken = () =>
  new ApiError(401, 'missing_or_invalid_token', 'Invalid auth token.')
