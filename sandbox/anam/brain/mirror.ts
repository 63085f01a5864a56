const SWAPS: Record<string, string> = {
  'i was': 'you were',
  i: 'you',
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  am: 'are',
  "i'm": 'you are',
  "i've": 'you have',
  you: 'I',
  your: 'my',
  yours: 'mine',
  yourself: 'myself',
}

/** Says a sentence from the other side: `I lost my key` becomes `you lost your key`. */
export function mirror(words: string): string {
  const swapped = words
    .trim()
    .replace(/[.!?]+$/, '')
    .replace(/\bi was\b|[a-z']+/gi, (word) => SWAPS[word.toLowerCase()] ?? word)
  return /^I\b/.test(swapped) ? swapped : swapped.charAt(0).toLowerCase() + swapped.slice(1)
}
