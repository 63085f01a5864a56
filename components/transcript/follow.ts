/** Where a scrolled element stands, in pixels. */
interface Place {
  scrollTop: number
  scrollHeight: number
  clientHeight: number
}

/** Closer to the end than this counts as being there: browsers round. */
const slack = 4

/** Whether the end is in sight. */
export const isAtEnd = ({ scrollTop, scrollHeight, clientHeight }: Place) =>
  scrollHeight - scrollTop - clientHeight <= slack

/**
 * Whether the end is still followed after a scroll. Only a move upwards stops it: content that has
 * grown since also leaves the end further away, without anybody having scrolled.
 */
export function followsAfter(wasFollowing: boolean, before: number, place: Place): boolean {
  if (isAtEnd(place)) return true
  return wasFollowing && place.scrollTop >= before
}
