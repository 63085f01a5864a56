const ENGLISH_NAMES = new Intl.DisplayNames('en', { type: 'language' })
const CODES =
  'ar bg bn ca cs da de el en es et fi fr gu he hi hr hu id it ja kn ko lt lv ml mr ms nl no pa pl pt ro ru sk sl sr sv ta te th tr uk ur vi zh'.split(
    ' ',
  )
const BY_NAME = new Map(CODES.map((code) => [ENGLISH_NAMES.of(code)?.toLowerCase(), code]))

/** The ISO 639-1 code of the language that is named in the words, if there is one. */
export const languageIn = (words: string): string | undefined =>
  words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .map((word) => BY_NAME.get(word))
    .find(Boolean)
