import type { Manner } from '../catalogue/llms'
import type { Brain } from './brain'
import { coreAnswer } from './core-answer'
import { CONCISE, type Style, WARM } from './manners'
import { chooseTool } from './tool-choice'

const inSeconds = (seconds: number) => {
  const rounded = Math.max(1, Math.round(seconds))
  return rounded === 1 ? 'about one second' : `about ${rounded} seconds`
}

/** What a tool says about the visitor, as it is said to the visitor; without its last full stop. */
const toVisitor = (text: string) =>
  text
    .replace(/^Error in handler: /, '')
    .replace(/\bthe visitor\b/g, 'you')
    .replace(/\bThe visitor\b/g, 'You')
    .replace(/\.$/, '')

function brainWith(style: Style): Brain {
  return {
    greet: (situation) => style.greet(situation),
    think(words, situation, spokenSeconds) {
      const turn = situation.earlier.length
      if (spokenSeconds !== undefined) {
        const seconds = inSeconds(spokenSeconds)
        const reasoning = `The visitor spoke for ${seconds}; what was said is not known here.`
        return { reasoning, say: style.heard(seconds, turn) }
      }
      const tool = chooseTool(words, situation.tools)
      if (tool) {
        const { name } = tool
        return { reasoning: `The visitor asks for what the tool ${name} does.`, say: '', tool }
      }
      const core = coreAnswer(words, situation)
      const reasoning = `The visitor wants to talk about ${core.topic}. As ${situation.personaName} I answer from my prompt.`
      return { reasoning, say: style.dress(core, turn) }
    },
    afterTool(tool, outcome) {
      const name = tool.replaceAll('_', ' ')
      if ('error' in outcome) return style.toolFailed(name, toVisitor(outcome.error))
      // What a tool asks of the language model is done, not read out.
      if (/\bsay goodbye\b/i.test(outcome.result)) return style.goodbye
      return style.toolDone(name, toVisitor(outcome.result))
    },
  }
}

const BRAINS: Record<Manner, Brain> = { warm: brainWith(WARM), concise: brainWith(CONCISE) }

/** The brain of a language model of the catalogue. */
export const brainOf = (manner: Manner): Brain => BRAINS[manner]
