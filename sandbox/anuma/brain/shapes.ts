import type { Situation, Topic } from './situation'

/** What something is to be about: the words after `of`, `about`, `for`, without the wish itself. */
function subjectOf(words: string, fallback: string): string {
  const [, found = ''] =
    /\b(?:of|about|on|for|comparing|with)\s+(.{2,60}?)[.?!]*$/i.exec(words) ?? []
  return found.replace(/^(?:a|an|the|some|my|your)\s+/i, '').trim() || fallback
}

const listOf = (
  subject: string,
) => `Here is a list for **${subject}**, in the order in which I would take it:

1. **Begin with what you have.** You know something of ${subject} already, and that is the best start.
2. **Choose one small thing.** Something that can be finished today beats a plan for the year.
3. **Ask somebody who does it.** One honest answer saves an afternoon of searching.
4. **Do it badly once.** The second time is then only half the work.
5. **Write down what surprised you.** That is the part worth keeping.

Shall I go into one of these?`

const tableOf = (subject: string) => `Here is how I would lay out **${subject}**:

| Step | What happens | How long |
| --- | --- | ---: |
| Look | See what there is of ${subject} | 5 min |
| Choose | Keep one thing, drop the rest | 10 min |
| Try | Do it once, however it turns out | 30 min |
| Look back | Note what to do differently | 5 min |

The third row is where most of the time goes, and it should be.`

const codeOf = (subject: string) => `Here is a small piece of code for ${subject}:

\`\`\`ts
/** Greets whoever is there, and says so when nobody is. */
export function greet(names: readonly string[]): string {
  if (names.length === 0) return 'Nobody is here yet.'
  return \`Hello, \${names.join(' and ')}!\`
}

console.log(greet(['Ada', 'Grace'])) // Hello, Ada and Grace!
\`\`\`

Run it with \`npx tsx greet.ts\`. The empty case comes first, so that the rest may rely on there being somebody.`

const linkOf = () =>
  'There is a good place to begin: the [guide to Markdown](https://www.markdownguide.org/basic-syntax/). It opens in a new tab, and it takes about ten minutes to read.'

const boldOf = () =>
  'You can have **bold** for what matters, *italics* for a second voice, and `code` for what is typed. Used **sparingly**, they help; used everywhere, they are noise.'

const SPOKEN = 'I would write that down for you, but here I can only speak'

const shape = (write: (subject: string) => string, spoken: string) =>
  function say({ words, persona }: Situation) {
    const subject = subjectOf(words, 'a good day')
    return persona.speaks ? `${SPOKEN}, so in short: ${spoken}` : write(subject)
  }

/** Not what somebody tells of themselves: `I sat at a table` asks for none. */
const asked = ({ source }: RegExp) => new RegExp(`^(?!i\\b).*(?:${source})`, 'is')

export const SHAPES: readonly Topic[] = [
  {
    wish: 'a table',
    heard: asked(/\btable\b|\bcompare\b/i),
    say: shape(tableOf, 'look first, choose one thing, try it once, and look back at it.'),
  },
  {
    wish: 'some code',
    heard: asked(/\bcode\b|\bfunction\b|\bprogram\b|\bscript\b|\bsnippet\b/i),
    say: shape(codeOf, 'handle the empty case first, and let the rest rely on it.'),
  },
  {
    wish: 'a list',
    heard: asked(/\blist\b|\bbullet|\bsteps\b|\btips\b/i),
    say: shape(
      listOf,
      'begin with what you have, choose one small thing, and ask somebody who does it.',
    ),
  },
  {
    wish: 'a link',
    heard: asked(/\blink\b|\bwebsite\b|\burl\b/i),
    say: shape(linkOf, 'look for a beginner’s guide to Markdown.'),
  },
  {
    wish: 'to see emphasis',
    heard: asked(/\bbold\b|\bitalics?\b|\bmarkdown\b|\bemphasi/i),
    say: shape(boldOf, 'I would lean on the word that matters.'),
  },
]
