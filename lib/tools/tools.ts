import { changeLanguage } from './change-language'
import { endConversation } from './end-conversation'
import { lookUpHelp } from './look-up-help'
import type { ToolName } from './names'
import { offerChoices } from './offer-choices'
import { setTimer } from './set-timer'
import { showCard } from './show-card'
import type { Tool } from './tool'

/** Everything that a persona can do in the page. A line per tool. */
export const tools: Readonly<Record<ToolName, Tool>> = {
  show_card: showCard,
  offer_choices: offerChoices,
  set_timer: setTimer,
  look_up_help: lookUpHelp,
  change_language: changeLanguage,
  end_conversation: endConversation,
}

/** The tool of this name, if there is one: the name comes from a language model. */
export const findTool = (name: string): Tool | undefined =>
  Object.values(tools).find((tool) => tool.name === name)
