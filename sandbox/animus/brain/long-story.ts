import { type Line, when } from './turn'

/** Long enough to try Stop on it. */
const STORY = `Everything? Then get yourself a cup of tea first, because this is going to take a while. Stop me whenever you have had enough. I will not be offended, I promise.
It begins with a woman who repaired clocks in a town by a river. Her shop was so narrow that two customers could not pass each other. They had to agree on who would step out into the street first. Many friendships in the town had begun in exactly that way. She knew this, and so she never looked for a bigger shop.
One morning a boy brought her a clock that ran backwards. It had belonged to his grandmother, he said, and it had always run that way. He did not want it repaired. He only wanted to know whether it was right twice a day, as people say of clocks that stand still. She thought about it for a long time. Then she told him that it was right four times a day, and he did not believe her.
So they sat down and counted. They wrote the hours on a sheet of paper, forwards in one column and backwards in the other. Customers came and went and gave advice. The baker said it was three times. The teacher said that it depended on what one meant by right. By noon the whole street was talking about it, and somebody had brought cake.
In the afternoon it began to rain. The boy was allowed to wind all the clocks in the shop, one after the other. He found out that each of them had a temper of its own. Some took the key gladly, and some held back a little at the end. The old ones liked to be talked to, or so the woman said. He talked to them, just to be safe.
When the rain was over they looked at the paper again. She had been right, and so had the baker, because they had counted different things. The boy laughed so hard that he had to hold on to the table. He asked what the difference was worth if both of them were right. She said that this was the best question she had heard all year.
He came back the next day, and the day after that. He learned how to hold a spring so that it does not jump. He learned that oil is for the places that nobody sees. Most of all he learned to wait, which cannot be taught and has to be caught, like a cold. The clock that ran backwards stood in the window all the while, and people set their watches by it for a joke.
Many years later the shop was his. It was still too narrow for two, and he never looked for a bigger one either. That is everything I know about it, and now it is your turn. Which clock would you have brought?`

export const LONG_STORY: Line = when(
  /\btell me (?:everything|all|a (?:long )?story)\b|\blong (?:story|answer|text)\b|\bin (?:great )?detail\b/i,
  ({ character }) => STORY.replace(/\n/g, character.isHeard ? ' ' : '\n\n'),
)
