import type { KeyboardEvent } from 'react'

/** The code that browsers give a key which an input method is still using. */
const usedByInputMethod = 229

/** Enter sends, Shift and Enter is a new line; Enter that ends a word of an input method is neither. */
export const sendsMessage = ({ key, shiftKey, keyCode, nativeEvent }: KeyboardEvent): boolean =>
  key === 'Enter' && !shiftKey && !nativeEvent.isComposing && keyCode !== usedByInputMethod

/** How high a field is where the browser cannot fit it to its text (`field-sizing`). */
export const linesOf = (text: string, most: number): number =>
  Math.min(most, text.split('\n').length)
