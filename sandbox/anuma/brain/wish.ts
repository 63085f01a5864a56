const SWAPS: Record<string, string> = {
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  i: 'you',
  you: 'me',
  your: 'my',
}

const POLITE = /^(?:please|can you|could you|would you|will you|let us|let's|i want you to)[ ,]+/i
const WISH =
  /^(?:ask|be|check|coach|correct|describe|explain|find|give|help|imagine|interview|invent|let|listen|make|order|plan|play|practi[sc]e|prepare|quiz|read|recommend|show|speak|suggest|summari[sz]e|take|talk|teach|tell|test|translate|walk|write)\b/i

/** What is wished for, said from the other side: `Ask me about my cat` becomes `ask you about your cat`. */
export function wishIn(words: string): string | undefined {
  const plain = words
    .trim()
    .replace(POLITE, '')
    .replace(/[.!?]+$/, '')
  if (!WISH.test(plain) || plain.length > 200) return undefined
  const swapped = plain.replace(/\b[a-z]+\b/gi, (word) => SWAPS[word.toLowerCase()] ?? word)
  return swapped.charAt(0).toLowerCase() + swapped.slice(1)
}
