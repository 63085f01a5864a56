/** Scripts that put no space between words: there every character counts as one. */
const dense =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]'
const word = new RegExp(`\\s*(?:${dense}[\\p{P}\\p{M}]*|(?:(?!${dense})\\S)+)`, 'gu')
const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu

/** The words of a text, each with the space before it; space at the end belongs to none. */
export const splitWords = (text: string): string[] => text.match(word) ?? []

/** How many columns of a monospaced line a text would fill: a wide character takes two. */
export const columnsOf = (text: string): number =>
  [...text].length + (text.match(wide)?.length ?? 0)

/** `“Really?”` does; `3.5` does not. */
export const endsSentence = (word: string): boolean => /[.!?…。！？]["')\]»”’]*$/u.test(word)
