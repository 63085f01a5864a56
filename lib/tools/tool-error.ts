/** How a tool can end without a result. */
type Refusal = 'declined' | 'unanswered' | 'failed'

/** Why a tool has no result. The message is for the persona. */
export class ToolError extends Error {
  constructor(
    readonly state: Refusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
