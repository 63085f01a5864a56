import { type Line, type Turn, when } from './turn'

const about = ({ words }: Turn, otherwise: string) =>
  /\b(?:of|about|for|on|with)\s+(?:a |an |the |some |my )?(.{2,60}?)[.?!]*$/i.exec(words)?.[1] ??
  otherwise

const LIST = (subject: string) => `Ooh, I like making lists. For **${subject}** I would say:

- **Something easy**, so that you actually begin.
- **Something silly**, because it is more fun with a smile.
- **Something you put off** for too long, and only the first five minutes of it.
- **Something for somebody else**, which tends to come back to you.
- **Nothing at all** for a while, and no guilt about it.

Which of these speaks to you?`

const TABLE = (subject: string) => `Let me put **${subject}** side by side for you:

| When | What I would do | How it feels |
| --- | --- | --- |
| Morning | Ten quiet minutes with ${subject} | Fresh |
| Noon | Tell somebody about it | Lighter |
| Evening | Let it rest | Cosy |

The evening is my favourite row. What is yours?`

const CODE = () => `I am more of a people person, but here you go:

\`\`\`python
def cheer(names):
    """Says something kind to everybody."""
    for name in names:
        print(f"You are doing fine, {name}!")

cheer(["Ada", "Grace"])
\`\`\`

It prints two kind lines, and I think everybody should run it once a day.`

const LINK =
  'I found you something nice to wander through: [a list of inventors](https://en.wikipedia.org/wiki/List_of_inventors). Click at your own risk, it is easy to get lost in there!'

const BOLD =
  'You can be **loud**, or *quiet*, or say it in `small letters`. I am **all ears** either way.'

const HEARD =
  'If we were writing I would set that out neatly for you. As we are talking, let me just say: begin with something easy, and tell somebody about it.'

/**
 * What looks like something on a page; where there is only a voice, it is told. Not for what somebody
 * tells of themselves: `I sat at a table` asks for none.
 */
const shown = (heard: RegExp, write: (turn: Turn) => string): Line =>
  when(new RegExp(`^(?!i\\b).*(?:${heard.source})`, 'is'), (turn) =>
    turn.character.isHeard ? HEARD : write(turn),
  )

export const WRITTEN: readonly Line[] = [
  shown(/\btable\b|\bcompare\b/i, (turn) => TABLE(about(turn, 'a good day'))),
  shown(/\bcode\b|\bprogram\b|\bscript\b|\bfunction\b/i, CODE),
  shown(/\blist\b|\bbullets?\b|\btips\b|\bideas\b/i, (turn) => LIST(about(turn, 'a good day'))),
  shown(/\blink\b|\bwebsite\b|\burl\b/i, () => LINK),
  shown(/\bbold\b|\bitalics?\b|\bmarkdown\b/i, () => BOLD),
]
