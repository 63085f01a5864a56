/** What an error inside a stream says [sdk]. */
interface StreamError {
  message: string
  type: string
  code: string
  trace_id: string
  request_id: string
}

/** The frames of one reply, in one of the vendor's dialects. */
export interface Frames {
  opening: object[]
  beforeThoughts: object[]
  thought(text: string, index: number): object
  afterThoughts: object[]
  delta(text: string, index: number): object
  closing: object[]
  failure(error: StreamError): object
}
