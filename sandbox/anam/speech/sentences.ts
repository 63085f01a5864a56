const LONGEST = 220

/**
 * Cuts a text into pieces that can be synthesised one after the other, keeping every character: at the
 * ends of sentences, and long ones at a comma or space so that the first sound never waits long.
 */
export function splitSentences(text: string): string[] {
  const sentences = text.match(/[^.!?]+(?:[.!?]+["')\]]*)?\s*|[.!?]+\s*/g) ?? []
  return sentences.flatMap((sentence) => {
    const pieces: string[] = []
    let rest = sentence
    while (rest.length > LONGEST) {
      const head = rest.slice(0, LONGEST)
      const cut = Math.max(head.lastIndexOf(', ') + 2, 0) || head.lastIndexOf(' ') + 1 || LONGEST
      pieces.push(rest.slice(0, cut))
      rest = rest.slice(cut)
    }
    return rest ? [...pieces, rest] : pieces
  })
}
