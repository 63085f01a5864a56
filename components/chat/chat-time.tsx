'use client'

const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })

/** When something was written, by the clock of the visitor. */
export function ChatTime({ at }: { at: number }) {
  return <time dateTime={new Date(at).toISOString()}>{timeOfDay.format(at)}</time>
}
