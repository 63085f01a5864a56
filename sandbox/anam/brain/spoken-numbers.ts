const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const VALUES = new Map<string, number>([
  ...SMALL.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, value): [string, number] => [word, value * 10]),
  ['a', 1],
  ['an', 1],
  ['half', 0.5],
  ['couple', 2],
])

/** `ten`, `twenty-five`, `25`; undefined for what is no number. */
function valueOfWord(word: string): number | undefined {
  if (/^-?\d+(?:\.\d+)?$/.test(word)) return Number(word)
  const [tens = '', ones = ''] = word.split('-')
  const value = VALUES.get(tens)
  if (value === undefined || ones === '') return value
  const more = VALUES.get(ones)
  return more === undefined ? undefined : value + more
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?`

/** The number before a unit: for `minutes` in `a timer of three minutes` it is 3. */
export function numberOf(unit: string, words: string): number | undefined {
  const stem = unit.replace(/s$/, '')
  const found = new RegExp(`(${NUMBER})[ -](?:of )?${stem}s?\\b`, 'i').exec(words)
  return found?.[1] ? valueOfWord(found[1].toLowerCase()) : undefined
}

/** The first number of the words, in digits or as a word. */
export function firstNumber(words: string): number | undefined {
  const digits = /-?\d+/.exec(words)
  if (digits) return Number(digits[0])
  return words
    .toLowerCase()
    .split(/[^a-z-]+/)
    .map((word) => (word.length > 2 ? valueOfWord(word) : undefined))
    .find((value) => value !== undefined)
}
