import type { Head } from '../draw/head'

/** How one hair style is drawn; all parts in design space. */
export interface HairStyle {
  /** Behind the neck and the head. */
  back?: (head: Head) => void
  /** Over the face. */
  front: (head: Head) => void
  /** Over the clothes. */
  over?: (head: Head) => void
  hidesEars?: boolean
  /** Whether the front moves with the jaw and has to be drawn for every mouth. */
  followsJaw?: boolean
}
