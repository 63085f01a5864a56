import type { Situation, Topic } from './situation'

/** Long enough to try Stop on it, and true: it tells what happens while it is being read. */
const PARAGRAPHS = `You asked for everything, so make yourself comfortable. This will take a little while, and you may stop me whenever you like.
Let us begin with your message. It left your browser as a few hundred bytes, together with what we had said before. It has to bring all of that along every time. I keep nothing between two answers, so the conversation lives with you and not with me. That sounds like a burden, but it is also a kind of freedom. You can edit a question, ask it again, and I will honestly not know that there ever was another one.
On its way your message met a server that knows you. It checked who you are, how much you have asked in the past hour, and whether anything of yours is still being answered. Then it added what only it may add. It chose the model, it wrote down who I am to be, and it set a limit to how long I may talk. You cannot change these from your side, and neither could somebody who pretends to be you.
After that the message came to me. A large model would now look at every word of it, and at every pair of words, and would work out which word is likely to come next. Then it would do the same again, with one word more. There is no plan hidden behind it that you could ask for. There is only the next word, chosen with great care.
I do it in a humbler way. I have a few rules, a handful of sentences, and a good memory for what you have just written. But the words travel in exactly the same way. Each piece leaves on its own, as soon as it is there, inside a small frame of text. The frames run through one connection that stays open until I am done.
Networks do as they please with such frames. Some arrive together, some arrive in halves, and now and then one is cut in the middle of a letter such as é or ☕. Whoever reads them has to be patient and put the halves together before looking at them. You will not notice any of this, and that is the whole point of it.
If you press Stop now, something pleasant happens. Your browser closes its side of the connection. The server notices, closes its own side towards me, and I fall silent in the middle of a sentence. Nobody pays for words that nobody reads. What you have read so far stays where it is, and you can go on from there or ask again.
If you do not press Stop, I will come to an end by myself, which is not always a strength of those who are asked for everything. I will send a last frame that says why I stopped. After it comes one more that says only that I am done. The server writes a line in its books about how much was said, though not about what was said. Then the field at the bottom is yours again.
That is everything I know about it. Thank you for reading to the end, which few people do.`

/** The long answer, for whoever asks for it. */
export const EVERYTHING: Topic = {
  wish: 'a long answer',
  heard:
    /\btell me (?:everything|all)\b|\blong (?:answer|story|text|reply)\b|\bin (?:great |full )?detail\b|\bessay\b/i,
  say: ({ persona }: Situation) => {
    const opening = persona.role ? `I am ${persona.name}. ${persona.role}` : `I am ${persona.name}.`
    const body = persona.speaks ? PARAGRAPHS.replace(/\n/g, ' ') : PARAGRAPHS.replace(/\n/g, '\n\n')
    return `${opening} ${body}`
  },
}
