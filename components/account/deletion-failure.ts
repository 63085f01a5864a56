import { CallFailure, failureWords } from '@/lib/http/call-api'

/** What came of a deletion that did not succeed. Without an answer nobody knows. */
export function deletionFailure(error: unknown): string {
  const isRefused = error instanceof CallFailure && error.code !== 'offline'
  return isRefused
    ? `Your account was not deleted. ${failureWords(error)}`
    : 'No answer came, so your account may be deleted or not. Check your connection, then try again.'
}
