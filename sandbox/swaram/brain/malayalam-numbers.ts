const ONES = ['', 'ഒന്ന്', 'രണ്ട്', 'മൂന്ന്', 'നാല്', 'അഞ്ച്', 'ആറ്', 'ഏഴ്', 'എട്ട്', 'ഒമ്പത്']
const TEENS = [
  'പത്ത്',
  'പതിനൊന്ന്',
  'പന്ത്രണ്ട്',
  'പതിമൂന്ന്',
  'പതിനാല്',
  'പതിനഞ്ച്',
  'പതിനാറ്',
  'പതിനേഴ്',
  'പതിനെട്ട്',
  'പത്തൊമ്പത്',
]
const TENS = ['', '', 'ഇരുപത്', 'മുപ്പത്', 'നാൽപത്', 'അമ്പത്']
const JOINED_TENS = ['', '', 'ഇരുപത്തി', 'മുപ്പത്തി', 'നാൽപത്തി', 'അമ്പത്തി']
/** After a ten, where a vowel needs a glide before it. */
const JOINED_ONES = ['', 'യൊന്ന്', 'രണ്ട്', 'മൂന്ന്', 'നാല്', 'യഞ്ച്', 'യാറ്', 'യേഴ്', 'യെട്ട്', 'യൊമ്പത്']

/** 1 to 59 in words, as they stand before a noun. */
function counted(value: number): string {
  if (value === 1) return 'ഒരു'
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  if (tens === 0) return ONES[ones] ?? ''
  if (tens === 1) return TEENS[ones] ?? ''
  return ones === 0 ? (TENS[tens] ?? '') : `${JOINED_TENS[tens]}${JOINED_ONES[ones]}`
}

/** A length of time in words, as the vendor speaks numbers [doc sessions]: "മൂന്ന് സെക്കൻഡ്". */
export function spokenDuration(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 1) return 'ഒരു സെക്കൻഡിൽ താഴെ'
  if (whole < 60) return `${counted(whole)} സെക്കൻഡ്`
  return `${counted(Math.min(59, Math.floor(whole / 60)))} മിനിറ്റിലേറെ`
}
