/** Put behind what a visitor cut off, where a brain reads it; one that copies it is not heard to. */
export const interruptedMark = '[interrupted]'

/**
 * Makes what a language model wrote fit to be said: without the signs of Markdown, without code,
 * emoji and addresses. The returned function is called with one stretch after the other, and answers
 * '' where nothing is left to say.
 */
export function createSpeakable(): (text: string) => string {
  let isCode = false

  /** What stands outside of fences: code is for eyes. */
  function withoutCode(text: string): string {
    const parts = text.split('```').map((part, index) => {
      if (index > 0) isCode = !isCode
      return isCode ? '' : part
    })
    return parts.join(' ')
  }

  return (text) => {
    const plain = withoutCode(text)
      .replace(interruptedMark, '')
      .replace(/^\s*(?:[-*_=|: ]{3,})\s*$/, '')
      .replace(/^\s*(?:#{1,6}|>+|[-*+•])\s+/, '')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\]\([^)\s]*\)|!?\[(?=\S)|(?<=\S)\](?!\()/g, '')
      .replace(/https?:\/\/(?:www\.)?([^\s/?#]+)[^\s)]*?(?=[.,!?]?(?:\s|\)|$))/g, '$1')
      .replace(/<\/?[a-z][^<>]*>/gi, ' ')
      .replace(/^\s*\||\|\s*$/g, '')
      .replace(/\s*\|\s*/g, ', ')
      .replace(/(?<!\s)\*+|\*+(?!\s)|~~|`/g, '')
      .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
      .replace(emoji, '')
      .replace(/^[」』）”’»)\]]+/u, '')
      .replace(/\s+/g, ' ')
      // Where a picture stood before its end.
      .replace(/ (?=[.,!?…]+(?: |$))/g, '')
      .trim()
    if (!/[\p{L}\p{N}]/u.test(plain)) return ''
    // A heading or an item has no end of its own: without one it runs into the next.
    const isOpen = text.endsWith('\n') && /[\p{L}\p{N}]$/u.test(plain)
    return `${plain}${isOpen ? '.' : ''}${/\s$/.test(text) ? ' ' : ''}`
  }
}

/** Joiners go only with the pictures they join: Malayalam and others write with them. */
const emoji =
  /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*|\p{Regional_Indicator}|[\ufe0f\u20e3]/gu
