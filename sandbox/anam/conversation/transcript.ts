/** A turn as `GET /v1/sessions/{id}/transcript` gives it. */
export interface TranscriptEntry {
  role: 'user' | 'persona'
  message: string
  timestamp: string
  speakingDurationSeconds: number | null
  wasInterrupted?: boolean
}

/** What was said in a session, in order. */
export class Transcript {
  readonly entries: TranscriptEntry[] = []

  addUser(message: string, at: number, seconds: number | null) {
    this.entries.push({
      role: 'user',
      message,
      timestamp: new Date(at).toISOString(),
      speakingDurationSeconds: seconds,
    })
  }

  addPersona(message: string, at: number, seconds: number, wasInterrupted: boolean) {
    this.entries.push({
      role: 'persona',
      message: message.trim(),
      timestamp: new Date(at).toISOString(),
      speakingDurationSeconds: Math.round(seconds * 10) / 10,
      wasInterrupted,
    })
  }
}
