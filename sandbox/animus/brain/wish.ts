const OTHER_SIDE = new Map([
  ['me', 'you'],
  ['my', 'your'],
  ['mine', 'yours'],
  ['i', 'you'],
  ['you', 'me'],
  ['your', 'my'],
])

const ASKING = /^(?:please|can you|could you|would you|will you|let us|let's)[ ,]+/i
const DOING =
  /^(?:ask|be|check|coach|correct|describe|explain|find|give|help|imagine|interview|invent|listen|make|order|plan|play|practi[sc]e|prepare|quiz|read|recommend|show|sing|speak|suggest|take|talk|teach|tell|test|translate|walk|write)\b/i

/** What somebody asks to be done, as the one who is to do it would say it; undefined if nothing is. */
export function wishOf(words: string): string | undefined {
  const [wish = ''] = words
    .trim()
    .replace(ASKING, '')
    .split(/[.!?]+\s*$/)
  if (!DOING.test(wish) || wish.length > 200) return undefined
  const turned = wish.replace(/\b[a-z]+\b/gi, (word) => OTHER_SIDE.get(word.toLowerCase()) ?? word)
  return turned.charAt(0).toLowerCase() + turned.slice(1)
}
