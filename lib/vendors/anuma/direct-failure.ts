import { ConversationError, type Failure } from '@/lib/conversation/failure'
import { problemOfError } from './stream-problems'

/**
 * What an answer of Anuma's means that is not a success, where visitors pay for themselves. Its
 * words are not read, but for the names of what is wrong.
 */
export async function ownRefusal(response: Response): Promise<ConversationError> {
  const { status } = response
  const body: unknown = await response.json().catch(() => undefined)
  const { code } = problemOfError(body, status)
  // A 403 is about the plan of whoever pays; nobody else's credential was sent (reference B4).
  return new ConversationError(own({ code: status === 403 ? 'own_plan_too_small' : code }))
}

/** The balance that is used up is the visitor's, also where the stream itself says so. */
const own = (failure: Failure): Failure =>
  failure.code === 'vendor_out_of_credit' ? { ...failure, code: 'own_credit_used' } : failure

/** The same events; a failure that is about money is about the visitor's. */
export async function* whoPays<Event>(events: AsyncIterable<Event>): AsyncGenerator<Event, void> {
  try {
    yield* events
  } catch (error) {
    throw error instanceof ConversationError
      ? new ConversationError(own(error.failure), { cause: error })
      : error
  }
}
